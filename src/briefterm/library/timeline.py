"""The events of a whole library in time: how dense each decade, year, month, week or day is, and what happened in it.

An event is where its date says, and no more precisely. One that lasts counts once in each bucket that it is in: a visit
from the 3rd to the 10th on each of these days, and once for its month. One dated 1974 counts for that year; seen by the
month it is spread over twelve, in proportion to their days (see `density`).
"""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import and_, not_
from typing import NamedTuple

from briefterm.brief.when import Precision
from briefterm.library.appearances import names_at
from briefterm.library.catalogue import Catalogue
from briefterm.library.density import Reach, Tally, reach_of
from briefterm.library.entry import UNDATED, Entry
from briefterm.library.items import Days, Item, days, events_at
from briefterm.library.scales import Bucket, Scale, edges_of, numbering

_DAY = Precision.DAY.value


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the timeline of a brief: where it stands, what it says, and the names of those who take part."""

    entry: Entry
    index: int
    item: Item
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the events of a stretch of time; `total` counts them all."""

    total: int
    events: tuple[Happening, ...]


class Dates(NamedTuple):
    """Dates of events in columns: the number of its brief among `paths`, the event's index there, the days it may be.

    `start` and `end` are the numbers of the Precisions of its ends, `end` GOES_ON where it is open (`items.Days`).
    """

    paths: Sequence[str]
    brief: Sequence[int]
    event: Sequence[int]
    first: Sequence[int]
    last: Sequence[int]
    start: Sequence[int]
    end: Sequence[int]


_KINDS = "iiiiBBB"
"""Of which numbers each column but the last consists: precisions and parts are bytes where they are kept, too."""


class _Columns(NamedTuple):
    """The dates of events, each by the number of its brief, and the brief of every event without one."""

    brief: "array[int]"
    event: "array[int]"
    first: "array[int]"
    last: "array[int]"
    start: "array[int]"
    end: "array[int]"
    parts: "array[int]"
    undated: "array[int]"

    def of(self, taken: bytes) -> "_Columns":
        """Return those of the briefs whose byte is not 0."""
        kept = bytes(map(taken.__getitem__, self.brief))
        columns = [array(column.typecode, compress(column, kept)) for column in self[:-1]]
        return _Columns._make([*columns, array("i", [one for one in self.undated if taken[one]])])

    @property
    def precision(self) -> "array[int]":
        """The coarser Precision of the two ends of each."""
        return array("B", map(min, self.start, self.end))

    def sets(self) -> set[tuple[int, int]]:
        """Return the events that have several dates."""
        columns = zip(self.brief, self.event, self.parts, strict=True)
        return {(brief, event) for brief, event, parts in columns if parts > 1}


class _Vague(NamedTuple):
    """Dates as in a Reach, each once, with how many events are at it."""

    first: "array[int]"
    begun: "array[int]"
    ending: "array[int]"
    last: "array[int]"
    times: "array[int]"


class Timeline:
    """The dated events of the briefs of a library, all or some. Reading it takes time; asking it does not.

    `total` counts events, `undated` those of them that have no date that could be read, `briefs` those with events.
    """

    def __init__(self, catalogue: Catalogue, among: Collection[str] | None = None) -> None:
        """Read the events of every brief, or of those whose path is `among` these. Raises DamagedError."""
        paths: list[str] = []
        columns = [array(kind) for kind in _KINDS]
        undated = array("i")
        for found, places, fields in days(catalogue):
            briefs = [len(paths) + place for place in places]
            paths += found
            dated = fields[Days._fields.index("start")]
            for column, values in zip(columns, (briefs, *fields), strict=True):
                column.extend(compress(values, dated))
            undated.extend(compress(briefs, map(not_, dated)))
        every = _Columns._make((*columns, undated))
        self._fill(paths, every, b"\x01" * len(paths) if among is None else _taken(paths, among))

    def narrowed(self, among: Collection[str]) -> "Timeline":
        """Return the events of those of these briefs whose path is `among` these. Reads nothing."""
        made = Timeline.__new__(Timeline)
        made._fill(self._paths, self._columns, bytes(map(and_, _taken(self._paths, among), self._taken)))
        return made

    def _fill(self, paths: list[str], every: "_Columns", taken: bytes) -> None:
        self._paths = paths
        self._taken = taken
        self._columns = every.of(taken) if 0 in taken else every
        self._brief, self._index, self._first, self._last, _, _, self._parts, undated = self._columns
        self.undated = len(undated)
        self.total = self.undated + self._parts.count(1) + len(self._columns.sets())
        self.briefs = len(taken) - taken.count(0)

    @property
    def first(self) -> int:
        """The first day on which an event may be, UNDATED where none has a date."""
        return min(self._first, default=UNDATED)

    @property
    def last(self) -> int:
        """The last such day."""
        return max(self._last, default=UNDATED)

    def buckets(self, scale: Scale, first: int | None = None, last: int | None = None) -> list[Bucket]:
        """Return the buckets of `scale` that have any day from `first` to `last`, in order, empty ones too.

        Without these, from the first event to the last. Events outside are left out, as are their shares.
        """
        if not self._first:
            return []
        number = numbering(scale)
        low, high = number(self.first if first is None else first), number(self.last if last is None else last)
        edges = edges_of(scale, low, high)
        within, spread = self._sums(edges)
        return [
            Bucket(scale, edges[at], edges[at + 1] - 1, within[at], spread[at]) for at in range(max(0, high - low + 1))
        ]

    def lasts(self, buckets: Sequence[Bucket]) -> bool:
        """Return whether an event lasts from one of these buckets, which follow each other, into another."""
        starts = [bucket.first for bucket in buckets]
        return any(
            bisect_right(starts, first) != bisect_right(starts, last)
            for first, last in self._lasting
            if buckets and first <= buckets[-1].last and last > buckets[0].last
        )

    def page(self, catalogue: Catalogue, first: int, last: int, offset: int = 0, limit: int = 50) -> Page:
        """Return the events that may be on a day from `first` to `last`, both included.

        Those that lie within come first, in order of time; then those that reach beyond, the shortest first. Raises
        DamagedError.
        """
        columns = zip(self._first, self._last, self._brief, self._index, strict=True)
        found: dict[tuple[int, int], tuple[int, int, int]] = {}
        for begins, ends, brief, index in columns:
            if begins <= last and ends >= first:
                beyond = ends - begins if begins < first or ends > last else -1
                found[brief, index] = min(found.get((brief, index), (beyond, begins, ends)), (beyond, begins, ends))
        ordered = sorted(found, key=lambda event: (*found[event], self._paths[event[0]], event[1]))
        shown = [(self._paths[brief], index) for brief, index in ordered[offset : offset + limit]]
        return Page(len(found), tuple(happenings(catalogue, shown)))

    @property
    def dates(self) -> Dates:
        """Every date of every event."""
        columns = self._columns
        return Dates(self._paths, columns.brief, columns.event, columns.first, columns.last, columns.start, columns.end)

    @cached_property
    def _known(self) -> "tuple[array[int], array[int]]":
        """The first and the last days, each in order, of the events that have one date which says days."""
        columns = self._columns
        known = bytes(
            parts == 1 and precision >= _DAY for parts, precision in zip(columns.parts, columns.precision, strict=True)
        )
        firsts, lasts = (array("i", sorted(compress(column, known))) for column in (columns.first, columns.last))
        return firsts, lasts

    @cached_property
    def _vague(self) -> "_Vague":
        """The dates of events that have one, of which an end says no day."""
        columns = self._columns
        dates = zip(columns.first, columns.last, columns.start, columns.end, columns.parts, strict=True)
        counts = Counter(
            (first, last, start, end)
            for first, last, start, end, parts in dates
            if parts == 1 and min(start, end) < _DAY
        )
        found = _Vague(*(array("i") for _ in _Vague._fields))
        for one, times in counts.items():
            for column, value in zip(found, (*reach_of(*one), times), strict=True):
                column.append(value)
        return found

    @cached_property
    def _lasting(self) -> list[tuple[int, int]]:
        """The days that events last for sure, of those that last longer than one, each once."""
        columns = self._columns
        dates = zip(columns.first, columns.last, columns.precision, columns.parts, strict=True)
        known = {(first, last) for first, last, precision, _ in dates if first < last and precision >= _DAY}
        vague = zip(self._vague.begun, self._vague.ending, strict=True)
        return [*known, *((begun, ending) for begun, ending in vague if begun < ending)]

    @cached_property
    def _several(self) -> list[list[Reach]]:
        """The dates of each event that has more."""
        found: dict[tuple[int, int], list[Reach]] = {}
        for brief, event, first, last, start, end, parts in zip(*self._columns[:-1], strict=True):
            if parts > 1:
                found.setdefault((brief, event), []).append(reach_of(first, last, start, end))
        return list(found.values())

    def _sums(self, edges: Sequence[int]) -> tuple[list[int], list[float]]:
        """Return what is for sure and what may be in each bucket, given the first day of each and of the next."""
        tally = Tally(edges)
        tally.add_days(*self._known)
        for first, begun, ending, last, times in zip(*self._vague, strict=True):
            tally.add((Reach(first, begun, ending, last),), times)
        for dates in self._several:
            tally.add(dates)
        return tally.sums()


def _taken(paths: Sequence[str], among: Collection[str]) -> bytes:
    """Return a byte for each of `paths`: 1 where it is `among` these."""
    return bytes(map(frozenset(among).__contains__, paths))


def happenings(catalogue: Catalogue, events: Sequence[tuple[str, int]]) -> Iterator[Happening]:
    """Yield the events that have these paths and indices, in this order; those gone meanwhile not. As `page`."""
    paths = list(dict.fromkeys(path for path, _ in events))
    entries = catalogue.entries(paths)
    texts, names = events_at(catalogue, events), names_at(catalogue, events)
    for event in events:
        path, index = event
        if path in entries and event in texts:
            yield Happening(entries[path], index, texts[event], names.get(event, ()))
