"""The notes whose brief has gone from the library, and those put aside."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefterm.personal.notes import Note
from briefterm.ui.commands import Place, bindings
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.screens.listing import Listing
from briefterm.ui.text.marks import unmarked
from briefterm.ui.text.own_rows import lost_row
from briefterm.ui.widgets.prose import Prose
from briefterm.ui.widgets.row_list import RowList

_READING = "-reading"


class LostScreen(Listing[Note]):
    """Lists those of the library named `library`, the newest first, and shows one in full.

    `move` moves it to the open brief, or brings back one put aside; `undo` takes the last of these back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LOST)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.LOST, Place.YOURS, Place.LIST)
    HEADING = "Notes whose brief has gone"
    HINT = "{list.choose} shows · {lost.move} moves it here, or back · {lost.undo} undoes · {yours.close} closes"
    EMPTY = (
        "None: the brief of every note of yours is in this library, and none was put aside. {yours.close} goes back."
    )

    def __init__(self, library: str, move: Callable[[Note], None], undo: Callable[[], None]) -> None:
        super().__init__()
        self._library = library
        self._move = move
        self._undo = undo

    def page(self) -> ComposeResult:
        """Make the page that one of them is read on."""
        yield Prose(id="whole")

    def fill(self, things: Sequence[Note], *, undoable: bool = False) -> None:
        """Show these; a note that has just been moved is not read any more."""
        if self.has_class(_READING) and self.chosen not in things:
            self._read(False)
        super().fill(things, undoable=undoable)
        emptied = sum(bool(note.aside) for note in things)
        if emptied and self.is_attached:
            heading = f"{self.HEADING} · {len(things) - emptied:,} · put aside · {emptied:,}"
            self.query_one("#listing").border_title = heading

    def row(self, key: int, thing: Note, ink: Ink) -> Row:
        """Return the row of a note."""
        return lost_row(key, thing, ink)

    def choose(self, thing: Note) -> None:
        """Show the note in full, with what it was on."""
        from briefterm.ui.text.note_blocks import note_in_full

        page = self.query_one(Prose)
        self._read(True)
        page.show(note_in_full(thing, self._library, page.ink, unmarked))

    def action_close(self) -> None:
        """Go back: from a note to the list, from the list."""
        if self.has_class(_READING):
            self._read(False)
        else:
            super().action_close()

    def action_change(self, what: str) -> None:
        """Move the note to the open brief, or bring it back."""
        if (thing := self.chosen) is not None:
            self._move(thing)

    def action_undo(self) -> None:
        """Take the last move back."""
        self._undo()

    def _read(self, reading: bool) -> None:
        self.set_class(reading, _READING)
        self.set_focus(self.query_one(Prose if reading else RowList))
