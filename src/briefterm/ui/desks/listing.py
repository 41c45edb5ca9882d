"""What the desks share that show a list of what is the reader's own, and change it."""

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.errands import Errands

if TYPE_CHECKING:
    from briefterm.ui.screens.listing import Listing

Done = TypeVar("Done")


class ListingDesk(Desk, Generic[Done]):
    """A desk that shows a list, changes it beside the screen, and takes changes back, the last one first."""

    NAME: ClassVar[str]

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._errands = Errands(self.NAME, room)
        self._screen: Listing[Any] | None = None
        self._done: list[Done] = []

    def close(self) -> None:
        """Finish what is being written."""
        self._errands.close()

    def _show(self, screen: "Listing[Any]") -> None:
        self._screen = screen
        self.room.app.push_screen(screen)

    def _say(self, text: str) -> None:
        """Say something in the list, or in the reader's footer where no list is open."""
        if self._screen is not None and self._screen.is_current:
            self._screen.say(text)
        else:
            self.room.say(text)

    def _last(self) -> Done | None:
        """Return the last change that is not taken back yet, to be taken back; say so where there is none."""
        if self._done:
            return self._done.pop()
        self._say("There is nothing to take back.")
        return None
