"""Notes whose brief has gone: listed, read, moved to another brief."""

from datetime import datetime
from pathlib import Path

import pytest

from briefterm.paths import notes_folder
from briefterm.personal import notes
from briefterm.personal.notes import Note
from briefterm.personal.owners import name_of
from tests.support import TALKS, write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, started

TITLE = "Coastal Security Talks"
TEXT = "Ask for *two* crates.\n\nThen the harbour master."


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    library = write_library(tmp_path / "library", {"talks.yaml": TALKS})
    note = Note("gone/visit", TEXT, "Visit to Nairobi", "agenda", "", "Spare part", library=name_of(library))
    notes.save(notes_folder(), note, datetime(2022, 5, 4, 9, 30))
    other = write_library(tmp_path / "other", {})
    notes.save(notes_folder(), Note("x", "of another library", library=name_of(other)), datetime(2022, 5, 4))
    return library


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_they_are_listed_and_read_in_full(talks: Path, size: tuple[int, int]) -> None:
    async with started(talks, size, title=TITLE) as driver:
        await driver.press("L")
        await driver.sees("Notes whose brief has gone · 1")
        assert "another library" not in driver.screen()
        await driver.press("enter")
        for text in ("Visit to Nairobi", "was on: Spare part", "Then the harbour master.", "gone/visit"):
            await driver.sees(text)
        await driver.press("escape")
        await driver.until(lambda: "harbour master" not in driver.screen())
        await driver.press("escape")
        assert len(driver.app.screen_stack) == 1


@pytest.mark.parametrize("reading", [True, False])
async def test_one_is_moved_to_the_open_brief_and_back(talks: Path, reading: bool) -> None:
    async with started(talks, title=TITLE) as driver:
        before = notes.load(notes_folder())
        await driver.press("2", "L")
        await driver.sees("Notes whose brief has gone · 1")
        await driver.press(*(["enter"] if reading else []), "m")
        await driver.sees("None: the brief of every note of yours")
        (moved,) = [note for note in notes.load(notes_folder()) if note.brief == "talks"]
        assert (moved.text, moved.title, moved.library) == (TEXT, TITLE, name_of(talks))
        await driver.press("u")
        await driver.sees("Notes whose brief has gone · 1")
        assert notes.load(notes_folder()) == before
        await driver.press("m")
        await driver.sees("None: the brief")
        await driver.press("escape")
        await driver.sees("Spare parts ✎")
        await driver.search("note:crates")
        await driver.sees("Ask for two crates")


async def test_none_says_so(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "library", {"talks.yaml": TALKS}), title=TITLE) as driver:
        await driver.press("L")
        await driver.sees("None: the brief of every note of yours")
        await driver.press("m", "u")
        await driver.sees("There is nothing to take back.")


async def test_a_note_left_empty_is_said_to_be_put_aside_and_brought_back(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"talks.yaml": TALKS})
    async with started(library, title=TITLE) as driver:
        await driver.press("2", "a", *"Two crates", "escape")
        await driver.sees("✎")
        await driver.press("a", *["backspace"] * 10, "escape")
        await driver.sees("The emptied note is put aside: L brings it back")
        await driver.until(lambda: "✎" not in driver.screen())
        assert notes.load(notes_folder()) == []
        await driver.press("L")
        await driver.sees("Notes whose brief has gone · 0 · put aside · 1")
        await driver.sees("Two crates")
        await driver.press("enter")
        await driver.sees("was on: ")
        await driver.press("m")
        await driver.sees("None: the brief of every note of yours")
        await driver.sees(f"back on {TITLE} · u takes it back")
        assert [note.text for note in notes.load(notes_folder())] == ["Two crates"]
        await driver.press("u")
        await driver.sees("put aside · 1")
        await driver.press("m", "escape")
        await driver.sees("✎")


async def test_none_is_moved_to_a_brief_whose_file_has_gone(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        (talks / "talks.yaml").unlink()
        await driver.press("L")
        await driver.sees("Visit to Nairobi")
        await driver.press("m")
        await driver.sees("No brief that is there is open")
        assert [note for note in notes.load(notes_folder()) if note.brief == "talks"] == []
