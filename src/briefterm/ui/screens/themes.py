"""The choice of colours: each theme is shown while the cursor is on it."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from briefterm.ui.commands import Place, bindings
from briefterm.ui.footing import named
from briefterm.ui.item_rows import ItemRows, Row
from briefterm.ui.keymap import commands_of
from briefterm.ui.layout import Block
from briefterm.ui.looks import OURS, TEXTUALS
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.row_list import RowList

_FOOTER = (("list.choose", "keep"), ("themes.close", "as it was"), ("help.here", "help"))


class ThemeScreen(ModalScreen[str]):
    """Ends with the theme that was chosen, with nothing where none was: then the colours are again as they were."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.THEMES), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.THEMES, Place.LIST)

    def __init__(self, before: str) -> None:
        super().__init__()
        self._before = before
        self._names: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the list, and the footer in place of the one below it."""
        pane = RowList(id="themes")
        pane.border_title = "Colours"
        yield pane
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Fill the list, in the colours of each theme that is tried."""
        self._fill()
        self.query_one(Keys).show(tuple(named(commands_of(self.app), _FOOTER)))
        self.query_one(RowList).focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._fill())

    def _fill(self) -> None:
        """Show the person's own themes, ours, Textual's."""
        pane = self.query_one(RowList)
        available = self.app.available_themes
        known = (*OURS, *TEXTUALS)
        own = tuple(sorted(name for name in available if name not in known and not available[name].ansi))
        groups = (("YOUR OWN", own), ("BRIEFTERM", OURS), ("TEXTUAL", tuple(n for n in TEXTUALS if n in available)))
        self._names = (*own, *OURS, *groups[2][1])
        rows = []
        for heading, names in groups:
            if names:
                rows.append(Row(None, (Block(Text(f" {heading}", pane.ink["quiet"])),)))
            rows += [Row(self._names.index(name), (Block(Text(f" {name}")),)) for name in names]
        at = self._names.index(self.app.theme) if self.app.theme in self._names else None
        pane.show(ItemRows(rows), at, keep_scroll=True)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show the theme."""
        event.stop()
        self.app.theme = self._names[event.key]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Stay with the theme."""
        event.stop()
        self.app.theme = self._names[event.key]
        self.dismiss(self._names[event.key])

    def action_close(self) -> None:
        """Go back to the colours as they were."""
        self.app.theme = self._before
        self.dismiss("")
