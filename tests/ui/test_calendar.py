"""The calendar of the library: moved through by every key, narrowed, and every entry leads to its place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from briefterm.ui.screens.calendar import CalendarScreen
from briefterm.ui.screens.reader import Reader
from briefterm.ui.view import View
from briefterm.ui.widgets.month_grid import MonthGrid
from briefterm.ui.widgets.row_list import RowList
from tests.support import write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started
from tests.ui.library import FILES

TITLE = "Coastal Security Talks"


@pytest.fixture(autouse=True)
def weeks_from_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@asynccontextmanager
async def looking(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[tuple[Driver, CalendarScreen]]:
    async with started(write_library(folder / "library", FILES), size, title=TITLE) as driver:
        await driver.press("c")
        await driver.until(lambda: isinstance(driver.app.screen, CalendarScreen) and "1 brief" in driver.screen())
        screen = driver.app.screen
        assert isinstance(screen, CalendarScreen)
        yield driver, screen


async def at(driver: Driver, screen: CalendarScreen, day: str) -> None:
    """Wait until the cursor, and what the list shows, is on a day."""
    wanted = date.fromisoformat(day)
    said = f"{wanted.day} {wanted:%b} {wanted.year}"
    await driver.until(
        lambda: screen._day == wanted and said in str(screen.query_one("#entries").border_title), f"for {day}"
    )


async def test_it_opens_at_the_date_of_the_open_brief(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11-10")
        shown = driver.screen()
        for said in ("October 2023", "November 2023", "December 2023", "[10▁1 ]", "◆ 9", "Talks in Delhi"):
            assert said in shown
        assert "TLP:AMBER" in shown
        assert "1 over a month" in shown
        assert "something on 3 days" in shown


async def test_keys_move_by_day_week_month_and_year(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        for keys, day in [
            ("right", "2023-11-11"),
            ("l", "2023-11-12"),
            ("left", "2023-11-11"),
            ("h", "2023-11-10"),
            ("down", "2023-11-17"),
            ("k", "2023-11-10"),
            ("right_square_bracket", "2023-12-10"),
            ("pageup", "2023-11-10"),
            ("right_curly_bracket", "2024-11-10"),
            ("left_curly_bracket", "2023-11-10"),
            ("2 left_curly_bracket", "2021-11-10"),
            ("3 j", "2021-12-01"),
            ("full_stop", "2023-11-09"),
            ("n", "2023-11-10"),
            ("N", "2023-01-20"),
            ("N", "2022-05-01"),
            ("N", "2022-05-01"),
            ("2 n", "2023-11-10"),
            ("home", "2022-05-01"),
            ("G", "2023-11-10"),
        ]:
            await driver.press(*keys.split())  # 2 to 4 are no keys of this screen
            await at(driver, screen, day)


async def test_enter_goes_to_the_day_and_to_the_event_in_its_brief(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press("g")
        await at(driver, screen, "2022-05-01")
        await driver.press("n")
        await at(driver, screen, "2023-01-20")
        await driver.sees("They spoke of radar")
        await driver.press("enter", "j", "enter")
        await driver.until(lambda: driver.title == "Call of January" and driver.view == View("timeline", 0))
        assert isinstance(driver.app.screen, Reader)


async def test_enter_on_a_brief_opens_it(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press("home")
        await at(driver, screen, "2022-05-01")
        assert driver.screen().splitlines()[-1].startswith(" ⏎ day")
        await driver.press("tab")
        assert driver.focused == "entries"
        assert driver.screen().splitlines()[-1].startswith(" ⏎ go there")
        await driver.press("escape")
        assert driver.focused == "months"
        await driver.press("enter", "enter")
        await driver.until(lambda: driver.title == "A brief without people")


async def test_what_is_some_day_of_the_month_is_told_below(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        for _ in range(4):
            await driver.press("]")
        await at(driver, screen, "2024-03-10")
        await driver.sees("+1 some day in March 2024")
        await driver.sees("Next round")
        await driver.press("tab", "enter")
        await driver.until(lambda: driver.view == View("timeline", 2))


async def test_a_search_narrows_it_and_escape_takes_that_back(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press("slash", *"who:yusuf")
        await driver.sees("something on 1 day")
        await driver.press("enter")
        assert driver.focused == "months"
        await driver.press("N")
        await at(driver, screen, "2023-01-20")
        await driver.press("slash", *"zzz")
        await driver.sees("No day in the briefs that this finds.")
        await driver.press("escape")
        await driver.sees("something on 3 days")
        await driver.press("slash", *"radar", "enter", "escape")
        await driver.sees("something on 3 days")
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))


async def test_an_empty_day_says_how_to_go_on(tmp_path: Path) -> None:
    async with looking(tmp_path, NARROW) as (driver, screen):
        await driver.press("right")
        await at(driver, screen, "2023-11-11")
        assert "Nothing on this day; n goes to" in driver.screen()
        await driver.press("enter")
        assert driver.focused == "months"


@pytest.mark.parametrize(("size", "months"), [(WIDE, 3), (MIDDLE, 3), (NARROW, 1)])
async def test_as_many_months_as_fit(tmp_path: Path, size: tuple[int, int], months: int) -> None:
    async with looking(tmp_path, size) as (driver, _):
        await driver.until(lambda: driver.screen().count(" Mon    Tue ") == months)


@pytest.mark.parametrize("size", [(40, 20), (40, 15), (46, 20), (50, 20)])
async def test_a_month_and_the_day_can_be_read_in_40_columns(tmp_path: Path, size: tuple[int, int]) -> None:
    async with looking(tmp_path, size) as (driver, screen):
        await driver.until(lambda: "[10▁]" in driver.screen())
        lines = driver.screen().split("\n")
        assert any("Sun" in line for line in lines), "the last weekday is on the screen"
        assert any(" 30" in line for line in lines), "the last week is on the screen"
        assert max(map(len, lines)) <= size[0]
        assert "Talks in Delhi" in driver.screen() or screen.panes[1].size.height < 6
        await driver.press("right")
        await at(driver, screen, "2023-11-11")
        await driver.until(lambda: "[11 ]" in driver.screen())


async def test_a_click_goes_to_a_day_and_two_to_what_is_on_it(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        lines = driver.screen().split("\n")
        y = next(number for number, line in enumerate(lines) if "[10" in line)
        x = lines[y].index("[10")
        grid = screen.query_one(MonthGrid).region
        await driver.pilot.click(MonthGrid, offset=(x - 7 - grid.x, y - grid.y))
        await at(driver, screen, "2023-11-09")
        await driver.pilot.click(MonthGrid, offset=(x + 2 - grid.x, y - grid.y), times=2)
        await at(driver, screen, "2023-11-10")


async def test_the_wheel_goes_from_week_to_week(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        grid = screen.query_one(MonthGrid)
        day = screen._day
        await driver.pilot._post_mouse_events([MouseScrollDown], grid, (5, 5))
        await driver.until(lambda: screen._day == day + timedelta(days=7))
        await driver.pilot._post_mouse_events([MouseScrollUp], grid, (5, 5))
        await driver.until(lambda: screen._day == day)


async def test_its_keys_stand_first_in_the_help(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, _):
        await driver.press("question_mark")
        await driver.sees("In the calendar of the library · where you are")


async def test_what_is_said_of_rows_that_have_been_replaced_does_nothing(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        entries = screen.panes[1]
        entries.post_message(RowList.Chosen(entries, 5_000))
        await driver.press("n", "N")
        await at(driver, screen, "2023-01-20")
        assert driver.app.screen is screen


async def test_what_is_of_another_day_than_is_asked_for_is_not_opened(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11-10")
        screen._day = date(2023, 11, 11)
        entries = screen.panes[1]
        entries.post_message(RowList.Chosen(entries, entries.current or 0))
        await driver.pilot.pause()
        assert driver.app.screen is screen


async def test_an_open_calendar_follows_the_files_and_stays_where_it_is(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11-10")
        await driver.press("tab", "j")
        entries = screen.panes[1]
        before = screen._leads[entries.current or 0]
        (tmp_path / "library" / "new.yaml").write_text("title: Newest\ndate: 2023-11-10\n")
        await driver.sees("2 briefs")
        assert "Newest" in driver.screen()
        assert screen._leads[entries.current or 0] == before
        assert driver.focused == "entries"
