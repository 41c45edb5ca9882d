"""The search engine on Whoosh: an index in a home of its own, disposable at any time.

What is not as it was sealed is replaced by a new, empty index of another generation, which makes every brief due for
indexing again.
"""

import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import fields
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from briefterm.search import lean  # isort: skip  # noqa: F401 - before anything of Whoosh
from whoosh.index import _DEF_INDEX_NAME, TOC

from briefterm.search import mapped, planes, unpickling
from briefterm.search.annotations import Annotations
from briefterm.search.codec import Codec, Pool
from briefterm.search.document import Document, document, path_key
from briefterm.search.engine import Answer, DamagedIndexError, Found, Stats
from briefterm.search.facets import Facet, count
from briefterm.search.merging import merge
from briefterm.search.parse import Order
from briefterm.search.schema import SCHEMA
from briefterm.search.snapshot import Snapshot
from briefterm.search.spelling import suggestions

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.search.card import Card
    from briefterm.search.home import Current, Home
    from briefterm.search.query import Query, Word

PREFIX = "gen-10-"
"""What the names of indexes of this version begin with."""

_TRIES = 5
_PAUSE = 0.05  # seconds: a commit deletes files shortly before it is put to use
_STORED = [field.name for field in fields(Document)]

Result = TypeVar("Result")

unpickling.guard()
mapped.install()


class WhooshEngine:
    """The index in `home`."""

    def __init__(self, home: "Home", generation: str, index: Any) -> None:
        self.generation = generation
        self._home = home
        self._index = index

    @classmethod
    def open(cls, home: "Home") -> "WhooshEngine":
        """Open the index in `home`, or make a new one where there is none to be trusted. Raises OSError."""
        current = home.current()
        if current is not None:
            index = _opened(home, current)
            if index is not None:
                engine = cls(home, current.generation, index)
                if index.latest_generation() != current.commit or home.touched(current):
                    engine._seal()
                return engine
        return cls.create(home)

    @classmethod
    def create(cls, home: "Home") -> "WhooshEngine":
        """Make a new, empty index in `home` in place of any that is there. Raises OSError."""
        generation = home.make(PREFIX)
        engine = cls(home, generation, home.storage(generation).create_index(SCHEMA))
        engine._seal()
        return engine

    @property
    def prepare(self) -> Callable[["Brief"], Document]:
        """The function that makes of a brief what `update` takes."""
        return document

    def update(self, put: Sequence[tuple[str, Document | None]], remove: Sequence[str]) -> None:
        """Replace and remove briefs by path, all or none, durable on return; None has nothing to be found by."""
        replaced = self._having(path_key(path) for path in (*remove, *(path for path, _ in put)))
        writer = self._index.writer(codec=Codec())
        writer.pool = Pool()
        try:
            for key in replaced:
                writer.delete_by_term("key", key)
            for path, made in put:
                if made is not None:
                    _add(writer, path, made)
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=merge)
        self._seal()

    def close(self) -> None:
        """Give back files and memory."""
        self._index.close()

    def _having(self, keys: Iterable[str]) -> list[str]:
        """Return those of `keys` that the index has: to look is far cheaper than to delete what is not there."""
        with closing(self._index.reader()) as reader:
            return [key for key in keys if ("key", key) in reader]

    def _seal(self) -> None:
        self._home.commit(self.generation, self._index.latest_generation())


class WhooshSearcher:
    """Answers queries on the newest commit in `home`. For one thread. Any call may raise DamagedIndexError."""

    def __init__(self, home: "Home") -> None:
        self._home = home
        self._state: object = None
        self._current: Current | None = None
        self._snapshot: Snapshot | None = None
        self._annotations = Annotations()

    def search(self, query: "Query", offset: int = 0, limit: int = 20, order: Order = Order.RELEVANCE) -> Answer:
        """Return the matches of `query` from `offset`: in `order`, the best and then the newest first."""

        def answer(snapshot: Snapshot) -> Answer:
            plane = snapshot.plane(query)
            found = islice(_ordered(snapshot, plane, order), offset, offset + limit)
            return Answer(planes.matches(plane), tuple(Found(snapshot.path(rank), level) for rank, level in found))

        return self._ask(answer, Answer(0, ()))

    def card(self, path: str) -> "Card | None":
        """Return the card of the brief at `path` as it was indexed, or None where the index has it no more."""
        return self._ask(lambda snapshot: snapshot.card(path), None, again=self._snapshot is None)

    def annotate(self, texts: Iterable[tuple[str, str]]) -> None:
        """Search `texts` too, each with the path of its brief, in place of those given before."""
        self._annotations = Annotations(texts)
        self._state = None

    def suggest(self, word: "Word") -> list[str]:
        """Return words of the index that `word` may have been meant to be, the likeliest first."""

        def suggested(snapshot: Snapshot) -> list[str]:
            return suggestions(word.text, word.prefix, snapshot.vocabulary(), snapshot.frequency)

        return self._ask(suggested, [])

    def warm(self) -> None:
        """Do now what the first suggestion would have to wait for."""

        def looked_at(snapshot: Snapshot) -> None:
            snapshot.vocabulary()

        self._ask(looked_at, None)

    def facets(self, query: "Query", most: int) -> tuple[Facet, ...]:
        """Return the `most` commonest values of every facet among all matches of `query`."""
        return self._ask(lambda snapshot: count(snapshot.facets(snapshot.plane(query)), most), count({}, most))

    def stats(self) -> Stats:
        """Return what the index holds now."""
        return self._ask(lambda snapshot: Stats(len(snapshot), snapshot.segments), Stats(0, 0))

    def rest(self) -> None:
        """Give back memory that the next question can do without."""
        if self._snapshot is not None:
            self._snapshot.rest()

    def close(self) -> None:
        """Give back files and memory."""
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = None

    def _ask(self, question: Callable[[Snapshot], Result], nothing: Result, *, again: bool = True) -> Result:
        """Ask the newest state of the index, or without `again` the one at hand; `nothing` answers where there is none.

        A commit deletes what it replaces, so that a state may go while it is asked: then the next one is.
        """
        for attempt in range(_TRIES):
            try:
                snapshot = self._newest() if again or attempt else self._snapshot
                return nothing if snapshot is None else question(snapshot)
            except Exception as error:  # a damaged index raises anything
                self.close()
                self._state = None
                if attempt == _TRIES - 1:
                    raise DamagedIndexError(f"{type(error).__name__}: {error}") from error
                time.sleep(_PAUSE)
        return nothing

    def _newest(self) -> Snapshot | None:
        """Return a snapshot of the newest commit; the one at hand where nothing has been written since.

        A mapped file that has been cut short must not be touched: that would end the process.
        """
        state = self._home.state()
        if state != self._state or self._snapshot is None:
            current = self._home.current()
            if current is None:
                if state is not None or self._current is not None:
                    raise DamagedIndexError("what names the index in use is not as it was written")
                return None
            if damaged := self._home.damage(current):
                raise DamagedIndexError(f"{damaged} is not as it was written")
            index = self._home.storage(current.generation).open_index(schema=SCHEMA)
            self.close()
            self._snapshot, self._state, self._current = Snapshot(index.reader(), self._annotations), state, current
        elif self._current is not None and (damaged := self._home.damage(self._current)):
            raise DamagedIndexError(f"{damaged} is not as it was written")
        return self._snapshot


def _ordered(snapshot: Snapshot, plane: bytes, order: Order) -> Iterator[tuple[int, int]]:
    """Yield rank and level of every match, in the order wanted."""
    match order:
        case Order.RELEVANCE:
            yield from planes.best(plane)
        case Order.DATE:
            yield from ((rank, level) for rank, level in enumerate(plane) if level)
        case Order.OLDEST:
            dated = snapshot.dated
            for rank in (*range(dated - 1, -1, -1), *range(dated, len(plane))):
                if plane[rank]:
                    yield rank, plane[rank]
        case Order.TITLE:
            yield from ((rank, plane[rank]) for rank in snapshot.by_title() if plane[rank])


def _opened(home: "Home", current: "Current") -> Any:
    """Return an index, or None where it is not as it was sealed or cannot be opened.

    A commit that was not sealed any more is Whoosh's own, whole by itself; it has deleted what it replaced.
    """
    storage = home.storage(current.generation)
    if home.damage(current) and TOC._latest_generation(storage, _DEF_INDEX_NAME) <= current.commit:
        return None
    with warnings.catch_warnings():  # what is damaged may be left open
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            return storage.open_index(schema=SCHEMA)
        except Exception:  # a damaged index raises anything
            return None


def _add(writer: Any, path: str, made: Document) -> None:
    stored = {name: getattr(made, name) for name in _STORED}
    writer.add_document(key=path_key(path), path=path, order=_order(made.title, path), **stored)


def _order(title: bytes, path: str) -> int:
    """Return a number that puts briefs of one day by the beginnings of their titles, and the same way every time."""
    start = title[:4].ljust(4, b"\0")
    return int.from_bytes(start, "big") // 2 << 32 | int.from_bytes(path_key(path)[:8].encode()[:4], "big")
