"""One line of text."""

from rich.text import Text

from briefterm.ui.text.line_rows import clipped
from briefterm.ui.widgets.inked import Inked


class Line(Inked):
    """Shows a line, cut where it does not fit. It is told what to show by `show`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Text()

    def show(self, text: Text) -> None:
        """Show another line; nothing is drawn where it is the same."""
        if text != self._text or text.spans != self._text.spans:
            self._text = text
            self.refresh()

    def render(self) -> Text:
        """Draw the line."""
        return clipped(self._text, max(1, self.size.width))
