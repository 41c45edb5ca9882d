"""What is measured: the briefs that are opened, the script of a sitting, what an import trace says."""

import pytest

from benchmarks.imports import Import, read
from benchmarks.opening import SIZES, text_of
from benchmarks.processes import Memory
from benchmarks.sitting import growth, script
from briefterm.brief import reader

TRACE = """import time: self [us] | cumulative | imported package
import time:       250 |        250 |   encodings.aliases
import time:      1038 |       1288 | encodings
A line of the program's own
import time:        77 |         77 | site
"""


def test_a_trace_is_read_the_slowest_first() -> None:
    assert read(TRACE) == [Import("encodings", 1038), Import("encodings.aliases", 250), Import("site", 77)]


@pytest.mark.parametrize("kilobytes", SIZES)
def test_a_brief_is_as_long_as_it_is_said_to_be_and_can_be_read(kilobytes: int) -> None:
    data = text_of(kilobytes).encode()
    assert 0.5 * kilobytes * 1024 < len(data) <= kilobytes * 1024
    reading = reader.read(data, "long.yaml")
    assert reading.brief is not None
    assert reading.brief.background.startswith(f"## Size{kilobytes} 0")


def test_a_sitting_is_the_same_every_time_and_has_everything_in_it() -> None:
    assert script() == script()
    assert len(script()) == 1000
    names = {doing.name for doing in script()}
    assert {"move", "open", "search", "land", "dossier", "directory", "timeline", "back", "forward"} <= names


def test_growth_is_counted_from_action_200() -> None:
    taken = [Memory(size, 0) for size in (50, 100, 104, 110)]
    assert growth(taken) == pytest.approx(10)
