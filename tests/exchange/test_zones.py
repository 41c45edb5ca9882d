"""The rules of zones in a calendar, followed as RFC 5545 says, give what the zone itself does at any moment."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from briefterm.exchange.writers import ics
from briefterm.exchange.writers.zones import zone_rules
from tests.support import sound

ZONES = [
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/London",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
]


def offset_by(component: Any, instant: datetime) -> timedelta:
    """Return how far clocks stand from UTC at an instant: by the observance that began last."""
    begun: list[tuple[datetime, timedelta]] = []
    for part in component.subcomponents:
        onsets = [part["DTSTART"].dt]
        for dates in [part["RDATE"]] if "RDATE" in part else []:
            onsets += [one.dt for one in dates.dts]
        begun += [(onset - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td) for onset in onsets]
    moment = instant.replace(tzinfo=None)
    return max(one for one in begun if one[0] <= moment)[1]


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize(
    ("first", "last"), [(date(2023, 6, 1), date(2026, 2, 1)), (date(2009, 3, 1), date(2012, 3, 1))]
)
def test_each_hour_has_the_offset_it_has(name: str, first: date, last: date) -> None:
    component: Any = zone_rules(name, first, last)
    zone = ZoneInfo(name)
    at = datetime(first.year, first.month, first.day, 12, tzinfo=UTC)
    while at.date() < last:
        assert offset_by(component, at) == at.astimezone(zone).utcoffset(), at
        at += timedelta(hours=1)


def test_clocks_go_forward_from_the_hour_they_showed_and_nothing_is_remarked() -> None:
    text = zone_rules("Europe/Berlin", date(2024, 1, 1), date(2025, 1, 1)).to_ical().decode()
    assert "DTSTART:20240331T020000" in text
    assert "DTSTART:20241027T030000" in text
    assert "COMMENT" not in text


def test_rules_are_written_for_an_event_of_any_year() -> None:
    events = "".join(f"- {{date: '{year}-05-05T10:00/11:00', event: E}}\n" for year in ("0001", "1890", "2023", "9998"))
    data = ics.write(
        sound(f"title: T\ntimezone: Europe/Berlin\ntimeline:\n{events}"), datetime(2023, 1, 1, tzinfo=UTC)
    ).data
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert b"COMMENT" not in data
    assert data.index(b"BEGIN:VTIMEZONE") < data.index(b"BEGIN:VEVENT")
