"""The briefs that belong to the open one, and why."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from briefterm.ui.commands import Place, bindings
from briefterm.ui.desks.lookup import RelatedFound
from briefterm.ui.item_rows import ItemRows
from briefterm.ui.keymap import spelled
from briefterm.ui.screens.lookup import LookupScreen
from briefterm.ui.text.related_rows import related_rows
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.people.related import Relation
    from briefterm.ui.desks.people import PeopleDesk

_NONE = (
    "No other brief has the same people, place or series, and none is named in this one or names it. {lookup.close} "
    "goes back; {search.open} searches them all."
)


class RelatedScreen(LookupScreen):
    """Those most closely tied first; Enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LOOKUP), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.LOOKUP, Place.LIST)

    def __init__(self, desk: "PeopleDesk", path: str, title: str) -> None:
        super().__init__(desk)
        self._path = path
        self._title = title
        self._relations: tuple[Relation, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the list."""
        lines = RowList(id="related", empty="Looking through the library …")
        lines.border_title = Content(f"Related to {self._title}").markup
        yield lines
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Ask for them."""
        self.show_keys()
        self.ask()

    def ask(self) -> None:
        """Ask for them as they are now."""
        self.ticket = self.desk.ask_related(self._path)

    def take(self, found: object) -> None:
        """Show them."""
        if isinstance(found, RelatedFound):
            lines = self.query_one(RowList)
            before, at = self._relations, lines.current
            self._relations = found.relations
            places = {one.entry.path: place for place, one in enumerate(found.relations)}
            if at is not None and before:
                at = places.get(before[at].entry.path, min(at, len(places) - 1))
            rows = related_rows(found.relations, lines.ink) if found.relations else ItemRows()
            lines.show(rows, at, empty=spelled(self.app, _NONE), keep_scroll=bool(before))
            lines.border_subtitle = str(len(found.relations)) if found.relations else ""

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open the brief, unless another has taken its place meanwhile."""
        event.stop()
        if event.key == event.list.current:
            self.desk.go(self._relations[event.key].entry.path)
