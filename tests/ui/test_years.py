"""The years of the library's briefs below its list."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefterm.ui.ink import PLAIN
from briefterm.ui.text.years import Years, bar_at, bars_of, year_lines, years_of
from briefterm.ui.widgets.year_bars import YearBars
from tests.support import write_library
from tests.ui.driving import NARROW, WIDE, started

YEARS = st.lists(st.integers(1, 9999).map(lambda year: date(year, 3, 4).toordinal()), min_size=1, max_size=60)
BRIEFS = {f"{at}.yaml": f"title: Brief {at}\ndate: {1990 + at * 2}\n" for at in range(12)}


@given(YEARS, st.integers(1, 120))
def test_no_brief_is_lost_and_every_year_has_its_bar(days: list[int], width: int) -> None:
    years = years_of(days)
    bars = bars_of(years, width)
    assert sum(bars.counts) == len(days)
    assert len(bars.counts) * bars.cells <= width
    for day in days:
        year = date.fromordinal(day).year
        at = bars.at(year)
        assert at is not None
        first, last = bars.of(at)
        assert first <= year <= last
    assert bars.at(years.last + 1) is None
    assert years.after(years.last) == 0
    assert years.after(years.first - 1) == len(days)


@given(YEARS, st.integers(24, 120))
def test_lines_fit_and_the_sign_stands_below_its_bar(days: list[int], width: int) -> None:
    years = years_of(days)
    for day in days[:5]:
        year = date.fromordinal(day).year
        line, mark = year_lines(years, year, width, PLAIN)
        assert line.cell_len <= width
        assert mark.cell_len <= width
        bar = bar_at(years, mark.plain.index("▲"), width)
        assert bar is not None
        assert bar[0] <= year <= bar[1]


def test_few_briefs_or_years_tell_nothing() -> None:
    assert not Years().telling
    assert not Years(2000, (4, 4)).telling
    assert not Years(2000, (2, 2, 3)).telling
    assert Years(2000, (2, 0, 3, 3)).telling


def test_what_is_not_nothing_is_seen() -> None:
    line, mark = year_lines(Years(2000, (1, 0, 400)), 2000, 40, PLAIN)
    assert line.plain == "  2000 ▁▁▁···███ 2002"
    assert mark.plain == "        ▲ 2000 · 1"
    assert year_lines(Years(2000, (1, 0, 400)), None, 40, PLAIN)[1].plain == ""


async def test_the_sign_follows_the_cursor_and_a_click_leads_to_the_years(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "library", BRIEFS), WIDE, title="Brief 11") as driver:
        await driver.press("0")
        await driver.sees("▲ 2012 · 1")
        await driver.press("j", "j")
        await driver.sees("▲ 2008 · 1")
        await driver.press("K")
        await driver.sees("▲ 2010 · 1")
        await driver.pilot.click(YearBars, offset=(7, 0))
        await driver.until(lambda: driver.title == "Brief 0")
        await driver.sees("▲ 1990 · 1")


async def test_the_years_follow_the_library(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "library", BRIEFS)
    async with started(folder, WIDE, title="Brief 11") as driver:
        await driver.press("0")
        await driver.sees("2012")
        (folder / "new.yaml").write_text("title: New\ndate: 2030\n")
        await driver.press("r")
        await driver.until(lambda: driver.reader.query_one(YearBars).years.last == 2030)


async def test_there_is_no_room_for_them_on_a_low_screen(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "library", BRIEFS), NARROW, title="Brief 11") as driver:
        await driver.press("0")
        await driver.until(lambda: driver.reader.query(YearBars))
        assert not driver.reader.query_one(YearBars).display
        assert "▲" not in driver.screen()
