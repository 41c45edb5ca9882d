"""The seal on an index: size, time and checksum of each of its files, so that damage is noticed before it is read.

Whoosh keeps no checksums, and reads a truncated or altered file as whatever it then says.
"""

import os
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

Stamp = tuple[int, int, int]
"""Size in bytes, time of the last change in nanoseconds, CRC-32."""

Seal = Mapping[str, Stamp]
"""The files of an index by name."""

_PIECE = 1 << 20


def seal(folder: Path, names: Iterable[str], before: Seal) -> Seal:
    """Make `names` in `folder` durable and return their seal; files that are as `before` are not read again.

    Raises OSError.
    """
    made: dict[str, Stamp] = {}
    for name in sorted(names):
        status = (folder / name).stat()
        known = before.get(name)
        if known is not None and known[:2] == (status.st_size, status.st_mtime_ns):
            made[name] = known
        else:
            _sync(folder / name)
            made[name] = (status.st_size, status.st_mtime_ns, _checksum(folder / name))
    return made


def broken(folder: Path, sealed: Seal, *, thorough: bool = False) -> str:
    """Return the name of a file that is not as it was sealed, or an empty text.

    A file whose size and time are as sealed is read only where `thorough`.
    """
    for name, (size, time, checksum) in sealed.items():
        try:
            status = (folder / name).stat()
            if status.st_size != size:
                return name
            if (thorough or status.st_mtime_ns != time) and _checksum(folder / name) != checksum:
                return name
        except OSError:
            return name
    return ""


def touched(folder: Path, sealed: Seal) -> bool:
    """Return whether a file has another time than when it was sealed, as after a copy: it is read at each look then.

    Raises OSError.
    """
    return any((folder / name).stat().st_mtime_ns != time for name, (_, time, _) in sealed.items())


def _checksum(file: Path) -> int:
    value = 0
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            value = zlib.crc32(piece, value)
    return value


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
