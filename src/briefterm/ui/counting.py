"""Counts: a number typed before a command, as in `5j`, shown in the footer while it is typed."""

from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.binding import ActiveBinding
from textual.events import Key

from briefterm.ui.commands import Command
from briefterm.ui.keymap import commands_of
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.inked import Inked

_MOST = 9999
_SIGN = "#"
_FIRST, _THEN = "a number, then a key; esc drops it", "then a key; esc drops it"
_TO_THE_FIRST = "end(-1)"


class Counting:
    """The count being typed in one app.

    A digit that is no key where one stands begins a count, and any digit goes on with it. The next key is run with the
    count where it takes one, else as it always is. `gg` after a count is one `g`: the second would undo the first.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._typed = ""
        self._begun = False
        self._echo = ""
        self._counts: WeakKeyDictionary[Key, int] = WeakKeyDictionary()

    def begin(self) -> None:
        """Begin a count with the next digit."""
        self._typed, self._begun = "", True
        self._show()

    async def takes(self, event: Key) -> bool:
        """Take in a key as it arrives; return whether that is all that happens with it."""
        echo, self._echo = self._echo, ""
        if echo and event.key == echo:
            return True
        if self._digit(event):
            self._typed = str(min(_MOST, int(self._typed + event.key)))
            self._show()
            return True
        if not self._typed and not self._begun:
            return False
        typed, self._typed, self._begun = self._typed, "", False
        self._show()
        if event.key == "escape":
            return True
        return bool(typed) and await self._counted(event, int(typed))

    async def hears(self, event: Key) -> bool:
        """Take in a key once the widgets have passed it on; return whether it has been run with its count."""
        count = self._counts.pop(event, 0)
        bound, command = self._bound(event.key) if count else (None, None)
        if bound is None or command is None:
            return False
        await self._app.run_action(command.counted.format(count), bound.node)
        return True

    def _digit(self, event: Key) -> bool:
        if len(event.key) != 1 or event.key not in "0123456789":
            return False
        if not isinstance(self._app.focused, Inked):  # a digit is text where one writes
            return False
        if self._typed or self._begun:
            return bool(self._typed) or event.key != "0"
        return event.key != "0" and event.key not in self._app.screen.active_bindings

    async def _counted(self, event: Key, count: int) -> bool:
        """Run the command of a key with the count, or have it run in its turn; return whether it has been run."""
        bound, command = self._bound(event.key)
        if bound is None or command is None:
            return False
        if not bound.binding.priority:  # keys that came before may still be on their way through the widgets
            self._counts[event] = count
            self._echo = event.key if command.action == _TO_THE_FIRST else ""
            return False
        await self._app.run_action(command.counted.format(count), bound.node)
        return True

    def _bound(self, key: str) -> tuple[ActiveBinding | None, Command | None]:
        """Return what a key is bound to where one stands, and its command if that takes a count."""
        bound = self._app.screen.active_bindings.get(key)
        commands = commands_of(self._app) if bound else ()
        return bound, next((one for one in commands if bound and one.id == bound.binding.id and one.counted), None)

    def _show(self) -> None:
        for footer in self._app.screen.query(Keys):
            footer.pend(f"{_SIGN if self._begun else ''}{self._typed}", _THEN if self._typed else _FIRST)
