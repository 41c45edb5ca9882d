"""How Whoosh writes our postings: gathered by term in memory, in large blocks, lightly compressed, without lengths.

Whoosh's own pool holds a tuple for each posting, and writes what does not fit to disk to sort it there; ours holds a
number and a reference. Lengths of fields serve scoring by frequency, which we do without.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter

_BLOCK = 4096
_COMPRESSION = 1


@dataclass(slots=True)
class Postings:
    """The documents of one term, ascending, and what stands with each, if anything does."""

    documents: "array[int]" = field(default_factory=lambda: array("I"))
    values: list[bytes] = field(default_factory=list)


class Pool:
    """The postings of one segment while it is written, in place of Whoosh's: what its writer calls, and no more."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, Postings]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes | None]) -> None:
        """Take one posting: field, term, document, weight, value. Documents come in ascending order."""
        name, term, document, _, value = item
        terms = self._fields.get(name)
        if terms is None:
            terms = self._fields[name] = {}
        postings = terms.get(term)
        if postings is None:
            postings = terms[term] = Postings()
        postings.documents.append(document)
        if value:
            postings.values.append(value)

    def iter_postings(self) -> Iterator[tuple[str, list[tuple[bytes, Postings]]]]:
        """Yield the fields in order, each with its terms in order, and forget them."""
        for name in sorted(self._fields):
            yield name, sorted(self._fields.pop(name).items(), key=lambda term: term[0])

    def cleanup(self) -> None:
        """Forget everything."""
        self._fields.clear()


class _FieldWriter(W3FieldWriter):  # type: ignore[misc]
    def add_postings(
        self, schema: Any, lengths: Any, items: Iterator[tuple[str, list[tuple[bytes, Postings]]]]
    ) -> None:
        """Write all that is in a pool."""
        for name, terms in items:
            self.start_field(name, schema[name])
            for term, postings in terms:
                self._add_term(term, postings)
            self.finish_field()

    def _add_term(self, term: bytes, postings: Postings) -> None:
        self.start_term(term)
        writer = self._postwriter
        for start in range(0, len(postings.documents), _BLOCK):
            if start:
                writer._write_block()
            writer._ids = postings.documents[start : start + _BLOCK]
            writer._weights = array("f", (1.0,)) * len(writer._ids)
            writer._maxweight = 1.0
            writer._values = postings.values[start : start + _BLOCK]
        self.finish_term()


class Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec; what it writes is read by the plain one. Its writer is to have a `Pool` of ours."""

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK, compression=_COMPRESSION)

    def field_writer(self, storage: Any, segment: Any) -> W3FieldWriter:
        """Return the writer of one segment's postings."""
        return _FieldWriter(self, storage, segment)
