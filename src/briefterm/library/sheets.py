"""Sheets of the catalogue: beside a brief's entry, what is remembered of its people, topics, days and links.

A sheet has one packed value a brief, which carries its own checksum. All are written in the transaction of the brief's
row and removed in that of its removal. What they mean is said where they are packed: `rolls`, `appearances`, `items`,
`links`.
"""

import os
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Memory(NamedTuple):
    """What is remembered of one brief, packed; empty where there is nothing. Each field is a sheet."""

    rolls: bytes = b""
    days: bytes = b""
    links: bytes = b""
    people: bytes = b""  # the longest come last: the others are read without them
    items: bytes = b""


class TornError(ValueError):
    """A value does not match its checksum."""


SHEETS = Memory._fields
TABLE = (
    f"CREATE TABLE IF NOT EXISTS memories (path BLOB NOT NULL UNIQUE, {', '.join(f'{one} BLOB' for one in SHEETS)});"
)
_INSERT = f"INSERT OR REPLACE INTO memories VALUES (?{', ?' * len(SHEETS)})"  # noqa: S608 - our own text
FIELDS, PARTS, LINES = "\t", "\x1f", "\n"
"""What stands between the texts of a line, in one of several parts, and between lines: no line of a brief has any."""
_SUM_BYTES = 4
_ENCODING, _ERRORS = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()  # as os.fsencode has it
_MOST_VARIABLES = 500
_AT_A_TIME = 250


def put(connection: sqlite3.Connection, memories: Iterable[tuple[str, Memory]]) -> None:
    """Replace what is remembered of these briefs, by path, in the transaction that is open."""
    connection.executemany(_INSERT, (_row(os.fsencode(path), memory) for path, memory in memories))


def remove(connection: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Forget these briefs in the transaction that is open."""
    connection.executemany("DELETE FROM memories WHERE path = ?", ((os.fsencode(path),) for path in paths))


def clear(connection: sqlite3.Connection) -> None:
    """Forget every brief in the transaction that is open."""
    connection.execute("DELETE FROM memories")


def read(
    connection: sqlite3.Connection, sheet: str, paths: Sequence[str] | None = None
) -> Iterator[list[tuple[str, bytes]]]:
    """Yield path and value of every brief in `sheet`, or of those of `paths` it has, by path, some hundred at a time.

    Never all at once: what a large library remembers is many times what is made of it. Raises TornError.
    """
    select = f"SELECT path, {sheet} FROM memories WHERE {sheet} IS NOT NULL"  # noqa: S608 - our own column
    if paths is None:
        rows = connection.execute(f"{select} ORDER BY path")
        for found in iter(lambda: rows.fetchmany(_AT_A_TIME), []):
            yield _checked(found)
        return
    some_found: list[tuple[bytes, bytes]] = []
    for start in range(0, len(paths), _MOST_VARIABLES):
        some = [os.fsencode(path) for path in paths[start : start + _MOST_VARIABLES]]
        some_found += connection.execute(f"{select} AND path IN ({','.join('?' * len(some))})", some)
    yield _checked(sorted(some_found))


def _row(path: bytes, memory: Memory) -> tuple[bytes | None, ...]:
    return (path, *[_summed(path, data) if data else None for data in memory])


def _summed(path: bytes, data: bytes) -> bytes:
    return zlib.crc32(data, zlib.crc32(path)).to_bytes(_SUM_BYTES, "little") + data


def _checked(found: list[tuple[bytes, bytes]]) -> list[tuple[str, bytes]]:
    if not _sound(found):
        raise TornError("a value does not match its checksum")
    return [(sys.intern(path.decode(_ENCODING, _ERRORS)), value[_SUM_BYTES:]) for path, value in found]


def _sound(found: list[tuple[bytes, bytes]]) -> bool:
    """Return whether every value is one of ours for its path. In one loop: it goes over thousands at once."""
    crc, number = zlib.crc32, int.from_bytes
    try:
        return all(number(value[:_SUM_BYTES], "little") == crc(value[_SUM_BYTES:], crc(path)) for path, value in found)
    except TypeError:  # not even bytes
        return False
