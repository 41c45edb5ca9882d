import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from textual.widgets import Input

from briefterm.paths import config_file, shipped_briefs
from briefterm.ui import services
from briefterm.ui.drawer import Drawer
from briefterm.ui.screens.help import Help
from briefterm.ui.searching import Searching
from briefterm.ui.view import View
from tests.support import write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
G7 = "Second G7 Foreign Ministers' Meeting of 2023"


@pytest.fixture
def shipped() -> Path:
    return shipped_briefs()


@pytest.fixture
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing never counts as resting."""
    monkeypatch.setattr(services, "REST", 60.0)


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
        assert driver.focused == "facets"
        await driver.press("tab")
        assert driver.focused == "bar"
        await driver.press("shift+tab")
        assert driver.focused == "facets"


async def test_keys_typed_into_the_bar_are_text(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"q?b1 hjkl:")
        assert "/ q?b1 hjkl:" in driver.screen()


async def test_an_empty_bar_says_what_can_be_asked(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash")
        await driver.sees("who:kishida")
        await driver.sees("these words together")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_a_facet_narrows_the_search_in_the_bar_and_is_taken_back(shipped: Path, size: tuple[int, int]) -> None:
    async with started(shipped, size, title=DIALOGUE) as driver:
        await driver.search("blinken")
        await driver.until(lambda: driver.reader.query_one(Drawer).stops == ("results", "facets"))
        await driver.press("tab", "tab")
        await driver.sees("kind     ministerial")
        await driver.press("enter")
        await driver.until(lambda: driver.reader._search._searching.text == "blinken kind:ministerial")
        assert driver.reader.query_one("#bar", Input).value == "blinken kind:ministerial"
        assert driver.focused == "facets"


async def test_a_misspelt_name_is_repaired_and_it_says_so(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"Jaishanker")
        await driver.sees("Nothing for Jaishanker; showing Jaishankar")
        await driver.until(lambda: driver.view.pane == "officials")


async def test_how_an_odd_query_was_read_is_said(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"modi date:")
        await driver.sees("date: is not finished")


async def test_up_from_the_first_result_recalls_earlier_searches(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        for text in ("kishida", "austin"):
            await driver.search(text)
            await driver.press("enter")
        await driver.press("slash", "up")
        assert driver.reader.query_one("#bar", Input).value == "austin"
        await driver.press("up")
        assert driver.reader.query_one("#bar", Input).value == "kishida"


async def test_more_results_come_as_one_goes_down(tmp_path: Path) -> None:
    files = {f"{number:02}.yaml": f"title: Round {number:02}\ndate: 20{number:02}\n" for number in range(50)}
    async with started(write_library(tmp_path, files), title="Round 49") as driver:
        await driver.search("round")
        await driver.press("tab", *["down"] * 30)
        await driver.until(lambda: len(driver.reader.query_one(Drawer).targets) > 30)
        await driver.press("end")
        await driver.until(lambda: len(driver.reader.query_one(Drawer).targets) == 50)
        assert "50 briefs" in driver.screen()
        await driver.press("end")
        await driver.until(lambda: driver.title == "Round 00")


async def test_a_saved_search_can_be_the_start(shipped: Path) -> None:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text('searches: {japan: "who:kamikawa"}\nstart: "@japan"\n')
    async with started(shipped, start="@japan") as driver:
        await driver.until(lambda: driver.title == G7)
        await driver.sees("/ @japan")


async def test_searches_of_an_earlier_session_are_recalled(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("kishida")
        await driver.press("enter")
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash")
        await driver.until(lambda: driver.reader._search._searching.earlier == ("kishida",))
        await driver.press("up")
        assert driver.reader.query_one("#bar", Input).value == "kishida"


async def test_a_second_search_replaces_the_first(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("kishida")
        await driver.press("escape", "slash", *"modi")
        await driver.until(lambda: driver.reader._search._searching.text == "modi")


async def test_landing_says_how_to_walk_the_matches(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.search("roadmap")
        await driver.press("enter")
        await driver.sees("n and N walk the matches")
        await driver.press("escape")
        await driver.until(lambda: "walk the matches" not in driver.screen())


def typed_at_once(driver: Driver, keys: str) -> None:
    """Have all of `keys` come before any is answered; `/` and `⏎` are those keys."""
    names = {"/": "slash", "⏎": "enter", "↓": "down"}
    for key in keys:
        driver.app.simulate_key(names.get(key, key))


async def test_enter_before_the_results_have_come_goes_to_the_best_of_them(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        typed_at_once(driver, "/yoko⏎b")
        await driver.until(lambda: driver.title == G7)
        await driver.until(lambda: driver.view.page == "background")
        assert driver.book.marked
        assert not driver.reader._search.active
        await driver.press("slash")
        assert driver.reader.query_one("#bar", Input).value == "yoko"


async def test_keys_after_an_enter_that_finds_nothing_stay_in_the_bar(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        typed_at_once(driver, "/zzqqxx⏎y")
        await driver.until(
            lambda: driver.reader.query("#bar") and driver.reader.query_one("#bar", Input).value == "zzqqxxy"
        )
        assert driver.reader._search.active


async def test_escape_gives_up_waiting_for_the_results(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash")
        typed_at_once(driver, "yoko⏎bb")
        driver.app.simulate_key("escape")
        await driver.until(lambda: not driver.reader._search.active)
        await driver.until(lambda: driver.title == DIALOGUE)
        assert not driver.book.marked
        assert driver.view.page != "background"


async def test_keys_that_wait_for_a_result_are_typed_where_the_search_is_left_before(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Searching, "settled", property(lambda _: False))
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"yoko", "enter", "question_mark")
        assert driver.app.held.holding
        assert not isinstance(driver.app.screen, Help)
        driver.reader._search.close()
        await driver.until(lambda: isinstance(driver.app.screen, Help))
        assert not driver.app.held.holding


@pytest.mark.usefixtures("restless")
async def test_a_result_is_shown_in_its_place_once_typing_rests_and_at_once_where_one_goes(
    shipped: Path,
) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"yoko")
        await driver.sees("Kamikawa Yoko")
        await driver.sees("1 brief")
        assert driver.title == DIALOGUE
        await driver.press("enter")
        await driver.until(lambda: driver.title == G7)
        await driver.until(lambda: driver.view == View("officials", 1))
        await driver.until(lambda: driver.focused == "officials")


@pytest.mark.usefixtures("restless")
async def test_a_result_that_the_cursor_comes_to_is_shown_before_typing_rests(
    shipped: Path,
) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"kishida")
        await driver.sees("1 brief")
        assert driver.title == DIALOGUE
        await driver.press("down")
        await driver.until(lambda: driver.title == G7)


async def test_left_and_right_move_in_what_is_typed(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("slash", *"kishda", "left", "left", "i", "right", "right", "exclamation_mark")
        assert driver.reader.query_one("#bar", Input).value == "kishida!"
        assert driver.focused == "bar"


def test_what_is_typed_stops_the_search_before_and_is_asked_for_when_it_can_be_seen() -> None:
    done: list[str] = []

    class Recording:
        def unask(self) -> None:
            done.append("stopped")

        def ask(self, text: str, offset: int, limit: int) -> int:
            done.append(f"asked for {text}")
            return len(done)

    searching = Searching(cast("services.Services", Recording()))
    searching.type("y")
    assert done == ["stopped"]
    assert searching.text == "y"
    searching.again()
    assert done == ["stopped", "asked for y"]


def test_a_letter_does_not_wait_for_the_next_of_sixty_turns() -> None:
    asked = "import briefterm.ui.app; from textual.screen import UPDATE_PERIOD; print(UPDATE_PERIOD)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)
    assert float(done.stdout) < 1 / 100
