"""The person a name means, and who else it may mean."""

import re
from collections.abc import Sequence
from itertools import islice, product

from briefterm.brief.names import Strength, name_of, name_words, strength_of
from briefterm.people.directory import Directory, Person, Sorting, Wanted

MOST_NEAR = 5
_ID = "id:"
_LONG_WORD = 6
_NEAR_WORDS = 3


def find(directory: Directory, text: str) -> Sequence[Person]:
    """Return who `text` may mean, those in most briefs first.

    Who has it for an id comes first, before those who have it for a name; `id:` before it leaves these out. A key that
    is no id means one person. A full name comes before parts of one, a whole word before the beginning of one.
    """
    text = text.strip()
    if text.startswith(_ID):
        return directory.with_id(text.removeprefix(_ID).strip())
    by_id = directory.with_id(text)
    if by_id:
        named = (person for person in _named(directory, text) if _has_words(person, text))
        return [*dict.fromkeys((*by_id, *named))]
    keyed = directory.person(text)
    return [keyed] if keyed is not None else _named(directory, text)


def _named(directory: Directory, text: str) -> Sequence[Person]:
    """Return those who have `text` for a name, else for parts of one."""
    name = name_of(text)
    if name is not None and strength_of(name) is not Strength.BARE:
        by_name = directory.with_name(name)
        if by_name:
            return sorted(by_name, key=lambda person: -person.briefs)
    if not name_words(text):
        return ()
    by_part = directory.filtered(Wanted(text), Sorting.COUNT)
    return [person for person in by_part if _has_words(person, text)] or by_part


def near(directory: Directory, text: str, most: int = MOST_NEAR) -> list[Person]:
    """Return whose names are spelt nearly like `text`, those in most briefs first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known = directory.words()
    choices: list[list[str]] = []
    for word in name_words(text):
        slips = 2 if len(word) >= _LONG_WORD else 1
        close = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=_NEAR_WORDS)
        choices.append([found for found, _, _ in sorted(close, key=lambda one: (one[1], one[0]))])
    if not choices or not all(choices):
        return []
    found: dict[str, Person] = {}
    for words in islice(product(*choices), 32):
        spelling = " ".join(words)
        by_part = directory.filtered(Wanted(spelling), Sorting.COUNT)
        found.update((person.key, person) for person in by_part if _has_words(person, spelling))
    return sorted(found.values(), key=lambda person: -person.briefs)[:most]


def certain(found: Sequence[Person]) -> Person | None:
    """Return the one of `found` who is meant: the only one, or the only one known by more than a bare name."""
    if len(found) == 1:
        return found[0]
    named = [person for person in found if not person.bare]
    return named[0] if len(named) == 1 else None


def _has_words(person: Person, text: str) -> bool:
    names = "\n".join(person.names)
    return all(re.search(rf" {re.escape(word)}(?!\w)", names) for word in name_words(text))
