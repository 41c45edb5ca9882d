from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.edtf import EXAMPLES, DateError, parse_set, parse_when
from briefterm.brief.when import MONTHS, Precision
from tests.brief.dates import dates, months_meant, numbers_in, numbers_meant, spans

NOTATION = st.text("0123456789-/X~?%.T:+Z ,", max_size=40)


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), Precision.CENTURY),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), Precision.DECADE),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), Precision.YEAR),
        ("0800", date(800, 1, 1), date(800, 12, 31), Precision.YEAR),
        ("2023-21", date(2023, 3, 1), date(2023, 5, 31), Precision.SEASON),
        ("2023-22", date(2023, 6, 1), date(2023, 8, 31), Precision.SEASON),
        ("2023-23", date(2023, 9, 1), date(2023, 11, 30), Precision.SEASON),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29), Precision.SEASON),
        ("9999-24", date(9999, 12, 1), date(9999, 12, 31), Precision.SEASON),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), Precision.MONTH),
        ("2023-11-08", date(2023, 11, 8), date(2023, 11, 8), Precision.DAY),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), Precision.DAY),
        ("2023-11-08T09:30", date(2023, 11, 8), date(2023, 11, 8), Precision.MINUTE),
    ],
)
def test_a_date_covers_the_days_it_may_be(written: str, first: date, last: date, precision: Precision) -> None:
    when = parse_when(written)
    assert (when.first, when.last, when.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("written", "approximate", "uncertain"),
    [
        ("2023-06", False, False),
        ("2023-06~", True, False),
        ("~2023-06", True, False),
        ("2023?", False, True),
        ("?2023", False, True),
        ("2023%", True, True),
        ("~2023?", True, True),
        ("201X~", True, False),
        ("2023-11-08T09:30?", False, True),
    ],
)
def test_marks_of_doubt_are_kept(written: str, approximate: bool, uncertain: bool) -> None:
    (point,) = parse_when(written).points()
    assert (point.approximate, point.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("written", "begins", "ends"),
    [
        ("2023-11-03/2023-11-10", datetime(2023, 11, 3), datetime(2023, 11, 10, 23, 59, 59, 999999)),
        ("2018/2019-02", datetime(2018, 1, 1), datetime(2019, 2, 28, 23, 59, 59, 999999)),
        ("2023-11-08T09:30/11:00", datetime(2023, 11, 8, 9, 30), datetime(2023, 11, 8, 11)),
        ("2023-11-08T23:00/2023-11-09T01:00", datetime(2023, 11, 8, 23), datetime(2023, 11, 9, 1)),
        ("../1870", datetime.min, datetime(1870, 12, 31, 23, 59, 59, 999999)),
        ("1960-06-09/..", datetime(1960, 6, 9), datetime.max),
        ("2023 / 2024", datetime(2023, 1, 1), datetime(2024, 12, 31, 23, 59, 59, 999999)),
    ],
)
def test_a_span_runs_from_its_first_moment_to_its_last(written: str, begins: datetime, ends: datetime) -> None:
    when = parse_when(written)
    assert (when.begins, when.ends) == (begins, ends)


def test_the_end_of_a_timed_span_takes_over_the_offset() -> None:
    start, end = parse_when("2023-11-08T09:30+05:30/11:00").points()
    assert start.offset == end.offset is not None


def test_a_span_across_zones_is_measured_in_real_time() -> None:
    assert parse_when("2023-11-08T23:00+09:00/2023-11-08T15:30-08:00").known
    with pytest.raises(DateError, match="ends before it begins"):
        parse_when("2023-11-08T10:00-08:00/2023-11-08T11:00+09:00")


@pytest.mark.parametrize("zone", ["Z", "+05:30", "-08:00", "+0530", "+05", "+14:00", "-12:00"])
def test_offsets_from_utc_are_read(zone: str) -> None:
    (point,) = parse_when(f"2023-11-08T09:30{zone}").points()
    assert point.offset is not None


@pytest.mark.parametrize("zone", ["+15:00", "+05:60", "-99"])
def test_offsets_that_no_place_has_are_refused(zone: str) -> None:
    with pytest.raises(DateError, match="no such offset"):
        parse_when(f"2023-11-08T09:30{zone}")


@pytest.mark.parametrize("zone", ["-13:00", "+14:30"])
def test_offsets_end_where_the_message_says(zone: str) -> None:
    with pytest.raises(DateError, match="from -12:00 to"):
        parse_when(f"2023-11-08T09:30{zone}")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2023-02-29", "Feb 2023 has 28 days"),
        ("2023-11-31", "Nov 2023 has 30 days"),
        ("2023-11-00", "does not exist"),
        ("2023-13", "month 13"),
        ("2023-00", "month 00"),
        ("2023-25", "month 25"),
        ("2023-21-05", "month 21"),
        ("0000", "year 0"),
        ("000X", "year 0"),
        ("00XX", "year 0"),
        ("12023", "beyond the year 9999"),
        ("2024/2023", "ends before it begins"),
        ("2024/2023", "exchange the two dates"),
        ("2023-11-08T09:30/09:00", "ends before it begins"),
        ("2026-06-30T23:00/00:30", "write `2026-06-30T23:00/2026-07-01T00:30` if it ends on the day after"),
        ("9999-12-31T23:00/00:30", "exchange the two dates"),
        ("../..", "neither start nor end"),
        ("/", "neither start nor end"),
        ("/2023", "write `../2023`"),
        ("2023/", "write `2023/..`"),
        ("2023-11-08/11:00", "a time without a day"),
        ("../11:00", "a time without a day"),
        ("2023-11-08T24:00", "midnight is 00:00 of the next day"),
        ("2023-11-08T25:10", "from 00:00 to 23:59"),
        ("2023-11-08T09:60", "from 00:00 to 23:59"),
        ("2023-11-08T9:30", "not a time of day"),
        ("yesterday", "write it as one of"),
        ("", "write it as one of"),
        ("2023/2024/2025", "write it as one of"),
        ("x" * 121, "too long"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(written: str, said: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_when(written)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-1-5", "2023-01-05"),
        ("2023.11.08", "2023-11-08"),
        ("5 Nov 2023", "2023-11-05"),
        ("5th of Nov 2023", None),
        ("3rd November, 2023", "2023-11-03"),
        ("November 5, 2023", "2023-11-05"),
        ("Nov 2023", "2023-11"),
        ("13/11/2023", "2023-11-13"),
        ("11/13/2023", "2023-11-13"),
        ("11/11/2023", "2023-11-11"),
        ("5/11/2023", "2023-11-05 or 2023-05-11"),
        ("31/31/2023", None),
        ("30 Feb 2023", None),
        ("5 Foo 2023", None),
        ("1/1/0000", None),
    ],
)
def test_other_notations_are_refused_with_ours(written: str, meant: str | None) -> None:
    with pytest.raises(DateError) as caught:
        parse_when(written)
    if meant is None:
        assert "write it as one of" in str(caught.value) or "not a date" in str(caught.value)
        assert " as we write them" not in str(caught.value)
    else:
        assert str(caught.value).endswith(f"write {meant}")


def test_a_date_with_slashes_is_refused_with_ours() -> None:
    with pytest.raises(DateError, match="write 2023-11-08"):
        parse_when("2023/11/08")


def test_every_date_in_the_advice_can_be_read() -> None:
    for example in EXAMPLES.split(", "):
        assert parse_when(example).written == example


def test_a_set_is_all_its_dates() -> None:
    when = parse_set(["2023-09", "2023-06 "])
    assert when.written == "2023-09, 2023-06"
    assert (when.first, when.last) == (date(2023, 6, 1), date(2023, 9, 30))


def test_one_bad_date_spoils_its_set() -> None:
    with pytest.raises(DateError, match="2023-13"):
        parse_set(["2023-06", "2023-13"])


@given(dates())
def test_any_valid_date_is_read(written: str) -> None:
    when = parse_when(written)
    assert when.known
    assert when.written == written
    assert when.begins <= when.ends


@given(spans())
def test_any_valid_span_is_read(written: str) -> None:
    when = parse_when(written)
    assert when.known
    assert when.begins <= when.ends


@given(st.one_of(dates(), spans()))
def test_nothing_is_shown_that_was_not_written(written: str) -> None:
    shown = parse_when(written).shown
    assert set(numbers_in(shown)) <= numbers_meant(written)
    assert {month for month in MONTHS if month in shown} <= months_meant(written)


@given(dates())
def test_no_day_is_shown_where_none_was_written(written: str) -> None:
    when = parse_when(written)
    if when.precision is not None and when.precision < Precision.DAY:
        assert len(numbers_in(when.shown)) == 1


@given(st.lists(st.one_of(dates(), spans()), min_size=2, max_size=8))
def test_dates_of_every_kind_can_be_put_in_order(written: list[str]) -> None:
    whens = sorted((parse_when(text) for text in written), key=lambda when: when.sort_key)
    for earlier, later in pairwise(whens):
        assert earlier.begins <= later.begins
        assert earlier.begins < later.begins or earlier.ends <= later.ends


@given(
    st.one_of(st.text(max_size=200), NOTATION, dates().map(lambda text: text[1:]), spans().map(lambda text: text + "9"))
)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        when = parse_when(text)
    except DateError as error:
        assert str(error)
    else:
        assert when.known
        assert when.shown
