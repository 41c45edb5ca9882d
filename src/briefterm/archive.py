"""A library with its catalogue and its index: found, brought up to date, searched.

The one way in for both fronts. What it keeps is in the cache folder and disposable. Reader and search engine are
imported where they are first used: a launch shows the catalogue before it needs either.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm import config, paths
from briefterm.library.catalogue import Catalogue
from briefterm.library.library import Library
from briefterm.library.lock import LockedError, writer_lock

if TYPE_CHECKING:
    from briefterm.library.refresh import Progress, Report
    from briefterm.personal.notebook import Notebook
    from briefterm.search.finder import Finder

PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class State:
    """How far catalogue and index are.

    Of `briefs` files, `catalogued` and `indexed` are known as they are now; `gone` are known and no longer there.
    `errors` counts briefs with errors, `warnings` those with only warnings; `size` is in bytes on disk.
    """

    briefs: int
    catalogued: int
    indexed: int
    gone: int
    errors: int
    warnings: int
    generation: str
    size: int

    @property
    def current(self) -> bool:
        """Whether a refresh would find nothing to do."""
        return self.catalogued == self.indexed == self.briefs and not self.gone


class Archive:
    """One library and what is remembered of it in `cache`."""

    def __init__(self, library: Library, cache: Path) -> None:
        self.library = library
        self.cache = cache

    @classmethod
    def of(cls, folder: Path) -> "Archive":
        """Return the archive of the library in `folder`; its cache folder is made. Raises LibraryError, OSError."""
        library = Library.at(folder)
        return cls(library, paths.private_folder(paths.library_cache(folder)))

    @property
    def index_folder(self) -> Path:
        """Where the search index lies."""
        return self.cache / "index"

    def catalogue(self) -> Catalogue:
        """Open the catalogue for the calling thread."""
        return Catalogue.open(self.cache)

    def finder(self) -> "Finder":
        """Open a search for the calling thread, with the saved searches of the configuration. Raises UsageError."""
        from briefterm.search.finder import Finder
        from briefterm.search.whoosh_engine import WhooshSearcher

        finder = Finder(self.library, WhooshSearcher(self.index_folder), config.load().searches)
        finder.annotate(self.annotations())
        return finder

    @property
    def notebook(self) -> "Notebook":
        """The reader's notes."""
        from briefterm.personal.notebook import Notebook

        return Notebook(paths.notes_folder())

    def annotations(self) -> list[tuple[str, str]]:
        """Return the text of every note with the path of its brief, the oldest first."""
        catalogue = self.catalogue()
        try:
            return [(path, note.text) for path, note in self.notebook.by_path(catalogue)]
        finally:
            catalogue.close()

    def refresh(self, report: "Report", *, waiting: Callable[[], None] = lambda: None) -> "Progress":
        """Bring catalogue and index up to date; calls `waiting` once if another process must be waited for."""
        return self._written(report, waiting, anew=False)

    def rebuild(self, report: "Report", *, waiting: Callable[[], None] = lambda: None) -> "Progress":
        """Forget catalogue and index and fill them again; otherwise as `refresh`."""
        return self._written(report, waiting, anew=True)

    def state(self) -> "State":
        """Return what is known of the library and what a refresh would have to do. Raises OSError, DamagedError."""
        from briefterm.library.refresh import due
        from briefterm.search.whoosh_engine import current_generation

        catalogue = self.catalogue()
        try:
            generation = current_generation(self.index_folder)
            todo = due(self.library, catalogue, generation)
            errors, warnings = catalogue.problem_counts()
            return State(
                briefs=len(todo.found),
                catalogued=len(todo.found) - len(todo.changed),
                indexed=len(todo.found) - todo.to_index,
                gone=len(todo.gone),
                errors=errors,
                warnings=warnings,
                generation=generation,
                size=_size(self.cache),
            )
        finally:
            catalogue.close()

    def _written(self, report: "Report", waiting: Callable[[], None], *, anew: bool) -> "Progress":
        try:
            return self._write(report, 0.0, anew=anew)
        except LockedError:
            waiting()
            return self._write(report, PATIENCE, anew=anew)

    def _write(self, report: "Report", patience: float, *, anew: bool) -> "Progress":
        from briefterm.library.refresh import refresh
        from briefterm.search.whoosh_engine import WhooshEngine

        with writer_lock(self.cache, patience):
            catalogue = Catalogue.emptied(self.cache) if anew else self.catalogue()
            engine = WhooshEngine.create(self.index_folder) if anew else WhooshEngine.open(self.index_folder)
            try:
                return refresh(self.library, catalogue, engine, report)
            finally:
                engine.close()
                catalogue.close()


def _size(folder: Path) -> int:
    """Return how many bytes the files below `folder` have; one that goes meanwhile counts nothing."""
    size = 0
    for file in folder.rglob("*"):
        with suppress(OSError):
            size += file.stat().st_size if file.is_file() else 0
    return size
