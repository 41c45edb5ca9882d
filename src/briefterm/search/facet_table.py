"""What the briefs of an index can be narrowed by, counted for those that a query finds."""

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from briefterm.search.facets import decoded


class FacetTable:
    """The facet values of all briefs (see `facets.decoded`), each once, and by rank which of them a brief has.

    Made of ranks and what is `stored` for each; the rank of a document that is none any more is `size`, the number of
    briefs.
    """

    def __init__(self, stored: Iterable[tuple[int, bytes]], size: int) -> None:
        places: dict[str, int] = {}
        self._numbers = array("I")
        self._begins = array("I", bytes(4 * (size + 1)))
        self._ends = self._begins[:]
        for rank, packed in stored:
            self._begins[rank] = len(self._numbers)
            self._numbers.extend([places.setdefault(value, len(places)) for value in decoded(packed)])
            self._ends[rank] = len(self._numbers)
        self._values = list(places)

    def count(self, plane: bytes) -> Counter[str]:
        """Return how many of the briefs that `plane` matches have each value."""
        begins, ends, numbers = self._begins, self._ends, self._numbers
        matching = (numbers[begins[rank] : ends[rank]] for rank, level in enumerate(plane) if level)
        counted = Counter(chain.from_iterable(matching))
        return Counter({self._values[number]: count for number, count in counted.items()})
