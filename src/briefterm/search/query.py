"""What a query means, free of how it was typed and of how it is answered."""

from dataclasses import dataclass

from briefterm.search.panes import EVERYWHERE


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded. With `prefix` it may go on; `panes` are the bits it may stand in; `label` a named field."""

    text: str
    prefix: bool = False
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
class And:
    """All of them, each somewhere in the brief."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Briefs that do not match it."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Everything:
    """Every brief: the query that says nothing."""


Query = Word | Phrase | And | Or | Not | Everything


def leaves(query: Query) -> tuple[Word | Phrase, ...]:
    """Return the words and phrases a match may be marked for: all but those that are excluded."""
    match query:
        case Word() | Phrase():
            return (query,)
        case And(parts) | Or(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))
        case _:
            return ()
