"""The search bar: one line at the top, open only while one searches."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from briefterm.ui.commands import Place, bindings


class SearchBar(Input):
    """An input whose arrows move through the results."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.BAR)]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(placeholder='names, words, "exact phrase", -not', id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
