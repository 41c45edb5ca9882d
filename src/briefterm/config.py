"""What the person has set: flags over environment over the configuration file over defaults."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm import paths
from briefterm.brief.problems import did_you_mean
from briefterm.brief.safe import shorten
from briefterm.errors import UsageError

if TYPE_CHECKING:
    from briefterm.brief.tree import Mapping

_KEYS = ("library",)


@dataclass(frozen=True)
class Config:
    """The configuration file's values; None or empty where it says nothing."""

    library: Path | None = None


def load(file: Path | None = None) -> Config:
    """Return the configuration in `file`, by default the platform's; an absent one is empty. Raises UsageError."""
    file = file or paths.config_file()
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from None
    from briefterm.brief.tree import Mapping, UnreadableError, parse

    try:
        root, problems = parse(data)
    except UnreadableError as error:
        raise UsageError(error.problem.at(str(file))) from None
    if problems:
        raise UsageError("\n".join(problem.at(str(file)) for problem in problems))
    if root is None:
        return Config()
    if not isinstance(root, Mapping):
        raise UsageError(f"{file}:{root.line}:{root.column}: error: config: write `library: FOLDER`")
    return _config(file, root)


def _config(file: Path, root: "Mapping") -> Config:
    from briefterm.brief.tree import Scalar

    library: Path | None = None
    for name, (key, value) in root.entries.items():
        where = f"{file}:{key.line}:{key.column}: error: {shorten(name)}"
        if name not in _KEYS:
            raise UsageError(f"{where}: unknown setting{did_you_mean(name, _KEYS)}")
        if not isinstance(value, Scalar):
            raise UsageError(f"{where}: write one text")
        if value.text:
            library = Path(value.text).expanduser()
            library = library if library.is_absolute() else file.parent / library
    return Config(library)


def library_folder(named: str | None) -> Path:
    """Return the library to open: the one `named`, else BRIEFTERM_LIBRARY, else the configured, else the shipped."""
    if named:
        return Path(named).expanduser()
    from_environment = os.environ.get("BRIEFTERM_LIBRARY")
    if from_environment:
        return Path(from_environment).expanduser()
    return load().library or paths.shipped_briefs()
