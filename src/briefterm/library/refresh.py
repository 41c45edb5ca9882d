"""Bring catalogue and index up to what the folder holds now: parse only what changed, newest first, in batches.

Safe to kill at any moment. A row of the catalogue names the index generation that holds it, and is marked only after
the index has committed, so whatever was cut short is simply done again.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from briefterm.errors import LibraryError
from briefterm.library.entry import Entry, entry_of
from briefterm.library.files import SUFFIXES, Stamp, stamp_of, walk
from briefterm.library.library import Library, read_stamped

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.library.catalogue import Catalogue
    from briefterm.library.sheets import Memory

CATALOGUE_BATCH = 1000
FIRST_INDEX_BATCH = 200
INDEX_BATCHES = (300, 600, 1500, 3000, 6000)
_CHUNK = 100
_WORTH_OTHER_PROCESSES = 600

Item = TypeVar("Item")


class Indexer(Protocol):
    """What a refresh needs of the search index. `generation` names the index; a rebuilt one has another."""

    generation: str

    @property
    def prepare(self) -> Callable[["Brief"], Any]:
        """The function that makes of a brief what `update` takes: pure, so that it may run in another process."""

    def update(self, put: list[tuple[str, Any]], remove: list[str]) -> None:
        """Replace and remove briefs by path, all or none, durable on return; None has nothing to be found by."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh has come. `catalogued` and `indexed` are of `total` briefs; `changed` is what it had to do."""

    total: int
    catalogued: int
    indexed: int
    changed: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """What a refresh would have to do: rows whose file has gone, files that changed.

    Of `total` briefs, `to_index` are not held by the index as they are. `whole` says that all files were looked at.
    """

    total: int
    gone: tuple[str, ...]
    changed: tuple[Stamp, ...]
    to_index: int
    whole: bool = True

    @property
    def tasks(self) -> int:
        """How many things there are to do."""
        return len(self.changed) + self.to_index + len(self.gone)

    @property
    def few(self) -> bool:
        """Whether all that is to be indexed are so few files that changed that they need no order."""
        return self.to_index == len(self.changed) <= FIRST_INDEX_BATCH


def due(library: Library, catalogue: "Catalogue", generation: str, only: Collection[str] | None = None) -> Due:
    """Return what is to be done for index `generation`, the newest files first.

    With `only`, it may look at these paths alone, and take all else as it is known. Raises LibraryError where the
    folder cannot be listed.
    """
    if only is not None:
        with suppress(LookupError):
            return _due_of(library, catalogue, generation, only)
    known = catalogue.stamps()
    changed: list[Stamp] = []
    total = not_held = 0
    try:
        for stamp in walk(library.root):
            total += 1
            path, size, mtime, _ = stamp
            before = known.pop(path, None)
            if before != (size, mtime, generation):
                if before is not None and before[:2] == (size, mtime):
                    not_held += 1
                else:
                    changed.append(stamp)
    except OSError as error:
        raise LibraryError(f"{library.root} cannot be listed ({error.strerror}); name a folder of briefs") from error
    changed.sort(key=lambda stamp: (stamp.mtime, stamp.path), reverse=True)
    return Due(total, tuple(known), tuple(changed), len(changed) + not_held)


def _due_of(library: Library, catalogue: "Catalogue", generation: str, only: Collection[str]) -> Due:
    """Return what is to be done for these paths, at a cost that does not grow with the library.

    Raises LookupError where all files have to be looked at.
    """
    if not catalogue.held_by(generation):
        raise LookupError(generation)
    asked = [path for path in only if path.endswith(SUFFIXES) or _folder(library, catalogue, path)]
    known = catalogue.stamps(asked)
    found = [stamp for stamp in (stamp_of(library.root, path) for path in asked) if stamp is not None]
    for stamp in found:
        folder = stamp.path.rpartition("/")[0]
        if stamp.path not in known and folder and not catalogue.knows_folder(folder):
            raise LookupError(folder)
    gone = tuple(known.keys() - {stamp.path for stamp in found})
    changed = [stamp for stamp in found if known.get(stamp.path, (None,))[:2] != (stamp.size, stamp.mtime)]
    total = catalogue.count() - len(gone) + sum(stamp.path not in known for stamp in found)
    return Due(total, gone, tuple(changed), len(changed), whole=False)


def _folder(library: Library, catalogue: "Catalogue", path: str) -> bool:
    """Return whether there is, or was, a folder with briefs at `path`: editors leave much else behind for a moment."""
    return library.file(path).is_dir() or catalogue.knows_folder(path)


Report = Callable[[Progress], None]


def refresh(
    library: Library, catalogue: "Catalogue", index: Indexer, report: Report, only: Collection[str] | None = None
) -> Progress:
    """Do all there is to do and return the last progress; with `only`, for these paths, where that is enough.

    Raises LibraryError where the folder cannot be listed.
    """
    todo = due(library, catalogue, index.generation, only)
    if todo.gone:
        index.update([], list(todo.gone))
        catalogue.remove(todo.gone)
    total, tasks = todo.total, todo.tasks
    in_order = todo.whole and not todo.few
    catalogued, indexed = total - len(todo.changed), total - todo.to_index

    def progress(done: bool = False) -> Progress:
        state = Progress(total, catalogued, indexed, tasks, done)
        report(state)
        return state

    progress()
    if not todo.changed and not todo.to_index:
        return progress(done=True)
    from briefterm.library.processes import mapped

    entries = mapped(partial(_entries, library), todo.changed, _CHUNK, _WORTH_OTHER_PROCESSES)
    for batch in _batches(entries, CATALOGUE_BATCH):
        catalogue.put(batch)
        first = catalogued == total - len(todo.changed)
        catalogued += len(batch)
        progress()
        if first and in_order:
            indexed += _index_newest(library, catalogue, index)
            progress()
    waiting = catalogue.unindexed(index.generation) if in_order else [stamp.path for stamp in todo.changed]
    prepared = mapped(
        partial(_prepared, library, index.prepare),
        waiting,
        _CHUNK,
        _WORTH_OTHER_PROCESSES,
    )
    for batch_to_index in _batches(prepared, *INDEX_BATCHES):
        _index(catalogue, index, batch_to_index)
        indexed += len(batch_to_index)
        progress()
    return progress(done=True)


def _index_newest(library: Library, catalogue: "Catalogue", index: Indexer) -> int:
    """Index a first few, so that there is something to search as soon as there is something to see."""
    paths = catalogue.unindexed(index.generation, FIRST_INDEX_BATCH)
    _index(catalogue, index, _prepared(library, index.prepare, paths))
    return len(paths)


def _index(catalogue: "Catalogue", index: Indexer, prepared: list[tuple[str, Any]]) -> None:
    index.update(prepared, [])
    catalogue.mark_indexed([path for path, _ in prepared], index.generation)


def _entries(library: Library, stamps: list[Stamp]) -> list[tuple[Stamp, Entry, "Memory"]]:
    from briefterm.library.memory import memory_of

    readings = ((stamp, read_stamped(library.file(stamp.path), stamp)) for stamp in stamps)
    return [(stamp, entry_of(stamp, reading), memory_of(reading)) for stamp, reading in readings]


def _prepared(library: Library, prepare: Callable[["Brief"], Any], paths: list[str]) -> list[tuple[str, Any]]:
    briefs = ((path, library.read(path).brief) for path in paths)
    return [(path, None if brief is None else prepare(brief)) for path, brief in briefs]


def _batches(items: Iterator[Item], *sizes: int) -> Iterator[list[Item]]:
    """Yield batches of these sizes, the last one again and again."""
    for size in chain(sizes, repeat(sizes[-1])):
        batch = list(islice(items, size))
        if not batch:
            return
        yield batch
