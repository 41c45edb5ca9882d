"""Every command there is: one registry from which come the keys, the footer, the help, the palette and docs/keys.md."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefterm.ui.commands.above import ABOVE
from briefterm.ui.commands.calendar import CALENDAR
from briefterm.ui.commands.command import Command, Place
from briefterm.ui.commands.lookups import LOOKUPS
from briefterm.ui.commands.panes import PANES
from briefterm.ui.commands.reading import READING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding

__all__ = ["COMMANDS", "UNPRESSED", "Command", "Place", "bindings", "in_footer", "shown_key", "spoken_key"]

COMMANDS = (*READING, *PANES, *ABOVE, *LOOKUPS, *CALENDAR)
UNPRESSED = "no-key"
"""What no keyboard sends, for a command without a key: Textual takes an empty text for another thing."""


def bindings(place: Place) -> "list[Binding]":
    """Return Textual's bindings for the commands of one place. Their ids are the commands', for the user's keymap.

    Commands that hold anywhere have priority: Textual hands other keys to the widget that has the focus when they
    arrive, so that of keys typed ahead (`/kishida` on a slow line) all but the first would miss the search bar.
    """
    return [_binding(command) for command in COMMANDS if command.place is place]


def _binding(command: Command) -> "Binding":
    from textual.binding import Binding

    keys = ",".join(_NAMES.get(key, key) for key in command.keys) or UNPRESSED
    priority = command.place in (Place.ANYWHERE, Place.EVERYWHERE, Place.ABOVE)
    return Binding(keys, command.action, command.title, show=False, id=command.id, priority=priority)


def in_footer(places: tuple[Place, ...], commands: "Sequence[Command]" = COMMANDS) -> Iterator[Command]:
    """Yield those of `commands` the footer names where `places` hold, nearest place first."""
    for place in places:
        yield from (command for command in commands if command.place is place and command.footer and command.keys)


_NAMES = {
    ".": "full_stop",
    "/": "slash",
    "?": "question_mark",
    ":": "colon",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "+": "plus",
    "=": "equals_sign",
    "-": "minus",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    "!": "exclamation_mark",
}
_SHOWN = {
    "escape": "esc", "question_mark": "?", "slash": "/", "colon": ":", "pageup": "pgup", "pagedown": "pgdn",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "shift+tab": "⇧tab", "enter": "⏎", "comma": ",",
    "backspace": "⌫",
}  # fmt: skip


_SPOKEN = {"pageup": "page up", "pagedown": "page down"}


def shown_key(key: str) -> str:
    """Return a key as people write it."""
    return _SHOWN.get(key, key.replace("ctrl+", "^"))


def spoken_key(key: str) -> str:
    """Return a key in words, for whoever hears or feels it: `enter`, `shift+tab`, `ctrl+t`; a sign is itself."""
    shown = shown_key(key)
    return shown if len(shown) == 1 and shown.isascii() else _SPOKEN.get(key, key)
