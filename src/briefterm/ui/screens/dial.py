"""The depth dial: the open brief in two seconds, or a topic at a time in thirty."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen

from briefterm.brief.model import Brief
from briefterm.brief.now import topic_at
from briefterm.ui.commands import Place, bindings, in_footer
from briefterm.ui.keymap import commands_of
from briefterm.ui.layout import Block
from briefterm.ui.navigator import Navigator
from briefterm.ui.text.marking import marked
from briefterm.ui.text.seconds import allotted, centred, fitted, thirty_seconds, two_seconds
from briefterm.ui.view import View
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.line import Line
from briefterm.ui.widgets.prose import MEASURE, Prose

if TYPE_CHECKING:
    from briefterm.brief.mentions import Who

EVERYTHING, THIRTY, TWO = range(3)
_LEVELS = 3
_SEVERAL = 2


class Dial(Screen[bool]):
    """Shows what `navigator` has open, and selects there the topic it shows. Ends with whether it has shown one.

    `moment` is the clock; `step` is 1 to begin with a topic, -1 with what is next; `follow` takes whom the person
    asks for of those named.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DIAL), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.DIAL, Place.TEXT)
    VERTICAL_BREAKPOINTS = [(0, ""), (24, "-tall")]  # noqa: RUF012 - as the base class has it

    def __init__(
        self,
        navigator: Navigator,
        moment: Callable[[], datetime],
        step: int,
        follow: "Callable[[Sequence[Who]], object]",
    ) -> None:
        super().__init__()
        self._navigator = navigator
        self._moment = moment
        self._follow = follow
        self._level = THIRTY if step > 0 else TWO
        self._shown = False

    def compose(self) -> ComposeResult:
        """Make the screen's parts, top to bottom."""
        yield Line(id="above")
        with Container(id="middle"):
            yield Prose(id="seconds")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Show the level."""
        self.query_one(Prose).focus()
        self.call_after_refresh(self._enter)

    def on_resize(self) -> None:
        """Set it anew for the room there is."""
        self.renew()

    def renew(self) -> None:
        """Show what the brief says, and what time it is, now. The text stays where it is scrolled to."""
        if self.is_mounted:
            self._show(keep_scroll=True)

    def on_prose_named(self, event: Prose.Named) -> None:
        """Follow a name."""
        event.stop()
        self._follow(event.who)

    def action_turn(self, step: int) -> None:
        """Go to the next level, or the one before; everything is the screen below."""
        self._level = (self._level + step) % _LEVELS
        if self._level == EVERYTHING:
            self.dismiss(self._shown)
        else:
            self._enter()

    def action_topic(self, step: int) -> None:
        """Go to the next topic, or the one before."""
        brief = self._navigator.brief
        if self._level == THIRTY and brief is not None and brief.agenda:
            index = min(len(brief.agenda) - 1, max(0, self._index(brief) + step))
            if index != self._index(brief):
                self._navigator.book.look(View("agenda", index))
                self._show()

    def action_now(self) -> None:
        """Go to the topic that is under way or next."""
        brief, index = self._navigator.brief, self._topic_now()
        if self._level == THIRTY and brief is not None and index is not None:
            self._navigator.book.look(View("agenda", index))
            self._show()

    def action_close(self) -> None:
        """Go back to everything."""
        self.dismiss(self._shown)

    def _enter(self) -> None:
        """Begin at the topic that is selected, else at the one under way or next, else at the first."""
        brief, view = self._navigator.brief, self._navigator.book.view
        if self._level == THIRTY and brief is not None and brief.agenda:
            if view.pane != "agenda" or view.page:
                self._navigator.book.look(View("agenda", self._topic_now() or 0))
            self._shown = True
        self._show()

    def _topic_now(self) -> int | None:
        brief = self._navigator.brief
        return topic_at(brief, self._moment()) if brief is not None else None

    def _index(self, brief: Brief) -> int:
        view = self._navigator.book.view
        return min(view.index, len(brief.agenda) - 1) if view.pane == "agenda" else 0

    def _show(self, *, keep_scroll: bool = False) -> None:
        brief = self._navigator.brief
        if brief is None:
            self.dismiss(self._shown)
            return
        pane, line = self.query_one(Prose), self.query_one(Line)
        ink, mark = pane.ink, self._navigator.book.linking(pane)
        topic = self._level == THIRTY and bool(brief.agenda)
        above = Text.assemble(" ", marked(brief.marking, ink), " ") if brief.marking else Text(" ")
        room = line.size.width - above.cell_len
        said = allotted(brief, self._index(brief), self._moment(), ink.locale, room) if topic else brief.title
        above.append(said, ink["quiet"])
        line.show(above)
        blocks: list[Block] = []
        told = self._navigator.book.present
        width, height = max(8, min(MEASURE, pane.scrollable_content_region.width - 1)), pane.size.height
        if topic:
            blocks = fitted(thirty_seconds(brief, self._index(brief), ink, mark), width, height)
        elif self._level == THIRTY:
            blocks = [Block(Text("No topics in this brief.", ink["quiet"]))]
        elif told is not None:
            blocks = centred(two_seconds(told, ink, mark, width, height), width, height)
        pane.show(blocks, at=None if keep_scroll else 0)
        places = (*([Place.TEXT] if pane.named else []), Place.DIAL, Place.ABOVE)
        idle = set() if topic else {"dial.now", "dial.next"}
        if len(brief.agenda) < _SEVERAL:
            idle.add("dial.next")
        keys = in_footer(places, commands_of(self.app))
        self.query_one(Keys).show(tuple(command for command in keys if command.id not in idle))
