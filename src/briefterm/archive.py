"""A library with its catalogue and its index: found, brought up to date, searched.

The one way in for both fronts. What it keeps is in the cache folder and disposable; where no folder can be written it
is kept in memory. Reader and search engine are imported where they are first used: a launch shows the catalogue before
it needs either.
"""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefterm import config, paths
from briefterm.config import Config
from briefterm.errors import CacheError
from briefterm.library.catalogue import FILE_NAME, Catalogue, DamagedError
from briefterm.library.entry import UNDATED
from briefterm.library.library import Library
from briefterm.locales import locale_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from briefterm.brief.model import Brief
    from briefterm.exchange.own import Own
    from briefterm.filling import Filling, State
    from briefterm.library.refresh import Progress, Report
    from briefterm.personal.bookmarks import Bookmarks
    from briefterm.personal.lastread import Versions
    from briefterm.personal.notebook import Notebook
    from briefterm.personal.records import Others
    from briefterm.personal.ticks import Ticks
    from briefterm.search.finder import Finder
    from briefterm.search.home import Home

Answer = TypeVar("Answer")


class Archive:
    """One library and what is remembered of it in the folder `cache`, or with None in memory.

    `notice` says for the person why nothing is kept, empty where it is.
    """

    def __init__(self, library: Library, cache: Path | None, notice: str = "") -> None:
        self.library = library
        self.cache = cache
        self.notice = notice

    @classmethod
    def of(cls, folder: Path) -> "Archive":
        """Return the archive of the library in `folder`; its cache folder is made. Raises LibraryError."""
        library = Library.at(folder)
        try:
            paths.private_folder(paths.cache_root())
            return cls(library, paths.private_folder(paths.library_cache(folder)))
        except OSError as error:
            return cls(library, None, _unkept(error))

    def usable(self) -> "Archive":
        """Return this archive, or one in memory where its catalogue cannot be opened."""
        try:
            self.catalogue().close()
        except CacheError as error:
            return self.in_memory(str(error))
        return self

    def in_memory(self, reason: str) -> "Archive":
        """Return an archive of the same library that keeps nothing, because of `reason`."""
        return Archive(self.library, None, reason)

    @cached_property
    def home(self) -> "Home":
        """Where the search index lives."""
        from briefterm.search.home import FolderHome, MemoryHome
        from briefterm.search.whoosh_engine import PREFIX

        return MemoryHome() if self.cache is None else FolderHome(self.cache / "index", PREFIX)

    @cached_property
    def _remembered(self) -> Catalogue:
        return Catalogue.in_memory()

    @property
    def catalogue_file(self) -> tuple[int, int] | None:
        """Which file the catalogue is now, None where there is none: another one after it was made anew."""
        if self.cache is None:
            return None
        try:
            status = os.stat(self.cache / FILE_NAME)  # noqa: PTH116 - one system call
        except OSError:
            return None
        return (status.st_dev, status.st_ino)

    def catalogue(self) -> Catalogue:
        """Open the catalogue for the calling thread. Raises CacheError where its folder cannot be used."""
        if self.cache is None:
            return self._remembered
        with _kept():
            return Catalogue.open(self.cache)

    def finder(self, configured: Config | None = None, today: Callable[[], date] = date.today) -> "Finder":
        """Open a search for the calling thread, with the searches by name and the locale that are `configured`.

        By default those of the file, and then raises UsageError where anything is wrong in it. `today` says which day
        `date:today` is.
        """
        from briefterm.search.finder import Finder
        from briefterm.search.whoosh_engine import WhooshSearcher

        configured = config.load() if configured is None else configured
        locale = cache(partial(locale_of, configured.locale, os.environ))
        searcher = WhooshSearcher(self.home)
        finder = Finder(self.library, searcher, configured.searches, locale=locale, today=today)
        finder.annotate(self.annotations())
        return finder

    @cached_property
    def notebook(self) -> "Notebook":
        """The reader's notes."""
        from briefterm.personal.notebook import Notebook

        return Notebook(paths.notes_folder(), self.library.root)

    @cached_property
    def bookmarks(self) -> "Bookmarks":
        """The reader's bookmarks."""
        from briefterm.personal.bookmarks import Bookmarks

        return Bookmarks(paths.bookmarks_folder(), self.library.root)

    @property
    def ticks(self) -> "Ticks":
        """What the reader has ticked off in this library."""
        from briefterm.personal.ticks import Ticks

        return Ticks(paths.ticks_folder(self.library.root), self._others)

    @property
    def versions(self) -> "Versions":
        """The briefs of this library as the reader last read them."""
        from briefterm.personal.lastread import Versions

        return Versions(paths.library_data(self.library.root) / "read", self._others)

    @property
    def _others(self) -> "Others":
        from briefterm.personal import besides
        from briefterm.personal.records import Others

        def holds(brief_id: str) -> bool:
            return self._asked(lambda catalogue: besides.holds(self.library, catalogue, brief_id), True)

        def sisters(brief: "Brief") -> list[tuple[int, int]]:
            return self._asked(lambda catalogue: besides.sisters(self.library, catalogue, brief), [(UNDATED, UNDATED)])

        def namesakes(brief: "Brief", path: str) -> list[tuple[str, "Brief"]]:
            return self._asked(lambda catalogue: besides.namesakes(self.library, catalogue, brief, path), [])

        return Others(holds, sisters, namesakes)

    def whereabouts(self, path: str, brief_id: str) -> str:
        """Return where the brief that was at `path` lies: where the file has gone, the one there is with its id."""
        if not brief_id or os.path.lexists(self.library.file(path)):
            return path
        from briefterm.personal import besides

        return self._asked(lambda catalogue: besides.file_of(self.library, catalogue, brief_id), "") or path

    def _asked(self, question: Callable[[Catalogue], Answer], otherwise: Answer) -> Answer:
        """Return what the catalogue answers; where it cannot be asked, `otherwise`."""
        try:
            with closing(self.catalogue()) as catalogue:
                return question(catalogue)
        except (CacheError, DamagedError):
            return otherwise

    def own(self, brief: "Brief", home: "tzinfo", path: str = "") -> "Own":
        """Return what the reader has of their own on `brief`, at `path`: notes and ticks, at their items.

        `home` is the reader's zone, by which notes were made.
        """
        from briefterm.personal.readout import own_of

        with closing(self.catalogue()) as catalogue:
            return own_of(self.notebook.on(brief, catalogue), self.ticks.on(brief, path), brief, home)

    def annotations(self) -> list[tuple[str, str]]:
        """Return the text of every note with the path of its brief, the oldest first."""
        if not paths.notes_folder().is_dir():
            return []
        with closing(self.catalogue()) as catalogue:
            return [(path, note.text) for path, note in self.notebook.by_path(catalogue)]

    def refresh(
        self, report: "Report", *, waiting: Callable[[], None] = lambda: None, only: Collection[str] | None = None
    ) -> "Progress":
        """Bring catalogue and index up to date; calls `waiting` once if another process must be waited for.

        With `only`, these paths may be looked at alone. Raises CacheError where the cache folder cannot be written.
        """
        with _kept():
            return self._filling.refresh(report, waiting, only)

    def rebuild(self, report: "Report", *, waiting: Callable[[], None] = lambda: None) -> "Progress":
        """Forget catalogue and index and fill them again; otherwise as `refresh`."""
        with _kept():
            return self._filling.rebuild(report, waiting)

    @property
    def _filling(self) -> "Filling":
        from briefterm.filling import Filling

        return Filling(self.library, self.cache, self.home, self._remembered if self.cache is None else None)

    def state(self) -> "State":
        """Return what is known of the library and what a refresh would have to do. Raises CacheError, DamagedError."""
        with closing(self.catalogue()) as catalogue:
            return self._filling.state(catalogue)


@contextmanager
def _kept() -> Iterator[None]:
    """Turn what the cache folder cannot do into CacheError."""
    try:
        yield
    except sqlite3.Error as error:
        raise CacheError(f"nothing is kept in the cache folder: {error}") from error
    except OSError as error:
        raise CacheError(_unkept(error)) from error


def _unkept(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"nothing is kept in the cache folder: {reason} ({error.filename})" if error.filename else reason
