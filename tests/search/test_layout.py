"""Values of postings come back from how they are laid out as they were, and by kind."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from briefterm.search.layout import NONE, SEVERAL, joined, marks_of, parted, trace

BYTE = st.integers(0, 255)
PLACES = st.lists(st.tuples(st.integers(0, 2**32 - 1), BYTE), max_size=5)


@given(st.lists(st.tuples(BYTE, PLACES), max_size=40), st.sampled_from([0, 1, 255, 256, 70_000]))
def test_values_come_back(values: list[tuple[int, list[tuple[int, int]]]], repeated: int) -> None:
    many = [*values, (7, [(2**24 + 3, 9)] * repeated)]
    stored = [
        bytes((mark,)) + array("I", [place for place, _ in places]).tobytes() + bytes(before for _, before in places)
        for mark, places in many
    ]
    found = parted(joined(stored), len(many))
    assert found.each() == stored
    assert marks_of(joined(stored), len(many)) == bytes(mark for mark, _ in many)
    assert list(found.counts) == [len(places) for _, places in many]
    assert list(array("I", found.places)) == [place for _, places in many for place, _ in places]
    assert list(found.traces) == [before for _, places in many for _, before in places]


def test_no_values_are_none() -> None:
    assert parted(joined([]), 0).each() == []


@given(st.text())
def test_a_trace_is_a_byte_and_none_of_those_that_mean_something_else(word: str) -> None:
    assert max(SEVERAL, NONE) < trace(word) <= 255
