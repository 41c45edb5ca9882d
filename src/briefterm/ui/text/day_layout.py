"""Where the bars of a day lie: hours across, a row a room or a person, what is at the same time on lanes of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from briefterm.brief.fold import fold
from briefterm.brief.now import later
from briefterm.brief.programme import Day, Engagement, Person

NOMINAL = timedelta(minutes=30)
"""How long a bar is drawn whose end is not written."""
LEAST = 2
"""Cells of the shortest bar."""
_HOUR = timedelta(hours=1)
_SHORTEST_DAY = 4 * _HOUR
_EVEN = 4  # cells of an hour from which all are as wide
_INSIDE = 18  # cells of a bar in which its text is read rather than beside it
_LEAST_TEXT = 6  # cells that say more than a letter
NOWHERE, NOBODY = "No place given", "Nobody named"


class By(StrEnum):
    """What a row is."""

    ROOM = "room"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Scale:
    """Time from `begins` to `ends`, in UTC, on `width` cells."""

    begins: datetime
    ends: datetime
    width: int

    def at(self, instant: datetime) -> int:
        """Return the cell an instant is in, or that of the end nearest to it: 0 to `width`."""
        share = (instant - self.begins) / (self.ends - self.begins)
        return max(0, min(self.width, int(share * self.width)))

    def holds(self, instant: datetime) -> bool:
        """Return whether an instant is on it."""
        return self.begins <= instant < self.ends

    def ticks(self, room: int) -> list[tuple[int, datetime]]:
        """Return cell and instant of full hours that are `room` cells apart at least, the same number of hours each."""
        hours = int((self.ends - self.begins) / _HOUR)
        step = next((step for step in (1, 2, 3, 4, 6, 12) if self.width * step >= room * hours), 24)
        instants = (self.begins + number * _HOUR for number in range(0, hours + 1, step))
        return [(self.at(instant), instant) for instant in instants if instant < self.ends]


@dataclass(frozen=True, slots=True)
class Bar:
    """An engagement by its place in the day, on line `lane` of its row, from cell `left` to before cell `right`.

    `before` and `after` say that it goes on beyond the day, `open` that its end is not written.
    """

    at: int
    lane: int
    left: int
    right: int
    before: bool = False
    after: bool = False
    open: bool = False


class Told(StrEnum):
    """Where it is said what a bar is."""

    INSIDE = "inside"
    BESIDE = "beside"
    NOT = "not"


def told(bar: Bar, following: int, cells: int) -> Told:
    """Return where a text of so many `cells` is said: in its bar, or beside it up to before the cell `following`.

    It is not said where it would be cut to less than a few letters.
    """
    inside, beside = bar.right - bar.left - 2, following - bar.right - 2
    outside = inside < _INSIDE and beside > inside < cells
    if (beside if outside else inside) < min(cells, _LEAST_TEXT):
        return Told.NOT
    return Told.BESIDE if outside else Told.INSIDE


@dataclass(frozen=True, slots=True)
class Row:
    """The bars of a room or a person, in order of time, on so many lanes.

    `signed` are the places in the day of those that something stands against: in the row of a person that person is in
    both, or the room is taken.
    """

    name: str
    bars: tuple[Bar, ...]
    lanes: int
    signed: frozenset[int] = frozenset()


def followed(row: Row, width: int) -> Iterator[tuple[Bar, int]]:
    """Yield each bar of a row, lane by lane, with the cell in which the next of its lane begins, else `width`."""
    for lane in range(row.lanes):
        bars = [bar for bar in row.bars if bar.lane == lane]
        yield from zip(bars, [*(bar.left for bar in bars[1:]), width], strict=True)


def scale_of(day: Day, width: int) -> Scale:
    """Return the hours of a day that have anything, full ones, four at least, on `width` cells.

    Where there is room, on somewhat fewer, so that each hour is as wide as the next.
    """
    if not day.engagements:
        return Scale(day.begins, max(day.ends, later(day.begins, _HOUR)), max(1, width))
    first = max(day.begins, min(one.begins for one in day.engagements))
    last = min(day.ends, max(drawn_until(one) for one in day.engagements))
    begins = max(day.begins, _full(first, day))
    hours = -((begins - last) // _HOUR)
    ends = min(day.ends, later(begins, max(hours * _HOUR, _SHORTEST_DAY)))
    begins = max(day.begins, min(begins, ends - _SHORTEST_DAY))
    hours = -((begins - ends) // _HOUR)
    even = width // hours * hours
    return Scale(begins, ends, max(1, even if width >= _EVEN * hours else width))


def drawn_until(one: Engagement) -> datetime:
    """Return until when its bar is drawn."""
    return one.ends if one.ends is not None else later(one.begins, NOMINAL)


def rows_of(day: Day, by: By, scale: Scale, people: Sequence[Person] = ()) -> tuple[Row, ...]:
    """Return the rows of a day: rooms in order of time, or people in the order of `people`, those not among them after.

    What names no room, or nobody, has the last row. A person has a row only where they take part in anything.
    """
    return tuple(_row(name, members, day, scale, by) for name, members in _groups(day, by, people))


def names_of(day: Day, by: By, people: Sequence[Person] = ()) -> list[str]:
    """Return what the rows of a day are called."""
    return [name for name, _ in _groups(day, by, people)]


def _groups(day: Day, by: By, people: Sequence[Person]) -> list[tuple[str, list[int]]]:
    return _rooms(day) if by is By.ROOM else _persons(day, people)


def _rooms(day: Day) -> list[tuple[str, list[int]]]:
    found: dict[str, tuple[str, list[int]]] = {}
    for at, one in enumerate(day.engagements):
        found.setdefault(fold(one.place), (one.place, []))[1].append(at)
    nowhere = found.pop("", None)
    return [*found.values(), *([(NOWHERE, nowhere[1])] if nowhere else [])]


def _persons(day: Day, people: Sequence[Person]) -> list[tuple[str, list[int]]]:
    found: dict[str, tuple[str, list[int]]] = {person.key: (person.name, []) for person in people}
    nobody: list[int] = []
    for at, one in enumerate(day.engagements):
        for person in one.who:
            found.setdefault(person.key, (person.name, []))[1].append(at)
        if not one.who:
            nobody.append(at)
    rows = [group for group in found.values() if group[1]]
    return [*rows, *([(NOBODY, nobody)] if nobody else [])]


def _row(name: str, members: Sequence[int], day: Day, scale: Scale, by: By) -> Row:
    """Return a row: each bar on the first lane on which nothing is at its time, nor in its cells."""
    bars: list[Bar] = []
    free: list[tuple[int, datetime]] = []  # the first free cell, and moment, of each lane
    for at in sorted(members, key=lambda at: _order(day.engagements[at])):
        one = day.engagements[at]
        until = drawn_until(one)
        left = min(scale.at(one.begins), max(0, scale.width - LEAST))
        right = max(left + LEAST, scale.at(until))
        lane = next((n for n, (cell, over) in enumerate(free) if cell <= left and over <= one.begins), len(free))
        free[lane : lane + 1] = [(right, until if one.ends is not None else one.begins)]
        before, after = one.begins < scale.begins, one.ends is not None and one.ends > scale.ends
        bars.append(Bar(at, lane, left, right, before, after, one.ends is None))
    return Row(name, tuple(bars), len(free), _signed(members, day, by))


def _signed(members: Sequence[int], day: Day, by: By) -> frozenset[int]:
    there = {day.engagements[at].item for at in members}
    return frozenset(
        at
        for at in members
        if any(by is By.ROOM or not clash.people or clash.other.item in there for clash in day.clashes.get(at, ()))
    )


def _order(one: Engagement) -> tuple[datetime, float]:
    """By beginning; of those that begin together the longest first: what encloses others lies above them."""
    return one.begins, -(drawn_until(one) - one.begins).total_seconds()


def _full(instant: datetime, day: Day) -> datetime:
    """Return the full hour on the day's clock that an instant is in."""
    there = instant.astimezone(day.zone)
    return instant - timedelta(minutes=there.minute, seconds=there.second)
