"""What the rest of briefterm asks of a search engine. Whoosh answers it here; another could join behind it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from briefterm.search.parse import Order

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.search.card import Card
    from briefterm.search.facets import Facet
    from briefterm.search.query import Query, Word


class DamagedIndexError(Exception):
    """The index is not as it was written. The next refresh makes a new one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A brief that matched: its path in the library and how well it matched, more being better."""

    path: str
    score: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine found: how many briefs in all, and the ones asked for, best first."""

    total: int
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """What an index holds: briefs, and the segments they are in."""

    briefs: int
    segments: int


class Engine(Protocol):
    """An index of briefs. Writing is for one process at a time; reading for any number, one searcher a thread."""

    generation: str

    @property
    def prepare(self) -> Callable[["Brief"], Any]:
        """The function that makes of a brief what `update` takes: pure, so that it may run in another process."""

    def update(self, put: Sequence[tuple[str, Any]], remove: Sequence[str]) -> None:
        """Replace and remove briefs by path, all or none, durable on return; None has nothing to be found by."""

    def close(self) -> None:
        """Give back files and memory."""


class Searcher(Protocol):
    """Answers queries on the newest state of the index."""

    def search(self, query: "Query", offset: int = 0, limit: int = 20, order: Order = Order.RELEVANCE) -> Answer:
        """Return the matches of `query` from `offset`: in `order`, the best and then the newest first."""

    def card(self, path: str) -> "Card | None":
        """Return the card of the brief at `path` as it was indexed, or None where the index has it no more."""

    def annotate(self, texts: Iterable[tuple[str, str]]) -> None:
        """Search `texts` too, each with the path of its brief, in place of those given before."""

    def suggest(self, word: "Word") -> list[str]:
        """Return words of the index that `word` may have been meant to be, the likeliest first."""

    def warm(self) -> None:
        """Do now what the first suggestion would have to wait for."""

    def facets(self, query: "Query", most: int) -> tuple["Facet", ...]:
        """Return the `most` commonest values of every facet among all matches of `query`."""

    def stats(self) -> Stats:
        """Return what the index holds now."""

    def rest(self) -> None:
        """Give back memory that the next question can do without."""

    def close(self) -> None:
        """Give back files and memory."""
