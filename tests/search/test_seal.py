import os
from pathlib import Path

import pytest

from briefterm.search.home import Current, FolderHome, MemoryHome
from briefterm.search.seal import broken, seal, touched
from briefterm.search.whoosh_engine import PREFIX, WhooshEngine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").write_bytes(b"alpha")
    (tmp_path / "b").write_bytes(b"beta")
    return tmp_path


def test_what_is_as_it_was_sealed_is_whole(folder: Path) -> None:
    sealed = seal(folder, ["a", "b"], {})
    assert set(sealed) == {"a", "b"}
    assert broken(folder, sealed) == ""
    assert broken(folder, sealed, thorough=True) == ""


def test_a_file_touched_but_not_changed_is_whole(folder: Path) -> None:
    sealed = seal(folder, ["a"], {})
    assert not touched(folder, sealed)
    os.utime(folder / "a", (1, 1))
    assert broken(folder, sealed) == ""
    assert touched(folder, sealed)


def test_damage_that_keeps_size_and_time_is_found_by_a_thorough_look(folder: Path) -> None:
    sealed = seal(folder, ["a"], {})
    status = (folder / "a").stat()
    (folder / "a").write_bytes(b"alphx")
    os.utime(folder / "a", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert broken(folder, sealed) == ""
    assert broken(folder, sealed, thorough=True) == "a"


def test_a_file_sealed_before_is_not_read_again(folder: Path) -> None:
    before = {**seal(folder, ["a"], {})}
    before["a"] = (*before["a"][:2], 12345)
    assert seal(folder, ["a"], before)["a"][2] == 12345


def test_the_index_in_use_is_the_one_committed_last(tmp_path: Path) -> None:
    home = FolderHome(tmp_path, "gen-1-")
    assert (home.state(), home.current()) == (None, None)
    first = home.make("gen-1-")
    home.commit(first, 0)
    state = home.state()
    second = home.make("gen-1-")
    (tmp_path / second / "x").write_bytes(b"x")
    home.commit(second, 3)
    current = home.current()
    assert current is not None
    assert (current.generation, current.commit, set(current.files)) == (second, 3, {"x"})
    assert home.state() != state
    assert not (tmp_path / first).exists()


@pytest.mark.parametrize(
    "data", [b"", b"1\n{}", b"x\n{}", b"\xff", b"0\n", b'99\n{"generation": "gen-1-a", "commit": 1, "files": {}}']
)
def test_what_names_no_index_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "CURRENT").write_bytes(data)
    assert FolderHome(tmp_path, "gen-1-").current() is None


def test_memory_has_one_index() -> None:
    home = MemoryHome()
    assert home.current() is None
    generation = home.make("gen-1-")
    home.commit(generation, 1)
    assert home.current() == Current(generation, 1)
    assert home.damage(Current(generation, 1)) == ""


def test_an_index_that_was_copied_without_its_times_is_sealed_again(tmp_path: Path) -> None:
    home = FolderHome(tmp_path, PREFIX)
    WhooshEngine.open(home).close()
    made = home.current()
    assert made is not None
    for file in (tmp_path / made.generation).iterdir():
        os.utime(file, (1, 1))
    assert home.touched(made)
    engine = WhooshEngine.open(home)
    engine.close()
    now = home.current()
    assert now is not None
    assert (engine.generation, now.generation) == (made.generation, made.generation)
    assert not home.touched(now)
