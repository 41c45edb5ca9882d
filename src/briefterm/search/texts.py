"""Texts that are looked through for one query after another: each word of them is kept once, with where it stands."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from briefterm.search.answering import answers
from briefterm.search.query import Phrase, Word
from briefterm.search.spans import found_in
from briefterm.search.spellings import other_forms
from briefterm.search.words import of_token, tokens, words

_LAST = "\U0010ffff"


class Texts:
    """The texts of a brief or of notes on it, by number; their words are gathered when they are first asked for.

    `told` says up to which character each reads as text; no word goes across it.
    """

    def __init__(self, texts: Sequence[str], told: Sequence[int]) -> None:
        self._texts = texts
        self._told = told

    def having(self, leaf: Word | Phrase) -> dict[int, bool]:
        """Return the numbers of the texts `leaf` stands in, and whether it begins in what reads as text there."""
        if isinstance(leaf, Phrase):
            return self._having_phrase(leaf)
        found: dict[int, bool] = {}
        for word in self._answering(leaf):
            for place in self._places[word]:
                found[place >> 1] = found.get(place >> 1, False) or not place & 1
        return found

    @cached_property
    def _places(self) -> dict[str, Sequence[int]]:
        """For each word the texts it stands in: twice the number of each, and one more where it stands in the rest."""
        written: dict[str, list[int]] = {}
        for number, (text, told) in enumerate(zip(self._texts, self._told, strict=True)):
            for place, part in ((2 * number, text[:told]), (2 * number + 1, text[told:])):
                for token in set(tokens(part)) if part else ():
                    written.setdefault(token, []).append(place)
        places: dict[str, Sequence[int]] = {}
        for token, found in written.items():
            for word in of_token(token):
                places[word] = (*places.get(word, ()), *found)
        return places

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._places)

    def _answering(self, word: Word) -> Iterable[str]:
        """Return the words that answer to `word`, each once."""
        if word.inside:
            return [text for text in self._words if answers(word, text)]
        alike = () if word.exact else other_forms(word.text)
        found = {text for text in (word.text, *alike) if text in self._places}
        if word.prefix:
            found.update(self._beginning(word.text))
        if word.edits:
            found.update([text for text in self._beginning(word.text[:1]) if answers(word, text)])
        return found

    def _beginning(self, letters: str) -> Sequence[str]:
        return self._words[bisect_left(self._words, letters) : bisect_left(self._words, letters + _LAST)]

    def _having_phrase(self, phrase: Phrase) -> dict[int, bool]:
        *first, last = (Word(word, exact=True) for word in phrase.words)
        numbers = set(self.having(Word(last.text, prefix=phrase.prefix, exact=True)))
        for word in first:
            numbers &= self.having(word).keys()
        found = {}
        for number in numbers:
            starts = [start for start, _ in found_in(words(self._texts[number]), phrase)]
            if starts:
                found[number] = min(starts) < self._told[number]
        return found
