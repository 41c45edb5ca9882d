"""Bring catalogue and index up to what the folder holds now: parse only what changed, newest first, in batches.

Safe to kill at any moment. A row of the catalogue names the index generation that holds it, and is marked only after
the index has committed, so whatever was cut short is simply done again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from briefterm.brief.model import Brief
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import entry_of
from briefterm.library.files import Stamp, walk
from briefterm.library.library import Library, read_stamped

CATALOGUE_BATCH = 1000
FIRST_INDEX_BATCH = 200
INDEX_BATCH = 1500


class Indexer(Protocol):
    """What a refresh needs of the search index. `generation` names the index; a rebuilt one has another."""

    generation: str

    def update(self, put: list[tuple[str, Brief | None]], remove: list[str]) -> None:
        """Replace and remove briefs by path, all or none, durable on return; None has nothing to be found by."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh has come. `catalogued` and `indexed` are of `total` briefs; `changed` is what it had to do."""

    total: int
    catalogued: int
    indexed: int
    changed: int
    done: bool = False


Report = Callable[[Progress], None]


def refresh(library: Library, catalogue: Catalogue, index: Indexer, report: Report) -> Progress:
    """Do all there is to do and return the last progress. Raises OSError where the folder cannot be listed."""
    found = {stamp.path: stamp for stamp in walk(library.root)}
    known = catalogue.stamps()
    gone = [path for path in known if path not in found]
    if gone:
        index.update([], gone)
        catalogue.remove(gone)
    changed = [stamp for stamp in found.values() if known.get(stamp.path, (None,))[:2] != (stamp.size, stamp.mtime)]
    changed.sort(key=lambda stamp: (stamp.mtime, stamp.path), reverse=True)
    to_index = len(changed) + sum(
        1
        for path, (size, mtime, generation) in known.items()
        if generation != index.generation and path in found and (size, mtime) == (found[path].size, found[path].mtime)
    )
    total, tasks = len(found), len(changed) + to_index + len(gone)
    catalogued, indexed = total - len(changed), total - to_index

    def progress(done: bool = False) -> Progress:
        state = Progress(total, catalogued, indexed, tasks, done)
        report(state)
        return state

    progress()
    for batch in _batches(changed, CATALOGUE_BATCH):
        catalogue.put([(stamp, entry_of(stamp, read_stamped(library.file(stamp.path), stamp))) for stamp in batch])
        catalogued += len(batch)
        progress()
        indexed += _index_newest(library, catalogue, index, FIRST_INDEX_BATCH)
        progress()
    while count := _index_newest(library, catalogue, index, INDEX_BATCH):
        indexed += count
        progress()
    return progress(done=True)


def _index_newest(library: Library, catalogue: Catalogue, index: Indexer, limit: int) -> int:
    paths = catalogue.unindexed(index.generation, limit)
    if paths:
        index.update([(path, library.read(path).brief) for path in paths], [])
        catalogue.mark_indexed(paths, index.generation)
    return len(paths)


def _batches(items: list[Stamp], size: int) -> Iterator[list[Stamp]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
