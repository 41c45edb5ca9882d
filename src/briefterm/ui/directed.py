"""Right-to-left text among columns: kept in its own by marks of direction that have no width.

A terminal that reorders such text (GNOME Terminal, Konsole) takes a line for one text: two panes of Hebrew change
places, and a number that follows Arabic is drawn before it. After the marks the line goes on from left to right.
"""

import re
import unicodedata
from collections.abc import Iterator

from rich.segment import Segment
from textual.strip import Strip

ONWARD = "\N{LEFT-TO-RIGHT MARK}"
MARKS = "\N{RIGHT-TO-LEFT MARK}" + ONWARD
"""What ends right-to-left text: signs at its end belong to it, what comes then does not."""
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BETWEEN = re.compile(r"\s{2,}| · |\s*[\u2500-\u25ff]+|\s*\Z")
_STRONG = frozenset(("L", "R", "AL"))


def directed(strip: Strip) -> Strip:
    """Return a strip with marks after each column of it that ends from right to left."""
    text = strip.text
    if not _FROM_RIGHT.search(text):
        return strip
    return Strip(_marked(strip, tuple(ends(text))), strip.cell_length)


def ends(text: str) -> Iterator[tuple[int, str]]:
    """Yield where in a line columns end whose last letter is of a script from right to left, and the marks for it."""
    begins = 0
    for found in _BETWEEN.finditer(text):
        column = text[begins : found.start()]
        if _FROM_RIGHT.search(column) and _last_strong(column) != "L":
            enclosed = column.endswith(")") and _last_strong(column[: column.rfind("(")]) == "L"
            yield found.start(), ONWARD if enclosed else MARKS
        begins = found.end()


def _last_strong(text: str) -> str:
    return next((kind for kind in map(unicodedata.bidirectional, reversed(text)) if kind in _STRONG), "")


def _marked(strip: Strip, ending: tuple[tuple[int, str], ...]) -> Iterator[Segment]:
    at = 0
    for segment in strip:
        text, after = segment.text, at + len(segment.text)
        for place, marks in reversed(ending):
            if at < place <= after:
                text = text[: place - at] + marks + text[place - at :]
        at = after
        yield Segment(text, segment.style, segment.control)
