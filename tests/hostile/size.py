"""Size: large files, large values, many of everything, and shapes that cost far more than their bytes."""

import random

from tests.hostile.case import Bytes, Case, Cases, opens, refused, silent

LIMIT = 1024 * 1024
_EVERYWHERE = ("letters", "commas", "spaces")
_LONG_FIELDS = ("title", "officials", "summary", "tags", "countries", "date", "timezone", "id", "place", "x-own")
_TOO_LARGE = "1:1: error: yaml: the file is too large for a brief, the limit is 1,048,576 bytes"
_TOO_MANY = "error: yaml: more than 50,000 values; split it into several briefs"


def _filled(head: str, piece: str, tail: str = "") -> Bytes:
    """A file as large as one may be: `head`, then `piece` again and again, then `tail`."""
    room = LIMIT - len(head.encode()) - len(tail.encode())

    def make() -> bytes:
        return (head + piece * (room // len(piece.encode())) + tail).encode()

    return make


def _numbered(head: str, piece: str, count: int, tail: str = "") -> Bytes:
    """A list of `count` pieces, each with its number."""

    def make() -> bytes:
        return (head + "".join(piece.format(n) for n in range(count)) + tail).encode()

    return make


def cases() -> Cases:
    """Yield what is too large, and what is as large as allowed."""
    yield from _too_large()
    yield from _long_values()
    yield from _many_slips()


def _too_large() -> Cases:
    yield refused("ten-megabytes", "a file of 10 MB", lambda: b"title: T\n" + b"# filler\n" * 1_200_000, _TOO_LARGE)
    yield refused("ten-megabyte-scalar", "a text of 10 MB", lambda: b"title: " + b"a" * (10 << 20), _TOO_LARGE)
    yield refused("one-byte-more", "just past the limit", lambda: b"title: T\n" + b"#" * (LIMIT - 8), _TOO_LARGE)
    yield silent("at-the-limit", "just within it", lambda: b"title: T\n" + b"#" * (LIMIT - 9))
    yield refused("officials", "100,000 officials", _numbered("title: T\nofficials:\n", "- N{}\n", 100_000), _TOO_MANY)
    yield refused("keys", "60,000 fields", _numbered("title: T\n", "x{}: \n", 60_000), _TOO_MANY)
    yield refused("empty-keys", "nothing but `?`", b"?\n" * 60_000, "error: yaml:")
    yield opens(
        "nines",
        "an integer of 100,000 digits where a rank belongs",
        f"title: T\nofficials: [{{name: N, rank: {'9' * 100_000}}}]\n",
        "is no whole number",
    )
    yield opens(
        "year-of-nines", "and where a year belongs", f"title: T\ndate: {'9' * 100_000}\n", "too long for a date"
    )
    yield opens(
        "version-of-nines", "and as the format's version", f"title: T\nbrief: {'9' * 100_000}\n", "no format version"
    )
    yield opens("hex-of-nines", "the same as YAML's own", f"title: 0x{'F' * 100_000}\n")
    yield opens("sexagesimal", "PyYAML takes this for a number, slowly", "title: " + ":".join(["59"] * 5000) + "\n")


def _long_values() -> Cases:
    for name, piece in (
        ("letters", "a"), ("words", "a "), ("cjk", "岸"), ("thai", "ก"), ("joined", "a+"), ("hyphens", "a-"),
        ("dots", "a."), ("marks", "é"), ("brackets", "(a"), ("commas", "a,"), ("suffixes", ",Jr"), ("spaces", " "),
        ("ligature", "\ufdfa"), ("family", "👨\u200d👩\u200d👧"), ("zero-width", "\u200b"),
    ):  # fmt: skip
        for field in ("title", "officials", "summary", "x-own") if name not in _EVERYWHERE else _LONG_FIELDS:
            head = f'{field}: "' if field == "title" else f'title: T\n{field}: "'
            yield Case(f"{name}-in-{field}", f"a {field} of a megabyte", _filled(head, piece, '"\n'), opens=True)
    yield opens("newlines", "a block of empty lines", _filled("title: T\nx-a: |\n", "\n"))
    yield opens("lines", "a block of short lines", _filled("title: T\nbackground: |\n", " a\n"))
    yield opens("own-lines", "the same in a field of one's own", _filled("title: T\nx-a: |\n", " a\n"))
    deep = "x-a: " + "{a: " * 20 + '"'
    yield opens("deep-lines", "short lines far in", _filled("title: T\n" + deep, "\\n", '"' + "}" * 20 + "\n"))
    yield opens(
        "escapes", "nothing but ESC", _filled('title: T\nsummary: "', "\\e", '"\n'), "2:10: warning: yaml: control"
    )
    yield opens("raw-escapes", "the same as they are", _filled("title: T\nsummary: '", "\x1b", "'\n"), "2:11: warning")
    yield opens(
        "escaped-lines",
        "one on every line",
        _filled("title: T\nsummary: '", "\x1b \n", "'\n"),
        "more control characters",
    )
    yield opens(
        "mixed-escapes", "every second one", _filled('title: T\nsummary: "', "\\e ", '"\n'), "control character"
    )
    yield refused("nul", "nothing but NUL", lambda: b"\0" * LIMIT, "1:1: error: yaml: this looks like UTF-16")
    yield refused("noise", "random bytes", lambda: random.Random(4).randbytes(LIMIT), "error: yaml:")
    for name, piece, said in (
        ("comments", "#\n", "found nothing where"), ("blank-lines", "\n", "found nothing where"),
        ("tabs", "\t", "a tab cannot begin a value"), ("quotes", '"', "error: yaml:"), ("apostrophes", "'", "error:"),
        ("percents", "%", "a line that begins with `%`"), ("documents", "---\n", "a second document begins here"),
        ("ends", "...\n", "error: yaml:"), ("pipes", "|", "error: yaml:"), ("tags", "!", "found a single text"),
        ("at-signs", "@", "error: yaml:"), ("bom", "\ufeff", "error:"), ("crs", "\r", "found nothing"),
    ):  # fmt: skip
        yield refused(f"only-{name}", f"a megabyte of {piece!r}", _filled("", piece), said)


def _many_slips() -> Cases:
    yield opens(
        "unknown-fields",
        "a suggestion for each took a second",
        _numbered("title: T\n", "zz{}officiels: x\n", 24_000),
        "unknown field",
    )
    yield opens(
        "unknown-countries",
        "a suggestion for each took minutes",
        _numbered("title: T\ncountries: [", "Inda{},", 49_000, "]\n"),
        "did you mean `India`?",
    )
    officials = "title: T\nofficials: [" + ",".join(f"Name{n} Lee{n}" for n in range(500)) + "]\n"
    yield opens(
        "unknown-people",
        "the same",
        _numbered(officials + "agenda: [{topic: t, who: [", "Nama{},", 40_000, "]}]\n"),
        "answers to `Nama0`",
    )
    long = "title: T\nofficials: [" + ",".join("N" * 1500 + str(n) for n in range(500)) + "]\n"
    yield opens(
        "long-names",
        "names too long to compare",
        _numbered(long + "agenda: [{topic: t, who: [", "Nama{},", 400, "]}]\n"),
        "answers to `Nama0`",
    )
    same = "title: T\nofficials: [" + ",".join(f"Lee {n}" for n in range(20_000)) + "]\n"
    yield opens(
        "one-of-20,000",
        "each may be any of them",
        _numbered(same + "agenda: [{topic: t, who: [", "Lee,", 20_000, "]}]\n"),
        "may be Lee 0 or Lee 1 or Lee 2",
    )
    words = _numbered("title: T\nofficials: ['", "{:x} ", 150_000, "']\nagenda: [{topic: t, who: [zz]}]\n")
    yield opens("name-of-words", "a name of 150,000 words", words, "answers to `zz`")
    yield opens(
        "sides",
        "12,000 sides that are none",
        _numbered("title: T\nagenda: [", "{{topic: t, by: hosst{}}},", 8_000, "]\n"),
        "is no side",
    )
    yield opens(
        "repeated",
        "24,000 times the same field",
        _numbered("title: T\n", "title: {}\n", 24_000),
        "which is kept, and again on line",
    )
    yield opens(
        "anchors",
        "49,000 anchors that nothing uses",
        _numbered("title: T\nx-a: [", "&a{} b,", 49_000, "]\n"),
        "for an anchor",
    )
    yield opens(
        "tagged",
        "30,000 tags",
        _numbered("title: T\nx-a: [", "!!python/name:os.system x,", 30_000, "]\n"),
        "is not obeyed",
    )
    yield opens(
        "chain",
        "7,000 entries, each after the one before",
        _numbered(
            "title: T\ntimeline:\n- {{id: e, event: E, date: 2018}}\n".format(),
            "- {{id: e{0}, event: E, after: e}}\n",
            7_000,
        ),
    )
    yield opens(
        "ids",
        "9,000 times the same id",
        _numbered("title: T\nofficials:\n", "- {{id: a, name: N{}}}\n", 9_000),
        "is the id of the entry on line",
    )
    yield opens(
        "bad-dates",
        "16,000 dates that are none",
        _numbered("title: T\ntimeline:\n", "- x{}: E\n", 16_000),
        "is not a date",
    )
    yield opens("officials-allowed", "40,000 officials", _numbered("title: T\nofficials:\n", "- N{}, M (IN)\n", 40_000))
    yield opens(
        "sides-allowed",
        "8,000 countries with one official each",
        _numbered("title: T\nofficials: [", "{{name: N, country: C{}}},", 8_000, "]\n"),
    )
    handles = "".join(f"%TAG !a{n}! x\n" for n in range(50_000))
    too_many = "error: yaml: one `%TAG` line too many; tags are not obeyed, delete it"
    yield refused("tag-directives", "libyaml compares each with all", f"{handles}---\ntitle: T\n", f"17:1: {too_many}")
    yield refused(
        "tag-directives-later", "the same before a second document", f"title: T\n...\n{handles}---\n", too_many
    )
    yield refused(
        "tag-directives-by-cr", "the same, lines ended by CR", handles.replace("\n", "\r") + "---\ntitle: T\n", too_many
    )
    yield refused(
        "long-tag-directive", "a prefix of 500,000 letters is written out at each use",
        f"%TAG !e! {'x' * 500_000}\n---\ntitle: T\nx-a: [{'!e!x y, ' * 40_000}]\n",
        "1:1: error: yaml: this `%TAG` line is too long",
    )  # fmt: skip
    for sign in "!&*":
        yield opens(
            f"long-{ord(sign)}",
            f"a megabyte after `{sign}`",
            _filled(f"title: T\nx-a: {sign}", "a", " b\n" if sign != "*" else "\n"),
            "YAML takes",
        )
