import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.personal import notes
from briefterm.personal.notes import (
    Draft,
    Loaded,
    Note,
    begun,
    bring_back,
    emptied,
    keep,
    load,
    read,
    reload,
    save,
    written,
)

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
    note = Note(brief or "id", text, "Title", "agenda", item, on, "2023-11-09T12:30", "x/y.md", "/home/ada/briefs")
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


def test_what_was_put_aside_is_put_back_as_it_was(tmp_path: Path) -> None:
    kept = notes.save(tmp_path, Note("x", "precious"), NOW)
    aside = notes.delete(tmp_path, kept)
    assert notes.load(tmp_path) == []
    notes.put_back(tmp_path, kept, aside)
    assert notes.load(tmp_path) == [kept]
    assert notes.delete(tmp_path, Note("x", "", file="x/never.md")) == ""


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take whatever lies there for old: nothing of it was changed a moment ago."""
    monkeypatch.setattr(notes, "_SETTLED", -(10**18))


CHANGES = st.lists(st.tuples(st.sampled_from(["add", "change", "delete", "by hand"]), st.integers(0, 5)), max_size=8)


@given(CHANGES)
def test_reading_only_what_has_changed_finds_what_reading_everything_does(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("notes")
    loaded, kept = Loaded(), [notes.save(folder, Note(f"b{number}", "text"), NOW) for number in range(3)]
    for step, (change, number) in enumerate(changes):
        loaded = reload(folder, loaded)
        at = number % len(kept)
        match change:
            case "add":
                kept.append(notes.save(folder, Note(f"b{number}", f"new {step}"), NOW))
            case "change":
                notes.save(folder, Note("b", f"changed {step}", file=kept[at].file, made=kept[at].made), NOW)
            case "delete":
                notes.delete(folder, kept[at])
            case _:
                (folder / f"b{number}").mkdir(exist_ok=True)
                (folder / f"b{number}" / "hand.md").write_text(f"hand {step}")
        assert list(reload(folder, loaded).notes) == notes.load(folder)


@pytest.mark.usefixtures("settled")
def test_what_has_not_changed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [notes.save(tmp_path, Note("x", f"note {number}"), NOW) for number in range(3)]
    before = reload(tmp_path, Loaded())
    changed = notes.save(tmp_path, Note("x", "other words", file=kept[1].file, made=kept[1].made), NOW)
    reading: list[str] = []

    def counted(text: str, file: str) -> Note:
        reading.append(file)
        return read(text, file)

    monkeypatch.setattr(notes, "read", counted)
    assert set(reload(tmp_path, before).notes) == {kept[0], changed, kept[2]}
    assert reading == [changed.file]


def test_what_was_changed_a_moment_ago_is_not_trusted_to_stay(tmp_path: Path) -> None:
    notes.save(tmp_path, Note("x", "one"), NOW)
    assert not reload(tmp_path, Loaded()).files


def test_a_draft_is_written_over_what_its_writer_knows_and_beside_what_another_wrote(tmp_path: Path) -> None:
    first = notes.save(tmp_path, Note("x", "one"), NOW)
    mine, theirs = Draft.of(first), Draft.of(first)
    assert keep(tmp_path, mine.with_text("one, mine"), NOW).file == first.file
    kept = keep(tmp_path, theirs.with_text("one, theirs"), NOW)
    assert kept.file == theirs.apart
    keep(tmp_path, theirs.with_text("one, theirs").with_text("one, theirs too"), NOW)
    assert sorted(note.text for note in notes.load(tmp_path)) == ["one, mine", "one, theirs too"]


def test_an_emptied_draft_takes_nothing_away_that_another_wrote(tmp_path: Path) -> None:
    first = notes.save(tmp_path, Note("x", "one"), NOW)
    keep(tmp_path, Draft.of(first).with_text("another"), NOW)
    keep(tmp_path, Draft.of(first).with_text(""), NOW)
    assert [note.text for note in notes.load(tmp_path)] == ["another"]
    keep(tmp_path, Draft.of(notes.load(tmp_path)[0]).with_text(" "), NOW)
    assert notes.load(tmp_path) == []


@given(st.lists(st.tuples(st.integers(0, 2), TEXTS.filter(str.strip)), min_size=1, max_size=12))
def test_whatever_several_write_at_once_the_last_text_of_each_is_kept(steps: list[tuple[int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = notes.save(Path(folder), Note("x", "one"), NOW)
        drafts = [Draft.of(first) for _ in range(3)]
        for number, (who, text) in enumerate(steps):
            drafts[who] = drafts[who].with_text(f"{who}, {number}: {text}")
            keep(Path(folder), drafts[who], NOW)
        kept = {note.text for note in notes.load(Path(folder))}
        assert {drafts[who].note.text for who, _ in steps} <= kept


def test_a_note_emptied_bit_by_bit_is_put_aside_with_its_longest_text(tmp_path: Path) -> None:
    note = keep(tmp_path, Draft.of(begun(Note("talks", "", title="Talks"), NOW)).with_text("all of it"), NOW)
    draft = Draft.of(note)
    for text in ("all of", "all", ""):
        draft = draft.with_text(text)
        left = keep(tmp_path, draft, NOW)
    assert load(tmp_path) == []
    (aside,) = emptied(tmp_path)
    assert (aside.text, aside.aside, aside.file) == ("all of it", left.aside, note.file)
    save(tmp_path, replace(note, text="another in its place"), NOW)
    back = bring_back(tmp_path, aside, NOW)
    assert back.file != note.file
    assert {one.text for one in load(tmp_path)} == {"all of it", "another in its place"}
    assert emptied(tmp_path) == []


def test_a_note_that_was_never_kept_is_not_put_aside(tmp_path: Path) -> None:
    left = keep(tmp_path, Draft.of(begun(Note("talks", ""), NOW)).with_text("x").with_text(""), NOW)
    assert left.aside == ""
    assert emptied(tmp_path) == []
