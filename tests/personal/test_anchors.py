"""Notes survive whatever happens to their brief: none is lost, and each stays on its item as long as that is there."""

import string
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.fold import fold_line
from briefterm.brief.model import AgendaItem, Brief, Event, Official
from briefterm.personal.anchors import homeless, items, notes_of, place
from briefterm.personal.notebook import note_on
from briefterm.personal.notes import Note, read, written
from briefterm.personal.owners import Owners

NOW = datetime(2023, 11, 9, 12, 30)
WORDS = st.text(string.ascii_lowercase, min_size=3, max_size=9)
TOPICS = st.lists(st.lists(WORDS, min_size=2, max_size=6).map(" ".join), min_size=1, max_size=8, unique=True)


def brief_with(topics: list[str], *, ids: bool, title: str = "Talks", brief_id: str = "talks") -> Brief:
    agenda = tuple(AgendaItem(topic, id=f"i{number}" if ids else "") for number, topic in enumerate(topics))
    return Brief(
        title=title, id=brief_id, agenda=agenda, officials=(Official("Ada", id="ada"),), timeline=(Event("Met"),)
    )


def notes_on(brief: Brief) -> list[Note]:
    return [replace(note_on(brief, item.pane, item.index, (), NOW), text=f"on {item.text}") for item in items(brief)]


@given(TOPICS, st.randoms(use_true_random=False), st.booleans())
def test_notes_follow_items_that_are_reordered(topics: list[str], chance: object, ids: bool) -> None:
    before = brief_with(topics, ids=ids)
    agenda = list(before.agenda)
    chance.shuffle(agenda)  # type: ignore[attr-defined]
    after = replace(before, agenda=tuple(agenda))
    texts = {(item.pane, item.index): item.text for item in items(after)}
    for placed in place(notes_on(before), after):
        assert texts[placed.pane, placed.index] == placed.note.on
        assert placed.lost == ""


@given(TOPICS, st.data())
def test_notes_follow_items_with_an_id_however_they_are_reworded(topics: list[str], data: st.DataObject) -> None:
    before = brief_with(topics, ids=True)
    reworded = tuple(replace(item, topic=data.draw(WORDS)) for item in before.agenda)
    for placed in place(notes_on(before), replace(before, agenda=reworded)):
        if placed.note.pane == "agenda":
            assert reworded[placed.index].id == placed.note.item


@given(TOPICS, st.integers(0, 7))
def test_notes_follow_items_that_are_reworded_a_little(topics: list[str], at: int) -> None:
    before = brief_with(["the customs union of both countries", *topics], ids=False)
    agenda = (replace(before.agenda[0], topic="the customs union of our two countries"), *before.agenda[1:])
    (placed,) = place([notes_on(before)[1]], replace(before, agenda=(*agenda[1:], agenda[0])))
    assert placed.index == len(agenda) - 1


@given(TOPICS, st.sets(st.integers(0, 7)), st.booleans())
def test_notes_on_items_that_are_gone_move_to_the_brief_with_the_old_text(
    topics: list[str], gone: set[int], ids: bool
) -> None:
    before = brief_with(topics, ids=ids)
    kept = tuple(item for number, item in enumerate(before.agenda) if number not in gone)
    notes = notes_on(before)
    placed = place(notes, replace(before, agenda=kept))
    assert [one.note for one in placed] == notes
    for one in placed:
        if one.lost:
            assert (one.pane, one.index, one.lost) == ("title", 0, one.note.on)


@given(TOPICS, st.booleans(), st.booleans())
def test_a_brief_keeps_its_notes_under_another_id_or_title(topics: list[str], new_id: bool, new_title: bool) -> None:
    before = brief_with(topics, ids=False)
    after = replace(before, id="renamed" if new_id else before.id, title="Other" if new_title else before.title)
    notes = notes_on(before)
    found = notes_of(after, notes, {after.id})
    lost = homeless(notes, {after.id}, {fold_line(after.title)})
    assert sorted(map(repr, [*found, *lost])) == sorted(map(repr, notes))
    assert bool(lost) is (new_id and new_title)


def test_a_note_of_a_brief_that_is_still_there_is_not_taken_by_its_namesake() -> None:
    first, second = (brief_with(["topic one"], ids=False, brief_id=name) for name in ("first", "second"))
    notes = notes_on(first)
    assert notes_of(second, notes, {"first", "second"}) == []
    assert notes_of(second, notes, {"second"}) == notes


def test_an_item_with_another_id_does_not_take_the_note_of_one_like_it() -> None:
    before = brief_with(["the customs union of both countries", "patrols"], ids=True)
    note = notes_on(before)[1]
    agenda = (AgendaItem("the customs union of our two countries", id="other"), before.agenda[1])
    (placed,) = place([note], replace(before, agenda=agenda))
    assert placed.lost == "the customs union of both countries"
    (placed,) = place([note], replace(before, agenda=(replace(agenda[0], id=""), agenda[1])))
    assert (placed.pane, placed.index) == ("agenda", 0)


@given(st.booleans(), st.booleans(), st.sampled_from(["here", "other", "gone", "unsaid"]))
def test_a_note_is_on_the_brief_of_its_library(same_id: bool, same_title: bool, owner: str) -> None:
    here, other, gone = str(Path("/").resolve()), str(Path(__file__).parent.resolve()), "/nowhere/at/all"
    library = {"here": here, "other": other, "gone": gone, "unsaid": ""}[owner]
    brief = brief_with(["topic"], ids=False)
    note = Note("talks" if same_id else "left", "text", "TALKS " if same_title else "Dinner", library=library)
    ours = owner in ("here", "unsaid")
    on = notes_of(brief, [note], {"talks"}, Owners(here)) == [note]
    lost = homeless([note], {"talks"}, {fold_line(brief.title)}, Owners(here)) == [note]
    assert on is ((same_id and same_title) or (ours and (same_id or same_title)))
    assert lost is (not on and owner != "other")


@pytest.mark.parametrize(
    ("gone", "sister"),
    [
        (
            "Bilateral meeting with the Minister of Trade of Norway",
            "Bilateral meeting with the Minister of Trade of Sweden",
        ),
        ("Price of oil", "Price of gas"),
        ("Iran: sanctions", "Iraq: sanctions"),
        ("Talks with Austria", "Talks with Australia"),
        ("Visit of 2023", "Visit of 2024"),
        ("नॉर्वे के मंत्री के साथ बैठक", "स्वीडन के मंत्री के साथ बैठक"),
    ],
)
def test_a_note_on_an_item_deleted_does_not_go_to_its_sister(gone: str, sister: str) -> None:
    before = brief_with([gone, sister], ids=False)
    placed = place(notes_on(before)[1:3], replace(before, agenda=before.agenda[1:]))
    assert [(one.pane, one.index, one.lost) for one in placed] == [("title", 0, gone), ("agenda", 0, "")]


@pytest.mark.parametrize(
    ("gone", "sister"),
    [
        ("Trade in steel", "Trade in steel and timber"),
        ("William Howard Taft III", "William Howard Taft"),
        ("King Abdullah II", "King Abdullah"),
        ("Anna Berg", "Anna Bergh"),
    ],
)
def test_a_note_does_not_go_to_what_stood_beside_its_item(gone: str, sister: str) -> None:
    before = Brief("talks", "Talks", officials=(Official(gone), Official(sister)))
    note = replace(note_on(before, "officials", 0, (), NOW), text="mine")
    (placed,) = place([read(written(note), note.file)], replace(before, officials=before.officials[1:]))
    assert (placed.pane, placed.lost) == ("title", gone)


@pytest.mark.parametrize("now", ["Trade in steel and timber", "Trade in steel II", "Trade"])
def test_a_note_that_does_not_tell_what_stood_beside_its_item_goes_to_the_same_words_alone(now: str) -> None:
    note = Note("talks", "mine", pane="agenda", on="Trade in steel")
    (placed,) = place([note], brief_with([now], ids=False))
    assert placed.lost == "Trade in steel"
    (placed,) = place([note], brief_with(["Trade in steell"], ids=False))
    assert placed.pane == "agenda"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Military hardware cooperation", "Cooperation on military hardware"),
        ("Defence co-operation: radar", "Defence cooperation (radar)"),
        ("Negotiations with Norway", "Negotiations with Norway on fish"),
        ("Organization of the visit", "Visit: organisation, again"),
    ],
)
def test_a_note_follows_an_item_in_other_words(was: str, now: str) -> None:
    before, after = brief_with([was], ids=False), brief_with(["patrols", now], ids=False)
    (placed,) = place(notes_on(before)[1:2], after)
    assert (placed.pane, placed.index) == ("agenda", 1)


@given(st.lists(st.sampled_from(["Coffee", "coffee ", "Lunch", "Talks"]), min_size=1, max_size=9))
def test_of_several_with_the_same_text_a_note_is_on_the_one_it_was_written_on(topics: list[str]) -> None:
    brief = brief_with(topics, ids=False)
    for item in items(brief):
        note = read(written(note_on(brief, item.pane, item.index, (), NOW)), "talks/a.md")
        (placed,) = place([note], brief)
        assert (placed.pane, placed.index, placed.lost) == (item.pane, item.index, "")


def test_where_there_are_fewer_of_the_same_text_it_is_on_the_last() -> None:
    note = note_on(brief_with(["Coffee", "Talks", "Coffee"], ids=False), "agenda", 2, (), NOW)
    assert note.nth == 2
    (placed,) = place([note], brief_with(["Talks", "Coffee"], ids=False))
    assert (placed.pane, placed.index) == ("agenda", 1)


@pytest.mark.parametrize(
    ("after", "at"),
    [
        ([("Per Hanson", "SE")], None),
        ([("Per Hansen", "SE")], None),
        ([("Per Hansen", "SE"), ("Per Hansen", "NO")], 1),
        ([("Per Hanson", "SE"), ("Per Hanson", "NO")], 1),
        ([("Per Hanson", "")], 0),
        ([("Per Hanson", "NO")], 0),
    ],
)
def test_a_note_on_an_official_does_not_go_to_one_of_another_country(
    after: list[tuple[str, str]], at: int | None
) -> None:
    before = Brief("talks", "Talks", officials=(Official("Per Hansen", country="NO"),))
    note = replace(note_on(before, "officials", 0, (), NOW), text="mine")
    officials = tuple(Official(name, country=country) for name, country in after)
    (placed,) = place([read(written(note), note.file)], replace(before, officials=officials))
    assert (placed.pane, placed.index) == (("title", 0) if at is None else ("officials", at))
    assert placed.lost == ("Per Hansen" if at is None else "")


def test_an_official_whose_country_was_put_right_keeps_the_note_by_id_alone() -> None:
    before = Brief("talks", "Talks", officials=(Official("Per Hansen", id="per", country="NO"),))
    note = replace(note_on(before, "officials", 0, (), NOW), text="mine")
    after = replace(before, officials=(Official("P. Hansen", id="per", country="DK"),))
    (placed,) = place([note], after)
    assert (placed.pane, placed.index) == ("officials", 0)


def test_a_note_that_says_no_country_goes_on_as_before() -> None:
    note = Note("talks", "mine", pane="officials", on="Per Hansen")
    (placed,) = place([note], Brief("talks", "Talks", officials=(Official("Per Hanson", country="SE"),)))
    assert (placed.pane, placed.index) == ("officials", 0)
