"""The files of a library, found by walking its folder."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefterm.brief.safe import safe_line

SUFFIXES = (".yaml", ".yml")
PEOPLE_FILES = ("people.yaml", "people.yml")
READ_LIMIT = 4 * 1024 * 1024 + 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as the walk saw it. `path` is relative to the library, parts joined by `/`, undecodable bytes escaped.

    `size` is in bytes, `mtime` in nanoseconds. `oddity` says why a thing with a brief's name is no file, or is empty.
    """

    path: str
    size: int
    mtime: int
    oddity: str = ""


def default_id(path: str) -> str:
    """Return the id of a brief that names none: its path below the library without the suffix."""
    stem = path[: -len(".yaml")] if path.endswith(".yaml") else path[: -len(".yml")] if path.endswith(".yml") else path
    return safe_line(stem)


def walk(root: Path) -> Iterator[Stamp]:
    """Yield every brief below `root`. Hidden folders are passed over; a folder is entered once, however linked.

    A file of PEOPLE_FILES in `root` itself is about the people of all briefs and is none.

    Raises OSError only where `root` itself cannot be listed.
    """
    status = root.stat()
    seen = {(status.st_dev, status.st_ino)}
    pending = [("", os.fspath(root))]
    while pending:
        prefix, folder = pending.pop()
        try:
            found = list(os.scandir(folder))
        except OSError:
            if not prefix:
                raise
            yield Stamp(prefix.rstrip("/"), 0, 0, "this folder cannot be read; check its permissions")
            continue
        for item in found:
            name = item.name
            if name.startswith("."):
                continue
            if not prefix and name in PEOPLE_FILES and not item.is_dir():
                continue
            is_brief = name.endswith(SUFFIXES)
            if is_brief:
                yield _stamp(prefix + name, item)
            if not is_brief or item.is_dir():
                child = _folder(item, seen)
                if child:
                    pending.append((f"{prefix}{name}/", child))


def _folder(item: "os.DirEntry[str]", seen: set[tuple[int, int]]) -> str | None:
    try:
        if not item.is_dir():
            return None
        status = item.stat()
    except OSError:
        return None
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return None
    seen.add(key)
    return item.path


def _stamp(path: str, item: "os.DirEntry[str]") -> Stamp:
    try:
        status = item.stat()
    except OSError as error:
        why = "this link leads nowhere" if item.is_symlink() else f"this file cannot be read ({error.strerror})"
        return Stamp(path, 0, 0, f"{why}; remove it or repair it")
    if stat.S_ISREG(status.st_mode):
        return Stamp(path, status.st_size, status.st_mtime_ns)
    what = "folder" if stat.S_ISDIR(status.st_mode) else "pipe, socket or device"
    return Stamp(path, 0, status.st_mtime_ns, f"this is a {what}, not a file; a brief is a plain file")


def read_file(path: Path) -> bytes:
    """Return the bytes of a plain file, at most READ_LIMIT. Raises OSError; never waits on a pipe."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "not a plain file")
        return file.read(READ_LIMIT)
