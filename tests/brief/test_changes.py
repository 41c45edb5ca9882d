"""What differs between two versions, by item."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.changes import Changes, FieldChange, Kind, compare, continued
from briefterm.brief.matching import Item, match, moved
from tests.support import TALKS, brief_of


def between(old: str, new: str) -> Changes:
    return compare(brief_of(old), brief_of(new))


def told(old: str, new: str) -> list[tuple[str, list[str], int | None, int | None]]:
    changes = between(old, new)
    assert changes.fields == ()
    return [(item.pane, [str(kind) for kind in item.kinds], item.old, item.new) for item in changes.items]


def agenda(*topics: str) -> str:
    return "title: T\nagenda:\n" + "".join(f"  - {topic}\n" for topic in topics)


def test_layout_and_comments_do_not_count() -> None:
    again = TALKS.replace("kind: ministerial", "kind:   ministerial  # so it says").replace("[IN, US]", "\n- IN\n- US")
    assert not between(TALKS, again)
    assert not between("title: T\n", "title: T\n")


def test_fields_of_the_brief() -> None:
    changes = between(TALKS, TALKS.replace("TLP:AMBER", "TLP:RED").replace("2023-11-10\nkind", "2023-11\nkind"))
    assert changes.fields == (
        FieldChange("date", "2023-11-10", "2023-11"),
        FieldChange("marking", "TLP:AMBER", "TLP:RED"),
    )
    assert changes.items == ()


def test_an_id_counts_only_where_it_is_written() -> None:
    old, new = brief_of("title: T\n"), brief_of("title: T\nid: visit\n")
    assert compare(old, new).fields == (FieldChange("id", "folder/name", "visit"),)


def test_added_and_removed() -> None:
    assert told(agenda("Radar", "Spare parts"), agenda("Radar", "Fisheries")) == [
        ("agenda", ["removed"], 1, None),
        ("agenda", ["added"], None, 1),
    ]


def test_what_went_stands_where_it_was() -> None:
    found = told(agenda("Radar", "Wheat", "Visas", "Oil"), agenda("Radar", "Visas", "Oil"))
    assert found == [("agenda", ["removed"], 1, None)]
    (item,) = between(agenda("Radar", "Wheat"), agenda("Radar")).items
    assert (item.was, item.text) == ("Wheat", "")


def test_moved_names_the_fewest_items() -> None:
    assert told(agenda("A1", "B2", "C3", "D4"), agenda("B2", "C3", "A1", "D4")) == [("agenda", ["moved"], 0, 2)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Shared radar pictures", "Shared radar picture of the coast"),
        ("{topic: Radar, id: r}", "{topic: Something else, id: r}"),
    ],
)
def test_reworded(old: str, new: str) -> None:
    assert told(agenda(old), agenda(new)) == [("agenda", ["reworded"], 0, 0)]


def test_the_same_words_in_another_order_are_the_same_item() -> None:
    old, new = [Item("", "Fish quotas"), Item("", "Visas")], [Item("", "Ports"), Item("", "Quotas for fish")]
    assert match(old, new) == {1: 0}
    assert match([Item("", "Of the")], [Item("", "To our")]) == {}


def test_two_ids_are_two_items() -> None:
    found = told(agenda("{topic: Radar pictures, id: a}"), agenda("{topic: Radar picture, id: b}"))
    assert sorted(kinds for _, kinds, _, _ in found) == [["added"], ["removed"]]


def test_fields_of_an_item() -> None:
    (item,) = between(TALKS, TALKS.replace("A liaison officer at the fusion centre", "Two officers")).items
    assert item.kinds == (Kind.CHANGED,)
    assert item.fields == (FieldChange("ask", "A liaison officer at the fusion centre", "Two officers"),)


def test_a_reference_by_another_name_is_no_change() -> None:
    assert not between(TALKS, TALKS.replace("who: [singh, Austin]", "who: [Rajnath Singh, Lloyd Austin]"))


def test_a_reference_to_an_official_who_was_renamed_is_no_change() -> None:
    (item,) = between(TALKS, TALKS.replace("name: Rajnath Singh", "name: Shri Rajnath Singh")).items
    assert (item.pane, item.kinds, item.was) == ("officials", (Kind.REWORDED,), "Rajnath Singh")


def test_a_reference_to_somebody_else_is_told_by_name() -> None:
    (item,) = between(TALKS, TALKS.replace("who: [singh, Austin]", "who: [Austin]")).items
    assert item.fields == (FieldChange("who", "Rajnath Singh\nLloyd Austin", "Lloyd Austin"),)


def test_events_of_the_same_text_are_told_apart_by_date() -> None:
    old = "title: T\ntimeline: [2018: Talks, 2019: Talks, 2020: Talks]\n"
    assert told(old, old.replace("2019: Talks, ", "")) == [("timeline", ["removed"], 1, None)]
    (item,) = between(old, old.replace("2019", "2019-05")).items
    assert item.fields == (FieldChange("date", "2019", "2019-05"),)


def test_own_fields_and_sections_count() -> None:
    old = "title: T\nx-seat: 1\nsections:\n  Press lines: One\n"
    changes = between(old, old.replace("x-seat: 1", "x-seat: 2").replace("One", "Two"))
    assert changes.fields == (FieldChange("x-seat", "1", "2"),)
    assert [(item.pane, item.fields) for item in changes.items] == [("sections", (FieldChange("text", "One", "Two"),))]


def test_a_pane_can_be_marked_row_by_row() -> None:
    changes = between(agenda("Radar", "Wheat", "Oil prices"), agenda("Radar", "Oil price", "Visas"))
    marked = {index: item.kinds for index, item in changes.in_pane("agenda").items()}
    assert marked == {1: (Kind.REWORDED,), 2: (Kind.ADDED,)}
    assert changes.in_pane("timeline") == {}


def test_long_lists_without_anything_in_common_are_quick() -> None:
    old, new = (agenda(*(f"{word} {number}" for number in range(2000))) for word in ("Radar", "Wheat"))
    assert len(between(old, new).items) == 4000


TOPICS = st.lists(
    st.sampled_from(["Radar", "Wheat", "Visas", "Oil", "Fish", "Radar pictures", "{topic: Ports, id: p}", "Radar"]),
    max_size=7,
)


def replayed(old: Sequence[str], new: Sequence[str], changes: Changes) -> list[str]:
    """Return `old` after taking out what was removed and moved, and putting in what is new, as `changes` say."""
    gone = {item.old for item in changes.items if item.new is None or Kind.MOVED in item.kinds}
    kept = [topic for index, topic in enumerate(old) if index not in gone]
    for index, item in sorted(changes.in_pane("agenda").items()):
        if item.old is None or Kind.MOVED in item.kinds:
            kept.insert(index, new[index])
    return kept


@given(TOPICS, TOPICS)
def test_changes_replayed_on_the_old_give_the_new(old: list[str], new: list[str]) -> None:
    changes = between(agenda(*old) if old else "title: T\n", agenda(*new) if new else "title: T\n")
    result = replayed(old, new, changes)
    assert len(result) == len(new)
    reworded = {index for index, item in changes.in_pane("agenda").items() if Kind.REWORDED in item.kinds}
    for index, (got, wanted) in enumerate(zip(result, new, strict=True)):
        assert got == wanted or index in reworded
    assert bool(changes) is (old != new)


@given(TOPICS, TOPICS)
def test_nothing_is_matched_twice(old: list[str], new: list[str]) -> None:
    found = match([Item("", text) for text in old], [Item("", text) for text in new])
    assert len(set(found.values())) == len(found)
    assert moved(found) <= set(found)


@given(st.permutations(range(7)))
def test_what_did_not_move_is_in_order_and_as_long_as_can_be(order: list[int]) -> None:
    found = dict(enumerate(order))
    stayed = [found[index] for index in sorted(set(found) - moved(found))]
    assert stayed == sorted(stayed)
    longest = [1] * len(order)
    for index, value in enumerate(order):
        longest[index] = 1 + max((longest[i] for i in range(index) if order[i] < value), default=0)
    assert len(stayed) == max(longest)


def test_an_official_of_another_country_with_almost_the_same_name_is_another() -> None:
    old, other, corrected = (
        brief_of(f"title: T\nofficials: [{name}]\n")
        for name in ("Per Hansen (NO)", "Per Hanson (SE)", "Per Hansen (SE)")
    )
    assert continued(old, other, "officials") == {}
    assert continued(old, corrected, "officials") == {0: 0}
