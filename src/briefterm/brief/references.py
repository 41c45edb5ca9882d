"""Whom a word in `who`, `sources` or `after` means."""

from collections.abc import Sequence

from briefterm.brief.fold import fold, fold_name
from briefterm.brief.problems import did_you_mean
from briefterm.brief.safe import shorten
from briefterm.brief.values import Fields


class Names:
    """The names that items of one list answer to: ids first, then full names and aliases, then parts of names.

    `items` is the list's own, in file order; `label` is the field that names an item.
    """

    def __init__(self, items: Sequence[Fields], list_name: str, label: str) -> None:
        self._items = items
        self._list_name = list_name
        self._label = label
        self._ids: dict[str, int] = {}
        for index, item in enumerate(items):
            if "id" in item.got:
                self._ids.setdefault(item.got["id"], index)
        self._full: dict[str, set[int]] | None = None
        self._parts: dict[str, set[int]] = {}

    def find(self, text: str) -> tuple[int | None, str]:
        """Return the index of the item meant and an empty text, or None and what is wrong."""
        index = self._ids.get(text)
        if index is not None:
            return index, ""
        if self._full is None:
            self._full = self._index_names()
        wanted = fold_name(text)
        for known in (self._full, self._parts):
            found = known.get(wanted, set())
            if len(found) == 1:
                return next(iter(found)), ""
            if found:
                names = [self._items[i].got[self._label] for i in sorted(found)[:3]]
                return None, f"`{shorten(text)}` may be {' or '.join(names)}; write the id or the full name"
        return None, self._nobody(text)

    def _index_names(self) -> dict[str, set[int]]:
        full: dict[str, set[int]] = {}
        for index, item in enumerate(self._items):
            for name in (item.got[self._label], *item.got.get("aliases", ())):
                folded = fold_name(name)
                full.setdefault(folded, set()).add(index)
                words = folded.split()
                full.setdefault(" ".join(reversed(words)), set()).add(index)
                for word in words:
                    self._parts.setdefault(word, set()).add(index)
            if "id" in item.got:
                full.setdefault(fold(item.got["id"]), set()).add(index)
        return full

    def _nobody(self, text: str) -> str:
        known = [name for item in self._items[:500] for name in (item.got.get("id"), item.got[self._label]) if name]
        hint = did_you_mean(text, known) or f"; add it to `{self._list_name}`, or correct the spelling"
        return f"nothing in `{self._list_name}` answers to `{shorten(text)}`{hint}"
