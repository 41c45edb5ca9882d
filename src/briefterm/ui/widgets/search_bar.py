"""The search bar: one line at the top, open only while one searches."""

from typing import ClassVar

from textual.binding import BindingType

from briefterm.ui.commands import Place, bindings
from briefterm.ui.widgets.line_input import LineInput


class SearchBar(LineInput):
    """An input whose arrows move through the results."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.BAR)]

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__('names, words, "exact phrase", -not', text, id=id)
