"""The bars of a day, one of them selected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual.events import Click
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from briefterm.ui.text.day_bars import Spot
from briefterm.ui.widgets.inked import InkedScroll


class DayChart(InkedScroll, inherit_bindings=False):
    """Lines that scroll as far as the selected bar needs. Told what to show by `show`."""

    @dataclass
    class Sized(Message):
        """There is other room now."""

    @dataclass
    class Pointed(Message):
        """The person has pointed at a bar."""

        spot: Spot
        chosen: bool

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Text] = ()
        self._spots: Sequence[Spot] = ()

    def show(self, lines: Sequence[Text], spots: Sequence[Spot], chosen: Spot | None) -> None:
        """Show other lines, with the bar `chosen` in sight, and with the lowest what stands below it."""
        self._lines, self._spots = lines, spots
        self.set_height(len(lines))
        if chosen is not None:
            top = 0 if chosen is spots[0] else max(0, chosen.line - 1)
            lowest = chosen.line == max(spot.line for spot in spots)
            bottom = len(lines) if lowest else chosen.line + chosen.height
            region = Region(0, top, 1, bottom - top)
            self.scroll_to_region(region, animate=False, force=True)
        self.refresh()

    def fit(self) -> None:
        """Ask for lines that fit."""
        self.post_message(self.Sized())

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        return self.selectable(self.text_at(line), line, width)

    def text_at(self, line: int) -> Text:
        """Return the text of a line."""
        return self._lines[line] if line < len(self._lines) else Text()

    def in_sight(self) -> Iterator[tuple[int, Offset]]:
        """Yield the bars that begin on the screen, each with its place there."""
        content = self.scrollable_content_region
        for number, spot in enumerate(self._spots):
            place = Offset(spot.left, spot.line - self.scroll_offset.y)
            if 0 <= place.y < content.height and place.x < content.width:
                yield number, place

    def go(self, key: int) -> None:
        """Go to a bar."""
        self.post_message(self.Pointed(self._spots[key], chosen=False))

    def on_click(self, event: Click) -> None:
        """Say which bar was pointed at, or at what is written beside it: to the left of the next one."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        x, y = offset.x, offset.y + self.scroll_offset.y
        begun = [spot for spot in self._spots if spot.left <= x and spot.line <= y < spot.line + spot.height]
        if begun:
            self.post_message(self.Pointed(max(begun, key=lambda spot: spot.left), event.chain > 1))
