"""A library with its catalogue and its index: found, brought up to date, searched.

The one way in for both fronts. What it keeps is in the cache folder and disposable; where no folder can be written it
is kept in memory. Reader and search engine are imported where they are first used: a launch shows the catalogue before
it needs either.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefterm import config, paths
from briefterm.config import Config
from briefterm.errors import BrieftermError, CacheError
from briefterm.library.catalogue import FILE_NAME, Catalogue, DamagedError
from briefterm.library.entry import UNDATED, Entry
from briefterm.library.library import Library
from briefterm.library.lock import LockedError, writer_lock
from briefterm.locales import locale_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from briefterm.brief.model import Brief
    from briefterm.exchange.own import Own
    from briefterm.library.refresh import Progress, Report
    from briefterm.personal.bookmarks import Bookmarks
    from briefterm.personal.lastread import Versions
    from briefterm.personal.notebook import Notebook
    from briefterm.personal.records import Others
    from briefterm.personal.ticks import Ticks
    from briefterm.search.finder import Finder
    from briefterm.search.home import Home

PATIENCE = 600.0
_FOLDERS_LIMITS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT)


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


class _Fill(Protocol):
    """Brings catalogue and index up to date once; with `anew`, from nothing."""

    def __call__(self, *, anew: bool) -> "Progress": ...


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

    def whereabouts(self, path: str, brief_id: str) -> str:
        """Return where the brief that was at `path` lies: where the file has gone, the one there is with its id."""
        if not brief_id or os.path.lexists(self.library.file(path)):
            return path
        try:
            with closing(self.catalogue()) as catalogue:
                others = [entry.path for entry in catalogue.with_id(brief_id)]
        except (BrieftermError, sqlite3.Error):
            return path
        return next((other for other in others if self.library.file(other).is_file()), path)

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
        from briefterm.personal.records import Others

        return Others(self.holds, self.sisters, self.namesakes)

    def holds(self, brief_id: str) -> bool:
        """Return whether a brief of that id is in the library, as far as the catalogue knows, and still in its file.

        Where the catalogue cannot be asked, it is taken to be.
        """
        try:
            catalogue = self.catalogue()
            try:
                return any(name == brief_id for _, name in self._ids_now(catalogue.with_id(brief_id), catalogue))
            finally:
                catalogue.close()
        except (CacheError, DamagedError):
            return True

    def _ids_now(self, entries: Collection[Entry], catalogue: Catalogue) -> Iterator[tuple[Entry, str]]:
        """Yield each of these whose file is there, with the id of the brief in it as it is now.

        A file is read where it is not as it was catalogued; one that cannot be read as a brief keeps its id.
        """
        stamps = catalogue.stamps([entry.path for entry in entries])
        for entry in entries:
            try:
                status = self.library.file(entry.path).stat()
            except OSError:
                continue
            same = stamps.get(entry.path, ())[:2] == (status.st_size, status.st_mtime_ns)
            brief = None if same else self.library.read(entry.path).brief
            yield entry, brief.id if brief is not None else entry.id

    def namesakes(self, brief: "Brief", path: str) -> list[tuple[str, "Brief"]]:
        """Return each other brief of the library with the id of `brief`, which is at `path`, after its path.

        Where the catalogue cannot be asked, there are none.
        """
        try:
            with closing(self.catalogue()) as catalogue:
                paths = [entry.path for entry in catalogue.with_id(brief.id) if entry.path != path]
        except (CacheError, DamagedError):
            return []
        found = ((other, self.library.read(other).brief) for other in (paths if path or len(paths) > 1 else ()))
        return [
            (other, one) for other, one in found if one is not None and one.id == brief.id and (path or one != brief)
        ]

    def sisters(self, brief: "Brief") -> list[tuple[int, int]]:
        """Return first and last day, as in an Entry, of each other brief of the library with the title of `brief`.

        Where the catalogue cannot be asked, there may be any: then one of no day is returned.
        """
        from briefterm.personal.anchors import title_key

        title = title_key(brief.title)
        try:
            with closing(self.catalogue()) as catalogue:
                paths = [path for path, other in catalogue.titles() if title_key(other) == title]
                entries = list(catalogue.entries(paths).values())
                others = [entry for entry, name in self._ids_now(entries, catalogue) if name != brief.id]
        except (CacheError, DamagedError):
            return [(UNDATED, UNDATED)]
        return [(entry.first, entry.last) for entry in others]

    def own(self, brief: "Brief", home: "tzinfo", path: str = "") -> "Own":
        """Return what the reader has of their own on `brief`, at `path`: notes and ticks, at their items.

        `home` is the reader's zone, by which notes were made.
        """
        from briefterm.personal.readout import own_of

        catalogue = self.catalogue()
        try:
            return own_of(self.notebook.on(brief, catalogue), self.ticks.on(brief, path), brief, home)
        finally:
            catalogue.close()

    def annotations(self) -> list[tuple[str, str]]:
        """Return the text of every note with the path of its brief, the oldest first."""
        if not paths.notes_folder().is_dir():
            return []
        catalogue = self.catalogue()
        try:
            return [(path, note.text) for path, note in self.notebook.by_path(catalogue)]
        finally:
            catalogue.close()

    def refresh(
        self, report: "Report", *, waiting: Callable[[], None] = lambda: None, only: Collection[str] | None = None
    ) -> "Progress":
        """Bring catalogue and index up to date; calls `waiting` once if another process must be waited for.

        With `only`, these paths may be looked at alone. Raises CacheError where the cache folder cannot be written.
        """
        with _kept():
            return self._written(partial(self._fill, report, only), waiting, anew=False)

    def rebuild(self, report: "Report", *, waiting: Callable[[], None] = lambda: None) -> "Progress":
        """Forget catalogue and index and fill them again; otherwise as `refresh`."""
        with _kept():
            return self._written(partial(self._fill, report, None), waiting, anew=True)

    def state(self) -> "State":
        """Return what is known of the library and what a refresh would have to do. Raises CacheError, DamagedError."""
        from briefterm.library.refresh import due

        catalogue = self.catalogue()
        try:
            current = self.home.current()
            generation = current.generation if current else ""
            todo = due(self.library, catalogue, generation)
            errors, warnings = catalogue.problem_counts()
            return State(
                briefs=todo.total,
                catalogued=todo.total - len(todo.changed),
                indexed=todo.total - todo.to_index,
                gone=len(todo.gone),
                errors=errors,
                warnings=warnings,
                generation=generation,
                size=_size(self.cache) if self.cache else 0,
            )
        finally:
            catalogue.close()

    def _written(self, fill: "_Fill", waiting: Callable[[], None], *, anew: bool) -> "Progress":
        try:
            return self._written_as_it_is(fill, waiting, anew=anew)
        except (OSError, sqlite3.Error) as error:
            if self.cache is None or getattr(error, "errno", None) in _FOLDERS_LIMITS:
                raise
            _clear(self.cache)
            return self._written_as_it_is(fill, waiting, anew=anew)

    def _written_as_it_is(self, fill: "_Fill", waiting: Callable[[], None], *, anew: bool) -> "Progress":
        try:
            return self._write(fill, 0.0, anew=anew)
        except LockedError:
            waiting()
            return self._write(fill, PATIENCE, anew=anew)

    def _write(self, fill: "_Fill", patience: float, *, anew: bool) -> "Progress":
        with self._alone(patience):
            try:
                return fill(anew=anew)
            except DamagedError:
                return fill(anew=True)

    def _fill(self, report: "Report", only: Collection[str] | None, *, anew: bool) -> "Progress":
        from briefterm.library.refresh import refresh
        from briefterm.search.whoosh_engine import WhooshEngine

        catalogue = self._checked_catalogue(anew=anew)
        engine = WhooshEngine.create(self.home) if anew else WhooshEngine.open(self.home)
        try:
            done = refresh(self.library, catalogue, engine, report, only)
        finally:
            engine.close()
            catalogue.close()
        if self.cache is not None:
            Catalogue.seal(self.cache)
        return done

    def _checked_catalogue(self, *, anew: bool) -> Catalogue:
        if self.cache is None:
            return self._remembered
        return Catalogue.emptied(self.cache) if anew else Catalogue.checked(self.cache)

    @contextmanager
    def _alone(self, patience: float) -> Iterator[None]:
        if self.cache is None:
            yield
        else:
            with writer_lock(self.cache, patience):
                yield


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


def _clear(folder: Path) -> None:
    """Delete all that is kept in a cache folder: something in it is not what we put there."""
    for item in folder.iterdir():
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item, ignore_errors=True)
        else:
            item.unlink(missing_ok=True)


def _size(folder: Path) -> int:
    """Return how many bytes the files below `folder` have; one that goes meanwhile counts nothing."""
    size = 0
    for file in folder.rglob("*"):
        with suppress(OSError):
            size += file.stat().st_size if file.is_file() else 0
    return size
