"""The reader's bookmarks."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from briefterm.personal.bookmarks import Bookmark
from briefterm.ui.commands import Place, bindings
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.keymap import spelled
from briefterm.ui.screens.listing import Listing
from briefterm.ui.text.own_rows import bookmark_row

_GONE = "Its brief has gone from the library; the bookmark stays until you remove it ({bookmark.remove})."


class BookmarksScreen(Listing[Bookmark]):
    """Lists them, the newest first. `go` opens one, `remove` puts it aside, `undo` takes the last one back."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.BOOKMARKS)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.BOOKMARKS, Place.YOURS, Place.LIST)
    HEADING = "Bookmarks"
    HINT = "{list.choose} opens · {bookmark.remove} removes · {bookmark.undo} undoes · {yours.close} closes"
    EMPTY = "No bookmarks yet. Press {bookmark.toggle} on an item, or in the list on a brief, to put one there."

    def __init__(
        self, go: Callable[[Bookmark], None], remove: Callable[[Bookmark], None], undo: Callable[[], None]
    ) -> None:
        super().__init__()
        self._go = go
        self._remove = remove
        self._undo = undo

    def row(self, key: int, thing: Bookmark, ink: Ink) -> Row:
        """Return the row of a bookmark."""
        return bookmark_row(key, thing, ink)

    def choose(self, thing: Bookmark) -> None:
        """Open the brief in place."""
        if thing.entry is None:
            self.say(spelled(self.app, _GONE))
            return
        self.dismiss()
        self._go(thing)

    def action_change(self, what: str) -> None:
        """Put the bookmark aside."""
        if (thing := self.chosen) is not None:
            self._remove(thing)

    def action_undo(self) -> None:
        """Take the last one back."""
        self._undo()
