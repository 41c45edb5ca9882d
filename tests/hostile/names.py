"""Names of 10,000 characters, names of nothing that can be seen, names no border survives."""

from tests.hostile.case import SLOTS, Case, Cases, opens, silent
from tests.hostile.controls import escaped

_REQUIRED = [slot for slot in SLOTS if slot.field.required and slot.field.name != "date"]
_UNSEEN = (
    ("space", " "), ("spaces", "   "), ("nbsp", "\xa0\xa0"), ("ideographic", "\u3000"), ("zero-width", "\u200b"),
    ("joiners", "\u200d\u200c"), ("directions", "\u200e\u200f\u061c"), ("word-joiner", "\u2060"), ("mark", "\ufeff"),
    ("soft-hyphen", "\xad"), ("filler", "\u3164"), ("jamo-filler", "\u1160"), ("braille", "\u2800"),
    ("newlines", "\n\n"), ("tabs", "\t\t"),
    ("selectors", "\ufe0f\ufe0f"), ("separators", "\u2028\u2029"), ("invisible-plus", "\u2064"),
)  # fmt: skip
_WIDE = (
    ("letters", "x" * 10_000), ("words", "word " * 2_000), ("cjk", "岸田文雄" * 2_500), ("emoji", "🏴" * 10_000),
    ("family", "👨\u200d👩\u200d👧\u200d👦" * 1_400),
    ("flags", "🇮🇳🇺🇸" * 2_500), ("zalgo", "Z" + "\u0300\u0316\u0489" * 3_000),
    ("devanagari", "क्षि" * 2_500), ("tamil", "ஸ்ரீ" * 2_000), ("thai", "กำ" * 5_000),
    ("arabic", "ﷺ" * 10_000), ("tall", "𒐫" * 10_000),
    ("hyphens", "a-" * 5_000), ("no-breaks", "a\xa0" * 5_000),
)  # fmt: skip


def cases() -> Cases:
    """Yield each kind of name where a name must stand."""
    for slot in _REQUIRED:
        said = (
            "error: title: a brief needs a title"
            if slot.field.name == "title"
            else f"the entry has no {slot.field.name}"
        )
        for name, text in _UNSEEN:
            why = f"a {slot.field.name} of {name} is none"
            yield Case(f"{name}-in-{slot.name}", why, slot.filled(escaped(text)).encode(), (said,))
        for name, text in _WIDE:
            shown = (" ".join(text.split()),) if name != "no-breaks" else ()
            yield silent(
                f"10000-{name}-in-{slot.name}", f"a long {slot.field.name}", slot.filled(escaped(text)), *shown
            )
    for name, text in (
        ("commas", "a" + ",b" * 5_000),
        ("brackets", "(" * 5_000 + ")" * 5_000),
        ("suffixes", "N" + ", Jr." * 2_000),
        ("country", "N (IN) (US) (XX)"),
    ):
        yield opens(f"short-form-{name}", "a short form that is hard to split", f"title: T\nofficials: ['{text}']\n")
    yield opens(
        "key-of-10000", "a field's name of 10,000 letters", f"title: T\n? {'k' * 10_000}\n: v\n", "unknown field `kkk"
    )
    yield opens(
        "people",
        "10,000 letters in every name",
        "title: T\nofficials: [" + ", ".join("x" * 10_000 for _ in range(50)) + "]\n",
    )
