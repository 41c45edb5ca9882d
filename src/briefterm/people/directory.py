"""All the people of a library: each once, with how often they appear, to be filtered while one types."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import overload

from briefterm.brief.fold import fold, fold_long
from briefterm.brief.names import Name, Strength, name_words, strength_of
from briefterm.library.catalogue import Catalogue
from briefterm.library.rolls import Meeting
from briefterm.people.declared import NOBODY, Declared, People
from briefterm.people.register import Register

_NO_LETTER = re.compile(r"[\W_]+")


class Sorting(StrEnum):
    """How a directory is ordered."""

    NAME = "name"  # as printed
    COUNT = "count"  # who is in most briefs first


@dataclass(frozen=True, slots=True)
class Person:
    """One official across briefs, with their `number` in the directory that has made this.

    `name` is the one most used, `title` and `org` are the latest; `countries`, `sides` and `ids` are all there are;
    `briefs` counts. `bare` says that a bare name such as Bush is all that is known: it may be more than one person.
    `declared` is what people.yaml says of them. `keys` gives the key of a number.
    """

    number: int
    name: str
    countries: tuple[str, ...]
    title: str
    org: str
    sides: tuple[str, ...]
    ids: tuple[str, ...]
    names: tuple[Name, ...]
    briefs: int
    bare: bool
    declared: Declared | None
    keys: Callable[[int], str] = field(repr=False, compare=False)

    @property
    def key(self) -> str:
        """What they are called by and nobody else in their directory: an id, or a name with something in brackets.

        The first one asked for costs as much as all: keys tell everybody apart.
        """
        return self.keys(self.number)

    @property
    def post(self) -> str:
        """Title and organisation in one text."""
        return ", ".join(part for part in (self.title, self.org) if part)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a directory is filtered by; empty fields take everybody.

    Each word of `text` is the beginning of a part of a name; `org` is a part of the organisation. Both are folded.
    """

    text: str = ""
    country: str = ""
    side: str = ""
    org: str = ""


class Selection(Sequence[Person]):
    """Some people of a directory in an order, each made when it is looked at."""

    def __init__(self, directory: "Directory", numbers: Sequence[int]) -> None:
        self._directory = directory
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Person: ...

    @overload
    def __getitem__(self, index: slice) -> "Selection": ...

    def __getitem__(self, index: int | slice) -> "Person | Selection":
        if isinstance(index, slice):
            return Selection(self._directory, self._numbers[index])
        return self._directory.at(self._numbers[index])

    def place(self, person: Person) -> int | None:
        """Return where somebody of the same directory is among these. Makes nobody."""
        numbers = self._numbers
        return numbers.index(person.number) if person.number in numbers else None


class Directory:
    """The people of one library as its catalogue knows them. Reading it takes time, asking it next to none."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._made: dict[int, Person] = {}

    @classmethod
    def of(cls, catalogue: Catalogue, declared: People = NOBODY) -> "Directory":
        """Read the directory. Raises DamagedError."""
        return cls(Register(catalogue, declared.persons))

    def __len__(self) -> int:
        return len(self._register)

    def person(self, key: str) -> Person | None:
        """Return the person with this key."""
        return self.at(self._keys.index(key)) if key in self._keys else None

    def official(self, path: str, index: int) -> Person | None:
        """Return who the official at `index` of the brief at `path` is, None where the catalogue does not know them."""
        people = self.officials(path)
        return people[index] if 0 <= index < len(people) else None

    def officials(self, path: str) -> Sequence[Person]:
        """Return who the officials of the brief at `path` are, in file order."""
        return Selection(self, self._register.people_in(path))

    def meeting(self, path: str) -> Meeting | None:
        """Return what sort of brief the one at `path` is, None where nobody is in it."""
        return self._register.meeting(path)

    def briefs(self, person: Person) -> list[str]:
        """Return the paths of all briefs a person is in, in order."""
        return self._register.briefs(person.number)

    def prepare(self) -> None:
        """Do now what the first question would have to wait for."""
        _ = self._by_name, self._keys

    def filtered(self, wanted: Wanted, sorting: Sorting = Sorting.NAME) -> Selection:
        """Return everybody who answers to `wanted`."""
        found: Sequence[int] = self._by_name
        for word in name_words(wanted.text):
            beginning = self._register.beginning(word)
            found = [number for number in found if beginning[number]]
        if wanted.country:
            found = [number for number in found if wanted.country in self._countries(number)]
        if wanted.side or wanted.org:
            having = self._register.having(wanted.side, fold(wanted.org))
            found = [number for number in found if number in having]
        if sorting is Sorting.COUNT:
            found = sorted(found, key=lambda number: -self._register.count(number))
        return Selection(self, found)

    def with_id(self, one: str) -> Selection:
        """Return whoever has this id; several where briefs mean different persons by it."""
        return Selection(self, self._register.with_id(one))

    def with_name(self, name: Name) -> Selection:
        """Return whoever has this name or alias."""
        return Selection(self, self._register.with_name(name))

    def words(self) -> frozenset[str]:
        """Return every word of every name, folded."""
        return self._register.words()

    def namesakes(self, person: Person) -> Selection:
        """Return whoever has a name in common with a person and is not the same, or not for sure."""
        names = {name for name in person.names if strength_of(name) is not Strength.BARE}
        register = self._register
        found = {other for name in names for other in register.with_name(name)} - {person.number}
        return Selection(self, sorted(found, key=lambda number: (fold(self._name(number)), number)))

    def at(self, number: int) -> Person:
        """Return the person at `number` of the register."""
        made = self._made.get(number)
        if made is None:
            made = self._made.setdefault(number, self._person(number))  # one value a person, whichever thread asks
        return made

    @cached_property
    def _by_name(self) -> "array[int]":
        """Everybody in the order of names as printed, by their letters alone: `(Robert) John` is under R."""
        names = [_NO_LETTER.sub(" ", fold_long(self._name(number))).strip() for number in range(len(self))]
        return array("i", sorted(range(len(names)), key=lambda number: (names[number], number)))

    @cached_property
    def _keys(self) -> list[str]:
        """Everybody's key: an id that is theirs alone, else a name with what is in brackets, which no name has."""
        every = [self._ids(number) for number in range(len(self))]
        holders = Counter(one for ids in every for one in ids)
        keys: dict[str, int] = {}
        for number, ids in enumerate(every):
            own = next((one for one in ids if holders[one] == 1 and one not in keys), "")
            keys[own or self._key_by_name(number, keys)] = number
        return list(keys)

    def _key_by_name(self, number: int, given: Container[str]) -> str:
        forms, declared = self._register.forms(number), self._register.declared(number)
        known = forms[0].names if forms and not (declared and declared.name) else ()
        name = known[0][2:] if known else fold_long(self._name(number))
        about = [*self._countries(number), *(["bare"] if self._is_bare(number) else [])]
        key = f"{name} ({' '.join(about) or '?'})"
        again = 2
        while key in given:
            key = f"{name} ({' '.join((*about, str(again)))})"
            again += 1
        return key

    def _ids(self, number: int) -> tuple[str, ...]:
        declared, forms = self._register.declared(number), self._register.forms(number)
        if declared is None and len(forms) == 1:  # as most are
            return (forms[0].id,) if forms[0].id else ()
        found = (form.id for form in forms if form.id)
        return tuple(dict.fromkeys((*(declared.ids if declared else ()), *found)))

    def _countries(self, number: int) -> tuple[str, ...]:
        declared, forms = self._register.declared(number), self._register.forms(number)
        if declared is None and len(forms) == 1:
            return (forms[0].country,) if forms[0].country else ()
        found = (form.country for form in forms if form.country)
        own = (declared.country,) if declared and declared.country else ()
        return tuple(dict.fromkeys((*own, *found)))

    def _is_bare(self, number: int) -> bool:
        if self._register.declared(number) is not None:
            return False
        names = (name for form in self._register.forms(number) for name in form.names)
        return all(strength_of(name) is Strength.BARE for name in names)

    def _name(self, number: int) -> str:
        declared = self._register.declared(number)
        if declared is not None and declared.name:
            return declared.name
        forms = self._register.forms(number)
        if len(forms) == 1:
            return forms[0].name
        uses = Counter((form.name, form.names[:1]) for form in self._register.uses(number))
        aliases = {name for form in forms for name in form.names[1:]}

        def rank(found: tuple[str, tuple[Name, ...]]) -> tuple[int, int, bool, int, str]:
            """Fullest first, then the most used, then what is no alias of another; the longest, then by letters."""
            text, names = found
            name = names[0] if names else ""
            return -_strength(names), -uses[found], name in aliases, -len(name), text

        return min(uses, key=rank)[0]

    def _person(self, number: int) -> Person:
        register = self._register
        declared = register.declared(number)
        title, org = register.latest_post(number)
        return Person(
            number=number,
            name=self._name(number),
            countries=self._countries(number),
            title=title,
            org=org,
            sides=register.sides(number),
            ids=self._ids(number),
            names=register.names(number),
            briefs=register.count(number),
            bare=self._is_bare(number),
            declared=declared,
            keys=lambda number: self._keys[number],
        )


def _strength(names: Sequence[Name]) -> int:
    return strength_of(names[0]) if names else 0
