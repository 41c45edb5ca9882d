"""What a list shows, row by row: what any rows say of themselves, and rows that are each as high as their text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from rich.text import Text

from briefterm.ui.layout import Block, lay_out


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` is the item's index, or None for a heading or rule, which the cursor passes over."""

    key: int | None
    blocks: tuple[Block, ...]


class Rows(Protocol):
    """What a list shows. Heights are lines at a width in cells."""

    def __len__(self) -> int:
        """How many rows."""

    def key(self, index: int) -> int | None:
        """Return the item of a row, or None where the cursor cannot stand."""

    def find(self, key: int) -> int | None:
        """Return the row of an item."""

    def tops(self, width: int) -> Sequence[int]:
        """Return the first line of each row, and the number of lines at the end."""

    def lines(self, index: int, width: int) -> list[Text]:
        """Return the lines of one row."""

    def plain(self, width: int) -> "Rows":
        """Return the same as plain lines of at most `width` cells, each a row of its own."""


class ItemRows:
    """Rows of a brief's items, each as high as its text. Lines are made when they are first looked at."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self._rows = rows
        self._width = -1
        self._tops: list[int] = []
        self._lines: dict[int, list[Text]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def key(self, index: int) -> int | None:
        """Return the item of a row."""
        return self._rows[index].key

    def find(self, key: int) -> int | None:
        """Return the row of an item."""
        return next((index for index, row in enumerate(self._rows) if row.key == key), None)

    def tops(self, width: int) -> Sequence[int]:
        """Return the first line of each row, and the number of lines at the end."""
        if width != self._width:
            self._width = width
            self._lines = {}
            heights = (sum(block.height(width) for block in row.blocks) for row in self._rows)
            self._tops = list(accumulate(heights, initial=0))
        return self._tops

    def lines(self, index: int, width: int) -> list[Text]:
        """Return the lines of one row."""
        self.tops(width)
        if index not in self._lines:
            self._lines[index] = lay_out(self._rows[index].blocks, width)
        return self._lines[index]

    def plain(self, width: int) -> Rows:
        """Return the same as plain lines."""
        from briefterm.ui.text.plain import lines_of

        return lines_of(((row.key, row.blocks) for row in self._rows), width)
