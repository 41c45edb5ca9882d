"""What the timeline and the calendar share: a line that narrows them to what a search finds, and two panes below it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from briefterm.ui.commands import Place, bindings, in_footer
from briefterm.ui.desks.people import PeopleDesk
from briefterm.ui.keymap import commands_of, spelled
from briefterm.ui.screens.lookup import LookupScreen
from briefterm.ui.widgets.bars import Keys, Prompt
from briefterm.ui.widgets.line_input import LineInput
from briefterm.ui.widgets.row_list import RowList

_NARROWING = "-narrowing"


class QueryBar(LineInput):
    """The search whose briefs alone are shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.TIMES_BAR)]
    PLACE: ClassVar[Place] = Place.TIMES_BAR


class NarrowedScreen(LookupScreen):
    """Shows what a search finds, in a pane that one moves through and a list of what is there."""

    BESIDE: ClassVar[Mapping[str, str]] = {}
    """What commands are called in the footer, by their ids, while the keys are in the list beside."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-middle"), (140, "-wide")]  # noqa: RUF012 - as the base class has it

    def __init__(self, desk: PeopleDesk) -> None:
        super().__init__(desk)
        self._query = ""

    @property
    def panes(self) -> tuple[Widget, RowList]:
        """What one moves through, and the list beside it."""
        raise NotImplementedError

    @property
    def anything(self) -> bool:
        """Whether the list has anything to go to."""
        raise NotImplementedError

    def line(self) -> ComposeResult:
        """Make the line that narrows."""
        yield Horizontal(
            Prompt(id="prompt"),
            QueryBar(spelled(self.app, "any search; {times.whole} shows all briefs"), id="which-briefs"),
            classes="narrowing",
        )

    @property
    def typing(self) -> bool:
        """Whether the keys are in the line that narrows."""
        return isinstance(self.focused, QueryBar)

    @property
    def words(self) -> Mapping[str, str]:
        """What commands are called in the footer now, by their ids; without a word, one does nothing here."""
        return self.BESIDE if self.panes[1].has_focus else {}

    def on_descendant_focus(self) -> None:
        """Show the keys that hold."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that hold, by what they do here."""
        place = Place.TIMES_BAR if self.typing else self.HERE[0]
        words = self.words
        shown = in_footer((place, Place.ABOVE), commands_of(self.app))
        named = (replace(one, footer=words.get(one.id, one.footer)) for one in shown)
        self.query_one(Keys).show(tuple(one for one in named if one.footer))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow to the briefs that are searched for now."""
        event.stop()
        if event.value != self._query:
            self._query = event.value
            self.ask()

    def action_other(self) -> None:
        """Go from what one moves through to the list, and back."""
        moved_through, beside = self.panes
        self.set_focus(moved_through if beside.has_focus or not self.anything else beside, scroll_visible=False)

    def action_narrow(self) -> None:
        """Go to the line that narrows."""
        self.add_class(_NARROWING)
        self.query_one(QueryBar).focus()

    def action_narrowed(self) -> None:
        """Go back to the panes, of the briefs that were found alone."""
        self.set_class(bool(self._query.strip()), _NARROWING)
        self.panes[0].focus()

    def action_whole(self) -> None:
        """Show the whole library again."""
        self.query_one(QueryBar).value = ""
        self.remove_class(_NARROWING)
        self.panes[0].focus()

    def action_close(self) -> None:
        """Go back one step: from the list, to the whole library, to the brief."""
        if self.panes[1].has_focus:
            self.action_other()
        elif self._query:
            self.action_whole()
        else:
            self.dismiss()
