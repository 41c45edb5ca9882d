"""Tables of Markdown fields: nothing is cut, and columns are aligned as they were written, at any width."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefterm.ui.ink import PLAIN
from briefterm.ui.layout import lay_out
from briefterm.ui.text.markdown import markdown
from briefterm.ui.text.marks import unmarked
from briefterm.ui.text.plain import plain_lines

WORDS = "The minister will say that the corridor opens in spring, and that its second part waits for the survey"
PLEDGES = f"""\
| Country | Pledge | Where | What was said |
|:--------|-------:|:-----:|---------------|
| India | 1,200 | 首都圏 | {WORDS} |
| Kenya | 30 | e\u0301te\u0301 | Nothing yet |
"""


def lines(text: str, width: int) -> list[str]:
    return [line.plain for line in lay_out(markdown(text, PLAIN, unmarked), width)]


def test_columns_are_aligned_by_cells_as_the_row_below_the_headings_says() -> None:
    head, rule, india, kenya = lines("|a|bb|cc|\n|:--|--:|:-:|\n|首都|1,200|middle|\n|e\u0301|3|x|\n", 60)
    assert head == "a        bb    cc"
    assert rule == "────  ─────  ──────"
    assert india == "首都  1,200  middle"
    assert kenya == "e\u0301         3    x"


@pytest.mark.parametrize("width", [30, 40, 60, 80, 160])
def test_no_cell_is_cut_and_no_line_is_wider_than_the_room(width: int) -> None:
    shown = lines(PLEDGES, width)
    assert max(map(cell_len, shown)) <= width
    assert "…" not in "".join(shown)
    found = " ".join(shown).split()
    assert all(word in found for word in [*WORDS.split(), "1,200", "首都圏", "e\u0301te\u0301"])


def test_a_wide_cell_is_wrapped_in_its_column_and_rows_stand_apart() -> None:
    head, _, *body = lines(PLEDGES, 60)
    left = cell_len(head[: head.index("What")])
    first = body[: body.index("")]
    assert len(first) == 4
    assert [line[:1] for line in first] == ["I", " ", " ", " "]
    assert all(line[:left].strip() == "" for line in first[1:])
    assert body[body.index("") + 1].startswith("Kenya")


def test_narrow_columns_keep_their_width_and_the_wide_ones_share_what_is_left() -> None:
    text = f"|n|a|b|\n|-|-|-|\n|12|{WORDS}|{WORDS}|\n"
    rule = lines(text, 80)[1].split()
    assert [len(part) for part in rule] == [2, 37, 37]


def test_where_columns_would_be_too_narrow_each_row_is_lines_of_its_own() -> None:
    shown = lines(PLEDGES, 36)
    assert shown[:3] == ["Country: India", "Pledge: 1,200", "Where: 首都圏"]
    at = shown.index("")
    assert all(line.startswith("  ") for line in shown[4:at])
    assert shown[at + 1 :] == ["Country: Kenya", "Pledge: 30", "Where: e\u0301te\u0301", "What was said: Nothing yet"]


def test_in_plain_lines_a_row_is_a_line_with_the_headings() -> None:
    shown, _ = plain_lines(markdown("|Year|Visits||\n|-|-:|-|\n|2023|14|good|\n|2022||\n", PLAIN, unmarked), 60)
    assert [line.plain for line in shown] == ["Year: 2023; Visits: 14; good", "Year: 2022"]


def test_a_table_in_a_list_or_a_quote_stands_further_in() -> None:
    assert lines("- |a|b|\n  |-|-:|\n  |c|10|\n", 40) == ["• a   b", "  ─  ──", "  c  10"]
    assert lines("> |a|\n> |-|\n> |c|\n", 40)[0].rstrip() == "│ a"


def test_headings_alone_are_shown() -> None:
    assert lines("|a|b|\n|-|-|\n", 40)[0] == "a  b"
    assert "b" in lines(f"|{WORDS}|b|\n|-|-|\n", 12)


cells = st.text("ab 漢\u0301é-", max_size=60)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(12, 100))
def test_any_table_fits_its_room(rows: list[list[str]], width: int) -> None:
    written = ["|".join(("", *row, "")) for row in rows]
    text = "\n".join((written[0], "|-|:-:|-:|", *written[1:]))
    assert max((cell_len(line) for line in lines(text, width)), default=0) <= width


def test_wider_room_never_takes_more_lines() -> None:
    heights = [len(lines(PLEDGES, width)) for width in range(60, 140)]
    assert all(more <= before for before, more in pairwise(heights))
