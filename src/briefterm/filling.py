"""Catalogue and index of a library brought up to date, by one process at a time.

Where what is found in the cache folder is not what was put there, the folder is emptied and filled again.
"""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from briefterm.library.catalogue import Catalogue, DamagedError
from briefterm.library.library import Library
from briefterm.library.lock import LockedError, writer_lock
from briefterm.library.refresh import Progress, Report, due, refresh
from briefterm.search.home import Home
from briefterm.search.whoosh_engine import WhooshEngine

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

    def __call__(self, *, anew: bool) -> Progress: ...


@dataclass(frozen=True)
class Filling:
    """What is filled: the catalogue in `cache` and the index in `home`; without a folder, a catalogue in memory."""

    library: Library
    cache: Path | None
    home: Home
    remembered: Catalogue | None

    def refresh(self, report: Report, waiting: Callable[[], None], only: Collection[str] | None = None) -> Progress:
        """Bring both up to date; calls `waiting` once if another process must be waited for.

        With `only`, these paths may be looked at alone. Raises OSError or sqlite3.Error where nothing can be written.
        """
        return self._written(partial(self._fill, report, only), waiting, anew=False)

    def rebuild(self, report: Report, waiting: Callable[[], None]) -> Progress:
        """Forget what both hold and fill them again; otherwise as `refresh`."""
        return self._written(partial(self._fill, report, None), waiting, anew=True)

    def state(self, catalogue: Catalogue) -> State:
        """Return what `catalogue` knows of the library, and what a refresh would have to do. Raises DamagedError."""
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

    def _written(self, fill: _Fill, waiting: Callable[[], None], *, anew: bool) -> Progress:
        try:
            return self._written_as_it_is(fill, waiting, anew=anew)
        except (OSError, sqlite3.Error) as error:
            if self.cache is None or getattr(error, "errno", None) in _FOLDERS_LIMITS:
                raise
            _clear(self.cache)
            return self._written_as_it_is(fill, waiting, anew=anew)

    def _written_as_it_is(self, fill: _Fill, waiting: Callable[[], None], *, anew: bool) -> Progress:
        try:
            return self._write(fill, 0.0, anew=anew)
        except LockedError:
            waiting()
            return self._write(fill, PATIENCE, anew=anew)

    def _write(self, fill: _Fill, patience: float, *, anew: bool) -> Progress:
        with self._alone(patience):
            try:
                return fill(anew=anew)
            except DamagedError:
                return fill(anew=True)

    def _fill(self, report: Report, only: Collection[str] | None, *, anew: bool) -> Progress:
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
            return self.remembered or Catalogue.in_memory()
        return Catalogue.emptied(self.cache) if anew else Catalogue.checked(self.cache)

    @contextmanager
    def _alone(self, patience: float) -> Iterator[None]:
        if self.cache is None:
            yield
        else:
            with writer_lock(self.cache, patience):
                yield


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
