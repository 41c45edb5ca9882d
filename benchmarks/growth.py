"""How figures grow with the number of briefs: as a table, and as panels to be plotted."""

from collections.abc import Mapping, Sequence

from benchmarks.figures import Figure, number
from benchmarks.plot import Panel, Series

Run = Mapping[int, Sequence[Figure]]
"""Figures by the number of briefs."""

_SHOWN = (
    ("First screen", "ms of processor time", ("first screen", "settled screen")),
    ("Search, slowest kind", "ms, 19 in 20 keys", ("search, slowest kind",)),
    ("Commands", "ms of processor time", ("search --json", "list --json", "people --json", "timeline")),
    ("Letter on the screen", "ms, 19 in 20 keys", ("echo", "echo while indexing")),
    ("First index", "s", ("first index, all of it", "first index, processor")),
    ("Afterwards", "s", ("rescan, unchanged", "one changed file until it is found")),
    ("Memory", "MiB", ("memory at the first screen", "memory, the most")),
)


def table(run: Run) -> str:
    """Return every figure that was measured at more than one size: its median, or p95 where the budget is of that."""
    sizes = sorted(run)
    lines = [f"{'':44} {'unit':14}" + "".join(f"{size:>11,}" for size in sizes)]
    for name, unit in _names(run):
        cells = [_value(run[size], name, unit) for size in sizes]
        if sum(cell is not None for cell in cells) > 1:
            shown = "".join(f"{number(cell) if cell is not None else '':>11}" for cell in cells)
            lines.append(f"{name:44} {unit:14}{shown}".rstrip())
    return "\n".join(lines)


def panels(run: Run) -> list[Panel]:
    """Return what can be plotted of a run: each panel has at least one figure at two sizes, 0 left out."""
    found = []
    for title, unit, names in _SHOWN:
        series = [made for name in names if len((made := _series(run, name)).points) > 1]
        if series:
            found.append(Panel(title, unit, tuple(series)))
    return found


def _series(run: Run, name: str) -> Series:
    points, budget = [], []
    for size in sorted(run):
        figure = next((one for one in run[size] if one.name == name), None)
        if figure is not None and (value := _told(figure)) > 0:
            points.append((float(size), value))
            if figure.budget is not None and _absolute(figure):
                budget.append((float(size), figure.budget))
    return Series(name, tuple(points), tuple(budget))


def _absolute(figure: Figure) -> bool:
    return figure.budget is not None and figure.ratio is None and not figure.at_least


def _told(figure: Figure) -> float:
    return figure.p95 if _absolute(figure) and figure.p95 is not None else figure.value


def _value(figures: Sequence[Figure], name: str, unit: str) -> float | None:
    return next((_told(one) for one in figures if (one.name, one.unit) == (name, unit)), None)


def _names(run: Run) -> list[tuple[str, str]]:
    return list(dict.fromkeys((one.name, one.unit) for size in sorted(run) for one in run[size]))
