"""Tables on the screen: columns that share the width, or where it is too narrow, each row as lines of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from briefterm.exchange.outline import Align
from briefterm.exchange.tables import row_said, shared
from briefterm.ui.ink import Ink
from briefterm.ui.layout import Block, wrap

_GAP = 2
_LONGEST_WORD = 20
_TALLEST = 6
"""Words up to so many cells are not broken, and cells take not many more lines than that, or there are no columns."""
_HANG = 2
_ROUNDED = 1e-3  # as near as shares are reckoned
_NONE = Style.null()


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table; the first of its `rows` are the headings. Its `body` says it in reading order, for those who hear it."""

    rows: tuple[tuple[Text, ...], ...] = ()
    aligns: tuple[Align, ...] = ()
    rule: Style = _NONE
    quiet: Style = _NONE

    def height(self, width: int) -> int:
        """Return how many `lines` it has."""
        return len(self.lines(width))

    def lines(self, width: int) -> list[Text]:
        """Return the table in lines of at most `width` cells."""
        room = max(8, width - self.indent)
        widths = _widths(self.rows, room)
        found = list(self._columns(widths) if widths else self._pairs(room)) or [Text()]
        return [self._headed(self.bar if number else self.lead, line) for number, line in enumerate(found)]

    def _columns(self, widths: Sequence[int]) -> Iterator[Text]:
        rows = [[wrap(cell, width) for cell, width in zip(row, widths, strict=True)] for row in self.rows]
        apart = any(len(cell) > 1 for row in rows[1:] for cell in row)
        for number, row in enumerate(rows):
            if number > 1 and apart:
                yield Text()
            for at in range(max(map(len, row))):
                yield self._line([cell[at] if at < len(cell) else Text() for cell in row], widths)
            if number == 0:
                yield Text((" " * _GAP).join("─" * width for width in widths), self.rule)

    def _line(self, cells: Sequence[Text], widths: Sequence[int]) -> Text:
        line = Text()
        for number, (cell, width, align) in enumerate(zip(cells, widths, self.aligns, strict=True)):
            left = width - cell.cell_len
            before = left if align is Align.RIGHT else left // 2 if align is Align.CENTRE else 0
            line.append(" " * (before + (_GAP if number else 0))).append_text(cell).append(" " * (left - before))
        line.rstrip()
        return line

    def _pairs(self, room: int) -> Iterator[Text]:
        heads, *rows = self.rows
        for number, row in enumerate(rows):
            if number:
                yield Text()
            for head, cell in zip(heads, row, strict=True):
                if not cell.plain.strip():
                    continue
                label = head.plain.strip().rstrip(":")
                said = Text.assemble((f"{label}: ", self.quiet), cell) if label else cell
                first, *rest = wrap(said, room - _HANG)
                yield first
                yield from (Text.assemble(" " * _HANG, part) for part in rest)
        if not rows:
            yield from (part for head in heads if head for part in wrap(head, room))


def table_of(rows: Sequence[Sequence[Text]], aligns: Sequence[Align], ink: Ink) -> Table:
    """Return a table of rows that have as many cells each, the first of them the headings."""
    heads = [cell.plain for cell in rows[0]]
    for cell in rows[0]:
        cell.stylize_before(ink["strong"])
    said = [row_said(heads, [cell.plain for cell in row]) for row in islice(rows, 1, None)]
    body = Text("\n".join(said or ["; ".join(filter(None, heads))]))
    return Table(body, rows=tuple(map(tuple, rows)), aligns=tuple(aligns), rule=ink["rule"], quiet=ink["quiet"])


def _widths(rows: Sequence[Sequence[Text]], room: int) -> list[int] | None:
    """Return the cells of each column, or None where they would be too narrow to read."""
    natural, least = [], []
    for column in zip(*rows, strict=True):
        wide = max(1, *(cell.cell_len for cell in column))
        word = max((cell_len(word) for cell in column for word in cell.plain.split()), default=1)
        natural.append(wide)
        least.append(min(wide, max(min(word, _LONGEST_WORD), -(-wide // _TALLEST))))
    found = shared(natural, least, room - _GAP * (len(natural) - 1))
    return None if found is None else [int(width + _ROUNDED) for width in found]
