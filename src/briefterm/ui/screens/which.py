"""A short choice among the people of an item."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from briefterm.ui.commands import Place, bindings
from briefterm.ui.item_rows import ItemRows, Row
from briefterm.ui.keymap import spelled
from briefterm.ui.layout import Block
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.ui.desks.lookup import Named

_MOST = 16
_BORDER = 2


class WhichScreen(ModalScreen[int | None]):
    """Offers people by name, and ends with the place of the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LOOKUP), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.LOOKUP, Place.LIST)

    def __init__(self, people: "Sequence[Named]") -> None:
        super().__init__()
        self._people = people

    def compose(self) -> ComposeResult:
        """Make the list."""
        lines = RowList(id="which")
        lines.border_title = "Whose dossier?"
        lines.border_subtitle = spelled(self.app, "{lookup.close} closes")
        lines.styles.height = min(_MOST, len(self._people)) + _BORDER
        yield lines

    def on_mount(self) -> None:
        """Fill it."""
        lines = self.query_one(RowList)
        lines.show(ItemRows([Row(at, (Block(Text(one.name), Text(" "), 1),)) for at, one in enumerate(self._people)]))
        lines.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """End with the one chosen."""
        event.stop()
        self.dismiss(event.key)

    def action_close(self) -> None:
        """End with nobody."""
        self.dismiss(None)
