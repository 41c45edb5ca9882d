from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.now import Now, Slot, clock, duration, now_in, time_until, topic_at
from tests.support import brief_of

DELHI, BERLIN, NEW_YORK = ZoneInfo("Asia/Kolkata"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
DAY = """\
title: A day in Delhi
timezone: Asia/Kolkata
agenda:
- topic: Radar
  when: 2023-11-10T09:30/11:00
- topic: Spares
  when: 2023-11-10T11:00
- topic: Follow-up
  when: 2023-11-11
timeline:
- 2023-11-10: The dialogue
- 2023-11: Season of talks
- 2023-11-10T13:00/14:00: Lunch
- {date: 2023-11-10T10:00/10:30, event: Called off, status: cancelled}
- {date: 2023-11-12T09:00Z, event: Flight}
"""


def at(text: str, zone: ZoneInfo | timezone = DELHI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def texts(slots: tuple[Slot, ...]) -> list[str]:
    return [slot.text for slot in slots]


def state(text: str, moment: datetime) -> Now:
    return now_in(brief_of(text), moment)


@pytest.mark.parametrize(
    ("time", "current", "following", "told"),
    [
        ("2023-11-10T08:00", [], ["Radar"], "in 1 h 30 min"),
        ("2023-11-10T09:29:30", [], ["Radar"], "in 1 min"),
        ("2023-11-10T09:30", ["Radar"], ["Spares"], "in 1 h 30 min"),
        ("2023-11-10T10:59:59", ["Radar"], ["Spares"], "in 1 min"),
        ("2023-11-10T11:00", ["Spares"], ["Lunch"], "in 2 h"),
        ("2023-11-10T13:30", ["Lunch"], ["Follow-up"], "tomorrow"),
        ("2023-11-10T14:00", [], ["Follow-up"], "tomorrow"),
        ("2023-11-11T12:00", [], ["Flight"], "tomorrow"),
        ("2023-11-11T20:00", [], ["Flight"], "in 18 h 30 min"),
        ("2023-11-08T12:00", [], ["Radar"], "in 2 days"),
        ("2023-11-13T12:00", [], [], ""),
    ],
)
def test_a_day_as_it_goes_by(time: str, current: list[str], following: list[str], told: str) -> None:
    moment = at(time)
    now = state(DAY, moment)
    assert texts(now.current) == current
    assert texts(now.next) == following
    if following:
        assert time_until(now.next[0], moment) == told


def test_a_date_without_a_clock_time_is_today_and_no_more() -> None:
    now = state(DAY, at("2023-11-10T08:00"))
    assert texts(now.today) == ["The dialogue"]
    assert texts(now.some_time) == ["Season of talks"]
    (today,) = now.today
    assert (today.minutes_until(now.moment), today.minutes_left(now.moment), today.begins) == (None, None, None)
    assert time_until(today, now.moment) == "today"
    assert time_until(now.some_time[0], now.moment) == "Nov 2023"


def test_where_to_open_the_brief() -> None:
    for time, text in (
        ("10T10:00", "Radar"),
        ("10T08:00", "Radar"),
        ("10T15:00", "The dialogue"),
        ("11T08:00", "Follow-up"),
    ):
        here = state(DAY, at(f"2023-11-{time}")).here
        assert here is not None
        assert here.text == text
    assert state(DAY, at("2023-11-09T08:00")).here is None


@pytest.mark.parametrize(
    ("time", "topic"),
    [
        ("2023-11-08T12:00", 0),
        ("2023-11-10T08:00", 0),
        ("2023-11-10T10:00", 0),
        ("2023-11-10T11:30", 1),
        ("2023-11-10T13:30", 2),
        ("2023-11-11T12:00", 2),
        ("2023-11-13T12:00", None),
    ],
)
def test_the_topic_that_is_now_or_next(time: str, topic: int | None) -> None:
    assert topic_at(brief_of(DAY), at(time)) == topic


def test_an_event_that_comes_first_hides_no_topic() -> None:
    text = (
        "title: T\ntimezone: Asia/Kolkata\nagenda:\n- {topic: Over, when: 2023-11-10T09:00/10:00}\n"
        "- {topic: Later, when: 2023-11-10T15:00}\ntimeline:\n- 2023-11-10T12:00: Car\n"
    )
    assert topic_at(brief_of(text), at("2023-11-10T11:00")) == 1


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2023-11-11", "tomorrow"),
        ("2024-02-17", "in 99 days"),
        ("2024-02-18", "in 3 months"),
        ("2025-11-09", "in 23 months"),
        ("2025-11-10", "in 2 years"),
        ("2073-11-09", "in 49 years"),
    ],
)
def test_what_is_far_off_is_told_in_months_and_years(day: str, told: str) -> None:
    moment = at("2023-11-10T12:00")
    (slot,) = state(f"title: T\ntimezone: Asia/Kolkata\ntimeline:\n- {day}: Talks\n", moment).next
    assert time_until(slot, moment) == told


def test_local_time_and_the_same_at_home() -> None:
    moment = at("2023-11-09T22:00", NEW_YORK)
    (radar,) = state(DAY, moment).next
    assert radar.begins is not None
    assert radar.begins.tzinfo is not None
    assert (radar.minutes_until(moment), radar.minutes_left(moment)) == (60, 150)
    assert clock(radar.begins, radar.zone, radar.first) == "09:30"
    assert clock(radar.begins, NEW_YORK, moment.date()) == "23:00"
    assert clock(radar.begins, NEW_YORK, radar.first) == "23:00 Thu 9 Nov"
    assert radar.zoned


def test_the_day_is_that_of_the_place() -> None:
    """It is the 9th in New York and the 10th in Delhi."""
    assert texts(state(DAY, at("2023-11-09T22:00", NEW_YORK)).today) == ["The dialogue"]


def test_a_brief_without_a_zone_is_read_on_the_readers_clock() -> None:
    text = "title: T\nagenda:\n- topic: A\n  when: 2023-11-10T09:30\n"
    moment = at("2023-11-10T09:00", BERLIN)
    (slot,) = state(text, moment).next
    assert (slot.zoned, slot.minutes_until(moment)) == (False, 30)


def test_an_offset_comes_before_the_zone() -> None:
    text = "title: T\ntimezone: Asia/Kolkata\ntimeline:\n- 2023-11-10T09:30+01:00/11:00: A\n"
    (slot,) = state(text, at("2023-11-10T08:00", UTC)).next
    assert slot.begins == at("2023-11-10T08:30", UTC)
    assert slot.ends == at("2023-11-10T10:00", UTC)


@pytest.mark.parametrize("when", ["2023-11-10T09:30~", "2023-11-10T09:30?", "~2023-11-10"])
def test_what_is_not_sure_is_not_told_by_the_minute(when: str) -> None:
    now = state(f"title: T\ntimezone: Asia/Kolkata\ntimeline:\n- {when}: A\n", at("2023-11-10T09:00"))
    assert (texts(now.next), texts(now.today)) == ([], ["A"])
    assert time_until(now.today[0], now.moment) == "today"


@pytest.mark.parametrize("when", ["../2023-12", "2023/..", "soon"])
def test_open_and_unreadable_dates_are_neither_now_nor_next(when: str) -> None:
    now = state(f"title: T\ntimeline:\n- {when}: A\n", at("2023-11-10T09:00"))
    assert (now.current, now.next, now.today, now.some_time) == ((), (), (), ())


def test_what_begins_together_is_next_together() -> None:
    text = "title: T\nagenda:\n- {topic: A, when: 2023-11-10T09:30}\n- {topic: B, when: 2023-11-10T09:30}\n"
    assert texts(state(text, at("2023-11-10T09:00")).next) == ["A", "B"]


def test_the_last_begun_of_what_is_under_way_comes_first() -> None:
    text = "title: T\ntimeline:\n- 2023-11-10T09:00/18:00: Conference\n- 2023-11-10T10:00/11:00: Session\n"
    assert texts(state(text, at("2023-11-10T10:30")).current) == ["Session", "Conference"]


@pytest.mark.parametrize(
    ("moment", "minutes"),
    [
        ("2023-03-26T00:30+01:00", 90),  # 01:30 winter time to 03:30 summer time: an hour is skipped
        ("2023-03-26T01:30+01:00", 30),
        ("2023-03-26T03:00+02:00", -0),
    ],
)
def test_an_hour_that_is_skipped(moment: str, minutes: int) -> None:
    """03:00 on the morning of the change comes an hour earlier than the clock seems to say."""
    text = "title: T\ntimezone: Europe/Berlin\nagenda:\n- topic: A\n  when: 2023-03-26T03:00\n"
    now = state(text, datetime.fromisoformat(moment))
    (slot,) = now.next or now.current
    assert slot.minutes_until(now.moment) == minutes


def test_a_time_that_is_skipped_is_moved_by_as_much_as_the_clocks() -> None:
    text = "title: T\ntimezone: Europe/Berlin\nagenda:\n- topic: A\n  when: 2023-03-26T02:30\n"
    moment = datetime(2023, 3, 26, 0, 30, tzinfo=UTC)
    (slot,) = state(text, moment).next
    assert slot.begins is not None
    assert (slot.minutes_until(moment), clock(slot.begins, BERLIN, slot.first)) == (60, "03:30")


def test_a_time_that_comes_twice_is_the_first() -> None:
    text = "title: T\ntimezone: Europe/Berlin\nagenda:\n- topic: A\n  when: 2023-10-29T02:30/03:30\n"
    moment = datetime(2023, 10, 29, 0, 0, tzinfo=UTC)
    (slot,) = state(text, moment).next
    assert (slot.minutes_until(moment), slot.minutes_left(moment)) == (30, 150)


def test_the_days_until_are_those_of_the_calendar_across_a_change() -> None:
    text = "title: T\ntimezone: America/New_York\nagenda:\n- topic: A\n  when: 2023-11-06T01:00\n"
    moment = at("2023-11-05T00:30", NEW_YORK)
    (slot,) = state(text, moment).next
    assert (slot.minutes_until(moment), time_until(slot, moment)) == (25 * 60 + 30, "tomorrow")


def test_home_and_place_change_clocks_on_different_days() -> None:
    text = "title: T\ntimezone: Europe/Berlin\nagenda:\n- topic: A\n  when: 2023-10-30T15:00\n"
    moment = at("2023-10-30T08:00", NEW_YORK)
    (slot,) = state(text, moment).next
    assert slot.begins is not None
    assert clock(slot.begins, NEW_YORK, moment.date()) == "10:00"
    assert slot.minutes_until(moment) == 120


@pytest.mark.parametrize(("minutes", "shown"), [(0, "0 min"), (59, "59 min"), (60, "1 h"), (185, "3 h 05 min")])
def test_durations_in_words(minutes: int, shown: str) -> None:
    assert duration(minutes) == shown


def test_the_end_of_time_is_no_error() -> None:
    agenda = "agenda:\n- {topic: A, when: 9999-12-31T23:30}\n- {topic: B, when: 0001-01-01T00:10}\n"
    text = f"title: T\ntimezone: America/New_York\n{agenda}"
    assert texts(state(text, at("2023-11-10T09:00")).next) == ["A"]


@given(
    st.datetimes(datetime(2023, 3, 10), datetime(2023, 4, 4)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]),
    st.integers(1, 3000),
    st.sampled_from([UTC, DELHI, NEW_YORK]),
)
def test_the_minutes_until_are_those_that_pass(
    begins: datetime, zone: str, minutes: int, home: ZoneInfo | timezone
) -> None:
    instant = begins.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    moment = (instant - timedelta(minutes=minutes)).astimezone(home)
    text = f"title: T\ntimezone: {zone}\nagenda:\n- topic: A\n  when: {begins:%Y-%m-%dT%H:%M}\n"
    (slot,) = state(text, moment).next
    assert slot.minutes_until(moment) == minutes
    assert slot.minutes_until(moment + timedelta(seconds=1)) == minutes
    assert slot.minutes_until(moment + timedelta(minutes=1)) == minutes - 1


EXTREMES = st.tuples(
    st.sampled_from(["0001-01-01T00:00", "9999-12-31T23:59", "2023-11-10T09:30"]),
    st.sampled_from(["", "Z", "+14:00", "-12:00"]),
).map("".join)


@given(EXTREMES, EXTREMES, st.sampled_from(["Asia/Kolkata", "America/New_York"]))
def test_no_date_raises(start: str, end: str, zone: str) -> None:
    text = f"title: T\ntimezone: {zone}\nagenda:\n- topic: A\n  when: {start}/{end}\n- topic: B\n  when: {start}\n"
    now = state(text, at("2023-11-10T10:00"))
    for slot in (*now.current, *now.next):
        assert slot.begins is not None
        assert time_until(slot, now.moment)
        assert clock(slot.begins, NEW_YORK, now.moment.date())
