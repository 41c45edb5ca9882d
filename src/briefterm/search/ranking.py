"""The order of the briefs in an index, newest first: worked out after each commit, from three columns of numbers."""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from whoosh.columns import NumericColumn

if TYPE_CHECKING:
    Numbers = array[int]

_ORDER_BITS = 64


@dataclass(frozen=True, slots=True)
class Ranking:
    """Ranks and documents of the segments of an index.

    `firsts` and `lasts` are the ordinals of each brief's days by rank, 0 without. `ranks` has, by segment, the rank of
    each document; deleted ones share a rank after the last. `documents` numbers the documents of all segments, by rank,
    and `starts` says with which number each segment begins.
    """

    firsts: "Numbers"
    lasts: "Numbers"
    ranks: "tuple[Numbers, ...]"
    documents: "Numbers"
    starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.documents)

    def place(self, rank: int) -> tuple[int, int]:
        """Return segment and document of the brief at `rank`."""
        number = self.documents[rank]
        segment = bisect_right(self.starts, number) - 1
        return segment, number - self.starts[segment]

    def plane(self, levels: bytes | bytearray) -> bytes:
        """Return levels of the documents of all segments, one segment after another, by rank."""
        return bytes(map(levels.__getitem__, self.documents))


def ranking(leaves: Sequence[Any]) -> Ranking:
    """Return the order of the briefs in Whoosh's readers of segments: newest first, then by title."""
    counts = [leaf.doc_count_all() for leaf in leaves]
    starts = tuple(accumulate(counts[:-1], initial=0)) if counts else ()
    firsts, lasts, orders = (_column(leaves, name) for name in ("first", "last", "order"))
    keys = [order - (first << _ORDER_BITS) for first, order in zip(firsts, orders, strict=True)]
    present: Sequence[int] = range(sum(counts))
    if any(leaf.has_deletions() for leaf in leaves):
        present = [
            start + document
            for leaf, start, count in zip(leaves, starts, counts, strict=True)
            for document in range(count)
            if not leaf.is_deleted(document)
        ]
    documents = array("I", sorted(present, key=keys.__getitem__))
    ranks = array("I", (len(documents),)) * sum(counts)
    for rank, number in enumerate(documents):
        ranks[number] = rank
    return Ranking(
        _picked(firsts, documents),
        _picked(lasts, documents),
        tuple(ranks[start : start + count] for start, count in zip(starts, counts, strict=True)),
        documents,
        starts,
    )


def _picked(numbers: "Numbers", places: "Numbers") -> "Numbers":
    return array(numbers.typecode, map(numbers.__getitem__, places))


def _column(leaves: Sequence[Any], name: str) -> "Numbers":
    """Return a column of numbers over all segments."""
    values: Numbers = array("q" if name == "order" else "i")
    for leaf in leaves:
        if leaf.doc_count_all():
            values.extend(numbers(leaf.column_reader(name, translate=False), leaf.doc_count_all(), values.typecode))
    return values


def numbers(column: Any, count: int, typecode: str) -> "Numbers":
    """Return the values of one of Whoosh's columns of numbers for `count` documents, read in one piece.

    Whoosh writes them one after another with the highest byte first, and leaves out zeros at the end, or the whole
    column where there is nothing else.
    """
    values: Numbers = array(typecode)
    stored = min(column._count, count) if isinstance(column, NumericColumn.Reader) else 0
    if stored:
        values.frombytes(column._dbfile.get(column._basepos, stored * values.itemsize))
    if sys.byteorder == "little":
        values.byteswap()
    values.extend([0] * (count - stored))
    return values
