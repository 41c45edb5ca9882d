"""The programs that are driven on a terminal: briefterm on a library, and a minimal Textual app beside it."""

import sys
from dataclasses import dataclass
from pathlib import Path

_MINIMAL = (sys.executable, str(Path(__file__).with_name("minimal.py")))


@dataclass(frozen=True)
class Program:
    """A command, and a text that stands on its first screen once that is whole. `quit` are the keys that end it."""

    name: str
    command: tuple[str, ...]
    text: str
    quit: str = "q"


def minimal(kind: str = "") -> Program:
    """Return the minimal app of a kind: none, `input` or `list`."""
    text = {"": "Ready.", "input": "", "list": "Brief number 0"}[kind]
    return Program("minimal", (*_MINIMAL, kind) if kind else _MINIMAL, text, "\x11")


def briefterm(library: Path, text: str) -> Program:
    """Return briefterm on a library whose list begins with a title that `text` is the beginning of."""
    return Program("library", (sys.executable, "-m", "briefterm", "--fresh", "--library", str(library)), text)
