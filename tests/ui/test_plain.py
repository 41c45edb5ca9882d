"""Rows and texts as plain lines: the words as they were, nothing that is only to be seen."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from briefterm.exchange.outlining import outline_of
from briefterm.exchange.writers import text
from briefterm.ui.ink import PLAIN
from briefterm.ui.item_rows import ItemRows
from briefterm.ui.layout import Block
from briefterm.ui.text.plain import EvenLines, drawn_lines, lines_of, spoken
from briefterm.ui.text.present import present
from briefterm.ui.text.reading_order import beside, whole_of
from briefterm.ui.text.rows import agenda_rows, official_rows, timeline_rows
from tests.support import brief_of
from tests.ui.day import DAY, at

MOMENT = at("2023-11-10T09:40")


def unmarked(line: Text) -> Text:
    return line


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("▌  IN  Rajnath Singh ✎", "IN, Rajnath Singh note"),
        ("━━ ◆ today 9 Nov 2023 ━━", "today 9 Nov 2023"),
        ("● 2018\u00a0· stated\u00a0· ANI", "past 2018, stated, ANI"),
        ("~\u00a0expected\u00a0· ∅\u00a0no\u00a0source", "expected, no\u00a0source"),
        (" 2023-11        ~6  ████▌", "2023-11, ~6"),
        ("Spare parts ✓ done 14:05", "Spare parts done 14:05"),
        ("►\u00a0now", "now"),
        ("   ", ""),
    ],
)
def test_signs_are_said_and_drawings_left_out(drawn: str, said: str) -> None:
    assert spoken(Text(drawn)).plain == said


@given(st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1))
def test_words_stay_as_they_are(word: str) -> None:
    assert spoken(Text(f"  {word}  ")).plain == word


@pytest.mark.parametrize("width", [20, 40, 80])
def test_rows_lose_no_words_and_fit(width: int) -> None:
    brief = brief_of(DAY)
    for rows in (
        official_rows(brief, PLAIN, unmarked),
        agenda_rows(brief, PLAIN, unmarked),
        timeline_rows(brief, PLAIN, unmarked, MOMENT),
    ):
        plain = ItemRows(rows).plain(width)
        lines = [plain.lines(number, width)[0] for number in range(len(plain))]
        assert all(line.cell_len <= width for line in lines)
        said = " ".join(line.plain for line in lines)
        for item in (*brief.officials, *brief.agenda, *brief.timeline):
            name = getattr(item, "name", "") or getattr(item, "topic", "") or getattr(item, "event", "")
            if any(name in block.body.plain for row in rows for block in row.blocks):
                assert all(word in said for word in name.split() if len(word) <= width)


def test_headings_belong_to_what_they_head() -> None:
    rows = lines_of([(None, [Block(Text("INDIA"))]), (0, [Block(Text("One"))]), (1, [Block(Text("Two"))])], 40)
    assert [rows.key(number) for number in range(3)] == [0, 0, 1]
    assert rows.find(0) == 0


def test_very_many_rows_are_each_as_high() -> None:
    class Many(ItemRows):
        def __len__(self) -> int:
            return 1_000

        def key(self, index: int) -> int | None:
            return index

        def find(self, key: int) -> int | None:
            return key

        def lines(self, index: int, width: int) -> list[Text]:
            return [Text("word " * 40), Text("  end")]

    rows = drawn_lines(Many(), 40)
    assert isinstance(rows, EvenLines)
    assert len(rows) == 3_000
    assert rows.find(7) == 21
    assert rows.key(23) == 7
    assert rows.lines(23, 40)[0].plain.endswith("…")


@pytest.mark.parametrize("width", [20, 40, 80])
def test_the_text_is_that_of_show(width: int) -> None:
    outline = outline_of(brief_of(DAY))
    printed = text.write(outline).split()
    lines = list(text.flush_lines(outline, width, {}))
    assert " ".join(line.text for line in lines).split() == printed
    assert all(len(line.text) <= width for line in lines)
    assert not any(line.text.startswith(" ") for line in lines)
    assert not any(not one.text and not two.text for one, two in pairwise(lines))


def test_every_line_is_of_a_place_and_sections_are_found() -> None:
    brief = brief_of(DAY)
    said = beside(brief, present(brief, MOMENT), {}, (), MOMENT)
    whole = whole_of(outline_of(brief), said, 60)
    assert len(whole.keys) == len(whole.lines)
    at_agenda = whole.section("agenda")
    assert at_agenda is not None
    assert whole.lines[at_agenda].text == "AGENDA"
    assert whole.where(at_agenda).startswith("Agenda, item 1 of 3, now")
    below = at_agenda + 3
    assert whole.heading_of(below) == "Shared radar pictures"
    assert whole.section("nothing") is None
    words = [line.text for line in whole.lines]
    assert "Ahead from here: today is 10 Nov 2023" in words
    assert "No source is given" in words


def test_nothing_is_ahead_where_all_is_past() -> None:
    brief = brief_of(DAY)
    later = datetime(2030, 1, 1, tzinfo=UTC)
    said = beside(brief, present(brief, later), {}, (), later)
    assert not any("ahead" in one.line.lower() for those in said.values() for one in those)
