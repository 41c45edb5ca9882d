"""Where words and phrases of a query stand in a text."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefterm.brief.fold import fold_long
from briefterm.search.answering import answers
from briefterm.search.query import Phrase, Word
from briefterm.search.spellings import other_forms
from briefterm.search.words import JOINTS, words
from briefterm.search.words import Word as Token

Span = tuple[int, int]


def spans_in(text: str, wanted: Iterable[Word | Phrase]) -> list[Span]:
    """Return the character ranges of `text` that answer to any of `wanted`, merged."""
    plain = fold_long(text)
    letters = f"{plain}\n{JOINTS.sub('', plain)}"
    there = [leaf for leaf in wanted if _possible(letters, leaf)]
    tokens = words(text) if there else []
    return _merged([span for leaf in there for span in found_in(tokens, leaf)])


def _possible(letters: str, leaf: Word | Phrase) -> bool:
    """Whether `leaf` may stand in a text of these letters: to look is far cheaper than to take the text apart."""
    if isinstance(leaf, Phrase):
        return all(word in letters for word in leaf.words)
    if leaf.edits or leaf.text in letters:
        return True
    return not leaf.exact and any(form in letters for form in other_forms(leaf.text))


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
