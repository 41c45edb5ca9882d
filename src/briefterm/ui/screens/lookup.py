"""What the screens about the whole library share: they ask the desk, and show the answer to what they asked last."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from briefterm.brief.safe import safe_line
from briefterm.ui.widgets.row_list import ItemRows, RowList

if TYPE_CHECKING:
    from briefterm.ui.desks.people import PeopleDesk


class LookupScreen(Screen[None]):
    """A screen over the reader. `ticket` is the number of the answer it waits for."""

    def __init__(self, desk: "PeopleDesk") -> None:
        super().__init__()
        self.desk = desk
        self.ticket = 0

    def take(self, found: object) -> None:
        """Show an answer."""

    def fail(self, reason: str) -> None:
        """Say why there is none."""
        self.query(RowList).first().show(ItemRows(), empty=safe_line(reason))

    def action_close(self) -> None:
        """Go back one step."""
        self.dismiss()
