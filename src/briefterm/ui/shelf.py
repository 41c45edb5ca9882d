"""The catalogue as the screen sees it: never an error while a line is drawn, and always the newest file."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from briefterm.library.catalogue import Catalogue, DamagedError
from briefterm.library.entry import Entry

if TYPE_CHECKING:
    from briefterm.archive import Archive

Result = TypeVar("Result")


class Shelf:
    """What is known of every brief. Where the catalogue is damaged it is empty, and `damaged` is called once."""

    def __init__(self, archive: "Archive", damaged: Callable[[], object]) -> None:
        self._archive = archive
        self._damaged = damaged
        self._told = False
        self._file = self._archive.catalogue_file
        self._catalogue: Catalogue = archive.catalogue()

    def renew(self) -> None:
        """Open the catalogue again where its file has been replaced."""
        file = self._archive.catalogue_file
        if file != self._file or self._told:
            self.close()
            self._catalogue, self._file, self._told = self._archive.catalogue(), file, False

    def use(self, archive: "Archive") -> None:
        """Show the catalogue of another archive from now on."""
        self.close()
        self._archive, self._told = archive, False
        self._catalogue, self._file = archive.catalogue(), archive.catalogue_file

    def close(self) -> None:
        """Close the catalogue."""
        self._catalogue.close()

    def count(self) -> int:
        """Return how many briefs are known."""
        return self._ask(Catalogue.count, 0)

    def problem_counts(self) -> tuple[int, int]:
        """Return how many briefs have errors, and how many have only warnings."""
        return self._ask(Catalogue.problem_counts, (0, 0))

    def page(self, offset: int, limit: int) -> list[Entry]:
        """Return up to `limit` entries from `offset`, newest first."""
        return self._ask(lambda catalogue: catalogue.page(offset, limit), [])

    def position(self, path: str) -> int | None:
        """Return where `path` stands in the order of `page`, or None."""
        return self._ask(lambda catalogue: catalogue.position(path), None)

    def knows(self, brief_id: str) -> bool:
        """Return whether a brief has this id."""
        return self._ask(lambda catalogue: bool(catalogue.with_id(brief_id)), False)

    def _ask(self, question: Callable[[Catalogue], Result], nothing: Result) -> Result:
        try:
            return question(self._catalogue)
        except (DamagedError, sqlite3.Error):
            if not self._told:
                self._told = True
                self._damaged()
            return nothing
