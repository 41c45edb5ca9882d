"""The first index of a library, a rescan, and one changed file until it is found; beside what others take for that."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.engines import prefixed
from benchmarks.figures import Figure
from benchmarks.notmuch import Notmuch
from benchmarks.parsing import ENOUGH, load, seconds
from benchmarks.samples import Sample
from briefterm.archive import Archive

BESIDE = "yaml's C loader, then FTS5"
_RESCAN_BUDGET, _RESCAN_FILES = 0.3, 9_261
_FIRST_BUDGET, _INCREMENTAL_BUDGET = 400, 1.0
_CHANGES = 5


def first_figures(archive: Archive, files: Sequence[tuple[str, bytes]], notmuch: Notmuch | None) -> Iterator[Figure]:
    """Yield what the first index takes, made by the command that the app runs; the archive has none yet."""
    start = time.perf_counter()
    base_cpu = time.process_time()
    _fts5(files)
    base, base_cpu = time.perf_counter() - start, time.process_time() - base_cpu
    before = os.times()
    start = time.perf_counter()
    refresh(archive.library.root)
    taken, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    if len(files) >= ENOUGH:  # of fewer it is the start of Python
        yield Figure("first index", len(files) / taken, "briefs/s", budget=_FIRST_BUDGET, at_least=True)
        yield Figure("first index, all of it", taken, "s", taken / base, BESIDE)
        yield Figure("first index, processor", cpu, "s CPU", cpu / base_cpu, BESIDE)
    if notmuch is not None:
        yield Figure("first index beside notmuch", taken, "s", taken / notmuch.new(), "notmuch new")


def again_figures(archive: Archive, files: int, notmuch: Notmuch | None) -> Iterator[Figure]:
    """Yield what a rescan takes in which nothing has changed, and one changed file until a search finds it.

    Writes a brief into the library, and takes it away again.
    """
    budget = _RESCAN_BUDGET * max(1.0, files / _RESCAN_FILES)
    rescans = Sample.of(seconds(lambda: archive.refresh(lambda _: None)) for _ in range(_CHANGES))
    yield Figure("rescan, unchanged", rescans.median, "s", budget=budget)
    place = archive.library.root / "briefterm-benchmark.yaml"
    finder = archive.finder()
    finder.search("x")

    def change(run: int) -> None:
        word = f"zyx{run}wvut{'abcde'[run]}"
        place.write_text(f"title: Changed {run}\ndate: 1999-01-01\nbackground: The word is {word}.\n", encoding="utf-8")
        archive.refresh(lambda _: None)
        if finder.search(word, typing=True).total != 1:
            raise RuntimeError(f"{word} is not found")

    try:
        taken = Sample.of(seconds(partial(change, run)) for run in range(_CHANGES))
    finally:
        finder.close()
        place.unlink(missing_ok=True)
        archive.refresh(lambda _: None)
    yield Figure("one changed file until it is found", taken.median, "s", budget=_INCREMENTAL_BUDGET, p95=taken.p95)
    if notmuch is not None:
        base = Sample.of(notmuch.add(f"zyx{run}wvut") for run in range(_CHANGES))
        yield Figure("one changed file beside notmuch", taken.median, "s", taken.median / base.median, "notmuch new")


def refresh(library: Path) -> None:
    """Bring an index up to date as the app does: by a command of its own."""
    command = [sys.executable, "-m", "briefterm", "index", "--library", str(library)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def _fts5(files: Sequence[tuple[str, bytes]]) -> sqlite3.Connection:
    """Load every file and have SQLite index all text in it."""
    connection = sqlite3.connect(":memory:")
    connection.execute(prefixed("text"))
    connection.executemany("INSERT INTO t VALUES (?)", ((_text(load(data)),) for _, data in files))
    connection.commit()
    return connection


def _text(value: object) -> str:
    if isinstance(value, dict):
        return "\n".join(map(_text, value.values()))
    if isinstance(value, list):
        return "\n".join(map(_text, value))
    return str(value)
