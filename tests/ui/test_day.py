"""The day as bars on the screen: every key, and where it leads."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefterm.ui.screens.day import DayScreen
from briefterm.ui.screens.reader import Reader
from briefterm.ui.view import View
from briefterm.ui.widgets.day_chart import DayChart
from tests.support import write_library
from tests.ui import busy
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started

LONDON = ZoneInfo("Europe/London")


class Clock:
    def __init__(self, text: str) -> None:
        self.moment = datetime.fromisoformat(text).replace(tzinfo=LONDON)

    def __call__(self) -> datetime:
        return self.moment


@asynccontextmanager
async def looking(
    folder: Path,
    size: tuple[int, int] = WIDE,
    *,
    at: str = "2024-03-14T07:00",
    path: str = "busy.yaml",
    files: dict[str, str] = busy.FILES,
) -> AsyncIterator[tuple[Driver, DayScreen]]:
    library = write_library(folder / "library", files)
    async with started(library, size, path=path, now=Clock(at)) as driver:
        await driver.until(lambda: driver.title)
        await driver.press("d")
        await driver.until(lambda: isinstance(driver.app.screen, DayScreen))
        screen = driver.app.screen
        assert isinstance(screen, DayScreen)
        yield driver, screen


def chosen(screen: DayScreen) -> str:
    spot = screen._selected
    return screen._day.engagements[spot.at].slot.text if spot is not None else ""


async def test_it_opens_at_what_is_next_with_both_clocks(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        assert chosen(screen) == "Arrival at Schwechat"
        shown = driver.screen().replace("\xa0", " ")
        for said in ("Thu 14 Mar 2024 · by room · ! 3 conflicts", "there", "at home", "▼ now 08:00", "TLP:AMBER"):
            assert said in shown
        assert "08:15 (07:15 at home) · no end is written" in shown
        assert "without a clock time: Gifts are exchanged" in shown
        for room in ("Schwechat", "Blue Salon", "Congress Hall", "Press Room", "Garden Room"):
            assert room in shown


async def test_arrows_move_between_items(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        for key, text in [
            ("down", "Signing of the guest book"),
            ("right", "Tête-à-tête"),
            ("l", "Call on the Chancellor"),
            ("right", "Call on the Chancellor"),
            ("j", "Business round table"),
            ("h", "Protocol walk-through"),
            ("left", "Migration and mobility"),
            ("k", "Tête-à-tête"),
            ("G", "Dinner"),
            ("down", "Dinner"),
            ("g", "Arrival at Schwechat"),
            ("up", "Arrival at Schwechat"),
        ]:
            await driver.press(key)
            assert chosen(screen) == text
        await driver.press("4", "j")
        assert screen._selected is not None
        assert screen._drawing.spots[-1].row == screen._selected.row == 4


async def test_tab_turns_to_people_and_the_item_stays(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press("down", "right", "tab")
        assert "by person" in driver.screen()
        assert chosen(screen) == "Tête-à-tête"
        assert "S Jaishankar" in driver.screen()
        assert "! conflict" in driver.screen()
        await driver.press("tab")
        assert "by room" in driver.screen()
        assert chosen(screen) == "Tête-à-tête"


CONFLICTS = (
    ("Delegation talks", "Mira Sethi"),
    ("Working lunch", "Tomas Leitner"),
    ("Call on the Chancellor", "S Jaishankar and Mira Sethi"),
)


@pytest.mark.parametrize("turned", [[], ["tab"]])
async def test_conflicts_are_walked_each_once_and_told_in_words(tmp_path: Path, turned: list[str]) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press(*turned)
        for number, (title, whose) in enumerate((*CONFLICTS, CONFLICTS[0])):
            await driver.press("exclamation_mark")
            assert chosen(screen) == title
            await driver.sees(f"conflict {number % 3 + 1} of 3: {whose}")
        assert "! conflict: Mira Sethi is also at Press preparation, 11:00–11:30" in driver.screen()
        await driver.press("exclamation_mark", "exclamation_mark")
        said = "! conflict: S Jaishankar and Mira Sethi are also at Business round table, 15:00–16:30"
        assert said in driver.screen()


ONE_CONFLICT = """\
title: One too many
date: 2024-03-14
timezone: Europe/Vienna
officials: [{name: Mira Sethi, id: sethi}]
timeline:
  - {date: 2024-03-14T09:00/10:00, event: Talks, who: [sethi], place: Blue Salon}
  - {date: 2024-03-14T09:30/10:30, event: Briefing, who: [sethi], place: Press Room}
  - {date: 2024-03-14T12:00/13:00, event: Lunch, who: [sethi], place: Garden Room}
"""


@pytest.mark.parametrize("turned", [[], ["tab"]])
async def test_a_single_conflict_is_walked_from_one_side_to_the_other(tmp_path: Path, turned: list[str]) -> None:
    async with started(write_library(tmp_path, {"one.yaml": ONE_CONFLICT}), title="One too many") as driver:
        await driver.press("d")
        await driver.until(lambda: isinstance(driver.app.screen, DayScreen))
        screen = driver.app.screen
        assert isinstance(screen, DayScreen)
        await driver.press(*turned, "G")
        for title in ("Talks", "Briefing", "Talks"):
            await driver.press("exclamation_mark")
            await driver.sees("conflict 1 of 1: Mira Sethi")
            assert chosen(screen) == title


async def test_enter_goes_to_the_item(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, _):
        await driver.press("enter")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))
        assert driver.view == View("timeline", 0)
        await driver.press("d", "G", "left", "enter")
        await driver.until(lambda: driver.view == View("timeline", 7))
        assert driver.focused == "timeline"


async def test_other_days_that_have_clock_times(tmp_path: Path) -> None:
    async with looking(tmp_path, MIDDLE) as (driver, screen):
        await driver.press("right_square_bracket")
        assert "Fri 15 Mar 2024" in driver.screen()
        assert chosen(screen) == "Departure"
        await driver.press("pagedown")
        assert "No later day has clock times." in driver.screen()
        await driver.press("exclamation_mark")
        assert "No conflicts on this day." in driver.screen()
        await driver.press("pageup")
        assert "Thu 14 Mar 2024" in driver.screen()
        await driver.press("left_square_bracket")
        assert "No earlier day has clock times." in driver.screen()


async def test_a_day_with_one_brief_says_so(tmp_path: Path) -> None:
    async with looking(tmp_path, files={"busy.yaml": busy.FILES["busy.yaml"]}) as (driver, _):
        await driver.press("a")
        await driver.sees("1 brief")
        assert "1 briefs" not in driver.screen()


async def test_all_briefs_of_the_day_and_one_of_them_opened(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press("a")
        await driver.sees("2 briefs")
        assert chosen(screen) == "Arrival at Schwechat"
        assert "Fair Hall" in driver.screen()
        await driver.press("G")
        assert chosen(screen) == "Panel on ports"
        assert "! conflict: Lena Huber is also at Business round table" in driver.screen()
        assert "TLP:GREEN" in driver.screen()
        await driver.press("a")
        await driver.until(lambda: "Fair Hall" not in driver.screen())
        await driver.press("a")
        await driver.sees("Fair Hall")
        await driver.press("G", "enter")
        await driver.until(lambda: driver.title == "Trade forum" and driver.view == View("agenda", 1))


async def test_now_is_where_one_begins_and_comes_back_to(tmp_path: Path) -> None:
    async with looking(tmp_path, at="2024-03-14T11:50") as (driver, screen):
        assert chosen(screen) == "Working lunch"
        assert "▼ now 12:50" in driver.screen()
        assert "┃" in driver.screen()
        await driver.press("g", "full_stop")
        assert chosen(screen) == "Working lunch"


async def test_the_line_of_now_moves_with_the_minute(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        clock = driver.app._now
        assert isinstance(clock, Clock)
        clock.moment = clock.moment.replace(hour=9)
        assert screen._timer is not None
        screen._draw()
        await driver.sees("▼ now 10:00")


async def test_a_narrow_screen_has_a_line_an_item(tmp_path: Path) -> None:
    async with looking(tmp_path, NARROW) as (driver, screen):
        assert "▶ 08:15 Arrival at Schwechat" in driver.screen()
        for _ in range(14):
            await driver.press("down")
        assert chosen(screen) == "Dinner"
        assert "▶ 20:00 Dinner" in driver.screen()
        await driver.press("g")
        assert " Schwechat " in driver.screen()


async def test_a_brief_without_clock_times_says_so(tmp_path: Path) -> None:
    async with looking(tmp_path, path="plain.yaml") as (driver, screen):
        assert "No clock times on this day." in driver.screen()
        assert "Wed 20 Mar 2024" in driver.screen()
        await driver.press("down", "right", "enter", "tab", "full_stop", "G")
        assert driver.app.screen is screen
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))


async def test_it_follows_the_file(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press("down", "right")
        file = tmp_path / "library" / "busy.yaml"
        file.write_text(busy.BUSY.replace("Tête-à-tête", "Private talk").replace("T09:30/10:00", "T09:30/09:45"))
        await driver.sees("Private talk")
        assert chosen(screen) == "Private talk"


async def test_a_click_selects_and_two_go_there(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        spot = next(
            one for one in screen._drawing.spots if screen._day.engagements[one.at].slot.text == "Working lunch"
        )
        await driver.pilot.click(DayChart, offset=(spot.left + 1, spot.line))
        assert chosen(screen) == "Working lunch"
        await driver.pilot.click(DayChart, offset=(spot.left + 1, spot.line), times=2)
        await driver.until(lambda: driver.view == View("timeline", 4))


async def test_a_click_on_what_is_written_beside_a_bar_selects_it(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        chart = screen.query_one(DayChart)
        for spot in screen._drawing.spots:
            text = screen._day.engagements[spot.at].slot.text
            x = chart.text_at(spot.line).plain.find(text)
            if x >= spot.right and text != chosen(screen):
                await driver.pilot.click(DayChart, offset=(x + 1, spot.line - chart.scroll_offset.y))
                assert chosen(screen) == text
                return
        raise AssertionError(driver.screen())


async def test_its_keys_stand_first_in_the_help(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, _):
        await driver.press("question_mark")
        await driver.sees("In the day as bars · where you are")


async def test_without_a_brief_there_is_no_day(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "library", {}), MIDDLE) as driver:
        await driver.press("d")
        await driver.sees("There is no brief open.")
