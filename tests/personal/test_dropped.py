"""What was typed into a note and dropped: the note as it was, the typed text aside, and nothing lost."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from briefterm.personal.dropped import drop
from briefterm.personal.notes import Draft, Note, begun, bring_back, emptied, keep, load, save

NOW = datetime(2023, 11, 9, 12, 30)


def texts(folder: Path) -> list[str]:
    return sorted(note.text for note in load(folder))


@pytest.mark.parametrize("kept_meanwhile", [False, True])
def test_of_a_new_note_nothing_stays_but_what_lies_aside(tmp_path: Path, kept_meanwhile: bool) -> None:
    draft = Draft.of(begun(Note("talks", "", title="Talks"), NOW)).with_text("Ring first")
    if kept_meanwhile:
        keep(tmp_path, draft, NOW)
    dropped = drop(tmp_path, draft)
    assert texts(tmp_path) == []
    (aside,) = emptied(tmp_path)
    assert (aside.text, aside.aside, aside.title) == ("Ring first", dropped.aside, "Talks")
    bring_back(tmp_path, aside, NOW)
    assert texts(tmp_path) == ["Ring first"]


@pytest.mark.parametrize("kept_meanwhile", [False, True])
def test_a_note_is_as_it_was_opened(tmp_path: Path, kept_meanwhile: bool) -> None:
    first = save(tmp_path, Note("talks", "First"), NOW)
    draft = Draft.of(first).with_text("First and more")
    if kept_meanwhile:
        keep(tmp_path, draft, NOW)
    drop(tmp_path, draft)
    assert texts(tmp_path) == ["First"]
    (aside,) = emptied(tmp_path)
    bring_back(tmp_path, aside, NOW)
    assert texts(tmp_path) == ["First", "First and more"]


def test_a_note_that_was_emptied_is_back(tmp_path: Path) -> None:
    draft = Draft.of(save(tmp_path, Note("talks", "First"), NOW)).with_text("")
    keep(tmp_path, draft, NOW)
    assert drop(tmp_path, draft).aside == ""
    assert texts(tmp_path) == ["First"]


def test_what_was_typed_and_erased_again_lies_aside(tmp_path: Path) -> None:
    draft = Draft.of(begun(Note("talks", ""), NOW)).with_text("Ring first").with_text("")
    drop(tmp_path, draft)
    assert [note.text for note in emptied(tmp_path)] == ["Ring first"]


def test_what_somebody_else_has_written_stays(tmp_path: Path) -> None:
    first = save(tmp_path, Note("talks", "First"), NOW)
    mine = Draft.of(first).with_text("Mine")
    keep(tmp_path, Draft.of(first).with_text("Theirs"), NOW)
    drop(tmp_path, mine)
    assert texts(tmp_path) == ["Theirs"]
    keep(tmp_path, mine, NOW)
    assert texts(tmp_path) == ["Mine", "Theirs"]
    drop(tmp_path, mine)
    assert texts(tmp_path) == ["Theirs"]
    assert "Mine" in {note.text for note in emptied(tmp_path)}


def test_where_nothing_can_be_put_aside_the_note_stays_as_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    draft = Draft.of(save(tmp_path, Note("talks", "First"), NOW)).with_text("First and more")
    keep(tmp_path, draft, NOW)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        drop(tmp_path, draft)
    assert texts(tmp_path) == ["First and more"]
