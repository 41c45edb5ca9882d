"""What people write who do not know YAML: marks of its own, in places where they meant text."""

from tests.hostile.case import Cases, opens, refused, silent

_TEXTS = (
    ("yes", "yes"), ("no", "NO"), ("off", "off"), ("null", "null"), ("tilde", "~"), ("nan", ".nan"), ("inf", "-.inf"),
    ("octal", "0o17"), ("old-octal", "017"), ("underscored", "1_000"), ("clock", "10:30"), ("date", "2023-11-08"),
    ("number", "1.10"), ("equals", "="), ("merge", "<<"), ("plus", "+91 11 2301"), ("hash", "a#b"), ("colon", "a:b"),
    ("url", "http://x/y:z"), ("dash", "-1"), ("star", "2 * 3"), ("and", "R&D"), ("question", "why?"),
)  # fmt: skip


def cases() -> Cases:
    """Yield texts that YAML would take for something else, and files that are no brief."""
    for name, text in _TEXTS:
        yield silent(f"text-{name}", f"`{text}` is text", f"title: {text}\n", text)
    yield from _marks()
    yield from _files()


def _marks() -> Cases:
    alias = "1:8: error: yaml: YAML takes a leading `*` or `&` for an alias or anchor; put the text in quotes"
    yield refused("bold", "Markdown at the start", "title: *bold*\n", alias)
    yield refused("bold-and-more", "and text after it", "title: **bold** talk\n", alias)
    yield opens("star", "one star at the start", "title: *bold\n", "1:8: warning: yaml: YAML takes `*bold`")
    yield opens(
        "and-co",
        "`&co` at the start",
        "title: &co Partners\n",
        "1:8: warning: yaml: YAML takes `&co`",
        shows=["&co Partners"],
    )
    yield opens(
        "important",
        "`!important` at the start",
        "title: !important Talks\n",
        "YAML takes `!important`",
        shows=["!important Talks"],
    )
    yield refused(
        "colon-twice",
        "`: ` in a value",
        "title: Talks: Delhi\n",
        "1:13: error: yaml: a second `: ` stands in this value",
    )
    yield opens("comment", "` #` begins a comment", "title: Talks #2\n", shows=["Talks"])
    yield refused("at", "`@` begins nothing", "title: @home\n", "1:8: error: yaml: `@` cannot begin a value")
    yield refused("backtick", "nor does a backtick", "title: `x`\n", "1:8: error: yaml: ``` cannot begin a value")
    yield refused("percent", "nor does `%`", "title: %x\n", "1:8: error: yaml: `%` cannot begin a value")
    yield refused(
        "tab", "a tab indents", "title: T\nplace:\n\tcity: Delhi\n", "3:1: error: yaml: a tab cannot begin a value"
    )
    yield opens("tab-after", "a tab after a colon", "title:\tT\n", shows=["T"])
    yield refused(
        "bracket", "a bracket never closed", "title: [T\n", "1:8: error: yaml: this `[` is never closed; write the `]`"
    )
    yield refused(
        "brace", "a brace never closed", "title: {T\n", "1:8: error: yaml: this `{` is never closed; write the `}`"
    )
    yield refused(
        "quote", "a quote never closed", 'title: "T\n', "1:8: error: yaml: the quoted text that begins here never ends"
    )
    yield refused("quote-and-more", "text after a quote", "title: 'T' and more\n", "error: yaml:")
    yield refused("backslash", "a path in double quotes", 'title: "C:\\Users"\n', "error: yaml: this escape lacks")
    yield refused("escape", "no such escape", 'title: "\\q"\n', "error: yaml: this backslash means nothing")
    yield refused("pipe-and-text", "text after `|`", "title: | T\n", "error: yaml: after `|` or `>`")
    yield refused("dash-inline", "a list on the key's line", "title: - T\n", "error: yaml: a list cannot begin here")
    yield refused("no-colon", "a line without a colon", "title: T\nplace\n", "2:1: error: yaml:")
    yield refused("indent", "a key too far in", "title: T\n  place: Delhi\n", "error: yaml:")
    yield refused("outdent", "a key too far out", "x-a:\n    b: c\n  d: e\n", "error: yaml:")
    yield opens("no-space", "no space after the colon", "title: T\nplace:\n  city:Delhi\n", shows=["city:Delhi"])
    yield opens(
        "duplicate",
        "a field twice",
        "title: T\nplace: Delhi\nplace: Agra\n",
        "3:1: warning: place: `place` stands on line 2 already",
        shows=["Delhi"],
    )
    yield opens(
        "duplicate-in-entry",
        "the same in an entry",
        "title: T\nagenda:\n- topic: A\n  topic: B\n",
        "4:3: warning: topic: `topic` stands on line 3",
        shows=["A"],
    )
    yield opens(
        "duplicate-alias",
        "the same value again by alias",
        "title: T\nx-a: &a b\nplace: *a\nplace: *a\n",
        "`place` stands on line 3",
    )
    yield opens("colon-in-line", "an unquoted `: ` in a list of lines", "title: T\ntags: [a: b]\n", shows=["a: b"])
    yield opens(
        "case",
        "a field in capitals",
        "title: T\nPlace: Delhi\n",
        "2:1: warning: Place: unknown field `Place`; did you mean `place`?",
    )
    yield opens("slip", "a field misspelt", "title: T\nofficals: [N]\n", "did you mean `officials`?")


def _files() -> Cases:
    nothing = "1:1: error: brief: found nothing where a brief begins; write `title: …`, then further fields"
    yield refused("empty", "no bytes at all", b"", nothing)
    yield refused("comments", "comments only", b"# title: T\n# date: 2023\n", nothing)
    yield refused("markers", "markers only", b"---\n...\n", "error: brief: found a single text")
    yield refused("bom-only", "a mark and nothing else", b"\xef\xbb\xbf", nothing)
    yield refused("scalar", "one text", b"Talks\n", "1:1: error: brief: found a single text where a brief begins")
    yield refused("list", "a list", b"- title: T\n", "1:1: error: brief: found a list where a brief begins")
    yield refused("json-list", "a list as JSON", b'[{"title": "T"}]', "found a list")
    yield silent("json", "JSON is YAML", b'{"title": "T", "tags": ["a"]}', "T", "a")
    yield opens("no-title", "a mapping without a title", b"kind: visit\n", "1:1: error: title: a brief needs a title")
    yield opens("empty-mapping", "an empty mapping", b"{}\n", "1:1: error: title: a brief needs a title")
    yield opens(
        "documents",
        "a second document",
        b"title: T\n---\ntitle: U\n",
        "2:1: warning: yaml: a second document begins here",
        shows=["T"],
    )
    yield refused(
        "empty-first", "an empty first document", b"---\n---\ntitle: T\n", "error: brief: found a single text"
    )
    yield opens(
        "end-and-more", "a document after `...`", b"title: T\n...\n---\ntitle: U\n", "3:1: warning: yaml: a second"
    )
    yield refused("end-and-text", "text after `...`", b"title: T\n...\nmore\n", "error: yaml:")
    yield refused(
        "directive",
        "a directive we do not know",
        b"%RUN x\n---\ntitle: T\n",
        "error: yaml: a line that begins with `%` is a YAML directive we do not know",
    )
    yield refused(
        "version",
        "a version we do not know",
        b"%YAML 3.0\n---\ntitle: T\n",
        "error: yaml: this version of YAML is not read",
    )
    yield opens("version-ours", "a version we know", b"%YAML 1.1\n---\ntitle: T\n", shows=["T"])
    yield refused("versions", "a version twice", b"%YAML 1.1\n%YAML 1.1\n---\ntitle: T\n", "error: yaml:")
    yield refused("tag-twice", "a handle twice", b"%TAG !e! x\n%TAG !e! y\n---\ntitle: T\n", "error: yaml:")
    yield opens(
        "markdown-file",
        "front matter of a Markdown file",
        b"---\ntitle: T\n---\n# T\n",
        "3:1: warning: yaml: a second",
        shows=["T"],
    )
    yield refused(
        "html", "a web page saved as YAML", b"<!DOCTYPE html>\n<html><body>T</body></html>\n", "found a single text"
    )
    yield refused("xml", "an Office file's inside", b'<?xml version="1.0"?>\n<a/>\n', "found a single text")
    for name, head in (
        ("zip", b"PK\x03\x04\x14\x00\x06\x00"),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
        ("gzip", b"\x1f\x8b\x08\x00"),
        ("png", b"\x89PNG\r\n\x1a\n\x00"),
        ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1"),
    ):
        yield refused(f"{name}-file", f"a {name} file named .yaml", head + bytes(range(256)), "error: yaml:")
