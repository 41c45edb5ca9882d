"""The screens as text, compared with the ones kept beside this test.

After a wanted change, look at the screens, then keep them: BRIEFTERM_KEEP_SCREENS=1 python -m pytest tests/ui
"""

import os
from pathlib import Path

import pytest

from briefterm.paths import shipped_briefs
from briefterm.ui.drawer import Drawer
from briefterm.ui.widgets.row_list import RowList
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started

KEPT = Path(__file__).parent / "screens"
DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
SIZES = [WIDE, MIDDLE, NARROW]
SETTLING = 100


async def compare(name: str, size: tuple[int, int], driver: Driver) -> None:
    """Compare the screen, once it has settled, with the one kept."""
    file = KEPT / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("BRIEFTERM_KEEP_SCREENS"):
        await driver.pilot.pause(0.3)
        KEPT.mkdir(exist_ok=True)
        file.write_text(driver.screen() + "\n", encoding="utf-8")
    kept = file.read_text(encoding="utf-8").removesuffix("\n")
    for _ in range(SETTLING):
        if driver.screen() == kept:
            return
        await driver.pilot.pause(0.05)
    assert driver.screen() == kept


@pytest.mark.parametrize("size", SIZES)
async def test_the_list(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await compare("list", size, driver)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["1", "2", "3", "4", "b", "s"])
async def test_a_pane(size: tuple[int, int], key: str) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("2", key)
        await compare(f"brief-{key}", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_results(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.search("blinken modi")
        await driver.until(lambda: driver.book.marked)
        await driver.until(lambda: len(driver.reader.query_one(Drawer).stops) == 2)
        await compare("results", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_search(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("slash")
        await driver.sees("who:kishida")
        await compare("search", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_help(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("question_mark")
        await driver.sees("Keys and help")
        await compare("help", size, driver)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "name"), [("o", "dossier"), ("O", "directory"), ("T", "times"), ("R", "related")])
async def test_the_whole_library(size: tuple[int, int], key: str, name: str) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("1", key)
        await driver.until(
            lambda: driver.app.screen is not driver.reader and driver.app.screen.query(RowList).first()._rows
        )
        await compare(name, size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_which_of_several(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("0", "o")
        await driver.sees("Whose dossier?")
        await compare("which", size, driver)
