from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.personal import notes
from briefterm.personal.notes import Note, read, written

NOW = datetime(2023, 11, 9, 12, 30)
LINES = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)
TEXTS = st.lists(LINES, min_size=1, max_size=5).map("\n".join).map(lambda text: text.strip("\n").rstrip())


def test_a_note_is_a_readable_file_of_its_own(tmp_path: Path) -> None:
    note = Note("visits/2023/x", "Ask *him* first.", "A visit", "agenda", "radar", "Radar pictures")
    kept = notes.save(tmp_path, note, NOW)
    file = tmp_path / kept.file
    assert file.read_text() == (
        "brief: visits/2023/x\ntitle: A visit\npane: agenda\nitem: radar\non: Radar pictures\nmade: 2023-11-09T12:30\n"
        "---\nAsk *him* first.\n"
    )
    assert file.stat().st_mode & 0o077 == 0
    assert notes.load(tmp_path) == [kept]


def test_a_changed_note_stays_in_its_file(tmp_path: Path) -> None:
    kept = notes.save(tmp_path, Note("x", "one"), NOW)
    again = notes.save(tmp_path, Note("x", "two", file=kept.file, made=kept.made), NOW)
    assert notes.load(tmp_path) == [again]


def test_a_deleted_note_is_put_aside_and_can_be_taken_back(tmp_path: Path) -> None:
    for _ in range(2):
        kept = notes.save(tmp_path, Note("x", "precious"), NOW)
        (tmp_path / kept.file).rename(tmp_path / "x" / "same.md")
        notes.delete(tmp_path, Note("x", "precious", file="x/same.md"))
    assert notes.load(tmp_path) == []
    assert [file.read_text()[-9:-1] for file in (tmp_path / ".deleted").iterdir()] == ["precious", "precious"]


@given(TEXTS, LINES, LINES, LINES)
def test_what_is_written_is_read_back(text: str, brief: str, item: str, on: str) -> None:
    note = Note(brief or "id", text, "Title", "agenda", item, on, "2023-11-09T12:30", "x/y.md")
    assert read(written(note), "x/y.md") == note


@pytest.mark.parametrize(
    "text", ["plain words", "# A heading\n\n---\n\nbelow a rule", "unknown: head\n---\ntext", "", "a: b"]
)
def test_a_file_made_by_hand_is_a_note_on_the_brief_of_its_folder(text: str) -> None:
    assert read(text, "g7%2Fjapan/by hand.md") == Note("g7/japan", text, file="g7%2Fjapan/by hand.md")


@pytest.mark.parametrize("brief", ["..", ".", "a/b", "/etc/passwd", "x" * 500, "नोट", ".deleted", "con", "a\\b", "%2F"])
def test_no_id_leads_out_of_the_folder(tmp_path: Path, brief: str) -> None:
    home = tmp_path / "notes"
    kept = notes.save(home, Note(brief, "text"), NOW)
    assert (home / kept.file).parent.parent == home
    assert notes.load(home) == [kept]


def test_what_cannot_be_read_is_passed_over_and_stays(tmp_path: Path) -> None:
    kept = notes.save(tmp_path, Note("x", "good"), NOW)
    (tmp_path / "x" / "folder.md").mkdir()
    (tmp_path / "x" / "torn.md").write_bytes(b"brief: x\n---\n\xff\x1b[31m torn")
    loaded = notes.load(tmp_path)
    assert kept in loaded
    assert "torn" in "".join(note.text for note in loaded)
    assert "\x1b" not in "".join(note.text for note in loaded)
