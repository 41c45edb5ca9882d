import os
import shutil
from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path

import pytest

from briefterm.brief.model import Brief
from briefterm.library.catalogue import FILE_NAME, Catalogue, DamagedError
from briefterm.library.files import walk
from briefterm.library.library import Library
from briefterm.library.lock import LockedError, writer_lock
from briefterm.library.refresh import Progress, refresh
from tests.support import write_library


class Recorder:
    """An index that only remembers, and can fail at a given update."""

    def __init__(self, generation: str = "one", fail_at: int = -1) -> None:
        self.generation = generation
        self.put: list[str] = []
        self.removed: list[str] = []
        self._left = fail_at

    @property
    def prepare(self) -> Callable[[Brief], str]:
        return attrgetter("title")

    def update(self, put: Sequence[tuple[str, str | None]], remove: Sequence[str]) -> None:
        if self._left == 0:
            raise RuntimeError("killed")
        self._left -= 1
        self.put += [path for path, _ in put]
        self.removed += remove


def refreshed(library: Path, cache: Path, index: Recorder) -> Progress:
    cache.mkdir(exist_ok=True)
    catalogue = Catalogue.open(cache)
    try:
        return refresh(Library.at(library), catalogue, index, lambda _: None)
    finally:
        catalogue.close()


def titles(cache: Path) -> list[str]:
    catalogue = Catalogue.open(cache)
    try:
        return [entry.title for entry in catalogue.page(0, 100)]
    finally:
        catalogue.close()


def test_the_newest_come_first_and_undated_ones_last(library: Path, tmp_path: Path) -> None:
    refreshed(library, tmp_path / "cache", Recorder())
    assert titles(tmp_path / "cache") == ["Coastal Security Talks", "Visit to Nairobi", "Amina Yusuf", "torn.yaml"]


def test_only_what_changed_is_read_again(library: Path, tmp_path: Path) -> None:
    cache, index = tmp_path / "cache", Recorder()
    refreshed(library, cache, index)
    again = Recorder()
    assert refreshed(library, cache, again).changed == 0
    assert again.put == []
    (library / "talks.yaml").write_text("title: Talks, revised\ndate: 2024\n")
    (library / "people/amina.yml").unlink()
    later = Recorder()
    refreshed(library, cache, later)
    assert (later.put, later.removed) == (["talks.yaml"], ["people/amina.yml"])
    assert titles(cache) == ["Talks, revised", "Visit to Nairobi", "torn.yaml"]


def test_a_few_that_changed_are_indexed_without_a_look_at_all_rows(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    refreshed(library, cache, Recorder())
    monkeypatch.delattr(Catalogue, "unindexed")
    (library / "talks.yaml").write_text("title: Talks, revised\ndate: 2024\n")
    (library / "new.yaml").write_text("title: New\n")
    index = Recorder()
    assert refreshed(library, cache, index).indexed == 5
    assert sorted(index.put) == ["new.yaml", "talks.yaml"]


@pytest.mark.parametrize("fail_at", range(3))
def test_what_was_cut_short_is_done_again(library: Path, tmp_path: Path, fail_at: int) -> None:
    cache = tmp_path / "cache"
    index = Recorder(fail_at=fail_at)
    try:
        refreshed(library, cache, index)
    except RuntimeError:
        index = Recorder()
        refreshed(library, cache, index)
    assert sorted(index.put) == ["2022/visit.yaml", "people/amina.yml", "talks.yaml", "torn.yaml"]


def test_a_new_index_takes_everything(library: Path, tmp_path: Path) -> None:
    refreshed(library, tmp_path / "cache", Recorder("one"))
    index = Recorder("two")
    assert refreshed(library, tmp_path / "cache", index).indexed == 4
    assert len(index.put) == 4


def test_a_damaged_row_is_noticed(library: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    refreshed(library, cache, Recorder())
    catalogue = Catalogue.open(cache)
    catalogue._connection.execute("UPDATE briefs SET title = 'forged'")
    with pytest.raises(DamagedError):
        catalogue.page(0, 10)
    catalogue.close()


@pytest.mark.parametrize("damage", [b"", b"not a database at all", None])
def test_a_damaged_catalogue_is_made_anew(library: Path, tmp_path: Path, damage: bytes | None) -> None:
    cache = tmp_path / "cache"
    refreshed(library, cache, Recorder())
    file = cache / FILE_NAME
    file.write_bytes(file.read_bytes()[:5000] if damage is None else damage)
    refreshed(library, cache, Recorder())
    assert len(titles(cache)) == 4


def test_the_place_of_a_brief_in_the_list_is_known(library: Path, tmp_path: Path) -> None:
    refreshed(library, tmp_path / "cache", Recorder())
    catalogue = Catalogue.open(tmp_path / "cache")
    assert [catalogue.position(entry.path) for entry in catalogue.page(0, 10)] == [0, 1, 2, 3]
    assert catalogue.position("nowhere.yaml") is None
    assert catalogue.problem_counts() == (1, 0)
    catalogue.close()


def test_links_in_a_circle_and_odd_things_do_no_harm(tmp_path: Path) -> None:
    root = write_library(tmp_path / "library", {"a/one.yaml": "title: One\n", ".git/hidden.yaml": "title: H\n"})
    (root / "a" / "back").symlink_to(root)
    (root / "gone.yaml").symlink_to(root / "nowhere")
    (root / "folder.yaml").mkdir()
    os.mkfifo(root / "pipe.yaml")
    found = {stamp.path: stamp.oddity for stamp in walk(root)}
    assert set(found) == {"a/one.yaml", "gone.yaml", "folder.yaml", "pipe.yaml"}
    assert "leads nowhere" in found["gone.yaml"]
    assert "folder" in found["folder.yaml"]
    assert "pipe" in found["pipe.yaml"]


def test_a_device_is_the_same_however_often_it_is_used(tmp_path: Path) -> None:
    root = write_library(tmp_path / "library", {})
    os.mkfifo(root / "pipe.yaml")
    before = list(walk(root))
    os.utime(root / "pipe.yaml", (1, 1))
    assert list(walk(root)) == before
    (root / "pipe.yaml").unlink()
    (root / "pipe.yaml").mkdir()
    assert list(walk(root)) != before


def test_a_file_name_that_is_no_text_is_listed(tmp_path: Path) -> None:
    root = write_library(tmp_path / "library", {})
    (root / os.fsdecode(b"caf\xe9\n\x1b.yaml")).write_bytes(b"title: Odd\n")
    refreshed(root, tmp_path / "cache", Recorder())
    assert titles(tmp_path / "cache") == ["Odd"]


def test_one_writes_at_a_time(tmp_path: Path) -> None:
    with writer_lock(tmp_path, 0.0), pytest.raises(LockedError), writer_lock(tmp_path, 0.0):
        pass
    with writer_lock(tmp_path, 0.0):
        pass
    shutil.rmtree(tmp_path)
