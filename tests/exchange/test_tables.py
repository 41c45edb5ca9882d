"""Tables of Markdown fields in the documents: aligned as written, and in reading order where there are no columns."""

import json
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from briefterm.exchange.formats import write
from briefterm.exchange.outlining import outline_of
from briefterm.exchange.tables import shared
from briefterm.exchange.writers import text
from tests.exchange.test_documents import STAMP
from tests.support import brief_of

TABLE = "|Country|Pledge|Where|Seat|\n|:--|--:|:-:|---|\n|India|1,200|Delhi|2|\n|Kenya|30|Nairobi|5|\n"
BRIEF = brief_of(f"title: T\nsummary: {json.dumps(TABLE)}\n")


def test_html_says_how_each_column_is_aligned() -> None:
    page = write(BRIEF, "html", STAMP).data.decode()
    assert (
        '<th class="left">Country</th><th class="right">Pledge</th><th class="centre">Where</th><th>Seat</th>' in page
    )
    assert '<td class="left">India</td><td class="right">1,200</td><td class="centre">Delhi</td><td>2</td>' in page
    for name in ("left", "centre", "right"):
        assert f"main table .{name} {{ text-align: {name.replace('centre', 'center')}" in page


def test_markdown_keeps_how_each_column_is_aligned() -> None:
    assert "\n| :--- | ---: | :---: | --- |\n" in write(BRIEF, "md", STAMP).data.decode()


def test_word_aligns_the_cells_also_of_what_runs_from_the_right() -> None:
    document: Any = Document(BytesIO(write(BRIEF, "docx", STAMP).data))
    row = document.tables[-1].rows[1]
    assert [str(cell.paragraphs[0].alignment).partition(" ")[0] for cell in row.cells] == [
        "LEFT", "RIGHT", "CENTER", "None",
    ]  # fmt: skip
    arabic = brief_of(f"title: T\nsummary: {json.dumps('|a|' + chr(10) + '|--:|' + chr(10) + '|مرحبا|')}\n")
    other: Any = Document(BytesIO(write(arabic, "docx", STAMP).data))
    cell = other.tables[-1].rows[1].cells[0].paragraphs[0]
    assert str(cell.alignment).startswith("LEFT"), "where a paragraph runs from the right, left is its far side in Word"


def test_a_pdf_sets_narrow_columns_close_and_numbers_to_the_right() -> None:
    places: dict[str, float] = {}

    def visit(said: str, _: Any, matrix: Any, *__: Any) -> None:
        if said.strip():
            places[said.strip()] = matrix[4]

    page = PdfReader(BytesIO(write(BRIEF, "pdf", STAMP).data)).pages[0]
    page.extract_text(visitor_text=visit)
    assert places["30"] > places["1,200"]
    assert places["India"] == places["Kenya"]
    assert places["2"] - places["India"] < 200


@pytest.mark.parametrize("width", [40, 80])
def test_plain_text_says_each_row_with_its_headings(width: int) -> None:
    lines = text.write(outline_of(BRIEF), width).splitlines()
    said = " ".join(line.strip() for line in lines)
    assert "Country: India; Pledge: 1,200; Where: Delhi; Seat: 2 Country: Kenya; Pledge: 30; Where: Nairobi" in said
    assert "Country; Pledge" not in said


def test_a_table_in_a_list_keeps_the_sign_of_its_item() -> None:
    brief = brief_of(f"title: T\nsummary: {json.dumps('- |a|' + chr(10) + '  |-|' + chr(10) + '  |b|')}\n")
    assert "- a: b" in text.write(outline_of(brief))


sizes = st.floats(1, 200)


@given(st.lists(st.tuples(sizes, sizes), min_size=1, max_size=6), st.floats(1, 400))
def test_columns_share_what_room_there_is(columns: list[tuple[float, float]], room: float) -> None:
    natural, least = [max(pair) for pair in columns], [min(pair) for pair in columns]
    found = shared(natural, least, room)
    if found is None:
        assert sum(least) > room
        return
    assert sum(found) <= room + 1e-6
    assert all(low - 1e-6 <= width <= wide + 1e-6 for low, width, wide in zip(least, found, natural, strict=True))
    assert sum(found) == pytest.approx(min(room, sum(natural)), abs=1e-3)
