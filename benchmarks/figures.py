"""What is measured, as values: a figure, what it is measured beside, and the budget it is to keep."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from benchmarks.samples import Sample

_FIRM = ("MiB", "bytes", "%")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, the median where there are several. `ratio` is to `beside` in the same run.

    `budget` is of the ratio where there is one, else of `p95` where there is one, else of the value. `at_least` says
    that more is better.
    """

    name: str
    value: float
    unit: str
    ratio: float | None = None
    beside: str = ""
    budget: float | None = None
    at_least: bool = False
    p95: float | None = None

    @classmethod
    def of(cls, name: str, sample: Sample, unit: str, budget: float | None = None) -> "Figure":
        """Return median and p95 of a sample; the budget is of p95."""
        return cls(name, sample.median, unit, budget=budget, p95=sample.p95)

    @property
    def measured(self) -> float:
        """What the budget is of."""
        return next(value for value in (self.ratio, self.p95, self.value) if value is not None)

    @property
    def kept(self) -> bool | None:
        """Whether the budget is kept; None without one."""
        return None if self.budget is None else self.within(1)

    @property
    def firm(self) -> bool:
        """Whether it says the same on any machine, however busy: a ratio, a count, a size, and no time on the clock."""
        return self.ratio is not None or self.unit.startswith(_FIRM)

    def within(self, times: float) -> bool:
        """Return whether it is within so many times its budget; so it is without one."""
        if self.budget is None:
            return True
        return self.measured * times >= self.budget if self.at_least else self.measured <= self.budget * times


def table(figures: Iterable[Figure]) -> str:
    """Return figures as text, a line each."""
    return "\n".join(_line(figure) for figure in figures)


def heading() -> str:
    """Return what stands above the columns of `table`."""
    return f"{'':34} {'median':>9} {'p95':>9} {'':14} {'ratio':>7}"


def as_values(figures: Sequence[Figure]) -> list[dict[str, object]]:
    """Return figures as JSON has them."""
    return [asdict(figure) | {"kept": figure.kept} for figure in figures]


def from_values(values: Iterable[dict[str, object]]) -> list[Figure]:
    """Return the figures that `as_values` made these of."""
    return [Figure(**{name: value for name, value in one.items() if name != "kept"}) for one in values]  # type: ignore[arg-type]


def as_json(values: object) -> str:
    """Return values as a JSON text."""
    return json.dumps(values, indent=1, ensure_ascii=False) + "\n"


def _line(figure: Figure) -> str:
    ratio = f"{figure.ratio:7.2f} x {figure.beside}" if figure.ratio is not None else ""
    verdict = {True: "kept", False: "NOT KEPT", None: ""}[figure.kept]
    bound = f"{'>=' if figure.at_least else '<='} {figure.budget:,g} {verdict}" if figure.budget is not None else ""
    p95 = number(figure.p95) if figure.p95 is not None else ""
    return f"{figure.name:34} {number(figure.value):>9} {p95:>9} {figure.unit:14} {ratio:46} {bound}".rstrip()


def number(value: float) -> str:
    """Return a number with as many places as it is worth."""
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.2f}"
