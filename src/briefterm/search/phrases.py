"""Where phrases stand: the places of their words compared, a segment at a time."""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

from briefterm.search.postings import after_places, later, places, places_after
from briefterm.search.query import Phrase

_WHOLE = 4


class Phrases:
    """Looks for phrases in the segments of an index. What was found of one that is being typed is kept a while."""

    def __init__(self, leaves: Sequence[Any]) -> None:
        self._leaves = leaves
        self._whole = lru_cache(maxsize=_WHOLE)(self._find_whole)
        self._typed: tuple[Phrase, list[dict[bytes, array[int]]]] | None = None

    def close(self) -> None:
        """Let go of the segments."""
        del self._whole

    def ends(self, phrase: Phrase) -> "list[array[int]]":
        """Return where `phrase` ends in each segment."""
        return self._begun(phrase) if phrase.prefix else self._whole(phrase.label, phrase.words)

    def _begun(self, phrase: Phrase) -> "list[array[int]]":
        *head, last = phrase.words
        key = _key(phrase.label, last)
        found = self._going_on(phrase, key)
        if found is None:
            found = self._find_begun(phrase.label, tuple(head), key)
        self._typed = (phrase, found)
        return [array("Q", b"".join(by_term.values())) for by_term in found]

    def _going_on(self, phrase: Phrase, key: bytes) -> "list[dict[bytes, array[int]]] | None":
        """Return what was found for the phrase as it was typed before, where `phrase` only goes on from there."""
        if self._typed is None:
            return None
        typed, found = self._typed
        if (typed.label, typed.words[:-1]) != (phrase.label, phrase.words[:-1]):
            return None
        if not phrase.words[-1].startswith(typed.words[-1]):
            return None
        return [{term: ends for term, ends in by_term.items() if term.startswith(key)} for by_term in found]

    def _find_begun(self, label: str, head: tuple[str, ...], key: bytes) -> "list[dict[bytes, array[int]]]":
        field = _field(label)
        before = self._whole(label, head) if len(head) > 1 else None
        found = []
        for number, leaf in enumerate(self._leaves):
            terms = leaf.expand_prefix(field, key)
            if not head:
                found.append({term: places(leaf, field, term) for term in terms})
            elif before is None or before[number]:
                likely = {term: places_after(leaf, field, term, head[-1]) for term in terms}
                likely = {term: ends for term, ends in likely.items() if ends}
                candidates = set(chain.from_iterable(likely.values()))
                if before:
                    candidates.intersection_update(later(before[number], 1))
                elif candidates:
                    candidates = after_places(leaf, field, _key(label, head[0]), candidates)
                after = {term: array("Q", filter(candidates.__contains__, ends)) for term, ends in likely.items()}
                found.append({term: ends for term, ends in after.items() if ends})
            else:
                found.append({})
        return found

    def _find_whole(self, label: str, words: tuple[str, ...]) -> "list[array[int]]":
        begun = self._going_on(Phrase(words, label=label), _key(label, words[-1]))
        if begun is not None:
            last = _key(label, words[-1])
            return [by_term.get(last, array("Q")) for by_term in begun]
        return [self._together(leaf, label, words) for leaf in self._leaves]

    def _together(self, leaf: Any, label: str, words: Sequence[str]) -> "array[int]":
        """Return where all of `words` stand one after another in one segment.

        What comes after a word is looked for by traces; that it does, the places of that word tell.
        """
        field = _field(label)
        if len(words) == 1:
            return places(leaf, field, _key(label, words[0]))
        ends = set(places_after(leaf, field, _key(label, words[1]), words[0]))
        ends = after_places(leaf, field, _key(label, words[0]), ends) if ends else ends
        for earlier, word in pairwise(words[1:]):
            ends = {end + 1 for end in ends}.intersection(places_after(leaf, field, _key(label, word), earlier))
            if not ends:
                break
        return array("Q", ends)


def _field(label: str) -> str:
    return "labels" if label else "words"


def _key(label: str, word: str) -> bytes:
    return (f"{label}:{word}" if label else word).encode()
