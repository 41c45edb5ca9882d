"""The command line: one module a command, found here by name. Nothing here imports Textual but to launch it."""

import sys
from collections.abc import Sequence
from importlib import import_module

from briefterm.errors import BrieftermError

COMMANDS = {
    "open": "open the app on a library or a brief; the default",
    "search": "search every brief of a library",
    "show": "print a whole brief as plain text in reading order",
    "export": "write briefs as Markdown, HTML, calendar, cards, JSON, Word or PDF",
    "import": "make briefs of calendars, cards, Markdown, JSON or a table of people",
    "check": "report what is wrong in briefs",
    "index": "bring catalogue and index of a library up to date",
}
_MODULES = {"import": "imports"}  # `import` is a word of Python's


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 no result or errors found, 2 wrong usage."""
    first = next((i for i, word in enumerate(arguments) if not word.startswith("-")), None)
    named = first is not None and arguments[first] in COMMANDS and first == 0
    name = arguments[0] if named else "open"
    rest = list(arguments[1:] if named else arguments)
    try:
        return int(import_module(f"briefterm.cli.{_MODULES.get(name, name)}").run(rest))
    except BrieftermError as error:
        print(f"briefterm: {error}", file=sys.stderr)
        return error.status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 141
