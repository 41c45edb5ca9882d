"""What our line-drawn widgets share: the inks of the theme, and strips of text in them."""

from rich.style import Style
from rich.text import Text
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from briefterm.ui.ink import Ink, ink_of, locale_in


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

    def strip_of(self, line: Text, width: int, under: Style | None = None) -> Strip:
        """Return a line as a strip of `width` cells, over the style `under` and the widget's own."""
        base = self.base + under if under is not None else self.base
        strip = Strip(line.render(self.app.console), line.cell_len)
        return strip.crop_extend(0, width, base).apply_style(base)


class InkedScroll(Inked, ScrollView, can_focus=True):
    """One that scrolls through as many lines as it says it has."""

    def set_height(self, lines: int) -> None:
        """Say how many lines there are."""
        size = Size(self.scrollable_content_region.width, lines)
        if size != self.virtual_size:
            self.virtual_size = size
            self._refresh_scrollbars()

    def jump(self, line: int) -> None:
        """Bring a line to the top, as far as there are lines below it."""
        self.scroll_to(y=line, animate=False, force=True)
