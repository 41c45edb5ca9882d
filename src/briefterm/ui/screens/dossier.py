"""All that the library knows of one person."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefterm.ui.commands import Place, bindings
from briefterm.ui.desks.lookup import DossierFound, Named
from briefterm.ui.item_rows import ItemRows
from briefterm.ui.keymap import spelled
from briefterm.ui.screens.lookup import LookupScreen
from briefterm.ui.text.dossier_rows import Leads, dossier_rows, kept
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.people.directory import Person
    from briefterm.ui.desks.people import PeopleDesk

_LIST = "{people.directory} lists all officials, {lookup.close} goes back."


class DossierScreen(LookupScreen):
    """Titles, meetings, whom they met, and every brief they are in; each line leads to its item or person."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LOOKUP), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.LOOKUP, Place.LIST)

    def __init__(self, desk: "PeopleDesk", who: Named | str) -> None:
        super().__init__(desk)
        self._who = who
        self._person: Person | None = None
        self._leads: tuple[Leads, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the list."""
        lines = RowList(id="dossier", empty="Looking through the library …")
        lines.border_title = "Dossier"
        yield lines
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Ask for the dossier."""
        self.show_keys()
        self.ask()

    def ask(self) -> None:
        """Ask for the dossier, or for the same person's again."""
        self.ticket = self.desk.ask_dossier(self._who, self._person)

    def take(self, found: object) -> None:
        """Show the dossier."""
        if not isinstance(found, DossierFound):
            return
        lines = self.query_one(RowList)
        if found.dossier is None:
            name = self._person.name if self._person else self._who
            lines.show(ItemRows(), empty=f"{_unknown(name)} {spelled(self.app, _LIST)}")
            return
        before, at = self._leads, lines.current
        self._person = found.dossier.person
        rows, self._leads = dossier_rows(found.dossier, lines.ink)
        lines.show(rows, kept(before, at, self._leads) if at is not None else None, keep_scroll=bool(before))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go where the line leads; one that has been replaced meanwhile leads nowhere."""
        event.stop()
        if event.key == event.list.current:
            self.desk.follow(self._leads[event.key])


def _unknown(who: Named | str) -> str:
    name = who.name if isinstance(who, Named) else who
    return f"No brief that has been read so far says for sure who {name} is."
