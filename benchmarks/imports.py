"""Which modules a start spends its time importing, as Python's own `-X importtime` tells it."""

import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure

_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|( +)(\S+)")
_APP = "import briefterm.cli, briefterm.cli.open, briefterm.ui.app, briefterm.ui.screens.reader"
MOST = 10


@dataclass(frozen=True, slots=True)
class Import:
    """A module, and the microseconds that it took itself, without what it imported in turn."""

    module: str
    own: int


def read(text: str) -> list[Import]:
    """Return the imports that `-X importtime` has written, the slowest first."""
    found = [Import(match[4], int(match[1])) for match in map(_LINE.match, text.splitlines()) if match]
    return sorted(found, key=lambda one: -one.own)


def imports_of(*arguments: str) -> list[Import]:
    """Return what running Python with `arguments` imports."""
    command = [sys.executable, "-X", "importtime", *arguments]
    return read(subprocess.run(command, capture_output=True, text=True, check=False).stderr)


def starts(library: Path) -> dict[str, list[Import]]:
    """Return what a search, a list and the app import, each measured when all is in the system's cache."""
    lines = {
        "search": ("-m", "briefterm", "search", "minister", "--library", str(library)),
        "list": ("-m", "briefterm", "list", "--library", str(library)),
        "app": ("-c", _APP),
    }
    return {name: min((imports_of(*line) for _ in range(3)), key=_total) for name, line in lines.items()}


def figures(found: dict[str, list[Import]]) -> list[Figure]:
    """Return how long each takes to import all it needs, and how many modules that are."""
    return [
        figure
        for name, imports in found.items()
        for figure in (
            Figure(f"imports of {name}", _total(imports) / 1000, "ms"),
            Figure(f"modules of {name}", len(imports), "modules"),
        )
    ]


def table(found: dict[str, list[Import]]) -> str:
    """Return the slowest modules of each as text: milliseconds of their own."""
    return "\n".join(line for name, imports in found.items() for line in (f"\n{name}", *_lines(imports[:MOST])))


def _lines(imports: Iterable[Import]) -> Iterable[str]:
    return (f"  {one.own / 1000:7.1f} ms  {one.module}" for one in imports)


def _total(imports: list[Import]) -> int:
    return sum(one.own for one in imports)
