"""What is measured, as values: a figure, what it is measured beside, and the budget it is to keep."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `ratio` is to `beside` in the same run; `budget` is of the ratio where there is one.

    Without a ratio, `budget` is of the value. `at_least` says that more is better.
    """

    name: str
    value: float
    unit: str
    ratio: float | None = None
    beside: str = ""
    budget: float | None = None
    at_least: bool = False

    @property
    def kept(self) -> bool | None:
        """Whether the budget is kept; None without one."""
        if self.budget is None:
            return None
        measured = self.value if self.ratio is None else self.ratio
        return measured >= self.budget if self.at_least else measured <= self.budget


def table(figures: Iterable[Figure]) -> str:
    """Return figures as text, a line each."""
    return "\n".join(_line(figure) for figure in figures)


def as_json(figures: Iterable[Figure]) -> str:
    """Return figures as JSON."""
    return json.dumps([asdict(figure) | {"kept": figure.kept} for figure in figures], indent=1)


def _line(figure: Figure) -> str:
    beside = f"{figure.ratio:5.2f} x {figure.beside}" if figure.ratio is not None else ""
    verdict = {True: "kept", False: "NOT KEPT", None: ""}[figure.kept]
    bound = f"{'>=' if figure.at_least else '<='} {figure.budget:,g} {verdict}" if figure.budget is not None else ""
    return f"{figure.name:26} {_number(figure.value):>9} {figure.unit:16} {beside:44} {bound}".rstrip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.2f}"
