import os
from pathlib import Path

import pytest
from textual.widgets import TextArea

from briefterm.paths import notes_folder
from briefterm.personal import notes
from briefterm.ui.screens import note as editor
from tests.support import TALKS, write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started

TITLE = "Coastal Security Talks"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", {"talks.yaml": TALKS})


async def begin(driver: Driver, *keys: str) -> None:
    """Press keys and `a`, and wait until a note can be written."""
    await driver.press(*keys, "a")
    await driver.until(lambda: len(driver.app.screen_stack) == 2)


async def write(driver: Driver, text: str) -> None:
    await begin(driver)
    driver.app.screen.query_one(TextArea).text = text
    await driver.press("escape")
    await driver.until(lambda: len(driver.app.screen_stack) == 1)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_a_note_is_written_on_the_selected_item_and_shown_with_it(talks: Path, size: tuple[int, int]) -> None:
    async with started(talks, size, title=TITLE) as driver:
        await driver.press("2", "j")
        await write(driver, "Ask for *two* crates.")
        await driver.press("4")
        await driver.sees("Ask for two crates.")
        await driver.press("2")
        await driver.sees("Spare parts ✎")
    (note,) = notes.load(notes_folder())
    assert (note.brief, note.pane, note.on, note.text) == ("talks", "agenda", "Spare parts", "Ask for *two* crates.")


async def test_a_note_is_changed_and_an_emptied_one_goes(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("1")
        await write(driver, "First")
        await driver.sees("Rajnath Singh ✎")
        await driver.press("a")
        assert driver.app.screen.query_one(TextArea).text == "First"
        await driver.press("escape")
        await write(driver, "Second")
        await driver.until(lambda: [note.text for note in notes.load(notes_folder())] == ["Second"])
        await write(driver, "")
        await driver.until(lambda: "✎" not in driver.screen())
        assert notes.load(notes_folder()) == []


async def test_notes_are_found_by_searching_and_land_on_their_page(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        await write(driver, "Mention the lighthouse.")
        await driver.search("note:lighthouse")
        await driver.sees("Mention the lighthouse")
        await driver.press("enter")
        assert driver.view.page == "notes"
        assert "Your notes on Coastal" in driver.screen()


async def test_a_note_survives_the_brief_being_rewritten(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j")
        await write(driver, "Two crates.")
        text = TALKS.replace("  - US: Spare parts\n", "").replace("agenda:\n", "agenda:\n  - New item\n")
        (talks / "talks.yaml").write_text(text)
        await driver.press("r")
        await driver.sees("New item")
        await driver.press("A")
        await driver.sees("was on: Spare parts")
        await driver.sees("Two crates.")


async def test_what_cannot_be_kept_stays_on_the_screen_with_the_reason(
    talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "a")
        driver.app.screen.query_one(TextArea).text = "Precious"
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            await driver.press("escape")
            await driver.sees("not kept: No space left on device")
            assert driver.app.screen.query_one(TextArea).text == "Precious"
        await driver.press("escape")
        await driver.until(lambda: len(driver.app.screen_stack) == 1)
    assert [note.text for note in notes.load(notes_folder())] == ["Precious"]


async def test_what_is_written_is_kept_when_the_app_ends(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "a", *"hi")
        driver.app.exit()
    assert [note.text for note in notes.load(notes_folder())] == ["hi"]


@pytest.mark.parametrize("pause", [0.05, 60.0])
async def test_what_was_typed_into_a_note_can_be_dropped_and_brought_back(
    talks: Path, monkeypatch: pytest.MonkeyPatch, pause: float
) -> None:
    monkeypatch.setattr(editor, "_PAUSE", pause)
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        await write(driver, "First")
        await begin(driver)
        await driver.sees("^g drops what you typed")
        await driver.press(*" and more")
        if pause < 1:
            await driver.until(lambda: [note.text for note in notes.load(notes_folder())] == ["First and more"])
        await driver.press("ctrl+g")
        await driver.until(lambda: len(driver.app.screen_stack) == 1)
        await driver.sees("What you typed is put aside: L brings it back")
        assert [note.text for note in notes.load(notes_folder())] == ["First"]
        await driver.press("L")
        await driver.sees("put aside · 1")
        await driver.press("m")
        await driver.until(
            lambda: sorted(note.text for note in notes.load(notes_folder())) == ["First", "First and more"]
        )


async def test_a_note_begun_can_be_dropped_at_any_width(talks: Path) -> None:
    async with started(talks, (40, 15), title=TITLE) as driver:
        await begin(driver, "2")
        await driver.sees("^g drops it · esc keeps it")
        await driver.press(*"hi", "ctrl+g")
        await driver.until(lambda: len(driver.app.screen_stack) == 1)
        await driver.sees("put aside")
    assert notes.load(notes_folder()) == []
    assert [note.text for note in notes.emptied(notes_folder())] == ["hi"]


async def test_a_note_that_was_not_changed_is_left_without_a_word(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        await write(driver, "First")
        await begin(driver)
        await driver.press("ctrl+g")
        await driver.until(lambda: len(driver.app.screen_stack) == 1)
    assert [note.text for note in notes.load(notes_folder())] == ["First"]
    assert notes.emptied(notes_folder()) == []


async def test_from_the_list_a_note_is_on_the_brief(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("3", "0")
        await write(driver, "Ring first.")
        await driver.until(lambda: notes.load(notes_folder()) != [])
    (note,) = notes.load(notes_folder())
    assert (note.pane, note.text) == ("", "Ring first.")


async def test_the_lines_of_a_note_stay_lines(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        await write(driver, "first line\nsecond line\n\n- a point")
        await driver.press("A")
        await driver.until(lambda: "\nsecond line\n" in driver.detail().replace("  ", ""))
        assert "first line second" not in driver.detail()


def only_file() -> Path:
    (note,) = notes.load(notes_folder())
    return notes_folder() / note.file


async def test_what_a_hand_has_written_into_a_note_is_shown_and_goes_on_from_there(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        await write(driver, "First.")
        await driver.press("4")
        await driver.sees("First.")
        file = only_file()
        file.write_text(file.read_text() + "By hand.\n")
        await driver.sees("By hand.")
        await begin(driver, "2")
        await driver.press(*" More")
        await driver.press("escape")
        await driver.until(lambda: "More" in file.read_text())
        assert [note.text for note in notes.load(notes_folder())] == ["First.\nBy hand. More"]


async def test_what_somebody_else_writes_into_the_note_being_written_stays_and_so_does_this(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        await write(driver, "First.")
        file = only_file()
        await begin(driver)
        file.write_text(file.read_text().replace("First.", "Theirs."))
        await driver.press(*" Mine")
        await driver.sees("changed elsewhere meanwhile: both are kept")
        await driver.press(*" too", "escape")
        await driver.until(
            lambda: sorted(note.text for note in notes.load(notes_folder())) == ["First. Mine too", "Theirs."]
        )
        await driver.until(
            lambda: (
                driver.book.opened
                and [placed.note.text for placed in driver.book.opened.notes] == ["Theirs.", "First. Mine too"]
            )
        )


@pytest.mark.parametrize("longest", [0.0, 0.1])
async def test_what_is_written_without_a_pause_is_kept_all_the_same(
    talks: Path, monkeypatch: pytest.MonkeyPatch, longest: float
) -> None:
    monkeypatch.setattr(editor, "_PAUSE", 60.0)
    monkeypatch.setattr(editor, "_LONGEST", longest)
    async with started(talks, title=TITLE) as driver:
        await begin(driver, "2")
        await driver.press(*"Steadily")
        await driver.pilot.pause(0.2)
        await driver.press(*" on")
        await driver.until(lambda: [note.text for note in notes.load(notes_folder())] == ["Steadily on"])
        assert len(driver.app.screen_stack) == 2


async def test_a_note_written_while_the_file_is_away_is_shown(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await begin(driver, "2")
        (talks / "talks.yaml").rename(talks / "talks.away")
        await driver.until(lambda: driver.book.opened is not None and driver.book.opened.stale)
        await driver.press(*"Ring first")
        await driver.press("escape")
        await driver.sees("Shared radar pictures ✎")
        (talks / "talks.away").rename(talks / "talks.yaml")
        await driver.until(lambda: driver.book.opened is not None and not driver.book.opened.stale)
        await driver.sees("Shared radar pictures ✎")


async def test_news_of_a_note_that_comes_while_the_app_ends_does_no_harm(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await begin(driver, "2")
        written = driver.app.screen
        assert isinstance(written, editor.NoteEditor)
        await written.query_one(TextArea).remove()
        written.kept(notes.Note("talks", "Ring first."), "")
