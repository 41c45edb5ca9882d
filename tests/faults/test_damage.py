"""Whatever happens to a file of the cache is noticed: never a wrong answer, never a crash, and it is put right."""

import os
import pickle
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from briefterm.search.engine import DamagedIndexError
from briefterm.search.finder import Finder
from briefterm.search.home import FolderHome
from briefterm.search.unpickling import loads
from briefterm.search.whoosh_engine import PREFIX
from tests.faults.world import WORDS, World

Damage = Callable[[Path], None]


def empty(file: Path) -> None:
    file.write_bytes(b"")


def truncate(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    if data:
        data[len(data) * 2 // 3] ^= 0x20
    file.write_bytes(data)


def garble(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(max(64, file.stat().st_size)))


def delete(file: Path) -> None:
    file.unlink()


def become_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES: tuple[Damage, ...] = (empty, truncate, flip, garble, delete, become_folder)


def built(tmp_path: Path) -> World:
    world = World(tmp_path, random.Random(3), 25)
    world.archive().refresh(lambda _: None)
    world.change()
    world.archive().refresh(lambda _: None)
    return world


def files(world: World) -> list[Path]:
    return sorted(file for file in world.cache.rglob("*") if file.is_file())


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_noticed_at_the_next_start(tmp_path: Path, damage: Damage) -> None:
    world = built(tmp_path)
    cases = len(files(world))
    assert cases > 6
    for number in range(cases):
        present = files(world)
        if number < len(present):
            damage(present[number])
            assert world.wrong(world.archive()) == [], f"{damage.__name__} of {present[number].name}"


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_damaged_while_it_is_read_from_is_noticed(tmp_path: Path, damage: Damage) -> None:
    world = built(tmp_path)
    for number in range(len(files(world))):
        archive = world.archive()
        archive.refresh(lambda _: None)
        finder = archive.finder()
        assert answered(finder, world, WORDS[0])
        present = files(world)
        if number < len(present):
            damage(present[number])
            for word in WORDS[1:4]:
                assert answered(finder, world, word), f"{damage.__name__} of {present[number].name}"
            assert world.wrong(archive) == []
            assert answered(finder, world, WORDS[4])
        finder.close()


def answered(finder: Finder, world: World, word: str) -> bool:
    """Whether `word` is answered rightly, or refused."""
    try:
        return set(finder.paths(word).paths) == world.having(word)
    except DamagedIndexError:
        return True


def test_the_index_of_another_version_is_made_anew(tmp_path: Path) -> None:
    world = built(tmp_path)
    (old,) = (world.cache / "index").glob("gen-*")
    other = old.with_name("gen-0-old")
    old.rename(other)
    current = world.cache / "index" / "CURRENT"
    current.write_bytes(current.read_bytes().replace(old.name.encode(), other.name.encode()))
    assert world.wrong(world.archive()) == []
    assert not other.exists()


class Evil:
    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return (open, (str(self.file), "w"))


def test_a_tampered_index_executes_nothing(tmp_path: Path) -> None:
    world = built(tmp_path)
    mark = tmp_path / "executed"
    with pytest.raises(pickle.UnpicklingError, match="does not hold"):
        loads(pickle.dumps(Evil(mark)))
    home = FolderHome(world.cache / "index", PREFIX)
    current = home.current()
    assert current is not None
    folder = world.cache / "index" / current.generation
    (toc,) = folder.glob("*.toc")
    data = toc.read_bytes()
    at = data.rindex(b"\x80", 0, data.index(b"W3Segment"))
    toc.write_bytes(data[:at] + pickle.dumps(Evil(mark)))
    home.commit(current.generation, current.commit)
    assert home.damage(current) != ""
    assert world.wrong(world.archive()) == []
    assert not mark.exists()


def test_a_cache_folder_that_others_may_write_is_closed_to_them(library: Path, own_folders: Path) -> None:
    from briefterm.archive import Archive
    from briefterm.paths import library_cache

    folder = library_cache(library)
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    assert Archive.of(library).cache == folder
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_cache_folder_of_somebody_else_is_not_used(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefterm.archive import Archive

    uid = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: uid + 1)
    archive = Archive.of(library)
    assert archive.cache is None
    assert "another user" in archive.notice
    archive.refresh(lambda _: None)
    assert archive.finder().search("radar").total == 1
