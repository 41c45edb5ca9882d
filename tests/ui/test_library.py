"""Another folder of briefs, opened from the app and remembered."""

import asyncio
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from briefterm import paths
from briefterm.config import chosen_library, libraries
from briefterm.ui.desks import offers
from briefterm.ui.screens.library import LibraryScreen
from briefterm.ui.widgets.row_list import RowList
from briefterm.ui.workers import Latest
from tests.support import TALKS, write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started
from tests.ui.test_screens import compare

TITLE = "Coastal Security Talks"


@pytest.fixture
def home(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folder with two libraries, one that holds nothing, and others."""
    write_library(own_folders / "briefs", {"talks.yaml": TALKS, "2022/visit.yaml": "title: Visit to Nairobi\n"})
    write_library(own_folders / "briefs-old", {"call.yml": "title: A call\nagenda: [One, Two]\n"})
    write_library(own_folders / "empty", {})
    (own_folders / "a file").write_text("")
    monkeypatch.chdir(own_folders)
    return own_folders


def shown(driver: Driver) -> str:
    return "\n".join(line.strip("│ ") for line in driver.screen().splitlines())


async def choose(driver: Driver, typed: str = "") -> LibraryScreen:
    """Open the choice and type into it, and wait for what it offers."""
    await driver.press("D")
    await driver.until(lambda: isinstance(driver.app.screen, LibraryScreen))
    screen = driver.app.screen
    assert isinstance(screen, LibraryScreen)
    screen.query_one(Input).value = typed
    await driver.until(lambda: screen._looked.ticket and not screen._waiting)
    return screen


def said(screen: LibraryScreen) -> str:
    return str(screen.query_one("#said").render())


async def test_a_folder_is_completed_opened_in_place_and_remembered(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        await choose(driver, "~/briefs-")
        await driver.press("tab")
        await driver.until(lambda: driver.app.screen.query_one(Input).value == "~/briefs-old/")
        await driver.press("enter")
        await driver.until(lambda: driver.title == "A call")
        await driver.sees("~/briefs-old is open · D leads back")
        assert len(driver.app.screen_stack) == 1
        await driver.until(lambda: driver.indexed)
        await driver.search("two")
        await driver.until(lambda: driver.book.marked)
    assert chosen_library(None).folder == home / "briefs-old"
    assert chosen_library(None).by == "remembered"
    assert libraries.opened(paths.libraries_file()) == (home / "briefs-old", home / "briefs")


async def test_plain_lines_stay_plain_in_another_library(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        await driver.press("v")
        await choose(driver, "~/briefs-old")
        await driver.press("enter")
        await driver.until(lambda: driver.title == "A call")
        await driver.until(lambda: driver.book.whole is not None and driver.book.whole.display)
        assert "╭" not in driver.screen()
        await driver.press("v")
        await driver.until(lambda: driver.book.whole is None)
        assert "╭" in driver.screen()


async def test_each_library_is_gone_back_to_where_it_was_left(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        await driver.press("2", "j")
        await driver.until(lambda: driver.view.index == 1)
        await choose(driver, "~/briefs-old")
        await driver.press("enter")
        await driver.until(lambda: driver.title == "A call")
        screen = await choose(driver)
        assert [offer.folder for offer in screen._offers[:2]] == [home / "briefs-old", home / "briefs"]
        await driver.press("enter")  # the cursor begins on the first that is not open
        await driver.until(lambda: driver.title == TITLE)
        await driver.until(lambda: driver.focused == "agenda" and driver.view.index == 1)


async def test_no_worker_of_the_library_that_was_open_is_left(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        await driver.press("2")
        await driver.search("radar")
        await driver.until(lambda: driver.book.marked)
        await driver.press("escape", "O")
        await driver.sees("Lloyd Austin")
        await driver.press("escape")
        before, services = driver.reader, driver.reader._services
        workers: list[Latest[Any]] = [services.reading, services.searching, services.remembering, services.keeping]
        threads = {thread for thread in threading.enumerate() if thread is not threading.main_thread()}
        await choose(driver, "~/briefs-old")
        await driver.press("enter")
        await driver.until(lambda: driver.title == "A call")
        await driver.until(lambda: not before.is_attached and not before.is_running)
        ours = ("read", "search", "remember", "keep", "lookup", "watch", "library", "tour", "places")
        await driver.until(
            lambda: not any(thread.is_alive() and thread.name in ours for thread in threads), "for threads to end"
        )
        assert all(worker._closed for worker in workers)
        assert services._finder is None
        assert not [worker for worker in driver.app.workers if worker.node is before]
        tasks = [task for task in asyncio.all_tasks() if "_in_memory" in repr(task)]
        assert not tasks


async def test_what_is_offered_first_was_open_lately_and_the_shipped_briefs_are_among_it(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver)
        await driver.sees("come with briefterm")
        await driver.sees("FOLDERS IN ~")
        await driver.until(lambda: "~/briefs-old  1 brief" in shown(driver) and "~/empty  no briefs" in shown(driver))
        assert screen._offers[0].folder == paths.shipped_briefs()
        await driver.press("enter")
        await driver.until(lambda: driver.title == "5th India-US 2+2 Ministerial Dialogue")
    assert chosen_library(None).by == "default"
    assert libraries.opened(paths.libraries_file()) == (home / "briefs",)


async def test_an_empty_folder_is_opened_only_if_that_is_meant(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, "empty")
        await driver.press("enter")
        await driver.until(lambda: "~/empty holds no brief" in said(screen))
        assert "enter again opens it anyway" in said(screen)
        await driver.press("enter")
        await driver.sees("No briefs in this folder.")
        await driver.sees("~/empty is open · D leads back")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("~/nowhere/deep/", "There is no folder ~/nowhere/deep."),
        ("~/zzz", "No folder in ~ begins with zzz."),
        ("a file", "a file is a file; a library is the folder it is in."),
        ("~nobody-of-that-name/x", "no such user has a home here"),
        ("\0", ""),
    ],
)
async def test_what_leads_nowhere_is_answered_where_it_is_typed(home: Path, typed: str, says: str) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, typed)
        await driver.until(lambda: says in said(screen))
        await driver.press("escape")
        assert driver.title == TITLE


@pytest.mark.parametrize(
    "typed", ["$HOME/briefs-old", "${HOME}/briefs-old/", '"~/briefs-old"', "'~/briefs-old", '"$HOME/briefs-old"']
)
async def test_a_path_as_a_shell_has_it_is_understood(home: Path, typed: str) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        await choose(driver, typed)
        await driver.press("enter")
        await driver.until(lambda: driver.title == "A call")


async def test_a_folder_that_has_a_quote_in_its_name_is_meant_as_it_is(home: Path) -> None:
    write_library(home / "'quoted'", {"call.yml": "title: Quoted\n"})
    async with started(home / "briefs", title=TITLE) as driver:
        await choose(driver, "'quoted'")
        await driver.press("enter")
        await driver.until(lambda: driver.title == "Quoted")


async def test_where_the_path_goes_on_too_far_the_nearest_folder_is_offered(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, "~/briefs-old/nothing/there")
        await driver.until(lambda: [offer.folder for offer in screen._offers] == [home / "briefs-old"])


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("~/briefs-o", "There is no folder ~/briefs-o. ⏎ again opens ~/briefs-old."),
        ("briefs-o", "There is no folder ~/briefs-o. ⏎ again opens ~/briefs-old."),
        ("~/briefs-old/nothing/", "There is no folder ~/briefs-old/nothing. ⏎ again opens ~/briefs-old."),
        ("~/briefs-old/call.yml", "call.yml is a file; a library is the folder it is in. ⏎ again opens ~/briefs-old."),
    ],
)
async def test_what_is_merely_like_a_path_that_is_not_there_is_opened_when_asked_for_again(
    home: Path, typed: str, says: str
) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, typed)
        await driver.press("enter")
        await driver.until(lambda: said(screen) == says)
        await driver.pilot.pause(0.2)
        assert driver.title == TITLE
        await driver.press("enter")
        await driver.until(lambda: driver.title == "A call")


async def test_typed_on_it_is_asked_for_anew(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, "~/briefs-o")
        await driver.press("enter")
        await driver.until(lambda: "⏎ again opens" in said(screen))
        screen.query_one(Input).value = "~/briefs-ol"
        await driver.until(lambda: not screen._waiting)
        await driver.press("enter")
        await driver.until(lambda: "There is no folder ~/briefs-ol. ⏎ again" in said(screen))


async def test_a_folder_that_was_moved_to_is_the_one_that_is_meant(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, "~/brief")
        await driver.until(lambda: len(screen._offers) == 2)
        await driver.press("down", "enter")
        await driver.until(lambda: driver.title == "A call")


@pytest.mark.parametrize("typed", ["/no-such-folder/at/all", "/no-such-folder", "~nobody-of-that-name", "~nobody/x"])
async def test_for_what_is_nowhere_nothing_is_offered(home: Path, typed: str) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, typed)
        assert screen._offers == ()
        await driver.press("enter", "enter")
        await driver.pilot.pause(0.2)
        assert driver.app.screen is screen
        assert said(screen)


async def test_the_library_that_is_open_is_not_opened_again(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, "~/briefs")
        await driver.press("enter")
        await driver.until(lambda: "open already" in said(screen))


async def test_a_folder_that_cannot_be_read_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, "~/briefs-old")
        monkeypatch.setattr(offers, "tally", refuse)
        await driver.press("enter")
        await driver.until(lambda: "~/briefs-old cannot be read: permission denied. Choose another." in said(screen))


async def test_too_large_a_folder_is_opened_only_if_that_is_meant(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "TOO_MANY", 0)
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, "~/briefs-old")
        await driver.press("enter")
        await driver.until(lambda: "Choose one further down; enter again opens it." in said(screen))
        await driver.press("enter")
        await driver.until(lambda: driver.title == "A call")


async def test_typed_at_once_it_opens_what_was_typed(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        await driver.pilot.press("D", *"briefs-o", "tab", "enter")
        await driver.until(lambda: driver.title == "A call")


async def test_what_outranks_the_choice_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFTERM_LIBRARY", str(home / "briefs"))
    async with started(home / "briefs", size=MIDDLE, title=TITLE) as driver:
        await choose(driver, "~/briefs-old")
        await driver.press("enter")
        await driver.sees("BRIEFTERM_LIBRARY names another: this holds until you leave")


async def test_where_nothing_can_be_remembered_it_opens_all_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with started(home / "briefs", title=TITLE) as driver:
        await choose(driver, "~/briefs-old")
        monkeypatch.setattr(libraries, "remember", full)
        await driver.press("enter")
        await driver.until(lambda: driver.title == "A call")
        await driver.sees("not remembered: no space left on device")


async def test_given_up_nothing_is_opened(home: Path) -> None:
    async with started(home / "briefs", title=TITLE) as driver:
        await choose(driver, "~/briefs-old")
        await driver.press("enter", "escape")
        await driver.pilot.pause(0.3)
        assert len(driver.app.screen_stack) == 1
        if driver.title == TITLE:
            assert not paths.library_file().exists()


@pytest.mark.parametrize("name", ["ein Ümlaut", "line\nfeed", "\x1b[31mred", "per%cent", "b\udcff"])
async def test_folders_of_any_name_are_shown_safely_and_remembered(home: Path, name: str) -> None:
    folder = home / "odd" / name
    try:
        write_library(folder, {"call.yaml": "title: A call\n"})
    except OSError:
        pytest.skip("this file system has no such names")
    async with started(home / "briefs", title=TITLE) as driver:
        screen = await choose(driver, "~/odd/")
        await driver.press("down", "tab")
        await driver.pilot.pause()
        assert all(sign.isprintable() for sign in screen.query_one(Input).value)
        screen.query_one(Input).value = "~/odd/"
        await driver.until(lambda: not screen._waiting and len(screen._offers) == 2)
        await driver.press("down", "enter")
        await driver.until(lambda: driver.title == "A call")
    assert chosen_library(None).folder == folder


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_choice(home: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = write_library(home / "shipped", {"talks.yaml": TALKS})
    monkeypatch.setattr(paths, "shipped_briefs", lambda: shipped)
    libraries.remember(home / "briefs-old", home / "gone")
    async with started(home / "briefs", size, title=TITLE) as driver:
        await choose(driver)
        pane = driver.app.screen.query_one(RowList)
        await driver.until(lambda: pane.current == 0)
        await driver.until(lambda: "…" not in "".join(line for line in driver.screen().splitlines() if "~/" in line))
        await compare("folders", size, driver)


def test_a_tally_ends_where_it_is_told_to(home: Path) -> None:
    from briefterm.library.files import Tally, tally

    assert tally(home, 1000).whole
    assert tally(home / "briefs", 1000) == Tally(2)
    assert not tally(home / "briefs", 1).whole
    assert not tally(home / "briefs", 1000, lambda: False).whole
    (home / "briefs" / "loop").symlink_to(home / "briefs")
    (home / "briefs" / "people.yaml").write_text("[]")
    (home / "briefs" / ".hidden").mkdir()
    (home / "briefs" / ".hidden" / "x.yaml").write_text("title: X")
    assert tally(home / "briefs", 1000) == Tally(2)
    with pytest.raises(OSError, match="nowhere"):
        tally(home / "nowhere", 10)


def test_a_remembered_library_is_a_whole_path(home: Path) -> None:
    paths.private_folder(paths.state_folder())
    paths.library_file().write_text("relative\n\0\n")
    assert libraries.chosen(paths.library_file()) is None
    libraries.remember(home / "briefs", home / "briefs")
    for number in range(libraries.MOST_KEPT + 5):
        libraries.remember(home / f"{number}", home / "briefs")
    kept = libraries.opened(paths.libraries_file())
    assert len(kept) == libraries.MOST_KEPT
    assert kept[:2] == (home / f"{libraries.MOST_KEPT + 4}", home / "briefs")
    assert os.fspath(kept[0]).startswith("/")
