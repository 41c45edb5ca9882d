"""Which way a text runs, by its first strong letter (Unicode Annex 9, rules P2 and P3)."""

import unicodedata


def is_rtl(text: str) -> bool:
    """Return whether `text` begins from the right, as Arabic and Hebrew do."""
    if text.isascii():
        return False
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
