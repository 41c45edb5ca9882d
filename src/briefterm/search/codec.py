"""How Whoosh keeps our postings: gathered by term in memory, in large blocks, lightly compressed, without lengths.

Whoosh's own pool holds a tuple for each posting, and writes what does not fit to disk to sort it there; ours holds a
number and a reference. Lengths of fields serve scoring by frequency, which we do without.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3PostingsWriter

from briefterm.search.layout import joined, parted

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


class _PostingsWriter(W3PostingsWriter):  # type: ignore[misc]
    def _mini_values(self) -> bytes | None:
        return joined(self._values) if self._format.fixed_value_size() is None else super()._mini_values()


class _Matcher(W3LeafMatcher):  # type: ignore[misc]
    """Steps through postings as Whoosh does where it merges segments."""

    def _read_values(self) -> None:
        if self._fixedsize is not None:
            super()._read_values()
            return
        if self._data is None:
            self._read_data()
        self._values = parted(self._data[2], self._blocklength).each()


class Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec with values laid out as in `layout`. Its writer is to have a `Pool` of ours."""

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK, compression=_COMPRESSION)

    def field_writer(self, storage: Any, segment: Any) -> W3FieldWriter:
        """Return the writer of one segment's postings."""
        return _FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> W3PostingsWriter:
        """Return the writer of one field's postings."""
        return _PostingsWriter(dbfile, _BLOCK, byteids, _COMPRESSION, self._inlinelimit)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> W3LeafMatcher:
        """Return the reader of one term's postings."""
        return _Matcher(dbfile, *terminfo.extent(), format_, term=term, scorer=scorer)
