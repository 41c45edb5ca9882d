"""The brief that a person names: by its path, or by its id in the library."""

from dataclasses import dataclass
from pathlib import Path

from briefterm import config
from briefterm.archive import Archive
from briefterm.brief.problems import did_you_mean
from briefterm.brief.safe import shorten
from briefterm.cli.narrate import Narrator
from briefterm.errors import UsageError
from briefterm.library.entry import Entry


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
    file = Path(named).expanduser()
    if file.is_file():
        return _around(file, config.library_folder(library))
    archive = Archive.of(config.library_folder(library))
    if archive.library.file(named).is_file():
        return Named(archive.library.root, named)
    found = [entry for entry in _with_id(archive, named) if archive.library.file(entry.path).is_file()]
    if not found:
        narrator = Narrator()
        archive.refresh(narrator.report, waiting=narrator.waiting)
        found = _with_id(archive, named)
    if len(found) > 1:
        paths = " and ".join(entry.path for entry in found[:3])
        raise UsageError(f"`{shorten(named)}` is the id of {paths}; name the file")
    if not found:
        hint = did_you_mean(named, _ids(archive)) or "; `briefterm list` names all ids"
        raise UsageError(f"`{shorten(named)}` is no file and no id in {archive.library.root}{hint}")
    return Named(archive.library.root, found[0].path)


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
