"""The choice of another library: a path is typed, the folders it may mean stand below."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from briefterm.brief.safe import safe_line
from briefterm.config.places import from_home
from briefterm.ui.commands import Place, bindings
from briefterm.ui.desks.offers import Counted, Looked, Offer, Refused
from briefterm.ui.item_rows import ItemRows
from briefterm.ui.keymap import bordered, key_of
from briefterm.ui.text.folder_rows import folder_rows
from briefterm.ui.widgets.line_input import LineInput
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.library.files import Tally
    from briefterm.ui.desks.library import LibraryDesk

_HINT = "{library.choose} opens · {library.complete} completes · {library.down} others · {library.close} back"
_EMPTY = "No folder is like that."


class FolderBar(LineInput):
    """The path that is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LIBRARY)]


class LibraryScreen(ModalScreen[None]):
    """Offers folders; Enter opens the one under the cursor, which begins on the first. `desk` looks and opens.

    What the line does not name is opened only where the cursor was moved to it, or Enter is pressed again.
    """

    HERE: ClassVar[tuple[Place, ...]] = (Place.LIBRARY,)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-middle")]  # noqa: RUF012 - as the base class has it

    def __init__(self, desk: "LibraryDesk") -> None:
        super().__init__()
        self._desk = desk
        self.ticket = 0
        """The number of the answer that is waited for."""
        self._looked = Looked(0, "")
        self._offers: tuple[Offer, ...] = ()
        self._tallies: dict[Path, Tally | None] = {}
        self._anyway: Path | None = None
        self._meant: Path | None = None
        """The folder of which is known that it is the one meant, though the line names another."""
        self._next = ""

    def compose(self) -> ComposeResult:
        """Make the line, the list and what is said below it."""
        with Vertical(id="library") as box:
            box.border_title = "Open a folder of briefs"
            box.border_subtitle = bordered(self.app, _HINT, self.app.size.width)
            yield FolderBar("a path: ~/briefs", id="folder")
            yield RowList(id="folders", empty="…", active=True, can_focus=False)
            yield Label(id="said", markup=False)

    def on_mount(self) -> None:
        """Offer what was opened lately."""
        self.query_one(FolderBar).focus()
        self._look()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is meant now."""
        event.stop()
        self._look()

    def take(self, news: Looked | Counted | Refused) -> None:
        """Show the folders, how many briefs they hold, or why one was not opened; do what was asked for meanwhile."""
        if news.ticket != self.ticket:
            return
        match news:
            case Looked():
                self._show(news)
            case Counted():
                self._tallies.update(news.tallies)
                self._fill(self._current)
            case Refused():
                self._anyway = news.folder if news.again else None
                self._say(news.why)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Take back what was said of another."""
        event.stop()
        self._anyway = None
        self._mean()
        self._say(self._looked.said)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open the one that was clicked."""
        event.stop()
        self._mean()
        self.action_open()

    def action_open(self) -> None:
        """Open the folder under the cursor, as soon as it is one that the line asks for."""
        if self._waiting:
            self._next = "open"
        elif (offer := self._offer) is None:
            return
        elif self._doubtful(offer):
            self._mean()
            self._say(f"{self._looked.missing} {key_of(self.app, 'library.choose')} again opens {offer.shown}.")
        else:
            self._say(f"Looking through {offer.shown} …")
            self.ticket = self._desk.open(offer.folder, anyway=self._anyway == offer.folder)

    def action_complete(self) -> None:
        """Write what all folders offered have in common, else the one under the cursor."""
        if self._waiting:
            self._next = "complete"
        elif self._looked.completed:
            self._write(self._looked.completed)
        elif (offer := self._offer) is not None and safe_line(str(offer.folder)) == str(offer.folder):
            self._write(from_home(offer.folder).rstrip("/") + "/")

    def action_cursor(self, step: int) -> None:
        """Move through the folders."""
        self.query_one(RowList).action_cursor(step)

    def action_page(self, step: int) -> None:
        """Move by a screenful."""
        self.query_one(RowList).action_page(step)

    def action_close(self) -> None:
        """Stay with the library that is open."""
        self.ticket = 0
        self.dismiss()

    @property
    def _waiting(self) -> bool:
        """Whether the folders shown are not yet those that the line asks for."""
        return self._looked.text != self.query_one(FolderBar).value or not self._looked.ticket

    @property
    def _current(self) -> int:
        return self.query_one(RowList).current or 0

    @property
    def _offer(self) -> Offer | None:
        at = self.query_one(RowList).current
        return self._offers[at] if at is not None and at < len(self._offers) else None

    def _doubtful(self, offer: Offer) -> bool:
        """Whether the line names no folder, and the offer under the cursor is merely like it."""
        found_there = self._current >= len(self._looked.recent)
        return bool(self._looked.missing) and found_there and offer.folder != self._meant

    def _mean(self) -> None:
        self._meant = self._offer.folder if self._offer is not None else None

    def _look(self) -> None:
        self._anyway = self._meant = None
        self.ticket = self._desk.look(self.query_one(FolderBar).value)

    def _show(self, looked: Looked) -> None:
        self._looked = looked
        self._offers = (*looked.recent, *looked.there)
        self._say(looked.said)
        self._fill(next((at for at, offer in enumerate(self._offers) if not offer.is_open), 0))
        do, self._next = self._next, ""
        if do == "open":
            self.action_open()
        elif do == "complete":
            self.action_complete()

    def _fill(self, cursor: int) -> None:
        pane = self.query_one(RowList)
        rows = folder_rows(self._looked, self._tallies, pane.ink)
        pane.show(ItemRows(rows), cursor, empty=_EMPTY, keep_scroll=cursor > 0)

    def _write(self, text: str) -> None:
        bar = self.query_one(FolderBar)
        bar.value = text
        bar.cursor_position = len(text)

    def _say(self, text: str) -> None:
        self.query_one("#said", Label).update(safe_line(text))
