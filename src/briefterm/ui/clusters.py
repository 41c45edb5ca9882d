"""Where text may be cut: between what a reader takes for letters, never inside one (after Unicode's UAX 29).

Marks stay with their letter, the letters of an Indic conjunct with each other, pictures joined into one together, and
the two letters of a flag.
"""

import unicodedata

_JOINERS = "\u200c\u200d"
_ZWJ = "\u200d"
_VIRAMA = 9
"""The combining class of signs that join a consonant to the next."""
_LONGEST = 32
"""So many characters at most are taken for one letter, whatever marks are heaped on it."""


def whole(text: str, start: int, at: int) -> int:
    """Return the last place up to `at`, and after `start`, where `text` may be cut; `at` itself where there is none."""
    for place in range(at, max(start, at - _LONGEST), -1):
        if _may_cut(text, place):
            return place
    return at


def _may_cut(text: str, at: int) -> bool:
    if at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if after.isascii():
        return True
    if unicodedata.category(after)[0] == "M" or after in _JOINERS or "\U0001f3fb" <= after <= "\U0001f3ff":
        return False
    if before == _ZWJ or (unicodedata.combining(before) == _VIRAMA and after.isalpha()):
        return False
    if "\u1160" <= after <= "\u11ff":  # vowels and finals of Korean syllables spelt out
        return False
    return not (_flag(after) and _flags_before(text, at) % 2)


def _flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    count = 0
    while count < min(at, _LONGEST) and _flag(text[at - 1 - count]):
        count += 1
    return count
