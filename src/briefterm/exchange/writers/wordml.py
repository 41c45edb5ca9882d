"""What a document looks like in Word, and the pieces of WordprocessingML that python-docx has no words for."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from briefterm.exchange.outline import Align

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_SERIF, _SANS, _MONO = "Cambria", "Calibri", "Consolas"
_INK, _QUIET, _RED = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x55, 0x55, 0x55), RGBColor(0x8A, 0x1C, 0x1C)
_SIDES = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_WIDTH = Cm(21.0 - 2 * 2.4)


class Style:
    """Names of the styles, and the measures that go with them."""

    MARKING: Final = "Brief Marking"
    CITES: Final = "Brief Citation"
    CODE_RUN: Final = "Brief Code"
    CONTENTS: Final = "Brief Contents"
    ENTRY: Final = "Brief Entry"
    SUBENTRY: Final = "Brief Subentry"
    FACTS: Final = "Brief Facts"
    FACT: Final = "Brief Fact"
    LEAD: Final = "Brief Lead"
    ASK: Final = "Brief Ask"
    LABEL: Final = "Brief Label"
    WHEN: Final = "Brief When"
    EVENT: Final = "Brief Event"
    LISTED: Final = "Brief List"
    QUOTE: Final = "Brief Quote"
    CODE: Final = "Brief Code Block"
    NOTE: Final = "Brief Note"
    NOTE_MORE: Final = "Brief Note More"
    STEP: Final = Cm(0.6)
    TIMELINE_WIDTHS: Final = (Cm(3.6), Length(_WIDTH - Cm(3.6)))


def new_document(title: str, marking: str, language: str, stamp: datetime) -> "Document":
    """Return an empty A4 document with our styles."""
    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.comments, about.keywords = title[:255], "", "", marking[:255]
    about.language = language[:255]
    about.created = about.modified = stamp.replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.6)
    section.header_distance = section.footer_distance = Cm(1.2)
    _set_styles(document)
    return document


def _set_styles(document: "Document") -> None:
    normal = _font(document.styles["Normal"], _SERIF, 11)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.12
    title = _font(document.styles["Title"], _SERIF, 24, bold=True)
    title.paragraph_format.space_after = Pt(10)
    for border_set in title.element.findall(f".//{qn('w:pBdr')}"):
        border_set.getparent().remove(border_set)
    for level, size, above, below in ((1, 16, 20, 6), (2, 12.5, 13, 3), (3, 11.5, 10, 1)):
        heading = _font(document.styles[f"Heading {level}"], _SERIF, size, bold=True)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(above), Pt(below)
    for name in ("Header", "Footer"):
        _font(document.styles[name], _SANS, 8.5, _QUIET)
        _tabs(document.styles[name], ((_WIDTH, WD_TAB_ALIGNMENT.RIGHT),))
    _character(document, Style.MARKING, _SANS, 8.5, _RED, bold=True)
    _character(document, Style.CITES, _SANS, 8.5, _QUIET)
    _character(document, Style.CODE_RUN, _MONO, 9.5, _INK)
    _paragraph(document, Style.CONTENTS, 12.5, above=14, below=3, bold=True)
    for name, left, colour in ((Style.ENTRY, 0.0, _INK), (Style.SUBENTRY, 0.6, _QUIET)):
        entry = _paragraph(document, name, 11 if not left else 10.5, below=1, left=left, colour=colour)
        entry.paragraph_format.right_indent = Cm(1)
        entry.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    facts = _paragraph(document, Style.FACTS, 11, below=1, left=3)
    facts.paragraph_format.first_line_indent = Cm(-3)
    _paragraph(document, Style.FACT, 10.5, below=1, left=0)
    _paragraph(document, Style.LEAD, 10.5, below=3, colour=_QUIET)
    _paragraph(document, Style.ASK, 11, above=3, below=5, left=0.25)
    _paragraph(document, Style.LABEL, 10.5, above=5, below=1, bold=True)
    _paragraph(document, Style.WHEN, 10.5, below=2, colour=_QUIET)
    _paragraph(document, Style.EVENT, 11, below=1, bold=True)
    listed = _paragraph(document, Style.LISTED, 11, below=2)
    listed.paragraph_format.first_line_indent = -Style.STEP
    _paragraph(document, Style.QUOTE, 11, below=4).font.italic = True
    _font(_paragraph(document, Style.CODE, 9.5, below=4), _MONO, 9.5)
    note = _paragraph(document, Style.NOTE, 10.5, above=3, below=1, left=0.6)
    note.paragraph_format.first_line_indent = Cm(-0.6)
    _paragraph(document, Style.NOTE_MORE, 9.5, below=1, left=0.6, colour=_QUIET)


def _paragraph(
    document: "Document",
    name: str,
    size: float,
    *,
    above: float = 0,
    below: float = 0,
    left: float = 0,
    colour: RGBColor = _INK,
    bold: bool = False,
) -> "ParagraphStyle":
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _font(style, _SERIF, size, colour, bold=bold)
    form = style.paragraph_format
    form.space_before, form.space_after, form.left_indent = Pt(above), Pt(below), Cm(left)
    form.keep_with_next = bold or None
    return style  # type: ignore[no-any-return]


def _character(
    document: "Document", name: str, font: str, size: float, colour: RGBColor, *, bold: bool = False
) -> None:
    _font(document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER), font, size, colour, bold=bold)


def _font(style: Any, name: str, size: float, colour: RGBColor = _INK, *, bold: bool = False) -> Any:
    """Set a style's font for scripts of all kinds; Word takes one that has the letters where this has not."""
    style.font.name, style.font.size, style.font.color.rgb, style.font.bold = name, Pt(size), colour, bold
    style.font.cs_bold = bold or None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [found for found in fonts.attrib if found.endswith("Theme")]:
        del fonts.attrib[attribute]
    return style


def _tabs(style: Any, stops: tuple[tuple[int, WD_TAB_ALIGNMENT], ...]) -> None:
    for found in style.element.findall(f".//{qn('w:tabs')}"):
        found.getparent().remove(found)
    for position, alignment in stops:
        style.paragraph_format.tab_stops.add_tab_stop(position, alignment)


def add_field(paragraph: Any, code: str, shown: str) -> None:
    """Add a field such as PAGE, showing `shown` until Word has worked it out."""
    for kind in ("begin", "", "separate", "=", "end"):
        run = OxmlElement("w:r")
        if kind == "":
            text = OxmlElement("w:instrText")
            text.text = f" {code} "
        elif kind == "=":
            text = OxmlElement("w:t")
            text.text = shown
        else:
            text = OxmlElement("w:fldChar")
            text.set(qn("w:fldCharType"), kind)
            if kind == "begin":
                text.set(qn("w:dirty"), "true")
        run.append(text)
        getattr(paragraph, "_p", paragraph).append(run)


def add_bookmark(paragraph: "Paragraph", name: str, number: int) -> None:
    """Put a bookmark around a paragraph's text. Names are ours: letters and digits."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def add_link(paragraph: "Paragraph", text: str, bookmark: str) -> None:
    """Add an entry of the contents: a link to a place in this document, dots, and the page it is on."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.set(qn("w:history"), "1")
    run = paragraph.add_run(text)
    tab = paragraph.add_run("\t")
    paragraph._p.append(link)
    link.append(run._r)
    link.append(tab._r)
    add_field(link, f"PAGEREF {bookmark} \\h", "")


def set_rtl(paragraph: "Paragraph") -> None:
    """Make a paragraph run from the right."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(OxmlElement("w:bidi"))


def align(paragraph: "Paragraph", side: Align) -> None:
    """Align a paragraph; in one that runs from the right, Word takes left for where it begins."""
    if side is Align.USUAL:
        return
    rtl = paragraph._p.get_or_add_pPr().find(qn("w:bidi")) is not None
    turned = {Align.LEFT: Align.RIGHT, Align.RIGHT: Align.LEFT} if rtl else {}
    paragraph.alignment = _SIDES[turned.get(side, side)]


def run_rtl(run: "Run") -> None:
    """Make a run one of right-to-left text."""
    run.font.rtl = True


def border(paragraph: "Paragraph", side: str) -> None:
    """Draw a line along one side of a paragraph."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    wide = side == "left"
    for name, value in (("val", "single"), ("sz", "18" if wide else "4"), ("space", "6" if wide else "4")):
        line.set(qn(f"w:{name}"), value)
    line.set(qn("w:color"), "1A1A1A" if wide else "B0B0B0")
    borders.append(line)
    _put(paragraph, borders)


def shade(paragraph: "Paragraph") -> None:
    """Put a light ground behind a paragraph."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F3F1EA")):
        ground.set(qn(f"w:{name}"), value)
    _put(paragraph, ground)


def _put(paragraph: "Paragraph", element: Any) -> None:
    """Add to a paragraph's properties, in the order the schema wants: borders, then shading, then the rest."""
    properties: Any = paragraph._p.get_or_add_pPr()
    later = {qn(f"w:{name}") for name in ("shd", "tabs", "bidi", "spacing", "ind", "jc", "rPr")}
    if element.tag == qn("w:shd"):
        later.discard(qn("w:shd"))
    place = next((i for i, child in enumerate(properties) if child.tag in later), len(properties))
    properties.insert(place, element)


def repeat_as_header(row: "_Row") -> None:
    """Repeat a table's row at the head of every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: "_Row") -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def without_borders(table: "Table") -> None:
    """Leave a table no lines but those between its rows."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        drawn = side in ("insideH", "bottom")
        for name, value in (("val", "single" if drawn else "nil"), ("sz", "4"), ("color", "C8C8C8")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)
