from datetime import date

import pytest

from briefterm.library.scales import Bucket, Scale, about, edges_of, numbering


def days_of_bucket(scale: Scale, day: str) -> tuple[str, str]:
    """Return the first and the last day of the bucket that a day is in."""
    number = numbering(scale)(date.fromisoformat(day).toordinal())
    first, following = edges_of(scale, number, number)
    return date.fromordinal(first).isoformat(), date.fromordinal(following - 1).isoformat()


@pytest.mark.parametrize(
    ("scale", "day", "first", "last"),
    [
        (Scale.DECADE, "1974-08-09", "1970-01-01", "1979-12-31"),
        (Scale.YEAR, "1974-08-09", "1974-01-01", "1974-12-31"),
        (Scale.MONTH, "1976-02-09", "1976-02-01", "1976-02-29"),
        (Scale.WEEK, "2024-01-01", "2024-01-01", "2024-01-07"),
        (Scale.WEEK, "2023-12-31", "2023-12-25", "2023-12-31"),
        (Scale.DAY, "1974-08-09", "1974-08-09", "1974-08-09"),
        (Scale.DECADE, "0001-01-01", "0001-01-01", "0009-12-31"),
        (Scale.DECADE, "9999-12-31", "9990-01-01", "9999-12-31"),
        (Scale.MONTH, "9999-12-31", "9999-12-01", "9999-12-31"),
        (Scale.WEEK, "9999-12-31", "9999-12-27", "9999-12-31"),
    ],
)
def test_the_bucket_of_a_day(scale: Scale, day: str, first: str, last: str) -> None:
    assert days_of_bucket(scale, day) == (first, last)


@pytest.mark.parametrize(
    ("scale", "name"),
    [
        (Scale.DECADE, "1970s"),
        (Scale.YEAR, "1974"),
        (Scale.MONTH, "1974-12"),
        (Scale.WEEK, "1975-W01"),
        (Scale.DAY, "1974-12-31"),
    ],
)
def test_names_of_buckets(scale: Scale, name: str) -> None:
    day = date(1974, 12, 31).toordinal()
    number = numbering(scale)(day)
    first, following = edges_of(scale, number, number)
    assert Bucket(scale, first, following - 1, 0, 0).name == name


@pytest.mark.parametrize(
    ("density", "said"),
    [
        (0.1, "<1"), (0.94, "<1"), (0.96, "1"), (1.0, "1"), (1.06, "~1"), (1.5, "~2"), (12.7, "~13"), (13.04, "13"),
        (1204, "1,204"), (1203.6, "~1,204"),
    ],
)  # fmt: skip
def test_how_many_is_said_in_whole_events(density: float, said: str) -> None:
    assert about(density) == said
