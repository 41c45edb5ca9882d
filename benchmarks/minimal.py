"""The least a Textual app can be: the baseline for the time to the first screen."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """Make it."""
        yield Static("Ready.")


if __name__ == "__main__":
    Minimal().run()
