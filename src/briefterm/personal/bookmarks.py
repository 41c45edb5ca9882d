"""Bookmarks on briefs and their items: kept as notes are, each a readable file of its own, but without a text.

So they are found again as notes are, whatever happens to the brief, and two briefterms never overwrite each other's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from briefterm.brief.model import Brief
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import Entry
from briefterm.personal import notes
from briefterm.personal.anchors import Placed
from briefterm.personal.notebook import Notebook, moved_to
from briefterm.personal.notes import Note
from briefterm.personal.owners import Owners


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark in a list of them. `entry` is its brief as it is now, None where that has gone."""

    note: Note
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Removed:
    """A bookmark put aside, from where it can be taken back."""

    note: Note
    aside: str


class Bookmarks(Notebook):
    """The bookmarks of one reader in one library, as they lie in `folder`. Any thread may use it."""

    def listed(self, catalogue: Catalogue) -> list[Bookmark]:
        """Return every bookmark in this library, the newest first, with those whose brief has gone."""
        owners = Owners(self.library)
        homes = [
            (next(iter(paths), ""), note)
            for paths, note in self._homes(catalogue)
            if paths or owners.missed(note.library)
        ]
        entries = catalogue.entries(sorted({path for path, _ in homes if path}))
        return [Bookmark(note, entries.get(path)) for path, note in reversed(homes)]

    def flagged(self, catalogue: Catalogue) -> frozenset[str]:
        """Return the paths of the briefs that are bookmarked as a whole."""
        return frozenset(path for path, note in self.by_path(catalogue) if not note.pane)

    def add(self, brief: Brief, pane: str, index: int, now: datetime) -> Note:
        """Put a bookmark on an item, or on the brief where there is none at that place. Raises OSError."""
        return notes.save(self.folder, moved_to(Note(brief.id, ""), brief, pane, index, self.library), now)

    def remove(self, bookmarks: Iterable[Note]) -> list[Removed]:
        """Put bookmarks aside, and return what takes them back. Raises OSError."""
        return [Removed(note, aside) for note in bookmarks if (aside := notes.delete(self.folder, note))]

    def put_back(self, removed: Iterable[Removed]) -> None:
        """Take back what `remove` has put aside. Raises OSError."""
        for one in removed:
            notes.put_back(self.folder, one.note, one.aside)


def at(placed: Iterable[Placed], pane: str, index: int) -> list[Note]:
    """Return the bookmarks at a place of a brief, or at WHOLE and 0 on the brief itself; none whose item has gone."""
    return [one.note for one in placed if (one.pane, one.index) == (pane, index) and not one.lost]
