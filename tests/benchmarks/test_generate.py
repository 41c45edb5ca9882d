"""Made-up libraries: the same every time, whole briefs, people who recur, names in several scripts."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.generate import Maker, make_library
from briefterm.brief.model import Brief
from briefterm.brief.problems import Level
from briefterm.brief.reader import read

SIZE = 400


@pytest.fixture(scope="module")
def briefs() -> list[Brief]:
    maker = Maker(SIZE)
    readings = [read(maker.brief(number).encode(), f"{number}.yaml") for number in range(SIZE)]
    assert not [problem for reading in readings for problem in reading.problems if problem.level is Level.ERROR]
    return [reading.brief for reading in readings if reading.brief is not None]


def test_the_same_seed_makes_the_same_briefs() -> None:
    one, other, another = Maker(50), Maker(50), Maker(50, seed=2)
    first, same = ([maker.brief(number) for number in range(50)] for maker in (one, other))
    assert first == same
    assert first != [another.brief(number) for number in range(50)]


def test_every_brief_can_be_read(briefs: list[Brief]) -> None:
    assert len(briefs) == SIZE
    assert all(brief.officials and brief.agenda and brief.timeline and brief.date for brief in briefs)


def test_people_recur_some_far_more_than_others(briefs: list[Brief]) -> None:
    met = Counter(official.name for brief in briefs for official in brief.officials)
    assert len(met) > 80
    often = [count for _, count in met.most_common()]
    assert often[0] >= 4 * often[len(often) // 2] > 4


def test_names_stand_in_several_scripts(briefs: list[Brief]) -> None:
    names = {official.name for brief in briefs for official in brief.officials}
    scripts = {unicodedata.name(letter).split()[0] for name in names for letter in name if letter.isalpha()}
    assert {"LATIN", "CYRILLIC", "ARABIC", "DEVANAGARI", "CJK", "HANGUL", "GREEK", "HEBREW", "GEORGIAN"} <= scripts


def test_days_lie_from_1860_to_2030_and_more_of_them_late(briefs: list[Brief]) -> None:
    years = [brief.date.spans[0].begins.year for brief in briefs if brief.date]
    assert min(years) >= 1860
    assert max(years) <= 2030
    assert sum(year >= 1945 for year in years) > sum(year < 1945 for year in years) > 0


def test_words_follow_zipf(briefs: list[Brief]) -> None:
    words = Counter(word for brief in briefs for word in brief.background.lower().split())
    often = [count for _, count in words.most_common()]
    assert often[0] > 5 * often[20] > 0
    assert sum(count == 1 for count in often) > len(often) / 4


def test_a_library_is_made_once(tmp_path: Path) -> None:
    folder = make_library(tmp_path, 12)
    files = sorted(folder.rglob("*.yaml"))
    assert len(files) == 12
    files[0].write_text("title: Mine\n", encoding="utf-8")
    assert make_library(tmp_path, 12) == folder
    assert files[0].read_text(encoding="utf-8") == "title: Mine\n"


def test_one_that_was_cut_short_is_made_anew(tmp_path: Path) -> None:
    folder = make_library(tmp_path, 12)
    (folder / ".complete").unlink()
    (folder / "000" / "000000.yaml").unlink()
    make_library(tmp_path, 12)
    assert len(list(folder.rglob("*.yaml"))) == 12
