"""The briefs opened lately."""

from collections.abc import Callable

from briefterm.library.entry import Entry
from briefterm.personal.recents import Recent
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.screens.listing import Listing
from briefterm.ui.text.own_rows import recent_row


class RecentScreen(Listing[tuple[Recent, Entry]]):
    """Lists them, the newest first; `go` opens one by its path."""

    HEADING = "Recent briefs"
    HINT = "{list.choose} opens · {yours.close} closes"
    EMPTY = (
        "No brief has been gone into yet. {pane.briefs} lists all; {list.choose} goes into one: then it stands here."
    )

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self._go = go

    def row(self, key: int, thing: tuple[Recent, Entry], ink: Ink) -> Row:
        """Return the row of a brief."""
        return recent_row(key, *thing, ink)

    def choose(self, thing: tuple[Recent, Entry]) -> None:
        """Open the brief."""
        self.dismiss()
        self._go(thing[1].path)
