"""The open brief written in another format, into a file that the person names."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label

from briefterm import config
from briefterm.brief.safe import safe_line
from briefterm.exchange.formats import OUT, file_stem, named_for
from briefterm.ui.commands import Place, bindings
from briefterm.ui.item_rows import ItemRows, Row
from briefterm.ui.keymap import bordered
from briefterm.ui.layout import Block
from briefterm.ui.widgets.line_input import LineInput
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.ui.desks.news import Exported

_FORMATS = tuple(OUT.values())
_HINTS = {
    False: "{list.choose} writes · {export.own} with notes · {export.next} name · {export.close} back",
    True: "{list.choose} writes with notes · {export.own} without · {export.next} name · {export.close} back",
}


@dataclass(frozen=True, slots=True)
class Export:
    """A brief to be written as `format` into a new file at `path`; `own`: with the reader's notes and ticks.

    `source` is where in its library the brief lies.
    """

    brief: "Brief"
    format: str
    path: Path
    own: bool = False
    source: str = ""


class ExportScreen(ModalScreen[str]):
    """Offers formats and a name, and ends with what was written. `write` has it written; `done` hears of it.

    `go_on` has the keys typed that waited for the list or the name to have them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EXPORT), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.EXPORT, Place.LIST)

    def __init__(
        self, brief: "Brief", source: str, write: Callable[[Export], None], go_on: Callable[[], object]
    ) -> None:
        super().__init__()
        self._go_on = go_on
        self._brief = brief
        self._source = source
        self._write = write
        self._offered = ""
        self._typed = ""
        self._writing = False
        self._own = False

    def compose(self) -> ComposeResult:
        """Make the list and the name below it."""
        with Vertical(id="export") as box:
            box.border_title = Content(f"Export {self._brief.title}").markup
            yield RowList(id="formats")
            yield LineInput("", id="file")
            yield Label(id="said", markup=False)

    def on_mount(self) -> None:
        """Fill the list and offer a name in the current folder."""
        pane = self.query_one(RowList)
        ink = pane.ink
        rows = []
        for key, form in enumerate(_FORMATS):
            says = Text(form.missing, ink["quiet"]) if form.missing else Text(form.says)
            rows.append(Row(key, (Block(says, Text(f" {form.name:<6}", ink["key"]), 8),)))
        pane.show(ItemRows(rows))
        self._offer(0)
        self._turn_to(pane)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Offer the name with the suffix of the format; a name that has been typed keeps all but its suffix."""
        event.stop()
        if event.list.current != event.key or self.query_one(LineInput).has_focus:
            return
        form = named_for(self._typed)
        if self._typed == self._offered:
            self._offer(event.key)
        elif form is not None and form is not _FORMATS[event.key]:
            self.query_one(LineInput).value = f"{PurePath(self._typed).with_suffix('')}.{_FORMATS[event.key].name}"

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Write it."""
        event.stop()
        self._start()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take in the name; its suffix chooses the format."""
        event.stop()
        self._typed = event.value
        form = named_for(event.value.strip())
        if form is not None:
            self.query_one(RowList).select(_FORMATS.index(form))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write it."""
        event.stop()
        self._start()

    def action_other(self) -> None:
        """Go from the formats to the name, where typing takes the place of the one offered; and back."""
        name = self.query_one(LineInput)
        if name.has_focus:
            self._turn_to(self.query_one(RowList))
            return
        if name.value == self._offered:
            name.select_all()
        self._turn_to(name)

    def _turn_to(self, widget: Widget) -> None:
        """Give the keys to a widget, and those that have waited for that."""
        self.set_focus(widget)
        self.app.call_later(self._go_on)

    def action_close(self) -> None:
        """Go back without writing."""
        self.dismiss("")

    def on_resize(self) -> None:
        """Name the keys that there is room for."""
        self._name_keys()

    def _name_keys(self) -> None:
        self.query_one("#export").border_subtitle = bordered(self.app, _HINTS[self._own], self.app.size.width)

    def action_own(self) -> None:
        """Write with the reader's notes and ticks, or without: each brief is offered without."""
        self._own = not self._own
        self._name_keys()

    def done(self, news: "Exported") -> None:
        """Take in how the writing went: end where it is written, say why where it is not."""
        self._writing = False
        if news.reason:
            self._say(news.reason)
            return
        without = f" without {'; '.join(news.left_out)}:" if news.left_out else " to"
        self.dismiss(f"written{without} {safe_line(str(news.path))}")

    def _offer(self, key: int) -> None:
        name = self.query_one(LineInput)
        self._typed = self._offered = f"{file_stem(self._brief.id)}.{_FORMATS[key].name}"
        name.value = self._offered
        name.cursor_position = len(self._offered)

    def _start(self) -> None:
        name = self._typed.strip()
        form = named_for(name) or _FORMATS[self.query_one(RowList).current or 0]
        if form.missing:
            self._say(form.missing)
        elif not name:
            self._say("a file needs a name: write one, then enter")
        elif not self._writing:
            self._writing = True
            self._say("writing …")
            whole = name if PurePath(name).suffix or name.endswith("/") else f"{name}.{form.name}"
            self._write(Export(self._brief, form.name, config.at_home(whole), self._own, self._source))

    def _say(self, text: str) -> None:
        self.query_one("#said", Label).update(safe_line(text))
