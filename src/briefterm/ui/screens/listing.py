"""A list over the middle of the screen, for what is the reader's own."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Label

from briefterm.brief.safe import safe_line
from briefterm.ui.commands import Place, bindings
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import ItemRows, Row
from briefterm.ui.keymap import bordered, spelled
from briefterm.ui.widgets.row_list import RowList

Thing = TypeVar("Thing")
_DOT = " · "


class Listing(ModalScreen[None], Generic[Thing]):
    """Shows things, once it is told of them by `fill`. What is chosen is handed to `choose`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.YOURS), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.YOURS, Place.LIST)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-middle")]  # noqa: RUF012 - as the base class has it
    HEADING, HINT, EMPTY = "", "", ""
    """What stands above the list, below it, and in it where there is nothing; commands by id, in braces."""

    def __init__(self) -> None:
        super().__init__()
        self._things: Sequence[Thing] = ()
        self._undoable = False

    def compose(self) -> ComposeResult:
        """Make the list and the line below it."""
        with Vertical(id="listing") as box:
            box.border_title = self.HEADING
            yield RowList(id="things", empty="…")
            yield from self.page()
            yield Label(id="said", markup=False)

    def page(self) -> ComposeResult:
        """Make what takes the list's place where there is more to show."""
        yield from ()

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.query_one(RowList).focus()

    def on_resize(self, event: Resize) -> None:
        """Name the keys that there is room for."""
        self._name_keys(event.size.width)

    def _name_keys(self, width: int) -> None:
        """Name those that do something: of an empty list the way back, and what can be taken back of any."""
        parts = [
            part
            for part in self.HINT.split(_DOT)
            if (self._undoable if "undo}" in part else self._things or "close}" in part)
        ]
        self.query_one("#listing").border_subtitle = bordered(self.app, _DOT.join(parts), width)

    def fill(self, things: Sequence[Thing], *, undoable: bool = False) -> None:
        """Show these, the cursor where it was; `undoable` says whether a change of theirs can be taken back."""
        if not self.is_attached or not self.query(RowList):
            return
        self._things = things
        self._undoable = undoable
        self._name_keys(self.size.width)
        pane = self.query_one(RowList)
        at = min(pane.current or 0, len(things) - 1) if things else None
        rows = [self.row(key, thing, pane.ink) for key, thing in enumerate(things)]
        pane.show(ItemRows(rows), at, empty=spelled(self.app, self.EMPTY), keep_scroll=True)
        self.query_one("#listing").border_title = f"{self.HEADING} · {len(things):,}" if things else self.HEADING

    def row(self, key: int, thing: Thing, ink: Ink) -> Row:
        """Return the row of one of them."""
        raise NotImplementedError

    def choose(self, thing: Thing) -> None:
        """Do with one of them what Enter does."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say something in the line below the list."""
        self.query_one("#said", Label).update(safe_line(text))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Keep it from the screen below."""
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Do what Enter does."""
        event.stop()
        if (thing := self.chosen) is not None:
            self.choose(thing)

    @property
    def chosen(self) -> Thing | None:
        """The one under the cursor."""
        current = self.query_one(RowList).current
        return self._things[current] if current is not None and current < len(self._things) else None
