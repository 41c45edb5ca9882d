import pytest

from briefterm.paths import shipped_briefs
from briefterm.ui.screens.jump import JumpScreen, Mark, labels
from briefterm.ui.view import View
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
