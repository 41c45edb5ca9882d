"""The page on searching is true: every query on it is read without a remark, and finds what it says."""

import re
from pathlib import Path

import pytest

from briefterm.archive import Archive
from briefterm.config import load
from briefterm.locales import Locale
from briefterm.paths import shipped_briefs
from briefterm.search.fields import FIELDS
from briefterm.search.finder import Finder
from tests.support import ROOT

PAGE = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")
QUERIES = [query for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE) for query in re.findall(r"`([^`]+)`", row)]
FRENCH = {'date:"10 novembre 2023"'}
ELSEWHERE = {"treaty -navy", "treaty NOT navy", "kova*", "date:this-week", "note:ask"}


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    from briefterm.library.library import Library

    archive = Archive(Library.at(shipped_briefs()), tmp_path_factory.mktemp("page"))
    archive.refresh(lambda _: None)
    return archive.finder()


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_is_read_and_answered(finder: Finder, query: str) -> None:
    results = (in_french(finder) if query in FRENCH else finder).search(query)
    assert results.notes == ()
    assert results.suggestion == ""
    assert bool(results.total) is (query not in ELSEWHERE)


def in_french(finder: Finder) -> Finder:
    return Finder(finder._library, finder._searcher, locale=lambda: Locale("fr"))


def test_every_field_has_its_line() -> None:
    assert {field.name for field in FIELDS} <= set(re.findall(r"([a-z]+):", PAGE))


def test_the_configuration_shown_is_read(tmp_path: Path, finder: Finder) -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "config.yaml"
    file.write_text(shown)
    config = load(file)
    assert config.start == "@week"
    for query in config.searches.values():
        assert finder.search(query).notes == ()
