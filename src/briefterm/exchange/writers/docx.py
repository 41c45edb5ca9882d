"""A Word document, by python-docx: marking and edition at the head of every page, sources and page number at its foot.

Headings are Word's own, so that its outline and its screen readers find them; the contents carry page numbers that Word
fills in as it opens the file. Text goes in as text: nothing in it is a field, a link or a macro.
Source: ECMA-376, WordprocessingML, for what python-docx leaves to its XML (fields, bookmarks, bidi, borders).
"""

import io
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from briefterm.exchange.direction import is_rtl
from briefterm.exchange.outline import Block, Item, Kind, Note, Outline, Part, Role, Run
from briefterm.exchange.prose import BULLET
from briefterm.exchange.writers.wordml import (
    Style,
    add_bookmark,
    add_field,
    add_link,
    align,
    border,
    keep_whole,
    new_document,
    repeat_as_header,
    run_rtl,
    set_rtl,
    shade,
    without_borders,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    Holder = Document | _Cell

_ROOM = 100


def write(outline: Outline, stamp: datetime) -> bytes:
    """Return the document, made at `stamp`."""
    document = new_document(outline.title, outline.marking, outline.language, stamp)
    _Pages(document, outline).fill()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Pages:
    def __init__(self, document: "Document", outline: Outline) -> None:
        self._document = document
        self._outline = outline
        self._bookmarks = 0

    def fill(self) -> None:
        outline = self._outline
        self._head_and_foot()
        self._paragraph(self._document, outline.title, "Title")
        self._facts(self._document, outline.facts)
        self._contents()
        for number, part in enumerate(outline.parts):
            self._part(part, number)
        if outline.notes:
            self._heading("Sources", 1, "sources")
        for note in outline.notes:
            self._note(note)

    def _head_and_foot(self) -> None:
        section = self._document.sections[0]
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        self._banner(head)
        border(head, "bottom")
        credits_line = self._outline.credits(_ROOM)
        if credits_line:
            foot.add_run(credits_line)
            foot = section.footer.add_paragraph(style=foot.style)
        border(section.footer.paragraphs[0], "top")
        self._banner(foot)
        foot.add_run("\t")
        add_field(foot, "PAGE", "1")
        foot.add_run(" / ")
        add_field(foot, "NUMPAGES", "1")

    def _banner(self, paragraph: "Paragraph") -> None:
        rest = self._outline.banner
        if self._outline.marking:
            paragraph.add_run(self._outline.marking, style=Style.MARKING)
            rest = rest[1:]
            paragraph.add_run(" · ")
        paragraph.add_run(" · ".join(rest))

    def _contents(self) -> None:
        self._paragraph(self._document, "Contents", Style.CONTENTS)
        for number, part in enumerate(self._outline.parts):
            add_link(self._document.add_paragraph(style=Style.ENTRY), part.heading, f"part{number}")
            for index, item in enumerate(part.items if part.role is Role.TOPICS else ()):
                text = f"{index + 1}.  {item.heading}"
                add_link(self._document.add_paragraph(style=Style.SUBENTRY), text, f"topic{number}x{index}")
        if self._outline.notes:
            add_link(self._document.add_paragraph(style=Style.ENTRY), "Sources", "sources")

    def _part(self, part: Part, number: int) -> None:
        heading = self._heading(part.heading, 1, f"part{number}")
        heading.paragraph_format.page_break_before = part.role is Role.TOPICS
        for passage in part.passages:
            if passage.heading:
                self._heading(passage.heading, 2)
            self._blocks(self._document, passage.blocks)
        if part.role is Role.EVENTS:
            self._events(part)
            return
        index = 0
        for group in part.groups:
            if group.heading:
                self._heading(group.heading, 2)
            for item in group.items:
                sign = f"{index + 1}.  " if part.role is Role.TOPICS else ""
                self._item(item, sign, 3 if group.heading else 2, f"topic{number}x{index}")
                index += 1

    def _events(self, part: Part) -> None:
        table = self._document.add_table(rows=1, cols=2, style="Table Grid")
        table.autofit = False
        without_borders(table)
        for cell, text in zip(table.rows[0].cells, ("When", "What"), strict=True):
            self._paragraph(cell, text, Style.LABEL, first=True)
        repeat_as_header(table.rows[0])
        for item in part.items:
            row = table.add_row()
            keep_whole(row)
            when, what = row.cells
            self._paragraph(when, item.when, Style.WHEN, first=True)
            event = self._paragraph(what, item.heading, Style.EVENT, first=True)
            self._cites(event, item)
            self._below(what, item, "")
        for column, width in zip(table.columns, Style.TIMELINE_WIDTHS, strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width

    def _item(self, item: Item, sign: str, level: int, bookmark: str) -> None:
        heading = self._heading(f"{sign}{item.heading}", level, bookmark)
        self._cites(heading, item)
        self._below(self._document, item, item.when)

    def _below(self, holder: "Holder", item: Item, when: str) -> None:
        if item.lead:
            self._paragraph(holder, item.lead[0].upper() + item.lead[1:], Style.LEAD)
        if item.ask:
            ask = self._runs(holder, (Run("Ask  ", strong=True), Run(item.ask)), Style.ASK, rtl=is_rtl(item.ask))
            shade(ask)
            border(ask, "left")
        facts = ((("When", when),) if when else ()) + item.facts
        for label, text in facts:
            self._runs(holder, (Run(f"{label}: ", strong=True), Run(text)), Style.FACT)
        for passage in item.passages:
            if passage.runs_in:
                self._blocks(holder, passage.run_in() if passage.heading else passage.blocks)
                continue
            if passage.heading:
                self._paragraph(holder, passage.heading, Style.LABEL)
            self._blocks(holder, passage.blocks)

    def _cites(self, paragraph: "Paragraph", item: Item) -> None:
        if item.cites:
            paragraph.add_run(f" [{item.cited}]", style=Style.CITES)

    def _note(self, note: Note) -> None:
        lead = f", {note.lead}" if note.lead else ""
        self._paragraph(self._document, f"{note.number}.\t{note.name}{lead}", Style.NOTE)
        self._blocks(self._document, note.quote)
        if note.address:
            self._paragraph(self._document, note.address, Style.NOTE_MORE)
        self._blocks(self._document, note.remarks, indent=1)

    def _facts(self, holder: "Holder", facts: tuple[tuple[str, str], ...]) -> None:
        for label, text in facts:
            self._runs(holder, (Run(f"{label}\t"), Run(text)), Style.FACTS)

    def _blocks(self, holder: "Holder", blocks: tuple[Block, ...], indent: int = 0) -> None:
        row: list[Block] = []
        for block in blocks:
            if row and not block.cells:
                self._table(holder, row)
                row = []
            if block.cells:
                row.append(block)
            else:
                self._block(holder, block, indent)
        if row:
            self._table(holder, row)

    def _block(self, holder: "Holder", block: Block, indent: int) -> None:
        depth = block.depth + indent
        if block.kind is Kind.HEADING:
            self._runs(holder, block.runs, Style.LABEL)
        elif block.kind is Kind.CODE:
            self._runs(holder, block.runs, Style.CODE).paragraph_format.left_indent = Style.STEP * depth
        elif block.kind is Kind.RULE:
            border(self._paragraph(holder, "", "Normal"), "bottom")
        else:
            sign = f"{'•' if block.sign == BULLET else block.sign}\t" if block.sign else ""
            runs = (Run(sign), *block.runs) if sign else block.runs
            style = Style.LISTED if block.sign else Style.QUOTE if block.quoted else "Normal"
            paragraph = self._runs(holder, runs, style, rtl=is_rtl(block.text))
            if depth:
                paragraph.paragraph_format.left_indent = Style.STEP * depth

    def _table(self, holder: "Holder", rows: list[Block]) -> None:
        columns = max(len(row.cells) for row in rows)
        table = holder.add_table(rows=0, cols=columns)
        for row in rows:
            head = row.kind is Kind.HEAD
            for cell, runs, side in zip(table.add_row().cells, row.cells, row.aligns, strict=False):
                shown = tuple(replace(run, strong=run.strong or head) for run in runs)
                align(self._runs(cell, shown, "Normal", first=True), side)

    def _heading(self, text: str, level: int, bookmark: str = "") -> "Paragraph":
        paragraph = self._paragraph(self._document, text, f"Heading {level}")
        if bookmark:
            self._bookmarks += 1
            add_bookmark(paragraph, bookmark, self._bookmarks)
        return paragraph

    def _paragraph(self, holder: "Holder", text: str, style: str, *, first: bool = False) -> "Paragraph":
        return self._runs(holder, (Run(text),), style, first=first)

    def _runs(
        self, holder: "Holder", runs: tuple[Run, ...], style: str, *, first: bool = False, rtl: bool | None = None
    ) -> "Paragraph":
        """Add a paragraph, or fill the empty one that a cell begins with."""
        paragraph = holder.paragraphs[0] if first else holder.add_paragraph()
        paragraph.style = style
        text = "".join(run.text for run in runs)
        if is_rtl(text) if rtl is None else rtl:
            set_rtl(paragraph)
        for run in runs:
            made = paragraph.add_run(run.text)
            made.bold, made.italic, made.font.strike = run.strong or None, run.emphasis or None, run.struck or None
            made.font.cs_bold, made.font.cs_italic = made.bold, made.italic
            if run.code:
                made.style = Style.CODE_RUN
            if is_rtl(run.text):
                run_rtl(made)
        return paragraph
