"""Months as grids: every day once, in its column, and no line wider than the others."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style

from briefterm.cldr import all_names
from briefterm.locales import Locale, known
from briefterm.ui.ink import PLAIN, Ink
from briefterm.ui.text.months import (
    CELL,
    CLOSE,
    HEIGHT,
    Frame,
    density,
    frame_lines,
    framed,
    month_lines,
    moved,
    shifted,
)

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(DAYS, DAYS, st.integers(0, 6), st.integers(0, 200), st.sampled_from([CELL, CLOSE]))
def test_every_day_is_there_once_in_its_column(day: date, today: date, begin: int, count: int, cell_width: int) -> None:
    lines = month_lines(day, lambda _: count, day, today, PLAIN, begin=begin, cell=cell_width)
    assert len(lines) == HEIGHT
    assert {line.cell_len for line in lines} == {7 * cell_width}
    found = {}
    for line in lines[2:]:
        for column in range(7):
            cell = line.plain[column * cell_width : (column + 1) * cell_width]
            if cell.strip():
                found[int(cell[1:3])] = column
                assert ("]" in cell) is (int(cell[1:3]) == day.day)
    assert sorted(found) == list(range(1, monthrange(day.year, day.month)[1] + 1))
    for number, column in found.items():
        assert day.replace(day=number).weekday() == (column + begin) % 7


@given(DAYS, st.integers(1, 250), st.integers(1, 80), st.integers(0, 6), st.integers(-800, 800))
def test_the_day_is_always_on_it_and_every_cell_leads_to_its_day(
    day: date, width: int, height: int, begin: int, step: int
) -> None:
    frame = framed(width, height, day, None, begin)
    assert frame.holds(day)
    there = moved(day, step)
    later = framed(width, height, there, frame, begin)
    assert later.holds(there)
    if frame.holds(there):
        assert later == frame
    lines = frame_lines(later, lambda _: 3, there, there, PLAIN)
    if width >= CLOSE * 7:
        assert max(line.cell_len for line in lines) <= width
    days = [later.day_at(x, y) for y in range(len(lines)) for x in range(0, 260, later.cell)]
    assert set(days) <= {None, *(one for one in days if one is not None and later.holds(one))}
    y = next(y for y, line in enumerate(lines) if "]" in line.plain)
    assert later.day_at(lines[y].plain.index("]"), y) == there


def test_signs_of_a_day() -> None:
    today, day = date(2023, 11, 9), date(2023, 11, 10)
    counts = {8: 1, 9: 100, 10: 12}
    lines = month_lines(day, lambda one: counts.get(date.fromordinal(one).day, 0), day, today, PLAIN)
    assert lines[3].plain == "  6      7      8▁1  ◆ 9█99+[10▅12] 11     12    "
    assert [density(count) for count in (0, 1, 2, 3, 4, 5, 8, 13, 21, 40, 41, 900)] == list(" ▁▂▃▃▄▅▆▇▇██")


def test_where_there_is_little_room_a_day_has_its_number_and_its_block() -> None:
    today, day = date(2023, 11, 9), date(2023, 11, 10)
    counts = {8: 1, 9: 100, 10: 12}
    frame = framed(38, 8, day, None)
    assert (frame.cell, frame.columns) == (CLOSE, 1)
    lines = frame_lines(frame, lambda one: counts.get(date.fromordinal(one).day, 0), day, today, PLAIN)
    assert lines[0].plain.strip() == "November 2023"
    assert lines[1].plain == " Mon  Tue  Wed  Thu  Fri  Sat  Sun "
    assert lines[3].plain == "  6    7    8▁ ◆ 9█ [10▅] 11   12  "


@pytest.mark.parametrize(("cells", "drawn"), [(CELL, "[10▅12]"), (CLOSE, "[10▅]")])
def test_the_cursor_on_today_has_both_its_brackets(cells: int, drawn: str) -> None:
    day = date(2023, 11, 10)
    lines = month_lines(day, lambda one: 12 if one == day.toordinal() else 0, day, day, PLAIN, cell=cells)
    assert drawn in lines[3].plain


@pytest.mark.parametrize("cell", [CELL, CLOSE])
def test_where_the_cursor_reverses_a_day_it_is_one_block_without_colours(cell: int) -> None:
    day = date(2023, 11, 10)
    ink = Ink(dict.fromkeys(PLAIN, Style(color="yellow")) | {"cursor": Style(reverse=True)})
    line = month_lines(day, lambda _: 3, day, date(2023, 11, 1), ink, cell=cell)[3]
    under = [part for part in line.render(Console()) if part.style and part.style.reverse]
    assert "".join(part.text for part in under).startswith("[10")
    assert all(part.style and part.style.color is None for part in under)


@pytest.mark.parametrize("name", all_names())
@pytest.mark.parametrize("cell_width", [CELL, CLOSE])
def test_names_of_any_locale_stand_above_their_columns(name: str, cell_width: int) -> None:
    day = date(2023, 9, 10)
    ink = Ink(PLAIN, Locale(known(name) or ""))
    lines = month_lines(day, lambda _: 0, day, day, ink, cell=cell_width)
    assert {line.cell_len for line in lines} == {7 * cell_width}
    assert str(day.year) in lines[0].plain or not lines[0].plain.isascii()


def test_beyond_the_ends_of_the_calendar() -> None:
    assert shifted(date(9999, 12, 31), 5) == date(9999, 12, 31)
    assert shifted(date(1, 1, 1), -5) == date(1, 1, 1)
    assert shifted(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert moved(date(9999, 12, 31), 8) == date(9999, 12, 31)
    assert moved(date(1, 1, 1), -8) == date(1, 1, 1)
    assert Frame(date(9999, 12, 1), 3, 1).months == (date(9999, 12, 1),)
