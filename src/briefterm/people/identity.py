"""Who is whom: which of the officials in all briefs are one person. Each rule is explained in docs/people.md.

It errs on the side of two persons: what is apart can be brought together in people.yaml, and is shown as a namesake;
what is wrongly together looks like a fact.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import NamedTuple

from briefterm.brief.names import Name, Strength, agree, name_words, strength_of, words_of
from briefterm.library.rolls import Form

UNCLAIMED = -1
_MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Known:
    """What an entry of people.yaml says that tells persons apart."""

    ids: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    country: str = ""


class Group(NamedTuple):
    """One person: the indices of their forms in ascending order, and who of people.yaml they are, or UNCLAIMED."""

    forms: list[int]
    known: int


class _Unit:
    """Forms that are one person for sure, by their indices. Two parts of one id have two `ids`."""

    __slots__ = ("countries", "forms", "ids", "known", "names")

    def __init__(self, forms: list[int], names: tuple[Name, ...], countries: tuple[str, ...]) -> None:
        self.forms = forms
        self.names = names
        self.countries = countries
        self.ids: tuple[str, ...] = ()
        self.known = UNCLAIMED

    def shares_country(self, other: "_Unit") -> bool:
        return any(country in other.countries for country in self.countries)

    def conflicts(self, other: "_Unit") -> bool:
        """Whether they are two persons for sure."""
        return bool(
            (self.ids and other.ids)
            or UNCLAIMED not in (self.known, other.known)
            or (self.countries and other.countries and not self.shares_country(other))
        )


def persons(forms: Sequence[Form], claims: Sequence[int] = (), known: Sequence[Known] = ()) -> list[Group]:
    """Return the persons in `forms`, by the first form of each.

    `claims` says for each form which of `known` it belongs to, UNCLAIMED for none. The order of `forms` is all one.
    """
    claims = claims or [UNCLAIMED] * len(forms)
    alone = _alone(forms, claims, known)
    rest = (index for index in range(len(forms)) if index not in alone)
    units = list(_units(forms, rest, claims, known))
    parents = list(range(len(units)))
    for name, holders in _holders(units):
        _join(units, holders, parents, strength_of(name))
    found = [part for group in _joined(units, parents) for part in _without_conflict(group) if part.forms]
    del units
    found += [Group([index], UNCLAIMED) for index in alone]
    found.sort(key=lambda group: group.forms[0])
    return found


def _alone(forms: Sequence[Form], claims: Sequence[int], known: Sequence[Known]) -> set[int]:
    """Return the forms that have neither id nor name in common with another: most are, and need no comparing."""
    ids = _twice(form.id for form in forms if form.id)
    names = _twice(
        chain((name for entry in known for name in entry.names), (name for form in forms for name in form.names))
    )
    return {
        index
        for index, form in enumerate(forms)
        if claims[index] == UNCLAIMED and form.names and form.id not in ids and names.isdisjoint(form.names)
    }


def _twice(texts: Iterable[str]) -> set[str]:
    """Return what stands in `texts` more than once."""
    return {text for text, times in Counter(texts).items() if times > 1}


def _units(
    forms: Sequence[Form], indices: Iterable[int], claims: Sequence[int], known: Sequence[Known]
) -> Iterator[_Unit]:
    """Yield the units of the forms with these `indices`; forms are made when they are looked at, few at a time."""
    claimed: dict[int, list[int]] = {}
    by_id: dict[str, list[int]] = {}
    by_name: dict[tuple[Name | str, str], list[int]] = {}
    for index in indices:
        form = forms[index]
        if claims[index] != UNCLAIMED:
            claimed.setdefault(claims[index], []).append(index)
        elif form.id:
            by_id.setdefault(form.id, []).append(index)
        else:
            by_name.setdefault((form.names[0] if form.names else form.name, form.country), []).append(index)
    for number, entry in enumerate(known):
        unit = _unit(_picked(forms, claimed.get(number, [])))
        unit.names = tuple({*unit.names, *entry.names})
        unit.countries = (entry.country,) if entry.country else unit.countries
        unit.ids = entry.ids
        unit.known = number
        yield unit
    for person, found in by_id.items():
        theirs = _picked(forms, found)
        for part in _parts(person, theirs):
            unit = _unit({index: theirs[index] for index in part})
            unit.ids = (person,)
            yield unit
    for found in by_name.values():
        yield _unit(_picked(forms, found))


def _picked(forms: Sequence[Form], indices: Iterable[int]) -> dict[int, Form]:
    return {index: forms[index] for index in indices}


def _unit(forms: Mapping[int, Form]) -> _Unit:
    names = {name: None for form in forms.values() for name in form.names}
    countries = {form.country: None for form in forms.values() if form.country}
    return _Unit(list(forms), tuple(names), tuple(countries))


def _parts(person: str, forms: Mapping[int, Form]) -> list[list[int]]:
    """Return the forms with one id, apart where countries conflict or a name has nothing to do with the others.

    An id is unique in its brief only: `minister` or `singh` may be another person in the next.
    """
    unlike = {(form.names, form.country) for form in forms.values()}
    if len(unlike) == 1:
        return [list(forms)]
    if len(unlike) > _MOST_COMPARED:
        return _alike(forms)
    parts: list[tuple[list[int], list[Form]]] = []
    for index, form in sorted(forms.items(), key=lambda found: _fullest_first(found[1])):
        fitting = [part for part in parts if _fits(person, form, part[1])]
        if len(fitting) == 1:
            indices, others = fitting[0]
            indices.append(index)
            if all((form.names, form.country) != (other.names, other.country) for other in others):
                others.append(form)
        else:
            parts.append(([index], [form]))
    return [indices for indices, _ in parts]


def _alike(forms: Mapping[int, Form]) -> list[list[int]]:
    """Return the forms with an id so common that it says nothing, together where names and country are equal."""
    alike: dict[tuple[tuple[Name, ...], str], list[int]] = {}
    for index, form in forms.items():
        alike.setdefault((form.names, form.country), []).append(index)
    return list(alike.values())


def _fullest_first(form: Form) -> tuple[object, ...]:
    return (not form.country, -len(words_of(form.names[0])) if form.names else 0, *form)


def _fits(person: str, form: Form, part: list[Form]) -> bool:
    if form.country and any(other.country and other.country != form.country for other in part):
        return False
    return any(may_be_one(person, form, other) for other in part)


def may_be_one(person: str, one: Form, other: Form) -> bool:
    """Return whether two officials with the same id may be one: their names agree, or the id spells one of them out."""
    if any(agree(a, b) for a in one.names for b in other.names):
        return True
    spelt = [word for word in name_words(person) if len(word) > 1]
    of_one, of_other = (_found(spelt, form) for form in (one, other))
    return bool(of_one & of_other) and max(len(of_one), len(of_other)) > 1


def _found(words: Iterable[str], form: Form) -> set[str]:
    return {word for word in words if any(word in words_of(name) for name in form.names)}


def _holders(units: Sequence[_Unit]) -> Iterator[tuple[Name, list[int]]]:
    """Yield each name that is more than a bare word and that several units have, with their indices."""
    first: dict[Name, int] = {}
    several: dict[Name, list[int]] = {}
    for index, unit in enumerate(units):
        for name in unit.names:
            if first.setdefault(name, index) != index and strength_of(name) is not Strength.BARE:
                several.setdefault(name, [first[name]]).append(index)
    yield from several.items()


def _join(units: Sequence[_Unit], holders: list[int], parents: list[int], strength: Strength) -> None:
    """Join those who share a name, but nobody who may be either of two."""
    if len(holders) > _MOST_COMPARED:
        return
    near = {index: {index} for index in holders}
    for one, other in combinations(holders, 2):
        enough = strength is Strength.FULL or units[one].shares_country(units[other])
        if enough and not units[one].conflicts(units[other]):
            near[one].add(other)
            near[other].add(one)
    for index, others in near.items():
        if all(near[other] == others for other in others):
            for other in others:
                parents[_root(parents, other)] = _root(parents, index)


def _joined(units: Sequence[_Unit], parents: list[int]) -> Iterator[list[_Unit]]:
    """Yield the units that belong together, most of them alone."""
    roots = [_root(parents, index) for index in range(len(units))]
    several: dict[int, list[_Unit]] = {root: [] for root, count in Counter(roots).items() if count > 1}
    for root, unit in zip(roots, units, strict=True):
        if root in several:
            several[root].append(unit)
        else:
            yield [unit]
    yield from several.values()


def _without_conflict(units: list[_Unit]) -> Iterator[Group]:
    """Yield units that a chain of names has joined as one person, or each by itself where two of them are two."""
    too_many = len(units) > _MOST_COMPARED
    if too_many or any(one.conflicts(other) for one, other in combinations(units, 2)):
        yield from (Group(sorted(unit.forms), unit.known) for unit in units)
    else:
        forms = sorted(index for unit in units for index in unit.forms)
        yield Group(forms, max(unit.known for unit in units))


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index
