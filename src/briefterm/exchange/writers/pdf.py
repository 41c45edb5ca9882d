"""A PDF, with fpdf2: marking and edition at the head of every page, sources and page number at its foot.

It is laid out twice: once to learn on which page each chapter begins, once with the contents that say so. Scripts that
the reading font has not are set in other fonts of this machine and shaped by HarfBuzz. Text is text: no action, no
link but within the document.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.util import find_spec

from briefterm.exchange.fonts import Typography, scripts, typography
from briefterm.exchange.outline import Block, Item, Kind, Note, Outline, Part, Passage, Role, Run
from briefterm.exchange.prose import BULLET
from briefterm.exchange.writers.sheet import BODY, COLUMN, QUIET, STEP, Sheet
from briefterm.exchange.writers.text import write as as_text
from briefterm.exchange.written import Written, counted


def write(outline: Outline, stamp: datetime) -> Written:
    """Return the document, made at `stamp`, and which scripts no font of this machine has."""
    fonts = typography(as_text(outline) + "“”•·…")
    with _quiet():
        draft = _Pages(outline, fonts, stamp, {})
        draft.lay_out()
        draft.sheet.release()
        final = _Pages(outline, fonts, stamp, draft.seen)
        final.lay_out()
        data = bytes(final.sheet.output())
        final.sheet.release()
    return Written(data, tuple(_not_shown(fonts)))


def _not_shown(fonts: Typography | None) -> Iterator[str]:
    if find_spec("uharfbuzz") is None:
        yield "the joining of letters in Arabic and Indic scripts; install uharfbuzz"
    if fonts is None:
        yield "letters other than Western European, for want of any font; install one such as Noto Serif"
    elif fonts.missing:
        names = ", ".join(scripts(fonts.missing)[:6])
        yield f"{counted(len(fonts.missing), 'character')} that no font here has ({names}); install one, such as Noto's"


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' remarks on fonts off the terminal."""
    loggers = [logging.getLogger(name) for name in ("fpdf", "fontTools")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


class _Pages:
    """Lays an outline out. `pages` are those of an earlier layout by anchor; `seen` becomes those of this one.

    The anchor `""` stands for the number of pages.
    """

    def __init__(self, outline: Outline, fonts: Typography | None, stamp: datetime, pages: dict[str, int]) -> None:
        self.outline = outline
        self.sheet = Sheet(outline, fonts, stamp, pages.get("", 0))
        self.seen: dict[str, int] = {}
        self._pages = pages

    def lay_out(self) -> None:
        sheet, outline = self.sheet, self.outline
        sheet.add_page()
        sheet.paragraph((Run(outline.title, strong=True),), size=21, after=4)
        for label, text in outline.facts:
            sheet.labelled(label, text, COLUMN)
        self._contents()
        for number, part in enumerate(outline.parts):
            self._part(part, number)
        if outline.notes:
            self._heading("Sources", 1, "sources")
        for note in outline.notes:
            self._note(note)
        self.seen[""] = sheet.pages_count

    def _contents(self) -> None:
        sheet = self.sheet
        sheet.ln(5)
        sheet.paragraph((Run("Contents", strong=True),), size=12, after=1)
        for number, part in enumerate(self.outline.parts):
            self._entry(part.heading, f"part{number}", 0)
            for index, item in enumerate(part.items if part.role is Role.TOPICS else ()):
                self._entry(f"{index + 1}.  {item.heading}", f"topic{number}x{index}", STEP)
        if self.outline.notes:
            self._entry("Sources", "sources", 0)

    def _entry(self, text: str, anchor: str, left: float) -> None:
        self.sheet.entry(text, self._pages.get(anchor, 1), left)

    def _part(self, part: Part, number: int) -> None:
        if part.role is Role.TOPICS:
            self.sheet.fresh_page()
        self._heading(part.heading, 1, f"part{number}")
        for passage in part.passages:
            if passage.heading:
                self._heading(passage.heading, 2)
            self._blocks(passage.blocks, 0)
        index = 0
        for group in part.groups:
            if group.heading:
                self._heading(group.heading, 2)
            for item in group.items:
                if part.role is Role.EVENTS:
                    self._event(item)
                else:
                    sign = f"{index + 1}.  " if part.role is Role.TOPICS else ""
                    self._heading(f"{sign}{item.heading}", 3 if group.heading else 2, f"topic{number}x{index}", item)
                    self._below(item, item.when, 0)
                index += 1

    def _event(self, item: Item) -> None:
        sheet = self.sheet
        sheet.need(24)
        sheet.rule()
        page, top = sheet.page, sheet.get_y()
        sheet.paragraph((Run(item.when),), colour=QUIET, after=0.5, right=sheet.epw - COLUMN + 3)
        below = (sheet.page, sheet.get_y())
        sheet.back_to(page, top)
        sheet.paragraph((Run(item.heading, strong=True),), left=COLUMN, tail=item.cited, after=0.5)
        self._below(item, "", COLUMN)
        if below > (sheet.page, sheet.get_y()):
            sheet.back_to(*below)
        sheet.ln(1)

    def _below(self, item: Item, when: str, left: float) -> None:
        sheet = self.sheet
        if item.lead:
            lead = item.lead[0].upper() + item.lead[1:]
            sheet.paragraph((Run(lead),), size=BODY - 0.5, colour=QUIET, left=left, after=1)
        if item.ask:
            sheet.boxed((Run("Ask  ", strong=True), Run(item.ask)), left)
        for label, text in ((("When", when),) if when else ()) + item.facts:
            sheet.paragraph((Run(f"{label}: ", strong=True), Run(text)), size=BODY - 0.5, left=left, after=0.5)
        for passage in item.passages:
            self._passage(passage, left)

    def _passage(self, passage: Passage, left: float) -> None:
        if passage.runs_in:
            self._blocks(passage.run_in() if passage.heading else passage.blocks, left)
            return
        if passage.heading:
            self.sheet.need(12)
            self.sheet.ln(1)
            self.sheet.paragraph((Run(passage.heading, strong=True),), size=BODY - 0.5, left=left, after=0.5)
        self._blocks(passage.blocks, left)

    def _note(self, note: Note) -> None:
        sheet = self.sheet
        sheet.need(10)
        lead = (Run(f", {note.lead}", emphasis=True),) if note.lead else ()
        sheet.paragraph((Run(note.name), *lead), left=STEP, sign=f"{note.number}.", after=0.5)
        self._blocks(note.quote, 0)
        if note.address:
            sheet.paragraph((Run(note.address),), size=BODY - 1.5, colour=QUIET, left=STEP, after=0.5)
        self._blocks(note.remarks, STEP)
        sheet.ln(0.5)

    def _blocks(self, blocks: tuple[Block, ...], left: float) -> None:
        row: list[Block] = []
        for block in blocks:
            if row and not block.cells:
                self.sheet.grid(row, left)
                row = []
            if block.cells:
                row.append(block)
            else:
                self._block(block, left + STEP * block.depth)
        if row:
            self.sheet.grid(row, left)

    def _block(self, block: Block, left: float) -> None:
        sheet = self.sheet
        sign = "•" if block.sign == BULLET else block.sign
        match block.kind:
            case Kind.RULE:
                sheet.rule()
            case Kind.HEADING:
                sheet.need(14)
                sheet.ln(1.5)
                sheet.paragraph(tuple(Run(run.text, strong=True) for run in block.runs), left=left, after=0.5)
            case Kind.CODE:
                sheet.paragraph(block.runs, size=BODY - 1.5, left=left, after=2)
            case _:
                quoted = tuple(Run(run.text, run.strong, True, run.code, run.struck) for run in block.runs)
                sheet.paragraph(quoted if block.quoted else block.runs, left=left, sign=sign, after=1 if sign else 2)

    def _heading(self, text: str, level: int, anchor: str = "", item: Item | None = None) -> None:
        sheet = self.sheet
        size, above, room = {1: (15, 6, 30), 2: (12, 4, 24), 3: (11, 2.5, 20)}[level]
        sheet.need(room)
        if sheet.get_y() > sheet.t_margin + 1:
            sheet.ln(above)
        if anchor:
            self.seen[anchor] = sheet.page
            sheet.bookmark(text, level)
        after, tail = 1.8 if level == 1 else 0.6, item.cited if item else ""
        sheet.paragraph((Run(text, strong=True),), size=size, tail=tail, after=after)
        if level == 1:
            sheet.heading_rule()
