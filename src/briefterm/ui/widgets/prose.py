"""Running text that scrolls, set in a comfortable measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefterm.ui.commands import Place, bindings
from briefterm.ui.layout import Block, Column
from briefterm.ui.text.names import named_at, named_in
from briefterm.ui.widgets.inked import InkedScroll

if TYPE_CHECKING:
    from briefterm.brief.mentions import Who

MEASURE = 80


class Prose(InkedScroll):
    """Shows paragraphs. It is told what to show by `show`.

    In the linear mode they are plain lines, with a cursor that goes from one to the next.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.TEXT)]

    @dataclass
    class Named(Message):
        """The person asks for those named: for one by the mouse, by the key for all in sight, if none for all."""

        text: "Prose"
        who: "tuple[Who, ...]"

        @property
        def control(self) -> "Prose":
            return self.text

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: Sequence[Block] = ()
        self._width = -1
        self._lines: Sequence[Text] = ()
        self._strips: dict[int, Strip] = {}
        self._tops: Sequence[int] = ()
        self._at = 0

    def show(self, blocks: Sequence[Block], *, at: int | None = 0) -> None:
        """Show other paragraphs, the one numbered `at` at the top; with None, the lines that are there now."""
        self.unselect()
        self._blocks = blocks
        self._width = -1
        self._measure()
        self._led = False
        if at is not None:
            self._at = self._tops[at] if 0 < at < len(self._tops) else 0
            while self.linear and self._at < len(self._lines) - 1 and not self._lines[self._at]:
                self._at += 1
            self.jump(self._at)
        self.refresh()

    def action_line(self, step: int) -> None:
        """Scroll by a line; in the linear mode go to the next that is not empty."""
        if not self.linear:
            self.jump(self.scroll_offset.y + step)
        elif not self.come():
            self._go(self._at + step, step)

    def action_page(self, step: int) -> None:
        """Scroll by a screenful less a line."""
        by = step * max(1, self.size.height - 1)
        if not self.linear:
            self.jump(self.scroll_offset.y + by)
        elif not self.come():
            self._go(self._at + by, step)

    def action_end(self, step: int) -> None:
        """Scroll to the beginning or the end."""
        self.jump(0 if step < 0 else self.virtual_size.height)
        if self.linear:
            self._go(0 if step < 0 else len(self._lines) - 1, -step)

    def action_top(self, line: int) -> None:
        """Bring a line to the top; they count from 1."""
        self.jump(line - 1)
        if self.linear:
            self._go(line - 1, 1)

    @property
    def cursor_line(self) -> int | None:
        """The line the cursor is on, in the linear mode."""
        return min(self._at, max(0, len(self._lines) - 1))

    def _go(self, line: int, step: int) -> None:
        """Go to a line, or the first beyond it that is not empty, as far as there is one."""
        line = max(0, min(line, len(self._lines) - 1))
        while 0 <= line < len(self._lines) and not self._lines[line]:
            line += 1 if step > 0 else -1
        if 0 <= line < len(self._lines):
            before, self._at = self._at, line
            self.scroll_to_region(Region(0, line, 1, 1), animate=False, force=True)
            self.refresh_lines_of(before, line)

    def action_follow(self) -> None:
        """Ask for whom the lines in sight name; where they name nobody, for whom the others do."""
        top = self.scroll_offset.y
        seen = self._lines[top : top + self.scrollable_content_region.height]
        self.post_message(self.Named(self, _named(seen) or self.named))

    @property
    def named(self) -> "tuple[Who, ...]":
        """Whom the text names, in order, each once."""
        return _named(self._lines)

    def on_click(self, event: Click) -> None:
        """Ask for who is named where the mouse is."""
        if (who := named_at(event.style)) is not None:
            self.post_message(self.Named(self, (who,)))

    def fit(self) -> None:
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
            width = self.scrollable_content_region.width
            return self.hint_line(y, len(self._lines), width) or Strip.blank(width, self.base)
        if line == self._at and self.linear and (self.has_focus or self._led):
            return self.strip_of(self._lines[line], self._width, self.ink["cursor"])
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
        self._width, self._strips = width, {}
        measure = max(8, min(MEASURE, width - 1))
        if self.linear:
            from briefterm.ui.text.plain import plain_lines

            self._lines, self._tops = plain_lines(self._blocks, measure)
        else:
            column = Column(self._blocks, measure)
            self._lines, self._tops = column, column.tops
        self.set_height(len(self._lines))


def _named(lines: Sequence[Text]) -> "tuple[Who, ...]":
    return tuple(dict.fromkeys(who for line in lines for who in named_in(line)))
