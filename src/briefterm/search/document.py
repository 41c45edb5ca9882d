"""A brief as the index stores it: its words with their places, the beginnings of its words, its days, its facets."""

import hashlib
import os
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefterm.brief.fold import fold
from briefterm.search import facets
from briefterm.search.card import card_of, encoded
from briefterm.search.facets import facet_values
from briefterm.search.labels import whole_id
from briefterm.search.layout import NONE, SEVERAL, trace
from briefterm.search.panes import EVERYWHERE
from briefterm.search.words import inside_words, words

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.brief.when import When

BEGINNINGS = (1, 2, 3)
SEVERAL_SPANS = "date:several"
PANE_SHIFT = 24
_GAP = 100
_LONGEST_PART = 24
_LONGEST_TITLE = 80
_LONGEST_LABEL = 10_000

Posting = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed of one brief. Postings are term and value, as the index stores them.

    A word's value is one byte of pane bits, then its positions as 32-bit numbers in the machine's order: the pane's bit
    number above bit 24, so that a phrase never crosses panes, and a count with gaps between items below; then for each
    position the trace of the word before it, by which a phrase finds it (see `layout`). `labels` are
    the words of named fields, `field:word`; `parts` the ends of words of which parts are sought. Days are ordinals
    (date.toordinal), 0 where there is no date; `days` and `events` are pairs of first and last day. `card` is what is
    shown of the brief where it is found (see `card.encoded`).
    """

    words: list[Posting]
    labels: list[Posting]
    parts: list[Posting]
    beginnings: list[Posting]
    first: int
    last: int
    title: bytes
    days: bytes
    events: bytes
    facets: bytes
    card: bytes


def document(brief: "Brief") -> Document:
    """Return what the index stores of `brief`."""
    words, named = _Postings(), _Postings()
    base = 0
    card = card_of(brief)
    for passage in card.passages:
        base = words.add(passage.text, "", passage.bit, base)
    for label in card.labels:
        base = named.add(label.text[:_LONGEST_LABEL], f"{label.name}:", EVERYWHERE, base)
    named.mark(f"id:{whole_id(brief.id)}")
    days = _spans([brief.date])
    if len(days) > 2:
        named.mark(SEVERAL_SPANS)
    return Document(
        words.stored(),
        named.stored(),
        words.parts() + named.parts(),
        words.beginnings(),
        min(days[::2], default=0),
        max(days[1::2], default=0),
        fold(brief.title).encode()[:_LONGEST_TITLE],
        days.tobytes() if len(days) > 2 else b"",
        _spans(event.date for event in brief.timeline).tobytes(),
        facets.encoded(facet_values(brief)),
        encoded(card),
    )


def path_key(path: str) -> str:
    """Return the term by which the brief at `path` is found in the index."""
    return hashlib.blake2b(os.fsencode(path), digest_size=12).hexdigest()


class _Postings:
    """The words of one brief, gathered passage by passage."""

    def __init__(self) -> None:
        self._places: dict[str, array[int]] = {}
        self._traces: dict[str, bytearray] = {}
        self._panes: dict[str, int] = {}

    def add(self, text: str, label: str, bits: int, base: int) -> int:
        """Add the words of a text from position `base`; return where the next text may begin."""
        places, traces, panes = self._places, self._traces, self._panes
        high = (bits.bit_length() - 1) << PANE_SHIFT
        last, here, before = -1, NONE, NONE
        for word in words(text):
            key = label + word.text if label else word.text
            if word.position == last:
                here = SEVERAL
            else:
                before = here if word.position == last + 1 else NONE
                last, here = word.position, trace(word.text)
            position = high | (base + last)
            if key in places:
                places[key].append(position)
                traces[key].append(before)
                panes[key] |= bits
            else:
                places[key] = array("I", (position,))
                traces[key] = bytearray((before,))
                panes[key] = bits
        return base + max(last, 0) + _GAP

    def mark(self, key: str) -> None:
        """Add a term without a place."""
        self._places[key] = array("I")
        self._traces[key] = bytearray()
        self._panes[key] = EVERYWHERE

    def stored(self) -> list[Posting]:
        """Return every word with its places."""
        panes, traces = self._panes, self._traces
        return [
            (key.encode(), bytes((panes[key],)) + places.tobytes() + traces[key])
            for key, places in self._places.items()
        ]

    def parts(self) -> list[Posting]:
        """Return the ends of words of which parts are sought, so that any part is the beginning of one of them."""
        found: dict[str, int] = {}
        for key, bits in self._panes.items():
            if inside_words(key):
                label, colon, text = key.rpartition(":")
                for at in range(1, min(len(text), _LONGEST_PART)):
                    part = f"{label}{colon}{text[at:]}"
                    found[part] = found.get(part, 0) | bits
        return [(text.encode(), bytes((bits,))) for text, bits in found.items()]

    def beginnings(self) -> list[Posting]:
        """Return the first one and two letters of words."""
        found: dict[str, int] = {}
        for key, bits in self._panes.items():
            for length in BEGINNINGS:
                beginning = key[:length]
                found[beginning] = found.get(beginning, 0) | bits
        return [(text.encode(), bytes((bits,))) for text, bits in found.items()]


def _spans(dates: Iterable["When | None"]) -> "array[int]":
    days = array("i")
    for when in dates:
        if when is not None:
            for span in when.spans:
                days.append(span.begins.toordinal())
                days.append(span.ends.toordinal())
    return days
