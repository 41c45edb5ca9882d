"""What is said of times that were measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.samples import Sample

VALUES = st.lists(st.floats(0, 1e6), min_size=1, max_size=60)


@given(VALUES)
def test_half_and_19_in_20_are_no_greater(values: list[float]) -> None:
    sample = Sample.of(values)
    assert 2 * sum(value <= sample.median for value in values) >= len(values)
    assert 2 * sum(value >= sample.median for value in values) >= len(values)
    assert 20 * sum(value <= sample.p95 for value in values) >= 19 * len(values)
    assert sample.p95 in values
    assert 20 * sum(value < sample.p95 for value in values) < 19 * len(values)


def test_of_an_even_number_the_mean_of_the_middle() -> None:
    assert Sample.of([4, 1, 3, 2]).median == 2.5
    assert Sample.of([3, 1, 2]).median == 2


def test_of_twenty_the_second_greatest_and_of_one_that_one() -> None:
    assert Sample.of(range(20)).p95 == 18
    assert Sample.of([7]).p95 == 7


def test_nothing_measured_has_no_median() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        _ = Sample.of([]).median
    with pytest.raises(ValueError, match="nothing was measured"):
        _ = Sample.of([]).p95
