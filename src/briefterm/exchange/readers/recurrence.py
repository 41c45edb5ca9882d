"""The days on which something recurs, by RFC 5545's RRULE, within bounds that hold for any rule.

Day by day from the first: a rule that can never come true (30 February) costs as much as any other, where a library
that follows the rule would search to the year 9999.
"""

from calendar import isleap, monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, timedelta
from typing import Any

MOST_DAYS = 100
_HORIZON = timedelta(days=366 * 5)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = frozenset({
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYDAY", "BYSETPOS",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The days a rule gives, its first included; `cut` where it gives more than are listed."""

    days: tuple[date, ...]
    cut: bool = False


def recurrence(rule: Mapping[str, Sequence[Any]], first: date) -> Recurrence | None:
    """Return the days of a rule from `first` on, or None for a rule of another kind (by the hour, by week number).

    At most MOST_DAYS days of the first five years are given.
    """
    try:
        read = _Rule.of(rule, first)
    except (ValueError, TypeError, IndexError):
        return None
    return read.days() if read else None


@dataclass(frozen=True, slots=True)
class _Rule:
    first: date
    frequency: str
    interval: int
    count: int | None
    until: date | None
    week_start: int
    months: frozenset[int]
    month_days: frozenset[int]
    year_days: frozenset[int]
    weekdays: frozenset[tuple[int, int]]
    positions: frozenset[int]

    @classmethod
    def of(cls, rule: Mapping[str, Sequence[Any]], first: date) -> "_Rule | None":
        parts = {str(name).upper(): list(values) for name, values in rule.items()}
        frequency = str(parts.get("FREQ", [""])[0]).upper()
        if not parts.keys() <= _KNOWN or frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
            return None

        def numbers(name: str) -> frozenset[int]:
            return frozenset(int(value) for value in parts.get(name, ()))

        weekdays = frozenset(_weekday(str(value)) for value in parts.get("BYDAY", ()))
        months, month_days, year_days = numbers("BYMONTH"), numbers("BYMONTHDAY"), numbers("BYYEARDAY")
        if not (weekdays or month_days or year_days):
            if frequency == "WEEKLY":
                weekdays = frozenset({(0, first.weekday())})
            elif frequency != "DAILY":
                month_days = frozenset({first.day})
                months = months if months or frequency == "MONTHLY" else frozenset({first.month})
        until = parts.get("UNTIL", [None])[0]
        count = parts.get("COUNT", [None])[0]
        return cls(
            first,
            frequency,
            max(1, int(parts.get("INTERVAL", [1])[0])),
            None if count is None else int(count),
            until.date() if isinstance(until, datetime) else until if isinstance(until, date) else None,
            _WEEKDAYS.index(str(parts.get("WKST", ["MO"])[0]).upper()),
            months,
            month_days,
            year_days,
            weekdays,
            numbers("BYSETPOS"),
        )

    def days(self) -> Recurrence:
        found: list[date] = []
        for day in self._matching():
            if self.until and day > self.until:
                return Recurrence(tuple(found))
            if self.count is not None and len(found) >= self.count:
                return Recurrence(tuple(found))
            if len(found) >= MOST_DAYS:
                return Recurrence(tuple(found), cut=True)
            found.append(day)
        ends = self.count is not None and len(found) >= self.count
        return Recurrence(tuple(found), cut=not ends and not (self.until and self.until <= self._last()))

    def _last(self) -> date:
        return self.first + _HORIZON if self.first.year + 6 < MAXYEAR else date.max - timedelta(days=1)

    def _matching(self) -> Iterator[date]:
        last = self._last()
        period: list[date] = []
        current: int | None = None
        day = self._period_start()
        while day <= last:
            number = self._period(day)
            if number != current:
                yield from self._chosen(period)
                period, current = [], number
            if number % self.interval == 0 and self._matches(day):
                period.append(day)
            day += timedelta(days=1)
        yield from self._chosen(period)

    def _period_start(self) -> date:
        """The first day of the period that holds the first day: positions in it count from there."""
        if self.frequency == "YEARLY":
            return self.first.replace(month=1, day=1)
        if self.frequency == "MONTHLY":
            return self.first.replace(day=1)
        if self.frequency == "WEEKLY":
            back = (self.first.weekday() - self.week_start) % 7
            return self.first - timedelta(days=back) if self.first.toordinal() > back else self.first
        return self.first

    def _period(self, day: date) -> int:
        """Which period after the first a day is in."""
        if self.frequency == "YEARLY":
            return day.year - self.first.year
        if self.frequency == "MONTHLY":
            return (day.year - self.first.year) * 12 + day.month - self.first.month
        days = (day - self._period_start()).days
        return days // 7 if self.frequency == "WEEKLY" else days

    def _chosen(self, period: list[date]) -> Iterator[date]:
        if self.positions:
            length = len(period)
            at = {place - 1 if place > 0 else length + place for place in self.positions}
            period = [day for number, day in enumerate(period) if number in at]
        return (day for day in period if day >= self.first)

    def _matches(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        if self.month_days and not _either(self.month_days, day.day, monthrange(day.year, day.month)[1]):
            return False
        year_length = 366 if isleap(day.year) else 365
        if self.year_days and not _either(self.year_days, day.timetuple().tm_yday, year_length):
            return False
        return not self.weekdays or any(self._is(day, nth, weekday) for nth, weekday in self.weekdays)

    def _is(self, day: date, nth: int, weekday: int) -> bool:
        if day.weekday() != weekday or nth == 0 or self.frequency in ("DAILY", "WEEKLY"):
            return day.weekday() == weekday
        if self.frequency == "MONTHLY" or self.months:
            at, length = day.day, monthrange(day.year, day.month)[1]
        else:
            at, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
        return nth == (at - 1) // 7 + 1 if nth > 0 else nth == -((length - at) // 7 + 1)


def _either(wanted: frozenset[int], at: int, length: int) -> bool:
    """Whether a place counted from the front, or from the end, is wanted."""
    return at in wanted or at - length - 1 in wanted


def _weekday(text: str) -> tuple[int, int]:
    return int(text[:-2] or 0), _WEEKDAYS.index(text[-2:].upper())
