"""Which segments are merged: few stay, and no commit writes many briefs again."""

from hypothesis import given
from hypothesis import strategies as st

from briefterm.search.merging import LARGE, MOST_ALIKE, Size, to_merge


def test_a_few_segments_are_left_alone() -> None:
    assert to_merge([Size(300), Size(600), Size(1500), Size(3000), Size(6000), Size(1), Size(1)]) == []


def test_many_small_ones_of_a_kind_become_one() -> None:
    assert to_merge([Size(6000), *[Size(1)] * MOST_ALIKE]) == list(range(1, MOST_ALIKE + 1))


def test_large_ones_stay_however_many() -> None:
    assert to_merge([Size(LARGE)] * 40) == []


def test_one_that_is_mostly_deleted_is_written_again() -> None:
    assert to_merge([Size(9000, 5000), Size(9000, 10)]) == [0]


@given(st.lists(st.integers(1, 2000), max_size=300))
def test_after_any_commits_few_segments_are_left(commits: list[int]) -> None:
    segments: list[int] = []
    for added in commits:
        chosen = to_merge([Size(count) for count in segments])
        merged = sum(segments[place] for place in chosen)
        assert merged < MOST_ALIKE * 2 * LARGE
        segments = [count for place, count in enumerate(segments) if place not in chosen] + [added + merged]
    small = [count for count in segments if count < LARGE]
    assert len(small) <= 5 * (MOST_ALIKE + 1)
