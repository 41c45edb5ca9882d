from pathlib import Path

import pytest

from tests.support import LIBRARY, briefterm, write_library

FILES = {
    **LIBRARY,
    "old.yaml": "title: Old times\nid: old\ntimeline:\n- 1974: Some time\n- 1974-08-09: A day\n- soon: Undated\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", FILES)


def lines(*arguments: str, library: Path) -> list[list[str]]:
    done = briefterm("timeline", *arguments, "--library", library)
    assert done.status == 0
    return [line.split() for line in done.out.splitlines()]


def test_a_bar_a_year(library: Path) -> None:
    done = briefterm("timeline", "--library", library)
    assert done.err == "briefterm: 5 events in 2 briefs, 1 of them without a date\n"
    assert [line.split() for line in done.out.splitlines()] == [
        ["1974", "2", "█" * 60],
        ["2018", "1", "█" * 30],
        ["2023", "1", "█" * 30],
    ]


def test_nearer_what_is_imprecise_is_spread(library: Path) -> None:
    found = lines("--by", "month", "--within", "1974", library=library)
    assert len(found) == 12
    assert [line[:2] for line in found[6:9]] == [["1974-07", "<1"], ["1974-08", "~1"], ["1974-09", "<1"]]
    assert [line[:2] for line in lines("--by", "day", library=library)] == [["1974-08-09", "1"], ["2023-11-10", "1"]]


def test_what_is_less_than_an_event_is_explained(library: Path) -> None:
    done = briefterm("timeline", "--by", "month", "--within", "1974", "--library", library)
    assert "counts in part in each of the lines it may belong to" in done.err
    done = briefterm("timeline", "--by", "month", "--within", "1974-08", "--library", library, "--json")
    assert done.err == ""


def test_a_query_chooses_the_briefs(library: Path) -> None:
    assert [line[0] for line in lines("times", library=library)] == ["1974"]
    assert [line[0] for line in lines("-times", "--by", "decade", library=library)] == ["2010s", "2020s"]


def test_json_has_numbers_that_add_up(library: Path) -> None:
    found = briefterm("timeline", "--by", "month", "--library", library, "--json").json
    assert (found["by"], found["total"], found["undated"]) == ("month", 5, 1)
    assert sum(one["within"] + one["spread"] for one in found["buckets"]) == pytest.approx(4, abs=1e-4)
    assert found["buckets"][7] == {
        "name": "1974-08",
        "first": "1974-08-01",
        "last": "1974-08-31",
        "within": 1,
        "spread": round(31 / 365, 6),
    }


def test_the_events_themselves(library: Path) -> None:
    done = briefterm("timeline", "--within", "1974-08", "--events", "--library", library)
    assert done.out.splitlines() == ["9 Aug 1974  A day  old, timeline 2", "1974  Some time  old, timeline 1"]
    found = briefterm("timeline", "--within", "2023", "--events", "--library", library, "--json").json
    assert found["total"] == 1
    assert {key: found["events"][0][key] for key in ("id", "index", "event", "date", "first", "marking")} == {
        "id": "talks",
        "index": 1,
        "event": "Talks in Delhi",
        "date": "10 Nov 2023",
        "first": "2023-11-10",
        "marking": "TLP:AMBER",
    }


def test_what_is_cancelled_is_said(tmp_path: Path) -> None:
    files = {
        "a.yaml": "title: A\nofficials: [Ann Bell]\ntimeline: [{date: 2024-05-01, event: Lunch, status: cancelled}]\n",
        "b.yaml": "title: B\nstatus: cancelled\nofficials: [Ann Bell]\ntimeline: [{date: 2024-05-02, event: Dinner}]\n",
    }
    library = write_library(tmp_path / "library", files)
    done = briefterm("timeline", "--events", "--library", library)
    assert done.out.splitlines() == [
        "1 May 2024  Lunch · cancelled  a, timeline 1",
        "2 May 2024  Dinner · cancelled  b, timeline 1",
    ]
    told = briefterm("who", "ann", "bell", "--library", library).out
    assert "timeline 1: 1 May 2024 · Lunch · cancelled" in told
    assert "B · cancelled" in told


@pytest.mark.parametrize("arguments", [["--within", "1900"], ["amina"], ["--within", "1900", "--events"]])
def test_nothing_is_status_1(library: Path, arguments: list[str]) -> None:
    done = briefterm("timeline", *arguments, "--library", library)
    assert (done.status, done.out) == (1, "")


def test_wrong_usage(library: Path) -> None:
    done = briefterm("timeline", "--within", "someday", "--library", library)
    assert done.status == 2
    assert "is not a date" in done.err


def test_without_blocks_where_stdout_has_none(library: Path) -> None:
    done = briefterm("timeline", "--within", "1974", "--library", library, PYTHONIOENCODING="ascii")
    assert done.out.split() == ["1974", "2", "#" * 60]


def test_whatever_span_is_asked_for_is_answered(library: Path) -> None:
    for within in ("../1980", "1970/..", "0001/9999"):
        for scale in ("decade", "day"):
            assert briefterm("timeline", "--within", within, "--by", scale, "--library", library).status == 0
