"""The notes of one reader on the briefs of one library: which are on which brief, and in which places of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from briefterm.brief.model import Brief
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import Entry, title_key
from briefterm.library.links import successors
from briefterm.personal import notes
from briefterm.personal.anchors import WHOLE, Placed, beside_of, item_at, notes_of, place
from briefterm.personal.dropped import drop
from briefterm.personal.notes import Draft, Loaded, Note
from briefterm.personal.owners import Owners, name_of


class Notebook:
    """The notes as they lie in `folder`, looked at afresh at each call: they may be edited by hand.

    `library` is the name of the library whose briefs they are on. Any thread may use it.
    """

    def __init__(self, folder: Path, library: Path | None = None) -> None:
        self.folder = folder
        self.library = name_of(library) if library else ""
        self._loaded = Loaded()

    def load(self) -> tuple[Note, ...]:
        """Return every note, of other libraries too, the oldest first."""
        self._loaded = notes.reload(self.folder, self._loaded)
        return self._loaded.notes

    def on(self, brief: Brief, catalogue: Catalogue) -> tuple[Placed, ...]:
        """Return the notes on `brief` and where they belong in it, the oldest first."""
        title, replaced = title_key(brief.title), brief.supersedes
        ids = {brief.id, replaced} if replaced else {brief.id}
        known = [note for note in self.load() if note.brief in ids or title_key(note.title) == title]
        if not known:
            return ()
        present = frozenset(name for name in {note.brief for note in known} if catalogue.with_id(name))
        alone = all(note.brief in present for note in known) or only_titled(brief.title, catalogue) is not None
        own = notes_of(brief, known, present, Owners(self.library), alone=alone)
        left = [note for note in known if note.brief == replaced and replaced not in present and note not in own]
        if left and catalogue.with_id(brief.id):
            taken_over = self._taken_over(left, brief, catalogue)
            own = [note for note in known if note in own or note in taken_over]
        return place(own, brief)

    def _taken_over(self, left: list[Note], brief: Brief, catalogue: Catalogue) -> list[Note]:
        """Return those of the notes `left` by the brief that `brief` supersedes which have no nearer one."""
        path = successors(catalogue).get(brief.supersedes)
        if path not in {entry.path for entry in catalogue.with_id(brief.id)}:
            return []
        owners = Owners(self.library)
        return [note for note in left if owners.ours(note.library) and only_titled(note.title, catalogue) is None]

    def by_path(self, catalogue: Catalogue) -> Iterator[tuple[str, Note]]:
        """Yield every note with the path of each brief it is on; a note whose brief has gone is passed over."""
        yield from ((path, note) for paths, note in self._homes(catalogue) for path in paths)

    def homeless(self, catalogue: Catalogue) -> list[Note]:
        """Return the notes whose brief has gone from the library, by id and by title, the oldest first."""
        owners = Owners(self.library)
        return [note for paths, note in self._homes(catalogue) if not paths and owners.missed(note.library)]

    def emptied(self) -> list[Note]:
        """Return the notes of this library that were put aside, left empty or dropped, the last one first.

        One that has been written again since, with the text it had, is none.
        """
        owners = Owners(self.library)
        aside = notes.emptied(self.folder)
        there = {(note.file, note.text) for note in self.load()} if aside else set()
        return [note for note in aside if owners.missed(note.library) and (note.file, note.text) not in there]

    def bring_back(self, note: Note, now: datetime) -> Note:
        """Take back a note that `emptied` has returned. Raises OSError."""
        return notes.bring_back(self.folder, note, now)

    def put_aside(self, note: Note) -> None:
        """Put a note aside, as one left empty is. Raises OSError."""
        notes.delete(self.folder, note)

    def keep(self, draft: Draft, now: datetime) -> Note:
        """Write a note, new or changed, and return what it has become (see `notes.keep`). Raises OSError."""
        return notes.keep(self.folder, draft, now)

    def drop(self, draft: Draft) -> Note:
        """Put aside what was typed into a note, which is then as it was opened (see `dropped`). Raises OSError."""
        return drop(self.folder, draft)

    def _homes(self, catalogue: Catalogue) -> Iterator[tuple[tuple[str, ...], Note]]:
        """Yield every note with the paths of its brief: none where that is not in this library, several with one id.

        The first of several is one that has the title the brief had.
        """
        known = self.load()
        owners = Owners(self.library)
        by_id = {name: catalogue.with_id(name) for name in {note.brief for note in known}}
        replaced: dict[str, str] | None = None
        for note in known:
            paths = _by_id(note, by_id[note.brief], owners)
            if not by_id[note.brief] and owners.ours(note.library):
                entry = only_titled(note.title, catalogue) if note.title else None
                if entry is None and replaced is None:
                    replaced = successors(catalogue)
                path = entry.path if entry else (replaced or {}).get(note.brief, "")
                paths = (path,) if path else ()
            yield paths, note


def _by_id(note: Note, entries: list[Entry], owners: Owners) -> tuple[str, ...]:
    ours = owners.ours(note.library)
    title = title_key(note.title)
    titled = [one.path for one in entries if note.title and title_key(one.title) == title]
    return tuple(dict.fromkeys((*titled, *(one.path for one in entries if ours))))


def only_titled(title: str, catalogue: Catalogue) -> Entry | None:
    """Return the brief with a title where it is the only one."""
    found = catalogue.with_title(title)
    return found[0] if len(found) == 1 else None


def note_on(brief: Brief, pane: str, index: int, placed: tuple[Placed, ...], now: datetime, library: str = "") -> Note:
    """Return the newest note on an item, or an empty one for it.

    It takes the item's id, text and country as they are now, and the name of this library where it has none.
    """
    item = item_at(brief, pane, index)
    where = (item.pane, item.index) if item else (WHOLE, 0)
    known = (one.note for one in reversed(placed) if (one.pane, one.index) == where and not one.lost)
    note = next(known, None) or notes.begun(Note(brief.id, ""), now)
    return moved_to(note, brief, pane, index, library)


def moved_to(note: Note, brief: Brief, pane: str, index: int, library: str) -> Note:
    """Return a note as one on an item of `brief`; where there is none at that place, what it says of its item stays."""
    owner = library if Owners(library).ours(note.library) else note.library
    note = replace(note, brief=brief.id, title=brief.title, library=owner)
    item = item_at(brief, pane, index)
    if item is None:
        return note
    known = beside_of(brief, item)
    return replace(note, pane=item.pane, item=item.id, on=item.text, nth=item.nth, country=item.country, beside=known)
