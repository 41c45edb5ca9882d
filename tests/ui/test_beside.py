"""A long page stands beside the pane of the item it is about, which stays in sight."""

from pathlib import Path

import pytest

from tests.support import write_library
from tests.ui.day import Hands
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


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_list_and_search_have_their_room_beside_a_pane_that_is_zoomed(long: Path, size: tuple[int, int]) -> None:
    async with started(long, size, title=TITLE) as driver:
        drawer = driver.reader.query_one("#drawer")
        await driver.press("2", "m")
        await driver.until(lambda: shown(driver) == ["agenda"] and not drawer.display)
        await driver.press("0")
        await driver.until(lambda: bool(drawer.display and drawer.region))
        await driver.press("2")
        await driver.until(lambda: shown(driver) == ["agenda"] and not drawer.display)
        await driver.press("/", *"topic")
        await driver.until(lambda: bool(drawer.display and drawer.region))
        await driver.press("escape")
        await driver.until(lambda: shown(driver) == ["agenda"] and not drawer.display)
        if size != NARROW:
            await driver.press("escape")
            await driver.until(lambda: len(shown(driver)) > 1)


async def test_where_one_pane_has_all_the_room_the_page_names_its_item(long: Path) -> None:
    async with started(long, NARROW, title=TITLE) as driver:
        await driver.press("2", "G", "s")
        await driver.until(lambda: shown(driver) == ["detail"])
        await driver.sees("Topic 59")


async def test_beside_the_list_stands_the_pane_of_what_is_selected(long: Path) -> None:
    (long / "people.d.yaml").write_text("title: Only people\ndate: 2030\nofficials: [Cem]\n")
    async with started(long, MIDDLE, title="Only people") as driver:
        await driver.until(lambda: shown(driver) == ["officials", "detail"])
        await driver.press("j")
        await driver.until(lambda: shown(driver) == ["agenda", "detail"])
        await driver.press("/", *"event", "space", *"55")
        await driver.until(lambda: shown(driver) == ["timeline", "detail"])


async def test_beside_the_list_stands_the_pane_of_what_is_next(long: Path) -> None:
    (long / "long.yaml").write_text(
        "title: Long talks\nagenda: [A topic]\ntimeline: [2023-11-10T12:00: Lunch]\ntimezone: Asia/Kolkata\n"
    )
    async with started(long, MIDDLE, title=TITLE, now=Hands("2023-11-10T11:00")) as driver:
        await driver.until(lambda: shown(driver) == ["timeline", "detail"])
