"""The search engine on Whoosh: an index in a folder of its own, disposable at any time.

A folder `gen-…` holds one index, and the file CURRENT names the one in use. What cannot be opened is replaced by a new,
empty one with another generation, which makes every brief due for indexing again.
"""

import secrets
import shutil
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import islice
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index

from briefterm.brief.model import Brief
from briefterm.search import planes
from briefterm.search.annotations import Annotations
from briefterm.search.card import Card
from briefterm.search.codec import Codec
from briefterm.search.document import Document, document, path_key
from briefterm.search.engine import Answer, Found, Stats
from briefterm.search.facets import Facet, count
from briefterm.search.parse import Order
from briefterm.search.query import Query, Word
from briefterm.search.schema import SCHEMA
from briefterm.search.snapshot import Snapshot
from briefterm.search.spelling import suggestions

VERSION = 5
CURRENT = "CURRENT"
_MEMORY = 64  # megabytes of postings held before Whoosh writes a run to disk
_STORED = [field.name for field in fields(Document)]


class WhooshEngine:
    """An index in `folder`."""

    def __init__(self, folder: Path, generation: str, index: Any) -> None:
        self.folder = folder
        self.generation = generation
        self._index = index

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> "WhooshEngine":
        """Open the index in `folder`, or make a new one where there is none to be trusted.

        Raises OSError where the folder cannot be written, LookupError where there is none and `create` is false.
        """
        generation = current_generation(folder)
        if generation:
            index = _opened(folder / generation)
            if index is not None:
                return cls(folder, generation, index)
        if not create:
            raise LookupError(f"no index in {folder}")
        return cls.create(folder)

    @classmethod
    def create(cls, folder: Path) -> "WhooshEngine":
        """Make a new, empty index in `folder` in place of any that is there. Raises OSError."""
        generation = f"gen-{VERSION}-{secrets.token_hex(4)}"
        home = folder / generation
        home.mkdir(mode=0o700, parents=True)
        index = whoosh_index.create_in(home, SCHEMA)
        temporary = folder / f"{CURRENT}.{generation}"
        temporary.write_text(generation)
        temporary.replace(folder / CURRENT)
        for old in folder.glob("gen-*"):
            if old != home:
                shutil.rmtree(old, ignore_errors=True)
        return cls(folder, generation, index)

    @property
    def prepare(self) -> Callable[[Brief], Document]:
        """The function that makes of a brief what `update` takes."""
        return document

    def update(self, put: Sequence[tuple[str, Document | None]], remove: Sequence[str]) -> None:
        """Replace and remove briefs by path, all or none, durable on return; None has nothing to be found by."""
        writer = self._index.writer(codec=Codec(), limitmb=_MEMORY)
        try:
            known = self._index.doc_count() > 0
            for path in remove:
                writer.delete_by_term("key", path_key(path))
            for path, made in put:
                if known:
                    writer.delete_by_term("key", path_key(path))
                if made is not None:
                    _add(writer, path, made)
        except BaseException:
            writer.cancel()
            raise
        writer.commit()

    def close(self) -> None:
        """Give back files and memory."""
        self._index.close()


class WhooshSearcher:
    """Answers queries on the newest commit. For one thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: Any = None
        self._generation = ""
        self._snapshot: Snapshot | None = None
        self._annotations = Annotations()
        self._seen = -1

    def search(self, query: Query, offset: int = 0, limit: int = 20, order: Order = Order.RELEVANCE) -> Answer:
        """Return the matches of `query` from `offset`: in `order`, the best and then the newest first."""
        snapshot = self._newest()
        if snapshot is None:
            return Answer(0, ())
        plane = snapshot.plane(query)
        found = islice(_ordered(snapshot, plane, order), offset, offset + limit)
        return Answer(planes.matches(plane), tuple(Found(snapshot.path(rank), level) for rank, level in found))

    def card(self, path: str) -> Card | None:
        """Return the card of the brief at `path` as it was indexed, or None where the index has it no more."""
        return self._snapshot.card(path) if self._snapshot is not None else None

    def annotate(self, texts: Iterable[tuple[str, str]]) -> None:
        """Search `texts` too, each with the path of its brief, in place of those given before."""
        self._annotations = Annotations(texts)
        self._seen = -1

    def suggest(self, word: Word) -> list[str]:
        """Return words of the index that `word` may have been meant to be, the likeliest first."""
        snapshot = self._newest()
        if snapshot is None:
            return []
        return suggestions(word.text, word.prefix, snapshot.vocabulary(), snapshot.frequency)

    def warm(self) -> None:
        """Do now what the first suggestion would have to wait for."""
        if self._snapshot is not None:
            self._snapshot.vocabulary()

    def facets(self, query: Query, most: int) -> tuple[Facet, ...]:
        """Return the `most` commonest values of every facet among all matches of `query`."""
        snapshot = self._newest()
        return count(snapshot.facets(snapshot.plane(query)) if snapshot else (), most)

    def stats(self) -> Stats:
        """Return what the index holds now."""
        snapshot = self._newest()
        return Stats(len(snapshot), snapshot.segments) if snapshot else Stats(0, 0)

    def close(self) -> None:
        """Give back files and memory."""
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = None

    def _newest(self) -> Snapshot | None:
        """Return a snapshot of the newest commit; the one at hand where nothing has been written since."""
        generation = current_generation(self._folder)
        if not generation:
            return self._snapshot
        if generation != self._generation:
            self._index = whoosh_index.open_dir(self._folder / generation, schema=SCHEMA)
            self._generation, self._seen = generation, -1
        latest = self._index.latest_generation()
        if self._snapshot is None or latest != self._seen:
            self.close()
            self._snapshot = Snapshot(self._index.reader(), self._annotations)
            self._seen = latest
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


def _opened(home: Path) -> Any:
    """Return the index in `home`, or None where it is damaged: which raises anything, and may leave a file open."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            return whoosh_index.open_dir(home, schema=SCHEMA)
        except Exception:
            return None


def current_generation(folder: Path) -> str:
    """Return the name of the index in use in `folder`, empty where there is none."""
    try:
        name = (folder / CURRENT).read_text()
    except (OSError, UnicodeDecodeError):
        return ""
    return name if name.startswith(f"gen-{VERSION}-") and "/" not in name else ""


def _add(writer: Any, path: str, made: Document) -> None:
    stored = {name: getattr(made, name) for name in _STORED}
    writer.add_document(key=path_key(path), path=path, order=_order(made.title, path), **stored)


def _order(title: bytes, path: str) -> int:
    """Return a number that puts briefs of one day by the beginnings of their titles, and the same way every time."""
    start = title[:4].ljust(4, b"\0")
    return int.from_bytes(start, "big") // 2 << 32 | int.from_bytes(path_key(path)[:8].encode()[:4], "big")
