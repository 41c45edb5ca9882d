"""people.yaml: what a library says once about a person, for every brief. Its format is explained in docs/people.md."""

from collections.abc import Iterator
from collections.abc import Sequence as Many
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from briefterm.brief.entries import entry_nodes, read_entries
from briefterm.brief.fields import Field, Table, Type
from briefterm.brief.problems import Level, Problem
from briefterm.brief.safe import safe_line, shorten
from briefterm.brief.tree import Mapping, Node, Scalar, Sequence, UnreadableError, parse
from briefterm.brief.values import Fields, Values
from briefterm.brief.when import When
from briefterm.library.files import PEOPLE_FILES, read_file

PERSON = Table(
    "people",
    (
        Field("name", Type.LINE, "as it is to be printed; the most usual in briefs if left out"),
        Field("id", Type.SLUG, "an id that briefs give them"),
        Field("ids", Type.LINES, "further ids that briefs give them"),
        Field("aliases", Type.LINES, "other names and spellings that briefs have"),
        Field("country", Type.COUNTRY, "whom they serve; keeps namesakes of other countries apart"),
        Field("say", Type.LINE, "how the name is pronounced"),
        Field("address", Type.LINE, "how they are addressed"),
        Field("bio", Type.PROSE, "who they are"),
        Field("photo", Type.LINE, "a picture: its path below the library"),
        Field("from", Type.WHEN, "since when a bare name such as Bush means them"),
        Field("to", Type.WHEN, "until when it does"),
        Field("briefs", Type.LINES, "only in these briefs: ids, or paths with `*`"),
    ),
    short=("id", "name"),
)


@dataclass(frozen=True, slots=True)
class Declared:
    """A person of people.yaml. Texts are empty and dates None where it says nothing; `line` is where it stands.

    `seats` say of each of `_SEATED`, by field and text, in which line and column it is written.
    """

    name: str = ""
    ids: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    country: str = ""
    say: str = ""
    address: str = ""
    bio: str = ""
    photo: str = ""
    since: When | None = None
    to: When | None = None
    briefs: tuple[str, ...] = ()
    line: int = 0
    seats: tuple[tuple[str, str, int, int], ...] = ()

    def seat(self, text: str, *fields: str) -> tuple[int, int]:
        """Return line and column of a text in one of these fields; those of the entry where they are not known."""
        found = ((line, column) for field, said, line, column in self.seats if field in fields and said == text)
        return next(found, (self.line, 1))


@dataclass(frozen=True, slots=True)
class People:
    """A people.yaml: its file's name, empty where there is none, its persons, and what is wrong in it."""

    file: str = ""
    persons: tuple[Declared, ...] = ()
    problems: tuple[Problem, ...] = ()


NOBODY = People()
_SEATED = ("id", "ids", "aliases", "from", "to", "briefs")
MOST_PATTERNS = 1000


def people_of(root: Path) -> People:
    """Return what the library in `root` says about people. Never raises for what the file holds."""
    found = next((name for name in PEOPLE_FILES if (root / name).is_file()), "")
    return people_at(root, found) if found else NOBODY


def people_at(root: Path, name: str) -> People:
    """Return what the file `name` of the library in `root` says, with all that is wrong with it."""
    data, problems = _read(root / name)
    if data is None:
        return People(name, (), problems)
    first = next((other for other in PEOPLE_FILES if (root / other).is_file()), name)
    if first != name:
        return People(name, (), (_problem(1, "file", f"it is not read beside {first}; keep one of them"),))
    persons, problems = read_people(data)
    return People(name, persons, tuple(sorted((*problems, *_photos(root, persons)))))


def is_brief(file: Path) -> bool:
    """Return whether a file that has the name of a people.yaml is a brief, as one in a folder of a library is."""
    data, _ = _read(file)
    try:
        root, _ = parse(data or b"")
    except UnreadableError:
        return False
    return isinstance(root, Mapping) and "title" in root.entries


def _read(file: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    try:
        return read_file(file), ()
    except OSError as error:
        why = (error.strerror or "it is no plain file").lower()
        message = f"the file cannot be read ({why}); check that it exists and its permissions"
        return None, (Problem(1, 1, Level.ERROR, "file", message),)


def read_people(data: bytes) -> tuple[tuple[Declared, ...], tuple[Problem, ...]]:
    """Return the persons in the bytes of a people.yaml and all that is wrong with it, in the file's order."""
    try:
        root, problems = parse(data)
    except UnreadableError as error:
        return (), (error.problem,)
    if isinstance(root, Mapping) and "title" in root.entries:
        key = root.entries["title"][0]
        message = "this file is for people; give a brief another name, or write `people:` with a list of them"
        return (), (Problem(key.line, key.column, Level.ERROR, "people", message),)
    node = _list_of(root)
    entries = read_entries(node, PERSON, Values(problems))
    persons = tuple(
        _declared(entry, seats) for entry, seats in zip(entries, map(_seats, entry_nodes(node)), strict=True)
    )
    problems += [*_unknown(persons), *_claimed_twice(persons), *_never(persons), *_too_many_patterns(persons)]
    return persons, tuple(sorted(problems))


def _list_of(root: Node | None) -> Node | None:
    return root.entries["people"][1] if isinstance(root, Mapping) and set(root.entries) == {"people"} else root


def _seats(entry: Node) -> tuple[tuple[str, str, int, int], ...]:
    """Return field, text, line and column of each text of the fields in an entry that are `_SEATED`."""
    if not isinstance(entry, Mapping):
        return ()
    found = []
    for name, (key, value) in entry.entries.items():
        if name in _SEATED:
            texts = value.items if isinstance(value, Sequence) else [value]
            found += [(name, safe_line(one.text), one.line, one.column) for one in texts if isinstance(one, Scalar)]
        elif name not in PERSON.by_name:
            found.append(("id", safe_line(key.text), key.line, key.column))
            found += _seats(value)
    return tuple(found)


def _declared(entry: Fields, seats: tuple[tuple[str, str, int, int], ...]) -> Declared:
    got: dict[str, Any] = dict(entry.got)
    own = got.pop("id", "")
    ids = tuple(dict.fromkeys(one for one in (own, *got.pop("ids", ())) if one))
    return Declared(**got, ids=ids, line=entry.line, seats=seats)


def _unknown(persons: tuple[Declared, ...]) -> list[Problem]:
    """Say of whom nothing tells who it is."""
    return [
        _problem(person.line, f"people[{index}]", "the entry has neither name nor id; write `name: …` or `ids: […]`")
        for index, person in enumerate(persons)
        if not person.name and not person.ids and not person.aliases
    ]


def _never(persons: tuple[Declared, ...]) -> Iterator[Problem]:
    """Say where `from` is after `to`, so that no day is between them."""
    for index, person in enumerate(persons):
        since, to = person.since, person.to
        if since is None or to is None or not since.known or not to.known or since.first <= to.last:
            continue
        line, column = person.seat(safe_line(since.written), "from")
        message = f"`{shorten(since.written)}` is after `to`, `{shorten(to.written)}`, and no day is between them"
        advice = "write the earlier date under `from`"
        yield Problem(line, column, Level.WARNING, f"people[{index}].from", f"{message}; {advice}")


def _too_many_patterns(persons: tuple[Declared, ...]) -> list[Problem]:
    """Say where there are more patterns than are looked at."""
    count = 0
    for index, person in enumerate(persons):
        count += sum(map(is_pattern, person.briefs))
        if count > MOST_PATTERNS:
            message = f"only the first {MOST_PATTERNS:,} patterns of the file are looked at; name briefs by id"
            return [_problem(person.line, f"people[{index}].briefs", message)]
    return []


def is_pattern(text: str) -> bool:
    """Return whether one of `briefs` stands for many paths."""
    return any(char in text for char in "*?[")


def _claimed_twice(persons: tuple[Declared, ...]) -> list[Problem]:
    """Say where two persons have one id and nothing says which brief means whom."""
    first: dict[str, Declared] = {}
    found = []
    for index, person in enumerate(persons):
        for one in person.ids:
            other = first.setdefault(one, person)
            if other is not person and not person.briefs and not other.briefs:
                message = f"`{shorten(one)}` is the id of {other.name or 'the entry'} on line {other.line} too"
                advice = "keep it with one, or say under `briefs` where each is meant"
                line, column = person.seat(one, "id", "ids")
                found.append(Problem(line, column, Level.WARNING, f"people[{index}].ids", f"{message}; {advice}"))
    return found


def _photos(root: Path, persons: Many[Declared]) -> list[Problem]:
    """Say which pictures are not there. A path that leaves the library is not followed."""
    found = []
    for index, person in enumerate(persons):
        if not person.photo:
            continue
        outside = PurePosixPath(person.photo).is_absolute() or ".." in PurePosixPath(person.photo).parts
        if outside or not (root / person.photo).is_file():
            why = "lies outside the library" if outside else "does not exist"
            advice = "write its path below the library, such as photos/name.jpg"
            found.append(_problem(person.line, f"people[{index}].photo", f"`{shorten(person.photo)}` {why}; {advice}"))
    return found


def _problem(line: int, field: str, message: str) -> Problem:
    return Problem(line, 1, Level.WARNING, field, message)
