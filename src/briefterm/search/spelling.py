"""Words of the index that a misspelt word was probably meant to be."""

from collections.abc import Callable, Iterable

_SHORTEST = 3
_ONE_EDIT_BELOW = 6
_SOUNDS = ("kqcgx", "jygi", "vwbuf", "sczt", "fpv", "eaiouy", "dt", "rl", "mn")


def suggestions(
    word: str, going_on: bool, vocabulary: Iterable[str], frequency: Callable[[str], int], most: int = 5
) -> list[str]:
    """Return up to `most` words of `vocabulary` near `word`: fewest letters changed first, then the commonest.

    Two letters exchanged are one change. With `going_on`, `word` may be the beginning of a longer one: these come after
    the whole words. Words too short to be told apart get none.
    """
    if len(word) < _SHORTEST:
        return []
    known = tuple(vocabulary)
    found = _near(word, False, known, frequency, most)
    if going_on:
        found += [other for other in _near(word, True, known, frequency, most) if other not in found]
    return found[:most]


def _near(
    word: str, going_on: bool, vocabulary: Iterable[str], frequency: Callable[[str], int], most: int
) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    edits = 1 if len(word) < _ONE_EDIT_BELOW else 2
    wholes: dict[str, list[str]] = {}
    for known in vocabulary:
        wholes.setdefault(known[: len(word)] if going_on else known, []).append(known)
    near = process.extract(word, wholes.keys(), scorer=OSA.distance, score_cutoff=edits, limit=None)
    scored = sorted(
        (int(changed), _beginning(word, known), known)
        for beginning, changed, _ in near
        if changed
        for known in wholes[beginning]
    )
    best = scored[: most * 20]
    ranked = sorted(best, key=lambda found: (found[0], found[1], -frequency(found[2]), found[2]))
    return [known for _, _, known in ranked[:most]]


def _beginning(word: str, known: str) -> int:
    """How far apart the first letters are: the same, alike in sound, or neither."""
    a, b = word[0], known[0]
    return 0 if a == b else 1 if any(a in letters and b in letters for letters in _SOUNDS) else 2
