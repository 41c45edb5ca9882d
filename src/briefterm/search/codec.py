"""How Whoosh writes our postings: in large blocks, lightly compressed, without lengths of fields.

Lengths serve scoring by frequency, which we do without. Whoosh would look for the file that holds them once a posting,
a fifth of the time an index takes to build.
"""

from collections.abc import Iterable
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter

_BLOCK = 4096
_COMPRESSION = 1


class _FieldWriter(W3FieldWriter):  # type: ignore[misc]
    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Any]) -> None:
        super().add_postings(schema, None, items)


class Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec; what it writes is read by the plain one."""

    def __init__(self) -> None:
        super().__init__(blocklimit=_BLOCK, compression=_COMPRESSION)

    def field_writer(self, storage: Any, segment: Any) -> W3FieldWriter:
        """Return the writer of one segment's postings."""
        return _FieldWriter(self, storage, segment)
