"""Many short lists of numbers in two arrays: as lists of their own they would take ten times the room."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of numbers, one after the other in `flat`; `starts` says where each starts, and where the last one ends."""

    flat: "array[int]" = field(default_factory=lambda: array("i"))
    starts: "array[int]" = field(default_factory=lambda: array("i", [0]))

    def append(self, one: Iterable[int]) -> None:
        """Add a list at the end."""
        self.flat.extend(one)
        self.starts.append(len(self.flat))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> "array[int]":
        return self.flat[self.starts[number] : self.starts[number + 1]]

    def __iter__(self) -> Iterator["array[int]"]:
        return map(self.__getitem__, range(len(self)))

    def span(self, number: int) -> range:
        """Return where in `flat` one stands."""
        return range(self.starts[number], self.starts[number + 1])

    def length(self, number: int) -> int:
        """Return how long one is."""
        return self.starts[number + 1] - self.starts[number]
