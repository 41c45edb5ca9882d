"""All that a library says of one person, gathered from every brief they are in: each line leads to its item there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from briefterm.library.appearances import Appearance, casts
from briefterm.library.catalogue import Catalogue
from briefterm.library.items import Items, items
from briefterm.people.clock import Clock
from briefterm.people.directory import Directory, Person
from briefterm.people.page import Line, Page, Presence

_NO_ITEMS = Items("", (), ())


@dataclass(frozen=True, slots=True)
class Office:
    """A title they had. `since` and `to` are as shown where the briefs say it, else empty.

    Otherwise `seen` is the date of the oldest and of the latest brief that gives them this title.
    """

    title: str
    org: str
    country: str
    since: str
    to: str
    seen: tuple[str, str]
    line: Line


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody they met: in how many briefs and items, and the latest of these."""

    person: Person
    briefs: int
    items: int
    last: Line


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of one person. `briefs` are the newest first, `offices` the latest, `met` the most frequent.

    `also` are other names as printed. `last` and `next` are what they were or will be in before and after `day`; what
    is under way is next, and where nothing is dated they are None. `last_met` is the latest field of that name. What is
    cancelled, or ahead on `day`, is in none of `last`, `last_met` and `met`; what is cancelled is not `next` either.
    `bios` lead to officials who have one; `bio` is that of people.yaml. `namesakes` may be the same person.
    """

    person: Person
    day: date
    also: tuple[str, ...]
    say: str
    address: str
    bio: str
    photo: str
    offices: tuple[Office, ...]
    last: Line | None
    next: Line | None
    last_met: Line | None
    met: tuple[Acquaintance, ...]
    led: tuple[Line, ...]
    briefs: tuple[Presence, ...]
    bios: tuple[Line, ...]
    namesakes: tuple[Person, ...]

    @property
    def particulars(self) -> Iterator[tuple[str, str]]:
        """What is said of the person in a line each, with a label: how to say the name, other names, ids, the photo."""
        told = (
            ("say", self.say),
            ("address", self.address),
            ("also", "; ".join(self.also)),
            ("ids", " ".join(self.person.ids)),
            ("photo", self.photo),
        )
        return ((label, text) for label, text in told if text)


def dossier(
    directory: Directory, catalogue: Catalogue, person: Person, day: date, moment: datetime | None = None
) -> Dossier:
    """Return the dossier of a person of this directory as it is on `day`, or at a `moment` of it. Raises DamagedError.

    A brief that has changed since the directory was read, so that its officials are others, is left out.
    """
    paths = directory.briefs(person)
    topics = {one.path: one for one in items(catalogue, paths)}
    entries = catalogue.entries(paths)
    found = [
        Page(entries[cast.path], cast, topics.get(cast.path, _NO_ITEMS), directory, person)
        for cast in casts(catalogue, paths)
        if cast.path in entries and len(cast.people) == len(directory.officials(cast.path))
    ]
    found.sort(key=lambda page: (-page.entry.first, page.entry.title, page.entry.path))
    presences = tuple(page.presence() for page in found)
    declared = person.declared
    own = [one for page in found for one in page.own]
    meetings = [line for page in found for line in page.meetings()]
    clock = Clock(day.toordinal(), moment)
    last, following = clock.around(meetings)
    return Dossier(
        person=person,
        day=day,
        also=_other_names(person, own),
        say=(declared.say if declared else "") or next((one.say for one in own if one.say), ""),
        address=declared.address if declared else "",
        bio=declared.bio if declared else "",
        photo=declared.photo if declared else "",
        offices=_offices(found),
        last=last,
        next=following,
        last_met=_last_met(found, clock),
        met=_met(found, directory, clock),
        led=tuple(line for page in found for line in page.led()),
        briefs=presences,
        bios=tuple(line for page in found for line in page.bios()),
        namesakes=tuple(directory.namesakes(person)),
    )


def _last_met(pages: Iterable[Page], clock: Clock) -> Line | None:
    """Return the latest field of that name of those that are not ahead."""
    said = (line for page in pages for line in page.last_met() if not clock.is_ahead(line))
    return max(said, key=clock.latest, default=None)


def _other_names(person: Person, own: Iterable[Appearance]) -> tuple[str, ...]:
    declared = person.declared.aliases if person.declared else ()
    found = (name for one in own for name in (one.name, *one.other_names))
    return tuple(name for name in dict.fromkeys((*declared, *found)) if name != person.name)


@dataclass(slots=True)
class _Seen:
    """How a title is seen in briefs while they are gone through, the newest first."""

    one: Appearance
    newest: Line
    oldest: Line


def _offices(pages: Sequence[Page]) -> tuple[Office, ...]:
    """Return every title once for each time in office, the latest first."""
    seen: dict[tuple[str, ...], _Seen] = {}
    written = {(one.title, one.org, one.country) for page in pages for one, _ in page.offices() if one.since or one.to}
    for page in pages:
        for one, line in page.offices():
            post = (one.title, one.org, one.country)
            if not one.title or (post in written and not (one.since or one.to)):
                continue
            found = seen.setdefault((*post, one.since, one.to), _Seen(one, line, line))
            found.oldest = line if line.first else found.oldest
            found.newest = found.newest if found.newest.first else line
    ordered = sorted(seen.values(), key=lambda it: -(it.one.first or it.newest.first))
    return tuple(
        Office(
            it.one.title,
            it.one.org,
            it.one.country,
            it.one.since,
            it.one.to,
            ("", "") if it.one.since or it.one.to else (it.oldest.date, it.newest.date),
            it.newest,
        )
        for it in ordered
    )


@dataclass(slots=True)
class _Company:
    """How often somebody was met, while briefs are gone through."""

    last: Line
    paths: set[str] = field(default_factory=set)
    items: set[tuple[str, str, int]] = field(default_factory=set)


def _met(pages: Sequence[Page], directory: Directory, clock: Clock) -> tuple[Acquaintance, ...]:
    """Return whom they met so far, the most frequent first. The same person twice in one item is met once."""
    met: dict[int, _Company] = {}
    for page in pages:
        for index, line in page.together():
            held = clock.begun(line)
            if held is None:
                continue
            company = met.setdefault(page.people[index].number, _Company(held))
            company.paths.add(held.path)
            company.items.add((held.path, held.pane, held.index))
            if clock.latest(held) > clock.latest(company.last):
                company.last = held
    found = [
        Acquaintance(directory.at(number), len(company.paths), len(company.items), company.last)
        for number, company in met.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.briefs, -one.items, one.person.name, one.person.number)))
