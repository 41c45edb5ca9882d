"""A search as a person means it: words in, briefs out, each with the items that matched."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from briefterm.locales import ENGLISH, Locale
from briefterm.search.facets import Count, Facet
from briefterm.search.hits import Match, find_matches
from briefterm.search.narrow import clause
from briefterm.search.parse import Order, Parsed, parse
from briefterm.search.query import Everything, Query, both
from briefterm.search.repair import repairs

if TYPE_CHECKING:
    from briefterm.library.library import Library
    from briefterm.search.engine import Answer, Searcher

MOST_MATCHES = 5
MOST_VALUES = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A brief that was found. `date` is as shown, empty without one; `score` orders hits of one search only.

    `matches` are its best items; `items` is how many match in all.
    """

    id: str
    path: str
    title: str
    date: str
    score: int
    matches: tuple[Match, ...]
    items: int = 0
    marking: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query. `total` counts all briefs that match; `hits` are those asked for, best first.

    Where nothing matched as written, `suggestion` is the query whose answer this is; `notes` say how it was read.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    suggestion: str = ""
    notes: tuple[str, ...] = ()
    parsed: Query = Everything()  # noqa: RUF009 - frozen and without fields
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Paths:
    """What one query finds, as paths in the library. `total` counts all; `suggestion` and `notes` are as in Results."""

    total: int
    paths: tuple[str, ...]
    suggestion: str = ""
    notes: tuple[str, ...] = ()


class SupersededError(Exception):
    """The answer is no longer wanted."""


class Finder:
    """Searches one library. For one thread: each has its own.

    `saved` are the searches that `@name` stands for, `today` says which day `date:today` is, and countries and
    months may be named in English or in `locale`, which is asked for only then.
    """

    def __init__(
        self,
        library: "Library",
        searcher: "Searcher",
        saved: Mapping[str, str] | None = None,
        *,
        locale: Callable[[], Locale] = lambda: ENGLISH,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._library = library
        self._searcher = searcher
        self._saved = saved or {}
        self._locale = locale
        self._today = today
        self._notes: dict[str, list[str]] = {}

    def search(
        self,
        text: str,
        *,
        offset: int = 0,
        limit: int = 20,
        typing: bool = False,
        order: Order | None = None,
        matches: int = MOST_MATCHES,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Results:
        """Return what `text` finds; with its spelling repaired where it finds nothing.

        While `typing`, the last word may go on. `order` overrules the one in `text`. `matches` limits the items of a
        hit. `wanted` is asked between steps: SupersededError is raised once it says no.
        """
        parsed, suggestion, answer = self._repaired(text, offset, limit, typing, order, wanted)
        hits = []
        for found in answer.found:
            _still(wanted)
            card = self._searcher.card(found.path) if self._library.file(found.path).is_file() else None
            if card is not None:
                best, items = find_matches(card, parsed.query, matches, self._notes.get(found.path, ()))
                told = Hit(card.id, found.path, card.title, card.date, found.score, tuple(best), items, card.marking)
                hits.append(told)
        return Results(text, answer.total, tuple(hits), suggestion, parsed.notes, parsed.query, offset)

    def paths(self, text: str, *, order: Order | None = None, limit: int = sys.maxsize, typing: bool = False) -> Paths:
        """Return the paths of the briefs that `search` would find, in its order, without reading any of them."""
        parsed, suggestion, answer = self._repaired(text, 0, limit, typing, order, lambda: True)
        return Paths(answer.total, tuple(found.path for found in answer.found), suggestion, parsed.notes)

    def annotate(self, notes: Iterable[tuple[str, str]]) -> None:
        """Search these notes too, each with the path of its brief, in place of those given before."""
        self._notes = {}
        for path, text in notes:
            self._notes.setdefault(path, []).append(text)
        self._searcher.annotate([(path, text) for path, texts in self._notes.items() for text in texts])

    def facets(
        self, query: Query, most: int = MOST_VALUES, wanted: Callable[[], bool] = lambda: True
    ) -> tuple[Facet, ...]:
        """Return what the matches of `query` have in common; each count is what narrowing to that value will find."""
        found = []
        for facet in self._searcher.facets(query, most):
            counts = []
            for value in facet.counts:
                _still(wanted)
                added = self.parse(clause(facet.name, value.value)).query
                counts.append(Count(value.value, self._searcher.search(both([query, added]), 0, 0).total))
            found.append(Facet(facet.name, tuple(counts)))
        return tuple(found)

    def warm(self) -> None:
        """Do now what the first repair of a spelling would have to wait for."""
        self._searcher.warm()

    def parse(self, text: str, *, typing: bool = False) -> Parsed:
        """Return what `text` means today."""
        return parse(text, typing=typing, today=self._today(), saved=self._saved, locale=self._locale)

    def rest(self) -> None:
        """Give back memory that the next search can do without."""
        self._searcher.rest()

    def close(self) -> None:
        """Give back files and memory."""
        self._searcher.close()

    def _repaired(
        self, text: str, offset: int, limit: int, typing: bool, order: Order | None, wanted: Callable[[], bool]
    ) -> tuple[Parsed, str, "Answer"]:
        """Return how `text` was read, the spelling tried instead where it found nothing, and the answer to that."""
        parsed = self.parse(text, typing=typing)
        answer = self._answer(parsed, offset, limit, order)
        if not answer.total:
            for repaired in repairs(text, parsed.query, self._searcher):
                _still(wanted)
                again = self.parse(repaired, typing=typing)
                answer = self._answer(again, offset, limit, order)
                if answer.total:
                    return replace(again, notes=parsed.notes), repaired, answer
        return parsed, "", answer

    def _answer(self, parsed: Parsed, offset: int, limit: int, order: Order | None) -> "Answer":
        return self._searcher.search(parsed.query, offset, limit, order or parsed.order)


def _still(wanted: Callable[[], bool]) -> None:
    if not wanted():
        raise SupersededError
