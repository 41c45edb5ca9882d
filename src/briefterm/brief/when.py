"""Dates as a brief knows them: a day, a month, a decade, a span with an open end, a set; never more than was said.

A `When` keeps what was written beside what it means: the first and last moment it may be. Ordering and overlap use
those two; what is shown never adds a day, a month or a year that was not written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timezone
from enum import IntEnum
from functools import cached_property
from zoneinfo import ZoneInfo

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SEASONS = ("spring", "summer", "autumn", "winter")
_MOMENT = "%Y-%m-%dT%H:%M"
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


class Precision(IntEnum):
    """How precisely a date was written, coarsest first."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6
    MINUTE = 7


@dataclass(frozen=True)
class Point:
    """One date as written. `first` and `last` are the first and last day it may be."""

    precision: Precision
    first: date
    last: date
    clock: time | None = None
    offset: timezone | None = None
    approximate: bool = False
    uncertain: bool = False
    season: int = 0

    @cached_property
    def begins(self) -> datetime:
        """The first moment it may be, on the local clock, without a zone."""
        return datetime.combine(self.first, self.clock or time.min)

    @cached_property
    def ends(self) -> datetime:
        """The last moment it may be, on the local clock, without a zone."""
        return datetime.combine(self.last, self.clock or time.max)

    @property
    def plain(self) -> bool:
        """Whether it was written without doubt: neither about nor uncertain."""
        return not self.approximate and not self.uncertain

    def shown(self, hide: frozenset[str] = frozenset()) -> str:
        """Return it in words. `hide` names what a neighbour already says: `date`, `year`, `month`, `offset`."""
        text = "" if "date" in hide else self._shown_date("year" in hide, "month" in hide)
        if self.clock is not None:
            offset = "" if self.offset is None or "offset" in hide else shown_offset(self.offset)
            text = f"{text} {self.clock:%H:%M}{offset}".strip()
        if self.approximate:
            text = f"about {text}"
        return f"{text} (?)" if self.uncertain else text

    def _shown_date(self, hide_year: bool, hide_month: bool) -> str:
        year = "" if hide_year else f" {self.first.year}"
        month = "" if hide_month else f" {MONTHS[self.first.month - 1]}"
        match self.precision:
            case Precision.CENTURY:
                return _shown_century(self.first.year // 100 + 1)
            case Precision.DECADE:
                return f"{self.first.year}s"
            case Precision.YEAR:
                return f"{self.first.year}"
            case Precision.SEASON:
                return f"{SEASONS[self.season - 1]}{year}"
            case Precision.MONTH:
                return f"{month}{year}".strip()
            case _:
                return f"{self.first.day}{month}{year}"


def _shown_century(number: int) -> str:
    suffix = "th" if 10 < number % 100 < 14 else _ORDINALS.get(number % 10, "th")
    return f"{number}{suffix} century"


def written_moment(at: datetime) -> str:
    """Return a time of the reader's own as it is kept: in ISO 8601 to the minute, without a zone."""
    return at.strftime(_MOMENT)


def read_moment(made: str) -> datetime | None:
    """Return what `written_moment` has written, None where that is something else."""
    try:
        return datetime.strptime(made, _MOMENT)
    except ValueError:
        return None


def shown_moment(made: str) -> str:
    """Return a time of the reader's own as it is kept as dates of briefs are said; else as it is."""
    at = read_moment(made)
    return made if at is None else f"{at.day} {MONTHS[at.month - 1]} {at.year} {at:%H:%M}"


def shown_offset(offset: timezone) -> str:
    """Return an offset from UTC as it follows a clock time: `Z`, ` +05:30`."""
    minutes = int(offset.utcoffset(None).total_seconds()) // 60
    if minutes == 0:
        return "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f" {'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


@dataclass(frozen=True)
class Span:
    """From one date to another, both included; None is an open end. A single date has both ends the same."""

    start: Point | None
    end: Point | None

    @property
    def single(self) -> bool:
        return self.start is self.end

    @cached_property
    def begins(self) -> datetime:
        return self.start.begins if self.start else datetime.min

    @cached_property
    def ends(self) -> datetime:
        return self.end.ends if self.end else datetime.max

    def shown(self) -> str:
        """Return it in words: `3–10 Nov 2023`, `until 1870`, `from 9 Jun 1960`."""
        start, end = self.start, self.end
        if start is None or end is None:
            point = start or end
            return f"{'from' if start else 'until'} {point.shown()}" if point else "at any time"
        if start is end:
            return start.shown()
        if not (start.plain and end.plain):
            return f"{start.shown()} – {end.shown()}"
        if start.clock and end.clock and start.first == end.first:
            same_offset = frozenset({"offset"}) if start.offset == end.offset else frozenset()
            return f"{start.shown(same_offset)}–{end.shown(frozenset({'date'}))}"
        first = start.shown(_repeated(start, end))
        tight = start.precision is end.precision and " " not in first
        return f"{first}–{end.shown()}" if tight else f"{first} – {end.shown()}"


def _repeated(start: Point, end: Point) -> frozenset[str]:
    """What the start of a span need not say because its end says it."""
    if start.clock or end.clock or start.precision is not end.precision or start.first.year != end.first.year:
        return frozenset()
    if start.precision is Precision.DAY and start.first.month == end.first.month:
        return frozenset({"year", "month"})
    return frozenset({"year"}) if start.precision in (Precision.DAY, Precision.MONTH) else frozenset()


@dataclass(frozen=True)
class When:
    """A date, a span or a set of them, as written and as meant. `spans` is empty where it could not be read.

    `zone` is the IANA name that clock times without an offset are in, or None where the brief names none.
    """

    written: str
    spans: tuple[Span, ...] = ()
    zone: str | None = None

    @property
    def known(self) -> bool:
        """Whether the text could be read as a date at all."""
        return bool(self.spans)

    @cached_property
    def begins(self) -> datetime:
        """The first moment it may be, on the local clock; the end of time where it is not known."""
        return min((span.begins for span in self.spans), default=datetime.max)

    @cached_property
    def ends(self) -> datetime:
        """The last moment it may be, on the local clock."""
        return max((span.ends for span in self.spans), default=datetime.max)

    @property
    def first(self) -> date:
        """The first day it may be; `date.min` where the start is open."""
        return self.begins.date()

    @property
    def last(self) -> date:
        """The last day it may be; `date.max` where the end is open."""
        return self.ends.date()

    @property
    def sort_key(self) -> tuple[datetime, datetime]:
        """First possible moment, then last; what cannot be read comes at the end."""
        return (self.begins, self.ends)

    @property
    def timed(self) -> bool:
        """Whether any part of it has a time of day."""
        return any(point.clock is not None for point in self.points())

    @property
    def precision(self) -> Precision | None:
        """The coarsest precision in it, or None where it could not be read."""
        return min((point.precision for point in self.points()), default=None)

    def points(self) -> Iterator[Point]:
        """Yield every date in it, in the order written."""
        for span in self.spans:
            if span.start is not None:
                yield span.start
            if span.end is not None and not span.single:
                yield span.end

    def overlaps(self, first: date, last: date) -> bool:
        """Return whether any day from `first` to `last`, both included, may be one of its days."""
        return any(span.begins.date() <= last and span.ends.date() >= first for span in self.spans)

    def instants(self) -> tuple[datetime, datetime] | None:
        """Return its first and last moment as instants in UTC, or None where an end is open or no zone is known.

        A date without a time of day begins at midnight in `zone` and ends a microsecond before the next.
        """
        if not self.spans or any(span.start is None or span.end is None for span in self.spans):
            return None
        points = list(self.points())
        starts = [_instant(point.begins, point.offset, self.zone) for point in points]
        ends = [_instant(point.ends, point.offset, self.zone) for point in points]
        known_starts = [moment for moment in starts if moment is not None]
        known_ends = [moment for moment in ends if moment is not None]
        if len(known_starts) < len(points):
            return None
        return min(known_starts), max(known_ends)

    @cached_property
    def shown(self) -> str:
        """It in words, as precise as written; the written text itself where it could not be read."""
        if not self.spans:
            return self.written
        parts = [span.shown() for span in self.spans]
        if len(parts) > 1:
            parts = _without_repeated_year(self.spans, parts)
        return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _without_repeated_year(spans: tuple[Span, ...], parts: list[str]) -> list[str]:
    """`Jun 2023 and Sep 2023` is `Jun and Sep 2023` where each is one date of one year."""
    single = [span.start for span in spans if span.single and span.start is not None]
    years = {point.first.year for point in single}
    plain = all(point.plain and point.precision in (Precision.MONTH, Precision.DAY) for point in single)
    if len(single) < len(spans) or len(years) > 1 or not plain:
        return parts
    return [point.shown(frozenset({"year"})) for point in single[:-1]] + parts[-1:]


def _instant(local: datetime, offset: timezone | None, zone: str | None) -> datetime | None:
    if offset is not None:
        tz: timezone | ZoneInfo = offset
    elif zone is not None:
        tz = ZoneInfo(zone)
    else:
        return None
    try:
        return local.replace(tzinfo=tz).astimezone(UTC)
    except OverflowError:
        return local.replace(tzinfo=UTC)
