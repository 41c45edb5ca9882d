"""Every command as a list of lines, in place of the palette where one hears or feels what is on the screen."""

from collections.abc import Callable

from rich.text import Text

from briefterm.ui.commands import Command, spoken_key
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.keymap import commands_of
from briefterm.ui.layout import Block
from briefterm.ui.screens.listing import Listing


class CommandList(Listing[Command]):
    """Offers the commands of the palette; `run` is handed the action of the one chosen, once this has closed."""

    HEADING, HINT, EMPTY = "All commands", "{list.choose} runs one, {yours.close} goes back", "There are no commands."

    def __init__(self, run: Callable[[str], object]) -> None:
        super().__init__()
        self._run = run

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        self.fill([one for one in commands_of(self.app) if one.palette and one.id != "app.palette"])

    def row(self, key: int, thing: Command, ink: Ink) -> Row:
        """Return the title of a command, and its keys."""
        keys = ", ".join(map(spoken_key, thing.keys)) or "no key"
        return Row(key, (Block(Text(f"{thing.title}, {keys}")),))

    def choose(self, thing: Command) -> None:
        """Go back and run the command."""
        self.dismiss()
        self.app.call_later(self._run, thing.action)
