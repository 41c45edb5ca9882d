"""The index as it stands after one commit, and the answers to queries over it.

A snapshot belongs to one thread. It sorts its briefs once, newest first, so that planes (see `planes`) come out in that
order; levels rank the pane before the way a word was matched.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from briefterm.search import panes, planes
from briefterm.search.annotations import Annotations
from briefterm.search.answering import EXACT, FORM, PREFIX, SPELLING, near
from briefterm.search.card import Card
from briefterm.search.card import decoded as decoded_card
from briefterm.search.days import ordinals
from briefterm.search.document import BEGINNINGS, PANE_SHIFT, SEVERAL_SPANS, path_key
from briefterm.search.facet_table import FacetTable
from briefterm.search.mapped import let_go
from briefterm.search.phrases import Phrases
from briefterm.search.postings import DOCUMENT_SHIFT, Lately, postings
from briefterm.search.query import And, Dates, Everything, Not, Or, Phrase, Query, Word
from briefterm.search.ranking import ranking
from briefterm.search.spelling import Vocabulary
from briefterm.search.spellings import other_forms

_CARDS = 40
_RARE = 4  # times as few postings as briefs are put in their places one by one
_MOST_WORDS, _MOST_PHRASES = 256, 64  # planes: a byte a brief each
_FEWEST, _ROOM = 16, 1 << 22  # of a large library as many as take so many bytes
_PANE_TIERS = (
    (panes.TITLE, 5),
    (panes.OFFICIALS, 4),
    (panes.AGENDA, 3),
    (panes.TIMELINE, 2),
    (panes.BACKGROUND | panes.PROSE, 1),
)


def _tier(bits: int) -> int:
    return next((tier for bit, tier in _PANE_TIERS if bits & bit), 0)


@lru_cache(maxsize=64)
def _levels(wanted: int, grade: int) -> bytes:
    """For every set of pane bits, the level of a word there: 0 outside the wanted panes, 1 to 24 inside."""
    return bytes(1 + _tier(bits & wanted) * 4 + grade if bits & wanted else 0 for bits in range(256))


class Snapshot:
    """One state of the index, and of the texts beside it. `reader` is Whoosh's, and is closed with the snapshot."""

    def __init__(self, reader: Any, annotations: Annotations) -> None:
        self._reader = reader
        self._annotations = annotations
        self._leaves = [leaf for leaf, _ in reader.leaf_readers()]
        kept = max(_FEWEST, _ROOM // max(1, int(reader.doc_count_all())))
        self._word_plane = lru_cache(maxsize=min(_MOST_WORDS, kept))(self._make_word_plane)
        self._phrase_plane = lru_cache(maxsize=min(_MOST_PHRASES, kept))(self._make_phrase_plane)
        self.card = lru_cache(maxsize=_CARDS)(self._find_card)
        self._lately = Lately()
        self._phrases = Phrases(self._leaves)
        self._event_days: tuple[array[int], array[int], array[int]] | None = None
        self._facets: FacetTable | None = None
        self._by_title: list[int] | None = None
        self._vocabulary: Vocabulary | None = None
        self._ranking = ranking(self._leaves)
        self._ranks = self._ranking.ranks

    def close(self) -> None:
        """Close the files, and let go of what holds them open: it is not to wait for the garbage collector."""
        self._phrases.close()
        self._reader.close()
        del self._word_plane, self._phrase_plane, self.card

    def rest(self) -> None:
        """Keep no pages of files in memory until the next question."""
        for leaf in self._leaves:
            let_go(leaf)

    def __len__(self) -> int:
        return len(self._ranking)

    @property
    def segments(self) -> int:
        """How many parts the index has."""
        return len(self._leaves)

    def path(self, rank: int) -> str:
        """Return the path of the brief at `rank`."""
        number, document = self._ranking.place(rank)
        return str(self._leaves[number].stored_fields(document)["path"])

    def _find_card(self, path: str) -> Card | None:
        """Return the card of the brief at `path`, or None where there is none."""
        rank = self._rank_of(path)
        if rank == len(self):
            return None
        number, document = self._ranking.place(rank)
        return decoded_card(self._leaves[number].column_reader("card")[document])

    def by_title(self) -> list[int]:
        """Return all ranks in the order of the briefs' titles, the newer first among equals."""
        if self._by_title is None:
            titles = self._column("title")
            self._by_title = sorted(range(len(self)), key=lambda rank: (titles[rank], rank))
        return self._by_title

    def facets(self, plane: bytes) -> Counter[str]:
        """Return how many of the briefs that `plane` matches have each facet value (see `facets.decoded`)."""
        if self._facets is None:
            self._facets = FacetTable(self._stored("facets"), len(self))
        return self._facets.count(plane)

    def vocabulary(self) -> Vocabulary:
        """Return every word of the index."""
        if self._vocabulary is None:
            words: set[str] = set()
            for leaf in self._leaves:
                words.update(term.decode() for term in leaf.lexicon("words"))
                let_go(leaf)
            self._vocabulary = Vocabulary(words)
        return self._vocabulary

    def frequency(self, word: str) -> int:
        """Return in how many briefs a word stands, deleted ones among them."""
        return sum(leaf.doc_frequency("words", word.encode()) for leaf in self._leaves)

    @property
    def dated(self) -> int:
        """How many briefs have a date; in the order of ranks they come first."""
        return len(self) - self._ranking.firsts.count(0)

    def plane(self, query: Query) -> bytes:  # noqa: PLR0911 - one for each kind of query
        """Return the plane of `query`: how well each brief matches, newest first."""
        match query:
            case Word():
                return self._word_plane(query)
            case Phrase():
                return self._phrase_plane(query)
            case Dates():
                return self._event_plane(query) if query.events else self._date_plane(query)
            case And(parts):
                wanted = [part for part in parts if not isinstance(part, Not)]
                excluded = [self.plane(part.part) for part in parts if isinstance(part, Not)]
                found = planes.both([self.plane(part) for part in wanted] or [self._everything()])
                return planes.less(found, excluded) if excluded else found
            case Or(parts, ranked):
                found_by = [self.plane(part) for part in parts]
                return planes.ranked(found_by) if ranked else planes.either(found_by)
            case Not(part):
                return planes.neither(self.plane(part))
            case Everything():
                return self._everything()

    def _everything(self) -> bytes:
        return b"\x01" * len(self)

    def _column(self, name: str) -> list[bytes]:
        """Return the values of a column of bytes, by rank."""
        values: list[bytes] = [b""] * (len(self) + 1)
        for rank, value in self._stored(name):
            values[rank] = value
        return values[:-1]

    def _stored(self, name: str) -> Iterator[tuple[int, bytes]]:
        """Yield rank and value of every document in a column of bytes; the pages read are let go of."""
        for ranks, leaf in zip(self._ranks, self._leaves, strict=True):
            if leaf.doc_count_all():
                yield from zip(ranks, leaf.column_reader(name), strict=False)
                let_go(leaf)

    # Words

    def _make_word_plane(self, word: Word) -> bytes:
        found = [list(self._answering(number, word)) for number in range(len(self._leaves))]
        if sum(len(documents) for terms in found for documents, _ in terms) * _RARE < len(self):
            plane = bytearray(len(self) + 1)
            for ranks, terms in zip(self._ranks, found, strict=True):
                for documents, levels in terms:
                    _raise(plane, map(ranks.__getitem__, documents), levels)
            return self._annotated(bytes(plane[:-1]), word)
        raised = bytearray()
        for leaf, terms in zip(self._leaves, found, strict=True):
            segment = bytearray(leaf.doc_count_all())
            for documents, levels in terms:
                if len(documents) == len(segment) == segment.count(0):
                    segment[:] = levels
                else:
                    _raise(segment, documents, levels)
            raised += segment
        return self._annotated(self._ranking.plane(raised), word)

    def _answering(self, number: int, word: Word) -> "Iterator[tuple[array[int], bytes]]":
        """Yield the documents of each term that answers to `word` in one segment, and how well each does."""
        leaf = self._leaves[number]
        for field, term, grade in _terms(leaf, word):
            found = self._lately.postings(number, leaf, field, term)
            yield found.documents, found.marks.translate(_levels(word.panes, grade))

    def _annotated(self, plane: bytes, leaf: Word | Phrase) -> bytes:
        """Add the briefs that have it in a text beside the index, where they rank last."""
        paths = self._annotations.paths(leaf)
        if not paths:
            return plane
        levels = bytearray(len(self) + 1)
        levels[:-1] = plane
        for path in paths:
            rank = self._rank_of(path)
            levels[rank] = max(levels[rank], 1)
        return bytes(levels[:-1])

    def _rank_of(self, path: str) -> int:
        for leaf, ranks in zip(self._leaves, self._ranks, strict=True):
            for document in postings(leaf, "key", path_key(path).encode()).documents:
                if ranks[document] < len(self):
                    return int(ranks[document])
        return len(self)

    # Phrases

    def _make_phrase_plane(self, phrase: Phrase) -> bytes:
        bits = bytearray(len(self) + 1)
        for ranks, ends in zip(self._ranks, self._phrases.ends(phrase), strict=True):
            for end in ends:
                bits[ranks[end >> DOCUMENT_SHIFT]] |= 1 << (end >> PANE_SHIFT & 7)
        levels = _levels(phrase.panes, EXACT)
        if phrase.label:
            levels = bytes((0, *[levels[panes.EVERYWHERE]] * 255))
        return self._annotated(bytes(bits[:-1].translate(levels)), phrase)

    # Days

    def _date_plane(self, dates: Dates) -> bytes:
        begin, end = ordinals(dates.first, dates.last)
        plane = bytearray(
            1 if first and first <= end and last >= begin else 0
            for first, last in zip(self._ranking.firsts, self._ranking.lasts, strict=True)
        )
        for number, leaf in enumerate(self._leaves):
            several = postings(leaf, "labels", SEVERAL_SPANS.encode()).documents
            column = leaf.column_reader("days") if several else None
            for document in several:
                rank = self._ranks[number][document]
                if column is not None and rank < len(plane) and plane[rank]:
                    spans = array("i", column[document])
                    pairs = zip(spans[::2], spans[1::2], strict=True)
                    plane[rank] = any(first <= end and last >= begin for first, last in pairs)
        return bytes(plane)

    def _event_plane(self, dates: Dates) -> bytes:
        begin, end = ordinals(dates.first, dates.last)
        if self._event_days is None:
            self._event_days = _flat([array("i", stored) for stored in self._column("events")])
        plane = bytearray(len(self))
        for rank, first, last in zip(*self._event_days, strict=True):
            if first <= end and last >= begin:
                plane[rank] = 1
        return bytes(plane)


def _raise(plane: bytearray, places: Iterable[int], levels: bytes) -> None:
    """Give `places` of a plane these levels, where theirs are lower."""
    for place, level in zip(places, levels, strict=True):
        if level > plane[place]:  # noqa: PLR1730 - the hot loop: a comparison costs half of max()
            plane[place] = level


def _terms(leaf: Any, word: Word) -> Iterator[tuple[str, bytes, int]]:
    """Yield the terms that answer to `word` in one segment, the best first, each with how it does."""
    field, label = ("labels", f"{word.label}:") if word.label else ("words", "")
    term = (label + word.text).encode()
    yield field, term, EXACT
    if not word.exact:
        for form in other_forms(word.text):
            yield field, (label + form).encode(), FORM
    if word.prefix or word.inside:
        if not label and len(word.text) <= max(BEGINNINGS):
            yield "beginnings", term, PREFIX
        else:
            yield from ((field, found, PREFIX) for found in leaf.expand_prefix(field, term) if found != term)
    if word.inside:
        yield from (("parts", found, PREFIX) for found in leaf.expand_prefix("parts", term))
    if word.edits:
        for found in leaf.expand_prefix(field, (label + word.text[:1]).encode()):
            if near(word.text, found.decode()[len(label) :], word.edits):
                yield field, found, SPELLING


def _flat(pairs: list["array[int]"]) -> tuple["array[int]", "array[int]", "array[int]"]:
    """Return rank, first and last of every pair, as three arrays of the same length."""
    ranks, firsts, lasts = array("i"), array("i"), array("i")
    for rank, days in enumerate(pairs):
        firsts.extend(days[::2])
        lasts.extend(days[1::2])
        ranks.extend([rank] * (len(days) // 2))
    return ranks, firsts, lasts
