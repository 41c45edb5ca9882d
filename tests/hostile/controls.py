"""Characters that act on a terminal, turn the reading order or hide, by YAML escape, in every field and address."""

from tests.hostile.case import SLOTS, Case, Cases, opens, refused

# name, characters, the character that is reported, or "" where it is silently dropped or becomes white space
SEQUENCES = (
    ("colour", "\x1b[66;6m", "U+001B"),
    ("clear", "\x1b[2J\x1b[3J", "U+001B"),
    ("title", "\x1b]0;owned\x07", "U+001B"),
    ("link", "\x1b]8;;http://owned\x1b\\here\x1b]8;;\x1b\\", "U+001B"),
    ("clipboard", "\x1b]52;c;b3duZWQ=\x07", "U+001B"),
    ("palette", "\x1b]4;1;?\x07", "U+001B"),
    ("dcs", "\x1bPowned\x1b\\", "U+001B"),
    ("apc", "\x1b_Gowned\x1b\\", "U+001B"),
    ("pm", "\x1b^owned\x1b\\", "U+001B"),
    ("reset", "\x1bc", "U+001B"),
    ("screen", "\x1b[?66;1047l", "U+001B"),
    ("answer", "\x1b[21t\x1b[6n\x1b[>0q", "U+001B"),
    ("charset", "\x1b(0qqq\x1b(B", "U+001B"),
    ("c1-csi", "\x9b66;6m", "U+009B"),
    ("c1-osc", "\x9d0;owned\x9c", "U+009D"),
    ("c1-dcs", "\x90owned\x9c", "U+0090"),
    ("c1-apc", "\x9fowned\x9c", "U+009F"),
    ("nul", "\0", "U+0000"),
    ("bell", "\x07\x07", "U+0007"),
    ("backspace", "sound\b\b\b\b\bowned", "U+0008"),
    ("delete", "\x7f", "U+007F"),
    ("shift", "\x0e\x0f", "U+000E"),
    ("feed", "\x0b\x0c", "U+000B"),
    ("enquiry", "\x05", "U+0005"),
    ("xoff", "\x13", "U+0013"),
    ("override", "\u202egnisrever", "U+202E"),
    ("embedding", "\u202ab\u202c", "U+202A"),
    ("isolate", "\u2066b\u2069", "U+2066"),
    ("deprecated", "\u206a\u206f", "U+206A"),
    ("tags", "".join(chr(0xE0000 + ord(letter)) for letter in "owned"), "U+E006F"),
    ("interlinear", "\ufff9a\ufffab\ufffb", "U+FFF9"),
    ("return", "sound\rowned", ""),
    ("separators", "\u2028\u2029\x85", ""),
    ("zero-width", "\u200b\u2060\u2063", ""),
    ("mark", "\ufeff", ""),
    ("soft-hyphen", "\xad", ""),
    ("joiner", "\u034f", ""),
    ("filler", "\u3164\u115f\uffa0", ""),
    ("selectors", "a" + "".join(chr(0xE0100 + ord(letter)) for letter in "owned"), ""),
    ("musical", "\U0001d173\U0001d17a", ""),
    ("shorthand", "\U0001bca0\U0001bca3", ""),
)
_ALL_FIELDS = "\n".join(
    f"{line}"
    for line in (
        "title: V",
        "kind: V",
        "date: [V]",
        "place: {name: V, venue: V, city: V, country: V}",
        "countries: [V]",
        "timezone: V",
        "language: V",
        "as_of: V",
        "status: V",
        "version: V",
        "supersedes: V",
        "marking: V",
        "principal: V",
        "summary: V",
        "objectives: {ours: V, theirs: [V], V: V}",
        "officials:",
        "  - {id: V, name: V, title: V, org: V, country: V, aliases: V, say: V, side: V, role: V, rank: V,",
        "     from: V, to: V, last_met: V, bio: V, note: V, sources: V, marking: V, V: V}",
        "  - V",
        "agenda:",
        "  - {id: V, topic: V, when: V, place: V, by: V, who: V, ask: V, points: V, if_raised: V, avoid: V,",
        "     background: V, certainty: V, note: V, sources: V, marking: V, language: V, V: V}",
        "  - V: V",
        "timeline:",
        "  - {id: V, date: V, event: V, place: V, who: V, status: V, certainty: V, after: V, note: V, sources: V,",
        "     marking: V, V: V}",
        "  - V: V",
        "background: V",
        "sections: {V: V}",
        "sources:",
        "  - {id: V, name: V, kind: V, date: V, url: V, quote: V, reliability: V, note: V, V: V}",
        "open_questions: [V]",
        "tags: [V]",
        "related: [V]",
        "x-own: {V: V}",
        "V: V",
        "brief: V",
        "id: V",
        "",
    )
)


def escaped(text: str) -> str:
    """Return `text` in double quotes, every character but letters and digits as YAML escapes it."""
    return '"' + "".join(char if char.isascii() and char.isalnum() else _escape(char) for char in text) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def cases() -> Cases:
    """Yield each sequence in each field, as a key, in an address, in Markdown, raw, and everywhere at once."""
    for name, sequence, told in SEQUENCES:
        value = escaped(f"a {sequence} z")
        said = (f"control character {told}; delete it (shown as a stand-in)",) if told else ()
        for slot in SLOTS:
            says = tuple(f"{slot.at()}: warning: yaml: {part}" for part in said)
            yield Case(f"{name}-in-{slot.name}", f"{name} by escape in {slot.name}", slot.filled(value).encode(), says)
        everywhere = _ALL_FIELDS.replace("V", value)
        yield opens(f"{name}-everywhere", f"{name} in all fields and keys of one brief", everywhere, *said)
        yield opens(f"{name}-as-key", f"{name} in a key", f"title: T\n{value}: x\n", *said, "unknown field")
        for where, written in (
            ("link", "[a](http://x/V)"),
            ("angle", "[a](<V>)"),
            ("label", "[V](x)"),
            ("auto", "<x:V>"),
        ):
            prose = escaped(written.replace("V", sequence))
            yield opens(f"{name}-in-{where}", f"{name} in a Markdown {where}", f"title: T\nsummary: {prose}\n", *said)
        yield opens(
            f"{name}-in-date", f"{name} in a date", f"title: T\ndate: {escaped('2023' + sequence + '/2024')}\n", *said
        )
    yield from _raw()
    for code in ("uD800", "uDC00", "U0000DFFF", "U00110000", "UFFFFFFFF"):
        yield refused(
            f"surrogate-{code}",
            "a surrogate, or no character at all, by escape",
            f'title: T\nsummary: "\\{code}"\n',
            "error: yaml: this escape names no character; write the character itself",
        )


def _raw() -> Cases:
    for name, sequence, _ in SEQUENCES:
        text = f"title: T\nsummary: |\n  a {sequence} z\nbackground: kept\n"
        if name in ("return", "separators"):
            yield refused(f"{name}-raw", "what YAML takes for the end of a line, in a block", text, "error: yaml:")
        else:
            yield opens(f"{name}-raw", f"{name} as it is, in a block", text)
    for code in (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0)):
        yield opens(
            f"raw-{code:02x}",
            "a control character as it is",
            f"title: a{chr(code)}b\n",
            f"1:9: warning: yaml: control character U+{code:04X}; delete it (shown as a stand-in)",
        )
