"""Words of the index that a misspelt word was probably meant to be."""

from collections.abc import Callable, Iterable

from whoosh.support.levenshtein import distance

_SHORTEST = 3
_ONE_EDIT_BELOW = 6
_SOUNDS = ("kqcgx", "jygi", "vwbuf", "sczt", "fpv", "eaiouy", "dt", "rl", "mn", "h")


def beginnings(word: str) -> list[str]:
    """Return the first letters that the word meant may have: its own, then those that sound or are typed alike."""
    own = word[:1]
    others = {letter for letters in _SOUNDS if own in letters for letter in letters if letter != own}
    return [own, *sorted(others)]


def suggestions(
    word: str, going_on: bool, vocabulary: Iterable[str], frequency: Callable[[str], int], most: int = 5
) -> list[str]:
    """Return up to `most` words of `vocabulary` near `word`: fewest letters changed first, then the commonest.

    With `going_on`, `word` may be the beginning of a longer one. Words too short to be told apart get none.
    """
    if len(word) < _SHORTEST:
        return []
    edits = 1 if len(word) < _ONE_EDIT_BELOW else 2
    letters = set(word)
    scored: list[tuple[int, bool, str]] = []
    for known in vocabulary:
        if len(known) < len(word) - edits or (len(known) > len(word) + edits and not going_on):
            continue
        beginning = known[: len(word) + edits] if going_on else known
        if len(letters.difference(beginning)) > edits:
            continue
        changed = _changed(word, beginning, edits, going_on)
        if 0 < changed <= edits:
            scored.append((changed, known[0] != word[0], known))
    if not scored:
        return []
    best = sorted(set(scored))[: most * 20]
    ranked = sorted(best, key=lambda found: (found[0], found[1], -frequency(found[2]), found[2]))
    return [known for _, _, known in ranked[:most]]


def _changed(word: str, known: str, edits: int, going_on: bool) -> int:
    if not going_on:
        return int(distance(word, known, edits))
    ends = range(max(1, len(word) - edits), min(len(known), len(word) + edits) + 1)
    return min((int(distance(word, known[:end], edits)) for end in ends), default=edits + 1)
