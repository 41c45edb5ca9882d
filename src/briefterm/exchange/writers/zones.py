"""VTIMEZONE: when a zone's clocks stood how far from UTC, over some years.

An observance begins at the local time that held until then (RFC 5545, 3.6.5), so that 2:00 is where clocks go from 2:00
to 3:00. Each change is written out, because not every zone has a rule: Morocco's follows the moon.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

_SECOND = timedelta(seconds=1)
_STEP = timedelta(days=1)
_FIRST_CHANGES = datetime(1840, 1, 1, tzinfo=UTC)
"""No zone has a change before: clocks were set by the sun."""


@dataclass(frozen=True, slots=True)
class _Clock:
    """How clocks stand: how far from UTC, what that is called, and whether it is daylight saving time."""

    offset: timedelta
    name: str
    daylight: bool


def zone_rules(name: str, first: date, last: date) -> "Timezone":
    """Return the component of the IANA zone `name` for the days from `first` to `last`."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = ZoneInfo(name)
    begins = datetime.combine(first, time.min, UTC)
    start = _clock(zone, begins)
    observances: dict[tuple[timedelta, _Clock], list[datetime]] = {(start.offset, start): [begins.replace(tzinfo=None)]}
    for instant, before, after in _changes(zone, begins, datetime.combine(last, time.min, UTC)):
        onset = (instant + before.offset).replace(tzinfo=None)
        observances.setdefault((before.offset, after), []).append(onset)
    component = Timezone()
    component.add("tzid", name)
    for (offset, clock), onsets in observances.items():
        part = TimezoneDaylight() if clock.daylight else TimezoneStandard()
        part.add("dtstart", onsets[0])
        if onsets[1:]:
            part.add("rdate", onsets[1:])
        part.add("tzname", clock.name)
        part.add("tzoffsetfrom", offset)
        part.add("tzoffsetto", clock.offset)
        component.add_component(part)
    return component


def _changes(zone: ZoneInfo, begins: datetime, ends: datetime) -> Iterator[tuple[datetime, _Clock, _Clock]]:
    """Yield each instant at which the clocks of a zone change, with how they stood before it and stand from then on."""
    at = max(begins, _FIRST_CHANGES)
    clock = _clock(zone, at)
    while at < ends:
        following = min(at + _STEP, ends)
        other = _clock(zone, following)
        if other != clock:
            low, high = at, following
            while high - low > _SECOND:
                middle = low + (high - low) // 2
                middle -= timedelta(microseconds=middle.microsecond)
                low, high = (middle, high) if _clock(zone, middle) == clock else (low, middle)
            yield high, clock, other
        at, clock = following, other


def _clock(zone: ZoneInfo, instant: datetime) -> _Clock:
    local = instant.astimezone(zone)
    return _Clock(local.utcoffset() or timedelta(), local.tzname() or "", (local.dst() or timedelta()) > timedelta())
