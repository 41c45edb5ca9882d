"""What our line-drawn widgets share: the inks of the theme, and strips of text in them."""

from collections.abc import Iterator
from textwrap import dedent

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from briefterm.ui.directed import directed
from briefterm.ui.ink import Ink, ink_of, locale_in
from briefterm.ui.layout import wrap

BAR = "▌"
_UPRIGHT = Style(reverse=False)
_AS_COPIED = str.maketrans({BAR: " ", "\N{NO-BREAK SPACE}": " "})
_MOST = 5_000
"""Lines that are copied at most."""


LINEAR = "-linear"
"""The class of the app, and of the reader's screen, in the linear mode."""


class Inked(Widget):
    """A widget that draws lines of text set in the inks of `ink`, over its own style `base`."""

    _base: Style | None = None

    @property
    def base(self) -> Style:
        """The widget's own style, worked out once and again after each change of styles."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        """Forget what was worked out from other styles."""
        super().notify_style_update()
        self._base = None

    @property
    def ink(self) -> Ink:
        """The theme's styles by name, and the reader's locale."""
        return ink_of(self.app.theme_variables, locale_in(self.app))

    def in_sight(self) -> Iterator[tuple[int, Offset]]:
        """Yield the items that begin on the screen, each with its place in the widget's content."""
        yield from ()

    def go(self, key: int) -> None:
        """Go to the item `key`, as the person does."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines, borders and all, with right-to-left text kept in its column; what is heard has none."""
        lines = super().render_lines(crop)
        return lines if self.app.has_class(LINEAR) else [directed(line) for line in lines]

    def strip_of(self, line: Text, width: int, under: Style | None = None) -> Strip:
        """Return a line as a strip of `width` cells, over the style `under` and the widget's own."""
        base = self.base + under if under is not None else self.base
        strip = Strip(line.render(self.app.console), line.cell_len)
        if under is not None and under.reverse:
            strip = Strip([on_reverse(segment) for segment in strip], line.cell_len)
        return strip.crop_extend(0, width, base).apply_style(base)


def on_reverse(segment: Segment) -> Segment:
    """Return text as it is set where ground and ink change places: without its colour, which would be its ground.

    What is reversed by itself stays as it is, and so does the bar of a side.
    """
    style = segment.style
    if style is None or style.reverse:
        return segment
    return Segment(segment.text, style + _UPRIGHT if segment.text == BAR else style.without_color)


class InkedScroll(Inked, ScrollView, can_focus=True):
    """One that scrolls through as many lines as it says it has; where that leaves room, a hint stands below them.

    Its text can be selected with the mouse.
    In the linear mode the terminal's own cursor is at the beginning of the line `cursor_line`, while the widget has the
    keys or has been led to from elsewhere, as a list is from the line that narrows it.
    """

    _led = False
    _room = Size(0, 0)
    _hint: tuple[tuple[str, bool], ...] = ()

    def on_resize(self) -> None:
        """Set what is shown for the room there is."""
        self._refit()

    def fit(self) -> None:
        """Set what is shown for the room there is now."""

    def _refit(self) -> None:
        self._room = self.scrollable_content_region.size
        self.fit()

    @property
    def linear(self) -> bool:
        """Whether what is shown is for being heard or felt."""
        return self.app.has_class(LINEAR)

    @property
    def cursor_line(self) -> int | None:
        """The line the person is at, of all there are; None for none."""
        return None

    @property
    def cursor_place(self) -> Offset | None:
        """The cell of the screen where the line begins that the person is at; None where it cannot be seen."""
        line = self.cursor_line
        if line is None or not self.in_view(line):
            return None
        content = self.content_region
        return Offset(content.x, content.y + line - self.scroll_offset.y)

    def in_view(self, line: int) -> bool:
        """Return whether a line is on the screen."""
        return 0 <= line - self.scroll_offset.y < self.scrollable_content_region.height

    def come(self) -> bool:
        """Bring the terminal's cursor here, where the linear mode has it elsewhere; return whether that was so."""
        if not self.linear or self.has_focus or self._led:
            return False
        self._led = True
        self.refresh()
        return True

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines, and have the terminal's cursor follow them: it is put where the app says after each drawing.

        What comes to be shown may never be told of its size: Textual compares it with the one that whoever asked for
        it in between has seen already. Then it is set for the room there is after all.
        """
        if self._room != self.scrollable_content_region.size:
            self.call_later(self._refit)
        if self.linear and (self.has_focus or self._led) and self.screen is self.app.screen:
            place = self.cursor_place
            if place is not None:
                self.app.cursor_position = place
        return super().render_lines(crop)

    def refresh_lines_of(self, *lines: int) -> None:
        """Draw these lines anew, and nothing else: whoever listens hears what is drawn."""
        for line in lines:
            self.refresh_line(line)

    def hint(self, parts: tuple[tuple[str, bool], ...]) -> None:
        """Show a hint at the bottom where there is room, in parts that are keys or not; without parts, none."""
        if parts != self._hint:
            self._hint = parts
            self.refresh()

    def hint_line(self, y: int, filled: int, width: int) -> Strip | None:
        """Return line `y` of the view where the hint stands there, below `filled` lines."""
        if not self._hint or y < filled:
            return None
        text = Text.assemble(*((part, self.ink["key" if key else "quiet"]) for part, key in self._hint))
        lines = wrap(text, max(8, width - 3))
        at = y - (self.scrollable_content_region.height - len(lines))
        if not 0 <= at < len(lines) or filled + len(lines) >= self.scrollable_content_region.height:
            return None
        lead = "" if self.linear else "▎ "
        return self.strip_of(Text.assemble((lead, self.ink["accent"]), lines[at]), width)

    @property
    def allow_select(self) -> bool:
        """Whether text can be selected: always, though this is a container to Textual."""
        return True

    def text_at(self, line: int) -> Text:
        """Return the text of one of its lines."""
        raise NotImplementedError

    def selectable(self, text: Text, line: int, width: int, under: Style | None = None) -> Strip:
        """Return a line as a strip that knows where its characters stand, with what is selected of it marked."""
        selection = self.text_selection
        span = selection.get_span(line) if selection is not None else None
        if span is not None:
            start, end = span
            text = text.copy()
            text.stylize(self.ink["selected"], start, len(text) if end < 0 else end)
        return self.strip_of(text, width, under).apply_offsets(0, line)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text that is selected, as it stands on the screen but for the bars beside it."""
        first = selection.start.y if selection.start is not None else 0
        last = selection.end.y if selection.end is not None else self.virtual_size.height - 1
        lines = []
        for line in range(max(0, first), min(last, self.virtual_size.height - 1, first + _MOST) + 1):
            start, end = selection.get_span(line) or (0, 0)
            text = self.text_at(line).plain
            lines.append(text[start : len(text) if end < 0 else end].translate(_AS_COPIED).rstrip())
        return dedent("\n".join(lines)).strip("\n"), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self.refresh()

    def unselect(self) -> None:
        """Take back a selection in this widget: its lines are others now."""
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()

    def set_height(self, lines: int) -> None:
        """Say how many lines there are."""
        size = Size(self.scrollable_content_region.width, lines)
        if size != self.virtual_size:
            self.virtual_size = size
            self._refresh_scrollbars()

    def jump(self, line: int) -> None:
        """Bring a line to the top, as far as there are lines below it."""
        self.scroll_to(y=line, animate=False, force=True)
