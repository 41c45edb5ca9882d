"""What `briefterm doctor` looks at. Nothing here changes anything, and nothing here fails: a failure is a finding."""

import locale
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from briefterm import __version__, config, paths
from briefterm.errors import BrieftermError

SMALLEST = (60, 20)
_PACKAGES = ("textual", "rich", "PyYAML", "ruamel.yaml", "whoosh-reloaded", "rapidfuzz", "platformdirs", "babel")
_NAMED_BY = {
    "flag": "--library",
    "environment": "BRIEFTERM_LIBRARY",
    "file": "the configuration",
    "remembered": "the app, where it was opened last",
    "default": "nothing: these are the briefs that come with briefterm",
}
_OPEN_DESCRIPTORS = (1, 2, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `advice` says what to do where something is wrong, and is empty otherwise."""

    section: str
    name: str
    value: str
    advice: str = ""


def versions() -> Iterator[Finding]:
    """Yield versions of briefterm, of what it runs on and of what it uses."""
    from briefterm.brief.tree import FAST

    section = "versions"
    yield Finding(section, "briefterm", __version__)
    yield Finding(section, "Python", f"{platform.python_version()} ({platform.python_implementation()})")
    yield Finding(section, "system", f"{platform.system()} {platform.release()} {platform.machine()}")
    for package in _PACKAGES:
        try:
            yield Finding(section, package, metadata.version(package))
        except metadata.PackageNotFoundError:
            yield Finding(section, package, "missing", "install briefterm again, with its dependencies")
    slow = "install a wheel of PyYAML built with libyaml: reading is several times slower without"
    yield Finding(section, "libyaml", "yes" if FAST else "no", "" if FAST else slow)
    yield Finding(section, "git", shutil.which("git") or "not found; only `briefterm diff FILE@REVISION` needs it")


def folders() -> Iterator[Finding]:
    """Yield the folders that are briefterm's own and whether it can write there, and the configuration file."""
    section = "folders"
    for name, folder in (("cache", paths.cache_root()), ("data", paths.data_folder())):
        existing = next(one for one in (folder, *folder.parents) if one.exists())
        writable = existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)
        state = "" if folder.exists() else " (made when first needed)"
        advice = (
            "" if writable else f"make {existing} writable for you, or set XDG_{name.upper()}_HOME to another folder"
        )
        yield Finding(section, name, f"{folder}{state}", advice)
    from briefterm.ui.preferences import preferences

    file = paths.config_file()
    state = "" if file.exists() else " (none; all settings are optional)"
    yield Finding(section, "configuration", f"{file}{state}", preferences().notice)


def library(named: str | None) -> Iterator[Finding]:
    """Yield where the library is, who says so, and how many briefs it has."""
    from briefterm.library.files import walk

    section = "library"
    folder, said = _library(named)
    if folder is None:
        yield Finding(section, "folder", "unknown", "put the configuration right, or name one with --library")
        return
    yield Finding(section, "folder", str(folder), "" if folder.is_dir() else "this is no folder; name another")
    yield Finding(section, "named by", said)
    if not folder.is_dir():
        return
    try:
        stamps = list(walk(folder))
    except OSError as error:
        yield Finding(section, "briefs", "unknown", f"it cannot be listed ({(error.strerror or '').lower()})")
        return
    odd = [stamp for stamp in stamps if stamp.oddity]
    yield Finding(
        section, "briefs", f"{len(stamps):,}", "" if stamps else "put *.yaml files there; see `briefterm new`"
    )
    for stamp in odd[:5]:
        yield Finding(section, "not readable", stamp.path, stamp.oddity)


def _library(named: str | None) -> tuple[Path | None, str]:
    try:
        found = config.chosen_library(named)
    except BrieftermError:
        return None, ""
    return found.folder, _NAMED_BY[found.by]


def catalogue(named: str | None) -> Iterator[Finding]:
    """Yield how far catalogue and index of the library are."""
    from briefterm.archive import Archive
    from briefterm.library.catalogue import FILE_NAME
    from briefterm.library.library import Library

    section = "catalogue and index"
    folder, _ = _library(named)
    if folder is None or not folder.is_dir():
        return
    cache = paths.library_cache(folder)
    if not (cache / FILE_NAME).exists():
        yield Finding(section, "state", "not made yet; the app, `search` or `briefterm index` makes them")
        return
    try:
        state = Archive(Library(folder), cache).state()
    except (BrieftermError, OSError, sqlite3.Error) as error:
        yield Finding(section, "state", f"cannot be read ({error})", "`briefterm index --rebuild` makes them anew")
        return
    yield Finding(section, "folder", f"{cache}, {state.size / 1_000_000:,.1f} MB")
    yield Finding(section, "catalogue", f"{state.catalogued:,} of {state.briefs:,} briefs up to date")
    yield Finding(section, "index", f"{state.indexed:,} of {state.briefs:,} briefs up to date")
    broken = f"{state.errors:,} with errors, {state.warnings:,} with warnings"
    yield Finding(section, "problems", broken + (" (`briefterm check` names them)" if state.errors else ""))


def terminal() -> Iterator[Finding]:
    """Yield what the terminal can show."""
    section = "terminal"
    encoding = sys.stdout.encoding or "unknown"
    utf8 = encoding.replace("-", "").lower() == "utf8"
    yield Finding(section, "encoding", encoding, "" if utf8 else "set LANG to a UTF-8 locale, such as C.UTF-8")
    named = next((f"{name}={os.environ[name]}" for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
    yield Finding(section, "locale", f"{locale.setlocale(locale.LC_CTYPE)} {f'({named})' if named else ''}".strip())
    size = _size()
    if size is None:
        yield Finding(section, "size", "none: neither input nor output is a terminal")
        return
    small = size < SMALLEST or size[1] < SMALLEST[1]
    advice = f"the app needs {SMALLEST[0]} columns and {SMALLEST[1]} lines; make the window larger" if small else ""
    yield Finding(section, "size", f"{size[0]} columns, {size[1]} lines", advice)
    term = os.environ.get("TERM", "")
    dumb = "set TERM to what your terminal is, such as xterm-256color" if term in ("", "dumb", "unknown") else ""
    yield Finding(section, "TERM", term or "not set", dumb)
    yield Finding(section, "colours", _colours())
    around = [
        name for name, sign in (("tmux", "TMUX"), ("screen", "STY"), ("SSH", "SSH_CONNECTION")) if sign in os.environ
    ]
    yield Finding(section, "within", ", ".join(around) or "neither tmux, screen nor SSH")


def _size() -> tuple[int, int] | None:
    for descriptor in _OPEN_DESCRIPTORS:
        try:
            size = os.get_terminal_size(descriptor)
        except OSError:
            continue
        return size.columns, size.lines
    return None


def _colours() -> str:
    from rich.console import Console

    if os.environ.get("NO_COLOR"):
        return "none, because NO_COLOR is set"
    known = {"standard": "16", "256": "256", "truecolor": "16 million", "windows": "16", None: "none"}
    return known.get(Console(force_terminal=True).color_system, "unknown")
