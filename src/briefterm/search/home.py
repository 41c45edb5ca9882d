"""Where an index lives: a folder that outlasts the program, or memory where no folder can be written.

In a folder, each index is a subfolder `gen-…`; the file CURRENT names the one in use with the seal of its files. It is
written after every commit, and whole or not at all: what it does not name is not part of the index.
"""

import json
import os
import secrets
import shutil
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from briefterm.search import lean  # isort: skip  # noqa: F401 - before anything of Whoosh
from whoosh.filedb.filestore import FileStorage, RamStorage

from briefterm.atomic import write_atomically
from briefterm.search.seal import Seal, broken, seal, touched

CURRENT = "CURRENT"
_TEMPORARY = (".run", ".tmp")


@dataclass(frozen=True, slots=True)
class Current:
    """The index in use: its name, the number of Whoosh's commit that was sealed, and the seal."""

    generation: str
    commit: int = -1
    files: Seal = field(default_factory=dict)


class Home(Protocol):
    """What engine and searcher need of the place an index lives in."""

    def state(self) -> object:
        """Return a value that differs after a commit; None where there is no index."""

    def current(self) -> Current | None:
        """Return the index in use, or None where there is none to be trusted."""

    def storage(self, generation: str) -> Any:
        """Return Whoosh's storage of an index."""

    def make(self, prefix: str) -> str:
        """Make room for a new index and return its name. Raises OSError."""

    def commit(self, generation: str, commit: int) -> None:
        """Seal an index as of a commit of Whoosh's, put it to use, and drop all others. Raises OSError."""

    def damage(self, current: Current, *, thorough: bool = False) -> str:
        """Return the name of a file that is not as it was sealed, or an empty text."""

    def touched(self, current: Current) -> bool:
        """Return whether a file has another time than when it was sealed. Raises OSError."""


class FolderHome:
    """Indexes in `folder`. `prefix` is what the names of ours begin with: others are of another version."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self._folder = folder
        self._prefix = prefix

    def state(self) -> object:
        """Return a value that differs after a commit; None where there is no index."""
        try:
            status = (self._folder / CURRENT).stat()
        except OSError:
            return None
        return (status.st_ino, status.st_mtime_ns, status.st_size)

    def current(self) -> Current | None:
        """Return the index in use, or None where there is none to be trusted."""
        try:
            checksum, _, data = (self._folder / CURRENT).read_bytes().partition(b"\n")
            if int(checksum) != zlib.crc32(data):
                return None
            named = json.loads(data)
            files = {str(name): (int(a), int(b), int(c)) for name, (a, b, c) in named["files"].items()}
            found = Current(str(named["generation"]), int(named["commit"]), files)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return found if found.generation.startswith(self._prefix) and os.sep not in found.generation else None

    def storage(self, generation: str) -> Any:
        """Return Whoosh's storage of an index."""
        return FileStorage(os.fspath(self._folder / generation))

    def make(self, prefix: str) -> str:
        """Make room for a new index and return its name. Raises OSError."""
        generation = f"{prefix}{secrets.token_hex(4)}"
        (self._folder / generation).mkdir(mode=0o700, parents=True)
        return generation

    def commit(self, generation: str, commit: int) -> None:
        """Seal an index as of a commit of Whoosh's, put it to use, and drop all others. Raises OSError."""
        before = self.current()
        home = self._folder / generation
        names = [item.name for item in home.iterdir() if item.is_file() and not item.name.endswith(_TEMPORARY)]
        files = seal(home, names, before.files if before and before.generation == generation else {})
        data = json.dumps({"generation": generation, "commit": commit, "files": files}).encode()
        write_atomically(self._folder / CURRENT, b"%d\n%s" % (zlib.crc32(data), data))
        if before is None or before.generation != generation:
            for other in self._folder.glob("gen-*"):
                if other != home:
                    shutil.rmtree(other, ignore_errors=True)

    def damage(self, current: Current, *, thorough: bool = False) -> str:
        """Return the name of a file that is not as it was sealed, or an empty text."""
        return broken(self._folder / current.generation, current.files, thorough=thorough)

    def touched(self, current: Current) -> bool:
        """Return whether a file has another time than when it was sealed. Raises OSError."""
        return touched(self._folder / current.generation, current.files)


class MemoryHome:
    """One index in memory, gone with the program."""

    def __init__(self) -> None:
        self._storage = RamStorage()
        self._current: Current | None = None

    def state(self) -> object:
        """Return a value that differs after a commit; None where there is no index."""
        return self._current

    def current(self) -> Current | None:
        """Return the index in use, or None where there is none yet."""
        return self._current

    def storage(self, generation: str) -> Any:
        """Return Whoosh's storage of an index."""
        return self._storage

    def make(self, prefix: str) -> str:
        """Make room for a new index and return its name."""
        self._storage = RamStorage()
        return f"{prefix}{secrets.token_hex(4)}"

    def commit(self, generation: str, commit: int) -> None:
        """Put an index to use as of a commit of Whoosh's."""
        self._current = Current(generation, commit)

    def damage(self, current: Current, *, thorough: bool = False) -> str:
        """Return an empty text: memory is not damaged."""
        return ""

    def touched(self, current: Current) -> bool:
        """Return False: what is in memory has no times."""
        return False
