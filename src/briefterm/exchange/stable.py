"""Ids that stay the same from one export to the next, so that a calendar or address book replaces instead of doubling.

Source: RFC 9562, version 5 UUIDs: a hash of a name within a namespace.
"""

from uuid import UUID, uuid5

_NAMESPACE = UUID("5b0f6f0a-8c0e-5b54-9a51-6f3c6d5d8f0e")


class StableIds:
    """Gives out the ids of one brief's items. The second item of the same name gets an id of its own."""

    def __init__(self, brief_id: str) -> None:
        self._brief = brief_id
        self._given: dict[tuple[str, str], int] = {}

    def of(self, kind: str, name: str) -> UUID:
        """Return the id of the item of this kind and name: its id in the brief, or what it says where it has none."""
        count = self._given[kind, name] = self._given.get((kind, name), 0) + 1
        return uuid5(_NAMESPACE, "\n".join((self._brief, kind, name, str(count))))
