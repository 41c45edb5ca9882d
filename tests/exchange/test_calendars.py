"""Calendars out and in, against the icalendar library and the standard; recurrences against dateutil."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Alarm, Calendar, Event, Todo, vCalAddress

from briefterm.brief.model import Brief
from briefterm.brief.reader import read_values
from briefterm.brief.safe import safe_line
from briefterm.brief.when import When
from briefterm.exchange.draft import Draft, UnreadError
from briefterm.exchange.readers import ics as reader
from briefterm.exchange.readers.recurrence import MOST_DAYS, recurrence
from briefterm.exchange.writers import ics
from tests.brief.briefs import briefs, texts
from tests.exchange.hostile import ATTACK, hostile
from tests.support import brief_of, sound

STAMP = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
VISIT = """\
id: 2023/visit
title: Visit
date: 2023-11-08/2023-11-10
timezone: Asia/Kolkata
marking: TLP:AMBER
as_of: 2023-11-07
version: "3"
tags: [a, b]
agenda:
  - {topic: Radar, when: 2023-11-08T09:30/11:00, place: Hall 2, certainty: likely}
  - {topic: Not dated}
timeline:
  - 1957: First visit
  - {id: dinner, date: 2023-11-08T18:00, event: State dinner}
  - {date: 2023-11-09T10:00+09:00, event: Call, status: cancelled}
  - {date: 2023-11~, event: Vague}
  - {date: 2023-11-09/.., event: Open}
  - {date: [2023-11-09, 2023-11-10], event: Twice}
officials: [Ann Lee]
sources: [A wire]
"""


def events_of(brief: Brief) -> list[Any]:
    calendar: Any = Calendar.from_ical(ics.write(brief, STAMP).data)
    assert not [event.errors for event in calendar.events if event.errors]
    return list(calendar.events)


def made_of(draft: Draft) -> Brief:
    brief = read_values(draft.values, "made").brief
    assert brief is not None
    return brief


def test_what_has_a_day_becomes_an_event() -> None:
    events = {str(event["SUMMARY"]): event for event in events_of(sound(VISIT))}
    assert set(events) == {"Visit", "Radar", "State dinner", "Call", "Twice"}
    kolkata = ZoneInfo("Asia/Kolkata")
    assert (events["Visit"]["DTSTART"].dt, events["Visit"]["DTEND"].dt) == (date(2023, 11, 8), date(2023, 11, 11))
    assert events["Radar"]["DTSTART"].dt == datetime(2023, 11, 8, 9, 30, tzinfo=kolkata)
    assert events["Radar"]["DTSTART"].params["TZID"] == "Asia/Kolkata"
    assert events["Radar"]["DTEND"].dt == datetime(2023, 11, 8, 11, 0, tzinfo=kolkata)
    assert "DTEND" not in events["State dinner"]
    assert events["Call"]["DTSTART"].dt == datetime(2023, 11, 9, 1, 0, tzinfo=UTC)
    assert [str(events[name]["STATUS"]) for name in ("Radar", "Call", "Visit")] == [
        "TENTATIVE",
        "CANCELLED",
        "CONFIRMED",
    ]


@pytest.mark.parametrize(
    ("status", "said"), [("draft", "TENTATIVE"), ("cancelled", "CANCELLED"), ("final", "CONFIRMED")]
)
def test_what_a_brief_is_holds_for_its_topics_too(status: str, said: str) -> None:
    written = VISIT.replace("certainty: likely", "certainty: stated") + f"status: {status}\n"
    events = {str(event["SUMMARY"]): str(event["STATUS"]) for event in events_of(sound(written))}
    assert [events["Visit"], events["Radar"]] == [said, said]
    assert events["Call"] == "CANCELLED"


def test_what_a_draft_plans_is_not_sure_and_what_it_tells_of_the_past_is() -> None:
    planned = "  - {date: 2023-11-10, event: Farewell, status: planned}\n"
    done = "  - {date: 2023-01-10, event: Before, status: done}\n"
    written = VISIT.replace("officials:", f"{planned}{done}status: draft\nofficials:")
    events = {str(event["SUMMARY"]): str(event["STATUS"]) for event in events_of(sound(written))}
    assert (events["Farewell"], events["Before"], events["State dinner"]) == ("TENTATIVE", "CONFIRMED", "CONFIRMED")


def test_what_is_too_vague_is_counted_and_told() -> None:
    written = ics.write(sound(VISIT), STAMP)
    assert written.left_out == ("3 dates too vague for a calendar", "1 item without a date", "officials")


def test_a_brief_without_a_day_has_no_calendar() -> None:
    assert ics.write(brief_of("title: T\ntimeline: [2018: A]\n"), STAMP).data == b""


def test_ids_of_events_stay_when_what_they_say_changes() -> None:
    before = {str(event["SUMMARY"]): str(event["UID"]) for event in events_of(sound(VISIT))}
    after = {
        str(event["SUMMARY"]): str(event["UID"])
        for event in events_of(
            sound(VISIT.replace("event: State dinner", "event: State banquet").replace("T18", "T19"))
        )
    }
    assert len(set(before.values())) == len(before)
    assert after["State banquet"] == before["State dinner"]
    assert after["Radar"] == before["Radar"]
    other = {str(event["UID"]) for event in events_of(sound(VISIT.replace("2023/visit", "2024/visit")))}
    assert other.isdisjoint(before.values())


def test_two_events_of_a_set_have_ids_of_their_own() -> None:
    twice = [str(event["UID"]) for event in events_of(sound(VISIT)) if event["SUMMARY"] == "Twice"]
    assert len(set(twice)) == 2


def test_the_rules_of_every_zone_are_in_the_file() -> None:
    calendar: Any = Calendar.from_ical(ics.write(sound(VISIT), STAMP).data)
    assert [zone.tz_name for zone in calendar.timezones] == ["Asia/Kolkata"]
    assert not calendar.get_missing_tzids()


def test_every_event_carries_marking_edition_and_sources() -> None:
    for event in events_of(sound(VISIT)):
        lines = str(event["DESCRIPTION"]).splitlines()
        assert lines[0] == "TLP:AMBER, as of 7 Nov 2023, version 3, 1 source"
        assert lines[-1] == "TLP:AMBER"
        assert "Sources: [1] A wire" in lines
        assert str(event["CLASS"]) == "CONFIDENTIAL"


def test_hostile_text_stays_in_its_property() -> None:
    data = ics.write(hostile(), STAMP).data
    calendar: Any = Calendar.from_ical(data)
    assert {event["SUMMARY"] for event in calendar.events} >= {ATTACK}
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert {name for event in calendar.events for name in event} <= {
        "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "CATEGORIES", "CLASS", "DESCRIPTION", "LOCATION", "STATUS",
        "TRANSP",
    }  # fmt: skip


@st.composite
def days_and_times(draw: st.DrawFn) -> str:
    """A date that a calendar can hold, written the one way we write it."""
    day = draw(st.dates(date(1975, 1, 1), date(2035, 12, 31)))
    kind = draw(st.sampled_from(["day", "days", "time", "hours", "over midnight", "utc"]))
    clock = draw(st.times()).strftime("%H:%M")
    later = (day + timedelta(days=draw(st.integers(1, 20)))).isoformat()
    return {
        "day": f"{day}",
        "days": f"{day}/{later}",
        "time": f"{day}T{clock}",
        "hours": f"{day}T00:10/{max(clock, '00:11')}",
        "over midnight": f"{day}T{clock}/{later}T{clock}",
        "utc": f"{day}T{clock}+09:00",
    }[kind]


@given(
    st.lists(st.tuples(days_and_times(), texts), min_size=1, max_size=5),
    st.sampled_from(["", "Asia/Kolkata", "Europe/Berlin"]),
)
def test_a_calendar_comes_back_with_every_date_and_text(entries: list[tuple[str, str]], zone: str) -> None:
    timeline = [{"date": when, "event": said} for when, said in entries if safe_line(said)]
    brief = read_values({"title": "T", "timezone": zone, "timeline": timeline}, "x").brief
    assert brief is not None
    again = made_of(reader.read(ics.write(brief, STAMP).data, "made")[0]) if timeline else brief

    def known(found: Brief) -> list[tuple[str, object]]:
        return sorted((event.event, _meant(event.date)) for event in found.timeline)

    assert known(again) == known(brief)


def _meant(when: When | None) -> object:
    assert when is not None
    instants = when.instants() if when.timed else None
    return str(instants) if instants else str((when.begins, when.ends))


@given(briefs())
def test_the_calendar_of_any_brief_can_be_read(brief: Brief) -> None:
    written = ics.write(brief, STAMP).data
    if written:
        assert not [event.errors for event in Calendar.from_ical(written).events if event.errors]
        assert made_of(reader.read(written, "made")[0]).timeline


def calendar_of(*events: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//test//EN")
    calendar.add("version", "2.0")
    for number, event in enumerate(events):
        if "UID" not in event:
            event.add("uid", f"{number}@test")
        event.add("dtstamp", STAMP)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def event_of(summary: str, begins: date, ends: date | None = None, **more: object) -> Event:
    event = Event()
    event.add("summary", summary)
    event.add("dtstart", begins)
    if ends is not None:
        event.add("dtend", ends)
    for name, value in more.items():
        event.add(name.replace("_", "-"), value)
    return event


BERLIN = ZoneInfo("Europe/Berlin")


def times(brief: Brief) -> list[tuple[str, str]]:
    return [(event.date.written if event.date else "", event.event) for event in brief.timeline]


def test_days_times_zones_and_durations_are_read() -> None:
    data = calendar_of(
        event_of("Days", date(2024, 1, 5), date(2024, 1, 8)),
        event_of("A day", date(2024, 1, 9), date(2024, 1, 10)),
        event_of("No end", date(2024, 1, 11)),
        event_of("Meeting", datetime(2024, 3, 30, 9, 0, tzinfo=BERLIN), datetime(2024, 3, 30, 10, 30, tzinfo=BERLIN)),
        event_of("After the change", datetime(2024, 3, 31, 9, 0, tzinfo=BERLIN), duration=timedelta(hours=1)),
        event_of(
            "Over midnight", datetime(2024, 4, 1, 23, 0, tzinfo=BERLIN), datetime(2024, 4, 2, 1, 0, tzinfo=BERLIN)
        ),
        event_of("Elsewhere", datetime(2024, 4, 3, 9, 0, tzinfo=ZoneInfo("Asia/Kolkata"))),
        event_of("In UTC", datetime(2024, 4, 4, 7, 0, tzinfo=UTC)),
        event_of("Floating", datetime(2024, 4, 5, 9, 0)),
    )
    (draft,) = reader.read(data, "name")
    brief = made_of(draft)
    assert (brief.title, brief.timezone, draft.lost) == ("name", "Europe/Berlin", ())
    assert times(brief) == [
        ("2024-01-05/2024-01-07", "Days"),
        ("2024-01-09", "A day"),
        ("2024-01-11", "No end"),
        ("2024-03-30T09:00/10:30", "Meeting"),
        ("2024-03-31T09:00/10:00", "After the change"),
        ("2024-04-01T23:00/2024-04-02T01:00", "Over midnight"),
        ("2024-04-03T09:00+05:30", "Elsewhere"),
        ("2024-04-04T09:00", "In UTC"),
        ("2024-04-05T09:00", "Floating"),
    ]


def test_recurring_events_are_written_out_with_their_exceptions() -> None:
    begins = datetime(2024, 3, 18, 10, 0, tzinfo=BERLIN)
    weekly = event_of(
        "Weekly",
        begins,
        begins + timedelta(hours=1),
        uid="w",
        rrule={"FREQ": "WEEKLY", "COUNT": 4},
        exdate=begins + timedelta(days=7),
    )
    moved = event_of(
        "Moved",
        datetime(2024, 4, 2, 11, 0, tzinfo=BERLIN),
        uid="w",
        recurrence_id=datetime(2024, 4, 1, 10, 0, tzinfo=BERLIN),
    )
    brief = made_of(reader.read(calendar_of(weekly, moved), "name")[0])
    assert times(brief) == [
        ("2024-03-18T10:00/11:00", "Weekly"),
        ("2024-04-02T11:00", "Moved"),
        ("2024-04-08T10:00/11:00", "Weekly"),
    ]


@pytest.mark.parametrize(
    ("rule", "days", "said"),
    [
        ({"FREQ": "DAILY"}, MOST_DAYS, "1 recurring event with more days than are listed"),
        ({"FREQ": "SECONDLY"}, 1, "1 event recurring by a rule we do not follow (the first day is kept)"),
        ({"FREQ": "DAILY", "BYMONTH": 2, "BYMONTHDAY": 30}, 1, "1 recurring event with more days than are listed"),
        ({"FREQ": "YEARLY", "BYWEEKNO": 20}, 1, "1 event recurring by a rule we do not follow (the first day is kept)"),
    ],
)
def test_rules_without_an_end_or_beyond_us_are_told(rule: dict[str, object], days: int, said: str) -> None:
    (draft,) = reader.read(calendar_of(event_of("E", date(2024, 1, 1), rrule=rule)), "name")
    assert len(draft.values["timeline"]) == days
    assert draft.lost == (said,)


_WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True)


@st.composite
def rules(draw: st.DrawFn) -> dict[str, list[object]]:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    rule: dict[str, list[object]] = {"FREQ": [frequency], "COUNT": [draw(st.integers(1, 12))]}
    rule["INTERVAL"] = [draw(st.integers(1, 3))]
    if frequency != "YEARLY":
        rule["WKST"] = [draw(st.sampled_from(["MO", "SU"]))]
    kind = draw(st.sampled_from(["", "weekdays", "nth", "month days", "year days", "months"]))
    if kind == "weekdays":
        rule["BYDAY"] = list(draw(_WEEKDAYS))
    if kind == "nth" and frequency in ("MONTHLY", "YEARLY"):
        rule["BYDAY"] = [f"{draw(st.sampled_from([1, 2, -1, 5]))}{day}" for day in draw(_WEEKDAYS)]
    if kind == "month days" and frequency != "WEEKLY":
        rule["BYMONTHDAY"] = list(draw(st.lists(st.sampled_from([1, 13, 31, -1]), min_size=1, max_size=2, unique=True)))
    if kind == "year days" and frequency == "YEARLY":
        rule["BYYEARDAY"] = list(
            draw(st.lists(st.sampled_from([1, 100, 366, -1]), min_size=1, max_size=2, unique=True))
        )
    if kind == "months":
        rule["BYMONTH"] = list(draw(st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True)))
    if kind in ("weekdays", "month days") and frequency == "MONTHLY" and draw(st.booleans()):
        rule["BYSETPOS"] = [draw(st.sampled_from([1, -1, 2]))]
    return rule


@given(rules(), st.dates(date(1990, 1, 1), date(2050, 12, 31)))
def test_recurrences_are_those_of_dateutil(rule: dict[str, list[object]], first: date) -> None:
    text = ";".join(f"{name}={','.join(map(str, values))}" for name, values in rule.items())
    expected = [moment.date() for moment in rrulestr(text, dtstart=datetime.combine(first, datetime.min.time()))]
    found = recurrence(rule, first)
    assert found is not None
    horizon = first + timedelta(days=366 * 5)
    assert list(found.days) == [day for day in expected if day <= horizon]
    assert found.cut or expected == list(found.days)


def test_attendees_become_officials() -> None:
    event = event_of("Meeting", date(2024, 1, 1))
    for mail, params in (
        ("ann@example.org", {"CN": "Ann Lee", "ROLE": "CHAIR"}),
        ("bo@example.org", {"CN": "Bø Ek"}),
        ("room@example.org", {"CUTYPE": "ROOM"}),
        ("no@example.org", {"PARTSTAT": "DECLINED"}),
    ):
        address = vCalAddress(f"mailto:{mail}")
        for name, value in params.items():
            address.params[name] = value
        event.add("attendee", address)
    event.add("organizer", vCalAddress("mailto:ann@example.org"))
    (draft,) = reader.read(calendar_of(event), "name")
    brief = made_of(draft)
    assert [(person.name, person.id, person.role) for person in brief.officials] == [
        ("ann@example.org", "ann-example-org", "organiser"),
        ("Bø Ek", "bo-ek", ""),
    ]
    assert [reference.index for reference in brief.timeline[0].who] == [0, 1]
    assert draft.lost == ("1 room or resource", "1 attendee who declined")


def test_what_a_brief_cannot_hold_is_told() -> None:
    event = event_of("E", date(2024, 1, 1), geo=(1.0, 2.0))
    event.add_component(Alarm())
    calendar: Any = Calendar.from_ical(calendar_of(event))
    calendar.add_component(Todo())
    (draft,) = reader.read(calendar.to_ical(), "name")
    assert draft.lost == ("1 alarm", "1 to-do", "1 GEO line")


def test_a_description_is_plain_text() -> None:
    event = event_of("E", date(2024, 1, 1), description="*Not* bold\n# no heading\n<b>x</b>")
    note = made_of(reader.read(calendar_of(event), "name")[0]).timeline[0].note
    from briefterm.exchange.writers.text import plain_prose

    assert plain_prose(note) == "*Not* bold\n# no heading\n<b>x</b>"


@pytest.mark.parametrize(
    "data", [b"", b"BEGIN:VCALENDAR", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", b"\xff\xfe\xfa", b"x" * 9_000_000]
)
def test_what_is_no_calendar_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(UnreadError) as caught:
        reader.read(data, "name")
    assert str(caught.value)


_LINES = st.lists(
    st.one_of(
        st.sampled_from([
            "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "DTSTART:20240101",
            "DTSTART;TZID=X:20240101T000000",
            "DTSTART:00010101T000000Z", "DTSTART;VALUE=DATE:99991231", "DTEND:20230101", "DURATION:-P1D",
            "DURATION:P99999999D",
            "RRULE:FREQ=DAILY;COUNT=-1", "RRULE:FREQ=MONTHLY;BYDAY=99XX;UNTIL=x", "RRULE:FREQ=YEARLY;INTERVAL=0",
            "RDATE;VALUE=PERIOD:20240101T000000Z/PT1H", "EXDATE:20240101", "RECURRENCE-ID:20240101", "ATTENDEE:x",
            "ATTENDEE;CN=:mailto:", "ORGANIZER;CN=\"a\":b", "SUMMARY:\x1b[31m", "CATEGORIES:a,,b", "URL:javascript:x",
            "SUMMARY;X=\"y:z", "DESCRIPTION:a\\nb", "X-WR-TIMEZONE:Mars/Base", "UID:1", "STATUS:TENTATIVE", "DTSTART:x",
        ]),
        st.text(max_size=20),
    ),
    max_size=14,
)  # fmt: skip


@given(_LINES)
def test_nothing_in_a_calendar_raises(lines: list[str]) -> None:
    data = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])
    try:
        drafts = reader.read(data.encode("utf-8", "surrogatepass"), "name")
    except UnreadError:
        return
    for draft in drafts:
        assert made_of(draft).title
