"""What our line-drawn widgets share: the inks of the theme, and strips of text in them."""

from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from briefterm.ui.ink import Ink, ink_of


class Inked(Widget):
    """A widget that draws lines of text set in the inks of `ink`."""

    @property
    def ink(self) -> Ink:
        """The theme's styles by name."""
        return ink_of(self.app.theme_variables)

    def strip_of(self, line: Text, width: int, under: Style | None = None) -> Strip:
        """Return a line as a strip of `width` cells, over the style `under` and the widget's own."""
        base = self.rich_style + under if under is not None else self.rich_style
        strip = Strip(line.render(self.app.console), line.cell_len)
        return strip.crop_extend(0, width, base).apply_style(base)
