"""The real program on a terminal: its first screen beside that of a minimal app, a long text, an idle minute."""

import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.terminal import Paint, Terminal

MINIMAL = Path(__file__).with_name("minimal.py")
_RUNS = 9
_IDLE_SECONDS = 10.0


@dataclass(frozen=True)
class Case:
    """A command, and the text that stands on its first screen."""

    name: str
    command: tuple[str, ...]
    text: str


def first_screens(libraries: dict[str, tuple[Path, str]], cache: Path, runs: int = _RUNS) -> dict[str, list[Paint]]:
    """Return the first paints of a minimal app and of each library, taken in turns. Libraries are indexed before."""
    briefterm = (sys.executable, "-m", "briefterm")
    cases = [Case("minimal", (sys.executable, str(MINIMAL)), "Ready.")]
    cases += [
        Case(name, (*briefterm, "--fresh", "--library", str(path)), text) for name, (path, text) in libraries.items()
    ]
    paints: dict[str, list[Paint]] = {case.name: [] for case in cases}
    for _ in range(runs):
        for case in cases:
            with Terminal(case.command, {"XDG_CACHE_HOME": str(cache)}) as terminal:
                paints[case.name].append(terminal.until(case.text))
    return paints


def median_cpu(paints: list[Paint]) -> float:
    """Return the median processor time in milliseconds."""
    return statistics.median(paint.cpu for paint in paints)


def long_background(kilobytes: int = 50) -> float:
    """Return the milliseconds from the key that opens a brief to its long background on the screen."""
    paragraph = "The delegations *met* again, and **nothing** was agreed on the [text](https://example.org).\n\n"
    text = "".join(
        f"## Round {number}\n\n{paragraph * 4}" for number in range(kilobytes * 1024 // (len(paragraph) * 4 + 14))
    )
    indented = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "library")
        library.mkdir()
        (library / "a.yaml").write_text("title: Short\ndate: 2024\n")
        (library / "b.yaml").write_text(f"title: Long\ndate: 2023\nbackground: |\n{indented}")
        command = (sys.executable, "-m", "briefterm", "--fresh", "--library", str(library))
        with Terminal(command, {"XDG_CACHE_HOME": folder}) as terminal:
            terminal.until("Short")
            terminal.settle(1.0)
            began = time.perf_counter()
            terminal.send("J")
            terminal.until("Round 0")
            return (time.perf_counter() - began) * 1000


def idle_bytes(library: Path, text: str, cache: Path) -> int:
    """Return how many bytes the program sends in ten seconds in which nothing happens."""
    with Terminal(
        (sys.executable, "-m", "briefterm", "--fresh", "--library", str(library)), {"XDG_CACHE_HOME": str(cache)}
    ) as it:
        it.until(text)
        it.settle(2.0)
        before = it.received
        it.read(_IDLE_SECONDS)
        return it.received - before
