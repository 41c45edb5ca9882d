"""The tour: what the panes are and what to press, in the room that is empty anyway, until it has been done."""

from contextlib import suppress
from typing import TYPE_CHECKING

from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.errands import Errands
from briefterm.ui.view import INSIDE

if TYPE_CHECKING:
    from textual.screen import Screen

    from briefterm.ui.tour import Tour
    from briefterm.ui.view import Opened


class TourDesk(Desk):
    """Shows a newcomer around once the first brief stands, or whoever asks for it; follows what they do."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._tour: Tour | None = None
        self._errands = Errands("tour", room)
        self._at = ""

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Begin, at the very first launch."""
        if self.room.app.newcomer:
            self.room.app.newcomer = False
            self.room.screen.call_after_refresh(self._begin)

    def do(self, what: str) -> None:
        """Show the tour from its beginning, or end it."""
        if what == "end":
            self._end()
        else:
            self._begin()

    def close(self) -> None:
        """Finish what is being kept."""
        self._errands.close()

    def _begin(self) -> None:
        from briefterm.ui.tour import Tour

        screen, app = self.room.screen, self.room.app
        self._at = self._focused
        if self._tour is None:
            screen.watch(screen, "focused", self._moved, init=False)
            app.screen_change_signal.subscribe(screen, self._went)
        self._tour = Tour(screen)
        self._tour.begin()
        self._errands.run(_remember)

    def _end(self) -> None:
        if self._tour is not None:
            self._tour.end()

    def _moved(self) -> None:
        """Take in that the keys are in another pane."""
        left, self._at = self._at, self._focused
        if self._tour is None or left == self._at:
            return
        self._tour.left(left)
        if self._at == "bar":
            self._tour.done("search.open")
        elif self._at in INSIDE:
            self._tour.done("pane.next" if left in INSIDE else "list.choose")

    def _went(self, screen: "Screen[object]") -> None:
        """Take in that a screen has been opened."""
        from briefterm.ui.screens.help import Help
        from briefterm.ui.screens.library import LibraryScreen

        if self._tour is not None and isinstance(screen, Help | LibraryScreen):
            self._tour.done("app.help" if isinstance(screen, Help) else "library.open")

    @property
    def _focused(self) -> str:
        focused = self.room.screen.focused
        return (focused.id if focused is not None else "") or ""


def _remember() -> None:
    """Remember that the tour was shown; where that cannot be, it is shown again."""
    from briefterm.personal.newcomer import shown_around

    with suppress(OSError):
        shown_around()
