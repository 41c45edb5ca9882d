"""Words of the index that a misspelt word was probably meant to be."""

from collections.abc import Callable, Collection, Iterable, Sequence

_SHORTEST = 3
_ONE_EDIT_BELOW = 6
_BETWEEN = "\n"
_SOUNDS = ("kqcgx", "jygi", "vwbuf", "sczt", "fpv", "eaiouy", "dt", "rl", "mn")


class Vocabulary:
    """Words, by length and first letter: few of them need to be looked at for one misspelt word.

    Those of each kind are one string: as strings of their own they would take six times the room.
    """

    def __init__(self, words: Iterable[str]) -> None:
        kinds: dict[tuple[int, str], list[str]] = {}
        for word in words:
            kinds.setdefault((len(word), word[:1]), []).append(word)
        self._kinds = {kind: _BETWEEN.join(alike) for kind, alike in kinds.items()}

    def of_length(self, least: int, most: int) -> list[str]:
        """Return the words of `least` to `most` letters."""
        return self._those(lambda length, _: least <= length <= most)

    def sounding_like(self, letter: str) -> list[str]:
        """Return the words that begin with `letter` or with one that sounds like it."""
        letters = {letter, *(other for group in _SOUNDS if letter in group for other in group)}
        return self._those(lambda _, first: first in letters)

    def _those(self, wanted: Callable[[int, str], bool]) -> list[str]:
        return [word for kind, alike in self._kinds.items() if wanted(*kind) for word in alike.split(_BETWEEN)]


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
