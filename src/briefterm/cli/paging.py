"""Long output on a terminal, a page at a time."""

import os
import shlex
import shutil
import subprocess
import sys


def print_paged(text: str) -> None:
    """Print `text`, through $PAGER or `less` where stdout is a terminal with fewer lines."""
    rows = shutil.get_terminal_size().lines
    if not sys.stdout.isatty() or not sys.stdin.isatty() or text.count("\n") < rows or not _paged(text):
        sys.stdout.write(text)


def _paged(text: str) -> bool:
    """Whether a pager could be run."""
    try:
        words = shlex.split(os.environ.get("PAGER", "")) or ["less"]
        environment = {"LESS": "FRX", **os.environ, "LESSSECURE": "1"}
        subprocess.run(words, input=text, encoding="utf-8", check=False, env=environment)  # noqa: S603 - the user's own
    except (OSError, ValueError):
        return False
    return True
