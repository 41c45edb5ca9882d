"""Typing in the search bar of the real program: when a letter stands on the screen, and when what it finds does."""

import time
from collections.abc import Callable, Iterator

from benchmarks.figures import Figure
from benchmarks.programs import Program
from benchmarks.replay import Mark, Screen, latencies
from benchmarks.samples import Sample
from benchmarks.terminal import COLUMNS, ROWS, Terminal

PHRASES = ("minister of foreign affairs", "president visit energy", "treaty united nations", "security council")
BESIDE = "Textual's line alone"
_A_KEY = 1 / 12  # seconds
_ECHO_BUDGET = 35.0
_CLEAR = "\x15"  # ctrl+u
_PAUSE = 0.5


def echo_figures(minimal: Program, program: Program, phrases: int) -> Iterator[Figure]:
    """Yield the times from key to letter at twelve keys a second, while what has been typed is searched for."""
    base = Sample.of(_echoes(minimal, "", lambda line: line.strip(), phrases))
    sample = Sample.of(_echoes(program, "/", _typed, phrases))
    ratio = sample.p95 / base.p95
    yield Figure("echo", sample.median, "ms", budget=_ECHO_BUDGET, p95=sample.p95)
    yield Figure("echo, 19 in 20", sample.p95, "ms", ratio, BESIDE)


def echo_while_indexing(program: Program) -> Figure:
    """Return the same for a library of which nothing is known yet: it is being read and indexed meanwhile."""
    return Figure.of(
        "echo while indexing", Sample.of(_echoes(program, "/", _typed, len(PHRASES), 1.0)), "ms", _ECHO_BUDGET
    )


def result_figures(program: Program, totals: Callable[[str], int]) -> Iterator[Figure]:
    """Yield the times from a key to the number of briefs it finds; `totals` says how many that are."""
    marks = []
    with Terminal(program.command) as it:
        it.until(program.text)
        it.rest(1.0)
        it.press("/")
        it.settle(_PAUSE)
        for phrase in PHRASES:
            before = ""
            for end in range(1, len(phrase) + 1):
                count = _count(totals(phrase[:end]))
                asked = it.press(phrase[end - 1])
                it.settle(0.12, 2.0)
                if count != before:
                    marks.append(Mark(asked, lambda screen, count=count: _shows(screen, count)))  # type: ignore[misc]
                before = count
            it.press(_CLEAR)
            it.settle(_PAUSE)
        taken = latencies(Screen(COLUMNS, ROWS), it.recording, marks)
    yield Figure.of("key to results on the screen", Sample.of(one for one in taken if one is not None), "ms")


def _echoes(
    program: Program, before: str, typed: Callable[[str], str], phrases: int, start: float = 0.0
) -> list[float]:
    """Type some phrases; return the milliseconds from each key to its letter. `start` seconds are waited at first."""
    marks = []
    with Terminal(program.command) as it:
        if program.text and not start:
            it.until(program.text)
        it.rest(1.0) if not start else it.watch(start)
        for phrase in PHRASES[:phrases]:
            if before:
                it.press(before)
                before = ""
                it.watch(_PAUSE)
            due = time.perf_counter()
            for end in range(1, len(phrase) + 1):
                if phrase[end - 1] != " ":  # it cannot be seen
                    marks.append(_mark(it.press(phrase[end - 1]), phrase[:end], typed))
                else:
                    it.press(" ")
                due += _A_KEY
                it.watch(due - time.perf_counter())
            it.press(_CLEAR)
            it.watch(_PAUSE)
        taken = latencies(Screen(COLUMNS, ROWS), it.recording, marks)
    seen = [one for one in taken if one is not None]
    if len(seen) < len(marks) // 2:
        raise TimeoutError(f"of {len(marks)} letters typed {len(seen)} were seen:\n{it.text()}")
    return seen


def _mark(time: float, text: str, typed: Callable[[str], str]) -> Mark:
    return Mark(time, lambda screen: typed(screen.line(0)).startswith(text))


def _typed(line: str) -> str:
    """Return what stands in the search bar, given the first line of the screen."""
    return line.strip().removeprefix("/").strip()


def _count(total: int) -> str:
    return f"{total:,} brief"


def _shows(screen: Screen, count: str) -> bool:
    return any(f" {count}" in line for line in screen.text().split("\n") if "─" in line)
