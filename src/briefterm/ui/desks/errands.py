"""What a desk has done beside the screen, in order, with the catalogue at hand where it is needed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

from briefterm.archive import Archive
from briefterm.errors import BrieftermError
from briefterm.library.catalogue import Catalogue
from briefterm.ui.desks.desk import Room
from briefterm.ui.workers import InOrder, Latest

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failed:
    """Something could not be done; `reason` says why, for the person."""

    reason: str


class Errands:
    """The errands of one desk. What each returns is the desk's news, `Failed` where it could not be run.

    All are done in order, and finished at the end; with `Latest` as `worker`, a newer one takes the place of what
    waits.
    """

    def __init__(self, desk: str, room: Room, worker: type[Latest[Callable[[], object]]] = InOrder) -> None:
        self._desk = desk
        self._room = room
        self._jobs = worker(desk, self._do)

    def run(self, job: Callable[[], object]) -> None:
        """Have `job` done."""
        self._jobs.submit(job)

    def close(self) -> None:
        """End, in order where errands are done in order."""
        self._jobs.close()

    def _do(self, job: Callable[[], object]) -> None:
        try:
            news = job()
        except OSError as error:
            news = Failed((error.strerror or str(error)).lower())
        except (BrieftermError, sqlite3.Error) as error:
            news = Failed(str(error))
        self._room.tell(self._desk, news)


def with_catalogue(archive: Archive, question: Callable[[Catalogue], Result]) -> Result:
    """Return what `question` answers with the catalogue open. Raises what it does, and CacheError."""
    with closing(archive.catalogue()) as catalogue:
        return question(catalogue)
