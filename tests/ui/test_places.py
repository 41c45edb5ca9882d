"""Back, forward, and the briefs opened lately."""

from pathlib import Path

import pytest

from briefterm import paths
from briefterm.personal import recents
from briefterm.ui.view import View
from tests.support import TALKS, write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started

TALKS_TITLE, DINNER, VISIT = "Coastal Security Talks", "Dinner", "Visit"


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return write_library(
        tmp_path / "library",
        {
            "talks.yaml": TALKS,
            "dinner.yaml": "title: Dinner\ndate: 2023-10\nagenda: [Toast, Seating]\n",
            "visit.yaml": "title: Visit\ndate: 2023-09\nagenda: [Airport, Lighthouse]\n",
        },
    )


async def at(driver: Driver, title: str, pane: str, index: int) -> None:
    await driver.until(
        lambda: (driver.title, driver.focused, driver.view) == (title, pane, View(pane, index)),
        f"for {title} {pane} {index}",
    )


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_back_and_forward_go_through_what_was_read(three: Path, size: tuple[int, int]) -> None:
    async with started(three, size, title=TALKS_TITLE) as driver:
        await driver.press("2", "j", "J")
        await at(driver, DINNER, "agenda", 0)
        await driver.press("j", "J")
        await at(driver, VISIT, "agenda", 0)
        await driver.press("<")
        await at(driver, DINNER, "agenda", 1)
        await driver.press("<")
        await at(driver, TALKS_TITLE, "agenda", 1)
        await driver.press("<")
        await driver.until(lambda: "nowhere" in driver.screen() or size == NARROW)
        await driver.press(">")
        await at(driver, DINNER, "agenda", 1)
        await driver.press(">")
        await at(driver, VISIT, "agenda", 0)
        await driver.press(">")
        await at(driver, VISIT, "agenda", 0)


async def test_a_brief_merely_passed_in_the_list_is_no_place_to_go_back_to(three: Path) -> None:
    async with started(three, title=TALKS_TITLE) as driver:
        await driver.press("3", "0", "j")
        await driver.until(lambda: driver.title == DINNER)
        await driver.press("j")
        await driver.until(lambda: driver.title == VISIT)
        await driver.press("enter")
        await at(driver, VISIT, "agenda", 0)
        await driver.press("<")
        await at(driver, TALKS_TITLE, "timeline", 0)
        await driver.press(">")
        await at(driver, VISIT, "agenda", 0)


async def test_from_the_list_back_leads_to_where_one_read(three: Path) -> None:
    async with started(three, title=TALKS_TITLE) as driver:
        await driver.press("2", "j", "0", "j")
        await driver.until(lambda: driver.title == DINNER)
        await driver.press("<")
        await at(driver, TALKS_TITLE, "agenda", 1)


@pytest.mark.parametrize(("query", "title", "index"), [("lighthouse", VISIT, 1), ("spare", TALKS_TITLE, 1)])
async def test_back_from_a_result_in_another_brief_or_the_same(three: Path, query: str, title: str, index: int) -> None:
    async with started(three, title=TALKS_TITLE) as driver:
        await driver.press("1")
        await driver.search(query)
        await driver.until(lambda: driver.view.pane == "agenda")
        await driver.press("enter")
        await at(driver, title, "agenda", index)
        await driver.press("<")
        await at(driver, TALKS_TITLE, "officials", 0)
        await driver.press(">")
        await at(driver, title, "agenda", index)


async def test_a_search_given_up_is_no_place(three: Path) -> None:
    async with started(three, title=TALKS_TITLE) as driver:
        await driver.press("2")
        await driver.search("lighthouse")
        await driver.until(lambda: driver.title == VISIT)
        await driver.press("escape")
        await at(driver, TALKS_TITLE, "agenda", 0)
        await driver.press("<")
        await driver.sees("There is nowhere to go back to; u lists recent briefs")


async def test_back_finds_the_item_again_where_the_brief_has_changed_meanwhile(three: Path) -> None:
    async with started(three, title=TALKS_TITLE) as driver:
        await driver.press("2", "j", "J")
        await driver.until(lambda: driver.title == DINNER)
        (three / "talks.yaml").write_text(TALKS.replace("agenda:\n", "agenda:\n  - First\n  - Second\n"))
        await driver.press("<")
        await at(driver, TALKS_TITLE, "agenda", 3)
        assert "Spare parts" in driver.detail()


async def test_a_brief_that_has_gone_is_passed_over(three: Path) -> None:
    async with started(three, title=TALKS_TITLE) as driver:
        await driver.press("2", "J")
        await driver.until(lambda: driver.title == DINNER)
        await driver.press("J")
        await driver.until(lambda: driver.title == VISIT)
        (three / "dinner.yaml").unlink()
        await driver.until(lambda: driver.reader._shelf.count() == 2)
        await driver.press("<")
        await at(driver, TALKS_TITLE, "agenda", 0)


async def test_briefs_that_were_renamed_meanwhile_are_gone_back_to(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    texts = {
        f"{name}.yaml": f"id: {name}\ntitle: {name}\ndate: 2023-0{9 - at}\nagenda: [a, b]\n"
        for at, name in enumerate(names)
    }
    library = write_library(tmp_path / "library", texts)
    async with started(library, title="one") as driver:
        await driver.press("2", "j", "J")
        await at(driver, "two", "agenda", 0)
        await driver.press("J")
        await at(driver, "three", "agenda", 0)
        (library / "one.yaml").rename(library / "first.yaml")
        (library / "deep").mkdir()
        (library / "two.yaml").rename(library / "deep" / "two.yaml")
        moved = ("first.yaml", "deep/two.yaml")
        shelf = driver.reader._shelf
        await driver.until(lambda: all(shelf.position(path) is not None for path in moved) and shelf.count() == 3)
        await driver.press("<")
        await at(driver, "two", "agenda", 0)
        await driver.press("<")
        await at(driver, "one", "agenda", 1)
        await driver.press(">", ">")
        await at(driver, "three", "agenda", 0)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_what_was_read_is_listed_and_opened_again(three: Path, size: tuple[int, int]) -> None:
    async with started(three, size, title=TALKS_TITLE) as driver:
        await driver.press("2", "0", "j")
        await driver.until(lambda: driver.title == DINNER)
        await driver.press("j", "enter")
        await driver.until(lambda: driver.title == VISIT and driver.focused == "agenda")
        await driver.press("u")
        await driver.sees("Recent briefs · 2")
        assert driver.screen().index("Visit") < driver.screen().rindex(TALKS_TITLE)
        await driver.press("j", "enter")
        await at(driver, TALKS_TITLE, "agenda", 0)
        await driver.press("<")
        await at(driver, VISIT, "agenda", 0)
    file = paths.library_data(three) / recents.FILE_NAME
    assert [one.brief for one in recents.load(file)] == ["talks", "visit"]


async def test_a_list_of_nothing_says_so_and_is_left(three: Path) -> None:
    async with started(three, title=TALKS_TITLE) as driver:
        await driver.press("u")
        await driver.sees("No brief has been gone into yet. 0 lists all")
        await driver.press("q")
        assert len(driver.app.screen_stack) == 1


async def test_a_folder_that_cannot_be_written_is_said_once_and_no_more(
    three: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_folders / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(own_folders / "file"))
    async with started(three, title=TALKS_TITLE) as driver:
        await driver.press("2")
        await driver.sees("recent briefs are not kept: ")
        await driver.press("J")
        await at(driver, DINNER, "agenda", 0)
        await driver.press("<")
        await at(driver, TALKS_TITLE, "agenda", 0)
