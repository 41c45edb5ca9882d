"""Running text that scrolls, set in a comfortable measure."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.events import Resize
from textual.strip import Strip

from briefterm.ui.commands import Place, bindings
from briefterm.ui.layout import Block
from briefterm.ui.widgets.inked import InkedScroll

MEASURE = 80


class Prose(InkedScroll):
    """Shows paragraphs. It is told what to show by `show`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.TEXT)]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._width = -1
        self._lines: list[Text] = []
        self._strips: dict[int, Strip] = {}
        self._tops: list[int] = []

    def show(self, blocks: Sequence[Block], *, at: int | None = 0) -> None:
        """Show other paragraphs, the one numbered `at` at the top; with None, the lines that are there now."""
        self.unselect()
        self._blocks = blocks
        self._width = -1
        self._measure()
        if at is not None:
            self.jump(self._tops[at] if 0 < at < len(self._tops) else 0)
        self.refresh()

    def action_line(self, step: int) -> None:
        """Scroll by a line."""
        self.jump(self.scroll_offset.y + step)

    def action_page(self, step: int) -> None:
        """Scroll by a screenful less a line."""
        self.jump(self.scroll_offset.y + step * max(1, self.size.height - 1))

    def action_end(self, step: int) -> None:
        """Scroll to the beginning or the end."""
        self.jump(0 if step < 0 else self.virtual_size.height)

    def action_top(self, line: int) -> None:
        """Bring a line to the top; they count from 1."""
        self.jump(line - 1)

    def on_resize(self, event: Resize) -> None:
        """Set the text anew, keeping the paragraph at the top."""
        at = next((i for i, top in enumerate(self._tops) if top >= self.scroll_offset.y), 0)
        self._measure()
        if at:
            self.jump(self._tops[min(at, len(self._tops) - 1)])

    def notify_style_update(self) -> None:
        """Draw in the new theme."""
        super().notify_style_update()
        self._width = -1
        self._measure()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(self.scrollable_content_region.width, self.base)
        if self.text_selection is not None:
            return self.selectable(self._lines[line], line, self._width)
        if line not in self._strips:
            self._strips[line] = self.selectable(self._lines[line], line, self._width)
        return self._strips[line]

    def text_at(self, line: int) -> Text:
        """Return the text of a line."""
        return self._lines[line] if line < len(self._lines) else Text()

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        if width == self._width:
            return
        self._width = width
        self._lines, self._tops, self._strips = [], [], {}
        for block in self._blocks:
            self._tops.append(len(self._lines))
            self._lines.extend(block.lines(max(8, min(MEASURE, width - 1))))
        self.set_height(len(self._lines))
