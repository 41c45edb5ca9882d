"""Counts: a number typed before a command, as in `5j`, shown in the footer while it is typed."""

from typing import Any

from textual.app import App
from textual.events import Key

from briefterm.ui.keymap import commands_of
from briefterm.ui.widgets.bars import Keys

_MOST = 9999
_SIGN = "#"
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

    def begin(self) -> None:
        """Begin a count with the next digit."""
        self._typed, self._begun = "", True
        self._show()

    async def takes(self, event: Key) -> bool:
        """Take in a key; return whether that is all that happens with it."""
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
        return bool(typed) and await self._run(event.key, int(typed))

    def _digit(self, event: Key) -> bool:
        if len(event.key) != 1 or event.key not in "0123456789":
            return False
        focused = self._app.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            return False
        if self._typed or self._begun:
            return bool(self._typed) or event.key != "0"
        return event.key != "0" and event.key not in self._app.screen.active_bindings

    async def _run(self, key: str, count: int) -> bool:
        """Run the command of a key with the count; return whether it takes one."""
        bound = self._app.screen.active_bindings.get(key)
        command = next((one for one in commands_of(self._app) if bound and one.id == bound.binding.id), None)
        if bound is None or command is None or not command.counted:
            return False
        if command.action == _TO_THE_FIRST:
            self._echo = key
        await self._app.run_action(command.counted.format(count), bound.node)
        return True

    def _show(self) -> None:
        for footer in self._app.screen.query(Keys):
            footer.pend(f"{_SIGN if self._begun else ''}{self._typed}")
