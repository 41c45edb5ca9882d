"""Going to any pane or item on the screen by two letters."""

from collections.abc import Iterator

from briefterm.ui.desks.desk import Desk
from briefterm.ui.screens.jump import JumpScreen, Target
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.inked import InkedScroll
from briefterm.ui.widgets.row_list import RowList

_FOUND = ("results", "facets")


class JumpDesk(Desk):
    """Shows the letters, and goes where they lead."""

    def do(self, what: str) -> None:
        """Label what can be seen."""
        if self.room.navigator.linear:
            self.room.say("Letters on the screen are for the eyes; press 1, 2, 3, tab or / to go anywhere.")
            return
        footer = self.room.screen.query_one(Keys)
        self.room.app.push_screen(JumpScreen(tuple(self._targets()), footer), self._go)

    def _targets(self) -> Iterator[Target]:
        panes = [pane for pane in self.room.screen.query(InkedScroll) if pane.region.area and pane.id]
        for pane in panes:
            if pane.region.y < pane.content_region.y:  # without a line of its own it is the only one there is
                yield Target(pane.id or "", None, pane.region.x, pane.region.y)
        for pane in panes:
            if isinstance(pane, RowList):
                content = pane.content_region
                for key, line in pane.in_sight():
                    yield Target(pane.id or "", key, content.x, content.y + line)

    def _go(self, target: Target | None) -> None:
        if target is None:
            return
        if target.pane in (*_FOUND, "briefs"):
            pane = self.room.screen.query_one(f"#{target.pane}", RowList)
            self.room.screen.set_focus(pane, scroll_visible=False)
        else:
            self.room.navigator.go(target.pane)
        if target.key is not None:
            self.room.screen.query_one(f"#{target.pane}", RowList).go(target.key)
