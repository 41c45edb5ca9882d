"""Whom a word in `who`, `sources` or `after` means."""

from collections.abc import Sequence
from itertools import islice

from briefterm.brief.fold import fold, fold_name
from briefterm.brief.problems import Hints
from briefterm.brief.safe import shorten
from briefterm.brief.values import Fields

_ENOUGH = 3  # of the items a name may mean: a message names no more
_MOST_WORDS = 24
_MOST_HINTED = 500


class Names:
    """The names that items of one list answer to: ids first, then full names and aliases, then parts of names.

    `items` is the list's own, in file order; `label` is the field that names an item; `hints` suggests one for a slip.
    """

    def __init__(self, items: Sequence[Fields], list_name: str, label: str, hints: Hints) -> None:
        self._items = items
        self._hints = hints
        self._list_name = list_name
        self._label = label
        self._ids: dict[str, int] = {}
        for index, item in enumerate(items):
            if "id" in item.got:
                self._ids.setdefault(item.got["id"], index)
        self._full: dict[str, list[int]] | None = None
        self._parts: dict[str, list[int]] = {}

    def find(self, text: str) -> tuple[int | None, str]:
        """Return the index of the item meant and an empty text, or None and what is wrong."""
        index = self._ids.get(text)
        if index is not None:
            return index, ""
        if self._full is None:
            self._full = self._index_names()
        wanted = fold_name(text)
        for known in (self._full, self._parts):
            found = known.get(wanted, [])
            if len(found) == 1:
                return found[0], ""
            if found:
                names = [shorten(self._items[i].got[self._label]) for i in found]
                return None, f"`{shorten(text)}` may be {' or '.join(names)}; write the id or the full name"
        return None, self._nobody(text)

    def _index_names(self) -> dict[str, list[int]]:
        full: dict[str, list[int]] = {}
        for index, item in enumerate(self._items):
            for name in (item.got[self._label], *item.got.get("aliases", ())):
                folded = fold_name(name)
                _add(full, folded, index)
                words = folded.split(maxsplit=_MOST_WORDS)
                if len(words) <= _MOST_WORDS:
                    _add(full, " ".join(reversed(words)), index)
                for word in words[:_MOST_WORDS]:
                    _add(self._parts, word, index)
            if "id" in item.got:
                _add(full, fold(item.got["id"]), index)
        return full

    def _nobody(self, text: str) -> str:
        hint = (
            self._hints.did_you_mean(self._list_name, text, self._names)
            or f"; add it to `{self._list_name}`, or correct the spelling"
        )
        return f"nothing in `{self._list_name}` answers to `{shorten(text)}`{hint}"

    def _names(self) -> list[str]:
        items = islice(self._items, _MOST_HINTED)
        return [name for item in items for name in (item.got.get("id"), item.got[self._label]) if name]


def _add(known: dict[str, list[int]], name: str, index: int) -> None:
    """Note that `name` may mean the item at `index`. Items come in file order."""
    found = known.setdefault(name, [])
    if len(found) < _ENOUGH and index not in found:
        found.append(index)
