"""Which item of a list is which of a later version of it: by id, then by text, then by likeness."""

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

from briefterm.brief.fold import fold_line

ALIKE = 0.6
MOST_PAIRS = 40_000
_WORD = re.compile(r"[^\s!-,./:-@\[-`{-~«»“”„…।、。]+")
_SMALL_WORDS = """
    a all an and as at both by for from her his in into is it its my new of on or our that the their these this to two
    with your
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_LETTERS_A_SLIP = 5


@dataclass(frozen=True, slots=True)
class Item:
    """What an item is known by. `detail` tells items of the same text apart, such as an event's date.

    Two whose `country` is another are not one because their texts are alike.
    """

    id: str
    text: str
    detail: str = ""
    country: str = ""


def match(
    old: Sequence[Item], new: Sequence[Item], may_be: Callable[[str, str], bool] = lambda was, now: True
) -> dict[int, int]:
    """Return for the index of each item of `new` that of the item of `old` it continues; each is used once.

    Two items with ids of their own are one only if the id or the text is the same. The same words in another order are
    alike. Likeness is not looked for in lists so long that more than MOST_PAIRS pairs are left over, nor where `may_be`
    says no of the old text and the new.
    """
    found: dict[int, int] = {}
    ids = {item.id: index for index, item in reversed(list(enumerate(old))) if item.id}
    for index, item in enumerate(new):
        if item.id in ids:
            found[index] = ids.pop(item.id)
    for with_detail in (True, False):
        _by_text(old, new, found, with_detail)
    _by_likeness(old, new, found, may_be)
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


def _by_likeness(
    old: Sequence[Item], new: Sequence[Item], found: dict[int, int], may_be: Callable[[str, str], bool]
) -> None:
    taken = set(found.values())
    left = [(index, *_as_compared(item.text)) for index, item in enumerate(old) if index not in taken]
    right = [(index, *_as_compared(item.text)) for index, item in enumerate(new) if index not in found]
    if not left or not right or len(left) * len(right) > MOST_PAIRS:
        return
    from rapidfuzz.distance import Indel

    pairs = [
        (
            -max(Indel.normalized_similarity(was, now, score_cutoff=ALIKE), ALIKE if words and words == others else 0),
            abs(before - after),
            before,
            after,
        )
        for before, was, words in left
        for after, now, others in right
        if not (old[before].id and new[after].id) and not differ(old[before].country, new[after].country)
    ]
    for likeness, _, before, after in sorted(pairs):
        free = likeness < 0 and before not in taken and after not in found
        if free and may_be(old[before].text, new[after].text):
            found[after] = before
            taken.add(before)


def _as_compared(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text folded, and its telling words whatever their order."""
    return fold_line(text), tuple(sorted(_telling(text).elements()))


def differ(country: str, other: str) -> bool:
    """Return whether two countries are known, and are two."""
    return bool(country and other) and country != other


def most_alike(text: str, among: Sequence[str]) -> int | None:
    """Return the index of the text most like `text`, the first of equals; None where none is ALIKE and `reworded`."""
    scores = [_likeness(text, other) if reworded(text, other) else 0.0 for other in among]
    best = max(scores, default=0.0)
    return scores.index(best) if fold_line(text) and best > 0 else None


def _likeness(text: str, other: str) -> float:
    """How like two texts are, whichever is the order of their words; 0 where they are not ALIKE."""
    from rapidfuzz.distance import Indel

    one, two = fold_line(text), fold_line(other)
    plain = Indel.normalized_similarity(one, two, score_cutoff=ALIKE)
    by_words = (" ".join(sorted(_WORD.findall(folded))) for folded in (one, two))
    return max(plain, Indel.normalized_similarity(*by_words, score_cutoff=ALIKE))


def reworded(was: str, now: str) -> bool:
    """Return whether `now` may be `was` in other words, where nothing else is known of either.

    Words may come, go, move and be spelt otherwise; but where one stands in place of another, as the name of one
    country in place of another's, it may as well be a sister item that was always there. Small words do not count.
    """
    before, after = _telling(was), _telling(now)
    lost, gained = before - after, after - before
    gone = any(not any(_respelt(word, other) for other in gained) for word in lost)
    come = any(not any(_respelt(word, other) for other in lost) for word in gained)
    return not (gone and come)


def respelt(was: str, now: str) -> bool:
    """Return whether `now` is `was` in the same words, small words, order and slips of spelling aside."""
    before, after = _telling(was), _telling(now)
    lost, gained = before - after, after - before
    return all(any(_respelt(word, other) for other in gained) for word in lost) and all(
        any(_respelt(word, other) for other in lost) for word in gained
    )


NONE_BESIDE = "-"
_MOST_BESIDE = 64


def beside(text: str, others: Iterable[str]) -> str:
    """Return what tells later which of `others` stood beside an item when it was known by `text`.

    Digests of those alike enough to be taken for it, at most _MOST_BESIDE; NONE_BESIDE where none is.
    """
    own = fold_line(text)
    alike = (other for other in dict.fromkeys(others) if fold_line(other) != own and most_alike(text, [other]) == 0)
    return " ".join(_digest(other) for other in islice(alike, _MOST_BESIDE)) or NONE_BESIDE


def may_continue(was: str, now: str, known: str) -> bool:
    """Return whether `now` may be `was` in other words, where `known` is what `beside` said of it then.

    What stood beside it is another item; where that is not known, only a text of the same words may.
    """
    if not known:
        return respelt(was, now)
    return _digest(now) not in known.split(" ") and reworded(was, now)


def _digest(text: str) -> str:
    return blake2b(fold_line(text).encode("utf-8", "replace"), digest_size=5).hexdigest()


def _telling(text: str) -> Counter[str]:
    return Counter(word for word in _WORD.findall(fold_line(text)) if word not in _SMALL and word.strip("-'"))


def _respelt(word: str, other: str) -> bool:
    """Whether two words differ by slips only: a letter in five, but never the first, nor a digit."""
    from rapidfuzz.distance import OSA

    if word[0] != other[0] or any(letter.isdigit() for letter in word + other):
        return False
    return OSA.distance(word, other) <= max(len(word), len(other)) // _LETTERS_A_SLIP


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
