"""What can be done with the mouse."""

import base64

import pytest
from textual.events import MouseScrollDown

from briefterm.paths import shipped_briefs
from tests.ui.driving import MIDDLE, WIDE, Driver, started

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
