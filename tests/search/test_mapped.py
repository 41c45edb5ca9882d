"""The files of an index read where they are mapped, and let go of."""

import gc
import pickle
import weakref
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.search.home import FolderHome
from briefterm.search.mapped import MappedFile, Reader
from briefterm.search.parse import parse
from briefterm.search.whoosh_engine import PREFIX, WhooshEngine, WhooshSearcher
from tests.support import brief_of

ACTIONS = st.one_of(
    st.tuples(st.just("read"), st.integers(-1, 40) | st.none()),
    st.tuples(st.just("readline"), st.just(-1)),
    st.tuples(st.just("seek"), st.integers(0, 60)),
)


@given(st.text("ab\n", max_size=40), st.lists(ACTIONS, max_size=12))
def test_it_reads_as_a_file_does(text: str, actions: list[tuple[str, int | None]]) -> None:
    ours, plain = Reader(memoryview(text.encode())), BytesIO(text.encode())
    for name, argument in actions:
        assert getattr(ours, name)(argument) == getattr(plain, name)(argument)
        assert ours.tell() == plain.tell()


def test_it_seeks_from_here_and_from_the_end() -> None:
    ours = Reader(memoryview(b"0123456789"))
    assert (ours.seek(2), ours.seek(3, 1), ours.read(1), ours.seek(-2, 2), ours.read()) == (2, 5, b"5", 8, b"89")


def test_pickle_reads_from_it_and_stops_where_its_object_ends() -> None:
    data = pickle.dumps({"a": "x" * 100_000}) + pickle.dumps([1, 2])
    ours = Reader(memoryview(data))
    assert (len(pickle.load(ours)["a"]), pickle.load(ours)) == (100_000, [1, 2])


def test_a_part_is_a_view_of_the_same_bytes() -> None:
    whole = MappedFile(bytes(range(100)))
    part = whole.subset(10, 20).subset(5, 4)
    assert (part.get(0, 4), part.get_byte(1), part.read_int()) == (bytes((15, 16, 17, 18)), 16, 0x0F101112)
    assert part._buf.obj is whole._buf.obj


def test_what_has_been_replaced_is_let_go_of_at_once(tmp_path: Path) -> None:
    home = FolderHome(tmp_path / "index", PREFIX)
    engine, searcher = WhooshEngine.open(home), WhooshSearcher(home)
    engine.update([("a", engine.prepare(brief_of("title: Treaty of Paris\n")))], [])
    gc.disable()
    try:
        for query in ("treaty", '"treaty of', "paris"):
            searcher.search(parse(query, typing=True).query)
        before = weakref.ref(searcher._snapshot)
        engine.update([("b", engine.prepare(brief_of("title: Treaty of Rome\n")))], [])
        assert searcher.search(parse("treaty").query).total == 2
        assert before() is None
    finally:
        gc.enable()
        searcher.close()
        engine.close()


@pytest.mark.parametrize("again", [1, 2])
def test_a_searcher_can_be_closed_and_asked_again(tmp_path: Path, again: int) -> None:
    home = FolderHome(tmp_path / "index", PREFIX)
    engine, searcher = WhooshEngine.open(home), WhooshSearcher(home)
    engine.update([("a", engine.prepare(brief_of("title: Treaty of Paris\n")))], [])
    for _ in range(again):
        searcher.close()
        assert searcher.search(parse("treaty").query).total == 1
    searcher.close()
    searcher.close()


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="asks Linux which pages are resident")
def test_between_two_searches_no_page_of_the_index_is_kept(tmp_path: Path) -> None:
    engine, searcher = WhooshEngine.open(home := FolderHome(tmp_path / "index", PREFIX)), WhooshSearcher(home)
    engine.update([("a", engine.prepare(brief_of("title: Treaty of Paris\n")))], [])
    query = parse("treaty").query
    before = searcher.search(query)
    assert before.total == 1 and _resident(tmp_path) > 0
    searcher.rest()
    assert _resident(tmp_path) == 0
    assert searcher.search(query) == before
    searcher.close()
    engine.close()


def _resident(folder: Path) -> int:
    """KiB of mapped files below `folder` that are in memory as this process's."""
    found, of_ours = 0, False
    for line in Path("/proc/self/smaps").read_text().splitlines():
        name, *rest = line.split()
        if not name.endswith(":"):
            of_ours = str(folder) in line
        elif of_ours and name == "Rss:":
            found += int(rest[0])
    return found
