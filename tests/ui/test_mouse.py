"""What can be done with the mouse."""

import base64

import pytest
from textual.events import MouseScrollDown
from textual.widgets import Input

from briefterm.paths import shape_file, shipped_briefs
from tests.ui.driving import LEAST, MIDDLE, NARROW, WIDE, Driver, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"


@pytest.fixture(autouse=True)
def far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session over SSH without a multiplexer: the terminal is told what is copied."""
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")


async def drag(driver: Driver, pane: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag over a pane, between places that count from its border."""
    await driver.pilot.mouse_down(f"#{pane}", offset=start)
    await driver.pilot.hover(f"#{pane}", offset=end)
    await driver.pilot.mouse_up(f"#{pane}", offset=end)
    await driver.pilot.pause()


async def copied(driver: Driver, key: str) -> str:
    told: list[str] = []
    driver.app.tell_terminal = told.append  # type: ignore[assignment]
    await driver.press(key)
    await driver.until(lambda: told)
    return base64.b64decode(told[0].removeprefix("\x1b]52;c;").removesuffix("\x07")).decode()


@pytest.mark.parametrize("key", ["y", "ctrl+c"])
async def test_text_is_selected_and_copied_with_the_marking(key: str) -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("2")
        await drag(driver, "detail", (2, 1), (48, 3))
        await driver.sees("y copies the text")
        assert await copied(driver, key) == (
            "TLP:CLEAR\n\nMilitary hardware cooperation\nraised by United States\n"
            "ask       Closer cooperation on military\n"
        )
        await driver.sees("copied by the terminal (OSC 52): text")


async def test_a_selection_in_a_list_leaves_the_cursor_and_goes_with_esc() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("2")
        before = driver.view
        await drag(driver, "agenda", (8, 3), (30, 5))
        assert driver.view == before
        text = driver.reader.get_selected_text()
        assert text is not None
        assert text.startswith("High-end technology")
        assert "▌" not in text
        await driver.press("escape")
        assert driver.reader.get_selected_text() is None
        assert driver.focused == "agenda"
        assert "Military hardware cooperation" in await copied(driver, "y")


async def test_a_selection_goes_when_the_text_is_another() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("2")
        await drag(driver, "detail", (2, 1), (20, 2))
        assert driver.reader.get_selected_text()
        await driver.press("2", "j")
        assert driver.reader.get_selected_text() is None


async def test_a_selection_stays_in_its_pane() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("2")
        await driver.pilot.mouse_down("#detail", offset=(2, 1))
        await driver.pilot.hover("#detail", offset=(10, 2))
        await driver.pilot.hover("#timeline", offset=(10, 5))
        await driver.pilot.mouse_up("#timeline", offset=(10, 5))
        assert driver.reader.get_selected_text() == "Military hardware cooperation\nraised by"


async def test_click_double_click_and_wheel() -> None:
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE) as driver:
        await driver.press("2")
        await driver.pilot.click("#agenda", offset=(10, 3))
        assert (driver.view.pane, driver.view.index) == ("agenda", 1)
        await driver.pilot.click("#agenda", offset=(10, 3), times=2)
        await driver.until(lambda: driver.focused == "detail")
        agenda = driver.rows("agenda")
        await driver.pilot._post_mouse_events([MouseScrollDown], agenda, (5, 5))
        await driver.until(lambda: agenda.scroll_offset.y > 0)
        assert (driver.view.pane, driver.view.index) == ("agenda", 1)


def widths(driver: Driver) -> dict[str, int]:
    return {pane: driver.book.query_one(f"#{pane}").size.width for pane in ("officials", "agenda", "timeline")}


async def test_a_border_is_dragged_and_a_double_click_puts_it_back() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("2")
        before = widths(driver)
        edge = driver.book.query_one("#agenda").region
        await driver.pilot.mouse_down("#agenda", offset=(0, 5))
        await driver.pilot.hover("#officials", offset=(10, 5))
        await driver.pilot.mouse_up("#officials", offset=(10, 5))
        after = widths(driver)
        assert before["officials"] - after["officials"] >= 10
        assert after["timeline"] == before["timeline"]
        assert driver.reader.get_selected_text() is None
        moved = driver.book.query_one("#agenda").region.x
        assert moved < edge.x
        await driver.pilot.click("#agenda", offset=(0, 5), times=2)
        await driver.until(lambda: widths(driver) == before)


async def test_rows_are_dragged_too() -> None:
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE) as driver:
        await driver.press("1")
        before = driver.book.query_one("#detail").size.height
        await driver.pilot.mouse_down("#detail", offset=(10, 0))
        await driver.pilot.hover("#agenda", offset=(10, 5))
        await driver.pilot.mouse_up("#agenda", offset=(10, 5))
        assert driver.book.query_one("#detail").size.height > before
        assert driver.book.query_one("#timeline").size.height > before


async def test_keys_do_the_same_and_it_is_kept_for_the_next_start() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("1")
        before = widths(driver)
        await driver.press("}", "}")
        wider = widths(driver)
        assert wider["officials"] > before["officials"]
        await driver.press("3", "}")
        assert widths(driver)["timeline"] > wider["timeline"]
        await driver.press("{")
        assert widths(driver) == wider
        await driver.press("q")
    assert shape_file().read_text() == "three columns: 366 349 285\n"
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("2")
        await driver.until(lambda: widths(driver) == wider)
        await driver.pilot.resize_terminal(*MIDDLE)
        await driver.until(lambda: driver.book.query_one("#officials").size.width < 45)


async def test_where_one_pane_is_shown_there_is_nothing_to_widen() -> None:
    async with started(shipped_briefs(), NARROW, title=DIALOGUE) as driver:
        await driver.press("2", "}")
        await driver.sees("Nothing stands beside")
    assert not shape_file().exists()


@pytest.mark.parametrize("size", [NARROW, LEAST])
async def test_a_click_on_a_tab_goes_to_the_pane_it_names(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("1")
        for number, pane in (("3", "timeline"), ("4", "detail"), ("2", "agenda"), ("0", "briefs")):
            tabs = driver.screen().splitlines()[driver.reader.query_one("#tabs").region.y]
            await driver.pilot.click("#tabs", offset=(tabs.index(number), 0))
            await driver.until(lambda pane=pane: driver.focused == pane, pane)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("key", "lists", "line"),
    [("O", "people", "whom"), ("D", "folders", "folder"), ("question_mark", "all-keys", "filter")],
)
async def test_a_click_below_a_line_one_types_in_leaves_the_keys_there(key: str, lists: str, line: str) -> None:
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE) as driver:
        await driver.press(key)
        await driver.until(lambda: driver.focused == line)
        below = driver.app.screen
        await driver.pilot.click(f"#{lists}", offset=(10, 3))
        assert driver.focused == line
        await driver.press(*"xyzzy")
        assert driver.app.screen.query_one(f"#{line}", Input).value == "xyzzy"
        await driver.press("escape")
        await driver.until(lambda: driver.app.screen is not below)


async def test_a_border_that_is_dragged_leaves_the_keys_where_they_are() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("2", "j")
        before = driver.view
        edge = driver.book.query_one("#agenda").region.x - 1
        await driver.pilot.mouse_down(offset=(edge, 10))
        await driver.pilot.hover(offset=(edge - 10, 10))
        await driver.pilot.mouse_up(offset=(edge - 10, 10))
        assert driver.book.query_one("#agenda").region.x < edge
        assert (driver.focused, driver.view) == ("agenda", before)


async def test_a_click_on_the_title_of_a_pane_goes_there() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await driver.press("2")
        await driver.pilot.click("#detail", offset=(5, 0))
        await driver.until(lambda: driver.focused == "detail")


async def test_a_click_on_the_hint_at_the_top_opens_the_search() -> None:
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE) as driver:
        await driver.press("2")
        await driver.pilot.click("#top", offset=(14, 0))
        await driver.until(lambda: driver.focused == "bar")


async def test_the_list_and_the_results_have_widths_of_their_own() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        drawer = driver.reader.query_one("#drawer")
        assert drawer.region.width == 40
        await driver.pilot.mouse_down("#briefs", offset=(39, 5))
        await driver.pilot.hover("#agenda", offset=(2, 5))
        await driver.pilot.mouse_up("#agenda", offset=(2, 5))
        dragged = drawer.region.width
        assert dragged == driver.book.query_one("#officials").region.x > 60
        await driver.search("modi")
        assert drawer.region.width == 56
        await driver.press("tab", "right_curly_bracket")
        await driver.until(lambda: drawer.region.width > 60)
        await driver.press("escape")
        await driver.until(lambda: drawer.region.width == dragged)
        await driver.press("left_curly_bracket")
        await driver.until(lambda: drawer.region.width < dragged)
        left = drawer.region.width
        driver.app.exit()
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        assert driver.reader.query_one("#drawer").region.width == left
        await driver.pilot.resize_terminal(*NARROW)
        await driver.until(lambda: driver.reader.query_one("#drawer").region.width == NARROW[0])
        await driver.pilot.resize_terminal(*WIDE)
        await driver.until(lambda: driver.reader.query_one("#drawer").region.width == left)
        await driver.pilot.click("#briefs", offset=(left - 1, 5), times=2)
        await driver.until(lambda: driver.reader.query_one("#drawer").region.width == 40)
