"""The search bar: one line at the top, open only while one searches."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Paste
from textual.widgets import Input

from briefterm.brief.safe import safe_line
from briefterm.search.parse import LONGEST_QUERY
from briefterm.ui.commands import Place, bindings


class SearchBar(Input):
    """An input whose arrows move through the results."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.BAR)]

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(
            text, placeholder='names, words, "exact phrase", -not', id=id, compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Take of what is pasted what a query can hold, on one line and safe to show."""
        event.prevent_default()
        event.stop()
        room = max(0, LONGEST_QUERY - len(self.value))
        self.replace(safe_line(event.text[: LONGEST_QUERY * 4])[:room], *self.selection)
