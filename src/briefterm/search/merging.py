"""Which parts of an index are joined into one when something is added to it.

Every commit adds a segment, and every word of a query is looked up in each of them. Merging one costs about what
indexing its briefs did, so that it is done rarely, and never to large ones: no commit writes more than a few thousand
briefs again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from whoosh.reading import SegmentReader

MOST_ALIKE = 8
LARGE = 4096
_STEP = 3


@dataclass(frozen=True, slots=True)
class Size:
    """How many documents a segment has, and how many of them are deleted."""

    documents: int
    deleted: int = 0


def to_merge(sizes: Sequence[Size]) -> list[int]:
    """Return the places of the segments to be joined: those half deleted, and small ones where many are alike.

    Alike are those of the same power of eight.
    """
    emptied = [place for place, size in enumerate(sizes) if 2 * size.deleted > size.documents]
    alike: dict[int, list[int]] = {}
    for place, size in enumerate(sizes):
        if size.documents < LARGE and place not in emptied:
            alike.setdefault(size.documents.bit_length() // _STEP, []).append(place)
    crowded = [places for _, places in sorted(alike.items()) if len(places) >= MOST_ALIKE]
    return sorted(emptied + (crowded[0] if crowded else []))


def merge(writer: Any, segments: list[Any]) -> list[Any]:
    """Add the segments that are to be joined to what `writer` writes, and return the others: Whoosh's `mergetype`."""
    chosen = to_merge([Size(segment.doc_count_all(), segment.deleted_count()) for segment in segments])
    for place in chosen:
        reader = SegmentReader(writer.storage, writer.schema, segments[place])
        try:
            writer.add_reader(reader)
        finally:
            reader.close()
    return [segment for place, segment in enumerate(segments) if place not in chosen]
