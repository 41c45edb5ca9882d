"""Start, rest and end of the real program: its first screen beside a minimal app's, what it does idle, how it quits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.figures import Figure
from benchmarks.programs import Program
from benchmarks.samples import Sample
from benchmarks.terminal import Terminal

BESIDE = "a minimal Textual app"
_QUIET = 0.4


@dataclass(frozen=True)
class Start:
    """Milliseconds of one start: to the first screen and until nothing more came, on the clock and the processor."""

    wall: float
    cpu: float
    settled_wall: float
    settled_cpu: float
    quit: float


def starts(programs: Sequence[Program], runs: int) -> dict[str, list[Start]]:
    """Return so many starts of each program, taken in turns, after one that is not counted."""
    found: dict[str, list[Start]] = {program.name: [] for program in programs}
    for run in range(runs + 1):
        for program in programs:
            start = _start(program)
            if run:
                found[program.name].append(start)
    return found


def launch_figures(minimal: Program, program: Program, runs: int) -> Iterator[Figure]:
    """Yield what a start of `program` takes beside one of `minimal`."""
    found = starts((minimal, program), runs)
    least, ours = found[minimal.name], found[program.name]
    for name, unit, budget, pick in (
        ("first screen", "ms CPU", 1.5, lambda one: one.cpu),
        ("first screen on the clock", "ms", None, lambda one: one.wall),
        ("settled screen", "ms CPU", None, lambda one: one.settled_cpu),
        ("settled screen on the clock", "ms", None, lambda one: one.settled_wall),
        ("quit", "ms", None, lambda one: one.quit),
    ):
        sample, base = Sample.of(map(pick, ours)), Sample.of(map(pick, least))
        ratio = sample.median / base.median
        yield Figure(name, sample.median, unit, ratio, BESIDE, budget, p95=sample.p95)


def idle_figures(program: Program, seconds: float) -> Iterator[Figure]:
    """Yield what the program sends and uses in some seconds in which nothing happens."""
    with Terminal(program.command) as it:
        it.until(program.text)
        it.rest(2.0)
        sent, used = it.received, it.cpu()
        it.watch(seconds)
        yield Figure("idle, sent", it.received - sent, "bytes", budget=0)
        yield Figure("idle, processor", (it.cpu() - used) / seconds / 10, "%", budget=0.3)


def _start(program: Program) -> Start:
    with Terminal(program.command) as it:
        paint = it.until(program.text)
        it.settle(_QUIET)
        settled, cpu = (it.last() - it.began) * 1000, it.cpu()
        asked = it.press(program.quit)
        return Start(paint.wall, paint.cpu, settled, cpu, (it.ends() - asked) * 1000)
