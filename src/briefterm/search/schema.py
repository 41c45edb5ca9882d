"""What the Whoosh index holds of a brief, and how its postings are written.

One document a brief. Postings are made by `document`, so Whoosh's analysers are not used; nothing in a posting is
pickled by us.
"""

from collections.abc import Iterator
from typing import Any

from whoosh import columns, fields, formats

Postings = list[tuple[bytes, bytes]]


class Plain(formats.Format):  # type: ignore[misc]
    """A posting whose value is bytes of our own, of `size` bytes each, or of any length where that is None."""

    def __init__(self, size: int | None) -> None:
        super().__init__()
        self.size = size

    def fixed_value_size(self) -> int | None:
        """Return the size of every value, which lets Whoosh store them as one string."""
        return self.size


class PostingsField(fields.FieldType):  # type: ignore[misc]
    """A field given as ready postings, term and value."""

    def __init__(self, size: int | None) -> None:
        super().__init__(Plain(size), None)

    def index(self, value: Postings, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield Whoosh's postings: term, frequency, weight, value."""
        return ((term, 1, 1.0, stored) for term, stored in value)


SCHEMA = fields.Schema(
    key=fields.ID(unique=True),
    path=fields.STORED(),
    words=PostingsField(None),
    labels=PostingsField(None),
    parts=PostingsField(1),
    beginnings=PostingsField(1),
    first=fields.COLUMN(columns.NumericColumn("i")),
    last=fields.COLUMN(columns.NumericColumn("i")),
    order=fields.COLUMN(columns.NumericColumn("q")),
    title=fields.COLUMN(columns.VarBytesColumn()),
    days=fields.COLUMN(columns.VarBytesColumn()),
    events=fields.COLUMN(columns.VarBytesColumn()),
    facets=fields.COLUMN(columns.VarBytesColumn()),
    card=fields.COLUMN(columns.VarBytesColumn(write_offsets_cutoff=0)),  # one is read without adding up those before
)
