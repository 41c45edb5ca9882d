"""Briefs that belong to one brief, and why: it names them or they name it, one series, the same people, one place."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import UNDATED, Entry
from briefterm.library.links import Links, links
from briefterm.people.directory import Directory, Person

MOST = 12
_MOST_NAMES = 3


class Tie(StrEnum):
    """Why two briefs belong together, the strongest first."""

    SUPERSEDES = "supersedes"  # this one replaces it
    SUPERSEDED = "superseded by"  # it replaces this one
    RELATED = "related"  # one of them names the other
    SERIES = "series"  # titles that differ in a number alone
    TITLE = "title"  # the same title
    PEOPLE = "people"
    PLACE = "place"


_WEIGHTS = {
    Tie.SUPERSEDES: 100.0,
    Tie.SUPERSEDED: 100.0,
    Tie.RELATED: 80.0,
    Tie.SERIES: 60.0,
    Tie.TITLE: 30.0,
    Tie.PEOPLE: 40.0,
    Tie.PLACE: 20.0,
}
_NEAR = 90.0  # days


@dataclass(frozen=True, slots=True)
class Reason:
    """One tie: which, and for people and place who or where."""

    tie: Tie
    text: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A brief that belongs to another, and why, the strongest reason first. `weight` orders those of one brief only."""

    entry: Entry
    reasons: tuple[Reason, ...]
    weight: float


def related(directory: Directory, catalogue: Catalogue, path: str, most: int = MOST) -> tuple[Relation, ...]:
    """Return the briefs that belong to the one at `path`, those most closely tied first.

    A person or place counts the less the more briefs have it, a bare name not at all, and all the more what is near in
    time. Raises DamagedError.
    """
    own = catalogue.entry(path)
    if own is None:
        return ()
    weights: defaultdict[str, float] = defaultdict(float)
    ties: dict[str, dict[Tie, str]] = {}
    for other, tie, weight, text in (*_named(catalogue, own), *_people(directory, path)):
        if other != path:
            weights[other] += weight
            ties.setdefault(other, {}).setdefault(tie, text)
    for other in weights:
        weights[other] *= 1 + _nearness(directory, own, other)
    near = [other for other, _ in sorted(weights.items(), key=lambda found: (-found[1], found[0]))[:most]]
    entries = catalogue.entries(near)
    return tuple(
        Relation(entries[other], tuple(Reason(tie, text) for tie, text in _in_order(ties[other])), weights[other])
        for other in near
        if other in entries
    )


Found = tuple[str, Tie, float, str]


def _named(catalogue: Catalogue, own: Entry) -> Iterator[Found]:
    """Yield what titles, places, `related` and `supersedes` tie to a brief."""
    mine = next(links(catalogue, [own.path]), Links(own.path))
    for tie, ids in ((Tie.SUPERSEDES, (mine.supersedes,)), (Tie.RELATED, mine.related)):
        for entry in (entry for one in ids if one for entry in catalogue.with_id(one)):
            yield entry.path, tie, _WEIGHTS[tie], ""
    for entry in catalogue.with_title(own.title):
        yield entry.path, Tie.TITLE, _WEIGHTS[Tie.TITLE], ""
    common: Counter[str] = Counter()
    near: list[tuple[str, list[str]]] = []
    for other in links(catalogue):
        if other.supersedes == own.id:
            yield other.path, Tie.SUPERSEDED, _WEIGHTS[Tie.SUPERSEDED], ""
        if own.id in other.related and other.path not in mine.related:
            yield other.path, Tie.RELATED, _WEIGHTS[Tie.RELATED], ""
        if mine.series and other.series == mine.series:
            yield other.path, Tie.SERIES, _WEIGHTS[Tie.SERIES], ""
        if shared := [place for place in mine.places if place in other.places]:
            common.update(shared)
            near.append((other.path, shared))
    for path, shared in near:
        rarest = min(shared, key=lambda place: (common[place], place))
        yield path, Tie.PLACE, _WEIGHTS[Tie.PLACE] / common[rarest] ** 0.5, rarest


def _people(directory: Directory, path: str) -> Iterator[Found]:
    """Yield the briefs in which the people of the one at `path` are too."""
    weights: defaultdict[str, float] = defaultdict(float)
    names: dict[str, list[Person]] = {}
    people = {person.number: person for person in directory.officials(path) if not person.bare}
    for person in sorted(people.values(), key=lambda person: person.briefs):
        for other in directory.briefs(person):
            weights[other] += 1 / person.briefs**0.5
            names.setdefault(other, []).append(person)
    for other, weight in weights.items():
        shown = ", ".join(person.name for person in names[other][:_MOST_NAMES])
        more = len(names[other]) - _MOST_NAMES
        yield other, Tie.PEOPLE, _WEIGHTS[Tie.PEOPLE] * weight, f"{shown} and {more} more" if more > 0 else shown


def _in_order(ties: dict[Tie, str]) -> list[tuple[Tie, str]]:
    order = list(Tie)
    return sorted(ties.items(), key=lambda found: order.index(found[0]))


def _nearness(directory: Directory, own: Entry, other: str) -> float:
    """Return 1 for a brief of the same day, less for one further off, 0 for an undated one."""
    meeting = directory.meeting(other)
    if meeting is None or UNDATED in (meeting.first, own.first):
        return 0.0
    return 1 / (1 + abs(meeting.first - own.first) / _NEAR)
