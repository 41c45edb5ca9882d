"""The settings that hold, as YAML with a comment on each: where it comes from."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from briefterm import paths
from briefterm.brief.safe import safe_line
from briefterm.config import chosen_library
from briefterm.config.places import LIBRARY_VARIABLE
from briefterm.locales import named_by
from briefterm.ui.looks import VARIABLE
from briefterm.ui.preferences import Preferences

_COMMENTS_AT = 40
_PLAIN = re.compile(r"[A-Za-z/][\w/.+-]*(?: [\w/.+-]+)*", re.ASCII)


def shown(found: Preferences, file: Path, library: str | None) -> str:
    """Return the page. `library` is the folder that the command line names."""
    where = safe_line(os.fspath(file))
    head = f"# {where}" + ("" if file.exists() else " (there is none yet; briefterm config --edit makes it)")
    return (
        "\n".join(
            (
                head,
                *_library(found, library),
                *_searches(found),
                *_start(found),
                *_home(found),
                *_locale(found),
                *_look(found),
            )
        )
        + "\n"
    )


def _library(found: Preferences, named: str | None) -> Iterator[str]:
    library = chosen_library(named, found.config)
    says = {
        "flag": "--library",
        "environment": f"${LIBRARY_VARIABLE}",
        "file": _in_file(found, "library"),
        "remembered": f"opened in the app, remembered in {safe_line(os.fspath(paths.library_file()))}",
        "default": "default: the briefs that come with briefterm",
    }
    gone = "" if library.by != "remembered" or library.folder.is_dir() else "; it is not there now"
    yield _line("library", os.fspath(library.folder), says[library.by] + gone)


def _searches(found: Preferences) -> Iterator[str]:
    searches = found.config.searches
    if not searches:
        yield _noted("searches: {}", "default")
        return
    yield _noted("searches:", _in_file(found, "searches"))
    for name, query in searches.items():
        yield f"  {_scalar(name)}: {_scalar(query)}"


def _start(found: Preferences) -> Iterator[str]:
    start = found.config.start
    yield _line("start", start, _in_file(found, "start") if start else "default: nothing is searched for")


def _home(found: Preferences) -> Iterator[str]:
    home = found.config.home
    yield _line("home", home, _in_file(found, "home") if home else "default: the zone of this computer")


def _locale(found: Preferences) -> Iterator[str]:
    configured = found.config.locale
    variable = named_by(os.environ)
    source = _in_file(found, "locale") if configured else f"${variable}" if variable else "default"
    yield _line("locale", found.locale.name or "en", source)


def _look(found: Preferences) -> Iterator[str]:
    says = {
        "flag": "--theme",
        "environment": f"${VARIABLE}",
        "file": _in_file(found, "theme"),
        "chosen": f"chosen in the app, {safe_line(os.fspath(paths.theme_file()))}",
        "default": "default for this terminal",
    }
    yield _line("theme", found.theme.name, says[found.theme.by])
    by = _in_file(found, "linear") if "linear" in found.config.lines else "default: panes"
    yield _noted(f"linear: {'true' if found.config.linear else 'false'}", by)
    changed = [command for command in found.keymap.commands if command.id in found.keymap.changed]
    if not changed:
        yield _noted("keys: {}", "default; docs/keys.md names all commands")
        return
    yield _noted("keys:", _in_file(found, "keys"))
    lines = {one.command.text: one.command.line for one in found.config.keys}
    for command in changed:
        keys = _scalar(", ".join(command.keys))
        yield _noted(f"  {command.id}: {keys}", f"line {lines[command.id]}: {command.title}")


def _in_file(found: Preferences, name: str) -> str:
    return f"line {found.config.lines.get(name, 1)}"


def _line(name: str, value: str, source: str) -> str:
    return _noted(f"{name}: {_scalar(value)}", source)


def _noted(text: str, source: str) -> str:
    return f"{text:<{_COMMENTS_AT}}  # {source}"


def _scalar(text: str) -> str:
    """Return a text as YAML has it: JSON's quotes where it would not stand for itself without."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
