"""The paper a PDF is set on: margins, head and foot, and paragraphs with hanging signs, in fpdf2's terms.

Measures are in millimetres, sizes of letters in points.
"""

from dataclasses import replace
from datetime import datetime
from importlib.util import find_spec

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.fonts import TTFFont

from briefterm.exchange.direction import is_rtl
from briefterm.exchange.fonts import Typography
from briefterm.exchange.outline import Align, Block, Kind, Outline, Run
from briefterm.exchange.tables import shared

BODY = 10.5
STEP = 6.0
COLUMN = 34.0
INK, QUIET, RED = (26, 26, 26), (85, 85, 85), (138, 28, 28)
_TINT, _LINE = (243, 241, 234), (190, 190, 190)
_SIDE, _TOP, _BOTTOM = 24.0, 25.0, 25.0
_POINT = 25.4 / 72
_LEADING, _TIGHT = 1.42, 1.25
_SIDES = {Align.LEFT: "L", Align.CENTRE: "C", Align.RIGHT: "R"}
_GUTTER, _SLACK = 4.0, 0.5
_CREDITS = 130
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "\xb7"})


class Sheet(FPDF):
    """A4 pages that carry an outline's banner; `total` is how many there will be, 0 where that is not yet known.

    Without `fonts`, PDF's own are used, which are Western European; other letters become `?`.
    """

    def __init__(self, outline: Outline, fonts: Typography | None, stamp: datetime, total: int = 0) -> None:
        super().__init__(format="A4")
        self._document = outline
        self._total = total
        self._bare = fonts is None
        self._serif, self._sans = ("times", "helvetica") if fonts is None else ("serif", "sans")
        if fonts is not None:
            self._add_fonts(fonts)
        self.set_margins(_SIDE, _TOP, _SIDE)
        self.set_auto_page_break(True, _BOTTOM)
        self.c_margin = 0
        self.alias_nb_pages("")
        self.set_title(outline.title)
        self.set_keywords(outline.marking)
        self.set_creator("briefterm")
        self.set_creation_date(stamp)
        if outline.language:
            self.set_lang(outline.language)

    def _add_fonts(self, fonts: Typography) -> None:
        names = [f"other{number}" for number in range(len(fonts.fallbacks))]
        families = zip((self._serif, self._sans, *names), (fonts.serif, fonts.sans, *fonts.fallbacks), strict=True)
        for name, family in families:
            for style, face in family.items():
                self.add_font(name, style, face.path, collection_font_number=face.number)
        self.set_fallback_fonts(names, exact_match=False)
        self.set_text_shaping(find_spec("uharfbuzz") is not None)

    def release(self) -> None:
        """Close the font files, which fpdf2 keeps open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def header(self) -> None:
        """Print the banner and a line below it."""
        self.set_y(11)
        self._banner()
        self.ln(5.5)
        self._line(self.get_y())
        self.set_y(_TOP)

    def footer(self) -> None:
        """Print the sources, the banner again and the number of the page."""
        top = self.h - 19
        self._line(top)
        self.set_y(top + 1.5)
        self._set(self._sans, "", 7.5, QUIET)
        self.cell(self.epw, 4, self._said(self._document.credits(_CREDITS)), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self._banner()
        self._set(self._sans, "", 8, QUIET)
        self.set_x(self.l_margin)
        number = f"{self.page_no()} / {self._total}" if self._total else f"{self.page_no()}"
        self.cell(self.epw, 4, number, align="R")

    def _banner(self) -> None:
        rest = self._document.banner
        if self._document.marking:
            self._set(self._sans, "B", 8, RED)
            marking = self._fitting(self._document.marking, self.epw / 2)
            self.cell(self.get_string_width(marking) + 2.5, 4, marking)
            rest = rest[1:]
        self._set(self._sans, "", 8, QUIET)
        self.cell(0, 4, self._fitting(" · ".join(rest), self.epw / 2 - 16))

    def _fitting(self, text: str, room: float) -> str:
        """As much of a text as fits a width."""
        text = self._said(text)
        if self.get_string_width(text) <= room:
            return text
        while text and self.get_string_width(f"{text}...") > room:
            text = text[: len(text) * 9 // 10]
        return f"{text}..."

    def paragraph(
        self,
        runs: tuple[Run, ...],
        *,
        size: float = BODY,
        colour: tuple[int, int, int] = INK,
        left: float = 0,
        right: float = 0,
        sign: str = "",
        tail: str = "",
        after: float = 2,
    ) -> None:
        """Set runs between two indents, a sign hanging before the first line and a small `tail` after the last.

        What runs from the right is set so.
        """
        height = size * _POINT * (_LEADING if size <= BODY else _TIGHT)
        if self.will_page_break(height):
            self.add_page()
        margins = self.l_margin, self.r_margin
        self.set_left_margin(margins[0] + left)
        self.set_right_margin(margins[1] + right)
        if sign:
            self._set(self._serif, "", size, colour)
            self.set_x(self.l_margin - STEP + 1)
            self.cell(STEP - 1, height, self._said(sign))
        self.set_x(self.l_margin)
        text = "".join(run.text for run in runs)
        if is_rtl(text):
            self._set(self._serif, "B" if all(run.strong for run in runs) else "", size, colour)
            self.multi_cell(0, height, self._said(text), align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        else:
            for run in runs:
                style = "B" * run.strong + "I" * run.emphasis + "S" * run.struck
                self._set(self._sans if run.code else self._serif, style, size - run.code, colour)
                self._write(height, self._said(run.text))
            if tail:
                self._set(self._sans, "", 8, QUIET)
                self._write(height, self._said(f"  [{tail}]"))
            self.ln(height)
        self.set_left_margin(margins[0])
        self.set_right_margin(margins[1])
        self.set_x(self.l_margin)
        if not self.will_page_break(after):
            self.ln(after)

    def _write(self, height: float, text: str) -> None:
        """Go on in the line, or in the next where not even the first word fits: fpdf2 would break that in two."""
        word = text.split(" ", 1)[0]
        if self.x > self.l_margin and self.get_string_width(word) > self.w - self.r_margin - self.x:
            self.ln(height)
        self.write(height, text)

    def labelled(self, label: str, text: str, column: float) -> None:
        """Set a fact: its label in the margin column, its text beside it."""
        self.need(8)
        page, top = self.page, self.get_y()
        self.paragraph((Run(label),), colour=QUIET, after=0, right=self.epw - column + 2)
        below = (self.page, self.get_y())
        self.back_to(page, top)
        self.paragraph((Run(text),), left=column, after=0.4)
        if below > (self.page, self.get_y()):
            self.back_to(*below)

    def entry(self, text: str, page: int, left: float) -> None:
        """Set a line of the contents, which leads to its page."""
        self.need(7)
        self._set(self._serif, "", BODY, INK if not left else QUIET)
        link = self.add_link(page=page)
        room = self.epw - left - 12
        shown = self._fitting(text, room)
        self.set_x(self.l_margin + left)
        used = self.get_string_width(shown) + 2
        self.cell(used, 5.6, shown, link=link)
        dots = max(0, int((self.epw - left - used - 10) / self.get_string_width(" .")))
        self._set(self._serif, "", BODY, _LINE)
        self.cell(self.epw - left - used - 10, 5.6, " ." * dots, align="R")
        self._set(self._serif, "", BODY, INK if not left else QUIET)
        self.cell(10, 5.6, str(page), align="R", link=link, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def boxed(self, runs: tuple[Run, ...], left: float) -> None:
        """Set runs on a light ground with a bar at the side they begin."""
        self.ln(0.8)
        text = self._said("".join(run.text for run in runs))
        self._set(self._serif, "", BODY, INK)
        width = self.epw - left - 7
        height = BODY * _POINT * _LEADING
        measured = self.multi_cell(width, height, text, dry_run=True, output=MethodReturnValue.HEIGHT)
        tall = (measured if isinstance(measured, float) else height) + 2.6
        self.need(min(tall, 60))
        if not self.will_page_break(tall):
            side = self.l_margin + left
            self.set_fill_color(*_TINT)
            self.rect(side, self.get_y(), self.epw - left, tall, style="F")
            self.set_fill_color(*INK)
            self.rect(self.w - self.r_margin - 0.8 if is_rtl(text) else side, self.get_y(), 0.8, tall, style="F")
        self.ln(1.3)
        self.paragraph(runs, left=left + 4, right=3, after=0)
        self.ln(2.8)

    def grid(self, rows: list[Block], left: float) -> None:
        """Set a table, its columns as wide as they need where the page has room, and its heads bold."""
        widths = self._widths(rows, self.epw - left)
        for row in rows:
            self.need(10)
            page, top = self.page, self.get_y()
            lowest = (page, top)
            at = left
            for cell, align, width in zip(row.cells, row.aligns, widths, strict=True):
                self.back_to(page, top)
                shown = tuple(replace(run, strong=run.strong or row.kind is Kind.HEAD) for run in cell)
                right = self.epw - at - width + _GUTTER
                if align is Align.USUAL:
                    self.paragraph(shown, size=BODY - 1, left=at, right=right, after=0.5)
                else:
                    self._aligned(shown, at, width - _GUTTER, align)
                lowest = max(lowest, (self.page, self.get_y()))
                at += width
            self.back_to(*lowest)
            self._line(self.get_y())
            self.ln(0.8)
        self.ln(2)

    def _aligned(self, runs: tuple[Run, ...], left: float, width: float, align: Align) -> None:
        """Set a table's cell towards one side, all of it in one manner."""
        self._set(self._serif, "B" if all(run.strong for run in runs) else "", BODY - 1, INK)
        self.set_x(self.l_margin + left)
        text = self._said("".join(run.text for run in runs))
        self.multi_cell(width, (BODY - 1) * _POINT * _LEADING, text, align=_SIDES[align], new_y=YPos.NEXT)
        self.ln(0.5)

    def _widths(self, rows: list[Block], room: float) -> list[float]:
        """The widths of a table's columns; where their longest words do not fit beside each other, all the same."""
        self._set(self._serif, "B", BODY - 1, INK)
        natural, least = [], []
        for column in zip(*(row.cells for row in rows), strict=True):
            texts = [self._said("".join(run.text for run in cell)) for cell in column]
            natural.append(max(map(self.get_string_width, texts)) + _GUTTER + _SLACK)
            words = (self.get_string_width(word) for text in texts for word in text.split())
            least.append(min(natural[-1], max(words, default=0) + _GUTTER + _SLACK))
        return shared(natural, least, room) or [room / len(natural)] * len(natural)

    def bookmark(self, text: str, level: int) -> None:
        """Name this place in the document's outline."""
        self.start_section(text, level - 1, strict=False)

    def need(self, room: float) -> None:
        """Begin a page unless this much room is left on this one."""
        if self.will_page_break(room):
            self.add_page()

    def fresh_page(self) -> None:
        """Begin a page unless this one is still empty."""
        if self.get_y() > self.t_margin + 1:
            self.add_page()

    def back_to(self, page: int, top: float) -> None:
        """Go on at an earlier place."""
        self.page = page
        self.set_xy(self.l_margin, top)

    def rule(self) -> None:
        """Draw a line across and leave room below it."""
        self._line(self.get_y())
        self.ln(1.6)

    def heading_rule(self) -> None:
        """Draw the line below a chapter's heading."""
        self.set_draw_color(*INK)
        self.set_line_width(0.5)
        self.line(self.l_margin, self.get_y() - 0.8, self.w - self.r_margin, self.get_y() - 0.8)
        self.ln(2)

    def _line(self, y: float) -> None:
        self.set_draw_color(*_LINE)
        self.set_line_width(0.2)
        self.line(self.l_margin, y, self.w - self.r_margin, y)

    def _set(self, family: str, style: str, size: float, colour: tuple[int, int, int]) -> None:
        self.set_font(family, style, size)
        self.set_text_color(*colour)

    def _said(self, text: str) -> str:
        return text.translate(_PLAIN).encode("latin-1", "replace").decode("latin-1") if self._bare else text
