"""Where words and phrases of a query stand in a text."""

import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from briefterm.brief.fold import fold_long
from briefterm.search.answering import answers
from briefterm.search.query import Phrase, Word
from briefterm.search.spellings import other_forms
from briefterm.search.words import JOINTS, vocabulary, words
from briefterm.search.words import Word as Token

Span = tuple[int, int]


class Searched:
    """A text that is looked through, perhaps for one query after another: taken apart once, when first needed.

    No word goes across its character `told`.
    """

    def __init__(self, text: str, told: int = sys.maxsize) -> None:
        self.text = text
        self.told = told

    @cached_property
    def plain(self) -> str:
        """The text folded: what a word must be part of to stand in it."""
        return fold_long(self.text)

    @cached_property
    def joined(self) -> str:
        """The same without apostrophes, hyphens and full stops: what a word made of parts must be part of."""
        return JOINTS.sub("", self.plain)

    @cached_property
    def words_told(self) -> frozenset[str]:
        """The words before the character `told`, each once."""
        return vocabulary(self.text[: self.told])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the text, each once."""
        return self.words_told | vocabulary(self.text[self.told :])

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the text in order, with where they stand."""
        return words(self.text)


def holds(searched: Searched, leaf: Word | Phrase) -> bool:
    """Return whether `leaf` stands in a text: what `spans_in` finds, without where."""
    if not _possible(searched, leaf):
        return False
    if isinstance(leaf, Phrase):
        return any(_phrase_spans(searched.tokens, leaf))
    return any(map(_answering(leaf).__getitem__, searched.vocabulary))


def tells(searched: Searched, leaf: Word | Phrase) -> bool:
    """Return whether `leaf`, which stands in a text, begins before its character `told` anywhere."""
    if isinstance(leaf, Phrase):
        return any(start < searched.told for start, _ in _phrase_spans(searched.tokens, leaf))
    return any(map(_answering(leaf).__getitem__, searched.words_told))


def spans_in(searched: Searched, wanted: Iterable[Word | Phrase]) -> list[Span]:
    """Return the character ranges of a text that answer to any of `wanted`, merged."""
    return _merged([span for leaf in wanted if _possible(searched, leaf) for span in found_in(searched.tokens, leaf)])


def _possible(searched: Searched, leaf: Word | Phrase) -> bool:
    """Whether `leaf` may stand in a text at all: a look at its letters is far cheaper than to take it apart."""
    if isinstance(leaf, Phrase):
        return all(word in searched.plain or word in searched.joined for word in leaf.words)
    if leaf.edits or leaf.text in searched.plain or leaf.text in searched.joined:
        return True
    return not leaf.exact and any(form in searched.plain for form in other_forms(leaf.text))


def found_in(tokens: list[Token], leaf: Word | Phrase) -> Iterator[Span]:
    """Yield where `leaf` stands in a text of these words."""
    return _word_spans(tokens, leaf) if isinstance(leaf, Word) else _phrase_spans(tokens, leaf)


def _word_spans(tokens: list[Token], word: Word) -> Iterator[Span]:
    answering = _answering(word)
    return ((token.start, token.end) for token in tokens if answering[token.text])


class _Answering(dict[str, bool]):
    """Which words of texts answer to a word of a query, each looked at once."""

    def __init__(self, word: Word) -> None:
        super().__init__()
        self._word = word

    def __missing__(self, text: str) -> bool:
        self[text] = found = answers(self._word, text)
        return found


@lru_cache(maxsize=64)
def _answering(word: Word) -> _Answering:
    return _Answering(word)


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
