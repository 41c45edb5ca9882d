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
from briefterm.search.spans import Searched, Span, found_in, holds, spans_in, tells
from briefterm.search.words import Word as Token
from briefterm.search.words import words

if TYPE_CHECKING:
    from briefterm.search.card import Card, Days


@dataclass(frozen=True, slots=True)
class Match:
    """An item that matched. `text` is on one line, cut around the words; `spans` are character ranges of it."""

    pane: Pane
    index: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Scored:
    matched: int
    number: int
    passage: Passage
    searched: Searched
    wanted: tuple[Word | Phrase, ...]

    @property
    def spans(self) -> list[Span]:
        """Where its words stand."""
        return spans_in(self.searched, self.wanted)

    @property
    def told(self) -> bool:
        """Whether it matched in what reads as text, and not in the codes, ids and short fields beside it."""
        if self.passage.pane is Pane.TITLE and self.passage.bit == REST:
            return False
        return not self.wanted or any(tells(self.searched, leaf) for leaf in self.wanted)


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
    texts = [leaf for leaf in wanted if not isinstance(leaf, Dates) and not leaf.label]
    named = _named(card, [leaf for leaf in wanted if not isinstance(leaf, Dates) and leaf.label])
    dates = [leaf for leaf in wanted if isinstance(leaf, Dates) and leaf.events]
    noted = tuple(note_passages(notes))
    searched = (*card.searched, *(Searched(note.text) for note in noted))
    for number, passage in enumerate((*card.passages, *noted)):
        here = [leaf for leaf in texts if leaf.panes & passage.bit]
        if passage.bit != TITLE:
            here += named.get((passage.pane, passage.index), ())
        held = tuple(leaf for leaf in here if holds(searched[number], leaf))
        matched = sum(len(leaf.words) if isinstance(leaf, Phrase) else 1 for leaf in held)
        if dates and passage.pane is Pane.TIMELINE:
            matched += sum(_overlap(card.events[passage.index], leaf) for leaf in dates)
        if matched:
            said = frozenset[Leaf]().union(*(apart[leaf] for leaf in held if leaf in apart))
            shown = tuple(leaf for leaf in held if leaf not in said)
            yield _Scored(matched, number, passage, searched[number], shown)


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
    return spans_in(Searched(text), [leaf for leaf in leaves(query) if not isinstance(leaf, Dates) and not leaf.label])


def _match(found: _Scored) -> Match:
    passage = found.passage
    text, spans = snippet(passage.text, passage.told, found.spans)
    return Match(passage.pane, passage.index, text, spans)
