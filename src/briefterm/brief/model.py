"""What a brief is once read: frozen values, safe to show, with the line each came from.

Field names are the format's own, but `from` which is a word of Python's: it is `since` here. A tuple is empty and a
text is `""` where the file says nothing; a `When` or `Place` is None.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from briefterm.brief.countries import country_name
from briefterm.brief.when import When

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Extra:
    """A field the format does not know, kept as plain text."""

    name: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another item. `index` is its place in file order, or None where it names nobody here."""

    text: str
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a text, or its parts."""

    name: str = ""
    venue: str = ""
    city: str = ""
    country: str = ""

    @property
    def shown(self) -> str:
        """The parts that were given, smallest first, a country by its name."""
        return ", ".join(part for part in (self.venue, self.name, self.city, country_name(self.country)) if part)

    @property
    def written(self) -> str:
        """The same with a country as its code: what the file says."""
        return ", ".join(part for part in (self.venue, self.name, self.city, self.country) if part)


@dataclass(frozen=True, slots=True)
class Objectives:
    """What we want and what they want; `general` where no side is named."""

    general: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.general or self.ours or self.theirs)


@dataclass(frozen=True, slots=True)
class Official:
    """A person in the brief. `country` is an alpha-2 code, or text for what has none; `rank` 1 comes first."""

    name: str
    id: str = ""
    title: str = ""
    org: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    say: str = ""
    side: str = ""
    role: str = ""
    rank: int | None = None
    since: When | None = None
    to: When | None = None
    last_met: When | None = None
    bio: str = ""
    note: str = ""
    sources: tuple[Reference, ...] = ()
    marking: str = ""
    extra: tuple[Extra, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A topic: what is to be said, by whom, and how sure that is."""

    topic: str
    id: str = ""
    when: When | None = None
    place: Place | None = None
    by: str = ""
    who: tuple[Reference, ...] = ()
    ask: str = ""
    points: tuple[str, ...] = ()
    if_raised: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    background: str = ""
    certainty: str = ""
    note: str = ""
    sources: tuple[Reference, ...] = ()
    marking: str = ""
    language: str = ""
    extra: tuple[Extra, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the timeline. `date` is None only where `after` alone gives its order."""

    event: str
    date: When | None = None
    id: str = ""
    place: Place | None = None
    who: tuple[Reference, ...] = ()
    status: str = ""
    certainty: str = ""
    after: Reference | None = None
    note: str = ""
    sources: tuple[Reference, ...] = ()
    marking: str = ""
    extra: tuple[Extra, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Who said so, and how far that can be trusted."""

    name: str
    id: str = ""
    kind: str = ""
    date: When | None = None
    url: str = ""
    quote: str = ""
    reliability: str = ""
    note: str = ""
    extra: tuple[Extra, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Further prose under a heading."""

    heading: str
    text: str
    line: int = 0


@dataclass(frozen=True)
class Brief:
    """One brief. `id` is unique in its library unless two files claim the same one."""

    id: str
    title: str
    brief: str = ""
    kind: str = ""
    date: When | None = None
    place: Place | None = None
    countries: tuple[str, ...] = ()
    timezone: str = ""
    language: str = ""
    as_of: When | None = None
    status: str = ""
    version: str = ""
    supersedes: str = ""
    marking: str = ""
    principal: Reference | None = None
    summary: str = ""
    objectives: Objectives = field(default_factory=Objectives)
    officials: tuple[Official, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    timeline: tuple[Event, ...] = ()
    background: str = ""
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    open_questions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    extra: tuple[Extra, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()

    def __hash__(self) -> int:
        """By what names it: a hash of all its items would cost as much as reading them."""
        return hash((self.id, self.title))

    @cached_property
    def chronology(self) -> tuple[int, ...]:
        """Indices into `timeline` in order of time.

        By first possible moment, then last, then file order; an entry with only `after` follows what it names, and
        one whose date could not be read stands at the end.
        """
        waiting: dict[int, list[int]] = {}
        dated: list[int] = []
        for i, event in enumerate(self.timeline):
            if event.date is None and event.after is not None and event.after.index is not None:
                waiting.setdefault(event.after.index, []).append(i)
            else:
                dated.append(i)
        dated.sort(key=lambda i: _order(self.timeline[i]))
        order: dict[int, None] = {}
        for root in (*dated, *(i for later in waiting.values() for i in later)):
            pending = [root]
            while pending:
                i = pending.pop()
                if i not in order:
                    order[i] = None
                    pending.extend(reversed(waiting.get(i, ())))
        return tuple(order)

    @cached_property
    def precedence(self) -> tuple[int, ...]:
        """Indices into `officials` by rank, those without one after, each in file order."""
        ranks = [official.rank for official in self.officials]
        return tuple(sorted(range(len(ranks)), key=lambda i: (ranks[i] is None, ranks[i] or 0)))

    def sources_of(self, item: Official | AgendaItem | Event) -> Iterator[tuple[Reference, Source | None]]:
        """Yield each source an item names with the source itself, None where it is not listed."""
        for reference in item.sources:
            yield reference, None if reference.index is None else self.sources[reference.index]


def _order(event: Event) -> tuple[datetime, datetime]:
    return event.date.sort_key if event.date else (datetime.max, datetime.max)
