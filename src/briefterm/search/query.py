"""What a query means, free of how it was typed and of how it is answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefterm.search.panes import EVERYWHERE


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded, and how far another may be from it and still answer.

    With `prefix` it may go on, with `inside` it may be any part of a word; `edits` letters may differ; `exact` does
    without other forms of it (see `spellings`). `panes` are the bits it may stand in, `label` a named field.
    """

    text: str
    prefix: bool = False
    inside: bool = False
    edits: int = 0
    exact: bool = False
    panes: int = EVERYWHERE
    label: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after another in one item; with `prefix` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    panes: int = EVERYWHERE
    label: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """Any day from `first` to `last`, both included, may be one of the brief's own, or with `events` of an event's."""

    first: date
    last: date
    events: bool = False


@dataclass(frozen=True, slots=True)
class And:
    """All of them, each somewhere in the brief."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them; where it is `ranked`, all briefs of an earlier one before those of a later one."""

    parts: tuple["Query", ...]
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Briefs that do not match it."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every brief: the query that says nothing."""


Query = Word | Phrase | Dates | And | Or | Not | Everything
Leaf = Word | Phrase | Dates


def leaves(query: Query) -> Iterator[Leaf]:
    """Yield what a match may be shown for: all leaves but those that are excluded."""
    match query:
        case Word() | Phrase() | Dates():
            yield query
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            return


def both(parts: list[Query]) -> Query:
    """Return the query for all of `parts`; none of them is every brief."""
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(tuple(parts))
