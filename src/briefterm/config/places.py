"""Folders as a person names them."""

import os
from pathlib import Path

from briefterm import paths
from briefterm.config.reading import Config, load, written_out
from briefterm.errors import UsageError

LIBRARY_VARIABLE = "BRIEFTERM_LIBRARY"


def at_home(path: str) -> Path:
    """Return the path with `~` and `~name` written out. Raises UsageError where there is no such user."""
    found = written_out(path)
    if found is None:
        raise UsageError(f"{path}: no such user has a home here; write the folder's whole path")
    return found


def library_folder(named: str | None, config: Config | None = None) -> Path:
    """Return the library to open: the one `named`, else BRIEFTERM_LIBRARY, else the configured, else the shipped.

    `config` is read from its file where it is needed and not given. Raises UsageError.
    """
    if named:
        return at_home(named)
    from_environment = os.environ.get(LIBRARY_VARIABLE)
    if from_environment:
        return at_home(from_environment)
    return (config or load()).library or paths.shipped_briefs()
