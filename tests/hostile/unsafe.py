"""What must never leave briefterm, told without its own code: by Unicode's categories, and by a terminal's grammar."""

import re
import unicodedata

_SHOWN_FORMATS = frozenset(
    "\u200c\u200d\u200e\u200f\u061c"  # joiners and direction marks of Indic scripts, Persian, Hebrew
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # signs that are seen
) | {chr(code) for code in range(0x13430, 0x13440)}  # how hieroglyphs are joined
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | {chr(code) for code in range(0xE0100, 0xE01F0)}
_CATEGORIES = frozenset(("Cc", "Cs", "Cf", "Zl", "Zp"))

# What Textual writes: CSI sequences, and the shape of the mouse pointer.
_TEXTUALS_OWN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\]22;[a-z]+\x07)")


def is_unsafe(char: str) -> bool:
    """Return whether `char` acts on a terminal or hides, a line feed excepted."""
    if char == "\n" or char in _SHOWN_FORMATS:
        return False
    return char in _BLANK or unicodedata.category(char) in _CATEGORIES or ord(char) & 0xFFFE == 0xFFFE


def unsafe_in(text: str) -> str:
    """Return the unsafe characters of `text`, as often as they stand in it."""
    if text.isascii() and text.isprintable():
        return ""
    unsafe = {char for char in set(text) if is_unsafe(char)}
    return "".join(char for char in text if char in unsafe) if unsafe else ""


def leaked(written: bytes, sequences: tuple[str, ...]) -> bytes:
    """Return the bytes that a program wrote to its terminal and that are not its own.

    Its own are text, CR, LF and whole CSI sequences, but for those of `sequences`, which stand in the briefs.
    """
    found = [sequence.encode() for sequence in sequences if _acts(sequence) and sequence.encode() in written]
    text = _TEXTUALS_OWN.sub(b"", written).decode("utf-8", "surrogateescape")
    found += [char.encode("utf-8", "surrogatepass") for char in text if char not in "\r\n" and is_unsafe(char)]
    return b"".join(found)


def _acts(sequence: str) -> bool:
    return sequence.startswith("\x1b") and len(sequence) > 2
