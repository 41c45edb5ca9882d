from pathlib import Path

import pytest

from briefterm.paths import bookmarks_folder
from briefterm.personal import notes
from briefterm.ui.view import View
from tests.support import TALKS, write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started

TITLE = "Coastal Security Talks"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    dinner = "title: Dinner\ndate: 2023-10\nagenda: [Toast, Seating]\n"
    return write_library(tmp_path / "library", {"talks.yaml": TALKS, "dinner.yaml": dinner})


def kept() -> list[tuple[str, str, str]]:
    return [(note.brief, note.pane, note.on) for note in notes.load(bookmarks_folder())]


async def mark(driver: Driver, *keys: str) -> None:
    """Press keys and `f`, and wait until what that asks is done."""
    before = kept()
    await driver.press(*keys, "f")
    await driver.until(lambda: kept() != before)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_f_puts_a_bookmark_on_the_selected_item_and_takes_it_off(two: Path, size: tuple[int, int]) -> None:
    async with started(two, size, title=TITLE) as driver:
        await mark(driver, "2", "j")
        await driver.sees("Spare parts ⚑")
        assert kept() == [("talks", "agenda", "Spare parts")]
        await mark(driver)
        await driver.until(lambda: "⚑" not in driver.screen())
        assert kept() == []


async def test_from_the_list_or_a_long_page_it_is_on_the_brief(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await mark(driver, "0", "j")
        await driver.sees("Dinner ⚑")
        assert kept() == [("dinner", "", "")]
        await driver.until(lambda: driver.title == "Dinner")
        await mark(driver, "b")
        await driver.until(lambda: "Dinner ⚑" not in driver.screen())
        assert kept() == []


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_they_are_listed_and_opened_in_place(two: Path, size: tuple[int, int]) -> None:
    async with started(two, size, title=TITLE) as driver:
        await mark(driver, "3", "j")
        await mark(driver, "2", "j")
        await driver.press("J", "1", "2")
        await driver.until(lambda: driver.title == "Dinner")
        await driver.press("F")
        await driver.sees("Bookmarks · 2")
        await driver.press("G", "enter")
        await driver.until(lambda: driver.title == TITLE and driver.focused in ("timeline", "agenda"))
        assert driver.view in (View("timeline", 1), View("agenda", 1))
        await driver.press("<")
        await driver.until(lambda: driver.title == "Dinner" and driver.focused == "agenda")


async def test_a_bookmark_in_the_same_brief_can_be_gone_back_from(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await mark(driver, "3", "j")
        await driver.press("2", "F")
        await driver.sees("Bookmarks · 1")
        await driver.press("enter")
        await driver.until(lambda: (driver.focused, driver.view) == ("timeline", View("timeline", 1)))
        await driver.press("<")
        await driver.until(lambda: (driver.focused, driver.view) == ("agenda", View("agenda", 0)))


async def test_an_empty_list_names_no_key_that_does_nothing_there(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        for key, nothing in (("F", "No bookmarks yet."), ("L", "None: the brief of every note")):
            await driver.press(key)
            await driver.sees(nothing)
            await driver.sees("── esc closes ─")
            await driver.press("escape")


async def test_one_is_removed_from_the_list_and_taken_back(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await mark(driver, "2", "j")
        await driver.press("F")
        await driver.sees("Bookmarks · 1")
        assert "undoes" not in driver.screen()
        await driver.press("d")
        await driver.sees("No bookmarks yet.")
        await driver.sees("─ u undoes · esc closes ─")
        assert kept() == []
        await driver.press("escape", "F")
        await driver.sees("─ u undoes · esc closes ─")
        await driver.press("u")
        await driver.sees("Bookmarks · 1")
        assert kept() == [("talks", "agenda", "Spare parts")]
        await driver.press("u")
        await driver.sees("There is nothing to take back.")
        await driver.press("escape")
        await driver.sees("Spare parts ⚑")


async def test_a_bookmark_follows_its_item_and_stays_where_its_brief_has_gone(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await mark(driver, "2", "j")
        (two / "talks.yaml").write_text(TALKS.replace("agenda:\n", "agenda:\n  - New\n").replace("Spare", "More spare"))
        await driver.sees("More spare parts ⚑")
        (two / "talks.yaml").rename(two / "renamed.yaml")
        await driver.until(lambda: "renamed.yaml" in {entry.path for entry in driver.reader._shelf.page(0, 9)})
        await driver.press("0", "F")
        await driver.sees("Bookmarks · 1")
        await driver.press("enter")
        await driver.until(lambda: driver.focused == "agenda" and driver.view == View("agenda", 2))
        (two / "renamed.yaml").unlink()
        await driver.until(lambda: driver.reader._shelf.count() == 1)
        await driver.press("F")
        await driver.sees("its brief has gone")
        await driver.press("enter")
        await driver.sees("the bookmark stays until you remove it")
    assert len(kept()) == 1


async def test_where_its_item_has_gone_the_brief_opens_and_says_so(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await mark(driver, "2", "j")
        (two / "talks.yaml").write_text(TALKS.replace("  - US: Spare parts\n", ""))
        await driver.sees("− Spare parts · removed")
        await driver.press("F")
        await driver.sees("Bookmarks · 1")
        await driver.press("enter")
        await driver.sees("no longer in this brief: Spare parts")


async def test_there_is_no_bookmark_without_a_brief(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "library", {"torn.yaml": "title: [never closed\n"})) as driver:
        await driver.press("f")
        await driver.sees("No brief is open: 0 lists them, D opens another folder")


async def test_what_cannot_be_kept_is_said(two: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_folders / "file").write_text("")
    async with started(two, title=TITLE) as driver:
        await driver.press("2")
        await driver.until(lambda: driver.focused == "agenda")
        monkeypatch.setenv("XDG_DATA_HOME", str(own_folders / "file"))
        driver.reader._archive.__dict__.pop("bookmarks", None)
        await driver.press("f")
        await driver.sees("bookmarks are not kept: ")
        assert driver.title == TITLE


async def test_of_two_items_with_the_same_text_the_one_selected_is_marked_and_gone_back_to(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"day.yaml": "title: Day\nagenda: [Coffee, Alpha, Coffee]\n"})
    async with started(library, title="Day") as driver:
        await mark(driver, "2", "j", "j")
        await driver.sees("Coffee ⚑")
        assert ["⚑" in line for line in driver.screen().splitlines() if "Coffee" in line][:2] == [False, True]
        driver.app.exit()
    async with started(library, title="Day", resume=True) as driver:
        await driver.until(lambda: driver.view == View("agenda", 2))
        await driver.press("k", "k", "F")
        await driver.sees("Bookmarks · 1")
        await driver.press("enter")
        await driver.until(lambda: driver.view == View("agenda", 2))
