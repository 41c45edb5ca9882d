"""An empty page, for when somebody looks over."""

from rich.text import Text
from textual.app import ComposeResult
from textual.events import Key, Paste
from textual.screen import Screen

from briefterm.ui.widgets.line import Line

_IDLE, _WAY_BACK = "$ ", "enter"


class Blank(Screen[None]):
    """Looks like a prompt that waits. Any key, then enter, ends it; what goes on below draws nothing."""

    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self._touched = False

    def compose(self) -> ComposeResult:
        """Make the page."""
        yield Line(id="idle")

    def on_mount(self) -> None:
        """Show a prompt."""
        self._say("")

    def on_key(self, event: Key) -> None:
        """End it with enter after another key; the first key says how."""
        event.stop()
        event.prevent_default()
        if self._touched and event.key == "enter":
            self.dismiss()
        elif not self._touched:
            self._touched = True
            self._say(_WAY_BACK)

    def on_paste(self, event: Paste) -> None:
        """Take nothing in."""
        event.stop()

    def _say(self, text: str) -> None:
        line = self.query_one(Line)
        line.show(Text.assemble(_IDLE, ("▏", line.ink["quiet"]), (f"  {text}" if text else "", line.ink["quiet"])))
