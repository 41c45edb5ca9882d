"""Which item of a list is which of a later version of it: by id, then by text, then by likeness."""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from briefterm.brief.fold import fold_line

ALIKE = 0.6
MOST_PAIRS = 40_000


@dataclass(frozen=True, slots=True)
class Item:
    """What an item is known by. `detail` tells items of the same text apart, such as an event's date."""

    id: str
    text: str
    detail: str = ""


def match(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Return for the index of each item of `new` that of the item of `old` it continues; each is used once.

    Two items with ids of their own are one only if the id or the text is the same. Likeness is not looked for in lists
    so long that more than MOST_PAIRS pairs are left over.
    """
    found: dict[int, int] = {}
    ids = {item.id: index for index, item in reversed(list(enumerate(old))) if item.id}
    for index, item in enumerate(new):
        if item.id in ids:
            found[index] = ids.pop(item.id)
    for with_detail in (True, False):
        _by_text(old, new, found, with_detail)
    _by_likeness(old, new, found)
    return found


def _by_text(old: Sequence[Item], new: Sequence[Item], found: dict[int, int], with_detail: bool) -> None:
    taken = set(found.values())
    waiting: dict[tuple[str, str], deque[int]] = {}
    for index, item in enumerate(old):
        if index not in taken:
            waiting.setdefault(_key(item, with_detail), deque()).append(index)
    for index, item in enumerate(new):
        if index not in found and (queue := waiting.get(_key(item, with_detail))):
            found[index] = queue.popleft()


def _key(item: Item, with_detail: bool) -> tuple[str, str]:
    return fold_line(item.text), item.detail if with_detail else ""


def _by_likeness(old: Sequence[Item], new: Sequence[Item], found: dict[int, int]) -> None:
    taken = set(found.values())
    left = [(index, fold_line(item.text)) for index, item in enumerate(old) if index not in taken]
    right = [(index, fold_line(item.text)) for index, item in enumerate(new) if index not in found]
    if not left or not right or len(left) * len(right) > MOST_PAIRS:
        return
    from rapidfuzz.distance import Indel

    pairs = [
        (-Indel.normalized_similarity(was, now, score_cutoff=ALIKE), abs(before - after), before, after)
        for before, was in left
        for after, now in right
        if not (old[before].id and new[after].id)
    ]
    for likeness, _, before, after in sorted(pairs):
        if likeness < 0 and before not in taken and after not in found:
            found[after] = before
            taken.add(before)


def most_alike(text: str, among: Sequence[str]) -> int | None:
    """Return the index of the text that is most like `text`, the first of equals; None where none is ALIKE."""
    from rapidfuzz.distance import Indel

    wanted = fold_line(text)
    scores = [Indel.normalized_similarity(wanted, fold_line(other), score_cutoff=ALIKE) for other in among]
    best = max(scores, default=0.0)
    return scores.index(best) if wanted and best > 0 else None


def moved(found: dict[int, int]) -> frozenset[int]:
    """Return the indices in the new list of the fewest items that must have moved, given what `match` found."""
    tails: list[int] = []
    at_tail: list[int] = []
    before: dict[int, int] = {}
    for after in sorted(found):
        place = bisect_left(tails, found[after])
        if place:
            before[after] = at_tail[place - 1]
        tails[place : place + 1] = [found[after]]
        at_tail[place : place + 1] = [after]
    stayed: set[int] = set()
    last = at_tail[-1] if at_tail else None
    while last is not None:
        stayed.add(last)
        last = before.get(last)
    return frozenset(found) - stayed
