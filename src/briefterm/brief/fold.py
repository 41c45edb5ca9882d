"""Folding: the form in which words are compared, so that accents, case, width and typography do not matter.

NFKD and full case folding; marks dropped from Latin, Greek, Cyrillic, Arabic and Hebrew, where they are accents and
vowels, and kept in Indic scripts, where they are letters. Letters that do not decompose have a table.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "þ": "th", "ħ": "h",
        "ŋ": "n", "ŧ": "t", "ə": "e", "ƒ": "f", "ĸ": "k", "ʻ": "'", "ʼ": "'", "ʾ": "'", "ʿ": "'", "‘": "'",
        "’": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "ʹ": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-",
        "—": "-", "―": "-", "−": "-", "﹣": "-", "\u200e": "", "\u200f": "", "\u061c": "", "ـ": "",
    }
)  # fmt: skip
_DROPPED_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)


_REMEMBERED = 200


def fold(text: str) -> str:
    """Return `text` in the form in which it is compared."""
    return fold_long(text) if text.isascii() or len(text) > _REMEMBERED else _remembered(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> str:
    return fold_long(text)


def fold_long(text: str) -> str:
    """Return the same for a text too long to be worth remembering."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", _DROPPED_MARKS.sub("", decomposed))


def fold_line(text: str) -> str:
    """Return a title or the like folded, its runs of white space as one space each."""
    return " ".join(fold(text).split())


def fold_name(name: str) -> str:
    """Return a person's name folded, its full stops and commas dropped and its spaces single."""
    return " ".join(fold(name).replace(".", " ").replace(",", " ").split())
