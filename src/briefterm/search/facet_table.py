"""What the briefs of an index can be narrowed by, counted for those that a query finds."""

from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any

from briefterm.search.facets import decoded
from briefterm.search.mapped import let_go


class FacetTable:
    """The facet values of all briefs (see `facets.decoded`), each once, and by rank which of them a brief has.

    Read from `leaves`, Whoosh's readers of segments; `ranks` has for each the rank of its documents, which is `size`,
    the number of briefs, for those that are none any more.
    """

    def __init__(self, leaves: Sequence[Any], ranks: Sequence[Sequence[int]], size: int) -> None:
        places: dict[str, int] = {}
        self._numbers = array("I")
        self._begins = array("I", bytes(4 * (size + 1)))
        self._ends = self._begins[:]
        for there, leaf in zip(ranks, leaves, strict=True):
            if leaf.doc_count_all():
                for rank, stored in zip(there, leaf.column_reader("facets"), strict=False):
                    self._begins[rank] = len(self._numbers)
                    self._numbers.extend([places.setdefault(value, len(places)) for value in decoded(stored)])
                    self._ends[rank] = len(self._numbers)
                let_go(leaf)
        self._values = list(places)

    def count(self, plane: bytes) -> Counter[str]:
        """Return how many of the briefs that `plane` matches have each value."""
        begins, ends, numbers = self._begins, self._ends, self._numbers
        matching = (numbers[begins[rank] : ends[rank]] for rank, level in enumerate(plane) if level)
        counted = Counter(chain.from_iterable(matching))
        return Counter({self._values[number]: count for number, count in counted.items()})
