"""The command line: one module a command, found here by name. Nothing here imports Textual but to launch it."""

import sys
from collections.abc import Sequence
from importlib import import_module

from briefterm.errors import BrieftermError

COMMANDS = {
    "open": "open the app on a library or a brief; the default",
    "search": "search every brief of a library",
    "check": "report what is wrong in briefs",
    "index": "bring catalogue and index of a library up to date",
}


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 no result or errors found, 2 wrong usage."""
    first = next((i for i, word in enumerate(arguments) if not word.startswith("-")), None)
    named = first is not None and arguments[first] in COMMANDS and first == 0
    name = arguments[0] if named else "open"
    rest = list(arguments[1:] if named else arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        return int(import_module(f"briefterm.cli.{name}").run(rest))
    except BrieftermError as error:
        return _failed(str(error), error.status)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 141
    except OSError as error:
        return _failed(f"{error.filename or 'a file'}: {(error.strerror or str(error)).lower()}", 1)


def _failed(message: str, status: int) -> int:
    from briefterm.brief.safe import safe_text

    print(f"briefterm: {safe_text(message)}", file=sys.stderr)
    return status
