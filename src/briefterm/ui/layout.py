"""Text set in lines of cells: wrapped at spaces, with hanging indents, by the width each character takes."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import overload

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from briefterm.ui.clusters import whole

_CORNERS = 6  # cells of a border beside what is written in it


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `lead` stands before its first line, `bar` before all others, which begin `indent` cells in."""

    body: Text
    lead: Text = field(default_factory=Text)
    indent: int = 0
    bar: Text = field(default_factory=Text)

    def height(self, width: int) -> int:
        """Return how many `lines` it has, without making them."""
        return height(self.body, self._room(width))

    def lines(self, width: int) -> list[Text]:
        """Return the paragraph in lines of at most `width` cells."""
        parts = wrap(self.body, self._room(width))
        lines = [self._headed(self.lead, parts[0])]
        lines.extend(self._headed(self.bar, part) for part in parts[1:])
        return lines

    def _room(self, width: int) -> int:
        return max(8, width - self.indent)

    def _headed(self, head: Text, part: Text) -> Text:
        gap = self.indent - head.cell_len
        return Text.assemble(head, " " * max(0, gap), part)


def lay_out(blocks: Iterable[Block], width: int) -> list[Text]:
    """Return the lines of several paragraphs one below the other."""
    return [line for block in blocks for line in block.lines(width)]


class Column(Sequence[Text]):
    """The lines of several paragraphs one below the other; each is wrapped when it is first looked at."""

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        self._blocks = blocks
        self._width = width
        self._made: dict[int, list[Text]] = {}
        *self.tops, self._count = accumulate((block.height(width) for block in blocks), initial=0)
        """The line that each paragraph begins with."""

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, line: int) -> Text: ...
    @overload
    def __getitem__(self, line: slice) -> list[Text]: ...
    def __getitem__(self, line: int | slice) -> Text | list[Text]:
        if isinstance(line, slice):
            return [self[at] for at in range(*line.indices(len(self)))]
        if not 0 <= line < len(self):
            raise IndexError(line)
        at = bisect_right(self.tops, line) - 1
        if at not in self._made:
            self._made[at] = self._blocks[at].lines(self._width)
        return self._made[at][line - self.tops[at]]


def height(text: Text, width: int) -> int:
    """Return how many lines `wrap` makes of it."""
    plain = text.plain
    return 1 if _fits(plain, width) else sum(len(breaks(line, width)) + 1 for line in plain.split("\n"))


def _fits(line: str, width: int) -> bool:
    return "\n" not in line and len(line) <= width and (line.isascii() or cell_len(line) <= width)


def wrap(text: Text, width: int) -> list[Text]:
    """Return `text` in lines of at most `width` cells; line feeds in it are kept. Never empty."""
    if _fits(text.plain, width):
        return [text]
    lines: list[Text] = []
    for line in text.split("\n", allow_blank=True):
        cuts = breaks(line.plain, width)
        lines.extend(_trimmed(part) for part in (line.divide(cuts) if cuts else [line]))
    return lines or [Text()]


def _trimmed(line: Text) -> Text:
    line.rstrip()
    return line


def breaks(line: str, width: int) -> list[int]:
    """Return where to cut `line` so that each piece fits `width` cells, at a space where there is one."""
    cuts: list[int] = []
    if len(line) <= width and (line.isascii() or cell_len(line) <= width):
        return cuts
    used = start = 0
    for word_start, word_end in _pieces(line):
        word = line[word_start:word_end]
        cells = len(word) if word.isascii() else cell_len(word)
        visible = cells - (len(word) - len(word.rstrip(" ")))
        if used + visible <= width:
            used += cells
            continue
        if word_start > start:
            cuts.append(word_start)
            start, used = word_start, 0
        while visible > width:
            cut = _fitting(line, start, word_end, width)
            cuts.append(cut)
            filled = cell_len(line[start:cut])
            start, cells, visible = cut, cells - filled, visible - filled
            if visible <= width:  # measured anew, and only here: the cells of a sequence that was cut do not add up
                rest = line[start:word_end]
                cells = cell_len(rest)
                visible = cells - (len(rest) - len(rest.rstrip(" ")))
        used += cells
    return cuts


def _pieces(line: str) -> Iterable[tuple[int, int]]:
    """Words, each with the spaces after it."""
    start, size = 0, len(line)
    while start < size:
        end = line.find(" ", start)
        if end < 0:
            end = size
        while end < size and line[end] == " ":
            end += 1
        yield start, end
        start = end


def _fitting(line: str, start: int, end: int, width: int) -> int:
    """Where to cut `line` so that what stands from `start` fills `width` cells, in whole letters, at least one."""
    used = 0
    for index in range(start, end):
        used += cell_len(line[index])
        if used > width:
            return whole(line, start, max(start + 1, index))
    return end


def cut(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, an ellipsis in place of what does not fit."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    short = set_cell_size(text, width - 1)
    kept = len(short) if text.startswith(short) else len(short) - 1  # a space stands for half of a wide character
    return text[: whole(text, 0, kept) if kept else 0].rstrip() + "…"


def hint(text: str, width: int) -> str:
    """Return keys named in a border, parted by dots, as they fit a box of `width` cells: the last says how to leave."""
    *parts, last = text.split(" · ")
    while parts and cell_len(" · ".join((*parts, last))) > width - _CORNERS:
        parts.pop()
    return " · ".join((*parts, last))
