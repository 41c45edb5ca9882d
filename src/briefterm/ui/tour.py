"""What the tour shows: a line above the footer with what to try, and a word on each pane below its last row."""

from itertools import chain
from typing import TYPE_CHECKING

from rich.text import Text

from briefterm.ui.keymap import key_of, keyed
from briefterm.ui.widgets.inked import LINEAR, InkedScroll
from briefterm.ui.widgets.line import Line

if TYPE_CHECKING:
    from textual.screen import Screen

TOURING = "-touring"
_HINTS = {
    "briefs": "These briefs come with briefterm, to look around in. {list.choose} goes into the one under the cursor; "
    "{library.open} opens a folder of your own.",
    "officials": "Who is in the room, by delegation. {list.down} and {list.up} move: what belongs to the one selected "
    "lights up in the other panes.",
    "agenda": "What is to be spoken of: whose topic it is, how sure that is, who says so. {list.choose} goes to all "
    "there is on it.",
    "timeline": "What happened and what is planned, no date more exact than it is known.",
    "detail": "All there is on what is selected. {text.background} shows the background, {text.sources} the sources; "
    "{note.write} writes a note of your own.",
}
_ON = "pane.next"
_STEPS = (
    ("list.choose", "goes into the brief", "open"),
    (_ON, "from pane to pane", "panes"),
    ("search.open", "searches all briefs", "search"),
    ("app.help", "tells every key", "keys"),
    ("library.open", "opens a folder of your own", "folder"),
)
_END = ("app.back", "ends the tour", "ends")


class Tour:
    """Shown by `begin` on one screen until `end`, or until every step has been done."""

    def __init__(self, screen: "Screen[None]") -> None:
        self._screen = screen
        self._left: list[tuple[str, str, str]] = []

    def begin(self) -> None:
        """Show all of it."""
        panes = not self._screen.has_class(LINEAR)
        self._left = [step for step in _STEPS if key_of(self._screen.app, step[0]) and (panes or step[0] != _ON)]
        self._screen.add_class(TOURING)
        for pane, hint in _HINTS.items():
            self._hint(pane, hint)
        if not self._screen.query(TourLine):
            self._screen.mount(TourLine(id="tour"), before="#keys")
        self._screen.query_one(TourLine).tell(self._left)

    def done(self, step: str) -> None:
        """Take in that a step has been done."""
        left = [one for one in self._left if one[0] != step]
        if left == self._left:
            return
        self._left = left
        if self._left:
            self._screen.query_one(TourLine).tell(self._left)
        else:
            self.end()

    def left(self, pane: str) -> None:
        """Take in that a pane was left: what it is has been read."""
        if pane in _HINTS:
            self._hint(pane, "")

    def end(self) -> None:
        """Take all of it away."""
        self._left = []
        self._screen.remove_class(TOURING)
        for pane in _HINTS:
            self._hint(pane, "")
        self._screen.query(TourLine).remove()

    def _hint(self, pane: str, hint: str) -> None:
        widget = self._screen.query_one(f"#{pane}", InkedScroll)
        widget.hint(tuple(keyed(self._screen.app, hint)) if hint else ())


class TourLine(Line):
    """What is still to be tried, in as many words as there is room for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._steps: list[tuple[str, str, str]] = []

    def tell(self, steps: list[tuple[str, str, str]]) -> None:
        """Show these steps."""
        self._steps = [*steps, _END]
        self.refresh()

    def render(self) -> Text:
        """Draw the line."""
        width = max(1, self.size.width - 1)
        all_steps = len(self._steps) - 1
        fewer = (self._set(" ", 2, most) for most in range(all_steps, -1, -1))
        forms = chain((self._set(" Tour: ", 1, all_steps), self._set(" Tour: ", 2, all_steps)), fewer)
        return next((form for form in forms if form.cell_len <= width), Text())

    def _set(self, heading: str, words: int, most: int) -> Text:
        """Return so many steps and how to end, in long words or in short ones."""
        head = Text(heading, self.ink["now"])
        parts = [
            Text.assemble((key_of(self.app, step[0]), self.ink["key"]), f" {step[words]}")
            for step in (*self._steps[:-1][:most], *self._steps[-1:])
            if key_of(self.app, step[0])
        ]
        return Text.assemble(head, Text("   " if words == 1 else "  ").join(parts))
