"""Keys typed faster than they are taken are done in the order they came, in every line one types in and in a note."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input, TextArea

from tests.support import TALKS, write_library
from tests.ui.driving import Driver, started
from tests.ui.test_keymap import preferences

TITLE = "Coastal Security Talks"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", {"talks.yaml": TALKS})


def type_at_once(driver: Driver, *keys: str) -> None:
    for key in keys:
        driver.app.post_message(Key(key, key if len(key) == 1 else None))


def typed(driver: Driver) -> str:
    focused = driver.app.focused
    if isinstance(focused, Input):
        return focused.value
    return focused.text if isinstance(focused, TextArea) else ""


@pytest.mark.parametrize("opening", ["slash", "O", "D", "question_mark", "a", "T /", "c /"])
@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("ctrl+u", *"new"), "new"),
        (("backspace", *"s", "left", *"x"), "olxs"),
        (("home", *"my", "end", "backspace", *"k"), "myolk"),
    ],
)
async def test_keys_that_come_at_once_are_done_in_their_order(
    talks: Path, opening: str, keys: tuple[str, ...], text: str
) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        for key in opening.split():
            await driver.press("slash" if key == "/" else key)
            await driver.pilot.pause(0.1)
        await driver.until(lambda: isinstance(driver.app.focused, Input | TextArea))
        await driver.press("ctrl+u", *"old")
        type_at_once(driver, *keys)
        await driver.until(lambda: typed(driver) == text, f"for {text!r}")


async def test_a_key_that_is_given_to_another_command_is_left_to_that(talks: Path, tmp_path: Path) -> None:
    given = preferences(tmp_path, "keys:\n  search.leave: ctrl+u\n")
    async with started(talks, title=TITLE, preferences=given) as driver:
        await driver.press("slash", *"old", "ctrl+u")
        await driver.until(lambda: not driver.reader._search.active)
