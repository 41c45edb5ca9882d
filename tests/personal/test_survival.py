"""Notes and bookmarks through the life of a library: briefs reordered, reworded, renamed, deleted and restored."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefterm.brief.model import AgendaItem, Brief, Event, Official
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import Entry
from briefterm.library.files import Stamp
from briefterm.library.memory import NOTHING
from briefterm.personal.anchors import items
from briefterm.personal.bookmarks import Bookmarks
from briefterm.personal.notebook import Notebook, note_on
from briefterm.personal.notes import Draft
from tests.personal.shelves import catalogue_of
from tests.remembered import catalogue_of as remembered
from tests.support import brief_of

NOW = datetime(2023, 11, 9, 12, 30)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["reorder", "reword", "rename", "retitle", "delete", "restore", "drop", "insert", "name", "swap", "write"]
        ),
        st.integers(0, 2),
        st.randoms(use_true_random=False),
    ),
    max_size=12,
)


def swapped(there: list[Brief | None], number: int) -> None:
    """Give two briefs each other's id."""
    one, other = there[number], there[(number + 1) % len(there)]
    if one is not None and other is not None:
        there[number] = replace(one, id=other.id)
        there[(number + 1) % len(there)] = replace(other, id=one.id)


def library() -> list[Brief]:
    return [
        Brief(
            title=f"Talks number {number}",
            id=f"talks-{number}",
            officials=(Official(f"Ada {number}", id="ada"), Official(f"Grace {number}")),
            agenda=tuple(AgendaItem(f"{topic} {number}") for topic in ("grain corridor", "radar pictures", "visas")),
            timeline=(Event(f"They met {number} times"),),
        )
        for number in range(3)
    ]


def edited(brief: Brief, edit: str, step: int, chance: object) -> Brief:
    shuffled = list(brief.agenda)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    match edit:
        case "reorder":
            return replace(brief, agenda=tuple(shuffled))
        case "reword":
            return replace(brief, agenda=tuple(replace(item, topic=f"{item.topic}, {step}") for item in brief.agenda))
        case "rename":
            return replace(brief, id=f"renamed-{step}")
        case "retitle":
            return replace(brief, title=f"Other title {step}")
        case "insert":
            return replace(brief, agenda=(AgendaItem("grain corridor"), *brief.agenda, AgendaItem(f"visas {step}")))
        case "name":
            return replace(
                brief, agenda=tuple(replace(item, id=f"i{number}") for number, item in enumerate(brief.agenda))
            )
        case "drop":
            return replace(brief, agenda=brief.agenda[1:])
        case _:
            return brief


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_none_is_lost_and_all_are_back_once_the_briefs_are(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int, object]]
) -> None:
    home = tmp_path_factory.mktemp("home")
    notebook, bookmarks = Notebook(home / "notes", home), Bookmarks(home / "bookmarks", home)
    original = library()
    for brief in original:
        for item in items(brief):
            empty = note_on(brief, item.pane, item.index, (), NOW, notebook.library)
            notebook.keep(Draft.of(empty).with_text(f"on {item.text}"), NOW)
            bookmarks.add(brief, item.pane, item.index, NOW)
    everything = {note.file: note.text for note in notebook.load()}
    marks = {note.file for note in bookmarks.load()}
    there: list[Brief | None] = list(original)
    for step, (edit, number, chance) in enumerate(edits):
        before = there[number]
        if edit == "restore":
            taken = {brief.id for at, brief in enumerate(there) if brief is not None and at != number}
            there[number] = original[number] if original[number].id not in taken else before
        elif edit == "swap":
            swapped(there, number)
        elif edit == "write":
            note = notebook.load()[number]
            notebook.keep(Draft.of(note).with_text(f"{note.text}, and in step {step}"), NOW)
            everything[note.file] = f"{note.text}, and in step {step}"
        else:
            there[number] = None if edit == "delete" or before is None else edited(before, edit, step, chance)
        briefs = [brief for brief in there if brief is not None]
        catalogue = catalogue_of(briefs)
        placed = [one for brief in briefs for one in notebook.on(brief, catalogue)]
        homeless = [note.file for note in notebook.homeless(catalogue)]
        assert sorted([*(one.note.file for one in placed), *homeless]) == sorted(everything)
        assert {note.file for _, note in notebook.by_path(catalogue)} == {one.note.file for one in placed}
        assert {note.file: note.text for note in Notebook(home / "notes", home).load()} == everything
        for one in placed:
            assert one.lost in ("", one.note.on)
        assert {one.note.file for one in bookmarks.listed(catalogue)} == marks
    catalogue = catalogue_of(original)
    for brief in original:
        texts = {(item.pane, item.index): item.text for item in items(brief)}
        for one in (*notebook.on(brief, catalogue), *bookmarks.on(brief, catalogue)):
            assert texts[one.pane, one.index] == one.note.on
            assert not one.lost
    assert notebook.homeless(catalogue) == []


def test_two_libraries_with_the_same_id_do_not_share_a_note(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    first, second = Notebook(tmp_path / "notes", tmp_path / "one"), Notebook(tmp_path / "notes", tmp_path / "two")
    here, there = Brief(title="Talks", id="talks"), Brief(title="Dinner", id="talks")
    first.keep(Draft.of(note_on(here, "title", 0, (), NOW, first.library)).with_text("ours"), NOW)
    assert [one.note.text for one in first.on(here, catalogue_of([here]))] == ["ours"]
    assert second.on(there, catalogue_of([there])) == ()
    assert second.homeless(catalogue_of([there])) == []
    assert list(second.by_path(catalogue_of([there]))) == []
    copy = replace(there, title="Talks")
    assert [one.note.text for one in second.on(copy, catalogue_of([copy]))] == ["ours"]
    (tmp_path / "one").rename(tmp_path / "moved")
    assert second.on(there, catalogue_of([there])) == ()
    assert [note.text for note in second.homeless(catalogue_of([there]))] == ["ours"]
    (placed,) = second.on(copy, catalogue_of([copy]))
    assert note_on(copy, "title", 0, (placed,), NOW, second.library).library == first.library


def test_a_note_from_before_libraries_were_named_takes_the_name_when_it_is_changed(tmp_path: Path) -> None:
    (tmp_path / "notes" / "talks").mkdir(parents=True)
    (tmp_path / "notes" / "talks" / "old.md").write_text("brief: talks\ntitle: Talks\n---\nold\n")
    notebook = Notebook(tmp_path / "notes", tmp_path)
    brief = Brief(title="Talks, again", id="talks")
    (placed,) = notebook.on(brief, catalogue_of([brief]))
    notebook.keep(Draft.of(note_on(brief, "title", 0, (placed,), NOW, notebook.library)).with_text("new"), NOW)
    (note,) = notebook.load()
    assert (note.text, note.library, note.file) == ("new", notebook.library, "talks/old.md")


def test_bookmarks_of_two_programs_at_once_are_both_kept_and_go_together(tmp_path: Path) -> None:
    one, two = Bookmarks(tmp_path / "bookmarks", tmp_path), Bookmarks(tmp_path / "bookmarks", tmp_path)
    (brief, *_) = library()
    one.add(brief, "agenda", 1, NOW)
    two.add(brief, "agenda", 1, NOW)
    two.add(brief, "title", 0, NOW)
    catalogue = catalogue_of([brief])
    places = sorted((mark.pane, mark.index) for mark in one.on(brief, catalogue))
    assert places == [("agenda", 1), ("agenda", 1), ("title", 0)]
    assert one.flagged(catalogue) == {"talks-0.yaml"}
    removed = one.remove([mark.note for mark in one.on(brief, catalogue) if mark.pane == "agenda"])
    assert len(removed) == 2
    assert [mark.pane for mark in two.on(brief, catalogue)] == ["title"]
    two.put_back(removed)
    assert len(one.on(brief, catalogue)) == 3


def test_a_note_of_a_renamed_brief_of_a_series_is_on_none_of_its_sisters(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notes", tmp_path)
    week, *others = (Brief(title="Weekly meeting", id=f"weekly-{number}") for number in range(3))
    notebook.keep(Draft.of(note_on(week, "title", 0, (), NOW, notebook.library)).with_text("mine"), NOW)
    briefs = [replace(week, id="weekly-one"), *others]
    catalogue = catalogue_of(briefs)
    assert [one for brief in briefs for one in notebook.on(brief, catalogue)] == []
    assert [note.text for note in notebook.homeless(catalogue)] == ["mine"]
    assert [one.note.text for one in notebook.on(briefs[0], catalogue_of(briefs[:1]))] == ["mine"]


def test_a_note_is_on_both_files_that_have_its_id(tmp_path: Path) -> None:
    notebook, bookmarks = Notebook(tmp_path / "notes", tmp_path), Bookmarks(tmp_path / "bookmarks", tmp_path)
    one, other = Brief(title="Talks", id="talks"), Brief(title="Talks, again", id="talks")
    catalogue = Catalogue.in_memory()
    for name, brief in (("z.yaml", one), ("a.yaml", other)):
        catalogue.put([(Stamp(name, 1, 1), Entry(name, brief.id, brief.title), NOTHING)])
    notebook.keep(Draft.of(note_on(one, "title", 0, (), NOW, notebook.library)).with_text("mine"), NOW)
    bookmarks.add(one, "title", 0, NOW)
    for brief in (one, other):
        assert [placed.note.text for placed in notebook.on(brief, catalogue)] == ["mine"]
    assert {path for path, _ in notebook.by_path(catalogue)} == {"a.yaml", "z.yaml"}
    assert bookmarks.flagged(catalogue) == {"a.yaml", "z.yaml"}
    assert [mark.entry.path for mark in bookmarks.listed(catalogue) if mark.entry] == ["z.yaml"]
    assert notebook.homeless(catalogue) == []


def test_a_note_that_was_left_empty_and_is_written_again_is_not_listed_as_empty(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notes", tmp_path)
    (brief, *_) = library()
    draft = Draft.of(note_on(brief, "title", 0, (), NOW, notebook.library)).with_text("mine")
    notebook.keep(draft, NOW)
    notebook.keep(draft.with_text(""), NOW)
    assert [note.text for note in notebook.emptied()] == ["mine"]
    notebook.keep(draft.with_text("").with_text("mine"), NOW)
    assert notebook.emptied() == []


@pytest.mark.parametrize(
    ("files", "home"),
    [
        ({"v2": "title: Final\nid: v2\nsupersedes: v1\n"}, "v2.yaml"),
        ({"v1": "title: Draft\nid: v1\n", "v2": "title: Final\nid: v2\nsupersedes: v1\n"}, "v1.yaml"),
        ({"v2": "title: Draft\nid: v2\n", "v3": "title: Final\nid: v3\nsupersedes: v1\n"}, "v2.yaml"),
        ({name: f"title: {name}\nid: {name}\nsupersedes: v1\n" for name in ("one", "two")}, ""),
    ],
)
def test_a_note_of_a_brief_that_has_gone_is_on_the_one_that_supersedes_it(
    tmp_path: Path, files: dict[str, str], home: str
) -> None:
    notebook = Notebook(tmp_path / "notes", tmp_path)
    draft = Draft.of(note_on(Brief(title="Draft", id="v1"), "title", 0, (), NOW, notebook.library))
    notebook.keep(draft.with_text("mine"), NOW)
    with remembered(tmp_path, {f"{name}.yaml": text for name, text in files.items()}) as catalogue:
        assert [path for path, _ in notebook.by_path(catalogue)] == ([home] if home else [])
        assert len(notebook.homeless(catalogue)) == (0 if home else 1)
        shown = {name for name, text in files.items() if notebook.on(brief_of(text), catalogue)}
        assert {f"{name}.yaml" for name in shown} == ({home} if home else set())
