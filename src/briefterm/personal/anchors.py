"""Where notes belong in a brief as it is now: they outlive rewording, reordering, renaming and republishing.

A note is on the item that has its id; else on the one with its text; else on the one whose text is most like it. Where
its item has gone it moves to the brief, with the old text quoted. None is ever left out.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefterm.brief.fold import fold_line
from briefterm.brief.model import Brief
from briefterm.personal.notes import Note

WHOLE = "title"
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a brief that a note may be on."""

    pane: str
    index: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and its place: a pane and an index, or the brief as a whole. `lost` is the text of an item gone."""

    note: Note
    pane: str = WHOLE
    index: int = 0
    lost: str = ""


def items(brief: Brief) -> Iterator[Item]:
    """Yield every item of `brief` that a note may be on."""
    for index, official in enumerate(brief.officials):
        yield Item("officials", index, official.id, official.name)
    for index, topic in enumerate(brief.agenda):
        yield Item("agenda", index, topic.id, topic.topic)
    for index, event in enumerate(brief.timeline):
        yield Item("timeline", index, event.id, event.event)


def place(notes: Iterable[Note], brief: Brief) -> tuple[Placed, ...]:
    """Return where each of `notes` belongs in `brief`, in the order given."""
    known = tuple(items(brief))
    return tuple(_place(note, known) for note in notes)


def _place(note: Note, known: Sequence[Item]) -> Placed:
    if not note.pane:
        return Placed(note)
    item = _by_id(note, known) or _by_text(note, known) or _by_likeness(note, known)
    if item is None:
        return Placed(note, lost=note.on or note.item)
    return Placed(note, item.pane, item.index)


def _by_id(note: Note, known: Sequence[Item]) -> Item | None:
    return next((item for item in known if note.item and item.id == note.item and item.pane == note.pane), None)


def _by_text(note: Note, known: Sequence[Item]) -> Item | None:
    """The item with the same text: in its pane, else in another."""
    text = fold_line(note.on)
    same = [item for item in known if text and fold_line(item.text) == text]
    return next((item for item in same if item.pane == note.pane), same[0] if same else None)


def _by_likeness(note: Note, known: Sequence[Item]) -> Item | None:
    text = fold_line(note.on)
    best, found = ALIKE, None
    for item in known:
        if text and item.pane == note.pane:
            matcher = SequenceMatcher(None, text, fold_line(item.text), autojunk=False)
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
                best, found = ratio, item
    return found


def notes_of(brief: Brief, notes: Iterable[Note], ids: Set[str]) -> list[Note]:
    """Return the notes on `brief`: by its id; and by its title where no brief has the id they name any more.

    `ids` are those of all briefs in the library.
    """
    title = fold_line(brief.title)
    return [
        note
        for note in notes
        if note.brief == brief.id or (note.brief not in ids and note.title and fold_line(note.title) == title)
    ]


def homeless(notes: Iterable[Note], ids: Set[str], titles: Set[str]) -> list[Note]:
    """Return the notes whose brief has gone, by id and by title (`titles` are as `fold_line` gives them)."""
    return [note for note in notes if note.brief not in ids and fold_line(note.title) not in titles]
