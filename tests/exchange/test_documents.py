"""All documents say the same, and nothing in a brief's text is more than text in any of them."""

import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from markdown_it import MarkdownIt
from pypdf import PdfReader
from rich.cells import cell_len

from briefterm.brief.model import Brief
from briefterm.brief.safe import safe_line
from briefterm.exchange import fonts
from briefterm.exchange.formats import OUT, file_stem, write
from briefterm.exchange.outlining import outline_of
from briefterm.exchange.own import NOTHING, Own
from briefterm.exchange.writers import md, text
from briefterm.paths import shipped_briefs
from tests.brief.briefs import briefs, texts
from tests.exchange.hostile import ATTACK, hostile
from tests.support import brief_of

STAMP = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
DOCUMENTS = ("md", "html", "docx", "pdf")
FULL = brief_of((shipped_briefs() / "india-us-2plus2-2023.yaml").read_text(encoding="utf-8"))


class Page(HTMLParser):
    """An HTML page as a browser takes it apart: its tags, its attributes, its text, its data."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.data: list[str] = []
        self.links: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.tags.add(tag)
        self.attributes.extend(attrs)
        self.links.extend(value or "" for name, value in attrs if name in ("href", "src", "action", "data"))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.data.append(data)
        elif self._inside != "style":
            self.words.append(data)


def said(brief: Brief, form: str, own: Own = NOTHING) -> str:
    """Return the words of a document, single spaces between them."""
    data = write(brief, form, STAMP, own).data if form != "text" else b""
    if form == "html":
        words = " ".join(Page(data.decode()).words)
    elif form == "docx":
        words = " ".join(
            node.text or "" for node in Document(BytesIO(data)).element.body.iter() if node.tag.endswith("}t")
        )
    elif form == "pdf":
        words = "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    elif form == "md":
        html = MarkdownIt("commonmark").enable("table").render(data.decode())
        words = " ".join(Page(html).words)
    else:
        words = text.write(outline_of(brief, own))
    return " ".join(words.split())


@pytest.mark.parametrize("form", [*DOCUMENTS, "text"])
def test_every_document_says_the_same_in_the_same_order(form: str) -> None:
    words = said(FULL, form).casefold()
    landmarks = [
        "5th India-US 2+2",
        "Each side is thought to come with",
        "Rajnath Singh",
        "Antony Blinken",
        "Donald Trump",
        "Closer cooperation on military hardware",
        "Ties between the two peoples",
        "Which issues is not said",
        "Jun and Sep 2023",
        "call on Prime Minister Modi",
        "Why it matters",
        "City and venue in India",
        "weakest of all here",
    ]
    if form != "pdf":
        places = [words.find(landmark.casefold()) for landmark in landmarks[:1]]
        for landmark in landmarks[1:]:
            places.append(words.find(landmark.casefold(), places[-1] + 1))
        assert -1 not in places, dict(zip(landmarks, places, strict=True))
        assert all(before < after for before, after in pairwise(places))
    letters = re.sub(r"\W+", "", words)
    assert [mark for mark in landmarks if re.sub(r"\W+", "", mark.casefold()) not in letters] == []


@pytest.mark.parametrize("form", ["md", "text"])
def test_the_first_and_the_last_line_are_the_banner(form: str) -> None:
    lines = (text.write(outline_of(FULL)) if form == "text" else md.write(outline_of(FULL))).splitlines()
    assert lines[0] == lines[-1]
    for part in ("TLP:CLEAR", "as of 8 Nov 2023", "version 1", "5 sources"):
        assert part in lines[0]


def test_every_page_of_a_pdf_carries_marking_edition_sources_and_number() -> None:
    pages = PdfReader(BytesIO(write(FULL, "pdf", STAMP).data)).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        words = page.extract_text()
        assert words.count("TLP:CLEAR") >= 2
        assert words.count("as of 8 Nov 2023") >= 2
        assert "[2] Ministry of External Affairs" in words
        assert f"{number} / {len(pages)}" in words


def test_the_contents_of_a_pdf_name_the_page() -> None:
    reader: Any = PdfReader(BytesIO(write(FULL, "pdf", STAMP).data))
    outline: list[Any] = [item for item in reader.outline if not isinstance(item, list)]
    chapters = {item.title: (reader.get_destination_page_number(item) or 0) + 1 for item in outline}
    assert list(chapters) == ["Summary", "Officials", "Agenda", "Timeline", "Background", "Open questions", "Sources"]
    first = reader.pages[0].extract_text()
    assert re.search(rf"Timeline[ .]*{chapters['Timeline']}\n", first), first


def test_every_page_of_a_word_document_carries_marking_edition_and_sources() -> None:
    (section,) = Document(BytesIO(write(FULL, "docx", STAMP).data)).sections
    head = " ".join(paragraph.text for paragraph in section.header.paragraphs)
    foot = " ".join(paragraph.text for paragraph in section.footer.paragraphs)
    for part in ("TLP:CLEAR", "as of 8 Nov 2023", "version 1"):
        assert part in head
        assert part in foot
    assert "[2] Ministry of External Affairs of India" in foot


def test_a_web_page_repeats_its_banner_on_every_printed_page() -> None:
    page = write(FULL, "html", STAMP).data.decode()
    head, foot = (page[page.index(f"<{part}>") : page.index(f"</{part}>")] for part in ("thead", "tfoot"))
    assert "TLP:CLEAR" in head
    assert "TLP:CLEAR" in foot
    assert "break-before: page" in page


def test_a_web_page_holds_no_script_and_leads_nowhere() -> None:
    page = Page(write(hostile(), "html", STAMP).data.decode())
    assert page.tags.isdisjoint({"img", "iframe", "object", "embed", "link", "form", "base", "svg", "b"})
    assert page.links
    assert all(link.startswith("#") for link in page.links)
    assert [value for name, value in page.attributes if name == "type"] == ["application/ld+json"]
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    found = [value for name, value in page.attributes if name == "content" and value and "default-src" in value]
    assert found[0].startswith("default-src 'none'; style-src 'sha256-")
    data = json.loads(page.data[0])
    assert ATTACK in json.dumps(data, ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\")


def test_the_policy_allows_the_style_sheet_that_is_there() -> None:
    import hashlib
    from base64 import b64encode

    page = write(FULL, "html", STAMP).data.decode()
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    assert b64encode(hashlib.sha256(style.encode()).digest()).decode() in page


def test_json_ld_names_event_and_people() -> None:
    graph = json.loads(Page(write(FULL, "html", STAMP).data.decode()).data[0])["@graph"]
    event, *people = graph
    assert (event["@type"], event["name"], event["startDate"]) == (
        "Event",
        "5th India-US 2+2 Ministerial Dialogue",
        "2023-11-10",
    )
    assert [person["name"] for person in people][:2] == ["Rajnath Singh", "S Jaishankar"]
    assert len(event["attendee"]) == 6
    assert {person["@id"] for person in people} >= {reference["@id"] for reference in event["attendee"]}


@pytest.mark.parametrize(
    ("prose", "body"),
    [
        (
            "- a\n- b\n  1. c\n  2. d\n\n  e\n- f",
            "<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol>e</li><li>f</li></ul>",
        ),
        ("- a\n\n> q\n\nz", "<ul><li>a</li></ul><blockquote>q</blockquote>z"),
        ("> - a\n> - b", "<blockquote><ul><li>a</li><li>b</li></ul></blockquote>"),
        ("1. a\n\n- b\n\n3. c", "<ol><li>a</li></ol><ul><li>b</li></ul><ol><li>c</li></ol>"),
    ],
)
def test_lists_and_quotes_nest_as_they_were_written(prose: str, body: str) -> None:
    page = write(brief_of(f"title: T\nsummary: {json.dumps(prose)}\n"), "html", STAMP).data.decode()
    found = page[page.index("Summary</h2>") + 12 : page.index("</section>")]
    assert re.sub(r"</?p>|\n| start=\"\d+\"", "", found) == body


@pytest.mark.parametrize("form", DOCUMENTS)
def test_hostile_text_is_shown_as_it_is(form: str) -> None:
    letters = re.sub(r"\s+", "", said(hostile(), form))
    for attack in (ATTACK, "<img src=x onerror=alert(1)>", "[go](javascript:alert(1))", "javascript:alert(1)"):
        assert re.sub(r"\s+", "", attack) in letters


@pytest.mark.parametrize("form", DOCUMENTS)
def test_no_control_character_gets_out(form: str) -> None:
    words = said(hostile(), form)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", words)


def test_a_pdf_has_no_action_and_leads_nowhere() -> None:
    reader: Any = PdfReader(BytesIO(write(hostile(), "pdf", STAMP).data))
    for page in reader.pages:
        for reference in page.get("/Annots") or ():
            annotation = reference.get_object()
            assert annotation["/Subtype"] == "/Link"
            assert "/A" not in annotation
    root: Any = reader.trailer["/Root"]
    assert "/JS" not in str(root.get("/OpenAction", ""))
    assert "/Names" not in root or "/JavaScript" not in root["/Names"]


def test_a_word_document_leads_nowhere_and_runs_nothing() -> None:
    document = Document(BytesIO(write(hostile(), "docx", STAMP).data))
    assert not [part for part in document.part.rels.values() if part.is_external]
    fields = {node.text.split()[0] for node in document.element.body.iter() if node.tag.endswith("}instrText")}
    assert fields == {"PAGEREF"}


@given(texts)
def test_escaped_markdown_shows_the_text(written: str) -> None:
    line = safe_line(written)
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(md.escape(line))
    page = Page(html)
    assert page.tags <= {"p"}
    assert " ".join("".join(page.words).split()) == line


@given(briefs())
def test_plain_text_keeps_to_its_width_and_its_banner(brief: Brief) -> None:
    outline = outline_of(brief)
    lines = text.write(outline).split("\n")
    banner = text.wrap(", ".join(outline.banner), text.WIDTH)
    assert lines[: len(banner)] == banner
    assert lines[-len(banner) - 1 : -1] == banner
    assert [line for line in lines if cell_len(line) > 80 and not line.startswith("    ")] == []


@given(briefs())
def test_any_brief_can_be_written(brief: Brief) -> None:
    for form in ("md", "html", "ics", "vcf", "json"):
        write(brief, form, STAMP)
    assert Page(write(brief, "html", STAMP).data.decode()).tags.isdisjoint({"img", "iframe", "b"})


@settings(max_examples=6)
@given(briefs())
def test_any_brief_can_be_printed(brief: Brief) -> None:
    for form in ("docx", "pdf"):
        assert write(brief, form, STAMP).data


MANY_SCRIPTS = {
    "Devanagari": "नरेन्द्र मोदी",
    "Arabic": "محمد بن سلمان",
    "Han": "岸田文雄",
    "accents": "Kovačevski Đinđić",
}


def test_scripts_are_legible_in_a_pdf() -> None:
    everything = fonts.typography("".join(MANY_SCRIPTS.values()))
    if everything is None or everything.missing:
        pytest.skip("this machine has no fonts for these scripts")
    brief = brief_of("title: T\nofficials:\n" + "".join(f"  - {name}\n" for name in MANY_SCRIPTS.values()))
    written = write(brief, "pdf", STAMP)
    assert written.left_out == ()
    words = PdfReader(BytesIO(written.data)).pages[0].extract_text().replace("\x00", "")
    assert "नरेन्द्र मोदी" in words
    assert "岸田文雄" in words
    assert "Kovačevski Đinđić" in words


def test_a_script_that_no_font_has_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = fonts.Typography({}, {}, (), frozenset("नम"))
    monkeypatch.setattr(fonts, "installed", list)
    written = write(brief_of("title: नम\n"), "pdf", STAMP)
    assert "for want of any font" in written.left_out[0]
    assert PdfReader(BytesIO(written.data)).pages[0].extract_text().count("?") >= 2
    assert fonts.scripts(latin.missing) == ["Devanagari"]


@pytest.mark.parametrize(
    ("brief_id", "stem"),
    [
        ("2022/visit", "2022--visit"),
        ("../../etc/passwd", "etc--passwd"),
        ("/absolute", "absolute"),
        (".hidden", "hidden"),
        ("a b:c*?", "a_b_c__"),
        ("", "brief"),
        ("..", "brief"),
        ("नाम/एक", "नाम--एक"),
    ],
)
def test_an_id_makes_a_flat_safe_name(brief_id: str, stem: str) -> None:
    made = file_stem(brief_id)
    assert "/" not in made
    assert not made.startswith(".")
    if brief_id not in ("../../etc/passwd", "नाम/एक"):
        assert made == stem


@given(texts)
def test_any_id_makes_a_name(brief_id: str) -> None:
    made = file_stem(brief_id)
    assert made
    assert re.fullmatch(r"[\w+-][\w.+-]*", made)
    assert len(made.encode()) <= 120


def test_every_format_is_written_or_says_what_it_needs() -> None:
    for form in OUT.values():
        assert not form.missing
        assert write(FULL, form.name, STAMP).data
