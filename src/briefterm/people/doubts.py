"""What people.yaml says of persons that the briefs of its library do not bear out.

It is told where an id brings somebody in whose name has nothing to do with the others, where an alias brings in nobody
because whoever has it in the briefs has an id of their own, and where `briefs` names a brief that is not there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import NamedTuple

from briefterm.brief.names import Name, Strength, name_of, strength_of
from briefterm.brief.problems import Hints, Level, Problem, asked
from briefterm.brief.safe import shorten
from briefterm.library.rolls import Form, names_of
from briefterm.people.declared import MOST_PATTERNS, Declared, is_pattern
from briefterm.people.identity import may_be_one


@dataclass(frozen=True, slots=True)
class Sighting:
    """An official as a brief lists them, and what that brief is to be called."""

    form: Form
    where: str


class Place(NamedTuple):
    """What people.yaml may call a brief of its library by: its path there, and its id."""

    path: str
    id: str


def doubts(persons: Sequence[Declared], sightings: Iterable[Sighting], places: Sequence[Place]) -> list[Problem]:
    """Return what is doubtful in a people.yaml, given all officials of the briefs of its library, and all these briefs.

    Of persons who are said to be meant only in some briefs it is doubted only whether there are such.
    """
    by_id: dict[str, dict[Form, Sighting]] = {}
    by_name: dict[Name, dict[Form, Sighting]] = {}
    for one in sightings:
        if one.form.id:
            by_id.setdefault(one.form.id, {}).setdefault(one.form, one)
        for name in _called(one.form):
            by_name.setdefault(name, {}).setdefault(one.form, one)
    taken = {one for person in persons for one in person.ids}
    found = list(_nowhere(persons, places))
    for index, person in enumerate(persons):
        if not person.briefs:
            found += _swallowed(person, index, by_id)
            found += _without_effect(person, index, by_name, taken)
    return sorted(found)


def _nowhere(persons: Sequence[Declared], places: Sequence[Place]) -> Iterator[Problem]:
    """Say which `briefs` name none that is there; of patterns, as many are looked at as are ever taken."""
    paths = [place.path for place in places]
    named = {*paths, *(place.id for place in places)}
    hints = Hints()
    patterns = 0
    for index, person in enumerate(persons):
        for one in person.briefs:
            pattern = is_pattern(one)
            patterns += pattern
            if one in named or (
                pattern and (patterns > MOST_PATTERNS or any(fnmatchcase(path, one) for path in paths))
            ):
                continue
            if pattern:
                advice = "a path begins below the library, and `*` stands for any part of it"
                message = f"no brief has a path like `{shorten(one)}`; {advice}"
            else:
                meant = asked(hints.nearest("brief", one, lambda: named))
                advice = meant or "; write the id of one, or its path below the library"
                message = f"no brief has the id or path `{shorten(one)}`{advice}"
            line, column = person.seat(one, "briefs")
            yield Problem(line, column, Level.WARNING, f"people[{index}].briefs", message)


def _swallowed(person: Declared, index: int, by_id: dict[str, dict[Form, Sighting]]) -> Iterator[Problem]:
    """Say which ids bring in somebody of another name."""
    names = names_of((person.name, *person.aliases))
    for one in person.ids:
        seen = _of_their_country(person, by_id.get(one, {}).values())
        known = Form(one, person.country, person.name, names) if names else seen[0].form if seen else None
        other = next((it for it in seen if known is not None and not may_be_one(one, it.form, known)), None)
        if other is None:
            continue
        line, column = person.seat(one, "id", "ids")
        who = f"{shorten(other.form.name)} in {other.where}"
        so = f"is {person.name or (known.name if known else '')} by that"
        advice = (
            "if that is right, write that name under `aliases`; if not, take the id out, or name under `briefs` those "
            "in which it means this person"
        )
        yield Problem(
            line,
            column,
            Level.WARNING,
            f"people[{index}].ids",
            f"`{shorten(one)}` is the id of {who}, who {so}; {advice}",
        )


def _without_effect(
    person: Declared, index: int, by_name: dict[Name, dict[Form, Sighting]], taken: set[str]
) -> Iterator[Problem]:
    """Say which aliases bring in nobody, because in the briefs those of that name have other ids."""
    own = set(person.ids) or {one.form.id for one in _holders(person, person.name, by_name)} - {""}
    for alias in person.aliases:
        holders = _holders(person, alias, by_name)
        ids = {one.form.id for one in holders}
        foreign = [one for one in holders if one.form.id and one.form.id not in own | taken]
        if not foreign or "" in ids or ids & own or (not own and len(ids) == 1):
            continue
        line, column = person.seat(alias, "aliases")
        ids_there = sorted({one.form.id for one in foreign})
        has = f"{foreign[0].form.name} in {foreign[0].where} has the id `{shorten(foreign[0].form.id)}`"
        advice = f"if that is the same person, write `ids: [{', '.join(map(shorten, sorted(own | set(ids_there))))}]`"
        message = f"the alias `{shorten(alias)}` has no effect: {has}, and two ids are two persons; {advice}"
        yield Problem(line, column, Level.WARNING, f"people[{index}].aliases", message)


def _holders(person: Declared, text: str, by_name: dict[Name, dict[Form, Sighting]]) -> list[Sighting]:
    """Return who has a name, but for those of another country."""
    name = name_of(text)
    return _of_their_country(person, by_name.get(name, {}).values()) if name is not None else []


def _of_their_country(person: Declared, seen: Iterable[Sighting]) -> list[Sighting]:
    return [one for one in seen if not (person.country and one.form.country and one.form.country != person.country)]


def _called(form: Form) -> Iterator[Name]:
    """Yield the names that people.yaml may mean an official by: a bare word only where it is what they are called."""
    for name in form.names:
        if name is form.names[0] or strength_of(name) is not Strength.BARE:
            yield name
