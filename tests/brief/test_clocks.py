"""A clock time that its zone does not have, or has twice, is remarked on where it stands, with what to write."""

import pytest

from tests.support import problems_of


@pytest.mark.parametrize(
    ("zone", "date", "said"),
    [
        (
            "Europe/Berlin",
            "2023-03-26T02:30",
            (
                "`2023-03-26T02:30` does not exist in Europe/Berlin, where the clocks go forward; "
                "write `2023-03-26T03:30` if that is meant"
            ),
        ),
        (
            "Europe/Berlin",
            "2023-10-29T02:30",
            (
                "`2023-10-29T02:30` comes twice in Europe/Berlin, where the clocks go back; "
                "write `2023-10-29T02:30+02:00` for the first, `2023-10-29T02:30+01:00` for the second"
            ),
        ),
        ("Europe/London", "2023-10-29T00:30/01:30", "`2023-10-29T01:30+01:00` for the first, `2023-10-29T01:30Z`"),
        ("Australia/Lord_Howe", "2023-10-01T02:15", "write `2023-10-01T02:45`"),
        ("America/New_York", "2023-03-12T02:00/2023-11-05T01:00", "write `2023-03-12T03:00`"),
        ("America/New_York", "2023-03-12T02:00/2023-11-05T01:00", "comes twice"),
    ],
)
def test_a_time_that_is_not_there_or_twice_is_a_warning(zone: str, date: str, said: str) -> None:
    text = f"title: T\ntimezone: {zone}\ntimeline:\n- date: {date}\n  event: Call\n"
    problems = problems_of(text)
    assert any(said in problem for problem in problems)
    assert all(problem.startswith("4:9: warning: timeline[0].date: ") for problem in problems)


@pytest.mark.parametrize(
    "written",
    [
        "2023-03-26T01:59",
        "2023-03-26T03:00",
        "2023-10-29T01:59",
        "2023-10-29T03:00",
        "2023-10-29T02:30+02:00",
        "2023-10-29T02:30Z",
        "2023-10-29",
        "2023-03-26",
        "2023-10",
        "2023-10-29T01:00/04:00",
    ],
)
def test_all_others_are_no_problem(written: str) -> None:
    assert not problems_of(f"title: T\ntimezone: Europe/Berlin\ntimeline:\n- {{date: '{written}', event: Call}}\n")


def test_without_a_zone_there_is_nothing_to_remark_on() -> None:
    assert not problems_of("title: T\ntimeline:\n- {date: '2023-03-26T02:30', event: Call}\n")
