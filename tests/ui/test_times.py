"""The timeline of the library: zoomed, narrowed, and every event leads to its place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.widgets import Input

from briefterm.library.scales import Scale
from briefterm.paths import shipped_briefs
from briefterm.ui.screens.reader import Reader
from briefterm.ui.screens.times import TimesScreen
from briefterm.ui.view import View
from briefterm.ui.widgets.row_list import RowList
from tests.support import write_library
from tests.ui.driving import NARROW, WIDE, Driver, started
from tests.ui.library import FILES

TITLE = "Coastal Security Talks"


@asynccontextmanager
async def looking(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[tuple[Driver, TimesScreen]]:
    async with started(write_library(folder / "library", FILES), size, title=TITLE) as driver:
        await driver.press("T")
        await driver.until(lambda: isinstance(driver.app.screen, TimesScreen) and "events in" in driver.screen())
        screen = driver.app.screen
        assert isinstance(screen, TimesScreen)
        yield driver, screen


def bucket(screen: TimesScreen) -> str:
    at = screen.query_one("#buckets", RowList).current
    return screen._buckets[at].name if at is not None else ""


async def at(driver: Driver, screen: TimesScreen, name: str) -> None:
    await driver.until(
        lambda: bucket(screen) == name == screen.query_one("#events").border_title, f"for the bucket {name}"
    )


async def test_it_opens_at_the_date_of_the_open_brief(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11")
        shown = driver.screen()
        assert "Timeline · by month" in shown
        assert "5 events in 2 briefs" in shown
        assert "Talks in Delhi" in shown
        assert "TLP:AMBER" in shown
        assert "Lloyd Austin" in shown
        assert "Some time that year" in shown  # a date less precise reaches into the month
        assert "◂━━━━━━━━━━━━━━▸" in shown
        assert "⋮" in shown


async def test_what_is_said_of_buckets_that_have_been_replaced_does_nothing(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11")
        buckets, events = screen.panes
        for pane in (buckets, events):
            pane.post_message(RowList.Moved(pane, 5_000))
            pane.post_message(RowList.Chosen(pane, 5_000))
        await driver.press("j", "k")
        await at(driver, screen, "2023-11")
        assert driver.app.screen is screen


async def test_plus_and_minus_zoom_and_stay_where_one_is(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        for key, name in [
            ("minus", "2023"),
            ("minus", "2020s"),
            ("minus", "2020s"),
            ("plus", "2023"),
            ("equals_sign", "2023-01"),
            ("plus", "2023-W03"),
            ("plus", "2023-01-20"),
            ("plus", "2023-01-20"),
            ("minus", "2023-W03"),
        ]:
            await driver.press(key)
            await at(driver, screen, name)


async def test_enter_goes_down_to_the_events_and_to_the_brief(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        for name in ("2023-W45", "2023-11-10"):
            await driver.press("enter")
            await at(driver, screen, name)
        assert "2023-11-10 Fr" in driver.screen()
        await driver.press("enter")
        await driver.until(lambda: driver.focused == "events")
        await driver.press("enter")
        await driver.until(lambda: isinstance(driver.app.screen, Reader) and driver.view == View("timeline", 1))
        assert driver.title == TITLE


async def test_an_event_of_another_brief_opens_in_place(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        for keys, name in [("k", "2023-01"), ("g", "2018-09"), ("G", "2024-03"), ("-", "2024"), ("k", "2023")]:
            await driver.press("minus" if keys == "-" else keys)
            await at(driver, screen, name)
        await driver.press("tab", "enter")
        await driver.until(lambda: driver.title == "Call of January" and driver.view == View("timeline", 1))


async def test_a_search_narrows_it_and_escape_takes_that_back(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press("slash", *"who:yusuf")
        await driver.sees("2 events in 1 brief")
        await driver.press("enter")
        assert driver.focused == "buckets"
        assert screen.query_one(Input).value == "who:yusuf"
        await driver.press("slash")
        screen.query_one(Input).value = "zzzz"
        await driver.sees("No event with a date in the briefs")
        await driver.press("escape")
        await driver.sees("5 events in 2 briefs")
        assert driver.focused == "buckets"
        await driver.press("slash", *"yusuf", "enter")
        await driver.sees("2 events in 1 brief")
        await driver.press("escape")
        await driver.sees("5 events in 2 briefs")
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))


async def test_the_footer_says_what_enter_does_in_either_list(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11")
        assert driver.screen().splitlines()[-1].startswith(" ⏎ zoom in  - zoom out  / narrow  tab events")
        await driver.press("tab")
        assert driver.screen().splitlines()[-1].startswith(" ⏎ go there  - zoom out  / narrow  tab bars")


async def test_the_footer_names_no_step_beyond_either_end_of_the_scales(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11")
        await driver.press("plus", "plus")
        await driver.sees(" ⏎ events  - zoom out  / narrow  esc back")
        await driver.press("minus", "minus", "minus", "minus")
        await driver.sees(" ⏎ zoom in  / narrow  tab events  esc back")


async def test_tab_goes_to_the_events_and_escape_back(tmp_path: Path) -> None:
    async with looking(tmp_path, NARROW) as (driver, screen):
        await at(driver, screen, "2023-11")
        assert "Talks in Delhi" not in driver.screen()
        await driver.press("tab")
        await driver.sees("Talks in Delhi")
        await driver.press("escape")
        await driver.sees("Timeline · by month")
        await driver.press("q")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))


async def test_a_date_that_is_less_precise_than_the_scale_is_not_lost_while_zooming(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await driver.press("g")
        await at(driver, screen, "2018-09")
        for name in ("2018-W35", "2018-09-01"):
            await driver.press("enter")
            await at(driver, screen, name)
            assert "First round of talks" in driver.screen()
        assert "━━━━━━━━━━━━━━━▸" in driver.screen()


async def test_one_stands_on_the_first_day_of_what_lasts_and_the_frame_says_what_bars_count(tmp_path: Path) -> None:
    library = write_library(
        tmp_path,
        {"a.yaml": "title: Trips\ndate: 2023-11\ntimeline:\n- 2023-11-03/2023-11-10: Trip\n- 2024-02-01: Call\n"},
    )
    async with started(library, title="Trips") as driver:
        await driver.press("T")
        await driver.sees("2 events in 1 brief")
        screen = driver.app.screen
        assert isinstance(screen, TimesScreen)
        assert "it lasts" not in driver.screen()
        await driver.press("plus", "plus")
        await at(driver, screen, "2023-11-03")
        await driver.sees("by day · in each day it lasts")
        assert "imprecise" not in driver.screen()
        await driver.press("G")
        await at(driver, screen, "2024-02-01")
        await driver.press("g")
        await at(driver, screen, "2023-11-03")
        await driver.press("j")
        await at(driver, screen, "2023-11-04")


async def test_one_stands_on_the_first_day_of_what_is_imprecise(tmp_path: Path) -> None:
    library = write_library(
        tmp_path, {"a.yaml": "title: Year\ndate: 1975-01-01\ntimeline:\n- 1974: Some time\n- 1975-01-01: Day\n"}
    )
    async with started(library, title="Year") as driver:
        await driver.press("T", "plus", "plus")
        screen = driver.app.screen
        assert isinstance(screen, TimesScreen)
        await at(driver, screen, "1975-01-01")
        await driver.sees("~ imprecise dates")
        await driver.press("g")
        await at(driver, screen, "1974-01-01")


async def test_a_library_without_events(tmp_path: Path) -> None:
    library = write_library(tmp_path, {"a.yaml": "title: Nothing\n"})
    async with started(library, title="Nothing") as driver:
        await driver.press("T")
        await driver.sees("No brief that has been read so far")
        await driver.press("plus", "j", "enter", "tab", "minus", "escape")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))


async def test_the_list_goes_on_where_the_stretch_shown_ends(tmp_path: Path) -> None:
    days = "\n".join(f"- {year}-05-05: Event of {year}" for year in range(1990, 2021))
    library = write_library(tmp_path, {"a.yaml": f"title: Years\ndate: 2019-05-05\ntimeline:\n{days}\n"})
    async with started(library, title="Years") as driver:
        await driver.press("T", "plus", "plus")
        screen = driver.app.screen
        assert isinstance(screen, TimesScreen)
        await at(driver, screen, "2019-05-05")
        assert screen._scale is Scale.DAY
        for year in range(2018, 1989, -1):
            await driver.press("k")
            await at(driver, screen, f"{year}-05-05")


async def test_the_briefs_that_come_with_it() -> None:
    async with started(shipped_briefs(), title="5th India-US 2+2 Ministerial Dialogue") as driver:
        await driver.press("T")
        await driver.sees("undated in 3 briefs")
        await driver.sees("2023-11")


async def test_an_open_timeline_follows_the_files_and_stays_where_it_is(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11")
        await driver.press("tab", "j")
        events = screen.query_one("#events", RowList)
        assert screen._page.events[events.current or 0].item.text == "Some time that year"
        (tmp_path / "library" / "new.yaml").write_text(
            "title: Newest\ntimeline:\n- 2023-11-01: Before all\n- 1990-01-01: Long ago\n"
        )
        await driver.sees("7 events in 3 briefs")
        await at(driver, screen, "2023-11")
        assert "Before all" in driver.screen()
        assert screen._page.events[events.current or 0].item.text == "Some time that year"
        assert driver.focused == "events"


async def test_back_leads_to_where_one_was_in_the_same_brief(tmp_path: Path) -> None:
    async with looking(tmp_path) as (driver, screen):
        await at(driver, screen, "2023-11")
        await driver.press("escape", "2")
        before = driver.view
        assert before.pane == "agenda"
        await driver.press("T")
        await driver.until(lambda: isinstance(driver.app.screen, TimesScreen) and "events in" in driver.screen())
        assert isinstance(driver.app.screen, TimesScreen)
        await at(driver, driver.app.screen, "2023-11")
        await driver.press("tab", "enter")
        await driver.until(lambda: driver.focused == "timeline" and driver.title == TITLE)
        after = driver.view
        await driver.press("<")
        await driver.until(lambda: driver.view == before and driver.focused == "agenda")
        await driver.press(">")
        await driver.until(lambda: driver.view == after and driver.focused == "timeline")
