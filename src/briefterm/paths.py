"""Where briefterm keeps what is its own: platformdirs' folders, nothing else."""

import errno
import os
from pathlib import Path

import platformdirs

_APP = "briefterm"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./")
_LONGEST = 200


def cache_root() -> Path:
    """Return the folder of disposable files. It may not exist yet."""
    return platformdirs.user_cache_path(_APP, appauthor=False)


def data_folder() -> Path:
    """Return the folder of what is the reader's own. It may not exist yet."""
    return platformdirs.user_data_path(_APP, appauthor=False)


def log_folder() -> Path:
    """Return the folder of reports on crashes. It may not exist yet."""
    return platformdirs.user_log_path(_APP, appauthor=False)


def notes_folder() -> Path:
    """Return the folder of the reader's notes. It may not exist yet."""
    return data_folder() / "notes"


def bookmarks_folder() -> Path:
    """Return the folder of the reader's bookmarks. It may not exist yet."""
    return data_folder() / "bookmarks"


def searches_file() -> Path:
    """Return the path of the searches that all libraries once had together. It may not exist."""
    return data_folder() / "searches"


def state_folder() -> Path:
    """Return the folder of what the app was left like. It may not exist yet."""
    return platformdirs.user_state_path(_APP, appauthor=False)


def theme_file() -> Path:
    """Return the path of the theme chosen in the app. It may not exist."""
    return state_folder() / "theme"


def library_file() -> Path:
    """Return the path of the library chosen in the app. It may not exist."""
    return state_folder() / "library"


def libraries_file() -> Path:
    """Return the path of the libraries opened lately. It may not exist."""
    return state_folder() / "libraries"


def tour_file() -> Path:
    """Return the path of what says that the tour was shown. It may not exist."""
    return state_folder() / "tour"


def shape_file() -> Path:
    """Return the path of the panes' widths as the reader has drawn them. It may not exist."""
    return state_folder() / "panes"


def library_data(library: Path) -> Path:
    """Return the folder of what is the reader's own in one library alone, named by its real path."""
    return data_folder() / "libraries" / _name_of(library)


def ticks_folder(library: Path) -> Path:
    """Return the folder of what the reader has ticked off in one library. It may not exist yet."""
    return library_data(library) / "ticks"


def config_file() -> Path:
    """Return the path of the configuration file. It may not exist."""
    return platformdirs.user_config_path(_APP, appauthor=False) / "config.yaml"


def themes_folder() -> Path:
    """Return the folder of the person's own themes. It may not exist."""
    return config_file().parent / "themes"


def library_cache(library: Path) -> Path:
    """Return the cache folder of one library, named by its real path so that two libraries never share one."""
    return cache_root() / "libraries" / _name_of(library)


def _name_of(library: Path) -> str:
    real = os.fsencode(os.path.realpath(library))
    name = "".join(chr(byte) if chr(byte) in _PLAIN else f"%{byte:02x}" for byte in real).lstrip("/").replace("/", "+")
    return name if len(name) <= _LONGEST else _hashed(name)


def _hashed(name: str) -> str:
    import hashlib

    return f"{hashlib.blake2b(name.encode(), digest_size=16).hexdigest()}-{name[-64:]}"


def shipped_briefs() -> Path:
    """Return the folder of the briefs that come with briefterm: in the wheel, or in a checkout."""
    inside = Path(__file__).parent / "shipped"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "briefs"


def private_folder(path: Path) -> Path:
    """Make `path` and its parents, for this user alone, and return it.

    Raises OSError where that cannot be: a folder of another user's, or one that others may write, is not ours to trust.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    status = path.stat()
    if hasattr(os, "getuid"):
        if status.st_uid != os.getuid():
            raise PermissionError(errno.EPERM, "it belongs to another user", os.fspath(path))
        if status.st_mode & 0o077:
            path.chmod(0o700)
    return path
