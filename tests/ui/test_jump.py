from datetime import date
from pathlib import Path

import pytest

from briefterm.paths import shipped_briefs
from briefterm.ui.screens.day import DayScreen
from briefterm.ui.screens.jump import JumpScreen, Mark, labels
from briefterm.ui.view import View
from briefterm.ui.widgets.row_list import RowList
from tests.support import write_library
from tests.ui.day import DAY, TITLE
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
G7 = "Second G7 Foreign Ministers' Meeting of 2023"


async def jump(driver: Driver) -> dict[tuple[str, int | None], str]:
    """Press the key, and return the letters of every target."""
    await driver.press("apostrophe")
    await driver.until(lambda: isinstance(driver.app.screen, JumpScreen))
    return {(mark.target.pane, mark.target.key): mark.label for mark in driver.app.screen.query(Mark)}


def test_no_two_labels_are_alike() -> None:
    made = labels(26 * 26)
    assert len(set(made)) == len(made)
    assert all(len(label) == 2 and label.isalpha() for label in made)
    assert len({label[0] for label in labels(26)}) == 26


async def test_every_pane_and_every_item_has_its_letters() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        found = await jump(driver)
        panes = {pane for pane, key in found if key is None}
        assert panes == {"briefs", "officials", "agenda", "timeline", "detail"}
        assert {key for pane, key in found if pane == "officials" and key is not None} == set(range(8))
        screen = driver.screen().splitlines()
        for mark in driver.app.screen.query(Mark):
            assert screen[mark.target.y][mark.target.x :].startswith(mark.label)


@pytest.mark.parametrize(
    ("target", "view"), [(("agenda", 2), View("agenda", 2)), (("officials", 4), View("officials", 4))]
)
async def test_two_letters_go_to_an_item(target: tuple[str, int], view: View) -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        found = await jump(driver)
        first = found[target][0]
        await driver.press(first)
        assert driver.screen().splitlines()[-1].endswith(f"'{first} … the letters of a place; esc stays")
        assert all(mark.display == mark.label.startswith(first) for mark in driver.app.screen.query(Mark))
        await driver.press(found[target][1])
        assert driver.focused == target[0]
        assert driver.view == view
        assert "…" not in driver.screen().splitlines()[-1]


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
async def test_two_letters_go_to_a_pane_or_a_brief(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press(*(await jump(driver))["detail", None])
        assert driver.focused == "detail"
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press(*(await jump(driver))["briefs", 1])
        await driver.until(lambda: driver.title == G7)


async def test_results_can_be_jumped_to() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.search("blinken")
        await driver.press("tab")
        await driver.press(*(await jump(driver))["results", 2])
        assert driver.focused == "results"
        assert driver.rows("results").current == 2


@pytest.mark.parametrize("key", ["escape", "exclamation_mark", "up"])
async def test_any_other_key_stays(key: str) -> None:
    async with started(shipped_briefs(), NARROW, title=DIALOGUE) as driver:
        await driver.press("2")
        await jump(driver)
        await driver.press(key)
        await driver.until(lambda: len(driver.app.screen_stack) == 1)
        assert driver.view == View("agenda", 0)
        assert driver.focused == "agenda"


@pytest.mark.parametrize("key", ["o", "T", "R"])
async def test_what_stands_above_a_brief_can_be_jumped_in(key: str) -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("1", key)
        await driver.until(lambda: any(pane.current is not None for pane in driver.app.screen.query(RowList)))
        above = driver.app.screen
        found = await jump(driver)
        pane, last = max((one for one in found if one[1] is not None), key=lambda one: one[1] or 0)
        await driver.press(*found[pane, last])
        await driver.until(lambda: driver.app.screen is above)
        assert above.focused is not None
        assert above.focused.id == pane
        assert above.query_one(f"#{pane}", RowList).current == last


async def test_a_day_of_the_calendar_and_a_bar_of_a_day_can_be_jumped_to(tmp_path: Path) -> None:
    library = write_library(tmp_path, {"day.yaml": DAY})
    async with started(library, title=TITLE) as driver:
        await driver.press("c")
        await driver.sees("November 2023")
        found = await jump(driver)
        await driver.press(*found["months", date(2023, 11, 7).toordinal()])
        await driver.sees("Tue 7 Nov 2023")
        await driver.press("escape", "d")
        await driver.sees("by room")
        found = await jump(driver)
        last = max(key or 0 for pane, key in found if pane == "bars")
        await driver.press(*found["bars", last])
        day = driver.app.screen
        assert isinstance(day, DayScreen)
        await driver.until(lambda: day._selected == day._drawing.spots[last])


async def test_where_there_is_nothing_to_jump_to_it_is_said() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("2", "d")
        await driver.sees("No clock times on this day.")
        await driver.press("apostrophe")
        await driver.sees("nothing here to jump to")


async def test_an_apostrophe_in_a_name_is_one() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("O")
        await driver.sees("beginnings of names")
        await driver.press("apostrophe", "e")
        await driver.sees("'e")
        assert not isinstance(driver.app.screen, JumpScreen)


async def test_the_linear_mode_says_that_letters_are_for_the_eyes() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("v", "apostrophe")
        await driver.sees("for the eyes; press 1")
