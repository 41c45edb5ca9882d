"""An overview of a whole library, its people and its time: read once, kept until that changes. For one thread."""

import gc
import os
from array import array
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

from briefterm.library.catalogue import Catalogue
from briefterm.library.files import PEOPLE_FILES

if TYPE_CHECKING:
    from pathlib import Path

    from briefterm.archive import Archive
    from briefterm.library.calendar import Calendar
    from briefterm.library.timeline import Timeline
    from briefterm.people.declared import People
    from briefterm.people.directory import Directory
    from briefterm.search.finder import Finder, Paths

_MOST_FOUND = 3
"""Queries: each may have found the whole library."""


class Overview:
    """What is read of the library of `archive`, which may be another one each time. Its methods raise DamagedError."""

    def __init__(
        self, archive: "Callable[[], Archive]", finder: "Callable[[], AbstractContextManager[Finder]]"
    ) -> None:
        """`finder` lends a search."""
        self._current = archive
        self._archive: Archive | None = None
        self._file: object = None
        self._catalogue: Catalogue | None = None
        self._finder = finder
        self._state: object = None
        self._directory: Directory | None = None
        self._people: object = None
        self._readable: People | None = None
        """What people.yaml said when it could last be read."""
        self.notice = ""
        """What is wrong in people.yaml where it cannot be read now."""
        self._timeline: Timeline | None = None
        self._spans: tuple[list[str], array[int], array[int]] | None = None
        """Paths, first and last days of the briefs with a date, the newest first."""
        self._narrowed: dict[str, tuple[Paths, Timeline]] = {}
        self._calendars: dict[str, Calendar] = {}

    def catalogue(self) -> Catalogue:
        """Return the catalogue as it is now; what was made of an older one is forgotten. Raises CacheError too."""
        archive = self._current()
        file = archive.catalogue_file
        if self._catalogue is None or (archive, file) != (self._archive, self._file):
            self.close()
            self._archive, self._file = archive, file
            self._catalogue = archive.catalogue()
        state = (self._catalogue.changes(), file)
        if state != self._state:
            self._state = state
            self._directory = self._timeline = self._spans = None
            self._narrowed.clear()
            self._calendars.clear()
        return self._catalogue

    def directory(self) -> "Directory":
        """Return everybody in the library as it is now, with what its people.yaml says, or said when it could be read.

        Then `notice` says what is wrong in it now.
        """
        from briefterm.people.directory import Directory

        catalogue, root = self.catalogue(), self._current().library.root
        people = tuple(_stamp(os.path.join(root, name)) for name in PEOPLE_FILES)  # noqa: PTH118 - asked at each key
        if self._directory is None or people != self._people:
            self._people = people
            with _nothing_collected():
                self._directory = Directory.of(catalogue, self._people_of(root))
        return self._directory

    def _people_of(self, root: "Path") -> "People":
        from briefterm.brief.problems import Level
        from briefterm.people.declared import people_of

        people = people_of(root)
        wrong = next((problem for problem in people.problems if problem.level is Level.ERROR), None)
        if wrong is None:
            self._readable, self.notice = people, ""
            return people
        before = " · people are shown as before" if self._readable is not None else ""
        self.notice = f"{people.file}:{wrong.line}:{wrong.column}: {wrong.message}{before}"
        return self._readable or people

    def timeline(self) -> "Timeline":
        """Return all events of the library as it is now."""
        from briefterm.library.timeline import Timeline

        catalogue = self.catalogue()
        if self._timeline is None:
            self._timeline = Timeline(catalogue)
        return self._timeline

    def narrowed(self, query: str) -> "tuple[Paths, Timeline]":
        """Return what `query` finds, as it is being typed, and the events of these briefs. Raises UsageError too."""
        whole = self.timeline()
        if query not in self._narrowed:
            with self._finder() as finder:
                found = finder.paths(query, typing=True)
            _make_room(self._narrowed)
            self._narrowed[query] = (found, whole.narrowed(found.paths))
        return self._narrowed[query]

    def calendar(self, query: str = "") -> "Calendar":
        """Return the days of the library as it is now, or of the briefs that `query` finds. Raises as `narrowed`."""
        from briefterm.library.calendar import Calendar

        found, timeline = self.narrowed(query) if query.strip() else (None, self.timeline())
        if query not in self._calendars:
            if self._spans is None:
                self._spans = _columns(self.catalogue().spans())
            _make_room(self._calendars)
            among = None if found is None else frozenset(found.paths)
            self._calendars[query] = Calendar(zip(*self._spans, strict=True), timeline, among)
        return self._calendars[query]

    def close(self) -> None:
        """Give back files."""
        if self._catalogue is not None:
            self._catalogue.close()
        self._catalogue = self._state = None


def _columns(spans: "Iterator[tuple[str, int, int]]") -> "tuple[list[str], array[int], array[int]]":
    paths, firsts, lasts = [], array("i"), array("i")
    for path, first, last in spans:
        paths.append(path)
        firsts.append(first)
        lasts.append(last)
    return paths, firsts, lasts


def _make_room(kept: dict[str, Any]) -> None:
    """Forget the oldest of what is kept by query, where that is much."""
    if len(kept) >= _MOST_FOUND:
        del kept[next(iter(kept))]


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage meanwhile: of what is made in bulk here all is kept, and looking through it costs a fifth."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _stamp(file: str) -> tuple[int, ...]:
    """Return what tells one state of a file from another."""
    try:
        status = os.stat(file)  # noqa: PTH116 - one system call
    except OSError:
        return ()
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
