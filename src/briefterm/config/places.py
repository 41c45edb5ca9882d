"""Folders as a person names them."""

import os
from dataclasses import dataclass
from pathlib import Path

from briefterm import paths
from briefterm.config.libraries import chosen
from briefterm.config.reading import Config, load, written_out
from briefterm.errors import UsageError

LIBRARY_VARIABLE = "BRIEFTERM_LIBRARY"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A library and what has named it: `flag`, `environment`, `file`, `remembered` (the app), or `default`."""

    folder: Path
    by: str


def at_home(path: str) -> Path:
    """Return the path with `~` and `~name` written out. Raises UsageError where there is no such user."""
    found = written_out(path)
    if found is None:
        raise UsageError(f"{path}: no such user has a home here; write the folder's whole path")
    return found


def from_home(path: Path) -> str:
    """Return a path as a person writes it: `~` for their home."""
    home = os.path.expanduser("~")  # noqa: PTH111 - a text without a home too
    text = os.fspath(path)
    inside = home not in ("~", "/") and (text == home or text.startswith(home.rstrip("/") + "/"))
    return "~" + text[len(home.rstrip("/")) :] if inside else text


def chosen_library(named: str | None, config: Config | None = None) -> Chosen:
    """Return the library to open, and what has named it.

    It is the one `named`, else BRIEFTERM_LIBRARY, else the configured, else the one chosen in the app, else the shipped
    one. `config` is read from its file where it is needed and not given. Raises UsageError.
    """
    if named:
        return Chosen(at_home(named), "flag")
    from_environment = os.environ.get(LIBRARY_VARIABLE)
    if from_environment:
        return Chosen(at_home(from_environment), "environment")
    configured = (config or load()).library
    if configured is not None:
        return Chosen(configured, "file")
    remembered = chosen(paths.library_file())
    if remembered is not None:
        return Chosen(remembered, "remembered")
    return Chosen(paths.shipped_briefs(), "default")


def library_folder(named: str | None, config: Config | None = None) -> Path:
    """Return the library that `chosen_library` tells. Raises UsageError, also where the one chosen in the app has gone.

    Another one in its place would answer for it.
    """
    library = chosen_library(named, config)
    if library.by == "remembered" and not library.folder.is_dir():
        raise UsageError(
            f"{library.folder}, the library last opened in the app, is not there; "
            "bring it back, name another with --library, or open another in the app"
        )
    return library.folder
