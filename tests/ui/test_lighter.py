"""What has been closed is garbage: no screen, and nothing that was drawn of one, stays behind."""

import gc
import weakref
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen
from textual.strip import Strip

from briefterm.ui.lighter import lighten
from briefterm.ui.screens.reader import Reader
from tests.support import write_library
from tests.ui.driving import WIDE, Driver, started
from tests.ui.library import FILES, PEOPLE


async def closed(driver: Driver, *keys: str) -> list["weakref.ref[Any]"]:
    """Open a screen, close it, and return its widgets and what they had drawn, held weakly."""
    await driver.press(*keys)
    await driver.until(lambda: not isinstance(driver.app.screen, Reader), f"for the screen of {keys}")
    await driver.pilot.pause()
    screen: Screen[Any] = driver.app.screen
    widgets = [screen, *screen.query("*")]
    held = [weakref.ref(one) for widget in widgets for one in (widget, widget._styles_cache)]
    await driver.press("escape")
    await driver.until(lambda: isinstance(driver.app.screen, Reader), "for the reader")
    await driver.press("tab")  # what still refers to the screen as the last one drawn refers to another
    await driver.pilot.pause()
    return held


@pytest.mark.parametrize("keys", [("question_mark",), ("T",), ("O",), ("1", "o")], ids=" ".join)
async def test_a_closed_screen_is_garbage(tmp_path: Path, keys: tuple[str, ...]) -> None:
    library = write_library(tmp_path / "library", {**FILES, "people.yaml": PEOPLE})
    async with started(library, WIDE, title="Coastal Security Talks") as driver:
        held = await closed(driver, *keys)
        gc.collect()
        assert [one() for one in held if one() is not None] == []


def test_it_is_done_once() -> None:
    lighten()
    before: Any = vars(Strip)["render_ansi"]
    lighten()
    assert vars(Strip)["render_ansi"] is before
