"""At the table: what is now, how much of a topic one sees, and nothing at all where somebody looks over."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.view import View
from briefterm.ui.widgets.bars import BriefHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefterm.brief.mentions import Who
    from briefterm.ui.screens.dial import Dial
    from briefterm.ui.view import Opened

_A_MINUTE = 60.0


class TableDesk(Desk):
    """Tells what is under way and what is next, by one timer that runs while the open brief has any of it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._timer: Timer | None = None
        self._dial: Dial | None = None

    def do(self, what: str) -> None:
        """Go to what is now, turn the dial, or blank the screen."""
        if what == "now":
            self._go_now()
        elif what == "blank":
            self.room.app.action_blank()
        elif self.room.navigator.brief is None:
            self.room.say_none_open()
        else:
            self._open_dial(1 if what == "deeper" else -1)

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Tell of the brief that is shown now."""
        self._tell()

    def close(self) -> None:
        """Stop the timer."""
        self._rest()

    def tick(self) -> None:
        """Tell what time it is, where that looks different from before."""
        if self.room.navigator.book.tick():
            self._tell()
        else:
            self._wind()

    def _tell(self) -> None:
        told = self.room.navigator.book.present
        self.room.screen.query_one(BriefHeader).tell(told.head if told else None)
        if self._dial is not None:
            self._dial.renew()
        self._wind()

    def _wind(self) -> None:
        """Wake up at the next minute, where time changes what is told."""
        self._rest()
        told = self.room.navigator.book.present
        if told is not None and told.running:
            now = self.room.moment()
            self._timer = self.room.screen.set_timer(_A_MINUTE - now.second, self.tick)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _go_now(self) -> None:
        told = self.room.navigator.book.present
        if told is None or told.ahead is None:
            self.room.say_keys("Nothing of this brief is under way or ahead; {brief.next} opens the next brief")
            return
        self.room.navigator.show(View(told.ahead.pane, told.ahead.index))

    def _open_dial(self, step: int) -> None:
        from briefterm.ui.screens.dial import Dial

        self._dial = Dial(self.room.navigator, self.room.moment, step, self._follow)
        self.room.app.push_screen(self._dial, self._back_from_dial)

    def _follow(self, who: "Sequence[Who]") -> None:
        from briefterm.ui.desks.news import Followed

        self.room.tell("people", Followed(tuple(who)))

    def _back_from_dial(self, topic: bool | None) -> None:
        """Stand on the topic that was shown last, if any was."""
        self._dial = None
        if topic:
            self.room.navigator.go("agenda")
