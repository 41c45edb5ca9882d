"""The days of a library: what is on one, and what is on none because its date says less, or too much."""

from collections import Counter
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefterm.archive import Archive
from briefterm.library.calendar import MOST_DAYS, Calendar, Count, ends_of, whole_months
from briefterm.library.library import Library
from briefterm.library.scales import Scale
from briefterm.library.timeline import Timeline
from tests.remembered import catalogue_of
from tests.support import write_library

FILES = {
    "a.yaml": "title: A\ndate: 1961-06-03\ntimeline:\n  - 1961-06-03/1961-06-05: Days\n  - 1961-06: That month\n",
    "b.yaml": "title: B\ndate: 1961-06\ntimeline:\n  - 1961: That year\n  - 1960-01-01/1963-01-20: In office\n",
    "c.yaml": "title: C\ndate: 1961-06-05/1961-07-02\ntimeline:\n  - {date: [1961-06-05, 1961-06-09], event: Twice}\n",
    "d.yaml": "title: D\n",
}
JUNE = date(1961, 6, 1)


def archive_of(folder: Path) -> Archive:
    archive = Archive(Library.at(write_library(folder / "library", FILES)), None)
    archive.refresh(lambda _: None)
    return archive


def test_days_and_what_is_on_them(tmp_path: Path) -> None:
    catalogue = archive_of(tmp_path).catalogue()
    calendar = Calendar(catalogue.spans(), Timeline(catalogue))
    assert calendar.on(date(1961, 6, 3).toordinal()) == Count(1, 1, 1)
    assert calendar.on(date(1961, 6, 5).toordinal()) == Count(1, 2, 1)
    assert calendar.on(date(1961, 6, 9).toordinal()) == Count(1, 1, 1)
    assert calendar.on(date(1961, 6, 1).toordinal()) == Count()
    assert calendar.some_day(JUNE) == 2
    assert calendar.beyond(JUNE) == 2
    assert (calendar.some_day(date(1962, 2, 1)), calendar.beyond(date(1962, 2, 1))) == (0, 1)
    third = date(1961, 6, 3).toordinal()
    assert calendar.next_day(third, 1) == third + 1
    assert calendar.next_day(third, -1) is None
    assert calendar.next_day(calendar.days[-1], 1) is None
    page = calendar.page(catalogue, date(1961, 6, 5).toordinal())
    assert [entry.title for entry in page.briefs] == ["C"]
    assert [event.item.text for event in page.events] == ["Days", "Twice"]
    assert [entry.title for entry in page.some_briefs] == ["B"]
    assert [event.item.text for event in page.some_events] == ["That month"]


def test_a_brief_and_an_event_of_its_own_on_a_day_are_one_thing(tmp_path: Path) -> None:
    catalogue = archive_of(tmp_path).catalogue()
    calendar = Calendar(catalogue.spans(), Timeline(catalogue))
    totals = {day: calendar.on(date(1961, 6, day).toordinal()).total for day in (1, 3, 4, 5, 6, 9)}
    assert totals == {1: 0, 3: 1, 4: 1, 5: 2, 6: 1, 9: 1}


def test_only_those_among(tmp_path: Path) -> None:
    catalogue = archive_of(tmp_path).catalogue()
    calendar = Calendar(catalogue.spans(), Timeline(catalogue).narrowed({"a.yaml"}), {"a.yaml"})
    assert [date.fromordinal(day).day for day in calendar.days] == [3, 4, 5]
    assert calendar.on(date(1961, 6, 5).toordinal()) == Count(0, 1)
    assert calendar.some_day(JUNE) == 1


OPEN = {
    "a.yaml": "title: A\ndate: 1961-06-03\nas_of: 1961-06-01\ntimeline:\n- 1961-05-30/..: Manoeuvres\n"
    "- 1961-02-10/..: Strike\n- 1961-06-02T09:30/..: Meeting\n- ../1961-06-09: Truce\n- 1961-04/..: Floods\n"
    "- 1961-07-01/..: Planned\n",
    "b.yaml": "title: B\ndate: 1961-05-15/..\n",
    "c.yaml": "title: C\ndate: ../1961-05-20\n",
    "d.yaml": "title: D\ndate: 1961-09-02\n",
    "e.yaml": "title: E\ntimeline:\n- 1961-08-02/..: Nobody knows until when\n",
}


def test_what_has_an_open_end_goes_on_as_far_as_its_brief_knows(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, OPEN) as catalogue:
        calendar = Calendar(catalogue.spans(), Timeline(catalogue))

        def on(month: int, day: int) -> list[str]:
            page = calendar.page(catalogue, date(1961, month, day).toordinal())
            assert calendar.on(page.day)[:2] == (len(page.briefs), len(page.events))
            return [*(one.title for one in page.briefs), *(one.item.text for one in page.events)]

        assert on(2, 10) == ["Strike"]
        assert on(2, 11) == []
        assert on(5, 15) == ["B"]
        assert on(5, 16) == []
        assert on(5, 20) == ["C"]
        assert on(5, 29) == []
        assert on(5, 30) == on(5, 31) == on(6, 1) == ["Manoeuvres"]
        assert on(6, 2) == ["Manoeuvres", "Meeting"]
        assert on(6, 3) == ["A", "Manoeuvres"]
        assert on(6, 4) == []
        assert on(6, 9) == ["Truce"]
        assert on(7, 1) == ["Planned"]
        assert on(7, 2) == []
        assert on(8, 2) == ["Nobody knows until when"]
        beyond = {month: calendar.beyond(date(1961, month, 1)) for month in range(1, 12)}
        strike, floods, b, c = range(3, 7), range(4, 7), range(6, 10), range(2, 5)
        longer = Counter(month for months in (strike, floods, b, c) for month in months)
        assert beyond == {month: longer[month] for month in beyond}


def test_an_end_that_is_open_counts_in_each_stretch_until_its_brief(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, OPEN) as catalogue:
        timeline = Timeline(catalogue, ["a.yaml"])
        months = {bucket.name: bucket.within for bucket in timeline.buckets(Scale.MONTH)}
        assert months == {
            "1961-02": 1, "1961-03": 1, "1961-04": 2, "1961-05": 3, "1961-06": 5, "1961-07": 1,
        }  # fmt: skip


@given(st.lists(st.tuples(st.integers(700_000, 700_400), st.integers(0, 80)), max_size=30))
def test_every_brief_is_on_its_days_or_counted_by_the_month(spans: list[tuple[int, int]]) -> None:
    catalogue = Archive(Library(Path()), None).catalogue()
    rows = [(str(at), first, first + length) for at, (first, length) in enumerate(spans)]
    calendar = Calendar(rows, Timeline(catalogue))
    on: Counter[int] = Counter()
    for _, first, last in rows:
        if last - first < MOST_DAYS and not whole_months(first, last):
            on.update(range(first, last + 1))
    assert {day: calendar.on(day).briefs for day in calendar.days} == dict(on)
    for month in {date.fromordinal(first).replace(day=1) for _, first, _ in rows}:
        low, high = ends_of(month)
        vague = [(first, last) for _, first, last in rows if last - first >= MOST_DAYS or whole_months(first, last)]
        reaching = [(first, last) for first, last in vague if first <= high and last >= low]
        assert calendar.some_day(month) + calendar.beyond(month) == len(reaching)
        assert calendar.some_day(month) == sum(low <= first and last <= high for first, last in reaching)


def test_the_first_days_of_briefs(tmp_path: Path) -> None:
    catalogue = archive_of(tmp_path).catalogue()
    assert [date.fromordinal(day).isoformat() for day in catalogue.first_days()] == [
        "1961-06-05",
        "1961-06-03",
        "1961-06-01",
    ]


def test_what_has_no_beginning_is_of_no_first_day(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "library", {"a.yaml": "title: A\ndate: ../2023-11-10\n"})
    archive = Archive(Library.at(folder), None)
    archive.refresh(lambda _: None)
    assert archive.catalogue().first_days() == []
