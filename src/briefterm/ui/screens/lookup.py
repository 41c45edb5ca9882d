"""What the screens about the whole library share: they ask the desk, and show the answer to what they asked last."""

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from briefterm.brief.safe import safe_line
from briefterm.ui.commands import Place, in_footer
from briefterm.ui.item_rows import ItemRows
from briefterm.ui.keymap import commands_of
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.ui.desks.people import PeopleDesk


class LookupScreen(Screen[None]):
    """A screen over the reader. `ticket` is the number of the answer it waits for."""

    HERE: ClassVar[tuple[Place, ...]] = (Place.LOOKUP,)

    def __init__(self, desk: "PeopleDesk") -> None:
        super().__init__()
        self.desk = desk
        self.ticket = 0
        self._stale = False

    def take(self, found: object) -> None:
        """Show an answer. One to the same question as before keeps the cursor where it is."""

    def ask(self) -> None:
        """Ask for what is to be shown."""

    def age(self, *, on_top: bool) -> None:
        """Take in that the library has changed: ask again, now or where another of these is on top once it is not."""
        self._stale = not on_top
        if on_top:
            self.ask()

    def on_screen_resume(self) -> None:
        """Ask again where the library has changed meanwhile."""
        if self._stale:
            self.age(on_top=True)

    def fail(self, reason: str) -> None:
        """Say why there is none."""
        self.query(RowList).first().show(ItemRows(), empty=safe_line(reason))

    def show_keys(self) -> None:
        """Show the keys that hold here."""
        self.query_one(Keys).show(tuple(in_footer((self.HERE[0], Place.ABOVE), commands_of(self.app))))

    def say(self, text: str) -> None:
        """Say something in the footer, until other keys hold."""
        self.query_one(Keys).say(text)

    def action_close(self) -> None:
        """Go back one step."""
        self.dismiss()
