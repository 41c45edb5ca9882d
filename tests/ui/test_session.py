"""Where the reader was is where the next start begins."""

import os
from pathlib import Path

import pytest
from textual.widgets import Input

from briefterm.ui import sitting
from briefterm.ui.view import View
from tests.support import TALKS, write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started

TITLE = "Coastal Security Talks"
LONG = "title: Long\ndate: 2023-10\nagenda: [" + ", ".join(f"Topic {number}" for number in range(80)) + "]\n"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", {"talks.yaml": TALKS, "long.yaml": LONG})


async def leave(driver: Driver) -> None:
    driver.app.exit()
    await driver.pilot.pause()


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_brief_pane_item_and_offset_are_as_they_were(two: Path, size: tuple[int, int]) -> None:
    async with started(two, size, title=TITLE) as driver:
        await driver.press("2", "J")
        await driver.until(lambda: driver.title == "Long")
        await driver.press(*["j"] * 60, *["k"] * 2)
        offset = driver.rows("agenda").scroll_offset.y
        assert offset > 0
        await leave(driver)
    async with started(two, size, title="Long", resume=True) as driver:
        await driver.until(lambda: driver.focused == "agenda" and driver.rows("agenda").scroll_offset.y == offset)
        assert driver.view == View("agenda", 58)
        assert driver.rows("briefs").current == 1


async def test_the_item_is_found_again_where_the_brief_has_changed(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.press("2", "j")
        await leave(driver)
    (two / "talks.yaml").write_text(TALKS.replace("agenda:\n", "agenda:\n  - One\n  - Two\n"))
    async with started(two, title=TITLE, resume=True) as driver:
        await driver.until(lambda: driver.view == View("agenda", 3) and driver.focused == "agenda")
        assert "Spare parts" in driver.detail()


@pytest.mark.parametrize("text", ["title: Less\nagenda: [One]\n", "title: Nothing\n", "title: [torn\n"])
async def test_whatever_has_become_of_the_brief_it_opens(two: Path, text: str) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.press("2", "j")
        await leave(driver)
    (two / "talks.yaml").write_text(text)
    async with started(two, resume=True) as driver:
        await driver.until(lambda: driver.book.opened is not None and driver.book.opened.path == "talks.yaml")


async def test_where_the_brief_has_gone_it_is_the_ordinary_start(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.press("2", "J")
        await driver.until(lambda: driver.title == "Long")
        await leave(driver)
    (two / "long.yaml").unlink()
    async with started(two, title=TITLE, resume=True) as driver:
        assert driver.focused == "briefs"


@pytest.mark.parametrize("known", [False, True])
async def test_a_brief_renamed_meanwhile_is_found_by_its_id(two: Path, known: bool) -> None:
    (two / "talks.yaml").write_text("id: one\n" + TALKS)
    async with started(two, title=TITLE) as driver:
        await driver.press("2", "j")
        await leave(driver)
    (two / "talks.yaml").rename(two / "renamed.yaml")
    async with started(two, resume=True, indexed=known) as driver:
        await driver.until(lambda: driver.view == View("agenda", 1) and driver.focused == "agenda")
        assert driver.reader._navigator.path == "renamed.yaml"
        assert driver.rows("briefs").current == driver.reader._shelf.position("renamed.yaml")


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("resume", [True, False])
async def test_no_start_opens_a_file_that_has_gone(two: Path, size: tuple[int, int], resume: bool) -> None:
    async with started(two, size, title=TITLE) as driver:
        await driver.press("2")
        await leave(driver)
    (two / "talks.yaml").unlink()
    async with started(two, size, title="Long", resume=resume, indexed=False) as driver:
        assert (driver.focused, driver.rows("briefs").current) == ("briefs", 0)
        await driver.press("enter")
        assert (driver.focused, driver.title) == ("agenda", "Long")


async def test_enter_opens_the_brief_under_the_cursor_of_the_list(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        (two / "talks.yaml").unlink()
        await driver.until(lambda: not driver.reader._navigator.listed)
        await driver.press("enter")
        await driver.until(lambda: driver.title == "Long" and driver.focused == "agenda")


async def test_the_list_is_where_one_was_too(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.press("j")
        await driver.until(lambda: driver.title == "Long")
        await leave(driver)
    async with started(two, title="Long", resume=True) as driver:
        assert driver.focused == "briefs"
        assert driver.rows("briefs").current == 1


async def test_a_long_page_is_open_again(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.press("2", "b")
        await leave(driver)
    async with started(two, title=TITLE, resume=True) as driver:
        await driver.until(lambda: driver.focused == "detail" and driver.view.page == "background")


async def test_an_open_search_is_open_again_and_leads_back(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.press("2", "j")
        await driver.search("topic")
        await driver.until(lambda: driver.title == "Long")
        await leave(driver)
    async with started(two, resume=True) as driver:
        await driver.until(lambda: driver.title == "Long")
        assert driver.reader.query_one("#bar", Input).value == "topic"
        await driver.press("escape")
        await driver.until(lambda: driver.title == TITLE and driver.view == View("agenda", 1))
        assert driver.focused == "agenda"


async def test_marked_words_are_marked_again_and_walked(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.search("radar spare")
        await driver.press("enter")
        await driver.until(lambda: driver.book.marked and not driver.reader._search.active)
        await leave(driver)
    async with started(two, title=TITLE, resume=True) as driver:
        await driver.until(lambda: driver.book.marked)
        before = driver.view
        await driver.press("n")
        await driver.until(lambda: driver.view != before)
        await driver.press("slash")
        assert driver.reader.query_one("#bar", Input).value == "radar spare"


async def test_a_search_that_was_left_is_in_the_bar(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.search("spare")
        await driver.press("escape")
        await leave(driver)
    async with started(two, title=TITLE, resume=True) as driver:
        assert not driver.book.marked
        await driver.press("slash")
        await driver.sees("Spare parts")
        assert driver.reader.query_one("#bar", Input).value == "spare"


async def test_what_cannot_be_kept_is_said(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    async with started(two, title=TITLE) as driver:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            await leave(driver)
        assert driver.app.unkept == "where you were is not kept: no space left on device"
    assert not sitting.file_of(two).exists()


async def test_libraries_have_sessions_of_their_own(two: Path, tmp_path: Path) -> None:
    other = write_library(tmp_path / "other", {"talks.yaml": "title: Another\n"})
    async with started(two, title=TITLE) as driver:
        await driver.press("2", "j")
        await leave(driver)
    async with started(other, title="Another", resume=True) as driver:
        assert driver.focused == "briefs"


async def test_a_step_between_matches_waits_for_the_search_that_was_left(two: Path) -> None:
    async with started(two, title=TITLE) as driver:
        await driver.search("radar")
        await driver.press("enter")
        await leave(driver)
    async with started(two, title=TITLE, resume=True) as driver:
        await driver.until(lambda: driver.book.marked)
        driver.book.mark(None)
        driver.reader._search.resume("radar", marked=True)
        assert driver.reader._search.walk(1).startswith("Searching again")
        await driver.sees("match 1 of 1")
        assert driver.view == View("agenda", 0)


async def test_the_place_is_kept_while_one_reads_so_that_a_kill_loses_little(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitting, "REST", 0.05)
    async with started(two, title=TITLE) as driver:
        await driver.press("2", "j")
        await driver.until(lambda: (kept := sitting.kept(two)) is not None and (kept.pane, kept.index) == ("agenda", 1))
        await driver.press("J")
        await driver.until(lambda: (kept := sitting.kept(two)) is not None and kept.path == "long.yaml")
        written = sitting.file_of(two).stat().st_mtime_ns
        await driver.pilot.pause(0.3)
        assert sitting.file_of(two).stat().st_mtime_ns == written
    async with started(two, title="Long", resume=True) as driver:
        assert driver.focused == "agenda"
