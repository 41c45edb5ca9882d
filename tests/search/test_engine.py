"""What every engine must do, whichever it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefterm.search.engine import Engine, Searcher
from briefterm.search.home import FolderHome, MemoryHome
from briefterm.search.parse import Order, parse
from briefterm.search.query import Word
from briefterm.search.whoosh_engine import PREFIX, WhooshEngine, WhooshSearcher
from tests.search.scan_engine import ScanEngine
from tests.support import brief_of

BRIEFS = {
    "paris": "title: Treaty of Paris\ndate: 1951-04-18\nkind: conference\ncountries: [FR, IT]\nofficials: [J Monnet]\n",
    "rome": "title: Treaties of Rome\nkind: conference\ndate: 1957-03\ncountries: [IT]\ntimeline: [1957-03-25: Done]\n",
    "delhi": "title: Visit to New Delhi\ndate: [1961-02, 1961-05]\nkind: visit\nbackground: No treaty.\n",
    "undated": "title: A note on defence\nkind: issue\ntags: [navy]\n",
}


@dataclass
class Made:
    """An engine with its searcher."""

    engine: Engine
    searcher: Searcher

    def put(self, texts: Mapping[str, str], remove: Sequence[str] = ()) -> None:
        prepare = self.engine.prepare
        self.engine.update([(path, prepare(brief_of(text))) for path, text in texts.items()], remove)

    def paths(self, text: str, offset: int = 0, limit: int = 20) -> list[str]:
        parsed = parse(text)
        return [found.path for found in self.searcher.search(parsed.query, offset, limit, parsed.order).found]


def _whoosh(folder: Path) -> Made:
    home = FolderHome(folder, PREFIX)
    return Made(WhooshEngine.open(home), WhooshSearcher(home))


def _whoosh_in_memory(_: Path) -> Made:
    home = MemoryHome()
    return Made(WhooshEngine.open(home), WhooshSearcher(home))


def _scan(_: Path) -> Made:
    engine = ScanEngine()
    return Made(engine, engine)


@pytest.fixture(params=[_whoosh, _whoosh_in_memory, _scan], ids=["whoosh", "memory", "scan"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Made:
    make: Callable[[Path], Made] = request.param
    made = make(tmp_path / "index")
    made.put(BRIEFS)
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("treaty", {"paris", "rome", "delhi"}),
        ('"treaty"', {"paris", "delhi"}),
        ('"treaty of paris"', {"paris"}),
        ("treaty -rome", {"paris", "delhi"}),
        ("rome OR navy", {"rome", "undated"}),
        ("defense", {"undated"}),
        ("del*", {"delhi"}),
        ("dehli~1", {"delhi"}),
        ("who:monnet", {"paris"}),
        ("title:monnet", set()),
        ("country:italy", {"paris", "rome"}),
        ("kind:conference", {"paris", "rome"}),
        ("date:1957", {"rome"}),
        ("date:1961-03", set()),
        ("date:1961-05-07", {"delhi"}),
        ("before:1957", {"paris"}),
        ("event:1957-03-25", {"rome"}),
        ("", set(BRIEFS)),
    ],
)
def test_a_query_finds(made: Made, query: str, found: set[str]) -> None:
    assert set(made.paths(query)) == found
    assert made.searcher.search(parse(query).query).total == len(found)


def test_results_come_in_order_and_a_page_at_a_time(made: Made) -> None:
    assert made.paths("sort:date") == ["delhi", "rome", "paris", "undated"]
    assert made.paths("sort:oldest") == ["paris", "rome", "delhi", "undated"]
    assert made.paths("sort:title") == ["undated", "rome", "paris", "delhi"]
    assert made.paths("sort:date", offset=1, limit=2) == ["rome", "paris"]


def test_a_brief_is_replaced_and_removed(made: Made) -> None:
    made.put({"paris": "title: Renamed"}, ["rome"])
    assert made.paths("treaty") == ["delhi"]
    assert made.paths("renamed") == ["paris"]
    made.engine.update([("paris", None)], [])
    assert made.paths("renamed") == []
    assert made.searcher.stats().briefs == 2


def test_notes_beside_the_index_are_found(made: Made) -> None:
    made.searcher.annotate([("rome", "Ask about the ceremony"), ("gone", "ceremony"), ("paris", "second treaties")])
    assert made.paths("ceremony") == ["rome"]
    assert made.paths("note:ask rome") == ["rome"]
    assert made.paths('note:"about the ceremony"') == ["rome"]
    assert made.paths("title:ceremony") == []
    assert made.paths("note:treaty") == ["paris"]
    made.searcher.annotate([])
    assert made.paths("ceremony") == []


def test_facets_count_the_matches(made: Made) -> None:
    facets = {facet.name: facet.counts for facet in made.searcher.facets(parse("treaty").query, 2)}
    assert [(count.value, count.count) for count in facets["kind"]] == [("conference", 2), ("visit", 1)]
    assert [(count.value, count.count) for count in facets["country"]] == [("IT", 2), ("FR", 1)]
    assert [(count.value, count.count) for count in facets["year"]] == [("1951", 1), ("1957", 1)]
    assert [count.value for count in facets["official"]] == ["J Monnet"]
    assert facets["tag"] == ()


def test_words_are_suggested_from_what_it_holds(made: Made) -> None:
    assert made.searcher.suggest(Word("monet"))[0] == "monnet"
    assert made.searcher.suggest(Word("zzzzzz")) == []


def test_the_order_is_the_same_every_time(made: Made) -> None:
    orders = {tuple(made.paths("treaty")) for _ in range(3)}
    assert len(orders) == 1
    assert Order.RELEVANCE is parse("treaty").order
