"""Plain text in reading order: for screen readers, braille lines, pipes and printers.

No boxes, no columns, no signs to be read aloud: headings stand alone in capitals, what belongs to an item hangs below
it, and a line is at most 80 columns wide, wide characters counted as two.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len, chop_cells

from briefterm.exchange.outline import Block, Item, Kind, Note, Outline, Part, Passage, Place, Role
from briefterm.exchange.prose import BULLET, blocks
from briefterm.exchange.tables import in_reading_order

WIDTH = 80
_STEP = 2
_UNWRAPPED = 1_000_000
_TITLE: Place = ("title", 0)


class Begins(StrEnum):
    """What begins with a line."""

    PART = "part"
    GROUP = "group"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Line:
    """A line in reading order: what of the brief it is of, and what begins with it, if anything does.

    The heading of a part or a group of items is of no place itself.
    """

    text: str
    place: Place | None = None
    begins: Begins | None = None


def write(outline: Outline, width: int = WIDTH) -> str:
    """Return the whole outline as text, `width` columns wide, ending in a line feed."""
    return "\n".join(line.text for line in _Lines(width).of(outline)) + "\n"


def flush_lines(outline: Outline, width: int, beside: Mapping[Place, Iterable[str]]) -> Iterator[Line]:
    """Yield the same text without indents, for those to whom they only cost room, an empty line before each item.

    `beside` is what is to be said below the headings of places besides what the brief says.
    """
    empty = True
    for line in _Lines(width, step=0, beside=beside).of(outline):
        if line.text or not empty:
            yield line
        empty = not line.text


def plain_item(item: Item) -> str:
    """Return what is said below an item's heading, in lines that are not wrapped."""
    return "\n".join(_Lines(_UNWRAPPED).below(item, 0))


def plain_prose(text: str) -> str:
    """Return a Markdown text without its marks, in lines that are not wrapped."""
    return "\n".join(_Lines(_UNWRAPPED).passage(Passage("", blocks(text)), 0))


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` columns, between words, or within one that is wider than a line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for word in paragraph.split():
            for piece in [word] if cell_len(word) <= width else chop_cells(word, width):
                room = cell_len(piece)
                if line and used + 1 + room > width:
                    lines.append(line)
                    line, used = piece, room
                elif line:
                    line, used = f"{line} {piece}", used + 1 + room
                else:
                    line, used = piece, room
        lines.append(line)
    return lines


class _Lines:
    """Sets an outline in lines of `width` columns; what belongs to something stands `step` columns further in."""

    def __init__(self, width: int, *, step: int = _STEP, beside: Mapping[Place, Iterable[str]] | None = None) -> None:
        self._width = width
        self._step = step
        self._beside = beside or {}

    def of(self, outline: Outline) -> Iterator[Line]:
        banner = list(_placed(self._hang(", ".join(outline.banner)), None))
        yield from _placed(self._head(outline), _TITLE)
        for part in outline.parts:
            yield from (Line(""), Line(""))
            yield from _placed(self._hang(part.heading.upper()), part.place, Begins.PART)
            yield from self._part(part)
        if outline.notes:
            yield from (Line(""), Line(""), Line("SOURCES", None, Begins.PART))
        for note in outline.notes:
            yield Line("")
            yield from _placed(self._note(note), ("sources", note.number - 1), Begins.ITEM)
        yield Line("")
        yield from banner

    def _head(self, outline: Outline) -> Iterator[str]:
        yield from self._hang(", ".join(outline.banner))
        yield ""
        yield from self._hang(outline.title)
        yield from self._said(_TITLE, 0)
        if outline.facts:
            yield ""
        for label, text in outline.facts:
            yield from self._hang(f"{label}: {text}", 0, self._step)

    def _part(self, part: Part) -> Iterator[Line]:
        for passage in part.passages:
            yield Line("")
            yield from _placed(self.passage(passage, 0), part.place)
        number = 0
        for group in part.groups:
            if group.heading:
                yield Line("")
                yield from _placed(self._hang(group.heading), None, Begins.GROUP)
            for item in group.items:
                number += 1
                yield Line("")
                sign = f"{number}. " if part.role is Role.TOPICS else ""
                yield from _placed(self._item(item, part.role, sign), item.place, Begins.ITEM)

    def _item(self, item: Item, role: Role, sign: str) -> Iterator[str]:
        left = 2 * self._step
        heading = f"{sign}{item.heading}"
        if role is Role.EVENTS:
            heading = f"{item.when}: {heading}"
        yield from self._hang(heading, self._step, left + len(sign) if self._step else 0)
        yield from self._said(item.place, left)
        if item.when and role is not Role.EVENTS:
            yield from self._hang(f"When: {item.when}", left, left + self._step)
        yield from self.below(item, left)

    def _said(self, place: Place | None, left: int) -> Iterator[str]:
        for said in self._beside.get(place, ()) if place else ():
            yield from self._hang(said, left, left + self._step)

    def below(self, item: Item, left: int) -> Iterator[str]:
        if item.lead:
            yield from self._hang(item.lead[0].upper() + item.lead[1:], left, left)
        if item.ask:
            yield from self._hang(f"Ask: {item.ask}", left, left + self._step)
        for label, text in item.facts:
            yield from self._hang(f"{label}: {text}", left, left + self._step)
        for passage in item.passages:
            yield from self.passage(passage, left)
        if item.cites:
            yield from self._hang(f"Sources: {item.cited}", left, left + self._step)

    def passage(self, passage: Passage, left: int) -> Iterator[str]:
        inner = left
        only = passage.blocks[0] if len(passage.blocks) == 1 else None
        if passage.heading and only and only.kind is Kind.PARAGRAPH and not only.depth:
            yield from self._hang(f"{passage.heading}: {only.text}", left, left + self._step)
            return
        if passage.heading:
            yield from self._hang(f"{passage.heading}:", left)
            inner = left + self._step
        before: Block | None = None
        for block in in_reading_order(passage.blocks):
            if before is not None and not _close(before, block):
                yield ""
            yield from self._block(block, inner)
            before = block

    def _block(self, block: Block, left: int) -> Iterator[str]:
        sign = "- " if block.sign == BULLET else f"{block.sign} " if block.sign else ""
        if sign and not self._step:  # what an indent would say: an item of a list in a list
            sign = "- " * (block.depth - 1) + sign
        inner = left + self._step * block.depth
        lead = max(left, inner - self._step) if sign else inner
        if block.kind is Kind.CODE:
            for line in block.text.split("\n"):
                yield from [" " * inner + line] if self._step else chop_cells(line, self._width) or [""]
        elif block.cells:
            yield from self._hang(block.text, lead, inner + self._step, sign)
        elif block.kind is not Kind.RULE:
            opening, closing = ("“", "”") if block.quoted else ("", "")
            rest = lead + max(len(sign), inner - lead) if self._step else 0
            yield from self._hang(f"{opening}{block.text}{closing}", lead, rest, sign)

    def _note(self, note: Note) -> Iterator[str]:
        left = self._step + len(f"[{note.number}] ") if self._step else 0
        yield from self._hang(f"[{note.number}] {note.name}", self._step, left)
        if note.lead:
            yield from self._hang(note.lead[0].upper() + note.lead[1:], left, left)
        yield from self.passage(Passage("", note.quote), left)
        if note.address:
            yield from self._hang(note.address, left, left)
        yield from self.passage(Passage("", note.remarks), left)

    def _hang(self, text: str, first: int = 0, rest: int | None = None, sign: str = "") -> Iterator[str]:
        """The text as lines, the first with `sign` at column `first`, those after it at column `rest`."""
        rest = first if rest is None else rest
        pad = " " * first + sign
        room = max(20 if self._step else 4, self._width - max(len(pad), rest))
        for number, line in enumerate(wrap(text, room)):
            yield (f"{pad if number == 0 else ' ' * rest}{line}").rstrip()


def _placed(texts: Iterable[str], place: Place | None, begins: Begins | None = None) -> Iterator[Line]:
    """The texts as lines of a place; what begins does so with the first."""
    for text in texts:
        yield Line(text, place, begins)
        begins = None


def _close(before: Block, block: Block) -> bool:
    """Whether two blocks follow each other without an empty line: items of a list, rows of a table."""
    rows = (Kind.HEAD, Kind.ROW)
    return (before.depth > 0 and block.depth > 0 and bool(block.sign)) or (before.kind in rows and block.kind in rows)
