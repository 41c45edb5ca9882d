"""A copy made fresh keeps what lasts and empties what belonged to the last occasion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.comments import remarks
from briefterm.brief.fresh import fresh_copy
from briefterm.brief.model import Brief
from briefterm.brief.reader import read
from briefterm.brief.roundtrip import CannotKeepError
from briefterm.library.library import read_path
from briefterm.paths import shipped_briefs
from tests.support import brief_of

OLD = """\
# For the desk
id: talks-2023
title: Talks  # annual
date: 2023-11-10
as_of: 2023-11-08
status: final
version: "2"
supersedes: talks-draft
marking: TLP:AMBER
officials:
  - name: Rajnath Singh
    last_met: 2022-04
    from: 2019-05
agenda:
  - topic: Radar
    when: 2023-11-10T09:30/10:00
    certainty: likely
    sources: [wire]
    points:
      - Two years of trials  # ask the desk
  - {topic: Parts, when: 2023-11-10, ask: A list}
timeline:
  - 2018: First talks
  - date: 2022-04
    event: Fourth talks
    certainty: stated
    sources: [wire]
  # the day itself
  - 2023-11-10: Fifth talks
  - event: Dinner
    after: Fifth talks
    certainty: likely
  - {date: 2023-12, event: Visit, status: planned}
sources:
  - wire: A wire report
"""
FRESH = """\
# yaml-language-server: $schema=s.json
# A copy of talks-2023, to be filled in where a value is missing.
# For the desk
title: Talks  # annual
date:  # was 2023-11-10
status: draft
marking: TLP:AMBER
officials:
  - name: Rajnath Singh
    last_met:  # was 2022-04
    from: 2019-05
agenda:
  - topic: Radar
    when:  # was 2023-11-10T09:30/10:00
    certainty:  # was likely
    sources:  # was [wire]
    points:
      - Two years of trials  # ask the desk
  - {topic: Parts, when: "", ask: A list}
timeline:
  - 2018: First talks
  - date: 2022-04
    event: Fourth talks
    certainty: stated
    sources: [wire]
  # the day itself
  - date:  # was 2023-11-10
    event: Fifth talks
  - event: Dinner
    after: Fifth talks
    certainty:  # was likely
  - {date: "", event: Visit, status: ""}
sources:
  - wire: A wire report
related: [talks-2023]
"""


def copy(text: str) -> str:
    return fresh_copy(text.encode(), "talks-2023", "s.json")


def test_what_stays_and_what_goes() -> None:
    assert copy(OLD) == FRESH


def test_check_names_each_date_to_be_set() -> None:
    problems = read(copy(OLD).encode(), "new").problems
    assert [(problem.line, problem.column, problem.field) for problem in problems] == [
        (5, 6, "date"),
        (14, 10, "agenda[0].when"),
        (19, 26, "agenda[1].when"),
        (27, 5, "timeline[2].date"),
        (32, 5, "timeline[4].date"),
    ]


@pytest.mark.parametrize("file", sorted(shipped_briefs().glob("*.yaml")), ids=lambda file: file.stem)
def test_the_shipped_briefs_can_be_copied(file: "object") -> None:
    from pathlib import Path

    assert isinstance(file, Path)
    old = read_path(file, file.stem).brief
    assert old is not None
    text = fresh_copy(file.read_bytes(), file.stem, "s.json")
    new = brief_of(text)
    assert new.related == (file.stem, *old.related)
    assert (new.status, new.as_of, new.version, new.supersedes, new.date) == ("draft", None, "", "", None)
    assert [official.name for official in new.officials] == [official.name for official in old.officials]
    assert [item.topic for item in new.agenda] == [item.topic for item in old.agenda]
    assert [event.event for event in new.timeline] == [event.event for event in old.timeline]
    assert not any(item.certainty or item.sources for item in new.agenda)
    assert (new.background, new.sources[0].name) == (old.background, old.sources[0].name)


@pytest.mark.parametrize(
    ("related", "expected"),
    [
        ("related: [a, b]", ("talks-2023", "a", "b")),
        ("related:\n  - a\n  # second\n  - b", ("talks-2023", "a", "b")),
        ("related: a", ("talks-2023", "a")),
        ("related:", ("talks-2023",)),
        ("related: []", ("talks-2023",)),
    ],
)
def test_the_old_brief_is_named_first_among_the_related(related: str, expected: tuple[str, ...]) -> None:
    assert brief_of(copy(f"title: T\n{related}\nkind: visit\n")).related == expected


def test_an_id_that_yaml_would_read_otherwise_is_quoted() -> None:
    text = fresh_copy(b"title: T\n", "a [b], c", "s.json")
    assert brief_of(text).related == ("a [b], c",)


def test_a_timeline_in_the_short_form_of_a_mapping() -> None:
    text = copy("title: T\ndate: 2023-11-10\ntimeline:\n  2018: First\n  2023-11-10: Talks\n")
    assert "  2018: First\n#   2023-11-10: Talks\n" in text
    assert len(brief_of(text).timeline) == 1


@pytest.mark.parametrize(
    "text", ["{title: T, date: 2023}\n", "title: &t T\nsummary: *t\n", "title: T\ntags: [a, # x\n  b]\n", "- a\n"]
)
def test_what_cannot_be_edited_safely_is_refused(text: str) -> None:
    with pytest.raises(CannotKeepError):
        copy(text)


DATES = st.sampled_from(["2018", "2023-11-10", "2023-11-10T09:30/10:00", "[2023-01, 2024]", "../1870", "someday"])
STATUS = st.sampled_from(["", "    status: planned  # x\n", "    status: done\n"])


@st.composite
def briefs(draw: st.DrawFn) -> str:
    timeline = ""
    for _ in range(draw(st.integers(0, 5))):
        date, status = draw(DATES), draw(STATUS)
        long = f"  - event: Something\n    date: {date}\n{status}    sources: [w]\n"
        timeline += draw(st.sampled_from([f"  - {date}: Something\n", long, "  - {event: E, date: 2023-11}\n"]))
    head = draw(
        st.lists(st.sampled_from(["date: 2023-11-10\n", "as_of: 2023\n", "# note\nversion: 1 # one\n"]), unique=True)
    )
    return "title: T\n" + "".join(head) + (f"timeline:\n{timeline}" if timeline else "") + "sources: [w: Wire]\n"


@given(briefs())
def test_no_date_of_the_plan_survives_and_no_history_is_lost(text: str) -> None:
    old, new = brief_of(text), brief_of(copy(text))
    assert new.date is None
    assert [event.event for event in new.timeline] == [event.event for event in old.timeline]
    for before, after in zip(old.timeline, new.timeline, strict=True):
        if _over(old, before.date) and before.status != "planned":
            assert (after.date, after.sources, after.status) == (before.date, before.sources, before.status)
        else:
            assert after.date is None or not (after.status or before.status == "planned")
    kept = {comment.text for comment in remarks(copy(text)).comments}
    assert "# note" not in text or "# note" in kept


def _over(brief: Brief, date: "object") -> bool:
    from briefterm.brief.when import When

    if not isinstance(date, When) or not date.known or brief.date is None:
        return True
    return date.ends < brief.date.begins
