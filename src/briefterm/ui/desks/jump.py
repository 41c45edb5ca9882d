"""Going to any pane or item on the screen by two letters."""

from briefterm.ui import jumping
from briefterm.ui.desks.desk import Desk
from briefterm.ui.screens.jump import Target
from briefterm.ui.widgets.row_list import RowList

_FOUND = ("results", "facets")


class JumpDesk(Desk):
    """Shows the letters, and goes where they lead."""

    def do(self, what: str) -> None:
        """Label what can be seen."""
        jumping.label(
            self.room.screen, self._go, lambda why: self.room.say(f"{why}; press 1, 2, 3, tab or / to go anywhere.")
        )

    def _go(self, target: Target) -> None:
        if target.pane in (*_FOUND, "briefs"):
            jumping.land(self.room.screen, target)
            return
        self.room.navigator.go(target.pane)
        if target.key is not None:
            self.room.screen.query_one(f"#{target.pane}", RowList).go(target.key)
