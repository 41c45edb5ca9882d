"""Months with the days of the library, and a cursor on one of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from rich.cells import cell_len
from rich.text import Text
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Offset
from textual.message import Message

from briefterm.library.calendar import Calendar
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.months import Frame, frame_lines, framed
from briefterm.ui.widgets.inked import Inked

_BELOW = 1  # the line below the months
_NUMBER = 3  # cells of the number of a day
_COUNTED = "a brief counts once with its events of a day"


def _nothing(_: int) -> int:
    return 0


class MonthGrid(Inked, can_focus=True):
    """As many months as fit, with the day of the cursor among them. Told what to show by `fill` and `stand`."""

    @dataclass
    class Pointed(Message):
        """The person has pointed at a day."""

        day: date
        chosen: bool

    @dataclass
    class Rolled(Message):
        """The person has turned the wheel: 1 for on, -1 for back."""

        step: int

    def __init__(self, day: date, today: Callable[[], date], begin: int, *, id: str | None = None) -> None:
        """`begin` is the weekday that weeks begin with, Monday 0."""
        super().__init__(id=id)
        self._day = day
        self._today = today
        self._begin = begin
        self._frame: Frame | None = None
        self._counts: Callable[[int], int] = _nothing
        self._below = Text()

    def fill(self, calendar: Calendar) -> None:
        """Show how much is on each day."""
        self._counts = lambda day: calendar.on(day).total
        self.refresh()

    def stand(self, day: date, below: Text, before: date) -> date:
        """Put the cursor on a day, and say something below the months; return the day."""
        self._day, self._below = day, below
        self._settle()
        self.refresh()
        return day

    def on_resize(self, event: Resize) -> None:
        """Show as many months as fit now."""
        self._settle()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw in the new theme."""
        super().notify_style_update()
        self.refresh()

    def _settle(self) -> None:
        width, height = self.content_size
        if width and height:
            self._frame = framed(width, height - _BELOW, self._day, self._frame, self._begin)

    def render(self) -> Text:
        """Draw the months and the line below them, which says what is counted where it has room."""
        if self._frame is None:
            return Text()
        lines = frame_lines(self._frame, self._counts, self._day, self._today(), self.ink, focused=self.has_focus)
        below = self._below.copy()
        counted = f"{DOT if below.plain.strip() else ' '}{_COUNTED}"
        if below.cell_len + cell_len(counted) <= self.content_size.width:
            below.append(counted, self.ink["quiet"])
        below.truncate(max(1, self.content_size.width), overflow="ellipsis")
        return Text("\n").join([*lines, below])

    def in_sight(self) -> Iterator[tuple[int, Offset]]:
        """Yield the days of the months shown, as ordinals, each with the place beside its number."""
        if self._frame is None:
            return
        width, height = self.content_size
        before = None
        for y, x in product(range(height), range(width)):
            day = self._frame.day_at(x, y)
            if day is not None and day != before:
                yield day.toordinal(), Offset(x + _NUMBER, y)
            before = day

    def go(self, key: int) -> None:
        """Go to a day, an ordinal."""
        self.post_message(self.Pointed(date.fromordinal(key), chosen=False))

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse is."""
        event.stop()
        offset = event.get_content_offset(self)
        day = self._frame.day_at(offset.x, offset.y) if offset is not None and self._frame is not None else None
        if day is not None:
            self.post_message(self.Pointed(day, event.chain > 1))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Say that the wheel was turned on."""
        event.stop()
        self.post_message(self.Rolled(1))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Say that the wheel was turned back."""
        event.stop()
        self.post_message(self.Rolled(-1))
