"""What goes to stdout: JSON for programs, pages for a person at a terminal, plain lines for everything else."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def print_json(value: object, *, indent: int | None = None) -> None:
    """Print one JSON value on a line of its own, in ASCII where stdout cannot carry UTF-8."""
    utf8 = (sys.stdout.encoding or "").replace("-", "").lower() == "utf8"
    sys.stdout.write(json.dumps(value, ensure_ascii=not utf8, indent=indent) + "\n")


def at_terminal() -> bool:
    """Return whether a person reads stdout."""
    return sys.stdout.isatty()


def counted(number: int, noun: str) -> str:
    """Return `1 brief`, `2 briefs`, `1,000 briefs`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def print_pages(parts: Iterable["RenderableType"]) -> None:
    """Print to the terminal, through a pager where there is more than the screen holds.

    The pager is $PAGER, else less; without one, or with `cat`, all is printed at once.
    """
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    text = captured.get()
    if text.count("\n") < console.height or not _page(text, console):
        sys.stdout.write(text)


def _page(text: str, console: "Console") -> bool:
    """Show `text` in the pager and return whether there was one."""
    pager = shlex.split(os.environ.get("PAGER", "less"))
    if not pager or pager == ["cat"] or console.is_dumb_terminal:
        return False
    environment = {"LESS": "FRX", **os.environ}
    sys.stdout.flush()
    try:
        viewer = subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - the person's own pager
    except OSError:
        return False
    try:
        viewer.communicate(text.encode(sys.stdout.encoding or "utf-8", "replace"))
    except (BrokenPipeError, KeyboardInterrupt):
        viewer.wait()
    return True
