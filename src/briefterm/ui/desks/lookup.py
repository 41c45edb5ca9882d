"""What is looked up in the whole library beside the screen: dossiers, the directory, the timeline, related briefs."""

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from briefterm.errors import BrieftermError
from briefterm.library.scales import LEAST, Bucket, Scale
from briefterm.library.timeline import Page, Timeline
from briefterm.locales import ENGLISH, Locale

if TYPE_CHECKING:
    from briefterm.library.calendar import Calendar, DayPage
    from briefterm.people.asking import Asked
    from briefterm.people.directory import Directory, Person, Sorting, Wanted
    from briefterm.people.dossier import Dossier
    from briefterm.people.related import Relation
    from briefterm.search.finder import Paths
    from briefterm.ui.overview import Overview

FAINT = 0.5
"""The density of imprecise dates below which a bucket is too little to be looked at."""
MOST_EVENTS = 300
_YEAR = 366
_REACH = {Scale.YEAR: 500 * _YEAR, Scale.MONTH: 60 * _YEAR, Scale.WEEK: 12 * _YEAR, Scale.DAY: 2 * _YEAR}
_MARGIN = 0.1
_MODULES = (
    "people.asking",
    "people.dossier",
    "people.related",
    "ui.screens.dossier",
    "ui.screens.times",
    "ui.screens.calendar",
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a brief names: its official at `index` of so many, or with None a name that stands in an item alone."""

    name: str
    path: str = ""
    index: int | None = None
    among: int = 0


@dataclass(frozen=True, slots=True)
class AskDossier:
    """The dossier of somebody a brief names, or with a text of the person with this key, as it is at `moment`.

    With `again`, that of the same person as in a directory that was read before.
    """

    ticket: int
    who: Named | str
    moment: datetime
    again: "Person | None" = None


@dataclass(frozen=True, slots=True)
class AskPeople:
    """Those of the directory whom `line` asks for; `keep` is somebody of a directory that may have been read before."""

    ticket: int
    line: str
    sorting: "Sorting"
    keep: "Person | None" = None
    locale: Locale = ENGLISH


@dataclass(frozen=True, slots=True)
class AskTimes:
    """The timeline of the briefs that `query` finds, or with none of all, around the days `first` to `last`."""

    ticket: int
    query: str
    scale: Scale
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AskDays:
    """The calendar of the briefs that `query` finds, or with none of all, and what is on `day`, an ordinal."""

    ticket: int
    query: str
    day: int


@dataclass(frozen=True, slots=True)
class AskRelated:
    """The briefs that belong to the one at `path`."""

    ticket: int
    path: str


@dataclass(frozen=True, slots=True)
class MakeReady:
    """Read what the first of the others would have to wait for."""

    ticket: int = 0


Ask = AskDossier | AskPeople | AskTimes | AskDays | AskRelated | MakeReady


@dataclass(frozen=True, slots=True)
class DossierFound:
    """A dossier, or None where the library does not know the person."""

    ticket: int
    dossier: "Dossier | None"


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """Those asked for, out of so many; `at` is the place of who was to be kept, if they are among them.

    `near` says that nobody is, and these are spelt nearly so.
    """

    ticket: int
    line: str
    people: "Sequence[Person]"
    among: int
    asked: "Asked"
    at: int | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class TimesFound:
    """A stretch of the timeline: `at` is the bucket asked for, `page` what happened in it.

    `lasting` says that something lasts from one bucket into another.
    """

    ticket: int
    ask: AskTimes
    buckets: Sequence[Bucket]
    at: int
    page: Page
    total: int
    undated: int
    briefs: int
    lasting: bool
    suggestion: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DaysFound:
    """A calendar, and what is on the day asked for."""

    ticket: int
    ask: AskDays
    calendar: "Calendar"
    page: "DayPage"


@dataclass(frozen=True, slots=True)
class RelatedFound:
    """The briefs that belong to one."""

    ticket: int
    relations: "tuple[Relation, ...]"


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """The library's people.yaml has been looked at; `notice` says what is wrong where it cannot be read."""

    ticket: int
    notice: str


@dataclass(frozen=True, slots=True)
class NotFound:
    """It could not be looked up; `reason` is for the person."""

    ticket: int
    reason: str


Found = DossierFound | PeopleFound | TimesFound | DaysFound | RelatedFound | PeopleRead | NotFound


class Lookup:
    """Answers one question after another from `records`; `tell` takes the answers. For one thread."""

    def __init__(self, records: "Overview", tell: Callable[[Found], object]) -> None:
        self._records = records
        self._tell = tell
        self._notice = ""
        self._buckets: tuple[Timeline, Scale, int, int, list[Bucket], bool] | None = None

    def __call__(self, ask: Ask) -> None:
        """Answer one question, whatever happens."""
        try:
            found = self._found(ask)
        except (BrieftermError, sqlite3.Error, OSError) as error:
            found = NotFound(ask.ticket, str(error))
        except Exception as error:  # a damaged index raises anything; the person gets a line
            found = NotFound(ask.ticket, f"the index could not be read ({type(error).__name__}); r reads it again")
        if found is not None:
            self._tell(found)

    def _found(self, ask: Ask) -> Found | None:
        match ask:
            case AskDossier():
                return self._dossier(ask)
            case AskPeople():
                return self._people(ask)
            case AskTimes():
                return self._times(ask)
            case AskDays():
                calendar = self._records.calendar(ask.query)
                return DaysFound(ask.ticket, ask, calendar, calendar.page(self._records.catalogue(), ask.day))
            case AskRelated():
                from briefterm.people.related import related

                directory = self._directory()
                return RelatedFound(ask.ticket, related(directory, self._records.catalogue(), ask.path))
            case MakeReady():
                self._make_ready()
                return None

    def _make_ready(self) -> None:
        for module in _MODULES:
            import_module(f"briefterm.{module}")
        self._directory().prepare()
        timeline = self._records.timeline()
        timeline.lasts(timeline.buckets(Scale.YEAR))

    def _directory(self) -> "Directory":
        """Return everybody; what is wrong in people.yaml is told where that is another thing than before."""
        directory = self._records.directory()
        if self._records.notice != self._notice:
            self._notice = self._records.notice
            self._tell(PeopleRead(0, self._notice))
        return directory

    def _dossier(self, ask: AskDossier) -> DossierFound:
        from briefterm.people.dossier import dossier

        directory = self._directory()
        if ask.again is not None:
            person = _same(directory, ask.again)
        else:
            person = directory.person(ask.who) if isinstance(ask.who, str) else _person(directory, ask.who)
        if person is None:
            return DossierFound(ask.ticket, None)
        told = dossier(directory, self._records.catalogue(), person, ask.moment.date(), ask.moment)
        return DossierFound(ask.ticket, told)

    def _people(self, ask: AskPeople) -> PeopleFound:
        from briefterm.people.asking import asked

        directory, whom = self._directory(), asked(ask.line, ask.locale)
        people = directory.filtered(whom.wanted, ask.sorting)
        kept = _same(directory, ask.keep) if ask.keep is not None else None
        at = people.place(kept) if kept is not None else None
        alike = [] if people else _alike(directory, whom.wanted)
        return PeopleFound(ask.ticket, ask.line, alike or people, len(directory), whom, at, bool(alike))

    def _times(self, ask: AskTimes) -> TimesFound:
        found: Paths | None = None
        timeline = self._records.timeline()
        if ask.query.strip():
            found, timeline = self._records.narrowed(ask.query)
        buckets, lasting = self._stretch(timeline, ask)
        at = nearest(buckets, ask.first, ask.last)
        page = Page(0, ())
        if buckets:
            shown = buckets[at]
            page = timeline.page(self._records.catalogue(), shown.first, shown.last, 0, MOST_EVENTS)
        return TimesFound(
            ask.ticket,
            ask,
            buckets,
            at,
            page,
            timeline.total,
            timeline.undated,
            timeline.briefs,
            lasting,
            found.suggestion if found else "",
            found.notes if found else (),
        )

    def _stretch(self, timeline: Timeline, ask: AskTimes) -> tuple[list[Bucket], bool]:
        """Return the buckets around a day, and whether anything lasts from one into another.

        These are the same as before while the day is well within them.
        """
        if self._buckets is not None:
            same, scale, low, high, buckets, lasting = self._buckets
            margin = int(_MARGIN * _REACH.get(scale, 0))
            inner = low + margin if low > timeline.first else low, high - margin if high < timeline.last else high
            day = max(timeline.first, min(ask.first, timeline.last))
            if same is timeline and scale is ask.scale and inner[0] <= day <= inner[1]:
                return buckets, lasting
        low, high = window(timeline, ask.scale, ask.first)
        buckets = timeline.buckets(ask.scale, low, high)
        lasting = timeline.lasts(buckets)
        self._buckets = (timeline, ask.scale, low, high, buckets, lasting)
        return buckets, lasting


def window(timeline: Timeline, scale: Scale, day: int) -> tuple[int, int]:
    """Return the first and last day of what is shown of a timeline around `day`: all of it by the decade."""
    reach = _REACH.get(scale)
    if reach is None:
        return timeline.first, timeline.last
    day = max(timeline.first, min(day, timeline.last))
    return max(timeline.first, day - reach), min(timeline.last, day + reach)


def nearest(buckets: Sequence[Bucket], first: int, last: int) -> int:
    """Return the index of the first bucket from day `first` to `last` with events, else of the one next to it.

    One in which an event lies for sure comes before those that an imprecise date reaches. 0 where there is none.
    """
    if not buckets:
        return 0
    starts = [bucket.first for bucket in buckets]
    low, high = (max(0, bisect_right(starts, day) - 1) for day in (first, last))
    inside = range(low, high + 1)
    sure = next((at for at in inside if buckets[at].within >= LEAST), None)
    reached = next((at for at in inside if buckets[at].density > 0), None) if sure is None else sure
    if reached is not None:
        return reached
    full = (at for at, bucket in enumerate(buckets) if not is_faint(bucket))
    return min(full, key=lambda at: abs(at - low), default=low)


def is_faint(bucket: Bucket) -> bool:
    """Return whether there is nothing in a bucket but, at most, a small part of what imprecise dates may mean."""
    return bucket.within < LEAST and bucket.density < FAINT


def _same(directory: "Directory", before: "Person") -> "Person | None":
    """Return who somebody of a directory that was read before is in this one: by key, else by name."""
    from briefterm.people.finding import certain, find

    return directory.person(before.key) or certain(find(directory, before.name))


def _alike(directory: "Directory", wanted: "Wanted") -> "list[Person]":
    """Return whose names are spelt nearly as they are wanted, of those who are all else that is wanted."""
    from briefterm.people.finding import near

    others = directory.filtered(replace(wanted, text=""))
    return [person for person in near(directory, wanted.text) if others.place(person) is not None]


def _person(directory: "Directory", named: Named) -> "Person | None":
    """Return whom a brief means: by place where the catalogue has the brief as it is on the screen, else by name."""
    from briefterm.people.finding import certain, find

    if named.index is not None and len(directory.officials(named.path)) == named.among:
        return directory.official(named.path, named.index)
    return certain(find(directory, named.name))
