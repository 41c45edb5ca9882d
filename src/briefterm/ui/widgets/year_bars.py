"""The years of the library's briefs below its list."""

from collections.abc import Callable

from rich.text import Text
from textual.events import Click

from briefterm.ui.text.years import Years, bar_at, year_lines
from briefterm.ui.widgets.inked import Inked

_TELLING = "-telling"


class YearBars(Inked):
    """Two lines; none where there is too little to look at. Told what to show by `show` and `point`."""

    def __init__(self, go: Callable[[int], object], *, id: str | None = None) -> None:
        """`go` goes to the newest brief of a year or before, when the person points at one."""
        super().__init__(id=id)
        self._go = go
        self._years = Years()
        self._year: int | None = None

    @property
    def years(self) -> Years:
        """What is shown."""
        return self._years

    def show(self, years: Years) -> None:
        """Show other years."""
        if years != self._years:
            self._years = years
            self.set_class(years.telling, _TELLING)
            self.refresh()

    def point(self, year: int | None) -> None:
        """Mark the bar of a year, or none."""
        if year != self._year:
            self._year = year
            if self._years.telling:
                self.refresh()

    def render(self) -> Text:
        """Draw the lines."""
        if not self._years.telling:
            return Text()
        return Text("\n").join(year_lines(self._years, self._year, self.size.width, self.ink))

    def on_click(self, event: Click) -> None:
        """Go to the years pointed at."""
        event.stop()
        bar = bar_at(self._years, event.x, self.size.width)
        if bar is not None:
            self._go(bar[1])
