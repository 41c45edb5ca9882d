"""The figures kept in the repository, beside those of a run: a run fails where one is beyond twice its budget."""

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, as_json, as_values, from_values, number

FILE = Path(__file__).with_name("kept.json")
TOLERANCE = 2.0
"""How many times its budget a figure may reach: machines differ, and are shared."""
Run = dict[int, list[Figure]]
"""The figures of a run by the number of briefs."""


def load(file: Path = FILE) -> Run:
    """Return the figures kept in `file`, none where it is not there."""
    if not file.is_file():
        return {}
    return {int(size): from_values(figures) for size, figures in json.loads(file.read_text(encoding="utf-8")).items()}


def save(run: Run, file: Path = FILE) -> None:
    """Keep the figures of a run that hold on any machine."""
    kept = {
        str(size): [
            {name: value for name, value in one.items() if value not in (None, "") and value is not False}
            for one in as_values([figure for figure in figures if figure.firm])
        ]
        for size, figures in run.items()
    }
    file.write_text(as_json(kept), encoding="utf-8")


def beyond(figures: Sequence[Figure]) -> list[Figure]:
    """Return those that hold on any machine and are more than twice their budget."""
    return [figure for figure in figures if figure.firm and not figure.within(TOLERANCE)]


def beside(run: Run, kept: Run) -> str:
    """Return the firm figures of a run as text, each with what is kept of it and its budget."""
    lines = [f"{'':34} {'briefs':>8} {'now':>9} {'kept':>9} {'budget':>9}"]
    for size, figures in run.items():
        known = {(figure.name, figure.unit): figure for figure in kept.get(size, ())}
        lines += [_line(size, figure, known.get((figure.name, figure.unit))) for figure in figures if figure.firm]
    return "\n".join(lines)


def _line(size: int, figure: Figure, known: Figure | None) -> str:
    before = number(known.measured) if known else ""
    budget = number(figure.budget) if figure.budget is not None else ""
    sign = "" if figure.within(TOLERANCE) else "  more than twice its budget"
    return f"{figure.name:34} {size:>8,} {number(figure.measured):>9} {before:>9} {budget:>9}{sign}".rstrip()
