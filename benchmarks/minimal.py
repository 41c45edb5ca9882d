"""The least a Textual app can be, as a baseline: one line of text, a line to type in, or a list."""

import sys

from textual.app import App, ComposeResult

ROWS = 1000


class Minimal(App[None]):
    """One line of text, or what the first argument says."""

    def compose(self) -> ComposeResult:
        """Make it."""
        match sys.argv[1:]:
            case ["input"]:
                from textual.widgets import Input

                line = Input(compact=True, select_on_focus=False)
                line.cursor_blink = False
                yield line
            case ["list"]:
                from textual.widgets import OptionList

                yield OptionList(*(f"Brief number {number}" for number in range(ROWS)))
            case _:
                from textual.widgets import Static

                yield Static("Ready.")


if __name__ == "__main__":
    Minimal().run()
