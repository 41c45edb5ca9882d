"""Items with clock times: which of them one official cannot attend both, and which are too long for one meeting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefterm.brief.fold import fold
from briefterm.brief.model import Brief, Place
from briefterm.brief.problems import Level, Problem
from briefterm.brief.safe import shorten
from briefterm.brief.when import When

LONGEST = timedelta(days=1)
FRAME = timedelta(hours=4)
_MOST_OPEN = 32


@dataclass(frozen=True, slots=True)
class Appointment:
    """One time of one item, `begins` and `ends` in UTC, or on the local clock where the brief knows no zone."""

    begins: datetime
    ends: datetime
    zoned: bool
    pane: str
    index: int
    text: str
    line: int
    place: str
    people: frozenset[int]

    @property
    def field(self) -> str:
        """The path of the field that says when it is."""
        return f"agenda[{self.index}].when" if self.pane == "agenda" else f"timeline[{self.index}].date"

    def encloses(self, other: "Appointment") -> bool:
        """Return whether all of `other` falls within it."""
        return self.begins <= other.begins and other.ends <= self.ends


def appointments(brief: Brief) -> Iterator[Appointment]:
    """Yield the times of every item that has a clock time without doubt, but of cancelled events."""
    for index, item in enumerate(brief.agenda):
        if item.when is not None and ":" in item.when.written:
            people = frozenset(one.index for one in item.who if one.index is not None)
            for begins, ends, zoned in _times(item.when):
                place = _folded(item.place)
                yield Appointment(begins, ends, zoned, "agenda", index, item.topic, item.line, place, people)
    for index, event in enumerate(brief.timeline):
        if event.date is not None and ":" in event.date.written and event.status != "cancelled":
            people = frozenset(one.index for one in event.who if one.index is not None)
            for begins, ends, zoned in _times(event.date):
                place = _folded(event.place)
                yield Appointment(begins, ends, zoned, "timeline", index, event.event, event.line, place, people)


def _times(when: When) -> Iterator[tuple[datetime, datetime, bool]]:
    for span in when.spans:
        start, end = span.start, span.end
        if start is None or end is None or start.clock is None or end.clock is None:
            continue
        if start.plain and end.plain:
            instants = When(when.written, (span,), when.zone).instants()
            begins, ends = instants or (start.begins, end.ends)
            if begins <= ends:
                yield begins, ends, instants is not None


def _folded(place: Place | None) -> str:
    return fold(place.written) if place else ""


def too_long(brief: Brief) -> Iterator[Problem]:
    """Yield items that begin and end by the clock and last longer than a day."""
    for one in appointments(brief):
        if one.ends - one.begins > LONGEST:
            hours = (one.ends - one.begins) // timedelta(hours=1)
            message = f"lasts {hours} hours; check the day it ends, or write days without clock times"
            yield Problem(one.line, 1, Level.WARNING, one.field, message)


def overlaps(brief: Brief) -> Iterator[Problem]:
    """Yield, for every item that one official cannot attend as planned, the earlier item that stands against it."""
    told: set[tuple[str, int]] = set()
    for other, one in at_once([one for one in appointments(brief) if one.people]):
        later, earlier = max(one, other, key=_in_file), min(one, other, key=_in_file)
        shared = one.people & other.people
        if shared and (later.pane, later.index) not in told and collide(other, one):
            told.add((later.pane, later.index))
            yield _collision(brief, later, earlier, min(shared))


def at_once(timed: Iterable[Appointment]) -> Iterator[tuple[Appointment, Appointment]]:
    """Yield pairs of appointments of which the second begins no earlier than the first, and before that ends.

    Times of which one has a zone and the other none cannot be compared, and are no pair.
    Of those under way when one begins, it is paired with no more than the 32 that began last.
    """
    under_way: list[Appointment] = []
    for one in sorted(timed, key=lambda one: (one.zoned, one.begins, one.ends)):
        under_way = [o for o in under_way if o.zoned is one.zoned and o.ends > one.begins][-_MOST_OPEN:]
        for other in under_way:
            yield other, one
        under_way.append(one)


def _in_file(one: Appointment) -> tuple[str, int]:
    return one.pane, one.index


def collide(one: Appointment, other: Appointment) -> bool:
    """Return whether nobody can be at both, `other` beginning no earlier than `one` and before it ends."""
    if (one.pane, one.index) == (other.pane, other.index):
        return False
    if apart(one, other):
        return True
    outer, inner = (one, other) if one.encloses(other) else (other, one)
    if not outer.encloses(inner):
        return True
    if one.pane != other.pane:
        return False
    if outer.begins == inner.begins and outer.ends == inner.ends:
        return one.pane == "timeline"
    return outer.ends - outer.begins < FRAME


def apart(one: Appointment, other: Appointment) -> bool:
    """Return whether they are said to be in places of which neither is in the other."""
    return bool(one.place and other.place) and one.place not in other.place and other.place not in one.place


def _collision(brief: Brief, later: Appointment, earlier: Appointment, person: int) -> Problem:
    name = shorten(brief.officials[person].name)
    message = (
        f"{name} is at `{shorten(earlier.text, 40)}` (line {earlier.line}) at the same time; "
        "change one of the times, or who takes part"
    )
    return Problem(later.line, 1, Level.WARNING, later.field, message)
