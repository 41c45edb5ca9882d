"""Everybody in the library, narrowed while one types."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from briefterm.people.directory import Sorting
from briefterm.ui.commands import Place, bindings
from briefterm.ui.desks.lookup import PeopleFound
from briefterm.ui.keymap import spelled
from briefterm.ui.screens.lookup import LookupScreen
from briefterm.ui.text.directory_rows import directory_rows
from briefterm.ui.widgets.bars import Keys, Prompt
from briefterm.ui.widgets.line_input import LineInput
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefterm.people.directory import Person
    from briefterm.ui.desks.people import PeopleDesk

_TITLE = "Officials: name country:IN side:host org:navy"
_NEAR = "Nobody answers to that; did you mean:"


class WhomBar(LineInput):
    """What the directory is narrowed by."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DIRECTORY)]


class DirectoryScreen(LookupScreen):
    """A line a person, with countries and number of briefs; Enter opens the dossier."""

    HERE: ClassVar[tuple[Place, ...]] = (Place.DIRECTORY,)

    def __init__(self, desk: "PeopleDesk") -> None:
        super().__init__(desk)
        self._line = ""
        self._sorting = Sorting.NAME
        self._people: Sequence[Person] | None = None
        self._shown = 0
        self._opening = False
        self._keeping = False

    def compose(self) -> ComposeResult:
        """Make the line and the list below it."""
        yield Horizontal(Prompt(id="prompt"), WhomBar("beginnings of names", id="whom"), classes="narrowing")
        people = RowList(id="people", empty="Looking through the library …", active=True, can_focus=False)
        people.border_title = _TITLE
        yield people
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Ask for everybody."""
        self.show_keys()
        self.query_one(WhomBar).focus()
        self.ask()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for those meant now."""
        event.stop()
        self._read()

    def take(self, found: object) -> None:
        """Show them; open the dossier where that was asked for before they came."""
        if not isinstance(found, PeopleFound):
            return
        self._people, self._shown = found.people, found.ticket
        people = self.query_one(RowList)
        empty = (
            f"No country is called {found.asked.unknown}: write its name or two letters."
            if found.asked.unknown
            else "Nobody answers to that: take letters back."
        )
        nobody = spelled(self.app, "Nobody is named in a brief that has been read so far. {directory.close} goes back.")
        rows, empty = directory_rows(found.people, people.ink), empty if found.among else nobody
        at = people.current if self._keeping and found.at is None else found.at
        people.show(rows, None if at is None else min(at, len(rows) - 1), empty=empty, keep_scroll=self._keeping)
        people.border_title = _NEAR if found.near else _TITLE
        count = f"{len(found.people):,} of {found.among:,}" if len(found.people) < found.among else f"{found.among:,}"
        count = f"none of {found.among:,}" if found.near else count
        people.border_subtitle = f"{count} · by {'name' if self._sorting is Sorting.NAME else 'number of briefs'}"
        if self._opening:
            self._opening = False
            self.action_open()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open the dossier that was clicked."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the dossier of the person under the cursor, as soon as that is one whom the line asks for."""
        self._read()
        at = self.query_one(RowList).current
        if self.ticket != self._shown:
            self._opening = True
        elif self._people is not None and at is not None:
            self.desk.open_dossier(self._people[at].key)

    def action_cursor(self, step: int) -> None:
        """Move through the people."""
        self.query_one(RowList).action_cursor(step)

    def action_page(self, step: int) -> None:
        """Move by a screenful."""
        self.query_one(RowList).action_page(step)

    def action_sort(self) -> None:
        """Order them by number of briefs, or by name again."""
        self._sorting = Sorting.COUNT if self._sorting is Sorting.NAME else Sorting.NAME
        self._ask_anew()

    def _read(self) -> None:
        """Ask for those meant now, unless that has been done."""
        line = self.query_one(WhomBar).value
        if line != self._line:
            self._line = line
            self._ask_anew()

    def _ask_anew(self) -> None:
        self._keeping = False
        self.ticket = self.desk.ask_people(self._line, self._sorting)

    def ask(self) -> None:
        """Ask for those meant; where they are shown already, the cursor stays with whom it is on."""
        if self.ticket != self._shown:
            self._ask_anew()
            return
        at = self.query_one(RowList).current
        self._keeping = self._people is not None
        keep = self._people[at] if self._people is not None and at is not None else None
        self.ticket = self.desk.ask_people(self._line, self._sorting, keep)
