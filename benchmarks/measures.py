"""All that is measured of one library, in the order that its state asks for: unknown at first, then indexed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from benchmarks import searching
from benchmarks.commands import command_figures
from benchmarks.engines import texts
from benchmarks.figures import Figure
from benchmarks.indexing import again_figures, first_figures
from benchmarks.keystrokes import echo_figures, echo_while_indexing, result_figures
from benchmarks.launching import idle_figures, launch_figures
from benchmarks.notmuch import Notmuch
from benchmarks.parsing import parse_figures
from benchmarks.programs import Program, briefterm, minimal
from benchmarks.scrolling import scroll_figures
from benchmarks.sitting import ACTIONS, STEP, sitting_figures
from briefterm.archive import Archive
from briefterm.library.entry import Entry
from briefterm.library.files import walk

_TAKES_LONG_ENOUGH = 5_000  # briefs: typing while they are indexed is over before it is done with fewer
_FEW = 100
"""Briefs: of fewer, a quick run measures start and commands alone."""
_TITLE = 12


@dataclass(frozen=True)
class Effort:
    """How often things are done."""

    starts: int
    commands: int
    keys: int
    actions: int
    idle: float
    phrases: int

    @classmethod
    def of(cls, *, quick: bool) -> "Effort":
        """Return what a full run takes, or a quick one."""
        return cls(7, 5, 40, STEP, 8.0, 2) if quick else cls(9, 5, 60, ACTIONS, 10.0, 4)


def of_library(
    folder: Path, work: Path, effort: Effort, rows: list[searching.Row], *, real: bool, quick: bool
) -> Iterator[Figure]:
    """Yield the figures of the library in `folder`, of which nothing is known yet; search by kind goes to `rows`.

    `real` is one that was not made up.
    """
    files = [(stamp.path, (folder / stamp.path).read_bytes()) for stamp in walk(folder) if not stamp.oddity]
    count = len(files)
    yield Figure("briefs", count, "")
    yield from parse_figures(files, real=real)
    briefs = list(texts(folder))
    notmuch = None if quick else Notmuch.over(work / "notmuch", briefs)
    archive = Archive.of(folder)
    if count >= _TAKES_LONG_ENOUGH and not quick:
        with patch.dict(os.environ, XDG_CACHE_HOME=str(work / "unknown")):
            yield echo_while_indexing(briefterm(folder, ""))
    yield from first_figures(archive, files, notmuch)
    del files
    first = _first(archive)
    program = briefterm(folder, first.title[:_TITLE])
    yield from launch_figures(minimal(), program, effort.starts)
    few = quick and count < _FEW
    if not few:
        yield from _on_the_screen(program, archive, effort, quick=quick)
    index = (archive.cache or folder) / "index"
    yield from command_figures(folder, index, first.id, notmuch, files=count, runs=effort.commands)
    if few:
        return
    rows += searching.measure(folder, archive, briefs, notmuch)
    yield searching.figure(rows, count)
    yield from sitting_figures(program, count, effort.actions)
    yield from again_figures(archive, count, notmuch)


def _on_the_screen(program: Program, archive: Archive, effort: Effort, *, quick: bool) -> Iterator[Figure]:
    yield from idle_figures(program, effort.idle)
    yield from scroll_figures(minimal("list"), program, effort.keys)
    yield from echo_figures(minimal("input"), program, effort.phrases)
    if not quick:
        finder = archive.finder()
        try:
            yield from result_figures(program, lambda text: finder.search(text, typing=True, limit=1).total)
        finally:
            finder.close()


def _first(archive: Archive) -> Entry:
    """Return the brief that the list shows first."""
    catalogue = archive.catalogue()
    try:
        return catalogue.page(0, 1)[0]
    finally:
        catalogue.close()
