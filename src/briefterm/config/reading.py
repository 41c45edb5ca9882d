"""The configuration file: what it sets, and everything that is wrong in it at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm import paths
from briefterm.brief.problems import Level, Problem, did_you_mean
from briefterm.brief.safe import safe_line, shorten
from briefterm.errors import UsageError

if TYPE_CHECKING:
    from briefterm.brief.tree import Mapping as Entries
    from briefterm.brief.tree import Node, Scalar

SETTINGS = ("library", "searches", "start", "home", "locale", "theme", "linear", "keys")

_SWITCHED = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Setting:
    """A text of the file, and where it stands: line and column count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Remapped:
    """A command by its id, and the keys it shall have: none where it shall have none."""

    command: Setting
    keys: tuple[Setting, ...]


@dataclass(frozen=True)
class Config:
    """The configuration file's values; None or empty where it says nothing.

    `searches` are queries by name, for `@name`; `start` is the query the app opens with; `home` is the reader's time
    zone, `locale` that of names and dates; with `linear` the app begins in the linear mode. `theme` and `keys` are as
    they were written: which themes and commands there are is not known here. `lines` says where each setting stands.
    """

    library: Path | None = None
    searches: Mapping[str, str] = field(default_factory=dict)
    start: str = ""
    home: str = ""
    locale: str = ""
    theme: Setting | None = None
    linear: bool = False
    keys: tuple[Remapped, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Reading:
    """What could be read of `file`, and what is wrong in it."""

    file: Path
    config: Config
    problems: tuple[Problem, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """Return the problems as `path:line:column: level: key: message`."""
        return tuple(problem.at(safe_line(str(self.file))) for problem in self.problems)


_ALL = "`briefterm config --show` names all that is wrong, keys and colours too"


def load(file: Path | None = None) -> Config:
    """Return the configuration in `file`, by default the platform's; an absent one is empty.

    Raises UsageError with all that is wrong in it, a line each, but for keys and colours: those are the app's to know.
    """
    reading = read(file)
    if reading.problems:
        raise UsageError("\n".join((*reading.said, _ALL)))
    return reading.config


def read(file: Path | None = None) -> Reading:
    """Return what can be read of the configuration in `file`, by default the platform's, and what is wrong in it."""
    file = file or paths.config_file()
    try:
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Reading(file, Config())
    except OSError as error:
        return Reading(file, Config(), (_problem(1, 1, "config", f"it cannot be read ({error.strerror})"),))
    from briefterm.brief.tree import Mapping as Entries
    from briefterm.brief.tree import UnreadableError, parse

    try:
        root, odd = parse(data)
    except UnreadableError as error:
        return Reading(file, Config(), (error.problem,))
    if root is None:
        return Reading(file, Config(), tuple(odd))
    if not isinstance(root, Entries):
        said = f"here stands {_kind(root)}; write a setting and its value on each line: `library: ~/briefs`"
        return Reading(file, Config(), (*odd, _problem(root.line, root.column, "config", said)))
    reader = _Reader(file)
    config = reader.config(root)
    return Reading(file, config, tuple(sorted((*odd, *reader.problems))))


def written_out(path: str) -> Path | None:
    """Return a path with `~` and `~name` written out, None where there is no such user."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return None


class _Reader:
    """Reads one file's settings and gathers what is wrong in them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.problems: list[Problem] = []

    def config(self, root: "Entries") -> Config:
        for name, (key, _) in root.entries.items():
            if name not in SETTINGS:
                known = did_you_mean(name, SETTINGS) or f"; the settings are {', '.join(SETTINGS)}"
                self._say(key, shorten(name), f"unknown setting{known}")
        values = {name: value for name, (_, value) in root.entries.items()}
        searches = self._searches(values.get("searches"))
        theme = self._scalar("theme", values.get("theme"), "the name of one theme")
        return Config(
            library=self._library(values.get("library")),
            searches=searches,
            start=self._start(values.get("start"), searches),
            home=self._home(values.get("home")),
            locale=self._locale(values.get("locale")),
            theme=Setting(theme.text, theme.line, theme.column) if theme else None,
            linear=self._switch("linear", values.get("linear")),
            keys=self._keys(values.get("keys")),
            lines={name: key.line for name, (key, _) in root.entries.items()},
        )

    def _library(self, value: "Node | None") -> Path | None:
        written = self._scalar("library", value, "the path of one folder")
        if written is None:
            return None
        path = written_out(written.text)
        if path is None:
            self._say(written, "library", f"no user `{shorten(written.text)}` has a home here; write the whole path")
            return None
        return path if path.is_absolute() else self._file.parent / path

    def _searches(self, value: "Node | None") -> dict[str, str]:
        says = "write a name and a query on each line: `week: date:this-week`"
        found = {}
        for name, (_, query) in self._entries("searches", value, says).items():
            text = self._scalar(f"searches.{shorten(name)}", query, "one query; put one with special signs in quotes")
            if text is not None:
                found[name] = text.text
        return found

    def _start(self, value: "Node | None", searches: Mapping[str, str]) -> str:
        query = self._scalar("start", value, "one query")
        if query is None:
            return ""
        name = query.text.removeprefix("@")
        if query.text.startswith("@") and " " not in name and name not in searches:
            hint = did_you_mean(name, searches) or "; name it under `searches`"
            self._say(query, "start", f"there is no search `@{shorten(name)}`{hint}")
        return query.text

    def _home(self, value: "Node | None") -> str:
        zone = self._scalar("home", value, "one time zone")
        if zone is None:
            return ""
        from briefterm.brief.values import is_zone

        if is_zone(zone.text):
            return zone.text
        from zoneinfo import available_timezones

        hint = did_you_mean(zone.text, available_timezones()) or "; write one such as Asia/Kolkata"
        self._say(zone, "home", f"`{shorten(zone.text)}` is no time zone{hint}")
        return ""

    def _switch(self, name: str, value: "Node | None") -> bool:
        written = self._scalar(name, value, "true or false")
        if written is not None and written.text.casefold() not in _SWITCHED:
            self._say(written, name, f"`{shorten(written.text)}` says neither yes nor no; write true or false")
        return written is not None and _SWITCHED.get(written.text.casefold(), False)

    def _locale(self, value: "Node | None") -> str:
        written = self._scalar("locale", value, "one locale")
        if written is None:
            return ""
        from briefterm.locales import known

        if known(written.text) is not None:
            return written.text
        from briefterm.cldr import all_names

        hint = did_you_mean(written.text, all_names()) or "; write one such as de, fr_FR or hi"
        self._say(written, "locale", f"`{shorten(written.text)}` is no locale{hint}")
        return ""

    def _keys(self, value: "Node | None") -> tuple[Remapped, ...]:
        from briefterm.brief.tree import Scalar, Sequence

        says = "write a command and its keys on each line: `search.open: ctrl+f, /`"
        found = []
        for name, (key, node) in self._entries("keys", value, says).items():
            command = Setting(name, key.line, key.column)
            if isinstance(node, Scalar):
                found.append(Remapped(command, tuple(_split(node))))
            elif isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
                texts = (item for item in node.items if isinstance(item, Scalar))
                found.append(Remapped(command, tuple(Setting(item.text, item.line, item.column) for item in texts)))
            else:
                self._say(node, f"keys.{shorten(name)}", "write the keys in one line: `ctrl+f, /`")
        return tuple(found)

    def _entries(self, name: str, value: "Node | None", says: str) -> "dict[str, tuple[Scalar, Node]]":
        from briefterm.brief.tree import Mapping as Entries
        from briefterm.brief.tree import Scalar

        if value is None or (isinstance(value, Scalar) and not value.text):
            return {}
        if isinstance(value, Entries):
            return value.entries
        self._say(value, name, f"here stands {_kind(value)}; {says}")
        return {}

    def _scalar(self, name: str, value: "Node | None", wanted: str) -> "Scalar | None":
        """Return a text that is not empty, or None."""
        from briefterm.brief.tree import Scalar

        if value is None:
            return None
        if not isinstance(value, Scalar):
            self._say(value, name, f"here stands {_kind(value)}; write one text, {wanted}")
            return None
        return value if value.text else None

    def _say(self, at: "Node", name: str, message: str) -> None:
        self.problems.append(_problem(at.line, at.column, name, message))


def _split(node: "Scalar") -> list[Setting]:
    """Return the keys in a text, which commas part; a comma alone is that key."""
    text = node.text.strip()
    parts = [text] if text == "," else [part.strip() for part in text.split(",")]
    return [Setting(part, node.line, node.column) for part in parts if part]


def _kind(node: "Node") -> str:
    from briefterm.brief.tree import Scalar, Sequence

    if isinstance(node, Scalar):
        return f"the text `{shorten(node.text)}`"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _problem(line: int, column: int, name: str, message: str) -> Problem:
    return Problem(line, column, Level.ERROR, name, message)
