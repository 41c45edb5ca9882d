"""A folder is watched wherever it comes from, and after it has gone."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from briefterm.library.watch import WHOLE, Watch

PATIENCE = 20.0
Told = list[frozenset[str]]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Told]]:
    """A folder that is not there yet, nor the one it will be in; and what is told of it."""
    told: Told = []
    folder = tmp_path / "settings" / "ours"
    watch = Watch(folder, told.append)
    yield folder, told
    watch.close()


def until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def count(told: Told, path: str) -> int:
    return sum(path in paths for paths in told)


def test_a_folder_that_comes_is_told_and_followed(watched: tuple[Path, Told]) -> None:
    folder, told = watched
    time.sleep(0.3)  # until the nearest folder there is, is watched
    (folder.parent.parent / "another").mkdir()
    folder.parent.mkdir()
    time.sleep(0.3)
    assert told == []
    folder.mkdir()
    until(lambda: count(told, WHOLE))
    time.sleep(0.3)
    (folder / "config.yaml").write_text("theme: nord\n")
    until(lambda: count(told, "config.yaml"))


def test_one_that_comes_with_all_that_is_in_it_is_told(watched: tuple[Path, Told]) -> None:
    folder, told = watched
    time.sleep(0.3)
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("theme: nord\n")
    until(lambda: count(told, WHOLE) or count(told, "config.yaml"))


def test_one_that_goes_is_told_and_followed_when_it_is_back(watched: tuple[Path, Told]) -> None:
    folder, told = watched
    time.sleep(0.3)
    folder.mkdir(parents=True)
    until(lambda: count(told, WHOLE))
    time.sleep(0.3)
    for name in ("one.yaml", "two.yaml"):
        told.clear()
        folder.rename(folder.parent / "elsewhere")
        until(partial(count, told, WHOLE))
        time.sleep(0.3)
        told.clear()
        (folder.parent / "elsewhere").rename(folder)
        until(partial(count, told, WHOLE))
        time.sleep(0.3)
        (folder / name).write_text("title: T\n")
        until(partial(count, told, name))


def test_nothing_is_told_of_what_lies_around_it(tmp_path: Path) -> None:
    told: Told = []
    folder = tmp_path / "ours"
    folder.mkdir()
    watch = Watch(folder, told.append)
    time.sleep(0.5)
    (tmp_path / "beside.yaml").write_text("")
    (folder / "in.yaml").write_text("")
    until(lambda: count(told, "in.yaml"))
    watch.close()
    assert set().union(*told) == {"in.yaml"}


def test_it_ends_where_it_waits(tmp_path: Path) -> None:
    watch = Watch(tmp_path / "nowhere" / "at all", lambda _: None)
    time.sleep(0.2)
    watch.close()
    until(lambda: not watch._thread.is_alive())
