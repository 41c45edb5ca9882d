import math
import tempfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefterm.brief.edtf import parse_when
from briefterm.brief.when import Precision
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import Entry
from briefterm.library.files import Stamp
from briefterm.library.memory import memory_of
from briefterm.library.scales import Bucket, Scale
from briefterm.library.sheets import Memory
from briefterm.library.timeline import Timeline
from tests.remembered import catalogue_of
from tests.support import read_text

FILES = {
    "a.yaml": """\
title: A
id: brief-a
marking: TLP:AMBER
officials: [Ann Bell]
timeline:
- 1974: Some time that year
- {date: 1974-08-09, event: Resignation, who: [Bell], marking: TLP:RED}
- 1974-08: That month
- 1975-01-01/1975-01-10: Ten days
""",
    "b.yaml": """\
title: B
timeline:
- date: [1974-02, 1974-04]
  event: Twice
- 197X: Some time
- soon: Undated
""",
}


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def by_name(buckets: list[Bucket]) -> dict[str, tuple[float, float]]:
    return {bucket.name: (round(bucket.within, 4), round(bucket.spread, 4)) for bucket in buckets if bucket.density}


def test_by_year(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        timeline = Timeline(catalogue)
        assert (timeline.total, timeline.undated, timeline.briefs) == (7, 1, 2)
        found = by_name(timeline.buckets(Scale.YEAR))
        assert found["1974"] == (4.0, 0.0999)
        assert found["1975"] == (1.0, 0.0999)
        assert found["1972"] == (0.0, 0.1002)
        assert list(found) == [str(year) for year in range(1970, 1980)]
        assert by_name(timeline.buckets(Scale.DECADE)) == {"1970s": (6.0, 0.0)}


def test_what_is_imprecise_is_spread(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        timeline = Timeline(catalogue)
        months = by_name(timeline.buckets(Scale.MONTH, ordinal("1974-01-01"), ordinal("1974-12-31")))
        assert list(months) == [f"1974-{month:02}" for month in range(1, 13)]
        assert months["1974-08"][0] == 2.0
        assert months["1974-02"][0] == months["1974-04"][0] == 1.0
        assert months["1974-01"] == (0.0, round(31 / 365 + 31 / 3652, 4))
        (day,) = timeline.buckets(Scale.DAY, ordinal("1974-08-09"), ordinal("1974-08-09"))
        assert day.within == 1
        assert math.isclose(day.spread, 1 / 365 + 1 / 31 + 1 / 3652)


def test_only_some_briefs(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        timeline = Timeline(catalogue, ["b.yaml", "gone.yaml"])
        assert (timeline.total, timeline.undated, timeline.briefs) == (3, 1, 1)
        assert timeline.page(catalogue, timeline.first, timeline.last).total == 2
        nothing = Timeline(catalogue, [])
        assert (nothing.total, nothing.buckets(Scale.YEAR), nothing.page(catalogue, 1, 10**6).total) == (0, [], 0)


def test_a_page_in_order_of_time_what_reaches_beyond_last(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        timeline = Timeline(catalogue)
        page = timeline.page(catalogue, ordinal("1974-08-01"), ordinal("1974-08-31"))
        assert [event.item.text for event in page.events] == [
            "That month",
            "Resignation",
            "Some time that year",
            "Some time",
        ]
        assert page.total == 4
        resignation = page.events[1]
        assert (resignation.entry.id, resignation.index, resignation.who) == ("brief-a", 1, ("Ann Bell",))
        assert (resignation.item.marking, resignation.entry.marking) == ("TLP:RED", "TLP:AMBER")
        second = timeline.page(catalogue, ordinal("1974-08-01"), ordinal("1974-08-31"), 1, 2)
        assert (second.total, second.events) == (4, page.events[1:3])
        year = timeline.page(catalogue, ordinal("1974-01-01"), ordinal("1974-12-31"))
        assert [event.item.text for event in year.events].count("Twice") == 1


DAYS = st.dates(date(1000, 1, 1), date(9990, 12, 31))
NEAR = st.dates(date(1995, 1, 1), date(1999, 12, 31))
DATES = st.one_of(
    NEAR.map(date.isoformat),
    NEAR.map(lambda day: f"{day:%Y-%m}"),
    NEAR.map(lambda day: f"{day:%Y}"),
    st.sampled_from(["199X", "19XX", "1996-21", "../1996", "1997/..", "1996~"]),
    st.sampled_from(["1996-05/1997-02", "1995-12/1996-01", "1995/1998", "1996-21/1996-23", "197X/199X"]),
    st.sampled_from(
        ["1995-11-30/1996", "1996-01-01/1997", "1995/1996-03-01", "1996-03/1997-08-05", "1996-05-17/1996-06"]
    ),
    st.tuples(NEAR, NEAR).map(lambda days: "/".join(day.isoformat() for day in sorted(days))),
    st.lists(NEAR.map(date.isoformat), min_size=1, max_size=3, unique=True).map(lambda days: f"[{', '.join(days)}]"),
)


def timeline_of(folder: Path, dates: list[str]) -> Timeline:
    """Return the timeline of one brief with an event for each of `dates`."""
    events = "".join(f"- {{date: {written}, event: e}}\n" for written in dates)
    memory: Memory = memory_of(read_text(f"title: T\ntimeline:\n{events}"))
    catalogue = Catalogue.open(folder)
    try:
        catalogue.put([(Stamp("t.yaml", 1, 1), Entry("t.yaml", "t", "T"), memory)])
        return Timeline(catalogue)
    finally:
        catalogue.close()


def counted(written: str, bucket: Bucket) -> tuple[bool, float]:
    """Return whether an event so dated is in a bucket for sure, and the share of what may be in it, by its rules."""
    sure, vague = False, 0.0
    whens = [parse_when(one) for one in written.strip("[]").split(", ")]
    for span in (span for when in whens for span in when.spans):
        start, end = span.start or span.end, span.end or span.start
        assert start is not None
        assert end is not None
        alike = start is end
        if alike and start.precision < Precision.DAY:
            sure |= bucket.first <= start.first.toordinal() and start.last.toordinal() <= bucket.last
        else:
            sure |= bucket.first <= end.first.toordinal() and start.last.toordinal() <= bucket.last
        for point in (start,) if alike else (start, end):
            first, last = point.first.toordinal(), point.last.toordinal()
            common = min(last, bucket.last) - max(first, bucket.first) + 1
            vague += max(0, common) / (last - first + 1)
    return sure, vague


def test_of_a_span_the_end_that_says_a_day_is_sure(tmp_path: Path) -> None:
    timeline = timeline_of(tmp_path, ["1974-11-30/1976", "1970/1974-11-30"])
    days = timeline.buckets(Scale.DAY, date(1974, 11, 29).toordinal(), date(1974, 12, 1).toordinal())
    assert [(day.within, day.spread) for day in days] == [(1, 0.0), (2, 0.0), (1, 0.0)]


@given(st.lists(DATES, min_size=1, max_size=8), st.sampled_from(Scale), st.integers(0, 50_000))
@settings(max_examples=80)
def test_what_lasts_is_in_each_bucket_it_touches_and_what_is_imprecise_is_spread(
    dates: list[str], scale: Scale, seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        timeline = timeline_of(Path(folder), dates)
    buckets = timeline.buckets(scale)
    assert timeline.total == len(dates)
    assert all(one.last + 1 == other.first for one, other in pairwise(buckets))
    looked_at = {0, len(buckets) - 1, seed % len(buckets)}
    looked_at |= {at for at, bucket in enumerate(buckets) if bucket.within} if len(buckets) < 2000 else set()
    for at in looked_at:
        expected = [counted(written, buckets[at]) for written in dates]
        assert buckets[at].within == sum(sure for sure, _ in expected)
        if not any("[" in written for written in dates):
            shares = sum(vague for sure, vague in expected if not sure)
            assert math.isclose(buckets[at].spread, shares, rel_tol=1e-6, abs_tol=1e-6)


def test_a_trip_of_eight_days_counts_on_each_of_them_and_once_for_its_month(tmp_path: Path) -> None:
    timeline = timeline_of(tmp_path, ["2023-11-03/2023-11-10", "2023-11-10"])
    days = timeline.buckets(Scale.DAY)
    assert [(bucket.name, bucket.within, bucket.spread) for bucket in (days[0], days[6], days[7])] == [
        ("2023-11-03", 1, 0.0),
        ("2023-11-09", 1, 0.0),
        ("2023-11-10", 2, 0.0),
    ]
    assert by_name(timeline.buckets(Scale.MONTH)) == {"2023-11": (2, 0.0)}
    assert timeline.total == 2
    assert timeline.lasts(days)
    assert not timeline.lasts(timeline.buckets(Scale.MONTH))
    assert timeline.lasts(timeline.buckets(Scale.DAY, ordinal("2023-11-05"), ordinal("2023-11-06")))
    assert not timeline.lasts(timeline.buckets(Scale.DAY, ordinal("2023-11-11"), ordinal("2023-11-20")))


def test_of_a_stay_by_months_first_and_last_day_are_somewhere_in_theirs(tmp_path: Path) -> None:
    timeline = timeline_of(tmp_path, ["2023-06/2023-09"])
    assert by_name(timeline.buckets(Scale.MONTH)) == {f"2023-0{month}": (1, 0.0) for month in range(6, 10)}
    days = by_name(timeline.buckets(Scale.DAY))
    assert days["2023-06-29"] == days["2023-06-01"] == (0, round(1 / 30, 4))
    assert days["2023-06-30"] == days["2023-07-20"] == days["2023-09-01"] == (1, 0.0)
    assert days["2023-09-30"] == (0, round(1 / 30, 4))


@given(st.lists(DATES, min_size=1, max_size=8), NEAR, NEAR, st.sampled_from([Scale.MONTH, Scale.WEEK, Scale.DAY]))
@settings(max_examples=60)
def test_a_part_is_as_in_the_whole(dates: list[str], one: date, other: date, scale: Scale) -> None:
    first, last = sorted((one.toordinal(), other.toordinal()))
    with tempfile.TemporaryDirectory() as folder:
        timeline = timeline_of(Path(folder), dates)
    whole = {bucket.first: bucket.density for bucket in timeline.buckets(scale)}
    for bucket in timeline.buckets(scale, first, last):
        assert math.isclose(bucket.density, whole.get(bucket.first, 0.0), rel_tol=1e-6, abs_tol=1e-6)


@pytest.mark.parametrize("among", [[], ["a.yaml"], ["b.yaml"], ["a.yaml", "b.yaml", "gone.yaml"]])
def test_narrowed_it_is_what_is_read_of_these_alone(tmp_path: Path, among: list[str]) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        read, narrowed = Timeline(catalogue, among), Timeline(catalogue).narrowed(among)
        assert (narrowed.total, narrowed.undated, narrowed.briefs) == (read.total, read.undated, read.briefs)
        assert (narrowed.first, narrowed.last) == (read.first, read.last)
        for scale in (Scale.DECADE, Scale.YEAR, Scale.MONTH):
            assert narrowed.buckets(scale) == read.buckets(scale)
        days = ordinal("1970-01-01"), ordinal("1979-12-31")
        assert narrowed.page(catalogue, *days) == read.page(catalogue, *days)
        assert narrowed.narrowed(["a.yaml"]).total == Timeline(catalogue, set(among) & {"a.yaml"}).total
