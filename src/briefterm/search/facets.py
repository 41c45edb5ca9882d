"""What the matches of a query have in common: how many are of which kind, country, year, with which official or tag."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefterm.brief.model import Brief

NAMES = ("kind", "country", "year", "official", "tag")
_MOST_YEARS = 30
_BETWEEN = "\x1f"


class Value(NamedTuple):
    """A value of a facet: which one, by its place in NAMES, and what it is."""

    facet: int
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the matches have a value."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The commonest values of one facet among the matches, the commonest first."""

    name: str
    counts: tuple[Count, ...]


def facet_values(brief: "Brief") -> list[Value]:
    """Return the values `brief` counts for, each once. A span of many years counts for none."""
    return list(dict.fromkeys(_values(brief)))


def _values(brief: "Brief") -> Iterator[Value]:
    if brief.kind:
        yield Value(0, brief.kind)
    for country in brief.countries:
        yield Value(1, country)
    for span in brief.date.spans if brief.date else ():
        first, last = span.begins.year, span.ends.year
        if last - first < _MOST_YEARS:
            yield from (Value(2, str(year)) for year in range(first, last + 1))
    for official in brief.officials:
        yield Value(3, official.name)
    for tag in brief.tags:
        yield Value(4, tag)


def encoded(values: Iterable[Value]) -> bytes:
    """Return `values` as one string of bytes."""
    return _BETWEEN.join(f"{value.facet}{value.text}" for value in values).encode()


def decoded(stored: bytes) -> list[str]:
    """Return the values in a string made by `encoded`, each with its facet's number before it."""
    return stored.decode().split(_BETWEEN) if stored else []


def count(counts: Mapping[str, int], most: int) -> tuple[Facet, ...]:
    """Return the `most` commonest values of every facet, given how many matches have each decoded value."""
    ranked = sorted(counts.items(), key=lambda found: (-found[1], found[0]))
    return tuple(
        Facet(name, tuple(Count(value[1:], number) for value, number in _of(ranked, index)[:most]))
        for index, name in enumerate(NAMES)
    )


def _of(ranked: list[tuple[str, int]], index: int) -> list[tuple[str, int]]:
    sign = str(index)
    return [found for found in ranked if found[0][0] == sign]
