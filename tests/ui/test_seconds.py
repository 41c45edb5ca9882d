import pytest

from briefterm.ui.ink import PLAIN
from briefterm.ui.layout import Block, lay_out
from briefterm.ui.text.marks import unmarked
from briefterm.ui.text.present import present
from briefterm.ui.text.seconds import allotted, asks, centred, fitted, thirty_seconds, two_seconds
from tests.support import brief_of
from tests.ui.day import BERLIN, DAY, at

BRIEF = brief_of(DAY)


def said(blocks: list[Block], width: int = 60) -> list[str]:
    return [line.plain.replace("\N{NO-BREAK SPACE}", " ").rstrip() for line in lay_out(blocks, width)]


def test_two_seconds_say_what_with_whom_when_and_where() -> None:
    told = present(BRIEF, at("2023-11-10T09:40").astimezone(BERLIN))
    assert said(two_seconds(told, PLAIN, unmarked)) == [
        "► NOW · 1 H 20 MIN LEFT",
        "",
        "Shared radar pictures",
        "with   Rajnath Singh",
        "for us Lloyd Austin",
        "",
        "09:30–11:00 (05:00–06:30 at home)",
        "New Delhi",
        "",
        "then in 1 h 20 min  Spare parts for the transport fleet",
    ]


def test_two_seconds_of_what_is_over() -> None:
    told = present(BRIEF, at("2023-11-20T09:40"))
    assert said(two_seconds(told, PLAIN, unmarked)) == ["Nothing of this brief is under way or ahead."]


@pytest.mark.parametrize("width", range(24, 40))
def test_a_name_stays_on_one_line(width: int) -> None:
    people = (
        "[{name: Annalena Baerbock, side: host}, {name: Lloyd Austin, side: host}, {name: S Jaishankar, side: host}]"
    )
    brief = brief_of(
        f"title: T\ndate: 2023-11-10\nofficials: {people}\ntimeline:\n"
        "- {date: 2023-11-10T13:00, event: Lunch, who: [Annalena Baerbock, Lloyd Austin, S Jaishankar]}\n"
    )
    told = present(brief, at("2023-11-10T09:40"))
    lines = said(two_seconds(told, PLAIN, unmarked), width)
    for name in ("Annalena Baerbock", "Lloyd Austin", "S Jaishankar"):
        assert any(name in line for line in lines), lines


SEATED = "".join(f"- {{id: {side}{n}, name: {side} {n}, country: {side}}}\n" for n in range(4) for side in ("US", "IN"))
MEETING = f"""\
title: T
timezone: Asia/Kolkata
principal: US0
officials:
{SEATED}
agenda:
- {{topic: Radar, when: 2023-11-10T10:00/10:30}}
- {{topic: Spares, when: 2023-11-10T10:30/11:00}}
timeline:
- date: 2023-11-10T09:45/12:00
  event: Talks
  place: South Block
  who: [{", ".join(f"{side}{n}" for n in range(4) for side in ("US", "IN"))}]
- {{date: 2023-11-10T13:00, event: Lunch}}
"""
WHOLE = [
    "▻ NEXT · IN 45 MIN",
    "",
    "Talks",
    "topics Radar",
    "       Spares",
    "with   IN 0, IN 1, IN 2, IN 3",
    "for us US 0, US 1, US 2, US 3",
    "",
    "09:45–12:00",
    "South Block",
]


def glance(width: int, height: int) -> list[str]:
    told = present(brief_of(MEETING), at("2023-11-10T09:00"))
    return said(two_seconds(told, PLAIN, unmarked, width, height), width)


def test_two_seconds_name_all_who_are_there_and_the_topics() -> None:
    assert glance(60, 30) == WHOLE


@pytest.mark.parametrize(
    ("height", "lines"),
    [
        (10, WHOLE),
        (8, [line for line in WHOLE if line]),
        (7, [line for line in WHOLE if line and line != WHOLE[6]]),
        (6, [*WHOLE[:1], "Talks", "with IN 0, IN 1, IN 2, IN 3", *WHOLE[-2:]]),
        (4, [*WHOLE[:1], "Talks", *WHOLE[-2:]]),
    ],
)
def test_two_seconds_are_cut_at_the_least_important_end(height: int, lines: list[str]) -> None:
    assert glance(60, height) == lines


def test_a_topic_says_its_meeting_with_the_people_and_place_of_that() -> None:
    told = present(brief_of(MEETING.replace("T09:45/", "T10:00/")), at("2023-11-10T09:00"))
    assert said(two_seconds(told, PLAIN, unmarked)) == [
        "▻ NEXT · IN 1 H",
        "",
        "Radar",
        "at     Talks",
        "with   IN 0, IN 1, IN 2, IN 3",
        "for us US 0, US 1, US 2, US 3",
        "",
        "10:00–10:30",
        "South Block",
    ]


def test_what_begins_together_does_not_follow() -> None:
    plan = "title: T\ntimeline:\n- {date: 2023-11-10T10:00, event: A}\n- {date: 2023-11-10T10:00, event: B}\n"
    told = present(brief_of(plan), at("2023-11-10T09:00"))
    assert said(two_seconds(told, PLAIN, unmarked))[-1] == "also in 1 h  B"


def test_names_that_have_no_room_are_counted() -> None:
    assert "for us US 0, US 1 and 2 more" in glance(28, 9)


@pytest.mark.parametrize("height", range(1, 30))
def test_what_is_first_is_seen_at_any_height(height: int) -> None:
    told = present(BRIEF, at("2023-11-10T09:40").astimezone(BERLIN))
    lines = said(centred(two_seconds(told, PLAIN, unmarked, 38, height), 38, height), 38)
    if height >= 5:
        assert len(lines) <= height
        assert "New Delhi" in lines
    assert "► NOW · 1 H 20 MIN LEFT" in lines[: max(1, height // 2)]


def test_thirty_seconds_are_one_topic_in_the_order_of_the_table() -> None:
    assert said(thirty_seconds(BRIEF, 0, PLAIN, unmarked)) == [
        "▌  IN  Shared radar pictures",
        "       ~ likely · wire · mea",
        "",
        "They ask · India",
        "A liaison officer at the fusion centre",
        "",
        "Points",
        "• The two navies already patrol the same lanes",
        "• A trial in spring ended well",
        "",
        "If raised",
        "• Who pays: each side its own officer",
        "",
        "Avoid",
        "• Any date for a signature",
        "",
        "Opposite",
        "▌  IN  Rajnath Singh  Defence Minister",
        "",
        "For us",
        "▌  US  Lloyd Austin  Defence Secretary",
    ]


def test_a_topic_shows_its_place_and_everyone_it_names() -> None:
    people = "".join(f"- {{name: P{number}, country: IN, side: host}}\n" for number in range(9))
    names = ", ".join(f"P{number}" for number in range(9))
    topic = f"{{topic: A, by: IN, place: Hyderabad House, who: [{names}]}}"
    lines = said(thirty_seconds(brief_of(f"title: T\nofficials:\n{people}agenda:\n- {topic}\n"), 0, PLAIN, unmarked))
    assert lines[:2] == ["▌  IN  A", "       where Hyderabad House"]
    assert lines[-9:] == [f"▌  IN  P{number}" for number in range(9)]


def test_a_topic_without_names_has_the_whole_other_side_opposite() -> None:
    lines = said(thirty_seconds(BRIEF, 1, PLAIN, unmarked))
    assert lines[lines.index("Opposite") + 1 :] == [
        "▌  IN  Rajnath Singh  Defence Minister",
        "▌  IN  S Jaishankar  External Affairs Minister",
    ]


def test_more_than_a_screen_of_people_are_counted() -> None:
    people = "".join(f"- {{name: P{number}, country: IN, side: host}}\n" for number in range(9))
    brief = brief_of(f"title: T\nofficials:\n{people}agenda: [A]\n")
    assert said(thirty_seconds(brief, 0, PLAIN, unmarked))[-2:] == ["▌  IN  P5", "and 3 more"]


def test_whom_a_brief_seats_at_no_table_is_not_shown_there() -> None:
    brief = brief_of("title: T\nofficials: [Ann, Ben]\nagenda: [A, {topic: B, who: [Ben, Cai]}]\n")
    assert said(thirty_seconds(brief, 0, PLAIN, unmarked)) == ["A"]
    assert said(thirty_seconds(brief, 1, PLAIN, unmarked))[2:] == ["Who", "▌      Ben", "▌      Cai"]


@pytest.mark.parametrize(
    ("by", "principal", "label"),
    [
        ("US", "austin", "We ask"),
        ("IN", "austin", "They ask · India"),
        ("visitor", "austin", "We ask"),
        ("both", "austin", "Both ask"),
        ("US", "", "United States asks"),
        ("", "austin", "Ask"),
    ],
)
def test_whose_ask_it_is(by: str, principal: str, label: str) -> None:
    text = DAY.replace("principal: austin\n", f"principal: {principal}\n" if principal else "")
    brief = brief_of(text.replace("    by: IN\n", f"    by: {by}\n" if by else ""))
    assert asks(brief, brief.agenda[0]).replace("\N{NO-BREAK SPACE}", " ") == label


@pytest.mark.parametrize(
    ("index", "time", "line"),
    [
        (0, "09:40", "1 of 3 · now · since 10 min · 1 h 20 min left · 1 h 30 min · 09:30–11:00 · 05:00–06:30 at home"),
        (1, "09:40", "2 of 3 · next · in 1 h 20 min · 30 min · 11:00–11:30 · 06:30–07:00 at home"),
        (1, "08:40", "2 of 3 · in 2 h 20 min · 30 min · 11:00–11:30 · 06:30–07:00 at home"),
        (0, "12:00", "1 of 3 · over · 09:30–11:00 · 05:00–06:30 at home"),
        (2, "12:00", "3 of 3"),
    ],
)
def test_the_time_a_topic_has(index: int, time: str, line: str) -> None:
    moment = at(f"2023-11-10T{time}").astimezone(BERLIN)
    assert allotted(BRIEF, index, moment).replace("\N{NO-BREAK SPACE}", " ") == line


@pytest.mark.parametrize(
    ("room", "line"),
    [
        (80, "1 of 3 · next · in 30 min · 1 h 30 min · 09:30–11:00 · 05:00–06:30 at home"),
        (70, "1 of 3 · next · in 30 min · 09:30–11:00 · 05:00–06:30 at home"),
        (55, "1 of 3 · in 30 min · 09:30–11:00 · 05:00–06:30 at home"),
        (46, "in 30 min · 09:30–11:00 · 05:00–06:30 at home"),
        (34, "in 30 min · 09:30 · 05:00 at home"),
        (22, "09:30 · 05:00 at home"),
        (9, "09:30 · 05:00 at home"),
    ],
)
def test_in_little_room_the_times_stay_longest(room: int, line: str) -> None:
    told = allotted(BRIEF, 0, at("2023-11-10T09:00").astimezone(BERLIN), room=room)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == line


def test_in_the_least_room_what_is_under_way_has_the_time_left() -> None:
    assert allotted(BRIEF, 0, at("2023-11-10T09:40").astimezone(BERLIN), room=20) == "1 h 20 min left"


@pytest.mark.parametrize(
    ("when", "line"),
    [
        ("2023-11-09", "1 of 1 · over · 9 Nov 2023"),
        ("2023-11-10", "1 of 1 · today · 10 Nov 2023"),
        ("2023-11-13", "1 of 1 · next · in 3 days · 13 Nov 2023"),
        ("2023-11", "1 of 1 · Nov 2023"),
        ("../2023", "1 of 1 · until 2023"),
    ],
)
def test_the_time_of_a_topic_without_clock_times(when: str, line: str) -> None:
    brief = brief_of(f"title: T\nagenda:\n- {{topic: A, when: {when}}}\n")
    assert allotted(brief, 0, at("2023-11-10T09:00")).replace("\N{NO-BREAK SPACE}", " ") == line


def test_where_there_is_little_room_the_empty_lines_go() -> None:
    blocks = thirty_seconds(BRIEF, 0, PLAIN, unmarked)
    assert len(said(fitted(blocks, 60, 21))) == 21
    assert "" not in said(fitted(blocks, 60, 20))
