"""Commands as a script runs them, each beside the least that could do it, run in turns."""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.notmuch import Notmuch
from benchmarks.samples import Sample

_WHOOSH = "from pathlib import Path; from whoosh import index; index.open_dir(next(Path({!r}).glob('gen-*'))).reader()"
_READER = "import briefterm.brief.reader, briefterm.brief.plan, argparse, json"
_CLI = "import argparse, json, sqlite3"
_WORD = "minister"


@dataclass(frozen=True)
class Command:
    """A command line, and its environment where that is not ours."""

    name: str
    line: tuple[str, ...]
    environment: dict[str, str] | None = None


def python(name: str, *arguments: str) -> Command:
    """Return a run of Python."""
    return Command(name, (sys.executable, *arguments))


def briefterm(name: str, library: Path, *arguments: str) -> Command:
    """Return a command of briefterm's."""
    return python(name, "-m", "briefterm", *arguments, "--library", str(library))


def timed(commands: Sequence[Command], runs: int) -> dict[str, tuple[Sample, Sample]]:
    """Return by name the milliseconds on the clock and on the processor, children included; all run in turns."""
    taken: dict[str, tuple[list[float], list[float]]] = {command.name: ([], []) for command in commands}
    for _ in range(runs):
        for command in commands:
            before, start = _used(), time.perf_counter()
            subprocess.run(
                command.line, env=command.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )
            taken[command.name][0].append((time.perf_counter() - start) * 1000)
            taken[command.name][1].append((_used() - before) * 1000)
    return {name: (Sample.of(wall), Sample.of(cpu)) for name, (wall, cpu) in taken.items()}


def _used() -> float:
    """Return the seconds of processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def command_figures(
    library: Path, index: Path, brief: str, notmuch: Notmuch | None, *, files: int, runs: int
) -> Iterator[Figure]:
    """Yield what commands take on a library that is indexed; `brief` is the id of one of its briefs."""
    whoosh = python("importing Whoosh, opening its index", "-c", _WHOOSH.format(str(index)))
    least = python("Python with argparse, json, sqlite3", "-c", _CLI)
    reader = python("importing the reader", "-c", _READER)
    ours = [
        (briefterm("search --json", library, "search", "--json", _WORD), whoosh, 1.5),
        (briefterm("list --json", library, "list", "--json"), least, None),
        (briefterm("show", library, "show", brief), reader, None),
        (briefterm("people --json", library, "people", "--json"), least, None),
        (briefterm("timeline", library, "timeline"), least, None),
        (briefterm("export --to md", library, "export", "--to", "md", brief), reader, None),
    ]
    bases = (whoosh, least, reader)
    found = timed([*bases, *(command for command, _, _ in ours)], runs)
    for command, base, budget in ours:
        (wall, cpu), (_, base_cpu) = found[command.name], found[base.name]
        yield Figure(command.name, cpu.median, "ms CPU", cpu.median / base_cpu.median, base.name, budget, p95=cpu.p95)
        yield Figure(f"{command.name} on the clock", wall.median, "ms", p95=wall.p95)
    yield from _check(library, reader, files, found[reader.name][1].median)
    if notmuch is not None:
        yield from _beside_notmuch(library, notmuch, runs)


def _check(library: Path, reader: Command, files: int, imports: float) -> Iterator[Figure]:
    check = timed([python("check", "-m", "briefterm", "check", str(library))], 1)["check"][1].median
    yield Figure("check", files / max(1.0, check - imports) * 1000, "briefs/s CPU")
    yield Figure("imports of check", imports, "ms CPU")


def _beside_notmuch(library: Path, notmuch: Notmuch, runs: int) -> Iterator[Figure]:
    """Yield the times on the clock of a search and a list, beside notmuch doing the same."""
    search, listing = (
        Command(name, tuple(notmuch.command(*arguments)[0]), notmuch.command()[1])
        for name, arguments in (
            ("notmuch search", ("search", "--format=json", "--limit=20", _WORD)),
            ("notmuch list", ("search", "--format=json", "*")),
        )
    )
    ours = {
        search.name: briefterm("search beside notmuch", library, "search", "--json", "--limit", "20", _WORD),
        listing.name: briefterm("list beside notmuch", library, "list", "--json"),
    }
    found = timed([search, ours[search.name], listing, ours[listing.name]], runs)
    for base, command in ours.items():
        wall = found[command.name][0]
        yield Figure(command.name, wall.median, "ms", wall.median / found[base][0].median, base, p95=wall.p95)
