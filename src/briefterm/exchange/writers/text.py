"""Plain text in reading order: for screen readers, braille lines, pipes and printers.

No boxes, no columns, no signs to be read aloud: headings stand alone in capitals, what belongs to an item hangs below
it, and a line is at most 80 columns wide, wide characters counted as two.
"""

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

from briefterm.exchange.outline import Block, Item, Kind, Note, Outline, Part, Passage, Role
from briefterm.exchange.prose import BULLET, blocks

WIDTH = 80
_STEP = 2
_UNWRAPPED = 1_000_000


def write(outline: Outline, width: int = WIDTH) -> str:
    """Return the whole outline as text, `width` columns wide, ending in a line feed."""
    return "\n".join(_Lines(width).of(outline)) + "\n"


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
    def __init__(self, width: int) -> None:
        self._width = width

    def of(self, outline: Outline) -> Iterator[str]:
        banner = list(self._hang(", ".join(outline.banner)))
        yield from banner
        yield ""
        yield from self._hang(outline.title)
        if outline.facts:
            yield ""
        for label, text in outline.facts:
            yield from self._hang(f"{label}: {text}", 0, _STEP)
        for part in outline.parts:
            yield ""
            yield ""
            yield from self._hang(part.heading.upper())
            yield from self._part(part)
        if outline.notes:
            yield from ("", "", "SOURCES")
        for note in outline.notes:
            yield ""
            yield from self._note(note)
        yield ""
        yield from banner

    def _part(self, part: Part) -> Iterator[str]:
        for passage in part.passages:
            yield ""
            yield from self.passage(passage, 0)
        number = 0
        for group in part.groups:
            if group.heading:
                yield ""
                yield from self._hang(group.heading)
            for item in group.items:
                number += 1
                yield ""
                yield from self._item(item, part.role, f"{number}. " if part.role is Role.TOPICS else "")

    def _item(self, item: Item, role: Role, sign: str) -> Iterator[str]:
        left = 2 * _STEP
        heading = f"{sign}{item.heading}"
        if role is Role.EVENTS:
            heading = f"{item.when}: {heading}"
        yield from self._hang(heading, _STEP, left + len(sign))
        if item.when and role is not Role.EVENTS:
            yield from self._hang(f"When: {item.when}", left, left + _STEP)
        yield from self.below(item, left)

    def below(self, item: Item, left: int) -> Iterator[str]:
        if item.lead:
            yield from self._hang(item.lead[0].upper() + item.lead[1:], left, left)
        if item.ask:
            yield from self._hang(f"Ask: {item.ask}", left, left + _STEP)
        for label, text in item.facts:
            yield from self._hang(f"{label}: {text}", left, left + _STEP)
        for passage in item.passages:
            yield from self.passage(passage, left)
        if item.cites:
            yield from self._hang(f"Sources: {item.cited}", left, left + _STEP)

    def passage(self, passage: Passage, left: int) -> Iterator[str]:
        inner = left
        only = passage.blocks[0] if len(passage.blocks) == 1 else None
        if passage.heading and only and only.kind is Kind.PARAGRAPH and not only.depth:
            yield from self._hang(f"{passage.heading}: {only.text}", left, left + _STEP)
            return
        if passage.heading:
            yield from self._hang(f"{passage.heading}:", left)
            inner = left + _STEP
        before: Block | None = None
        for block in passage.blocks:
            if before is not None and not _close(before, block):
                yield ""
            yield from self._block(block, inner)
            before = block

    def _block(self, block: Block, left: int) -> Iterator[str]:
        sign = "- " if block.sign == BULLET else f"{block.sign} " if block.sign else ""
        inner = left + _STEP * block.depth
        lead = max(left, inner - _STEP) if sign else inner
        if block.kind is Kind.CODE:
            for line in block.text.split("\n"):
                yield " " * inner + line
        elif block.cells:
            cells = "; ".join("".join(run.text for run in cell) for cell in block.cells)
            yield from self._hang(cells, lead, inner + _STEP, sign)
        elif block.kind is not Kind.RULE:
            opening, closing = ("“", "”") if block.quoted else ("", "")
            yield from self._hang(f"{opening}{block.text}{closing}", lead, lead + max(len(sign), inner - lead), sign)

    def _note(self, note: Note) -> Iterator[str]:
        left = _STEP + len(f"[{note.number}] ")
        yield from self._hang(f"[{note.number}] {note.name}", _STEP, left)
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
        room = max(20, self._width - max(len(pad), rest))
        for number, line in enumerate(wrap(text, room)):
            yield (f"{pad if number == 0 else ' ' * rest}{line}").rstrip()


def _close(before: Block, block: Block) -> bool:
    """Whether two blocks follow each other without an empty line: items of a list, rows of a table."""
    rows = (Kind.HEAD, Kind.ROW)
    return (before.depth > 0 and block.depth > 0 and bool(block.sign)) or (before.kind in rows and block.kind in rows)
