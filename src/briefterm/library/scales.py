"""Time cut into decades, years, months, weeks or days: which of them a day is in, and where each begins."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

LEAST = 0.05
"""The density below which there is nothing in a bucket."""
ABOUT = "~"
"""The sign of a number that imprecise dates have a share in."""


class Scale(StrEnum):
    """What a bucket is, the widest first. A week begins on Monday (ISO 8601)."""

    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


class Bucket(NamedTuple):
    """A stretch of time with `first` and `last` its days as ordinals (date.toordinal), both included.

    `within` counts events that are in it for sure, each once, though they may be in others too; `spread` the shares of
    those that may be in it or in others.
    """

    scale: Scale
    first: int
    last: int
    within: int
    spread: float

    @property
    def density(self) -> float:
        """How many events there are in it, all told, as far as that can be said."""
        return self.within + self.spread

    @property
    def name(self) -> str:
        """It in words, as precise as it is: `1970s`, `1974`, `1974-08`, `1974-W32`, `1974-08-09`."""
        day = date.fromordinal(self.first)
        match self.scale:
            case Scale.DECADE:
                return f"{day.year // 10}0s"
            case Scale.YEAR:
                return f"{day.year:04}"
            case Scale.MONTH:
                return f"{day.year:04}-{day.month:02}"
            case Scale.WEEK:
                year, week, _ = day.isocalendar()
                return f"{year:04}-W{week:02}"
            case _:
                return day.isoformat()


def about(density: float) -> str:
    """Return how many events that is: `1,204`; where imprecise dates have a share in it `~13`, or `<1`."""
    if abs(density - round(density)) < LEAST:
        return f"{density:,.0f}"
    return f"{ABOUT}{density:,.0f}" if density > 1 - LEAST else "<1"


def numbering(scale: Scale) -> Callable[[int], int]:
    """Return what numbers the buckets of a scale, given a day in each as an ordinal (date.toordinal)."""
    match scale:
        case Scale.DECADE:
            return lambda day: date.fromordinal(day).year // 10
        case Scale.YEAR:
            return lambda day: date.fromordinal(day).year
        case Scale.MONTH:
            return lambda day: date.fromordinal(day).year * 12 + date.fromordinal(day).month - 1
        case Scale.WEEK:
            return lambda day: (day - 1) // 7
        case _:
            return lambda day: day


def edges_of(scale: Scale, low: int, high: int) -> list[int]:
    """Return the first day of each bucket from number `low` to `high`, and of the one after."""
    end = date.max.toordinal() + 1
    match scale:
        case Scale.DECADE | Scale.YEAR:
            size = 10 if scale is Scale.DECADE else 1
            return [_new_year(number * size, end) for number in range(low, high + 2)]
        case Scale.MONTH:
            return [
                end if number // 12 > date.max.year else date(number // 12, number % 12 + 1, 1).toordinal()
                for number in range(low, high + 2)
            ]
        case Scale.WEEK:
            return [min(number * 7 + 1, end) for number in range(low, high + 2)]
        case _:
            return list(range(low, high + 2))


def _new_year(year: int, end: int) -> int:
    return end if year > date.max.year else date(max(1, year), 1, 1).toordinal()
