"""iCalendar files: each calendar is a brief, its events are the timeline and its attendees the officials.

The icalendar library reads the lines; what it could not make sense of is counted. Clock times keep their zone: the one
most events are in is the brief's, others are written with their offset.
Sources: RFC 5545; RFC 7986 (NAME); X-WR-CALNAME and X-WR-TIMEZONE as calendar programs write them.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefterm.brief.values import is_zone
from briefterm.exchange.draft import MOST_ENTRIES, Draft, Losses, UnreadError, given, text_of
from briefterm.exchange.readers.attendees import People
from briefterm.exchange.readers.components import categories, listed, moment, moments, text
from briefterm.exchange.readers.plain_text import markdown_of
from briefterm.exchange.readers.recurrence import Recurrence, recurrence

if TYPE_CHECKING:
    from icalendar import Calendar, Component

_MOST_RULES = 500
_CARRIED = frozenset({
    "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DESCRIPTION", "LOCATION", "DTSTART", "DTEND",
    "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "ATTENDEE", "ORGANIZER", "STATUS", "CLASS", "CATEGORIES",
    "URL", "TRANSP",
})  # fmt: skip
_PARTS = {"VALARM": "alarm{s}", "VTODO": "to-do{s}", "VJOURNAL": "journal line{s}", "VFREEBUSY": "free-busy time{s}"}


def read(data: bytes, name: str) -> list[Draft]:
    """Return a draft for each calendar in `data`; `name` is its title where it has none. Raises UnreadError."""
    from icalendar import Calendar

    written = text_of(data)
    try:
        calendars = Calendar.from_ical(written, multiple=True)
    except Exception as error:
        raise UnreadError("this is no iCalendar file (RFC 5545); export it anew from the calendar") from error
    drafts = [_Calendar(found, name).draft() for found in calendars if found.name == "VCALENDAR"]
    if not drafts:
        raise UnreadError("there is no calendar in this file: no `BEGIN:VCALENDAR`")
    return drafts


class _Calendar:
    """One calendar on its way to a draft."""

    def __init__(self, calendar: "Calendar", name: str) -> None:
        self._calendar = calendar
        self._name = name
        self._losses = Losses()
        self._people = People(self._losses)
        self._rules = 0
        self._events = [part for part in calendar.subcomponents if part.name == "VEVENT"]
        self._zone = self._main_zone()

    def draft(self) -> Draft:
        self._count_parts()
        dated = [found for event in self._events for found in self._entries(event)]
        timeline = [entry for _, entry in sorted(dated, key=lambda found: (found[0], found[1]["event"]))]
        if len(timeline) > MOST_ENTRIES:
            self._losses.add("event{s} past the limit", len(timeline) - MOST_ENTRIES)
        title = text(self._calendar, "NAME") or text(self._calendar, "X-WR-CALNAME")
        if not title and len(self._events) == 1:
            title = text(self._events[0], "SUMMARY")
        values = given(
            title=title or self._name,
            date=timeline[0].get("date") if len(timeline) == 1 else "",
            timezone=self._zone,
            officials=self._people.officials,
            timeline=timeline[:MOST_ENTRIES],
            background=markdown_of(text(self._calendar, "DESCRIPTION") or text(self._calendar, "X-WR-CALDESC")),
            tags=list(dict.fromkeys(tag for event in self._events for tag in categories(event))),
        )
        return Draft(values, self._losses.told())

    def _count_parts(self) -> None:
        for part in self._calendar.walk():
            if part.name in _PARTS:
                self._losses.add(_PARTS[part.name])
        for event in self._events:
            for name in event:
                if name.upper() not in _CARRIED:
                    self._losses.add(f"{name.upper()[:40]} line{{s}}")
            self._losses.add("line{s} that could not be read", len(event.errors))

    def _main_zone(self) -> str:
        """The zone of the brief: the calendar's own, else the one most of its clock times are in."""
        named = text(self._calendar, "X-WR-TIMEZONE")
        keys = Counter(key for event in self._events if (key := _key(moment(event, "DTSTART"))) and key != "UTC")
        if keys:
            return keys.most_common(1)[0][0]
        return named if is_zone(named) else ""

    def _entries(self, event: "Component") -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield an entry for each time an event takes place, after what it is to be sorted by."""
        begins = moment(event, "DTSTART")
        if begins is None:
            self._losses.add("event{s} without a date")
            return
        length = _length(event, begins)
        who = self._people.of(event)
        status = text(event, "STATUS").upper()
        privacy = text(event, "CLASS").upper()
        for start in self._starts(event, begins):
            entry = given(
                date=self._written(start, length),
                event=text(event, "SUMMARY") or "(no title)",
                place=text(event, "LOCATION"),
                who=who,
                status="cancelled" if status == "CANCELLED" else "",
                certainty="expected" if status == "TENTATIVE" else "",
                note=markdown_of(text(event, "DESCRIPTION")),
                marking=privacy if privacy != "PUBLIC" else "",
            )
            if address := text(event, "URL"):
                entry["x-url"] = address
            yield _sortable(start), entry

    def _starts(self, event: "Component", begins: date) -> list[date]:
        """When an event begins: once, or each time it recurs but where another event of the file stands instead."""
        starts = [_on(begins, day) for day in self._recurs(event, begins)]
        starts.extend(moments(event, "RDATE"))
        if "RECURRENCE-ID" in event:
            return starts
        uid = text(event, "UID")
        moved = (
            [
                moment(other, "RECURRENCE-ID")
                for other in self._events
                if other is not event and "RECURRENCE-ID" in other and text(other, "UID") == uid
            ]
            if "RRULE" in event or "RDATE" in event
            else []
        )
        out = {_sortable(moment) for moment in (*moments(event, "EXDATE"), *moved) if moment is not None}
        kept = {_sortable(start): start for start in starts if _sortable(start) not in out}
        return list(kept.values())

    def _recurs(self, event: "Component", begins: date) -> tuple[date, ...]:
        first = begins.date() if isinstance(begins, datetime) else begins
        rule = next(iter(listed(event, "RRULE")), None)
        if not rule:
            return (first,)
        self._rules += 1
        found: Recurrence | None = None
        if isinstance(rule, dict) and self._rules <= _MOST_RULES:
            found = recurrence(rule, first)
        if found is None:
            self._losses.add("event{s} recurring by a rule we do not follow (the first day is kept)")
            return (first,)
        if found.cut:
            self._losses.add("recurring event{s} with more days than are listed")
        return found.days or (first,)

    def _written(self, start: date, length: timedelta) -> str:
        """A date as a brief writes it; at the ends of time, its day alone."""
        try:
            return self._span(start, length)
        except OverflowError:
            return start.isoformat()[:10]

    def _span(self, start: date, length: timedelta) -> str:
        if not isinstance(start, datetime):
            last = start + max(length - timedelta(days=1), timedelta())
            return start.isoformat() if last == start else f"{start.isoformat()}/{last.isoformat()}"
        begins, ends = self._local(start), self._local(start + length)
        if length <= timedelta():
            return self._clock(begins)
        if begins.date() == ends.date() and begins.utcoffset() == ends.utcoffset():
            return f"{self._clock(begins)}/{ends:%H:%M}"
        return f"{self._clock(begins)}/{self._clock(ends)}"

    def _local(self, moment: datetime) -> datetime:
        """A moment on the clock it is written by: the brief's where it is told in UTC."""
        if moment.tzinfo is not None and _key(moment) == "UTC":
            return moment.astimezone(ZoneInfo(self._zone) if self._zone else UTC)
        return moment

    def _clock(self, moment: datetime) -> str:
        text = f"{moment.date().isoformat()}T{moment:%H:%M}"
        if moment.tzinfo is None or _key(moment) == self._zone:
            return text
        offset = moment.utcoffset() or timedelta()
        minutes = int(offset.total_seconds()) // 60
        return (
            f"{text}Z"
            if not minutes
            else f"{text}{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
        )


def _length(event: "Component", begins: date) -> timedelta:
    """How long an event lasts. A day that is not said to end is a day long, a time is a moment."""
    ends = moment(event, "DTEND")
    if ends is not None and isinstance(ends, datetime) is isinstance(begins, datetime):
        try:
            return ends - begins
        except TypeError:
            return timedelta()
    duration = getattr(next(iter(listed(event, "DURATION")), None), "dt", None)
    if isinstance(duration, timedelta):
        return duration
    return timedelta() if isinstance(begins, datetime) else timedelta(days=1)


def _on(begins: date, day: date) -> date:
    return datetime.combine(day, begins.timetz()) if isinstance(begins, datetime) else day


def _sortable(moment: date) -> str:
    """An order for dates and times alike; two that are the same instant are equal."""
    if isinstance(moment, datetime):
        if moment.tzinfo is None:
            return moment.isoformat()
        try:
            return moment.astimezone(UTC).replace(tzinfo=None).isoformat()
        except OverflowError:
            return moment.replace(tzinfo=None).isoformat()
    return moment.isoformat()


def _key(moment: date | None) -> str:
    """The IANA name of a moment's zone, `UTC`, or nothing."""
    zone: tzinfo | None = moment.tzinfo if isinstance(moment, datetime) else None
    if zone is UTC:
        return "UTC"
    return str(getattr(zone, "key", ""))
