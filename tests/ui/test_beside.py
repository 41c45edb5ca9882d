"""A long page stands beside the pane of the item it is about, which stays in sight."""

from pathlib import Path

import pytest

from tests.support import write_library
from tests.ui.driving import MIDDLE, NARROW, USUAL, WIDE, Driver, started

TITLE = "Long talks"
TEXT = "title: Long talks\nofficials: [Ann, Ben]\nagenda:\n{}timeline:\n{}sources: [{{id: s, name: S}}]\n".format(
    "".join(f"- {{topic: Topic {number:02}, sources: [s]}}\n" for number in range(60)),
    "".join(f"- {{date: 19{number}, event: Event {number}, sources: [s]}}\n" for number in range(10, 70)),
)


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", {"long.yaml": TEXT})


def shown(driver: Driver) -> list[str]:
    return [pane.id or "" for pane in driver.book.children if pane.display and pane.region]


def in_sight(driver: Driver, text: str) -> int:
    """In how many panes a text stands."""
    return driver.screen().count(text)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, USUAL])
@pytest.mark.parametrize(
    ("pane", "key", "item"), [("agenda", "2", "Topic 59"), ("timeline", "3", "Event 69"), ("officials", "1", "Ben")]
)
async def test_a_page_stands_beside_the_item_it_is_about(
    long: Path, size: tuple[int, int], pane: str, key: str, item: str
) -> None:
    async with started(long, size, title=TITLE) as driver:
        await driver.press(key, "G")
        before = shown(driver)
        await driver.press("s")
        await driver.until(lambda: shown(driver) == [pane, "detail"])
        await driver.until(lambda: in_sight(driver, item) == 2)
        await driver.press("b")
        await driver.until(lambda: in_sight(driver, item) >= 1)
        assert shown(driver) == [pane, "detail"]
        await driver.press("b")
        await driver.until(lambda: shown(driver) == before)


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
async def test_a_page_that_is_zoomed_has_all_the_room(long: Path, size: tuple[int, int]) -> None:
    async with started(long, size, title=TITLE) as driver:
        await driver.press("2", "s", "m")
        await driver.until(lambda: shown(driver) == ["detail"])


async def test_where_one_pane_has_all_the_room_the_page_names_its_item(long: Path) -> None:
    async with started(long, NARROW, title=TITLE) as driver:
        await driver.press("2", "G", "s")
        await driver.until(lambda: shown(driver) == ["detail"])
        await driver.sees("Topic 59")
