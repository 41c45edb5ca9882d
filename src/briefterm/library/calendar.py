"""The days of a library: how many briefs and events each has, and what these are.

A date is on a day only where it says days, and not too many of them: one that says a month is on none of its days, and
a term of office is no reason to mark a thousand. Those are counted by the month.

An open end is on the day that is known, and what goes on from there is counted by the month like all that is long: an
event as far as its brief knows (`items.Days`), a brief, of which nothing more is known, as far as the library goes.
"""

from array import array
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, compress, groupby, islice
from operator import itemgetter
from typing import NamedTuple

from briefterm.brief.when import Precision
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import Entry
from briefterm.library.items import GOES_ON
from briefterm.library.scales import Scale, edges_of, numbering
from briefterm.library.timeline import Dates, Happening, Timeline, happenings

MOST_DAYS = 31
"""Days of the longest date that is on each of its days."""
MOST_SHOWN = 300
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_DAY = Precision.DAY.value
_NONE = -1
_month = numbering(Scale.MONTH)


class Count(NamedTuple):
    """How many briefs and events there are, and how many of the briefs have one of these events."""

    briefs: int = 0
    events: int = 0
    told: int = 0

    @property
    def total(self) -> int:
        """Each thing once: the events, and the briefs without one of these."""
        return self.briefs + self.events - self.told


@dataclass(frozen=True, slots=True)
class DayPage:
    """What is on a day: briefs, the newest first, then events; below, what is some day of its month. At most 300 each.

    `more` counts what is left out.
    """

    day: int
    briefs: tuple[Entry, ...] = ()
    events: tuple[Happening, ...] = ()
    some_briefs: tuple[Entry, ...] = ()
    some_events: tuple[Happening, ...] = ()
    more: int = 0


class _Spans(NamedTuple):
    """Dates by first and last day, and for each whether it is on each of its days.

    `beyond` are the days of what goes on before or after a date whose one end is open.
    """

    first: Sequence[int]
    last: Sequence[int]
    sure: bytes
    beyond: Sequence[tuple[int, int]] = ()

    def days(self) -> Counter[int]:
        """Return how many are on each day that has any."""
        days = Counter(compress(self.first, self.sure))
        for first, last in compress(zip(self.first, self.last, strict=True), self.sure):
            if first < last:
                days.update(range(first + 1, last + 1))
        return days

    def vague(self) -> Iterator[tuple[int, int]]:
        """Yield the days of those that are on none, and of what goes on."""
        yield from compress(zip(self.first, self.last, strict=True), (not sure for sure in self.sure))
        yield from self.beyond

    def around(self, day: int, low: int, high: int) -> tuple[list[int], list[int]]:
        """Return by place those on a day, and those on no day that lie within the days from `low` to `high`."""
        on, some = [], []
        for at, (first, last, sure) in enumerate(zip(self.first, self.last, self.sure, strict=True)):
            if sure:
                if first <= day <= last:
                    on.append(at)
            elif low <= first and last <= high:
                some.append(at)
        return on, some


class Calendar:
    """The days of the briefs of a library and of their events. Reads nothing but for `page`; days are ordinals."""

    def __init__(
        self, briefs: Iterable[tuple[str, int, int]], timeline: Timeline, among: Collection[str] | None = None
    ) -> None:
        """`briefs` are path, first and last day, the newest first; those whose path is not `among` these are left out.

        `timeline` has the events.
        """
        self._paths: list[str] = []
        firsts, lasts = array("i"), array("i")
        for path, first, last in briefs:
            if among is None or path in among:
                self._paths.append(path)
                firsts.append(first)
                lasts.append(last)
        self._dates = timeline.dates
        self._briefs = _of_briefs(firsts, lasts, timeline)
        self._events = _of_events(self._dates)
        self._brief_days, self._event_days = self._briefs.days(), self._events.days()
        self._told_days = self._told()
        begins, ends, months = array("i"), array("i"), Counter[int]()
        for first, last in chain(self._briefs.vague(), self._events.vague()):
            begins.append(first)
            ends.append(last)
            if last - first < MOST_DAYS and _one_month(first, last):
                months[_month(first)] += 1
        self._begins, self._ends, self._months = array("i", sorted(begins)), array("i", sorted(ends)), months
        self.days: tuple[int, ...] = tuple(sorted(self._brief_days.keys() | self._event_days.keys()))

    @property
    def stops(self) -> tuple[int, ...]:
        """The days that anything is on, and the first days of months in which all there is, is on no day."""
        full = {_month(day) for day in self.days}
        vague = (edges_of(Scale.MONTH, number, number)[0] for number in self._months if number not in full)
        return tuple(sorted((*self.days, *vague)))

    def on(self, day: int) -> Count:
        """Return what is on a day."""
        return Count(self._brief_days.get(day, 0), self._event_days.get(day, 0), self._told_days.get(day, 0))

    def _told(self) -> Counter[int]:
        """Return how many briefs on each day have an event of their own there."""
        briefs = self._briefs
        places = {path: at for at, path in enumerate(self._paths) if briefs.sure[at]}
        own = array("i", [places.get(path, _NONE) for path in self._dates.paths])
        del places
        found: Counter[int] = Counter()
        dates = zip(self._dates.brief, self._events.first, self._events.last, strict=True)
        for brief, theirs in groupby(compress(dates, self._events.sure), itemgetter(0)):
            at = own[brief]
            if at == _NONE:
                continue
            low, high = briefs.first[at], briefs.last[at]
            days = {day for _, first, last in theirs for day in range(max(first, low), min(last, high) + 1)}
            found.update(days)
        return found

    def some_day(self, month: date) -> int:
        """Return how many dates say no more than that month."""
        return self._months.get(_month(month.toordinal()), 0)

    def beyond(self, month: date) -> int:
        """Return how many dates that are on no day may be, or are, in that month and beyond it."""
        first, last = ends_of(month)
        return bisect_right(self._begins, last) - bisect_left(self._ends, first) - self.some_day(month)

    def next_day(self, day: int, step: int) -> int | None:
        """Return the next day after `day` that anything is on, with -1 the one before, or None."""
        at = bisect_right(self.days, day) if step > 0 else bisect_left(self.days, day) - 1
        return self.days[at] if 0 <= at < len(self.days) else None

    def page(self, catalogue: Catalogue, day: int) -> DayPage:
        """Return what is on a day. Raises DamagedError."""
        low, high = ends_of(date.fromordinal(day))
        on, some = ([self._paths[at] for at in found] for found in self._briefs.around(day, low, high))
        events, vague = (
            [(self._dates.paths[self._dates.brief[at]], self._dates.event[at]) for at in found]
            for found in self._events.around(day, low, high)
        )
        more = sum(max(0, len(found) - MOST_SHOWN) for found in (on, some, events, vague))
        return DayPage(
            day,
            _entries(catalogue, on),
            _happened(catalogue, events),
            _entries(catalogue, some),
            _happened(catalogue, vague),
            more,
        )


def _of_briefs(firsts: "array[int]", lasts: "array[int]", timeline: Timeline) -> _Spans:
    """Return the dates of briefs, given the first and last day of each; these two become its own."""
    ends = array("i", (day for day in chain(firsts, lasts) if _FIRST < day < _LAST))
    ends.extend((timeline.first, timeline.last) if timeline.last else ())
    low, high = min(ends, default=_LAST), max(ends, default=_FIRST)
    sure, beyond = bytearray(), []
    for at, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if first > _FIRST and last < _LAST:
            days = first, last
        elif whole_months(first, last):
            days = max(first, min(low, last)), min(last, max(high, first))
        elif last == _LAST:
            days = first, first
            beyond.append((_month_after(first), high))
        else:
            days = last, last
            beyond.append((low, ends_of(date.fromordinal(last))[0] - 1))
        firsts[at], lasts[at] = days
        sure.append(days[1] - days[0] < MOST_DAYS and not whole_months(*days))
    return _Spans(firsts, lasts, bytes(sure), _some(beyond))


def _of_events(dates: Dates) -> _Spans:
    """Return the dates of events."""
    lasts, sure, beyond = array("i", dates.last), bytearray(), []
    for at, (first, last, start, end) in enumerate(zip(dates.first, dates.last, dates.start, dates.end, strict=True)):
        known = start >= _DAY and (end >= _DAY or end == GOES_ON)
        short = last - first < MOST_DAYS
        if known and not short and end == GOES_ON:
            lasts[at] = first
            beyond.append((_month_after(first), last))
            short = True
        sure.append(known and short)
    return _Spans(dates.first, lasts, bytes(sure), _some(beyond))


def _month_after(day: int) -> int:
    return ends_of(date.fromordinal(day))[1] + 1


def _some(beyond: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return those of these stretches that have a day."""
    return [(first, last) for first, last in beyond if first <= last]


def ends_of(month: date) -> tuple[int, int]:
    """Return the first and the last day of the month that a day is in."""
    first = month.replace(day=1).toordinal()
    return first, first + month_length(month) - 1


def month_length(month: date) -> int:
    """Return how many days it has."""
    return monthrange(month.year, month.month)[1]


def whole_months(first: int, last: int) -> bool:
    """Return whether these days begin with a month and end with one: how a date that says no day is kept of a brief."""
    begins, ends = date.fromordinal(first), date.fromordinal(last)
    return begins.day == 1 and ends.day == month_length(ends)


def _one_month(first: int, last: int) -> bool:
    return _month(first) == _month(last)


def _entries(catalogue: Catalogue, paths: list[str]) -> tuple[Entry, ...]:
    shown = paths[:MOST_SHOWN]
    found = catalogue.entries(shown)
    return tuple(found[path] for path in shown if path in found)


def _happened(catalogue: Catalogue, events: Iterable[tuple[str, int]]) -> tuple[Happening, ...]:
    return tuple(happenings(catalogue, list(islice(dict.fromkeys(events), MOST_SHOWN))))
