"""The day in the linear mode: an item after the other as plain lines, in order of time."""

from typing import ClassVar

from textual.app import ComposeResult

from briefterm.ui.item_rows import ItemRows
from briefterm.ui.screens.day import DayScreen
from briefterm.ui.text.day_bars import Drawing, Spot
from briefterm.ui.text.day_foot import day_lines
from briefterm.ui.text.plain import spoken
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.line import Line
from briefterm.ui.widgets.row_list import RowList


class DayLinesScreen(DayScreen):
    """Shows what a DayScreen does; to it each line is a bar of one row."""

    IDLE: ClassVar[frozenset[str]] = frozenset({"day.by"})

    def compose(self) -> ComposeResult:
        """Make the screen's parts, top to bottom."""
        yield Line(id="above")
        yield RowList(id="engagements")
        yield Keys(id="keys")

    def begin(self) -> None:
        """Give the keys to the lines, and draw them: they need not know what room there is."""
        self.query_one(RowList).focus()
        self._draw()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Take in that the cursor is at another item."""
        event.stop()
        self._chosen = (0, event.key)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to the item."""
        event.stop()
        self._chosen = (0, event.key)
        self.action_open()

    def action_turn(self) -> None:
        """Say why there are no rows for persons or rooms."""
        self.say("In plain lines a day is in order of time.")

    @property
    def _listed(self) -> bool:
        return True

    def _choose(self, spot: Spot) -> None:
        self._chosen = (spot.row, spot.at)
        self.query_one(RowList).select(spot.at)

    def _draw(self) -> None:
        pane, programme = self.query_one(RowList), self._programme
        count = len(self._day.engagements)
        self._drawing = Drawing((), (), tuple(Spot(0, at, at, 1, 0, 0) for at in range(count)))
        at = self._chosen[1] if self._chosen is not None else self._now
        self._chosen = (0, at) if count else None
        titles = [brief.title if self._all else "" for brief in programme.briefs]
        rows = day_lines(self._day, self._moment(), pane.ink, programme.markings, titles)
        pane.show(ItemRows(rows), at, keep_scroll=True)
        self.query_one("#above", Line).show(spoken(self._heading(pane.ink, "")))
        self.query_one(Keys).show(self._keys)
