"""Times that were measured, and what is said of them: the middle, and how long nearly all took at most."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """Values of one kind, ascending. An empty sample has neither median nor p95: both raise ValueError."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, values: Iterable[float]) -> "Sample":
        """Return a sample of `values` in any order."""
        return cls(tuple(sorted(values)))

    def __len__(self) -> int:
        return len(self.values)

    @property
    def median(self) -> float:
        """Half of the values are no greater; of an even number, the mean of the two in the middle."""
        if not self.values:
            raise ValueError("nothing was measured")
        middle = len(self.values) // 2
        return (self.values[middle] + self.values[(len(self) - 1) // 2]) / 2

    @property
    def p95(self) -> float:
        """19 in 20 of the values are no greater (nearest rank: always one that was measured)."""
        if not self.values:
            raise ValueError("nothing was measured")
        return self.values[-(-len(self.values) * 95 // 100) - 1]
