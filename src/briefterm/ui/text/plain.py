"""Rows as plain lines: for whoever hears them, or feels them on a braille line, with nothing that is only to be seen.

Each line is a row of its own, so that a cursor can stand on it; lines of one item have its key, and headings that of
the item below them.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from briefterm.ui.layout import Block, cut, wrap

if TYPE_CHECKING:
    from briefterm.ui.item_rows import Rows
    from briefterm.ui.text.marks import Marker

WIDEST = 1_000
"""Cells in which rows are set before they are wrapped: enough for nothing to be cut."""
_SHORT_LINES = 60
_MOST_WHOLE = 500
_GAP = re.compile(r"(?:\u00a0· | · |\s{2,})[\s·]*")
_SEEN = re.compile(
    "[·━◂▸]{4,}|[\u2500-\u259f▰▱◆◂▸⋮►▻∅±⇅»]+[\u00a0 ]?|(?:^|(?<= ))~\u00a0|(?<=[ \u00a0])✓ (?=done)|^✓ (?=done)"
)
_SPOKEN = {
    "●": "past", "○": "ahead", "◐": "under way", "✕": "cancelled", "⚑": "bookmarked", "✎": "note", "!": "errors:",
    "+": "now", "\N{MINUS SIGN}": "before", "✓": "done",
}  # fmt: skip
_AT_AN_END = re.compile(r"^([●○◐✕✓✎⚑!+\u2212])(?=\s|$)|(?<=\s)([✓✎⚑✕])(?=\s|$)")


class PlainRows:
    """Lines, each with the key of the item it is of. `mark` marks words in a line when it is drawn."""

    def __init__(self, lines: Sequence[tuple[Text, int | None]], mark: "Marker | None" = None) -> None:
        self._lines = lines
        self._mark = mark
        self._rows: dict[int, int] = {}
        for row, (text, key) in enumerate(lines):
            if key is not None and text:
                self._rows.setdefault(key, row)

    def __len__(self) -> int:
        return len(self._lines)

    def key(self, index: int) -> int | None:
        """Return the item of a line."""
        return self._lines[index][1]

    def find(self, key: int) -> int | None:
        """Return the first line of an item."""
        return self._rows.get(key)

    def tops(self, width: int) -> Sequence[int]:
        """Return the number of each line, and how many there are."""
        return range(len(self._lines) + 1)

    def lines(self, index: int, width: int) -> list[Text]:
        """Return a line."""
        line = self._lines[index][0]
        return [line if self._mark is None else self._mark(line.copy())]

    def plain(self, width: int) -> "Rows":
        """Return these: they are plain."""
        return self


def drawn_lines(rows: "Rows", width: int) -> "Rows":
    """Return rows that are made as they are drawn as lines of at most `width` cells; of very many each as high."""
    if len(rows) > _MOST_WHOLE:
        return EvenLines(rows, width)
    found: list[tuple[Text, int | None]] = []
    for row in range(len(rows)):
        text = _joined(rows.lines(row, WIDEST))
        found += [(line, rows.key(row)) for line in (wrap(text, width) if text else ())]
    return PlainRows(found)


def _joined(lines: Iterable[Text]) -> Text:
    return Text(", ").join(text for text in map(spoken, lines) if text)


class EvenLines:
    """Rows that are made as they are drawn, as plain lines: as many for each row, cut where it takes more."""

    def __init__(self, rows: "Rows", width: int) -> None:
        self._given = rows
        self._width = width
        self._high = 1 if width >= _SHORT_LINES and len(rows) and len(rows.lines(0, WIDEST)) == 1 else 2
        if width < _SHORT_LINES:
            self._high = 3

    def __len__(self) -> int:
        return len(self._given) * self._high

    def key(self, index: int) -> int | None:
        """Return the item of a line."""
        return self._given.key(index // self._high)

    def find(self, key: int) -> int | None:
        """Return the first line of an item."""
        found = self._given.find(key)
        return None if found is None else found * self._high

    def tops(self, width: int) -> Sequence[int]:
        """Return the number of each line, and how many there are."""
        return range(len(self) + 1)

    def lines(self, index: int, width: int) -> list[Text]:
        """Return a line."""
        row, at = divmod(index, self._high)
        text = _joined(self._given.lines(row, WIDEST))
        parts = wrap(text, self._width) if text else []
        if at >= len(parts):
            return [Text()]
        if at == self._high - 1 and len(parts) > self._high:
            return [Text(cut(f"{parts[at].plain} {parts[at + 1].plain}", self._width))]
        return [parts[at]]

    def plain(self, width: int) -> "Rows":
        """Return these: they are plain."""
        return self


def lines_of(rows: Iterable[tuple[int | None, Iterable[Block]]], width: int) -> PlainRows:
    """Return rows of blocks, each with its key, as lines of at most `width` cells."""
    found: list[tuple[Text, int | None]] = []
    for key, blocks in rows:
        for block in blocks:
            found += [(line, key) for line in wrap(_paragraph(block), width)]
    following: int | None = None
    for at in range(len(found) - 1, -1, -1):
        text, key = found[at]
        following = key if key is not None else following
        found[at] = (text, following)
    return PlainRows(found)


def plain_lines(blocks: Iterable[Block], width: int) -> tuple[list[Text], list[int]]:
    """Return blocks as lines of at most `width` cells, and the line each block begins with; one empty line for many."""
    lines: list[Text] = []
    tops = []
    for block in blocks:
        tops.append(len(lines))
        lines.extend(line for line in wrap(_paragraph(block), width) if line or (lines and lines[-1]))
    return lines, tops


def _paragraph(block: Block) -> Text:
    lead, body = spoken(block.lead), spoken(block.body)
    if not lead or not body:
        return lead or body
    return Text.assemble(lead, ": " if lead.plain[-1].isalnum() else " ", body)


def spoken(line: Text) -> Text:
    """Return a line without what is only to be seen: signs as words, what stands apart parted by a comma."""
    line = _trimmed(_replaced(line, _SEEN, lambda _: ""))
    line = _replaced(line, _AT_AN_END, lambda sign: _SPOKEN[sign])
    return _trimmed(_replaced(line, _GAP, lambda _: ", "))


def _trimmed(line: Text) -> Text:
    plain = line.plain
    begin, end = len(plain) - len(plain.lstrip(" ,\u00a0")), len(plain.rstrip(" ,\u00a0"))
    return line[begin:end] if end > begin else Text()


def _replaced(line: Text, what: re.Pattern[str], by: Callable[[str], str]) -> Text:
    found = list(what.finditer(line.plain))
    if not found:
        return line
    parts: list[Text | str] = []
    at = 0
    for match in found:
        parts += [line[at : match.start()], by(match.group().strip())]
        at = match.end()
    return Text.assemble(*parts, line[at:])
