"""People who may stand in one brief twice, under two spellings of their name."""

from collections.abc import Iterator, Sequence

from briefterm.brief.fold import fold_name
from briefterm.brief.model import Official

_LONG, _SHORT = 6, 4  # letters a word has to have where one is changed, and where one is missing
_MOST = 200

Words = tuple[str, ...]


def same_people(officials: Sequence[Official]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indices, the earlier first, whose names are spelt differently and may be one person's.

    The same words in another order or typography, an alias of the other, a name against its initial, an initial left
    out, or one letter's difference in a long word. The same name twice is two posts of one person and no slip; people
    of two countries are two people.
    """
    names = [_words(official.name) for official in officials[:_MOST]]
    sharing: dict[Words | str, list[int]] = {}
    for index, (words, official) in enumerate(zip(names, officials, strict=False)):
        aliases = [_words(alias) for alias in official.aliases]
        keys: set[Words | str] = {word for word in words if len(word) > 2} | {words, *aliases}
        near = {other for key in keys for other in sharing.get(key, ())}
        for other in sorted(near):
            by_alias = names[other] in aliases or words in map(_words, officials[other].aliases)
            if _one_country(officials[other], official) and _same(officials[other].name, official.name, by_alias):
                yield other, index
                break
        for key in keys:
            sharing.setdefault(key, []).append(index)


def _one_country(one: Official, other: Official) -> bool:
    return one.country == other.country or not one.country or not other.country


def _words(name: str) -> Words:
    return tuple(fold_name(name).split())


def _same(one: str, other: str, by_alias: bool) -> bool:
    words, others = _words(one), _words(other)
    if words == others:
        return one != other
    return by_alias or sorted(words) == sorted(others) or _initial_left_out(words, others) or _one_apart(words, others)


def _initial_left_out(words: Words, others: Words) -> bool:
    shorter, longer = sorted((words, others), key=len)
    full = tuple(word for word in longer if len(word) > 1)
    return len(shorter) > 1 and len(shorter) < len(longer) and full == shorter


def _one_apart(words: Words, others: Words) -> bool:
    """Return whether all words but one are the same, and that one is an initial or a slip of the other."""
    differing = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    if len(differing) != 1 or len(words) < 2 or len(words) != len(others):
        return False
    first, second = differing[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0] and len(first) != len(second)
    shortest = _LONG if len(first) == len(second) else _SHORT
    return min(len(first), len(second)) >= shortest and _one_letter_apart(first, second)


def _one_letter_apart(one: str, other: str) -> bool:
    """Return whether a letter is changed, missing or swapped with its neighbour, and nothing else."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:] or swapped
