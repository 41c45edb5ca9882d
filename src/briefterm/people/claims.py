"""Whom people.yaml means by an official in a brief."""

from collections.abc import Sequence
from datetime import date
from fnmatch import fnmatchcase
from itertools import islice

from briefterm.brief.names import Name, Strength, strength_of
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import UNDATED
from briefterm.library.ordinals import days_of
from briefterm.library.rolls import Form, names_of
from briefterm.people.declared import MOST_PATTERNS, Declared, is_pattern
from briefterm.people.identity import UNCLAIMED, Known


class Claims:
    """The persons of a people.yaml, by what briefs may call them. `paths` are those of all briefs."""

    def __init__(self, persons: Sequence[Declared], catalogue: Catalogue, paths: Sequence[str]) -> None:
        self.known = [Known(person.ids, names_of((person.name, *person.aliases)), person.country) for person in persons]
        self._days = [_office(person) for person in persons]
        self._briefs = _places(persons, catalogue, paths)
        self._by_id: dict[str, list[int]] = {}
        self._by_name: dict[Name, list[int]] = {}
        for number, known in enumerate(self.known):
            for one in known.ids:
                self._by_id.setdefault(one, []).append(number)
            for name in known.names:
                self._by_name.setdefault(name, []).append(number)

    def candidates(self, form: Form) -> tuple[int, ...]:
        """Return who may be meant: by id where the brief has one, else by name; never someone of another country."""
        if form.id:
            found = self._by_id.get(form.id, [])
        else:
            names = [name for name in form.names if name is form.names[0] or strength_of(name) is not Strength.BARE]
            found = [number for name in names for number in self._by_name.get(name, [])]
        return tuple(
            number
            for number in dict.fromkeys(found)
            if not form.country or not self.known[number].country or self.known[number].country == form.country
        )

    def depend_on_brief(self, candidates: tuple[int, ...], form: Form) -> bool:
        """Return whether it takes the brief to say which of `candidates` is meant, if any."""
        bare = _is_bare(form)
        return len(candidates) > 1 or any(
            self._briefs[number] is not None or (bare and self._days[number] is not None) for number in candidates
        )

    def of(self, candidates: tuple[int, ...], form: Form, path: str, days: tuple[int, int]) -> int:
        """Return who is meant in the brief at `path` of these `days`, or UNCLAIMED where nobody is, or not one alone.

        Who is said to be meant in this brief comes before those of whom nothing is said.
        """
        here = [number for number in candidates if path in (self._briefs[number] or ())]
        left = here or [number for number in candidates if self._briefs[number] is None]
        bare = _is_bare(form)
        if bare or len(left) > 1:
            left = [number for number in left if number in here or self._in_office(number, days)]
        return left[0] if len(left) == 1 else UNCLAIMED

    def _in_office(self, number: int, days: tuple[int, int]) -> bool:
        office = self._days[number]
        if office is None:
            return True
        return days[0] != UNDATED and office[0] <= days[0] and days[1] <= office[1]


def _is_bare(form: Form) -> bool:
    return not form.id and bool(form.names) and strength_of(form.names[0]) is Strength.BARE


def _office(person: Declared) -> tuple[int, int] | None:
    """The days within which a bare name means them, or None where that is not said."""
    if person.since is None and person.to is None:
        return None
    first = days_of(person.since)[0] or date.min.toordinal()
    return first, days_of(person.to)[1] or date.max.toordinal()


def _places(persons: Sequence[Declared], catalogue: Catalogue, paths: Sequence[str]) -> list[frozenset[str] | None]:
    """The paths of the briefs in which alone each person is meant, None where that is not said."""
    patterns = iter([one for person in persons for one in person.briefs if is_pattern(one)][:MOST_PATTERNS])
    known = frozenset(paths) if persons else frozenset()
    places: list[frozenset[str] | None] = []
    for person in persons:
        found = {entry.path for one in person.briefs for entry in catalogue.with_id(one)}
        found.update(one for one in person.briefs if one in known)
        for one in islice(patterns, sum(map(is_pattern, person.briefs))):
            found.update(path for path in paths if fnmatchcase(path, one))
        places.append(frozenset(found) if person.briefs else None)
    return places
