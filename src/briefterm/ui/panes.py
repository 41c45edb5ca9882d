"""The drawer and the open brief beside each other, and the mouse on the borders between their panes."""

from textual.containers import Horizontal
from textual.events import Click, MouseDown, MouseMove

from briefterm.ui.borders import Borders

_DOUBLE = 2


class Panes(Horizontal):
    """Holds all panes. Its `borders` are moved here, or by whoever is told to by a key."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.borders = Borders(self)
        self._dragged = False

    def on_resize(self) -> None:
        """Give the panes the sizes their reader wants in this layout."""
        self.borders.apply()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the border that is under the mouse; no text is selected then."""
        self._dragged = False
        if self.borders.take(event):
            self.screen.clear_selection()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Move the border that is held."""
        if self.borders.drag(event):
            self._dragged = True
            self.capture_mouse()

    def on_mouse_up(self) -> None:
        """Let go of it."""
        if self.borders.drop():
            self.release_mouse()

    def on_click(self, event: Click) -> None:
        """Put a border where it was, on a double click; a single one that moved nothing goes to the pane it is of."""
        if event.chain == _DOUBLE:
            self.borders.reset(event)
        elif not self._dragged and event.widget is not None and self.borders.under(event.screen_x, event.screen_y):
            event.widget.focus(scroll_visible=False)
