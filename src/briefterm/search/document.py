"""A brief as the index stores it: its words with their places, the beginnings of its words, its dates."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from briefterm.brief.fold import fold
from briefterm.brief.model import Brief
from briefterm.search.panes import EVERYWHERE
from briefterm.search.passages import passages
from briefterm.search.words import words

BEGINNINGS = (1, 2)
_GAP = 100
_PANE_SHIFT = 24


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed of one brief. Postings are term and value, as the index stores them.

    A word's value is one byte of pane bits, then its positions as 32-bit numbers in the machine's order: the pane's bit
    number above bit 24, so that a phrase never crosses panes, and a count with gaps between items below.
    """

    words: list[tuple[bytes, bytes]]
    beginnings: list[tuple[bytes, bytes]]
    first: int
    last: int
    events: bytes


def document(brief: Brief) -> Document:
    """Return what the index stores of `brief`. Days are ordinals (date.toordinal), 0 where there is no date."""
    places: dict[str, array[int]] = {}
    panes: dict[str, int] = {}
    beginnings: dict[str, int] = {}
    base = 0
    for passage in passages(brief):
        bit = passage.bit
        high = (bit.bit_length() - 1) << _PANE_SHIFT
        last = 0
        for word in words(passage.text):
            text = word.text
            last = word.position
            position = high | (base + last)
            if text in places:
                places[text].append(position)
                panes[text] |= bit
            else:
                places[text] = array("I", (position,))
                panes[text] = bit
        base += last + _GAP
    for label, text in labels(brief):
        for word in words(text):
            key = f"{label}:{word.text}"
            places.setdefault(key, array("I")).append(base + word.position)
            panes[key] = EVERYWHERE
        base += _GAP
    for word_text, bits in panes.items():
        if ":" not in word_text:
            for length in BEGINNINGS:
                beginning = word_text[:length]
                beginnings[beginning] = beginnings.get(beginning, 0) | bits
    dated = brief.date is not None and brief.date.known
    return Document(
        [(text.encode(), bytes((panes[text],)) + found.tobytes()) for text, found in places.items()],
        [(text.encode(), bytes((bits,))) for text, bits in beginnings.items()],
        brief.date.first.toordinal() if brief.date and dated else 0,
        brief.date.last.toordinal() if brief.date and dated else 0,
        _event_days(brief),
    )


def labels(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield the fields that can be asked for by name but have no pane, each with its text."""
    for country in brief.countries:
        yield "country", country
    yield "kind", brief.kind
    yield "status", brief.status
    yield "marking", brief.marking
    yield "id", brief.id
    for tag in brief.tags:
        yield "tag", tag
    for place in (brief.place, *(item.place for item in brief.agenda), *(event.place for event in brief.timeline)):
        if place is not None:
            yield "place", place.written
    for source in brief.sources:
        yield "source", f"{source.name}\n{source.id}"


def label_key(label: str, text: str) -> str:
    """Return the term under which a word of a labelled field is stored."""
    return f"{label}:{fold(text)}"


def _event_days(brief: Brief) -> bytes:
    """First and last day of every dated event, as pairs of 32-bit ordinals."""
    days = array("i")
    for event in brief.timeline:
        if event.date is not None:
            for span in event.date.spans:
                days.append(span.begins.toordinal())
                days.append(span.ends.toordinal())
    return days.tobytes()
