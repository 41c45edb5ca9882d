"""What goes to stdout: JSON for programs, pages for a person at a terminal, plain lines for everything else."""

import json
import os
import shlex
import sys
from collections.abc import Iterable
from datetime import date
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from briefterm.brief.safe import safe_json
from briefterm.library.entry import UNDATED
from briefterm.locales import ENGLISH, Locale, locale_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def print_json(value: object, *, indent: int | None = None) -> None:
    """Print one JSON value on a line of its own, in ASCII where stdout cannot carry UTF-8."""
    utf8 = (sys.stdout.encoding or "").replace("-", "").lower() == "utf8"
    sys.stdout.write(safe_json(json.dumps(value, ensure_ascii=not utf8, indent=indent)) + "\n")


def day_json(ordinal: int) -> str | None:
    """Return a day as JSON has it, None where there is none or an end is open."""
    open_end = ordinal in (UNDATED, date.min.toordinal(), date.max.toordinal())
    return None if open_end else date.fromordinal(ordinal).isoformat()


def path_json(path: str) -> str:
    """Return a path as JSON has it, without the bytes that are no text."""
    return path.encode("utf-8", "replace").decode()


def print_file(text: str) -> None:
    """Print what is to become a file: UTF-8 whatever the locale, but at a terminal."""
    if at_terminal():
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())


def at_terminal() -> bool:
    """Return whether a person reads stdout."""
    return sys.stdout.isatty()


def locale_here() -> Locale:
    """Return the reader's locale at a terminal; elsewhere English, so that no script depends on who runs it."""
    return configured_locale() if at_terminal() else ENGLISH


def configured_locale() -> Locale:
    """Return the reader's locale."""
    from briefterm import config

    return locale_of(config.read().config.locale, os.environ)


def counted(number: int, noun: str) -> str:
    """Return `1 brief`, `2 briefs`, `1,000 briefs`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def print_text(text: str) -> None:
    """Print lines as they are, at a terminal through a pager where there are more than the screen holds."""
    if not at_terminal():
        sys.stdout.write(text)
        return
    from rich.text import Text

    print_pages(Text(line) for line in text.splitlines())


def print_pages(parts: Iterable["RenderableType"]) -> None:
    """Print to the terminal part by part, through a pager once there is more than the screen holds.

    The pager is $PAGER, else less; without one, or with `cat`, all is printed at once.
    """
    from rich.console import Console

    width, height = get_terminal_size()
    console = Console(width=width, height=height, highlight=False, markup=False, emoji=False)
    held: list[str] = []
    lines = 0
    pager: _Pager | None = None
    try:
        for part in parts:
            with console.capture() as captured:
                console.print(part)
            held.append(captured.get())
            lines += held[-1].count("\n")
            if lines >= console.height:
                pager = pager or _pager(console)
                if pager is not None:
                    pager.write("".join(held))
                    held.clear()
        sys.stdout.write("".join(held))
    except _LeftError:
        pass
    finally:
        if pager is not None:
            pager.close()


class _LeftError(Exception):
    """The reader has left the pager."""


class _Pager:
    """A running pager."""

    def __init__(self, command: list[str]) -> None:
        import subprocess

        environment = {"LESS": "FRX", **os.environ, "LESSSECURE": "1"}
        self._encoding = sys.stdout.encoding or "utf-8"
        self._running = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - the person's own

    def write(self, text: str) -> None:
        """Show more text. Raises _LeftError once nobody reads it."""
        if self._running.stdin is not None:
            try:
                self._running.stdin.write(text.encode(self._encoding, "replace"))
            except BrokenPipeError:
                raise _LeftError from None

    def close(self) -> None:
        """Wait until the reader leaves; Ctrl+C is the pager's own meanwhile."""
        while True:
            try:
                self._running.communicate()
            except KeyboardInterrupt:
                continue
            except BrokenPipeError:
                self._running.wait()
            return


def _pager(console: "Console") -> _Pager | None:
    """Start the pager, or return None where there is none."""
    command = shlex.split(os.environ.get("PAGER", "less"))
    if not command or command == ["cat"] or console.is_dumb_terminal:
        return None
    sys.stdout.flush()
    try:
        return _Pager(command)
    except OSError:
        return None
