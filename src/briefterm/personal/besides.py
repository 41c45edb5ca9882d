"""What a library has besides one brief: as its catalogue knows it, and where a file has changed since, as that says.

It tells whose a record of the reader's own may be (see `records`).
"""

from collections.abc import Collection, Iterator

from briefterm.brief.model import Brief
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import Entry
from briefterm.library.library import Library


def holds(library: Library, catalogue: Catalogue, brief_id: str) -> bool:
    """Return whether a brief of that id is in the library, and still in its file. Raises DamagedError."""
    return any(name == brief_id for _, name in _ids_now(library, catalogue, catalogue.with_id(brief_id)))


def sisters(library: Library, catalogue: Catalogue, brief: Brief) -> list[tuple[int, int]]:
    """Return first and last day, as in an Entry, of each other brief with the title of `brief`. Raises DamagedError."""
    found = _ids_now(library, catalogue, catalogue.with_title(brief.title))
    return [(entry.first, entry.last) for entry, name in found if name != brief.id]


def namesakes(library: Library, catalogue: Catalogue, brief: Brief, path: str) -> list[tuple[str, Brief]]:
    """Return each other brief with the id of `brief`, which is at `path`, after its own path. Raises DamagedError."""
    paths = [entry.path for entry in catalogue.with_id(brief.id) if entry.path != path]
    if not path and len(paths) < 2:
        return []
    read = ((other, library.read(other).brief) for other in paths)
    return [(other, one) for other, one in read if one is not None and one.id == brief.id and (path or one != brief)]


def file_of(library: Library, catalogue: Catalogue, brief_id: str) -> str:
    """Return the path of a brief of that id whose file is there, empty where none is. Raises DamagedError."""
    paths = (entry.path for entry in catalogue.with_id(brief_id))
    return next((path for path in paths if library.file(path).is_file()), "")


def _ids_now(library: Library, catalogue: Catalogue, entries: Collection[Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield each of these whose file is there, with the id of the brief in it as it is now.

    A file is read where it is not as it was catalogued; one that cannot be read as a brief keeps its id.
    """
    stamps = catalogue.stamps([entry.path for entry in entries])
    for entry in entries:
        try:
            status = library.file(entry.path).stat()
        except OSError:
            continue
        same = stamps.get(entry.path, ())[:2] == (status.st_size, status.st_mtime_ns)
        brief = None if same else library.read(entry.path).brief
        yield entry, brief.id if brief is not None else entry.id
