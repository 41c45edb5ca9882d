"""The files of a library, found by walking its folder."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from briefterm.brief.encoding import LARGEST
from briefterm.brief.safe import safe_line

SUFFIXES = (".yaml", ".yml")
PEOPLE_FILES = ("people.yaml", "people.yml")
READ_LIMIT = LARGEST + 1
_NOT_A_FILE = "not a plain file"
_TRIES = 3
_LARGEST_NUMBER = 2**63 - 1


class Stamp(NamedTuple):
    """A file as the walk saw it. `path` is relative to the library, parts joined by `/`, undecodable bytes escaped.

    `size` is in bytes, `mtime` in nanoseconds, at most what a database can hold. `oddity` says why a thing with a
    brief's name is no file, or is empty.
    """

    path: str
    size: int
    mtime: int
    oddity: str = ""


def default_id(path: str) -> str:
    """Return the id of a brief that names none: its path below the library without the suffix."""
    stem = path[: -len(".yaml")] if path.endswith(".yaml") else path[: -len(".yml")] if path.endswith(".yml") else path
    return safe_line(stem) or "unnamed"


def walk(root: Path) -> Iterator[Stamp]:
    """Yield every brief below `root`. Hidden folders are passed over; a folder is entered once, however linked.

    A link to a folder that holds the library is not followed. A file of PEOPLE_FILES in `root` itself is about the
    people of all briefs and is none. Raises OSError only where `root` itself cannot be listed.
    """
    for prefix, item in _names(root):
        if item is None:
            yield Stamp(prefix.rstrip("/"), 0, 0, "this folder cannot be read; check its permissions")
        elif _is_brief(prefix, item):
            yield _stamp(prefix + item.name, item)


def _names(root: Path) -> Iterator[tuple[str, "os.DirEntry[str] | None"]]:
    """Yield whatever a walk comes by, with what stands before its name in a path; None for a folder without access."""
    seen = {_identity(root)}
    for parent in root.resolve().parents:
        with suppress(OSError):
            seen.add(_identity(parent))
    pending = [("", os.fspath(root))]
    while pending:
        prefix, folder = pending.pop()
        try:
            with os.scandir(folder) as found:
                for item in found:
                    yield prefix, item
                    child = _folder(item, seen)
                    if child:
                        pending.append((f"{prefix}{item.name}/", child))
        except OSError:
            if not prefix:
                raise
            yield prefix, None


def _is_brief(prefix: str, item: "os.DirEntry[str]") -> bool:
    name = item.name
    if name.startswith(".") or not name.endswith(SUFFIXES):
        return False
    return bool(prefix) or name not in PEOPLE_FILES or item.is_dir()


def stamp_of(root: Path, path: str) -> Stamp | None:
    """Return what a walk of `root` would find at `path`, None where that is no brief.

    Raises LookupError where only a walk can tell: for a folder, or a path through a link.
    """
    parts = path.split("/")
    if any(part.startswith(".") for part in parts) and ".." not in parts:
        return None
    if path in PEOPLE_FILES:
        return None
    file = root / path
    there = os.path.lexists(file)
    if there and not path.endswith(SUFFIXES) and not file.is_dir():
        return None
    if not path.endswith(SUFFIXES) or file.is_dir() or file.parent.resolve() != root.resolve().joinpath(*parts[:-1]):
        raise LookupError(path)
    return _stamp(path, file) if there else None


class Tally(NamedTuple):
    """How many briefs lie below a folder; where that is not the `whole` of it, the count ended before."""

    briefs: int
    whole: bool = True


def tally(root: Path, most: int, wanted: Callable[[], bool] = lambda: True) -> Tally:
    """Count the briefs that `walk` would find, looking at no more than `most` names and only while that is `wanted`.

    Raises OSError where `root` cannot be listed.
    """
    briefs = 0
    for looked_at, (prefix, item) in enumerate(_names(root)):
        if looked_at >= most or not wanted():
            return Tally(briefs, whole=False)
        briefs += item is not None and _is_brief(prefix, item) and not _is_folder(item)
    return Tally(briefs)


def folders_in(folder: Path, beginning: str, most: int) -> list[Path]:
    """Return the folders in one whose names begin like that, by name; hidden ones where a dot begins it.

    Upper and lower case are alike. No more than `most` names are looked at. Raises OSError.
    """
    begins = beginning.casefold()
    with os.scandir(folder) as found:
        names = [
            item.name
            for item in islice(found, most)
            if item.name.casefold().startswith(begins)
            and item.name.startswith(".") == beginning.startswith(".")
            and _is_folder(item)
        ]
    return [folder / name for name in sorted(names, key=lambda name: (name.casefold(), name))]


def _is_folder(item: "os.DirEntry[str]") -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _folder(item: "os.DirEntry[str]", seen: set[tuple[int, int]]) -> str | None:
    """Return the folder to enter, None for what is none, is hidden, or has been entered."""
    try:
        if item.name.startswith(".") or not item.is_dir():
            return None
        status = item.stat()
    except OSError:
        return None
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return None
    seen.add(key)
    return item.path


def _stamp(path: str, item: "os.DirEntry[str] | Path") -> Stamp:
    try:
        status = item.stat()
    except OSError as error:
        why = "this link leads nowhere" if item.is_symlink() else f"this file cannot be read ({error.strerror})"
        return Stamp(path, 0, 0, f"{why}; remove it or repair it")
    if stat.S_ISREG(status.st_mode):
        return Stamp(path, status.st_size, _number(status.st_mtime_ns))
    what = "folder" if stat.S_ISDIR(status.st_mode) else "pipe, socket or device"
    kind = stat.S_IFMT(status.st_mode)  # when it last changed says nothing: a terminal does as often as it is used
    return Stamp(path, 0, kind, f"this is a {what}, not a file; a brief is a plain file")


def _number(nanoseconds: int) -> int:
    if -_LARGEST_NUMBER <= nanoseconds <= _LARGEST_NUMBER:
        return nanoseconds
    return _LARGEST_NUMBER if nanoseconds > 0 else -_LARGEST_NUMBER


def identity(folder: str | Path) -> tuple[int, int] | None:
    """Return what tells a folder from another that takes its place; None where there is none."""
    try:
        status = os.stat(folder)  # noqa: PTH116 - one system call
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISDIR(status.st_mode) else None


def read_file(path: Path, limit: int = READ_LIMIT) -> bytes:
    """Return the bytes of a plain file, at most `limit`. Raises OSError; never waits on a pipe.

    Nothing else is opened: opening alone can wind a tape or start a watchdog. A file that changes while it is read is
    read again, a few times.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, _NOT_A_FILE)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, _NOT_A_FILE)
        data = b""
        for _ in range(_TRIES):
            before = os.fstat(descriptor)
            data = _read_from_start(descriptor, limit)
            after = os.fstat(descriptor)
            if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
                break
        return data
    finally:
        os.close(descriptor)


def _read_from_start(descriptor: int, limit: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    parts: list[bytes] = []
    left = limit
    while left and (part := os.read(descriptor, left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
