"""A day's programme: days and zones, rooms and people, and what stands against what."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from briefterm.brief.programme import Day, day_of, days_of, engagements, people_of, zone_of
from briefterm.ui.text.day_layout import By, rows_of, scale_of
from tests.support import brief_of
from tests.ui.busy import BUSY, OTHER

VIENNA, LONDON = ZoneInfo("Europe/Vienna"), ZoneInfo("Europe/London")
MOMENT = datetime(2024, 3, 14, 10, 20, tzinfo=LONDON)
BASE = """\
title: T
timezone: Europe/Vienna
place: Vienna
officials: [{id: a, name: Ann Ash}, {id: b, name: Ben Birch}]
"""


def day(*texts: str, on: date = date(2024, 3, 14)) -> Day:
    timed = [one for number, text in enumerate(texts) for one in engagements(brief_of(text), MOMENT, number)]
    return day_of(timed, on, zone_of(brief_of(texts[0]), MOMENT))


def against(found: Day) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    texts = found.engagements
    return {
        texts[at].slot.text: [(clash.other.slot.text, clash.people, clash.room) for clash in clashes]
        for at, clashes in found.clashes.items()
    }


def events(*lines: str) -> str:
    return BASE + "timeline:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def test_a_day_is_in_order_of_time_and_ends_at_midnight_there() -> None:
    found = day(BUSY)
    assert [one.slot.text for one in found.engagements[:3]] == [
        "Arrival at Schwechat",
        "Signing of the guest book",
        "Tête-à-tête",
    ]
    assert len(found.engagements) == 15
    assert (found.begins, found.ends) == (
        datetime(2024, 3, 13, 23, tzinfo=UTC),
        datetime(2024, 3, 14, 23, tzinfo=UTC),
    )
    assert days_of(engagements(brief_of(BUSY), MOMENT), VIENNA) == (date(2024, 3, 14), date(2024, 3, 15))


def test_one_person_in_two_rooms_stands_against_each_other_on_both_sides() -> None:
    found = against(day(BUSY))
    assert found["Call on the Chancellor"] == [("Business round table", ("S Jaishankar", "Mira Sethi"), "")]
    assert found["Business round table"][0][0] == "Call on the Chancellor"
    assert found["Working lunch"] == [("Protocol walk-through", ("Tomas Leitner",), "")]
    assert "Trade and investment" not in found  # a topic within its meeting
    assert len(found) == 6


def test_two_meetings_in_one_room_stand_against_each_other_but_not_in_one_town() -> None:
    room = "place: {venue: Blue Salon}"
    one, two = "date: 2024-03-14T10:00/11:00, event: One", "date: 2024-03-14T10:30/11:30, event: Two"
    assert against(day(events(f"{one}, {room}", f"{two}, {room}"))) == {
        "One": [("Two", (), "Blue Salon")],
        "Two": [("One", (), "Blue Salon")],
    }
    assert against(day(events(f"{one}, place: Vienna", f"{two}, place: Vienna"))) == {}
    assert against(day(events(f"{one}, {room}", f"{two}, {room}, status: cancelled"))) == {}
    assert against(day(events(f"{one}, {room}", f"date: 2024-03-14T11:00/12:00, event: Next, {room}"))) == {}


def test_what_has_no_end_written_stands_against_what_is_under_way_or_begins_elsewhere_then() -> None:
    open_one = "date: 2024-03-14T10:30, event: Open, place: Gate, who: [a]"
    under_way = "date: 2024-03-14T10:00/11:00, event: Talks, place: Hall, who: [a]"
    together = "date: 2024-03-14T10:30, event: Call, place: Tower, who: [a]"
    over = "date: 2024-03-14T09:00/10:30, event: Before, place: Hall, who: [a]"
    assert set(against(day(events(open_one, under_way)))) == {"Open", "Talks"}
    assert set(against(day(events(open_one, together)))) == {"Open", "Call"}
    assert against(day(events(open_one, over))) == {}


def test_two_briefs_that_tell_of_one_meeting_do_not_stand_against_each_other() -> None:
    line = "date: 2024-03-14T10:00/11:00, event: Talks, place: {venue: Hall}, who: [a]"
    other = events("date: 2024-03-14T10:00/11:00, event: The same talks, who: [a]")
    assert against(day(events(line), other)) == {}
    elsewhere = events("date: 2024-03-14T10:00/11:00, event: Elsewhere, place: {venue: Mill}, who: [a]")
    assert set(against(day(events(line), elsewhere))) == {"Talks", "Elsewhere"}


def test_a_person_of_another_brief_is_known_by_name() -> None:
    found = against(day(BUSY, OTHER))
    assert found["Panel on ports"] == [("Business round table", ("Lena Huber",), "")]
    people = people_of([brief_of(BUSY), brief_of(OTHER)])
    assert [person.name for person in people][:2] == ["S Jaishankar", "Alexander Berg"]
    assert [person.name for person in people][-1] == "Omar Haddad"
    assert len(people) == 10


def test_an_item_past_midnight_is_on_both_days() -> None:
    text = events("date: 2024-03-14T23:00/2024-03-15T01:00, event: Night flight")
    timed = engagements(brief_of(text), MOMENT)
    assert days_of(timed, VIENNA) == (date(2024, 3, 14), date(2024, 3, 15))
    assert len(day(text).engagements) == len(day(text, on=date(2024, 3, 15)).engagements) == 1
    until_midnight = events("date: 2024-03-14T23:00/2024-03-15T00:00, event: Evening")
    assert days_of(engagements(brief_of(until_midnight), MOMENT), VIENNA) == (date(2024, 3, 14),)
    assert day(until_midnight, on=date(2024, 3, 15)).engagements == ()


def test_offsets_and_the_change_of_clocks() -> None:
    text = events(
        "date: 2024-03-31T01:30/03:30, event: Through the change",
        "date: '2024-03-31T06:30+05:30', event: A call from Delhi",
    )
    found = day(text, on=date(2024, 3, 31))
    assert found.ends - found.begins == timedelta(hours=23)
    assert [one.slot.text for one in found.engagements] == ["Through the change", "A call from Delhi"]
    first = found.engagements[0]
    assert first.ends is not None
    assert first.ends - first.begins == timedelta(hours=1)


def test_of_a_day_with_more_than_anybody_reads_the_rest_is_counted() -> None:
    found = day(events(*(f"date: 2024-03-14T10:{at % 60:02}, event: Call {at}" for at in range(520))))
    assert (len(found.engagements), found.more) == (500, 20)


def test_the_zone_is_the_briefs_else_that_of_its_first_time_else_the_readers() -> None:
    assert zone_of(brief_of(BUSY), MOMENT) == VIENNA
    assert zone_of(brief_of("title: T\n"), MOMENT) is LONDON
    offset = zone_of(brief_of("title: T\ntimeline: [{date: '2024-03-14T10:00+05:30', event: Call}]\n"), MOMENT)
    assert offset.utcoffset(None) == timedelta(hours=5, minutes=30)


def test_the_last_day_there_is_ends() -> None:
    found = day(events("date: 9999-12-31T23:45, event: Last"), on=date.max)
    assert [one.slot.text for one in found.engagements] == ["Last"]
    scale = scale_of(found, 80)
    assert rows_of(found, By.ROOM, scale)[0].bars[0].right <= 80
