"""The brief that a person names: by its path, or by its id in the library."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from briefterm import config
from briefterm.archive import Archive
from briefterm.brief.model import Brief
from briefterm.brief.problems import Level, did_you_mean
from briefterm.brief.safe import safe_line, shorten
from briefterm.cli.narrate import up_to_date
from briefterm.clock import home_zone
from briefterm.errors import BrieftermError, UsageError
from briefterm.exchange.own import Own
from briefterm.library.entry import Entry
from briefterm.library.files import default_id
from briefterm.library.library import read_path


@dataclass(frozen=True, slots=True)
class Named:
    """A brief and the library around it: `path` is relative to `root`, with `/` between its parts."""

    root: Path
    path: str

    @property
    def file(self) -> Path:
        """Where it lies."""
        return self.root / self.path


def find(named: str, library: str | None) -> Named:
    """Return the brief that `named` means: a file, a path in the library, or an id.

    `library` is what the command line says of it. The catalogue is brought up to date only where it does not know the
    id. Raises UsageError where nothing answers, or more than one brief.
    """
    file = config.at_home(named)
    if file.is_file():
        return _around(file, config.library_folder(library))
    archive = Archive.of(config.library_folder(library)).usable()
    if archive.library.file(named).is_file():
        return Named(archive.library.root, named)
    found = [entry for entry in _with_id(archive, safe_line(named)) if archive.library.file(entry.path).is_file()]
    if not found:
        archive = up_to_date(archive.library.root)
        found = _with_id(archive, safe_line(named))
    if len(found) > 1:
        paths = " and ".join(entry.path for entry in found[:3])
        raise UsageError(f"`{shorten(named)}` is the id of {paths}; name the file")
    if not found:
        hint = did_you_mean(named, _ids(archive)) or "; `briefterm list` names all ids"
        raise UsageError(f"`{shorten(named)}` is no file and no id in {archive.library.root}{hint}")
    return Named(archive.library.root, found[0].path)


def read_found(found: Named) -> Brief:
    """Return the brief that was found, its errors told on stderr. Raises BrieftermError for what is no brief."""
    name = safe_line(os.fspath(found.file))
    reading = read_path(found.file, default_id(found.path))
    errors = [problem for problem in reading.problems if problem.level is Level.ERROR]
    if reading.brief is None:
        raise BrieftermError("\n".join(problem.at(name) for problem in errors))
    for problem in errors:
        print(f"briefterm: {problem.at(name)}", file=sys.stderr)
    return reading.brief


def own_on(brief: Brief, found: Named) -> Own:
    """Return what the reader has of their own on a brief: notes and ticks. Raises CacheError, LibraryError."""
    return Archive.of(found.root).usable().own(brief, home_zone(config.read().config.home), found.path)


def _around(file: Path, root: Path) -> Named:
    """Return a file with the library it lies in, or with its own folder as one."""
    try:
        return Named(root, file.resolve().relative_to(root.resolve()).as_posix())
    except ValueError:
        return Named(file.parent, file.name)


def _with_id(archive: Archive, brief_id: str) -> list[Entry]:
    catalogue = archive.catalogue()
    try:
        return catalogue.with_id(brief_id)
    finally:
        catalogue.close()


def _ids(archive: Archive) -> frozenset[str]:
    catalogue = archive.catalogue()
    try:
        return catalogue.ids()
    finally:
        catalogue.close()
