from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest

from briefterm.locales import ENGLISH, Locale
from briefterm.people.declared import NOBODY, People, read_people
from briefterm.people.directory import Directory
from briefterm.people.dossier import Dossier, dossier
from briefterm.people.page import Line
from tests.remembered import catalogue_of, remember

FILES = {
    "talks.yaml": """\
title: Talks
id: talks-2023
date: 2023-11-10
kind: ministerial
marking: TLP:AMBER
officials:
  - {id: singh, name: Rajnath Singh, title: Defence Minister, country: IN, say: RAHJ-naht, last_met: 2023-06-05, bio: B}
  - {id: austin, name: Lloyd Austin, title: Defence Secretary, country: US}
  - {id: blinken, name: Antony Blinken, country: US, side: mentioned}
agenda:
  - {topic: Radar, who: [singh, austin], marking: TLP:RED}
  - {topic: Spares, who: [austin]}
timeline:
  - {date: 2023-11-10, event: Talks in Delhi, who: [austin, singh]}
  - {date: 2024-03, event: Next round, who: [singh]}
""",
    "call.yaml": """\
title: Call
date: 2024-01-20
kind: call
officials:
  - {id: singh, name: Singh Rajnath, title: Defence Minister, country: IN}
  - {id: austin, name: Lloyd Austin, country: US}
  - {id: blinken, name: Antony Blinken, country: US, side: mentioned}
agenda: [Radar again]
""",
    "bio.yaml": """\
title: Rajnath Singh
kind: bio
officials:
  - {id: singh, name: Rajnath Singh, title: Home Minister, country: IN, from: 2014-05-26, to: 2019-05-30}
timeline:
  - 1951-07-10: Born
""",
    "posts.yaml": """\
title: Ministers of defence
kind: position
officials:
  - {id: singh, name: Rajnath Singh, title: Defence Minister, country: IN, from: 2019-05-31}
  - {id: antony, name: A. K. Antony, title: Defence Minister, country: IN, from: 2006, to: 2014}
""",
}


@contextmanager
def of(
    key: str,
    folder: Path,
    day: date = date(2024, 6, 1),
    people: People = NOBODY,
    files: dict[str, str] = FILES,
) -> Iterator[Dossier]:
    with catalogue_of(folder, files) as catalogue:
        directory = Directory.of(catalogue, people)
        person = directory.person(key)
        assert person is not None
        yield dossier(directory, catalogue, person, day)


def places(lines: tuple[Line, ...]) -> list[tuple[str, str, int]]:
    return [(line.path, line.pane, line.index) for line in lines]


def test_every_brief_and_item_the_newest_first(tmp_path: Path) -> None:
    with of("singh", tmp_path) as told:
        assert [(one.entry.path, places(one.items)) for one in told.briefs] == [
            ("call.yaml", [("call.yaml", "agenda", 0)]),
            (
                "talks.yaml",
                [("talks.yaml", pane, index) for pane, index in (("agenda", 0), ("timeline", 0), ("timeline", 1))],
            ),
            ("posts.yaml", []),
            ("bio.yaml", [("bio.yaml", "timeline", 0)]),
        ]
        assert told.briefs[1].entry.id == "talks-2023"
        assert places(tuple(one.line for one in told.briefs)) == [
            ("call.yaml", "officials", 0),
            ("talks.yaml", "officials", 0),
            ("posts.yaml", "officials", 0),
            ("bio.yaml", "officials", 0),
        ]


def test_every_line_carries_a_marking(tmp_path: Path) -> None:
    with of("singh", tmp_path) as told:
        talks = told.briefs[1]
        assert [line.marking for line in (talks.line, *talks.items)] == [
            "TLP:AMBER",
            "TLP:RED",
            "TLP:AMBER",
            "TLP:AMBER",
        ]


def test_titles_over_time_the_latest_first(tmp_path: Path) -> None:
    with of("singh", tmp_path) as told:
        assert [(one.title, one.since, one.to, one.line.path) for one in told.offices] == [
            ("Defence Minister", "31 May 2019", "", "posts.yaml"),
            ("Home Minister", "26 May 2014", "30 May 2019", "bio.yaml"),
        ]
    with of("austin", tmp_path) as told:
        assert [(one.title, one.since, one.seen) for one in told.offices] == [
            ("Defence Secretary", "", ("10 Nov 2023", "10 Nov 2023"))
        ]


def test_to_meet_is_to_share_an_item_or_a_brief_whose_items_name_nobody(tmp_path: Path) -> None:
    with of("singh", tmp_path) as told:
        (austin,) = told.met
        assert (austin.person.name, austin.briefs, austin.items) == ("Lloyd Austin", 2, 3)
        assert (austin.last.path, austin.last.pane, austin.last.index) == ("call.yaml", "officials", 1)
    with of("blinken", tmp_path) as told:
        assert told.met == ()
        assert [one.items for one in told.briefs] == [(), ()]


def test_topics_led_are_those_that_name_them_first(tmp_path: Path) -> None:
    with of("singh", tmp_path) as told:
        assert [line.text for line in told.led] == ["Radar"]
    with of("austin", tmp_path) as told:
        assert [line.text for line in told.led] == ["Spares"]


@pytest.mark.parametrize(
    ("day", "last", "following"),
    [
        (date(2023, 11, 9), None, "Talks in Delhi"),
        (date(2023, 11, 10), None, "Talks in Delhi"),
        (date(2023, 11, 11), "Talks in Delhi", "Defence Minister"),
        (date(2024, 1, 21), "Defence Minister", "Next round"),
        (date(2024, 3, 15), "Defence Minister", None),
        (date(2024, 4, 1), "Next round", None),
    ],
)
def test_last_and_next_as_seen_from_a_day(tmp_path: Path, day: date, last: str | None, following: str | None) -> None:
    """A month that is not over is neither past nor to come; a page of reference is no meeting."""
    with of("singh", tmp_path, day) as told:
        assert (told.last.text if told.last else None, told.next.text if told.next else None) == (last, following)


def test_what_is_said_of_them(tmp_path: Path) -> None:
    with of("singh", tmp_path) as told:
        assert (told.say, told.also, told.bio) == ("RAHJ-naht", ("Singh Rajnath",), "")
        assert told.last_met is not None
        assert (told.last_met.date, told.last_met.path) == ("5 Jun 2023", "talks.yaml")
        assert places(told.bios) == [("talks.yaml", "officials", 0)]
    persons, _ = read_people(b"- {id: singh, say: other, address: Minister, bio: Long, aliases: [Raj]}\n")
    with of("singh", tmp_path, people=People("people.yaml", persons)) as told:
        assert (told.say, told.address, told.bio, told.also) == ("other", "Minister", "Long", ("Raj", "Singh Rajnath"))


PLANS = {
    "plans.yaml": """\
title: Plans
date: 2024-05-01
officials:
  - {id: ann, name: Ann Bell, last_met: 2024-04-01}
  - {id: bob, name: Bob Moss}
timeline:
  - {date: 2024-05-01, event: Talks, who: [ann, bob]}
  - {date: 2024-05-02, event: Lunch, who: [ann, bob], status: cancelled}
  - {date: 2024-05-04, event: Round two, who: [ann, bob], status: cancelled}
  - {date: 2028-03-01, event: Round three, who: [ann, bob], status: planned}
  - {event: Round four, who: [ann, bob], status: planned}
""",
    "off.yaml": """\
title: Off
date: 2024-05-02
status: cancelled
officials: [Ann Bell, Bob Moss]
""",
}


@pytest.mark.parametrize(
    ("day", "met", "last", "following", "last_met"),
    [
        (date(2024, 3, 1), [], None, "Talks", None),
        (date(2024, 5, 1), [(1, "Talks")], None, "Talks", "1 Apr 2024"),
        (date(2024, 5, 3), [(1, "Talks")], "Talks", "Round three", "1 Apr 2024"),
        (date(2028, 3, 2), [(2, "Round three")], "Round three", None, "1 Apr 2024"),
    ],
)
def test_neither_what_is_cancelled_nor_what_is_ahead_is_a_meeting(
    tmp_path: Path, day: date, met: list[tuple[int, str]], last: str | None, following: str | None, last_met: str | None
) -> None:
    with of("ann", tmp_path, day, files=PLANS) as told:
        assert [(one.items, one.last.text) for one in told.met] == met
        assert (told.last.text if told.last else None, told.next.text if told.next else None) == (last, following)
        assert (told.last_met.date if told.last_met else None) == last_met


def test_what_has_no_date_has_that_of_its_brief(tmp_path: Path) -> None:
    files = {
        "a.yaml": "title: A\ndate: 2024-05-01\nofficials: [Ann Bell, Bob Moss]\nagenda: [{topic: T, who: [Ann, Bob]}]\n"
    }
    with catalogue_of(tmp_path, files) as catalogue:
        directory = Directory.of(catalogue)
        told = dossier(directory, catalogue, directory.at(0), date(2024, 6, 1))
        assert [line.date for line in (*told.led, *(one.last for one in told.met))] == ["1 May 2024"] * 2


SPREAD = {
    "days.yaml": """\
title: Days
date: 2026-01-01
officials: [{id: cy, name: Cy Fox}]
agenda: [{topic: Rounds, when: [2026-11-20, 2026-12-20], who: [cy]}]
""",
    "four.yaml": "title: Four weeks\ndate: 2025-11-01/2025-11-28\nofficials: [{name: Cy Fox, title: Envoy}, A B]\n",
    "month.yaml": "title: Month\ndate: 2024-02\nofficials: [{name: Cy Fox, title: Guest}, Ann Bell]\n",
}


@pytest.mark.parametrize(
    ("day", "last", "following"),
    [
        (date(2026, 12, 5), "Rounds", "Rounds"),
        (date(2026, 12, 21), "Rounds", None),
        (date(2026, 11, 20), "Envoy", "Rounds"),
        (date(2025, 11, 15), "Guest", "Envoy"),
        (date(2024, 2, 15), None, "Envoy"),
    ],
)
def test_days_that_are_written_count_each_however_far_apart(
    tmp_path: Path, day: date, last: str | None, following: str | None
) -> None:
    with of("cy", tmp_path, day, files=SPREAD) as told:
        assert (told.last.text if told.last else None, told.next.text if told.next else None) == (last, following)


CLOCK = {
    "day.yaml": """\
title: Day
date: 2024-05-01
timezone: Asia/Kolkata
officials: [{id: ann, name: Ann Bell}]
timeline:
  - {date: 2024-05-01, event: Visit, who: [ann]}
  - {date: 2024-05-01T10:00, event: Call, who: [ann], status: cancelled}
  - {date: 2024-05-01T11:30, event: Talks, who: [ann]}
  - {date: 2024-05-01T18:00/2024-05-01T21:00, event: Dinner, who: [ann]}
"""
}


@pytest.mark.parametrize(
    ("moment", "last", "following"),
    [
        ("2024-05-01T09:00+05:30", None, "Talks"),
        ("2024-05-01T17:00+05:30", None, "Talks"),
        ("2024-05-01T20:00+05:30", "Talks", "Dinner"),
        ("2024-05-01T14:30+00:00", "Talks", "Dinner"),
        ("2024-05-01T21:30+05:30", "Dinner", "Visit"),
        ("2024-05-02T09:00+05:30", "Dinner", None),
    ],
)
def test_last_and_next_go_by_the_clock(tmp_path: Path, moment: str, last: str | None, following: str | None) -> None:
    with catalogue_of(tmp_path, CLOCK) as catalogue:
        directory = Directory.of(catalogue)
        at = datetime.fromisoformat(moment)
        told = dossier(directory, catalogue, directory.at(0), at.date(), at)
        assert (told.last.text if told.last else None, told.next.text if told.next else None) == (last, following)


MEETINGS = {
    "day.yaml": """\
title: Day
date: 2024-05-01
timezone: Asia/Kolkata
officials:
  - {id: ann, name: Ann Bell, last_met: 2024-04-01T09:00}
  - {id: bob, name: Bob Moss}
timeline:
  - {date: 2024-05-01, event: Visit, who: [ann, bob]}
  - {date: 2024-05-01T11:30, event: Talks, who: [ann, bob]}
  - {date: 2024-05-01T18:00/2024-05-01T21:00, event: Dinner, who: [ann, bob]}
  - {date: 2024-05-01T13:00, event: Lunch, who: [ann, bob]}
""",
    "call.yaml": "title: C\ndate: 2024-05-01\nofficials: [{id: ann, name: Ann Bell, last_met: 2024-04-01T16:30}]\n",
    "other.yaml": "title: O\ndate: 2024-05-01\nofficials: [{id: ann, name: Ann Bell, last_met: 2024-04-01}]\n",
}


@pytest.mark.parametrize(
    ("moment", "last"),
    [("2024-05-02T09:00+05:30", "Dinner"), ("2024-05-01T15:00+05:30", "Lunch"), ("2024-05-01T12:00+05:30", "Talks")],
)
def test_of_several_meetings_on_a_day_the_latest_by_the_clock_is_the_last(
    tmp_path: Path, moment: str, last: str
) -> None:
    with catalogue_of(tmp_path, MEETINGS) as catalogue:
        directory = Directory.of(catalogue)
        at = datetime.fromisoformat(moment)
        person = directory.person("ann")
        assert person is not None
        told = dossier(directory, catalogue, person, at.date(), at)
        assert [one.last.text for one in told.met] == [last]
        assert told.last_met is not None
        assert (told.last_met.date, told.last_met.path) == ("1 Apr 2024 16:30", "call.yaml")


ROUNDS = {
    "rounds.yaml": """\
title: Rounds
kind: ministerial
officials:
  - {id: singh, name: Rajnath Singh, country: IN, last_met: [2023-10-02, 2023-12-24]}
  - {id: austin, name: Lloyd Austin, country: US}
timeline:
  - {date: [2023-11-03, 2023-11-10/2023-11-11, 2024-03], event: Rounds, who: [singh, austin]}
"""
}


def test_of_several_dates_the_one_that_is_meant_is_told(tmp_path: Path) -> None:
    with of("singh", tmp_path, date(2023, 11, 20), files=ROUNDS) as told:
        assert told.last is not None
        assert (told.last.meant, told.last.date) == ("10–11 Nov 2023", "3 Nov 2023, 10–11 Nov 2023 and Mar 2024")
        assert told.last.dated(ENGLISH) == "10–11 Nov 2023 (of 3 Nov 2023, 10–11 Nov 2023 and Mar 2024)"
        assert told.next is not None
        assert told.next.meant == "Mar 2024"
        assert told.last_met is not None
        assert (told.last_met.meant, told.last_met.last) == ("2 Oct 2023", date(2023, 10, 2).toordinal())
        (austin,) = told.met
        assert (austin.last.meant, austin.items) == ("10–11 Nov 2023", 1)
        assert Locale("de").date(told.next.meant) == "März 2024"


def test_a_brief_that_has_changed_meanwhile_is_left_out(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        directory = Directory.of(catalogue)
        (tmp_path / "library" / "talks.yaml").write_text("title: Talks\nofficials: [Lloyd Austin (US)]\n")
        (tmp_path / "library" / "bio.yaml").unlink()
        remember(tmp_path / "library", tmp_path / "cache")
        person = directory.person("singh")
        assert person is not None
        told = dossier(directory, catalogue, person, date(2024, 1, 1))
        assert [one.entry.path for one in told.briefs] == ["call.yaml", "posts.yaml"]
