"""Words of the index that a misspelt word was probably meant to be."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain

_SHORTEST = 3
_ONE_EDIT_BELOW = 6
_SOUNDS = ("kqcgx", "jygi", "vwbuf", "sczt", "fpv", "eaiouy", "dt", "rl", "mn")


class Vocabulary:
    """Words, by their length and by their first letter: few of them need to be looked at for one misspelt word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._lengths: dict[int, list[str]] = {}
        self._firsts: dict[str, list[str]] = {}
        for word in words:
            self._lengths.setdefault(len(word), []).append(word)
            self._firsts.setdefault(word[:1], []).append(word)

    def of_length(self, least: int, most: int) -> list[str]:
        """Return the words of `least` to `most` letters."""
        return [word for length in range(least, most + 1) for word in self._lengths.get(length, ())]

    def sounding_like(self, letter: str) -> Iterator[str]:
        """Yield the words that begin with `letter` or with one that sounds like it."""
        letters = {letter, *(other for group in _SOUNDS if letter in group for other in group)}
        return chain.from_iterable(self._firsts.get(other, ()) for other in letters)


def suggestions(
    word: str, going_on: bool, vocabulary: Vocabulary, frequency: Callable[[str], int], most: int = 5
) -> list[str]:
    """Return up to `most` words of `vocabulary` near `word`: fewest letters changed first, then the commonest.

    Two letters exchanged are one change. With `going_on`, `word` may be the beginning of a longer one: these come after
    the whole words, and their first letter is right, or sounds right. Words too short to be told apart get none.
    """
    size = len(word)
    if size < _SHORTEST:
        return []
    edits = 1 if size < _ONE_EDIT_BELOW else 2
    found = _near(
        word, edits, vocabulary.of_length(size - edits, size + edits), lambda known: (known,), frequency, most
    )
    if going_on:
        beginnings: dict[str, list[str]] = {}
        for known in vocabulary.sounding_like(word[0]):
            beginnings.setdefault(known[:size], []).append(known)
        near = _near(word, edits, beginnings.keys(), beginnings.__getitem__, frequency, most)
        found += [other for other in near if other not in found]
    return found[:most]


def _near(
    word: str,
    edits: int,
    known: Collection[str],
    meant_by: Callable[[str], Sequence[str]],
    frequency: Callable[[str], int],
    most: int,
) -> list[str]:
    """Return the words meant by those of `known` that are near `word`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=edits, limit=None)
    scored = sorted(
        (int(changed), _beginning(word, meant), meant) for key, changed, _ in near if changed for meant in meant_by(key)
    )
    best = scored[: most * 20]
    ranked = sorted(best, key=lambda found: (found[0], found[1], -frequency(found[2]), found[2]))
    return [meant for _, _, meant in ranked[:most]]


def _beginning(word: str, known: str) -> int:
    """How far apart the first letters are: the same, alike in sound, or neither."""
    a, b = word[0], known[0]
    return 0 if a == b else 1 if any(a in letters and b in letters for letters in _SOUNDS) else 2
