"""The items of a brief that a query matched, with the words as they stand there.

Found in the brief's own texts after the index has named it, with the same analysis of text, so that what is marked is
what matched, accents and all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefterm.search.days import ordinals
from briefterm.search.panes import REST, TITLE
from briefterm.search.passages import Pane, Passage, note_passages
from briefterm.search.query import And, Dates, Leaf, Or, Phrase, Query, Word, leaves
from briefterm.search.snippet import snippet
from briefterm.search.spans import Span, found_in, spans_in
from briefterm.search.texts import Texts
from briefterm.search.words import Word as Token
from briefterm.search.words import words

if TYPE_CHECKING:
    from briefterm.search.card import Card, Days


_Held = tuple[Word | Phrase, bool]
"""What a passage has of a query, and whether it begins in what reads as text there."""


@dataclass(frozen=True, slots=True)
class Match:
    """An item that matched. `text` is on one line, cut around the words; `spans` are character ranges of it."""

    pane: Pane
    index: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Scored:
    """A passage with what it has of a query. `told` says whether it matched in what reads as text."""

    matched: int
    number: int
    passage: Passage
    wanted: tuple[Word | Phrase, ...]
    told: bool


def find_matches(card: "Card", query: Query, limit: int = 5, notes: Sequence[str] = ()) -> tuple[list[Match], int]:
    """Return the best `limit` items of a brief and of the `notes` on it for `query`, and how many match in all.

    Those with most of its words come first, then in the order of the panes. The brief's codes and ids are named only
    where nothing else matched. A query without words gives the title, which counts as no match.
    """
    scored = list(_scored(card, list(leaves(query)), notes, _with_words_of(query)))
    scored = [found for found in scored if found.told] or scored
    if not scored:
        return [Match(Pane.TITLE, 0, card.title, ())], 0
    scored.sort(key=lambda found: (-found.matched, found.number))
    return [_match(found) for found in scored[:limit]], len(scored)


def _with_words_of(query: Query) -> dict[Leaf, frozenset[Leaf]]:
    """Return by phrase of what is `ranked` the words that need not be shown beside it."""
    match query:
        case Or((first, *_, last), True):
            words_apart = frozenset(leaves(last))
            return dict.fromkeys(leaves(first), words_apart)
        case And(parts) | Or(parts):
            return {phrase: apart for part in parts for phrase, apart in _with_words_of(part).items()}
        case _:
            return {}


def _scored(
    card: "Card", wanted: list[Leaf], notes: Sequence[str], apart: Mapping[Leaf, frozenset[Leaf]]
) -> Iterator[_Scored]:
    noted = tuple(note_passages(notes))
    beside = Texts([note.text for note in noted], [note.told for note in noted])
    texts = [leaf for leaf in wanted if not isinstance(leaf, Dates)]
    dates = [leaf for leaf in wanted if isinstance(leaf, Dates) and leaf.events]
    passages = (*card.passages, *noted)
    held, dated = _held(card, texts), _dated(card, dates)
    for number, here in _held_in(noted, beside, texts).items():
        held[len(card.passages) + number] = here
    for number in sorted(held.keys() | dated.keys()):
        passage, here = passages[number], held.get(number, [])
        matched = sum(len(leaf.words) if isinstance(leaf, Phrase) else 1 for leaf, _ in here) + dated.get(number, 0)
        said = frozenset[Leaf]().union(*(apart[leaf] for leaf, _ in here if leaf in apart))
        shown = [(leaf, told) for leaf, told in here if leaf not in said]
        reads = not (passage.pane is Pane.TITLE and passage.bit == REST)
        told = reads and (not shown or any(told for _, told in shown))
        yield _Scored(matched, number, passage, tuple(leaf for leaf, _ in shown), told)


def _held(card: "Card", wanted: Sequence[Word | Phrase]) -> dict[int, list[_Held]]:
    """Return by passage of a brief which of the wanted words and phrases it has, those of named fields among them."""
    held = _held_in(card.passages, card.texts, wanted)
    labelled = [leaf for leaf in wanted if leaf.label]
    named = _named(card, labelled)
    for leaf in labelled if named else ():
        for number, told in card.texts.having(leaf).items():
            passage = card.passages[number]
            if passage.bit != TITLE and leaf in named.get((passage.pane, passage.index), ()):
                held.setdefault(number, []).append((leaf, told))
    return held


def _held_in(passages: Sequence[Passage], texts: Texts, wanted: Sequence[Word | Phrase]) -> dict[int, list[_Held]]:
    """Return by passage which of the wanted words and phrases it has; without those of named fields."""
    held: dict[int, list[_Held]] = {}
    for leaf in wanted:
        for number, told in texts.having(leaf).items() if not leaf.label else ():
            if leaf.panes & passages[number].bit:
                held.setdefault(number, []).append((leaf, told))
    return held


def _dated(card: "Card", wanted: Sequence[Dates]) -> dict[int, int]:
    """Return by passage of the timeline how many of the wanted dates it may be of."""
    dated = {}
    for number, passage in enumerate(card.passages) if wanted else ():
        if passage.pane is Pane.TIMELINE:
            count = sum(_overlap(card.events[passage.index], leaf) for leaf in wanted)
            if count:
                dated[number] = count
    return dated


def _overlap(days: tuple["Days", ...], wanted: Dates) -> bool:
    begin, end = ordinals(wanted.first, wanted.last)
    return any(first <= end and last >= begin for first, last in days)


def _named(card: "Card", wanted: list[Word | Phrase]) -> dict[tuple[Pane, int], list[Word | Phrase]]:
    """Return by item which of the wanted words of named fields that item's fields have."""
    found: dict[tuple[Pane, int], list[Word | Phrase]] = {}
    for label in card.labels if wanted else ():
        tokens: list[Token] | None = None
        for leaf in wanted:
            if leaf.label == label.name:
                tokens = words(label.text) if tokens is None else tokens
                if any(found_in(tokens, leaf)):
                    found.setdefault((label.pane, label.index), []).append(leaf)
    return found


def spans_of(text: str, query: Query) -> list[Span]:
    """Return the character ranges of `text` that answer to any word or phrase of `query`, wherever it was sought."""
    return spans_in(text, [leaf for leaf in leaves(query) if not isinstance(leaf, Dates) and not leaf.label])


def _match(found: _Scored) -> Match:
    passage = found.passage
    text, spans = snippet(passage.text, passage.told, spans_in(passage.text, found.wanted))
    return Match(passage.pane, passage.index, text, spans)
