"""The items of a brief that a query matched, with the words as they stand there.

Found in the brief itself after the index has named it, with the same analysis of text, so that what is marked is what
matched, accents and all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefterm.brief.model import Brief
from briefterm.search.panes import REST
from briefterm.search.passages import Pane, Passage, passages
from briefterm.search.query import Phrase, Query, Word, leaves
from briefterm.search.words import Word as Token
from briefterm.search.words import words

SNIPPET = 160

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """An item that matched. `text` is on one line, cut around the words; `spans` are character ranges of it."""

    pane: Pane
    index: int
    text: str
    spans: tuple[Span, ...]


def find_matches(brief: Brief, query: Query, limit: int = 5) -> list[Match]:
    """Return the best `limit` items of `brief` for `query`: those with most of its words, in the order of the panes.

    The brief's codes and ids are named only where nothing else matched. A query without words gives the title.
    """
    wanted = [leaf for leaf in leaves(query) if not leaf.label]
    scored: list[tuple[int, int, Passage, list[Span]]] = []
    for number, passage in enumerate(passages(brief)):
        spans, matched = _spans(passage.text, [leaf for leaf in wanted if leaf.panes & passage.bit])
        if spans:
            scored.append((-matched, number, passage, spans))
    if any(passage.bit != REST for _, _, passage, _ in scored):
        scored = [found for found in scored if found[2].bit != REST]
    scored.sort(key=lambda found: found[:2])
    if not scored:
        return [Match(Pane.TITLE, 0, brief.title, ())]
    return [_snippet(passage, spans) for _, _, passage, spans in scored[:limit]]


def spans_of(text: str, query: Query) -> list[Span]:
    """Return the character ranges of `text` that answer to any word or phrase of `query`, wherever it was sought."""
    return _spans(text, [leaf for leaf in leaves(query) if not leaf.label])[0]


def _spans(text: str, wanted: Iterable[Word | Phrase]) -> tuple[list[Span], int]:
    """Return the marked ranges of a text, merged, and how many of the wanted words and phrases it holds."""
    spans: list[Span] = []
    matched = 0
    tokens: list[Token] | None = None
    for leaf in wanted:
        if tokens is None:
            tokens = words(text)
        found = list(_word_spans(tokens, leaf) if isinstance(leaf, Word) else _phrase_spans(tokens, leaf))
        matched += bool(found)
        spans.extend(found)
    return _merged(spans), matched


def _word_spans(tokens: list[Token], word: Word) -> Iterator[Span]:
    for token in tokens:
        if token.text == word.text or (word.prefix and token.text.startswith(word.text)):
            yield token.start, token.end


def _phrase_spans(tokens: list[Token], phrase: Phrase) -> Iterator[Span]:
    at: dict[int, list[Token]] = {}
    for token in tokens:
        at.setdefault(token.position, []).append(token)
    last = len(phrase.words) - 1
    for start in [token for token in tokens if _answers(token, phrase.words[0], phrase.prefix and last == 0)]:
        end = start
        for offset, word in enumerate(phrase.words[1:], 1):
            following = [
                token
                for token in at.get(start.position + offset, ())
                if _answers(token, word, phrase.prefix and offset == last)
            ]
            if not following:
                break
            end = following[0]
        else:
            yield start.start, end.end


def _answers(token: Token, word: str, prefix: bool) -> bool:
    return token.text.startswith(word) if prefix else token.text == word


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _snippet(passage: Passage, spans: list[Span]) -> Match:
    """Cut the passage around its first match, at spaces, and move the spans along."""
    text = passage.text.replace("\n", " ")
    start, end = 0, len(text)
    if passage.told and spans[-1][1] <= passage.told:
        text, end = text[: passage.told], passage.told
    if len(text) > SNIPPET:
        first = spans[0][0]
        start = 0 if first < SNIPPET // 2 else _after_space(text, first - SNIPPET // 3)
        end = min(len(text), max(start + SNIPPET, spans[0][1]))
        end = end if end == len(text) else _before_space(text, end, spans[0][1])
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    kept = tuple((a + shift, b + shift) for a, b in spans if a >= start and b <= end)
    return Match(passage.pane, passage.index, f"{before}{text[start:end]}{after}", kept)


def _after_space(text: str, at: int) -> int:
    space = text.find(" ", at, at + 30)
    return space + 1 if space >= 0 else at


def _before_space(text: str, at: int, least: int) -> int:
    space = text.rfind(" ", max(least, at - 30), at)
    return space if space >= 0 else at
