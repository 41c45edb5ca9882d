"""Planes: one byte a brief, the newest brief first; 0 where it does not match, otherwise how well it does.

Whole planes are combined as big integers, so that a query over any number of briefs costs a few operations on strings
of bytes instead of a loop. The levels of one word are small enough that ten words add up to less than 256.
"""

from collections.abc import Iterator, Sequence

MOST_SCORED = 10
TOP_LEVEL = 24
_ABSENT = bytes(0 if value else 1 for value in range(256))
_FULL = bytes(255 if value else 0 for value in range(256))
_EMPTY = bytes(0 if value else 255 for value in range(256))


def both(planes: Sequence[bytes]) -> bytes:
    """Return where all of `planes` match, with the sum of the first ten's levels."""
    size = len(planes[0])
    common = -1
    total = 0
    for index, plane in enumerate(planes):
        common &= int.from_bytes(plane.translate(_FULL), "little")
        if index < MOST_SCORED:
            total += int.from_bytes(plane, "little")
    return (total & common).to_bytes(size, "little")


def either(planes: Sequence[bytes]) -> bytes:
    """Return where any of `planes` matches, with the level of the first that does."""
    size = len(planes[0])
    result = int.from_bytes(planes[0], "little")
    for plane in planes[1:]:
        free = int.from_bytes(result.to_bytes(size, "little").translate(_EMPTY), "little")
        result |= int.from_bytes(plane, "little") & free
    return result.to_bytes(size, "little")


def ranked(planes: Sequence[bytes]) -> bytes:
    """Return where any of `planes` matches, at most at TOP_LEVEL; an earlier one is above all later ones."""
    width = TOP_LEVEL // len(planes)
    return either([_within(plane, width * (len(planes) - place), width) for place, plane in enumerate(planes, 1)])


def _within(plane: bytes, low: int, width: int) -> bytes:
    """Return a plane with its levels in the same order, `width` of them above `low`."""
    most = max(1, max(plane, default=0))
    levels = (low + -(-min(level, most) * width // most) for level in range(1, 256))
    return plane.translate(bytes((0, *levels)))


def neither(plane: bytes) -> bytes:
    """Return where `plane` does not match, at level 1."""
    return plane.translate(_ABSENT)


def less(plane: bytes, excluded: Sequence[bytes]) -> bytes:
    """Return `plane` without the briefs that any of `excluded` matches."""
    kept = int.from_bytes(plane, "little")
    for other in excluded:
        kept &= int.from_bytes(other.translate(_EMPTY), "little")
    return kept.to_bytes(len(plane), "little")


def matches(plane: bytes) -> int:
    """Return how many briefs match."""
    return len(plane) - plane.count(0)


def best(plane: bytes) -> Iterator[tuple[int, int]]:
    """Yield rank and level of every match: the highest level first, and in one level the newest."""
    for level in range(max(plane, default=0), 0, -1):
        wanted = bytes((level,))
        at = plane.find(wanted)
        while at >= 0:
            yield at, level
            at = plane.find(wanted, at + 1)
