"""Moving in the list of briefs: from the key to the first of what is drawn, and what a key costs."""

from collections.abc import Iterator

from benchmarks.figures import Figure
from benchmarks.programs import Program
from benchmarks.samples import Sample
from benchmarks.terminal import Terminal

BESIDE = "Textual's list of 1,000"
_QUIET = 0.06
_DOWN, _PAGE = "\x1b[B", "\x1b[6~"


def scroll_figures(minimal: Program, program: Program, keys: int) -> Iterator[Figure]:
    """Yield the times and costs of `keys` lines down and `keys` pages down, beside those in a minimal list."""
    for name, key in (("a line down", _DOWN), ("a page down", _PAGE)):
        base, base_cpu = _moves(minimal, key, keys, "")
        sample, cpu = _moves(program, key, keys, "0")
        ratio = sample.median / base.median
        yield Figure(f"list, {name}", sample.median, "ms", ratio, BESIDE, p95=sample.p95)
        yield Figure(f"list, {name}", cpu, "ms CPU", cpu / base_cpu, BESIDE)


def _moves(program: Program, key: str, keys: int, before: str) -> tuple[Sample, float]:
    """Return the milliseconds from each key to the first that was drawn, and the processor's a key."""
    with Terminal(program.command) as it:
        it.until(program.text)
        it.rest(1.0)
        if before:
            it.press(before)
            it.settle(0.5)
        used, taken = it.cpu(), []
        for _ in range(keys):
            asked, seen = it.press(key), len(it.recording)
            if it.read(1.0):
                taken.append((it.recording[seen][0] - asked) * 1000)
            it.settle(_QUIET)
        return Sample.of(taken), (it.cpu() - used) / keys
