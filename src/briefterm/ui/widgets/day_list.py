"""The days of the library that have anything, one a line: the calendar for those who hear it."""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date

from rich.text import Text

from briefterm.library.calendar import Calendar
from briefterm.ui.text.day_rows import day_said
from briefterm.ui.text.line_rows import LineRows
from briefterm.ui.widgets.row_list import RowList


class DayList(RowList):
    """Shows what a MonthGrid does, and is told it by the same words. Its keys are places among the days."""

    def __init__(self, today: Callable[[], date], *, id: str | None = None) -> None:
        super().__init__(id=id, empty="Looking through the library …")
        self._today = today
        self._stops: tuple[int, ...] = ()

    def fill(self, calendar: Calendar) -> None:
        """Show the days that have anything, and months where all of it is on no day."""
        self._stops = stops = calendar.stops
        today = self._today()

        def drawn(at: int, width: int) -> list[Text]:
            return [day_said(date.fromordinal(stops[at]), calendar, today, self.ink)]

        self.show(LineRows(len(stops), drawn), self.current, empty="There are none.", keep_scroll=True)

    def stand(self, day: date, below: Text, before: date) -> date:
        """Put the cursor on the first day there is from `day` on, seen from the day `before`; return which that is."""
        if not self._stops:
            return day
        at = bisect_left(self._stops, day.toordinal())
        if day < before and self._stops[min(at, len(self._stops) - 1)] != day.toordinal():
            at -= 1
        at = max(0, min(at, len(self._stops) - 1))
        if self.current != at:
            self.select(at)
        return self.day_of(at)

    def day_of(self, key: int) -> date:
        """Return the day of a line."""
        return date.fromordinal(self._stops[key])
