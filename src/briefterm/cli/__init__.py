"""The command line: one module a command, found here by name. Nothing here imports Textual but to launch it.

Each module has two functions: `command_parser()` returns the argparse parser with every help text, from which usage,
completion, the man page and docs/commands.md are made; `run(arguments)` does the work and returns the exit status.
"""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from briefterm.errors import BrieftermError

if TYPE_CHECKING:
    from briefterm.cli.options import Parser

DEFAULT = "open"
COMMANDS = {
    "open": "open the app on a library or a brief; the default",
    "list": "list the briefs of a library, all or those a query finds",
    "search": "search every brief of a library",
    "show": "print a whole brief as plain text in reading order",
    "export": "write briefs as Markdown, HTML, calendar, cards, JSON, Word or PDF",
    "import": "make briefs of calendars, cards, Markdown, JSON or a table of people",
    "who": "say what all briefs know of one person",
    "people": "list the people of a library, each once",
    "timeline": "show how the events of a library lie in time",
    "check": "report what is wrong in briefs",
    "new": "print a new brief: a template, or a fresh copy of another",
    "fmt": "give briefs their canonical layout",
    "diff": "say what has changed between two versions of a brief",
    "schema": "print the JSON Schema of a brief",
    "config": "show, edit or find the configuration",
    "index": "bring catalogue and index of a library up to date",
    "doctor": "say what is wrong around briefterm and what to do",
    "completion": "print the completion script of a shell",
    "man": "print the man page",
}
_MODULES = {"import": "imports"}  # a word of Python's names no module
_RARELY = 50_000  # objects made since the last time


class Command(Protocol):
    """What the module of a command offers."""

    def command_parser(self) -> "Parser":
        """Return the parser of its arguments."""

    def run(self, arguments: list[str]) -> int:
        """Do it and return the exit status. Raises BrieftermError, OSError."""


def command(name: str) -> Command:
    """Return the command called `name`, one of COMMANDS; its module is imported now."""
    return cast("Command", import_module(f"briefterm.cli.{_MODULES.get(name, name)}"))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 no result or errors found, 2 wrong usage.

    Garbage is looked for rarely: a command ends soon, and starting one makes much that stays.
    """
    gc.set_threshold(_RARELY)
    name, rest = _named(list(arguments))
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        status = command(name).run(rest)
        sys.stdout.flush()
    except BrieftermError as error:
        return _failed(str(error), error.status)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 141
    except OSError as error:
        return _failed(f"{error.filename or 'a file'}: {(error.strerror or str(error)).lower()}", 1)
    return status


def _named(arguments: list[str]) -> tuple[str, list[str]]:
    """Return the command and what is left for it. `--library DIR` may stand before its name."""
    first = arguments[0] if arguments else ""
    ahead = 2 if first == "--library" else 1 if first.startswith("--library=") else 0
    if len(arguments) > ahead and arguments[ahead] in COMMANDS:
        return arguments[ahead], arguments[:ahead] + arguments[ahead + 1 :]
    return DEFAULT, arguments


def _failed(message: str, status: int) -> int:
    from briefterm.brief.safe import safe_text

    print(f"briefterm: {safe_text(message)}", file=sys.stderr)
    return status
