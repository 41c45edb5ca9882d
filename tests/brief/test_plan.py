"""Doubts about a plan: what is said, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.plan import plan_problems
from briefterm.library.library import read_path
from briefterm.paths import shipped_briefs
from tests.support import brief_of

HEAD = """\
title: T
timezone: Asia/Kolkata
officials: [{id: a, name: Rajnath Singh}, {id: b, name: Lloyd Austin}]
"""


def doubts(text: str) -> list[str]:
    return [f"{problem.line}: {problem.field}: {problem.message}" for problem in plan_problems(brief_of(text))]


def timed(*items: str, pane: str = "timeline") -> list[str]:
    return doubts(HEAD + f"{pane}:\n" + "".join(f"  - {{{item}}}\n" for item in items))


def test_nothing_is_doubtful_in_the_shipped_briefs() -> None:
    for file in shipped_briefs().glob("*.yaml"):
        brief = read_path(file, file.stem).brief
        assert brief is not None
        assert plan_problems(brief) == ()


def test_one_official_cannot_be_at_two_items_at_once() -> None:
    found = timed(
        "date: 2023-11-10T09:00/10:30, event: Talks, who: [a]",
        "date: 2023-11-10T10:00/11:00, event: Call, who: [b, a]",
    )
    (said,) = found
    assert said.startswith("6: timeline[1].date: Rajnath Singh is at `Talks` (line 5) at the same time; ")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("date: 2023-11-10T09:00/10:00, who: [a]", "date: 2023-11-10T10:00/11:00, who: [a]"),
        ("date: 2023-11-10T09:00/10:30, who: [a]", "date: 2023-11-10T10:00/11:00, who: [b]"),
        ("date: 2023-11-10, who: [a]", "date: 2023-11-10T10:00/11:00, who: [a]"),
        ("date: 2023-11-10T09:00, who: [a]", "date: 2023-11-10T09:00, who: [a]"),
        ("date: 2023-11-10T09:00~/10:30, who: [a]", "date: 2023-11-10T10:00/11:00, who: [a]"),
        ("date: 2023-11-10T09:00/10:30, who: [a], status: cancelled", "date: 2023-11-10T10:00/11:00, who: [a]"),
        ("date: 2023-11-10T08:00/18:00, who: [a]", "date: 2023-11-10T10:00/11:00, who: [a]"),
        ("date: 2023-11-10T09:00+05:30/10:30+05:30, who: [a]", "date: 2023-11-10T10:00Z/11:00Z, who: [a]"),
    ],
)
def test_what_may_well_be_meant_is_left_alone(first: str, second: str) -> None:
    assert timed(f"event: One, {first}", f"event: Two, {second}") == []


def test_zones_are_taken_into_account() -> None:
    assert timed(
        "event: One, date: 2023-11-10T15:30/16:30, who: [a]",
        "event: Two, date: 2023-11-10T10:15Z/10:45Z, who: [a]",
    )


def test_a_topic_belongs_to_its_meeting_unless_it_is_elsewhere() -> None:
    text = HEAD + (
        "timeline: [{date: 2023-11-10T09:00/11:00, event: Talks, who: [a], place: Delhi}]\n"
        "agenda: [{topic: Radar, when: 2023-11-10T09:30/10:00, who: [a], place: PLACE}]\n"
    )
    assert doubts(text.replace(", place: PLACE", "")) == []
    assert doubts(text.replace("PLACE", "New Delhi")) == []
    assert len(doubts(text.replace("PLACE", "Mumbai"))) == 1


def test_topics_may_share_a_session() -> None:
    assert timed(*["topic: X, when: 2023-11-10T09:30/10:00, who: [a]"] * 3, pane="agenda") == []


def test_a_meeting_lasts_no_longer_than_a_day() -> None:
    (found,) = timed("topic: X, when: 2023-11-10T09:30/2023-11-12T10:30", pane="agenda")
    assert found.startswith("5: agenda[0].when: lasts 49 hours;")
    assert timed("topic: X, when: 2023-11-10/2023-11-12", pane="agenda") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S Jaishankar (IN)", "Subrahmanyam Jaishankar (IN)"),
        ("S. Jaishankar", "S Jaishankar"),
        ("Antony Blinken", "Anthony Blinken"),
        ("Lloyd Austin", "Loyd Austin"),
        ("Kishida Fumio", "Fumio Kishida"),
        ("Gregory L. Berry", "Gregory Berry"),
        ("Naledi Pandor", "{name: Grace Pandor, aliases: [Naledi Pandor]}"),
        ("Mateo Kovačevski", "Mateo Kovacevski"),
    ],
)
def test_one_person_in_two_spellings_is_named(one: str, other: str) -> None:
    (found,) = doubts(f"title: T\nofficials:\n- {one}\n- Someone Else\n- {other}\n")
    assert found.startswith("5: officials[2].name: ")
    assert "on line 3" in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rajnath Singh", "Manmohan Singh"),
        ("John A Smith", "John B Smith"),
        ("S Jaishankar (IN)", "Subrahmanyam Jaishankar (US)"),
        ("Gregory Berry, Officer", "Gregory Berry, Ambassador"),
        ("Joan Hill", "John Hill"),
        ("J Hill", "Hill"),
    ],
)
def test_two_people_are_two_people(one: str, other: str) -> None:
    assert doubts(f"title: T\nofficials:\n- {one}\n- {other}\n") == []


def test_an_item_without_source_or_certainty_stands_out_among_those_with_one() -> None:
    text = "title: T\nagenda:\n- {topic: A, sources: [w]}\n- B\n- {topic: C, certainty: likely}\nsources: [w: Wire]\n"
    (found,) = doubts(text)
    assert found.startswith("4: agenda[1]: ")
    assert doubts(text.replace("sources: [w: Wire]", "")) == []
    assert doubts("title: T\nagenda: [A, B]\nsources: [w: Wire]\n") == []


@pytest.mark.parametrize(("as_of", "stale"), [("2023-11-03", False), ("2023-11-02", True), ("2023-11", False)])
def test_facts_grow_stale_after_a_week(as_of: str, stale: bool) -> None:
    found = doubts(f"title: T\ndate: 2023-11-10\nas_of: {as_of}\n")
    assert bool(found) is stale
    assert all(line.startswith("3: as_of: ") for line in found)


@given(
    st.lists(
        st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59), st.booleans()),
        max_size=8,
    )
)
def test_overlaps_do_not_depend_on_the_order_in_the_file(times: list[tuple[int, int, int, int, bool]]) -> None:
    items = [
        f"date: 2023-11-10T{h:02}:{m:02}/{k:02}:{n:02}, event: E{h}, who: [{'a' if one else 'b'}]"
        for h, m, k, n, one in times
    ]
    assert bool(timed(*items)) is bool(timed(*reversed(items)))


def test_times_with_and_without_a_zone_are_not_compared() -> None:
    found = doubts(
        HEAD.replace("timezone: Asia/Kolkata\n", "")
        + "timeline:\n"
        + "  - {date: 2023-11-10T09:30+01:00, event: Call, who: [a]}\n"
        + "  - {date: 2023-11-10T09:45, event: Talks, who: [a]}\n"
        + "  - {date: 2023-11-10T09:50/10:30, event: Lunch, who: [a]}\n"
        + "  - {date: 2023-11-10T10:00/11:00, event: Tea, who: [a]}\n"
    )
    assert [said.partition(": ")[0] for said in found] == ["7"]
