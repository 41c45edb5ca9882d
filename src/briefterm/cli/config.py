"""`briefterm config`: what is set and where it comes from, the file itself, and what is wrong in it."""

import os
import sys
from pathlib import Path

from briefterm import paths
from briefterm.atomic import create_atomically
from briefterm.brief.safe import safe_line
from briefterm.cli.editing import edit
from briefterm.cli.effective import shown
from briefterm.cli.options import Parser, add_library, add_theme, parser
from briefterm.config.template import TEMPLATE
from briefterm.errors import BrieftermError
from briefterm.ui.preferences import Preferences, preferences

_NOTES = """\
Flags weigh more than the environment, the environment more than the file, the file more than what was chosen in the
app: its colours, and the library last opened there. Without an option, --show is meant. With --edit a commented file is
made where there is none, and what you have written is checked once you leave the editor: $VISUAL, else $EDITOR, else
what the system has.

Exit status 1 where something is wrong in the file; it is said with line and column."""


def command_parser() -> Parser:
    """Return the parser of `config`."""
    made = parser("config", "Show what is set and where it comes from, or edit the configuration file.", _NOTES)
    what = made.add_mutually_exclusive_group()
    what.add_argument("--show", action="store_true", help="print all settings as YAML, each with where it comes from")
    what.add_argument("--edit", action="store_true", help="open the file in your editor, and check it afterwards")
    what.add_argument("--path", action="store_true", help="print where the file is, or would be")
    add_library(made)
    add_theme(made)
    return made


def run(arguments: list[str]) -> int:
    """Do what was asked and return the exit status."""
    parsed = command_parser().parse_args(arguments)
    file = paths.config_file()
    if parsed.path:
        print(safe_line(os.fspath(file)))
        return 0
    if parsed.edit:
        _make(file)
        status = edit(file)
        if status:
            raise BrieftermError(f"the editor ended with status {status}; {safe_line(os.fspath(file))} was not checked")
        found = preferences(parsed.theme or "")
        if not _told(found):
            print(f"{safe_line(os.fspath(file))}: all is well", file=sys.stderr)
            return 0
        return 1
    found = preferences(parsed.theme or "")
    sys.stdout.write(shown(found, file, parsed.library))
    return 1 if _told(found) else 0


def _make(file: Path) -> None:
    """Put the explained file where there is none."""
    if file.exists():
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        create_atomically(file, TEMPLATE.encode())
    except FileExistsError:
        return
    print(f"{safe_line(os.fspath(file))} made; every setting in it is explained", file=sys.stderr)


def _told(found: Preferences) -> bool:
    """Say what is wrong; return whether anything is."""
    said = (*([found.wrong] if found.wrong else ()), *found.said)
    for line in said:
        print(line, file=sys.stderr)
    return bool(said)
