"""Where phrases stand: the positions of words compared, document by document."""

import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from briefterm.search.postings import Lately
from briefterm.search.query import Phrase

Ends = dict[int, bytes]
"""By document of one segment, the positions at which a phrase ends: 32-bit numbers in the machine's order."""

_ONE = 4  # bytes of a position
_HEADS = 4
_FEW = 12


class Phrases:
    """Looks for phrases in the segments of an index. What was found of one that is being typed is kept a while."""

    def __init__(self, leaves: Sequence[Any], lately: Lately) -> None:
        self._leaves = leaves
        self._lately = lately
        self._whole = lru_cache(maxsize=_HEADS)(self._find_whole)
        self._typed: tuple[Phrase, list[Ends]] | None = None

    def close(self) -> None:
        """Let go of the segments."""
        del self._whole

    def ends(self, phrase: Phrase) -> list[Ends]:
        """Return where `phrase` ends in each segment."""
        if not phrase.prefix:
            return self._whole(phrase.label, phrase.words)
        *head, last = phrase.words
        before: Sequence[Ends | None] = self._whole(phrase.label, tuple(head)) if head else [None] * len(self._leaves)
        if head and self._typed is not None and _goes_on(self._typed[0], phrase):
            before = [_only(ends or {}, found) for ends, found in zip(before, self._typed[1], strict=True)]
        field, key = _field(phrase.label), _key(phrase.label, last)
        found = [
            self._follow(number, field, self._leaves[number].expand_prefix(field, key), ends)
            if ends is None or ends
            else {}
            for number, ends in enumerate(before)
        ]
        self._typed = (phrase, found)
        return found

    def _find_whole(self, label: str, words: tuple[str, ...]) -> list[Ends]:
        found = []
        for number in range(len(self._leaves)):
            ends: Ends | None = None
            for word in words:
                ends = self._follow(number, _field(label), (_key(label, word),), ends)
                if not ends:
                    break
            found.append(ends or {})
        return found

    def _follow(self, number: int, field: str, terms: Iterable[bytes], before: Ends | None) -> Ends:
        """Return where any of `terms` stands right after the places in `before`; with None, wherever it stands."""
        leaf = self._leaves[number]
        after: Ends = {}
        for term in terms:
            if before is None and not after:
                after = dict(self._lately.postings(number, leaf, field, term).places())
                continue
            for document, here in self._lately.postings(number, leaf, field, term).places():
                if before is None:
                    places = here
                else:
                    earlier = before.get(document)
                    places = _next_to(earlier, here) if earlier else b""
                if places:
                    after[document] = after.get(document, b"") + places
        return after


def _goes_on(shorter: Phrase, phrase: Phrase) -> bool:
    """Return whether what is found for `phrase`, whose last word is a beginning, was found for `shorter`, too."""
    (*head, last), (*earlier, begun) = phrase.words, shorter.words
    return shorter.label == phrase.label and earlier == head and last.startswith(begun)


def _only(ends: Ends, documents: Iterable[int]) -> Ends:
    return {document: ends[document] for document in documents if document in ends}


def _field(label: str) -> str:
    return "labels" if label else "words"


def _key(label: str, word: str) -> bytes:
    return (f"{label}:{word}" if label else word).encode()


def _next_to(earlier: bytes, places: bytes) -> bytes:
    """Return those of `places` that come right after one of `earlier`."""
    if len(earlier) == len(places) == _ONE:
        return places if int.from_bytes(places, sys.byteorder) - int.from_bytes(earlier, sys.byteorder) == 1 else b""
    later = array("I", places)
    among = set(later) if len(later) > _FEW else later
    found = [place + 1 for place in array("I", earlier) if place + 1 in among]
    return array("I", found).tobytes() if found else b""
