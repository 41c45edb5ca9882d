"""One writer at a time: a lock in the cache folder that the system frees when its holder ends, however it ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_NAME = "writer.lock"


class LockedError(Exception):
    """Another process is writing."""


@contextmanager
def writer_lock(folder: Path, patience: float) -> Iterator[None]:
    """Hold the lock of `folder`, waiting up to `patience` seconds for it, or raise LockedError.

    The lock is SQLite's own on an empty file, which works alike on every system and is never left behind.
    """
    connection = sqlite3.connect(folder / FILE_NAME, timeout=patience, isolation_level=None)
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise LockedError(str(error)) from error
        yield
    finally:
        connection.close()
