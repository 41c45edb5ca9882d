"""Where notes and bookmarks belong in a brief as it is now.

They outlive rewording, reordering, renaming and republishing. A note is on the item that has its id; else on the one
with its text; else on the one whose text is most like it, if no word of it was replaced by another. Where its item has
gone it moves to the brief, with the old text quoted. None is ever left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from briefterm.brief.fold import fold_line
from briefterm.brief.matching import NONE_BESIDE, beside, differ, may_continue, most_alike
from briefterm.brief.model import Brief
from briefterm.library.entry import title_key
from briefterm.personal.notes import Note
from briefterm.personal.owners import Owners

WHOLE = "title"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a brief that a note may be on; `nth` says which it is of those of its pane with the same text.

    `country` is that of an official.
    """

    pane: str
    index: int
    id: str
    text: str
    nth: int = 1
    country: str = ""


class Anchored(Protocol):
    """What is on an item: its pane, id and text, which it was of those with that text, and of an official the country.

    `beside` is what `matching.beside` says of the others of its pane, empty where that is not known.
    All of these are as they were when it was put there.
    """

    @property
    def pane(self) -> str: ...

    @property
    def item(self) -> str: ...

    @property
    def on(self) -> str: ...

    @property
    def nth(self) -> int: ...

    @property
    def country(self) -> str: ...

    @property
    def beside(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a brief that is to be found again."""

    pane: str = ""
    item: str = ""
    on: str = ""
    nth: int = 1
    country: str = ""
    beside: str = NONE_BESIDE


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and its place: a pane and an index, or the brief as a whole. `lost` is the text of an item gone."""

    note: Note
    pane: str = WHOLE
    index: int = 0
    lost: str = ""


def items(brief: Brief) -> Iterator[Item]:
    """Yield every item of `brief` that a note may be on."""
    yield from _numbered("officials", ((one.id, one.name, one.country) for one in brief.officials))
    yield from _numbered("agenda", ((topic.id, topic.topic, "") for topic in brief.agenda))
    yield from _numbered("timeline", ((event.id, event.event, "") for event in brief.timeline))


def _numbered(pane: str, named: Iterable[tuple[str, str, str]]) -> Iterator[Item]:
    seen: Counter[str] = Counter()
    for index, (name, text, country) in enumerate(named):
        folded = fold_line(text)
        seen[folded] += 1
        yield Item(pane, index, name, text, seen[folded], country)


def item_at(brief: Brief, pane: str, index: int) -> Item | None:
    """Return the item at a place of `brief`, or None where there is none."""
    return next((item for item in items(brief) if (item.pane, item.index) == (pane, index)), None)


def beside_of(brief: Brief, item: Item) -> str:
    """Return what `matching.beside` says of the others in the pane of an item of `brief`."""
    return beside(item.text, (other.text for other in items(brief) if other.pane == item.pane))


def place(notes: Iterable[Note], brief: Brief) -> tuple[Placed, ...]:
    """Return where each of `notes` belongs in `brief`, in the order given."""
    known = tuple(items(brief))
    return tuple(_place(note, known) for note in notes)


def _place(note: Note, known: Sequence[Item]) -> Placed:
    if not note.pane:
        return Placed(note)
    item = found(note, known)
    if item is None:
        return Placed(note, lost=note.on or note.item)
    return Placed(note, item.pane, item.index)


def found(anchor: Anchored, known: Sequence[Item]) -> Item | None:
    """Return which of the items of a brief an anchor is on: by id, by text, by likeness; None where it has gone.

    An official of another country is another person, but for one with its id.
    """
    item = _by_id(anchor, known)
    if item is not None:
        return item
    left = [other for other in known if not differ(anchor.country, other.country)]
    return _by_text(anchor, left) or _by_likeness(anchor, left)


def _by_id(anchor: Anchored, known: Sequence[Item]) -> Item | None:
    return next((item for item in known if anchor.item and (item.pane, item.id) == (anchor.pane, anchor.item)), None)


def _by_text(anchor: Anchored, known: Sequence[Item]) -> Item | None:
    """The item with the same text: in its pane, of several the one it was or the last, else in another pane."""
    text = fold_line(anchor.on)
    same = [item for item in known if text and fold_line(item.text) == text]
    here = [item for item in same if item.pane == anchor.pane]
    if here:
        return here[min(anchor.nth, len(here)) - 1]
    return same[0] if same else None


def _by_likeness(anchor: Anchored, known: Sequence[Item]) -> Item | None:
    """The item of its pane that is most like it; of two with ids of their own neither continues the other."""
    near = [
        item
        for item in known
        if item.pane == anchor.pane
        and not (anchor.item and item.id)
        and may_continue(anchor.on, item.text, anchor.beside)
    ]
    at = most_alike(anchor.on, [item.text for item in near]) if anchor.on else None
    return None if at is None else near[at]


def notes_of(
    brief: Brief, notes: Iterable[Note], ids: Set[str], owners: Owners | None = None, *, alone: bool = True
) -> list[Note]:
    """Return the notes on `brief`.

    By its id, where the library or the title is the same too; and by its title where no brief has the id they name any
    more, if it is `alone` in having that title. `ids` are those of all briefs in the library, `owners` say whose the
    notes are.
    """
    owners, title = owners or Owners(), title_key(brief.title)
    return [note for note in notes if _is_on(note, brief.id, title, ids if alone else ids | {note.brief}, owners)]


def _is_on(note: Note, brief_id: str, title: str, ids: Set[str], owners: Owners) -> bool:
    titled = bool(note.title) and title_key(note.title) == title
    if note.brief == brief_id:
        return titled or owners.ours(note.library)
    return titled and note.brief not in ids and owners.ours(note.library)


def _has_home(note: Note, ids: Set[str], titles: Set[str], owners: Owners) -> bool:
    titled, ours = title_key(note.title) in titles, owners.ours(note.library)
    return (titled or ours) if note.brief in ids else (titled and ours)


def homeless(notes: Iterable[Note], ids: Set[str], titles: Set[str], owners: Owners | None = None) -> list[Note]:
    """Return the notes whose brief has gone, by id and by title; those of other living libraries are not missed here.

    `titles` are as `title_key` gives them.
    """
    owners = owners or Owners()
    return [note for note in notes if owners.missed(note.library) and not _has_home(note, ids, titles, owners)]
