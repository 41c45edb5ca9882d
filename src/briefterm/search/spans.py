"""Where words and phrases of a query stand in a text."""

from collections.abc import Iterable, Iterator

from briefterm.brief.fold import fold_long
from briefterm.search.answering import answers
from briefterm.search.query import Phrase, Word
from briefterm.search.spellings import other_forms
from briefterm.search.words import JOINTS, words
from briefterm.search.words import Word as Token

Span = tuple[int, int]


def spans_in(text: str, wanted: Iterable[Word | Phrase]) -> tuple[list[Span], int]:
    """Return the character ranges of `text` that answer to any of `wanted`, merged, and how many of these it holds."""
    spans: list[Span] = []
    matched = 0
    tokens: list[Token] | None = None
    for leaf in _possible(text, wanted):
        if tokens is None:
            tokens = words(text)
        found = list(found_in(tokens, leaf))
        matched += bool(found)
        spans.extend(found)
    return _merged(spans), matched


def _possible(text: str, wanted: Iterable[Word | Phrase]) -> Iterator[Word | Phrase]:
    """Yield what may stand in `text` at all: a look at its letters is far cheaper than to take it apart into words."""
    plain = joined = ""
    for leaf in wanted:
        if isinstance(leaf, Word) and leaf.edits:
            yield leaf
            continue
        plain = plain or fold_long(text)
        if isinstance(leaf, Phrase):
            joined = joined or JOINTS.sub("", plain)
            if all(word in plain or word in joined for word in leaf.words):
                yield leaf
        elif leaf.text in plain:
            yield leaf
        else:
            joined = joined or JOINTS.sub("", plain)
            forms = () if leaf.exact else other_forms(leaf.text)
            if leaf.text in joined or any(form in plain for form in forms):
                yield leaf


def found_in(tokens: list[Token], leaf: Word | Phrase) -> Iterator[Span]:
    """Yield where `leaf` stands in a text of these words."""
    return _word_spans(tokens, leaf) if isinstance(leaf, Word) else _phrase_spans(tokens, leaf)


def _word_spans(tokens: list[Token], word: Word) -> Iterator[Span]:
    for token in tokens:
        if answers(word, token.text):
            yield token.start, token.end


def _phrase_spans(tokens: list[Token], phrase: Phrase) -> Iterator[Span]:
    at: dict[int, list[Token]] = {}
    for token in tokens:
        at.setdefault(token.position, []).append(token)
    last = len(phrase.words) - 1
    for start in [token for token in tokens if _goes_on(token, phrase.words[0], phrase.prefix and last == 0)]:
        end = start
        for offset, word in enumerate(phrase.words[1:], 1):
            following = [
                token
                for token in at.get(start.position + offset, ())
                if _goes_on(token, word, phrase.prefix and offset == last)
            ]
            if not following:
                break
            end = following[0]
        else:
            yield start.start, end.end


def _goes_on(token: Token, word: str, prefix: bool) -> bool:
    return token.text.startswith(word) if prefix else token.text == word


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
