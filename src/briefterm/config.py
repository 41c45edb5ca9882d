"""What the person has set: flags over environment over the configuration file over defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm import paths
from briefterm.brief.problems import did_you_mean
from briefterm.brief.safe import shorten
from briefterm.errors import UsageError

if TYPE_CHECKING:
    from briefterm.brief import tree

_KEYS = ("home", "library", "searches", "start")


@dataclass(frozen=True)
class Config:
    """The configuration file's values; None or empty where it says nothing.

    `searches` are queries by name, for `@name`; `start` is the query the app opens with; `home` is the reader's time
    zone, the computer's where it is empty.
    """

    library: Path | None = None
    searches: Mapping[str, str] = field(default_factory=dict)
    start: str = ""
    home: str = ""


def load(file: Path | None = None) -> Config:
    """Return the configuration in `file`, by default the platform's; an absent one is empty. Raises UsageError."""
    file = file or paths.config_file()
    try:
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Config()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from None
    from briefterm.brief.tree import Mapping as Entries
    from briefterm.brief.tree import UnreadableError, parse

    try:
        root, problems = parse(data)
    except UnreadableError as error:
        raise UsageError(error.problem.at(str(file))) from None
    if problems:
        raise UsageError("\n".join(problem.at(str(file)) for problem in problems))
    if root is None:
        return Config()
    if not isinstance(root, Entries):
        raise UsageError(f"{file}:{root.line}:{root.column}: error: config: write `library: FOLDER`")
    return _config(file, root)


def _config(file: Path, root: "tree.Mapping") -> Config:
    for name, (key, _) in root.entries.items():
        if name not in _KEYS:
            raise UsageError(f"{_at(file, key)} {shorten(name)}: unknown setting{did_you_mean(name, _KEYS)}")
    texts = {name: _text(file, name, value) for name, (_, value) in root.entries.items() if name != "searches"}
    library = at_home(texts["library"]) if texts.get("library") else None
    if library is not None and not library.is_absolute():
        library = file.parent / library
    searches = root.entries.get("searches")
    home = _zone(file, root.entries["home"][1], texts["home"]) if texts.get("home") else ""
    return Config(library, _searches(file, searches[1]) if searches else {}, texts.get("start", ""), home)


def _zone(file: Path, node: "tree.Node", name: str) -> str:
    from briefterm.brief.values import is_zone

    if is_zone(name):
        return name
    from zoneinfo import available_timezones

    hint = did_you_mean(name, available_timezones()) or "; write one such as Asia/Kolkata"
    raise UsageError(f"{_at(file, node)} home: `{shorten(name)}` is no time zone{hint}")


def _searches(file: Path, value: "tree.Node") -> dict[str, str]:
    from briefterm.brief.tree import Mapping as Entries

    if not isinstance(value, Entries):
        raise UsageError(f"{_at(file, value)} searches: write a name and a query on each line: `week: date:this-week`")
    return {name: _text(file, f"searches.{name}", query) for name, (_, query) in value.entries.items()}


def _text(file: Path, name: str, value: "tree.Node") -> str:
    from briefterm.brief.tree import Scalar

    if not isinstance(value, Scalar):
        raise UsageError(f"{_at(file, value)} {shorten(name)}: write one text")
    return value.text


def _at(file: Path, node: "tree.Node") -> str:
    return f"{file}:{node.line}:{node.column}: error:"


def at_home(path: str) -> Path:
    """Return the path with `~` and `~name` written out. Raises UsageError where there is no such user."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise UsageError(f"{path}: no such user has a home here; write the folder's whole path") from None


def library_folder(named: str | None) -> Path:
    """Return the library to open: the one `named`, else BRIEFTERM_LIBRARY, else the configured, else the shipped."""
    if named:
        return at_home(named)
    from_environment = os.environ.get("BRIEFTERM_LIBRARY")
    if from_environment:
        return at_home(from_environment)
    return load().library or paths.shipped_briefs()
