"""A day's programme: what is when, in which room and with whom, and what cannot all be as it is planned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

from briefterm.brief.appointments import Appointment, apart, at_once, collide
from briefterm.brief.fold import fold
from briefterm.brief.model import AgendaItem, Brief, Event, Place
from briefterm.brief.now import LAST, Slot, every_slot, in_utc, item_of, later, seen_in

SHORTEST = timedelta(minutes=1)
"""How long what has no end written is taken to last, where it is asked what is at the same time."""
MOST = 500
"""Engagements of one day that are told apart; what is left out is counted."""
_MOST_DAYS = 60
_PANES = 1_000_000


@dataclass(frozen=True, slots=True)
class Person:
    """Who takes part. `key` tells people of one programme apart, also where two briefs name the same."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Engagement:
    """One time of one item, by the clock. `brief` is the number of its brief among those of the programme.

    `place` is as shown, empty where none is written. `room` is what two must share to be in one room, empty where the
    place says no more than the brief's own does: two meetings in one town do not stand against each other.
    """

    brief: int
    slot: Slot
    begins: datetime
    ends: datetime | None
    place: str = ""
    room: str = ""
    who: tuple[Person, ...] = ()
    by: str = ""
    status: str = ""

    @property
    def item(self) -> tuple[int, str, int]:
        """The item it is a time of."""
        return self.brief, self.slot.pane, self.slot.index


@dataclass(frozen=True, slots=True)
class Clash:
    """What stands against an engagement: the other one, and what both need: people by name, or their room."""

    other: Engagement
    people: tuple[str, ...] = ()
    room: str = ""


@dataclass(frozen=True)
class Day:
    """A day of a programme on the clock of `zone`, in order of time. `begins` and `ends` are its midnights, in UTC.

    `clashes` are by place in `engagements`. `untimed` are the items of the day that no clock time is known of.
    `more` counts what begins last and is left out.
    """

    day: date
    zone: tzinfo
    begins: datetime
    ends: datetime
    engagements: tuple[Engagement, ...]
    clashes: dict[int, tuple[Clash, ...]]
    untimed: tuple[Slot, ...] = ()
    more: int = 0

    @cached_property
    def conflicts(self) -> tuple[tuple[int, Clash], ...]:
        """Each pair that stands against each other once: the place of its first, and what stands against that."""
        places = {one: at for at, one in enumerate(self.engagements)}
        pairs = ((at, clash) for at in sorted(self.clashes) for clash in self.clashes[at])
        return tuple((at, clash) for at, clash in pairs if places[clash.other] > at)


def zone_of(brief: Brief, moment: datetime) -> tzinfo:
    """Return the zone of a brief's day: its own, else that of its first clock time, else the reader's."""
    if brief.timezone:
        return ZoneInfo(brief.timezone)
    first = next((slot for slot in every_slot(brief, moment) if slot.begins is not None), None)
    return first.zone if first is not None else moment.tzinfo or UTC


def engagements(brief: Brief, moment: datetime, number: int = 0) -> list[Engagement]:
    """Return the items of `brief` that a clock time is known of; `moment` has the reader's zone."""
    return [
        Engagement(
            number,
            slot,
            slot.begins.astimezone(UTC),
            slot.ends.astimezone(UTC) if slot.ends is not None else None,
            item.place.shown if item.place else "",
            _room(item.place, brief),
            _people(brief, item),
            item.by if isinstance(item, AgendaItem) else "",
            item.status if isinstance(item, Event) else "",
        )
        for slot in every_slot(brief, moment)
        if slot.begins is not None
        for item in [item_of(brief, slot)]
    ]


def people_of(briefs: Iterable[Brief]) -> tuple[Person, ...]:
    """Return the officials of all these briefs in order of precedence, each once."""
    return _each_once(brief.officials[at].name for brief in briefs for at in brief.precedence)


def days_of(timed: Iterable[Engagement], zone: tzinfo) -> tuple[date, ...]:
    """Return the days on the clock of `zone` that any of these is on, in order; of a long one the first 60."""
    days: set[date] = set()
    for one in timed:
        first = seen_in(one.begins, zone).date()
        last = seen_in(one.ends - SHORTEST, zone).date() if one.ends is not None else first
        days.update(first + timedelta(days=number) for number in range(min((last - first).days, _MOST_DAYS) + 1))
    return tuple(sorted(days))


def day_of(
    timed: Iterable[Engagement], day: date, zone: tzinfo, untimed: Iterable[Slot] = (), *, clashing: bool = True
) -> Day:
    """Return one day of a programme. Items that lie wholly in other days are left out, of `untimed` too."""
    begins = _midnight(day, zone)
    ends = _midnight(day + timedelta(days=1), zone) if day < date.max else LAST
    there = [one for one in timed if one.begins < ends and _over_at(one) > begins]
    there.sort(key=lambda one: (one.begins, _over_at(one), one.item))
    more, there = max(0, len(there) - MOST), there[:MOST]
    found = clashes(there) if clashing else {}
    return Day(
        day, zone, begins, ends, tuple(there), found,
        tuple(slot for slot in untimed if not slot.vague and slot.begins is None and slot.first <= day <= slot.last),
        more,
    )  # fmt: skip


def clashes(timed: Sequence[Engagement]) -> dict[int, tuple[Clash, ...]]:
    """Return by place in `timed` what stands against it, on both sides of each pair.

    What holds for one person holds for one room: a topic within its meeting stands against nothing, nor does one
    meeting that two briefs tell of. Cancelled events neither.
    """
    planned = {at: _appointment(at, one) for at, one in enumerate(timed) if one.status != "cancelled"}
    found: dict[int, list[Clash]] = {}
    for first, second in at_once(planned.values()):
        one, other = timed[first.line], timed[second.line]
        people = tuple(person.name for person in one.who if person.key in {found.key for found in other.who})
        room = one.room if one.room and one.room == other.room else ""
        if (people or room) and not _told_twice(first, second, one, other) and collide(first, second):
            place = one.place if room else ""
            found.setdefault(first.line, []).append(Clash(other, people, place))
            found.setdefault(second.line, []).append(Clash(one, people, place))
    return {at: tuple(against) for at, against in found.items()}


def _told_twice(first: Appointment, second: Appointment, one: Engagement, other: Engagement) -> bool:
    """Return whether two briefs tell of what begins at the same time, and may be in the same place."""
    return one.brief != other.brief and first.begins == second.begins and not apart(first, second)


def _appointment(at: int, one: Engagement) -> Appointment:
    """Return it as what clashes are looked for in; `line` is its place in the programme."""
    number = one.brief * _PANES + one.slot.index
    place = fold(one.place)
    return Appointment(one.begins, _over_at(one), True, one.slot.pane, number, one.slot.text, at, place, frozenset())


def _over_at(one: Engagement) -> datetime:
    return one.ends if one.ends is not None else later(one.begins, SHORTEST)


def _people(brief: Brief, item: AgendaItem | Event) -> tuple[Person, ...]:
    return _each_once(brief.officials[one.index].name if one.index is not None else one.text for one in item.who)


def _each_once(names: Iterable[str]) -> tuple[Person, ...]:
    from briefterm.brief.names import name_of

    found: dict[str, Person] = {}
    for name in names:
        key = name_of(name) or fold(name)
        found.setdefault(key, Person(key, name))
    return tuple(found.values())


def _room(place: Place | None, brief: Brief) -> str:
    if place is None or not (place.venue or place.name):
        return ""
    written = fold(place.written)
    return "" if brief.place is not None and written in fold(brief.place.written) else written


def _midnight(day: date, zone: tzinfo) -> datetime:
    return in_utc(datetime.combine(day, time.min, zone))
