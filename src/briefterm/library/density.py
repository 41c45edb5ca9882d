"""How many events there are in each of a row of stretches of time.

What lasts is there on each of its days: it counts once in every stretch it touches for sure. Only what is not known is
spread: an event dated 1974 is somewhere in 1974, a twelfth of it in each month; of a stay from June to September it is
the first day that is somewhere in June, and the last that is somewhere in September.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate
from operator import add
from typing import NamedTuple

from briefterm.brief.when import Precision

_NOTHING = 1e-9  # what is left of shares that have been added and taken away again
_MONTHS: dict[int, int] = {
    Precision.CENTURY: 1200,
    Precision.DECADE: 120,
    Precision.YEAR: 12,
    Precision.SEASON: 3,
    Precision.MONTH: 1,
}


class Reach(NamedTuple):
    """The days of a date as ordinals: it may be from `first` to `last`, and is for sure from `begun` to `ending`.

    Where it says a single month or year, `begun` is its last day and `ending` its first: no day is sure.
    """

    first: int
    begun: int
    ending: int
    last: int


def reach_of(first: int, last: int, start: int, end: int) -> Reach:
    """Return the days of a date that is between these, whose two ends are of these Precisions; 0 is a day too."""
    if first == last:
        return Reach(first, first, last, last)
    months = _MONTHS.get(start, 0)
    begun = min(last, _month_start(first, months) - 1) if months else first
    months = _MONTHS.get(end, 0)
    return Reach(first, begun, max(first, _month_start(last, 1 - months)) if months else last, last)


def _month_start(day: int, months: int) -> int:
    """Return the first day of the month so many after the one that `day` is in; within years 1 to 9999."""
    there = date.fromordinal(day)
    number = there.year * 12 + there.month - 1 + months
    if number // 12 > date.max.year:
        return date.max.toordinal() + 1
    return date(number // 12, number % 12 + 1, 1).toordinal() if number >= 12 else date.min.toordinal()


class Tally:
    """Counts events in stretches, given the first day of each and of the one after the last."""

    def __init__(self, edges: Sequence[int]) -> None:
        self._edges = edges
        self._count = len(edges) - 1
        self._steps = [0] * len(edges)
        self._known = [0] * self._count
        self._partly = [0.0] * self._count
        self._a_day = [0.0] * len(edges)

    def add(self, dates: Iterable[Reach], times: int = 1) -> None:
        """Add so many events that are at these dates, at each of them."""
        sure = sorted(found for one in dates if (found := self._dated(one, times)) is not None)
        until = -1
        for first, high in sure:
            low = max(first, until + 1)
            if low <= high:
                self._steps[low] += times
                self._steps[high + 1] -= times
                until = high

    def add_days(self, firsts: Sequence[int], lasts: Sequence[int]) -> None:
        """Add events whose days are known, given the first day of each and the last day of each, both in order."""
        begun = [bisect_left(firsts, edge) for edge in self._edges]
        ended = [bisect_left(lasts, edge) for edge in self._edges]
        self._known = [more + begin - end for more, begin, end in zip(self._known, begun[1:], ended, strict=False)]

    def sums(self) -> tuple[list[int], list[float]]:
        """Return for each stretch how many are in it for sure, and the shares of those that may be."""
        within = list(map(add, self._known, accumulate(self._steps[:-1])))
        spread = []
        rates = accumulate(self._a_day[:-1])
        for at, (partly, rate) in enumerate(zip(self._partly, rates, strict=True)):
            share = partly + rate * (self._edges[at + 1] - self._edges[at])
            spread.append(share if share > _NOTHING else 0.0)
        return within, spread

    def _dated(self, one: Reach, times: int) -> tuple[int, int] | None:
        """Spread what is not sure of a date, and return the first and last stretch in which it is for sure."""
        edges = self._edges
        if one.last < edges[0] or one.first >= edges[-1]:
            return None
        if one.begun > one.ending:
            low, high = self._at(one.first), self._at(one.last)
            if low == high:
                return low, low
            self._spread(one.first, one.last, times / (one.last - one.first + 1))
            return None
        low, high = self._at(one.begun), self._at(one.ending)
        if one.first < one.begun and low >= 0:
            self._spread(one.first, edges[low] - 1, times / (one.begun - one.first + 1))
        if one.ending < one.last and high < self._count:
            self._spread(edges[high + 1], one.last, times / (one.last - one.ending + 1))
        low, high = max(low, 0), min(high, self._count - 1)
        return (low, high) if low <= high else None

    def _at(self, day: int) -> int:
        """Return which stretch a day is in: -1 before the first, their number after the last."""
        return bisect_right(self._edges, day) - 1

    def _spread(self, first: int, last: int, share: float) -> None:
        """Add a share for each day from `first` to `last`; none where these are the wrong way round."""
        first, last = max(first, self._edges[0]), min(last, self._edges[-1] - 1)
        if first > last:
            return
        low, high = self._at(first), self._at(last)
        if low == high:
            self._partly[low] += share * (last - first + 1)
            return
        self._partly[low] += share * (self._edges[low + 1] - first)
        self._partly[high] += share * (last - self._edges[high] + 1)
        self._a_day[low + 1] += share
        self._a_day[high] -= share
