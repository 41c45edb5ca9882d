"""Rows of equal height that are made when they are drawn, and rows one below the other."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from rich.cells import cell_len
from rich.style import Style
from rich.text import Span, Text

from briefterm.ui.item_rows import Rows
from briefterm.ui.layout import cut

WIDEST = 124
"""Cells a line of columns fills at most, so that the eye finds from one to the other."""
Draw = Callable[[int, int], list[Text]]


class LineRows:
    """`count` rows of `height` lines. `draw` makes those of a row at a width; every row is an item, its key its place.

    `passed` are rows that the cursor passes over; `first` is the key of the first row.
    """

    def __init__(
        self, count: int, draw: Draw, *, height: int = 1, first: int = 0, passed: frozenset[int] = frozenset()
    ) -> None:
        self._count = count
        self._draw = draw
        self._height = height
        self._first = first
        self._passed = passed

    def __len__(self) -> int:
        return self._count

    def key(self, index: int) -> int | None:
        """Return the item of a row."""
        return None if index in self._passed else index + self._first

    def find(self, key: int) -> int | None:
        """Return the row of an item."""
        index = key - self._first
        return index if 0 <= index < self._count and index not in self._passed else None

    def tops(self, width: int) -> Sequence[int]:
        """Return the first line of each row, and the number of lines at the end."""
        return range(0, self._height * (self._count + 1), self._height)

    def lines(self, index: int, width: int) -> list[Text]:
        """Return the lines of one row."""
        return self._draw(index, width)

    def plain(self, width: int) -> Rows:
        """Return the same as plain lines."""
        from briefterm.ui.text.plain import drawn_lines

        return drawn_lines(self, width)


class FoldingRows(LineRows):
    """Rows of one line, or of more where `height` says so of a row at a width: it is asked of all once a width."""

    def __init__(
        self,
        count: int,
        draw: Draw,
        height: Callable[[int, int], int],
        *,
        first: int = 0,
        passed: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(count, draw, first=first, passed=passed)
        self._lines = height
        self._width = -1
        self._tops: Sequence[int] = ()

    def tops(self, width: int) -> Sequence[int]:
        """Return the first line of each row, and the number of lines at the end."""
        if width != self._width:
            self._width = width
            self._tops = list(accumulate((self._lines(at, width) for at in range(len(self))), initial=0))
        return self._tops


class Joined:
    """Rows below other rows; no two have one key."""

    def __init__(self, above: Rows, below: Rows) -> None:
        self._above = above
        self._below = below
        self._width = -1
        self._tops: list[int] = []

    def __len__(self) -> int:
        return len(self._above) + len(self._below)

    def key(self, index: int) -> int | None:
        """Return the item of a row."""
        edge = len(self._above)
        return self._above.key(index) if index < edge else self._below.key(index - edge)

    def find(self, key: int) -> int | None:
        """Return the row of an item."""
        found = self._above.find(key)
        if found is not None:
            return found
        found = self._below.find(key)
        return None if found is None else found + len(self._above)

    def tops(self, width: int) -> Sequence[int]:
        """Return the first line of each row, and the number of lines at the end."""
        if width != self._width:
            self._width = width
            above = self._above.tops(width) if len(self._above) else [0]
            edge = above[-1]
            self._tops = [*above[:-1], *(edge + top for top in self._below.tops(width))]
        return self._tops

    def lines(self, index: int, width: int) -> list[Text]:
        """Return the lines of one row."""
        edge = len(self._above)
        return self._above.lines(index, width) if index < edge else self._below.lines(index - edge, width)

    def plain(self, width: int) -> Rows:
        """Return the same as plain lines."""
        return Joined(self._above.plain(width), self._below.plain(width))


def columns(left: Text, right: Text, width: int) -> Text:
    """Return one line with `right` at its right end, at most WIDEST cells away; `left` is cut where both do not fit."""
    width = min(width, WIDEST)
    room = width - right.cell_len - (2 if right else 0)
    if left.cell_len > room:
        left = clipped(left, max(1, room))
    return Text.assemble(left, " " * max(0, width - left.cell_len - right.cell_len), right)


def clipped(text: Text, width: int) -> Text:
    """Return `text` in at most `width` cells, an ellipsis in place of what does not fit; its styles stay."""
    if text.cell_len <= width:
        return text
    short = cut(text.plain, width)
    kept = text[: len(short) - 1]
    return Text.assemble(kept, short[-1:])


def grounded(text: Text, ground: Style) -> Text:
    """Return text over a ground; where ink and ground change places, without colours, which would be its ground."""
    styled = [
        span._replace(style=span.style.without_color) if ground.reverse and isinstance(span.style, Style) else span
        for span in text.spans
    ]
    over = Span(0, len(text), ground)
    return Text(text.plain, spans=[over, *styled] if ground.reverse else [*styled, over])


def padded(text: str, width: int) -> str:
    """Return `text` with spaces after it, up to `width` cells."""
    return text + " " * max(0, width - cell_len(text))


def counted(number: int, what: str) -> str:
    """Return a number of things in words."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
