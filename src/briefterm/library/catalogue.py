"""What is known of every brief without parsing it: one SQLite file in the cache folder, disposable at any time.

Any process may read while one writes. Every row carries a checksum, so that a damaged file is noticed where it is
read; the answer to any doubt is to delete the file and fill it again.
"""

import os
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, fields
from itertools import chain
from pathlib import Path

from briefterm.atomic import write_atomically
from briefterm.errors import BrieftermError
from briefterm.library import sheets
from briefterm.library.entry import Entry, title_key
from briefterm.library.files import Stamp
from briefterm.library.sheets import Memory

VERSION = 8
FILE_NAME = "catalogue.sqlite3"
SEAL_NAME = "catalogue.seal"
_MOST_VARIABLES = 500
_CACHE = "PRAGMA cache_size = -512"  # KiB a connection, of SQLite's 2,000: the system's own copy is as near

_COLUMNS = [field.name for field in fields(Entry)]
_QUOTED = [f'"{name}"' for name in _COLUMNS]
_WRONG = '"errors" > 0 OR "warnings" > 0'
_TABLE = f"""
CREATE TABLE IF NOT EXISTS briefs (
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, indexed TEXT NOT NULL DEFAULT '', sum INTEGER NOT NULL,
    titled TEXT NOT NULL,
    {", ".join(f'"{name}"' + (" BLOB PRIMARY KEY" if name == "path" else "") for name in _COLUMNS)}
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS newest ON briefs ("first" DESC, "title", "path");
CREATE INDEX IF NOT EXISTS ids ON briefs ("id");
CREATE INDEX IF NOT EXISTS titles ON briefs (titled);
CREATE INDEX IF NOT EXISTS wrong ON briefs ("errors", "warnings") WHERE {_WRONG};
{sheets.TABLE}
PRAGMA user_version = {VERSION};
"""
_SELECT = f"SELECT sum, {', '.join(_QUOTED)} FROM briefs "  # noqa: S608 - our own column names
_INSERT = (
    f"INSERT OR REPLACE INTO briefs (size, mtime, sum, titled, {', '.join(_QUOTED)}) "  # noqa: S608 - our own column names
    f"VALUES ({', '.join('?' * (len(_COLUMNS) + 4))})"
)
_NEWEST = 'ORDER BY "first" DESC, "title", "path" '
_UNINDEXED = f"SELECT path FROM briefs WHERE indexed <> ? {_NEWEST} LIMIT ?"  # noqa: S608 - our own text


class DamagedError(BrieftermError):
    """The catalogue holds what we did not write. Delete it and fill it again."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"the catalogue of this library is damaged ({found}); `briefterm index --rebuild` makes it anew"
        )


class Catalogue:
    """The entries of one library, newest first. A connection belongs to one thread: open one for each."""

    def __init__(self, connection: sqlite3.Connection, *, lasting: bool = False) -> None:
        """With `lasting`, the connection outlives every `close`."""
        self._connection = connection
        self._lasting = lasting

    @classmethod
    def in_memory(cls) -> "Catalogue":
        """Return an empty catalogue that any thread may use, gone with the program."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.executescript(_TABLE)
        return cls(connection, lasting=True)

    @classmethod
    def checked(cls, folder: Path) -> "Catalogue":
        """Open the catalogue in `folder` as `open` does, but one that is not as it was sealed is looked through first.

        It costs what reading the whole file costs, after a kill or where another program wrote. For the one writer.
        """
        if read_seal(folder) != _stamps(folder) and (folder / FILE_NAME).exists():
            catalogue = cls.open(folder)
            if catalogue._sound():
                return catalogue
            catalogue.close()
            discard(folder)
        return cls.open(folder)

    @staticmethod
    def seal(folder: Path) -> None:
        """Note what the files of a catalogue are like that has been written and closed. Raises OSError."""
        stamps = _stamps(folder)
        if read_seal(folder) != stamps:
            write_atomically(folder / SEAL_NAME, stamps.encode())

    def _sound(self) -> bool:
        try:
            whole = self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            return (
                whole
                and all(True for _ in self._entries("", ()))
                and all(True for name in sheets.SHEETS for _ in self.parts(name))
            )
        except (sqlite3.DatabaseError, DamagedError):
            return False

    @classmethod
    def open(cls, folder: Path) -> "Catalogue":
        """Open the catalogue in `folder`, made anew if it is missing, damaged or of another version.

        Raises OSError or sqlite3.Error where the folder cannot be written.
        """
        file = folder / FILE_NAME
        try:
            return cls(_connect(file))
        except (sqlite3.DatabaseError, DamagedError) as error:
            if isinstance(error, sqlite3.OperationalError) and not _damaged(error):
                raise
            discard(folder)
            return cls(_connect(file))

    @classmethod
    def emptied(cls, folder: Path) -> "Catalogue":
        """Open the catalogue in `folder` without any entry. Those who have it open see it empty, unless it was damaged.

        Raises as `open` does.
        """
        catalogue = cls.open(folder)
        try:
            with catalogue._connection:
                catalogue._connection.execute("DELETE FROM briefs")
                sheets.clear(catalogue._connection)
        except sqlite3.DatabaseError:
            catalogue.close()
            discard(folder)
            return cls.open(folder)
        return catalogue

    def close(self) -> None:
        """Close the connection."""
        if not self._lasting:
            self._connection.close()

    def stamps(self, paths: Iterable[str] | None = None) -> dict[str, tuple[int, int, str]]:
        """Return by path size, mtime and the index generation that holds it: of every brief known, or of `paths`."""
        select = "SELECT path, size, mtime, indexed FROM briefs"
        with _damage_noticed():
            if paths is None:
                rows: Iterable[tuple[bytes, int, int, str]] = self._connection.execute(select)
            else:
                found = (self._connection.execute(f"{select} WHERE path = ?", (os.fsencode(path),)) for path in paths)
                rows = chain.from_iterable(found)
            return {os.fsdecode(path): (size, mtime, indexed) for path, size, mtime, indexed in rows}

    def held_by(self, generation: str) -> bool:
        """Return whether index `generation` holds the first brief that is known; False where none is."""
        with _damage_noticed():
            row = self._connection.execute("SELECT indexed FROM briefs LIMIT 1").fetchone()
            return row is not None and row[0] == generation

    def knows_folder(self, folder: str) -> bool:
        """Return whether a brief below `folder` is known."""
        begin = os.fsencode(folder)
        with _damage_noticed():
            found = self._connection.execute(
                "SELECT 1 FROM briefs WHERE path > ? AND path < ? LIMIT 1", (begin + b"/", begin + b"0")
            )
            return found.fetchone() is not None

    def count(self) -> int:
        """Return how many briefs are known."""
        with _damage_noticed():
            return int(self._connection.execute("SELECT count(*) FROM briefs").fetchone()[0])

    def problem_counts(self) -> tuple[int, int]:
        """Return how many briefs have errors, and how many have only warnings."""
        with _damage_noticed():
            row = self._connection.execute(
                f'SELECT count(*), coalesce(sum("errors" > 0), 0) FROM briefs WHERE {_WRONG}'  # noqa: S608 - our own text
            ).fetchone()
            return int(row[1]), int(row[0]) - int(row[1])

    def page(self, offset: int, limit: int) -> list[Entry]:
        """Return up to `limit` entries from `offset`, newest first, then by title; undated ones last."""
        return list(self._entries(_NEWEST + "LIMIT ? OFFSET ?", (limit, offset)))

    def position(self, path: str) -> int | None:
        """Return where `path` stands in the order of `page`, or None."""
        entry = self.entry(path)
        if entry is None:
            return None
        with _damage_noticed():
            row = self._connection.execute(
                'SELECT count(*) FROM briefs WHERE "first" > ? OR ("first" = ? AND ("title", "path") < (?, ?))',
                (entry.first, entry.first, entry.title, os.fsencode(path)),
            ).fetchone()
            return int(row[0])

    def entry(self, path: str) -> Entry | None:
        """Return the entry at `path`, or None."""
        return next(self._entries('WHERE "path" = ?', (os.fsencode(path),)), None)

    def entries(self, paths: Sequence[str]) -> dict[str, Entry]:
        """Return the entries at `paths` that are known, by path."""
        found: dict[str, Entry] = {}
        for start in range(0, len(paths), _MOST_VARIABLES):
            some = tuple(os.fsencode(path) for path in paths[start : start + _MOST_VARIABLES])
            clause = f'WHERE "path" IN ({",".join("?" * len(some))})'
            found.update((entry.path, entry) for entry in self._entries(clause, some))
        return found

    def with_id(self, brief_id: str) -> list[Entry]:
        """Return the entries with this id; more than one where two files claim it."""
        return list(self._entries('WHERE "id" = ? ORDER BY "path"', (brief_id,)))

    def with_title(self, title: str) -> list[Entry]:
        """Return the entries with this title as titles are compared (`title_key`), newest first."""
        return list(self._entries("WHERE titled = ? " + _NEWEST, (title_key(title),)))

    def ids(self) -> frozenset[str]:
        """Return the ids of all briefs."""
        with _damage_noticed():
            return frozenset(found for (found,) in self._connection.execute("SELECT id FROM briefs"))

    def first_days(self) -> list[int]:
        """Return the first day that each brief with a beginning may be of, as an ordinal, the newest first."""
        with _damage_noticed():
            rows = self._connection.execute('SELECT "first" FROM briefs WHERE "first" > 1 ORDER BY "first" DESC')
            return [first for (first,) in rows]

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Yield path, first and last day of every brief with a date, the newest first."""
        with _damage_noticed():
            rows = self._connection.execute(
                f'SELECT path, "first", "last" FROM briefs WHERE "first" > 0 {_NEWEST}'  # noqa: S608 - our own text
            )
            for path, first, last in rows:
                yield sys.intern(os.fsdecode(path)), first, last

    def unindexed(self, generation: str, limit: int = -1) -> list[str]:
        """Return the paths, or `limit` of them, that index `generation` does not hold as they are now, newest first."""
        with _damage_noticed():
            rows = self._connection.execute(_UNINDEXED, (generation, limit))
            return [os.fsdecode(path) for (path,) in rows]

    def sheet(self, name: str, paths: Sequence[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """Yield path and value of every brief in the sheet `name`, or of those of `paths` that it has, by path."""
        return chain.from_iterable(self.parts(name, paths))

    def parts(self, name: str, paths: Sequence[str] | None = None) -> Iterator[list[tuple[str, bytes]]]:
        """Yield the same, some hundred briefs at a time."""
        with _damage_noticed():
            try:
                yield from sheets.read(self._connection, name, paths)
            except sheets.TornError as error:
                raise DamagedError(str(error)) from error

    def put(self, rows: Iterable[tuple[Stamp, Entry, Memory]]) -> None:
        """Add or replace entries and what is remembered beside them, all or none."""
        rows = list(rows)
        with self._connection:
            self._connection.executemany(_INSERT, (_row(stamp, entry) for stamp, entry, _ in rows))
            sheets.put(self._connection, ((entry.path, memory) for _, entry, memory in rows))

    def remove(self, paths: Iterable[str]) -> None:
        """Forget entries and what is remembered beside them, all or none."""
        paths = list(paths)
        with self._connection:
            self._connection.executemany("DELETE FROM briefs WHERE path = ?", ((os.fsencode(p),) for p in paths))
            sheets.remove(self._connection, paths)

    def mark_indexed(self, paths: Iterable[str], generation: str) -> None:
        """Note that index `generation` holds these briefs as they are now."""
        with self._connection:
            self._connection.executemany(
                "UPDATE briefs SET indexed = ? WHERE path = ?", ((generation, os.fsencode(p)) for p in paths)
            )

    def changes(self) -> int:
        """Return a number that differs after this or another connection has written."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0]) + self._connection.total_changes

    def _entries(self, clause: str, values: tuple[object, ...]) -> Iterator[Entry]:
        with _damage_noticed():
            rows = self._connection.execute(_SELECT + clause, values).fetchall()
        for checksum, path, *rest in rows:
            if checksum != _checksum((path, *rest)):
                raise DamagedError("a row does not match its checksum")
            yield Entry(os.fsdecode(path), *rest)


def read_seal(folder: Path) -> str:
    """Return what was noted of the catalogue's files when it was last written, empty where nothing was."""
    try:
        return (folder / SEAL_NAME).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _stamps(folder: Path) -> str:
    """Return size and time of the catalogue's file and of what is not yet in it."""
    stamps = []
    for suffix in ("", "-wal"):
        try:
            status = (folder / (FILE_NAME + suffix)).stat()
            stamps.append(f"{status.st_size} {status.st_mtime_ns}")
        except OSError:
            stamps.append("-")
    return "\n".join(stamps)


def discard(folder: Path) -> None:
    """Delete the catalogue in `folder`."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        (folder / (FILE_NAME + suffix)).unlink(missing_ok=True)


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=5.0, check_same_thread=False)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, VERSION):
            raise DamagedError(f"version {version}")  # noqa: TRY301 - closed by the same handler as SQLite's own
        if version == 0:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_TABLE)
        connection.execute(_CACHE)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("SELECT 1 FROM briefs LIMIT 1").fetchone()
        connection.execute("SELECT 1 FROM memories LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _damaged(error: sqlite3.Error) -> bool:
    said = str(error)
    return "malformed" in said or "no such" in said or "not a database" in said or "disk I/O" in said


@contextmanager
def _damage_noticed() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise DamagedError(str(error)) from error


def _row(stamp: Stamp, entry: Entry) -> tuple[object, ...]:
    values = (os.fsencode(entry.path), *astuple(entry)[1:])
    return (stamp.size, stamp.mtime, _checksum(values), title_key(entry.title), *values)


def _checksum(values: tuple[object, ...]) -> int:
    return zlib.crc32(repr(values).encode("utf-8", "surrogatepass"))
