"""The keys of this person: the registry with the keys that the configuration gives its commands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefterm.brief.problems import Level, Problem, asked, did_you_mean, nearest
from briefterm.brief.safe import shorten
from briefterm.config import Remapped, Setting
from briefterm.ui.commands import COMMANDS, UNPRESSED, Command, Place, shown_key, spoken_key

_NAMED = (
    "escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", "comma", *(f"f{number}" for number in range(1, 25)),
)  # fmt: skip
_ALIASES = {
    "esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "ins": "insert",
    ",": "comma", " ": "space",
}  # fmt: skip
_SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
_TAKEN = ("ctrl+c", "ctrl+q")
_MODIFIERS = ("ctrl", "alt", "shift")
_WITHIN = (Place.LIST, Place.TEXT)
_ABOVE = (
    *_WITHIN, Place.BAR, Place.LOOKUP, Place.DIRECTORY, Place.TIMES, Place.TIMES_BAR, Place.DIAL, Place.YOURS,
    Place.BOOKMARKS, Place.LOST, Place.THEMES, Place.EXPORT, Place.CALENDAR, Place.DAY, Place.LIBRARY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keymap:
    """Every command with the keys it has for this person; `changed` are the ids of those that are not its own."""

    commands: tuple[Command, ...] = COMMANDS
    changed: frozenset[str] = field(default_factory=frozenset)

    @property
    def overlay(self) -> Mapping[str, str]:
        """What Textual lays over its bindings: keys by the id of the command."""
        return {
            command.id: ",".join(command.keys) or UNPRESSED for command in self.commands if command.id in self.changed
        }

    def keys(self, command_id: str) -> tuple[str, ...]:
        """Return the keys of a command."""
        return next((command.keys for command in self.commands if command.id == command_id), ())


def commands_of(app: object) -> tuple[Command, ...]:
    """Return the registry with the keys of the person who runs `app`."""
    found: Keymap = getattr(getattr(app, "preferences", None), "keymap", _DEFAULT)
    return found.commands


def key_of(app: object, command_id: str) -> str:
    """Return the first key of a command as it is written where one reads; empty where it has none."""
    keys = next((command.keys for command in commands_of(app) if command.id == command_id), ())
    return written(app, keys[0]) if keys else ""


def written(app: object, key: str) -> str:
    """Return a key as people write it, in the linear mode in words."""
    from briefterm.ui.widgets.inked import LINEAR

    has_class = getattr(app, "has_class", None)
    return spoken_key(key) if has_class is not None and has_class(LINEAR) else shown_key(key)


def keyed(app: object, text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text in which `{search.open}` stands for the key of that command, and whether each is a key.

    A command without a key stands there as it is run by name.
    """
    for at, part in enumerate(_COMMAND.split(text)):
        if at % 2 == 0:
            yield part, False
        else:
            yield key_of(app, part) or f"{key_of(app, 'app.palette') or ':'} {_title(part)}", True


def spelled(app: object, text: str) -> str:
    """Return a text with the keys of the person who runs `app` in place of the commands it names in braces."""
    return "".join(part for part, _ in keyed(app, text))


def bordered(app: object, text: str, width: int) -> str:
    """Return a text that names commands in braces, parted by dots, as it fits the border of a box of `width` cells."""
    from briefterm.ui.layout import hint

    return hint(spelled(app, text), width)


def _title(command_id: str) -> str:
    return next(command.title for command in COMMANDS if command.id == command_id)


def keymap(remapped: Sequence[Remapped]) -> tuple[Keymap, tuple[Problem, ...]]:
    """Return the registry with the keys that are `remapped`, and what is wrong with them.

    Of what is wrong nothing is taken: a key that two commands would have in one place stays with the one that has it.
    """
    maker = _Maker()
    for one in remapped:
        maker.read(one)
    commands = tuple(maker.settled())
    return Keymap(commands, frozenset(maker.wanted)), tuple(sorted(maker.problems))


_DEFAULT = Keymap()
_COMMAND = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")


class _Maker:
    """Takes in one command after another. `wanted` are the keys by id, each with where it is written."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.wanted: dict[str, dict[str, Setting]] = {}
        self._known = {command.id: command for command in COMMANDS}

    def read(self, one: Remapped) -> None:
        """Take in the keys of one command, if there is such a command and they are keys."""
        name = one.command.text
        if name not in self._known:
            hint = did_you_mean(name, self._known) or "; docs/keys.md names all commands"
            self._say(one.command, name, f"there is no such command{hint}")
            return
        keys: dict[str, Setting] = {}
        for written in one.keys:
            try:
                keys[read_key(written.text)] = written
            except NoKeyError as wrong:
                self._say(written, name, str(wrong))
        if keys or not one.keys:
            self.wanted[name] = keys

    def settled(self) -> Iterator[Command]:
        """Yield every command with its keys once no two have the same in one place."""
        for name in tuple(self.wanted):
            asked_for = bool(self.wanted[name])
            for key, written in tuple(self.wanted[name].items()):
                if other := self._holder(self._known[name], key):
                    self._say(written, name, self._conflict(key, other))
                    del self.wanted[name][key]
            if asked_for and not self.wanted[name]:
                del self.wanted[name]
        for command in COMMANDS:
            keys = self.wanted.get(command.id)
            yield command if keys is None else replace(command, keys=tuple(keys))

    def _holder(self, command: Command, key: str) -> Command | None:
        """Return the command that has `key` before `command` does where that holds, or None."""
        for other in COMMANDS:
            if other is command or not _meet(command.place, other.place):
                continue
            if key in command.keys and key in other.keys:
                continue
            if other.id not in self.wanted:
                if key in other.keys:
                    return other
            elif key in self.wanted[other.id] and self._order(other.id) < self._order(command.id):
                return other
        return None

    def _conflict(self, key: str, other: Command) -> str:
        where = self.wanted.get(other.id, {}).get(key)
        by = f", by line {where.line}" if where else ""
        return f"`{key}` is the key of `{other.id}` ({other.title}){by}; choose another, or give that one another"

    def _order(self, name: str) -> int:
        return list(self.wanted).index(name)

    def _say(self, at: Setting, name: str, message: str) -> None:
        self.problems.append(Problem(at.line, at.column, Level.ERROR, f"keys.{shorten(name)}", message))


def _meet(one: Place, other: Place) -> bool:
    """Return whether commands of both places hear the same keys."""
    if Place.EVERYWHERE in (one, other):
        return True
    if Place.ABOVE in (one, other):
        return one is other or one in _ABOVE or other in _ABOVE
    return one is other or (Place.ANYWHERE in (one, other) and (one in _WITHIN or other in _WITHIN))


class NoKeyError(ValueError):
    """A text names no key that a command can have; the message says what to write."""


def read_key(written: str) -> str:
    """Return a key as Textual calls it. Raises NoKeyError."""
    *given, base = _parts(written)
    modifiers = {modifier.lower() for modifier in given}
    unknown = next((one for one in given if one.lower() not in _MODIFIERS), None)
    if unknown is not None:
        those = f"the modifiers are {', '.join(_MODIFIERS)}{did_you_mean(unknown, _MODIFIERS)}"
        raise NoKeyError(f"`{shorten(written)}` has no modifier we know; {those}")
    base = _ALIASES.get(base.lower(), base)
    if len(base) == 1 and base.isprintable():
        base, modifiers = _sign(written, base, modifiers)
    elif base.lower() in _NAMED:
        base = base.lower()
    else:
        meant = asked(nearest(base, _NAMED)) or "; write one sign, or a name such as `ctrl+f`, `pagedown`, `f5`"
        raise NoKeyError(f"`{shorten(written)}` is no key{meant}")
    key = "+".join((*(name for name in _MODIFIERS if name in modifiers), base))
    if key in _SENT_AS:
        raise NoKeyError(f"terminals send `{key}` as `{_SENT_AS[key]}`; write that, or choose another")
    if key in _TAKEN:
        raise NoKeyError(f"`{key}` is kept for leaving; choose another")
    return key


def _sign(written: str, sign: str, modifiers: set[str]) -> tuple[str, set[str]]:
    """Return a sign and its modifiers as a keyboard sends them. Raises NoKeyError."""
    if "shift" in modifiers:
        if not sign.isalpha():
            raise NoKeyError(f"`{shorten(written)}` is not what a keyboard sends; write the sign itself")
        sign = sign.upper()
    if "ctrl" in modifiers:
        if not (sign.isascii() and sign.isalnum()) and f"ctrl+{sign}" not in _SENT_AS:
            raise NoKeyError(f"`{shorten(written)}` is not what a keyboard sends; write `ctrl+` and a letter")
        sign = sign.lower()
    return sign, modifiers - {"shift"}


def _parts(written: str) -> list[str]:
    """Return modifiers and key, of which the key may be `+`."""
    if written.endswith("+"):
        head = written[:-1].removesuffix("+")
        return [*head.split("+"), "+"] if head else ["+"]
    return written.split("+")
