from pathlib import Path

import pytest

from briefterm.paths import shipped_briefs
from briefterm.ui.view import View
from tests.ui.driving import MIDDLE, NARROW, WIDE, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
G7 = "Second G7 Foreign Ministers' Meeting of 2023"


@pytest.fixture
def shipped() -> Path:
    return shipped_briefs()


async def test_results_come_while_typing_and_show_the_item_in_place(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"yoko")
        await driver.until(lambda: driver.title == G7)
        await driver.until(lambda: driver.view == View("officials", 1))
        assert "1 brief" in driver.screen()
        assert "Kamikawa Yoko" in driver.screen()


async def test_escape_returns_to_the_exact_place(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("3", "j", "j")
        before = driver.view
        await driver.search("kishida")
        await driver.until(lambda: driver.title == G7)
        await driver.press("escape")
        await driver.until(lambda: driver.title == DIALOGUE)
        assert driver.view == before
        assert driver.focused == "timeline"
        assert not driver.book.marked


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_enter_lands_on_the_item_in_its_pane(shipped: Path, size: tuple[int, int]) -> None:
    async with started(shipped, size, title=DIALOGUE) as driver:
        await driver.search("kamikawa yoko")
        await driver.until(lambda: driver.title == G7)
        await driver.press("enter")
        assert driver.focused == "officials"
        assert driver.view == View("officials", 1)
        assert driver.book.marked


async def test_arrows_in_the_bar_move_through_the_results(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("blinken")
        first = driver.rows("results").current
        await driver.press("down")
        assert driver.rows("results").current == (first or 0) + 1
        await driver.press("up")
        assert driver.rows("results").current == first
        await driver.press("pagedown")
        assert (driver.rows("results").current or 0) > 1
        await driver.press("pageup")
        assert driver.rows("results").current == 0


async def test_a_hit_in_the_background_opens_it_there(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("four ministers")
        await driver.press("enter")
        assert driver.view.page == "background"
        assert driver.focused == "detail"
        assert "4 Background" in driver.screen()


async def test_n_and_capital_n_walk_the_matches_of_the_brief(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("roadmap")
        await driver.press("enter")
        start = driver.view
        await driver.press("n")
        assert driver.view != start
        assert "match " in driver.screen()
        await driver.press("N")
        assert driver.view == start


async def test_marks_go_with_escape(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("hardware")
        await driver.press("enter", "escape")
        assert not driver.book.marked
        await driver.press("n")
        await driver.sees("press / to search")


async def test_the_bar_opens_again_with_its_query(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("kishida")
        await driver.press("escape", "slash")
        assert "/ kishida" in driver.screen()
        assert "Results" in driver.screen()


async def test_nothing_found_says_so(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"zzqx")
        await driver.sees("Nothing for zzqx")
        await driver.press("enter")
        assert driver.reader.has_class("-searching")


async def test_tab_goes_from_the_bar_to_the_results_and_back(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("blinken")
        await driver.press("tab")
        assert driver.focused == "results"
        await driver.press("j", "tab")
        assert driver.focused == "bar"


async def test_keys_typed_into_the_bar_are_text(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"q?b1 hjkl:")
        assert "/ q?b1 hjkl:" in driver.screen()
