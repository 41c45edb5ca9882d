"""A library with its catalogue and its index: found, brought up to date, searched.

The one way in for both fronts. What it keeps is in the cache folder and disposable. Reader and search engine are
imported where they are first used: a launch shows the catalogue before it needs either.
"""

from collections.abc import Callable
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
        try:
            return self._refresh(report, 0.0)
        except LockedError:
            waiting()
            return self._refresh(report, PATIENCE)

    def _refresh(self, report: "Report", patience: float) -> "Progress":
        from briefterm.library.refresh import refresh
        from briefterm.search.whoosh_engine import WhooshEngine

        with writer_lock(self.cache, patience):
            catalogue = self.catalogue()
            engine = WhooshEngine.open(self.index_folder)
            try:
                return refresh(self.library, catalogue, engine, report)
            finally:
                engine.close()
                catalogue.close()
