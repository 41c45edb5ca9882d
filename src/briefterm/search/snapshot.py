"""The index as it stands after one commit, and the answers to queries over it.

A snapshot belongs to one thread. It sorts its briefs once, newest first, so that planes (see `planes`) come out in that
order; levels rank the pane before the way a word was matched.
"""

from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Any

from whoosh.matching import FilterMatcher
from whoosh.reading import TermNotFound

from briefterm.search import panes, planes
from briefterm.search.query import And, Everything, Not, Or, Phrase, Query, Word

EXACT, STEM, PREFIX, SPELLING = 3, 2, 1, 0
_PANE_TIERS = ((panes.TITLE, 5), (panes.OFFICIALS, 4), (panes.AGENDA, 3), (panes.TIMELINE, 2), (panes.PROSE, 1))
_PANE_SHIFT = 24


def _tier(bits: int) -> int:
    return next((tier for bit, tier in _PANE_TIERS if bits & bit), 0)


@lru_cache(maxsize=64)
def _levels(wanted: int, grade: int) -> bytes:
    """For every set of pane bits, the level of a word there: 0 outside the wanted panes, 1 to 24 inside."""
    return bytes(1 + _tier(bits & wanted) * 4 + grade if bits & wanted else 0 for bits in range(256))


class Snapshot:
    """One state of the index. `reader` is Whoosh's, and is closed with the snapshot."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._leaves = [leaf for leaf, _ in reader.leaf_readers()]
        self._word_plane = lru_cache(maxsize=256)(self._make_word_plane)
        self._phrase_plane = lru_cache(maxsize=64)(self._make_phrase_plane)
        self._rank()

    def close(self) -> None:
        """Close the files."""
        self._reader.close()

    def __len__(self) -> int:
        return len(self._documents)

    def _rank(self) -> None:
        """Order the briefs newest first, then by title; deleted ones share a place after the last."""
        keys: list[tuple[int, int, int, int]] = []
        for number, leaf in enumerate(self._leaves):
            if not leaf.doc_count_all():
                continue
            firsts, orders = leaf.column_reader("first"), leaf.column_reader("order")
            keys.extend(
                (-first, order, number, document)
                for document, (first, order) in enumerate(zip(firsts, orders, strict=False))
                if not leaf.is_deleted(document)
            )
        keys.sort()
        self._documents = [(number, document) for _, _, number, document in keys]
        size = len(keys)
        self._ranks = [array("I", (size,)) * leaf.doc_count_all() for leaf in self._leaves]
        for rank, (number, document) in enumerate(self._documents):
            self._ranks[number][document] = rank

    def path(self, rank: int) -> str:
        """Return the path of the brief at `rank`."""
        number, document = self._documents[rank]
        return str(self._leaves[number].stored_fields(document)["path"])

    def plane(self, query: Query) -> bytes:
        """Return the plane of `query`: how well each brief matches, newest first."""
        match query:
            case Word():
                return self._word_plane(query)
            case Phrase():
                return self._phrase_plane(query)
            case And(parts):
                wanted = [part for part in parts if not isinstance(part, Not)]
                excluded = [self.plane(part.part) for part in parts if isinstance(part, Not)]
                found = planes.both([self.plane(part) for part in wanted] or [self._everything()])
                return planes.less(found, excluded) if excluded else found
            case Or(parts):
                return planes.either([self.plane(part) for part in parts])
            case Not(part):
                return planes.neither(self.plane(part))
            case Everything():
                return self._everything()

    def _everything(self) -> bytes:
        return b"\x01" * len(self)

    def _make_word_plane(self, word: Word) -> bytes:
        buffer = bytearray(len(self) + 1)
        for number, leaf in enumerate(self._leaves):
            for field, term, grade in self._terms(leaf, word):
                self._fill(buffer, number, field, term, _levels(word.panes, grade))
        return bytes(buffer[:-1])

    def _terms(self, leaf: Any, word: Word) -> Iterator[tuple[str, bytes, int]]:
        """Yield the terms that answer to `word` in one segment, the best first, each with how it does."""
        text = f"{word.label}:{word.text}" if word.label else word.text
        term = text.encode()
        yield "words", term, EXACT
        if not word.prefix:
            return
        if not word.label and len(word.text) <= 2:
            yield "beginnings", term, PREFIX
        else:
            yield from (("words", found, PREFIX) for found in leaf.expand_prefix("words", term) if found != term)

    def _fill(self, buffer: bytearray, number: int, field: str, term: bytes, levels: bytes) -> None:
        ranks = self._ranks[number]
        for document, value in self._postings(self._leaves[number], field, term):
            rank = ranks[document]
            level = levels[value[0]]
            if level > buffer[rank]:  # noqa: PLR1730 - the hot loop: a comparison costs half of max()
                buffer[rank] = level

    def _postings(self, leaf: Any, field: str, term: bytes) -> Iterable[tuple[int, bytes]]:
        try:
            matcher = leaf.postings(field, term)
        except TermNotFound:
            return ()
        if isinstance(matcher, FilterMatcher):
            matcher = matcher.child
        return _blocks(matcher) if hasattr(matcher, "_read_data") else _one_by_one(matcher)

    def _make_phrase_plane(self, phrase: Phrase) -> bytes:
        buffer = bytearray(len(self) + 1)
        levels = _levels(phrase.panes, EXACT)
        head = [f"{phrase.label}:{word}" if phrase.label else word for word in phrase.words]
        for number, leaf in enumerate(self._leaves):
            places: dict[int, set[int]] | None = None
            for offset, word in enumerate(head):
                terms = [word.encode()]
                if phrase.prefix and offset == len(head) - 1:
                    terms = list(leaf.expand_prefix("words", terms[0]))
                places = self._follow(leaf, terms, places)
                if not places:
                    break
            for document, ends in (places or {}).items():
                bits = 0
                for end in ends:
                    bits |= 1 << (end >> _PANE_SHIFT)
                rank = self._ranks[number][document]
                buffer[rank] = levels[panes.EVERYWHERE if phrase.label else bits]
        return bytes(buffer[:-1])

    def _follow(self, leaf: Any, terms: list[bytes], before: dict[int, set[int]] | None) -> dict[int, set[int]]:
        """Return, by document, where any of `terms` stands right after the places in `before`."""
        after: dict[int, set[int]] = {}
        for term in terms:
            for document, value in self._postings(leaf, "words", term):
                if before is not None and document not in before:
                    continue
                found = array("I", value[1:])
                places = set(found) if before is None else {place + 1 for place in before[document]}.intersection(found)
                if places:
                    after.setdefault(document, set()).update(places)
        return after


def _blocks(matcher: Any) -> Iterator[tuple[int, bytes]]:
    """Yield documents and values a block at a time: ten times faster than through the matcher's own steps."""
    while matcher.is_active():
        matcher._read_data()
        deltas, _, values = matcher._data
        if isinstance(values, bytes):
            values = [values[i : i + 1] for i in range(len(values))]
        yield from zip(accumulate(deltas), values, strict=True)
        matcher._next_block()


def _one_by_one(matcher: Any) -> Iterator[tuple[int, bytes]]:
    while matcher.is_active():
        yield matcher.id(), matcher.value()
        matcher.next()
