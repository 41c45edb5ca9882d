"""Keys typed while something asked for is still on its way: kept, and typed again once it is there."""

from collections.abc import Awaitable, Callable

from textual.events import Key

_OUT = "escape"
_SYSTEM = ("ctrl+c", "ctrl+z", "ctrl+l")


class Held:
    """The keys that wait.

    `type_key` is what happens with a key that need not; `begins` says whether a key asks for what the next ones
    wait for. Whoever answers that key ends the waiting.
    """

    def __init__(self, type_key: Callable[[Key], Awaitable[None]], begins: Callable[[Key], bool]) -> None:
        self._type = type_key
        self._begins = begins
        self._keys: list[Key] = []
        self.holding = False
        """Whether keys wait."""

    def takes(self, event: Key) -> bool:
        """Take in a key as it arrives; return whether it waits. Escape gives up what is waited for, and those keys."""
        if not self.holding:
            self.holding = self._begins(event)
            return False
        if event.key == _OUT:
            self._keys.clear()
            self.holding = False
            return False
        if event.key in _SYSTEM:
            return False
        self._keys.append(event)
        return True

    async def release(self) -> None:
        """Type the keys that have waited, in their order. One of them may have the rest wait again."""
        self.holding = False
        while self._keys and not self.holding:
            await self._type(self._keys.pop(0))
