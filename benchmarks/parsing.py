"""Reading and checking briefs, beside PyYAML's own loader on the same bytes."""

import time
from collections.abc import Callable, Iterator, Sequence

import yaml

from benchmarks.figures import Figure
from benchmarks.samples import Sample
from briefterm.brief.reader import read

BESIDE = "the time of yaml's C loader"
_MOST = 10_000
_BUDGET = 3000  # of a real library
ENOUGH = 1000
"""Briefs in a library that a budget of so many a second is for."""


def load(data: bytes) -> object:
    """Load a brief with PyYAML's fastest safe loader."""
    return yaml.load(data, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def parse_figures(files: Sequence[tuple[str, bytes]], *, real: bool = True, runs: int = 3) -> Iterator[Figure]:
    """Yield how fast briefs are read and checked; each run is made beside one of the plain loader."""
    some = files[:_MOST]
    ours, plain = [], []
    for _ in range(runs):
        ours.append(seconds(lambda: [bool(read(data, path)) for path, data in some]))
        plain.append(seconds(lambda: [bool(load(data)) for _, data in some]))
    reading, loading = Sample.of(ours), Sample.of(plain)
    budget = _BUDGET if real and len(some) >= ENOUGH else None
    yield Figure("read and check", len(some) / reading.median, "briefs/s", budget=budget, at_least=True)
    each = 1e6 / len(some)
    yield Figure("read and check one", reading.median * each, "us", reading.median / loading.median, BESIDE)


def seconds(work: Callable[[], object]) -> float:
    """Return how long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
