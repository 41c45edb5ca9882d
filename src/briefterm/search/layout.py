"""How the values of many postings of one term are kept in one string of bytes: by kind, not by posting.

A value says where a word stands in one document: a byte, then its places as 32-bit numbers in the machine's order, then
for each place a byte that tells which word may stand before it there (see `trace`). All first bytes come first, then
how many places each value has, then the places, all their lowest bytes before the next, then the traces: what is alike
stands together, which takes less room compressed and is read without a step for each posting.
"""

import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

SEVERAL, NONE = 0, 1
"""Traces of several words before a place, and of none."""

_NUMBER = 4  # bytes of a place
_PLACE = _NUMBER + 1  # and with its trace
_TRACES = 254
_START = 2653  # of those tried, the common words of diplomats' briefs share fewest traces with this one
_SHORT, _LONG = b"\x01", b"\x04"


@dataclass(frozen=True, slots=True)
class Values:
    """The values of some postings: their first bytes, how many places each has, all places as bytes, their traces."""

    marks: bytes
    counts: Sequence[int]
    places: bytes
    traces: bytes

    def each(self) -> list[bytes]:
        """Return every value as it was given to `joined`."""
        found, start = [], 0
        for number, count in enumerate(self.counts):
            end = start + count
            here = self.places[start * _NUMBER : end * _NUMBER]
            found.append(self.marks[number : number + 1] + here + self.traces[start:end])
            start = end
        return found


@lru_cache(maxsize=8192)
def trace(word: str) -> int:
    """Return the number, one of a few, that is left of a word where another comes after it."""
    return zlib.crc32(word.encode(), _START) % _TRACES + 2


@lru_cache(maxsize=64)
def after(word: str) -> bytes:
    """Return for every trace whether `word` may stand before a place that has it: what bytes are translated by."""
    return bytes(number in (SEVERAL, trace(word)) for number in range(256))


def joined(values: Sequence[bytes]) -> bytes:
    """Return `values`, none of them empty, as one string of bytes."""
    counts = [len(value) // _PLACE for value in values]
    short = max(counts, default=0) < 256
    kept = bytes(counts) if short else _apart(array("I", counts).tobytes())
    marks = bytes([value[0] for value in values])
    ends = [1 + count * _NUMBER for count in counts]
    places = b"".join([value[1:end] for value, end in zip(values, ends, strict=True)])
    traces = b"".join([value[end:] for value, end in zip(values, ends, strict=True)])
    return b"".join((_SHORT if short else _LONG, marks, kept, _apart(places), traces))


def marks_of(stored: bytes, size: int) -> bytes:
    """Return the first bytes of `size` values that were `joined`."""
    return stored[1 : 1 + size]


def traces_of(stored: bytes, size: int) -> bytes:
    """Return the traces of all places in `size` values that were `joined`."""
    start = _counts_end(stored, size)
    return stored[start + (len(stored) - start) // _PLACE * _NUMBER :]


def parted(stored: bytes, size: int) -> Values:
    """Return the `size` values that were `joined`."""
    start = _counts_end(stored, size)
    kept, traces = stored[1 + size : start], traces_of(stored, size)
    counts = kept if stored[:1] == _SHORT else array("I", _together(kept))
    return Values(marks_of(stored, size), counts, _together(stored[start : len(stored) - len(traces)]), traces)


def _counts_end(stored: bytes, size: int) -> int:
    return 1 + size + size * stored[0]


def _apart(numbers: bytes) -> bytes:
    return b"".join([numbers[place::_NUMBER] for place in range(_NUMBER)])


def _together(apart: bytes) -> bytes:
    count = len(apart) // _NUMBER
    numbers = bytearray(len(apart))
    for place in range(_NUMBER):
        numbers[place::_NUMBER] = apart[place * count : (place + 1) * count]
    return bytes(numbers)
