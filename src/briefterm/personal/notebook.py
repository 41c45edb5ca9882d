"""The notes of one reader on the briefs of one library: which are on which brief, and in which places of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from briefterm.brief.model import Brief
from briefterm.library.catalogue import Catalogue
from briefterm.personal import notes
from briefterm.personal.anchors import WHOLE, Placed, items, notes_of, place
from briefterm.personal.notes import Note


@dataclass(frozen=True)
class Notebook:
    """The notes as they lie in `folder`, read afresh at each call: they are few, and may be edited by hand."""

    folder: Path

    def on(self, brief: Brief, catalogue: Catalogue) -> tuple[Placed, ...]:
        """Return the notes on `brief` and where they belong in it, the oldest first."""
        known = notes.load(self.folder)
        if not known:
            return ()
        present = frozenset(note.brief for note in known if catalogue.with_id(note.brief))
        return place(notes_of(brief, known, present), brief)

    def by_path(self, catalogue: Catalogue) -> Iterator[tuple[str, Note]]:
        """Yield every note with the path of the brief it is on; a note whose brief has gone is passed over."""
        for note in notes.load(self.folder):
            entries = catalogue.with_id(note.brief) or (catalogue.with_title(note.title) if note.title else [])
            yield from ((entry.path, note) for entry in entries[:1])

    def homeless(self, catalogue: Catalogue) -> list[Note]:
        """Return the notes whose brief has gone from the library, by id and by title."""
        homed = {note.file for _, note in self.by_path(catalogue)}
        return [note for note in notes.load(self.folder) if note.file not in homed]

    def keep(self, note: Note, now: datetime) -> None:
        """Write a note, new or changed; one left empty is put aside. Raises OSError."""
        if note.text.strip():
            notes.save(self.folder, note, now)
        elif note.file:
            notes.delete(self.folder, note)


def note_on(brief: Brief, pane: str, index: int, placed: tuple[Placed, ...], now: datetime) -> Note:
    """Return the newest note on an item, or an empty one for it; it takes the item's id and text as they are now."""
    item = next((item for item in items(brief) if (item.pane, item.index) == (pane, index)), None)
    where = (item.pane, item.index) if item else (WHOLE, 0)
    known = (one.note for one in reversed(placed) if (one.pane, one.index) == where and not one.lost)
    note = next(known, None) or notes.begun(Note(brief.id, ""), now)
    note = replace(note, brief=brief.id, title=brief.title)
    return replace(note, pane=item.pane, item=item.id, on=item.text) if item else note
