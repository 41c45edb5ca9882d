"""A line to type in, at the top of a screen."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key, Paste
from textual.geometry import Offset
from textual.widgets import Input

from briefterm.brief.safe import safe_line
from briefterm.search.parse import LONGEST_QUERY
from briefterm.ui.commands import Place, bindings
from briefterm.ui.widgets.in_turn import in_turn


class LineInput(Input):
    """Takes no more than a query may have, on one line and safe to show. `forms` are what may be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ABOVE)]

    def __init__(self, forms: str, text: str = "", *, id: str | None = None) -> None:
        super().__init__(text, placeholder=forms, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell that the next sign goes to; Textual names the one after it at the end of the text."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    async def on_key(self, event: Key) -> None:
        """Edit the line before the next key is taken."""
        await in_turn(self, event)

    def on_paste(self, event: Paste) -> None:
        """Take of what is pasted what a query can hold, on one line and safe to show."""
        event.prevent_default()
        event.stop()
        room = max(0, LONGEST_QUERY - len(self.value))
        self.replace(safe_line(event.text[: LONGEST_QUERY * 4])[:room], *self.selection)
