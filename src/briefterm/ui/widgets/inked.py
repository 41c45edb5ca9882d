"""What our line-drawn widgets share: the inks of the theme, and strips of text in them."""

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from briefterm.ui.ink import NAMES, Ink, class_name


class Inked(Widget):
    """A widget that draws lines of text set in the inks of `ink`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(class_name(name) for name in NAMES),
        "row--cursor",
        "row--cursor-quiet",
        "row--lit",
    }

    _ink: Ink | None = None

    @property
    def ink(self) -> Ink:
        """The theme's styles by name."""
        if self._ink is None:
            self._ink = {name: self.get_component_rich_style(class_name(name), partial=True) for name in NAMES}
        return self._ink

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._ink = None
        super().notify_style_update()

    def strip_of(self, line: Text, width: int, under: Style | None = None) -> Strip:
        """Return a line as a strip of `width` cells, over the style `under` and the widget's own."""
        base = self.rich_style + under if under is not None else self.rich_style
        strip = Strip(line.render(self.app.console), line.cell_len)
        return strip.crop_extend(0, width, base).apply_style(base)
