"""The files of an index read where they are mapped: Whoosh maps them, and then copies every part it opens into memory.

On a large library that is the whole index, and a column of it again for each card that is shown. What is read here is
copied alone. As before, a mapped file must not be touched once it is not as it was sealed (see `WhooshSearcher`).
"""

import mmap
from typing import Any

from whoosh.filedb import compound, filestore
from whoosh.filedb.structfile import BufferFile

_DONTNEED: int | None = getattr(mmap, "MADV_DONTNEED", None)


class Reader:
    """As much of a file opened for reading as Whoosh and pickle ask of one, over `buffer`."""

    __slots__ = ("_at", "_buffer")

    def __init__(self, buffer: memoryview) -> None:
        self._buffer = buffer
        self._at = 0

    def read(self, size: int | None = -1) -> bytes:
        """Return up to `size` bytes, all that are left without."""
        start = self._at
        end = len(self._buffer) if size is None or size < 0 else min(start + size, len(self._buffer))
        self._at = max(start, end)
        return bytes(self._buffer[start:end])

    def readline(self, size: int | None = -1) -> bytes:
        """Return what is left up to the next end of a line."""
        start = self._at
        rest = self.read(size)
        line = rest[: rest.find(b"\n") + 1] or rest
        self._at = start + len(line)
        return line

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go on reading at `offset` from the beginning, from here or from the end."""
        self._at = max(0, offset + (0, self._at, len(self._buffer))[whence])
        return self._at

    def tell(self) -> int:
        """Return where reading goes on."""
        return self._at


class MappedFile(BufferFile):  # type: ignore[misc]
    """Whoosh's file over a buffer, without its copies. The buffer must not change."""

    def __init__(self, buf: Any, name: str | None = None, onclose: Any = None) -> None:
        self._buf = memoryview(buf)
        self._name = name
        self.file = Reader(self._buf)
        self.onclose = onclose
        self.is_real = self.is_closed = False

    def subset(self, position: int, length: int, name: str | None = None) -> "MappedFile":
        """Return a part as a file."""
        return MappedFile(self._buf[position : position + length], name or self._name)


def let_go(leaf: Any) -> None:
    """Have the pages of one of Whoosh's readers of a segment count no longer as ours, where the system can do that.

    What was read once, such as a whole column, would stay for as long as the file is open. What is read again comes
    from the system's own copy: twenty MiB take it a millisecond.
    """
    storage = leaf.storage()
    source = getattr(getattr(storage, "a", storage), "_source", None)  # the file of the segment comes first
    if isinstance(source, mmap.mmap) and _DONTNEED is not None:
        source.madvise(_DONTNEED)


def install() -> None:
    """Have Whoosh open its files so, from now on."""
    compound.BufferFile = filestore.BufferFile = MappedFile
