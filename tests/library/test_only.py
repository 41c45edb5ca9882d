"""Refreshes of some paths alone leave the catalogue as a look at all files would."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.library.catalogue import Catalogue
from briefterm.library.library import Library
from briefterm.library.refresh import Due, due, refresh
from tests.support import write_library

FILES = ("a.yaml", "b.yml", "2022/c.yaml", "2022/may/d.yaml", "new/e.yaml", ".hidden/f.yaml", "people.yaml")
FOLDERS = ("2022", "2022/may", "new", "a.yaml")


class Recorder:
    """An index that remembers what it was told."""

    generation = "one"

    def __init__(self) -> None:
        self.put: list[str] = []

    @property
    def prepare(self) -> Callable[[object], str]:
        return lambda brief: "prepared"

    def update(self, put: list[tuple[str, object]], remove: list[str]) -> None:
        self.put += [path for path, _ in put]


def briefs(root: Path, cache: Path, only: set[str] | None) -> tuple[dict[str, str], int]:
    """Path and title of what the catalogue knows after a refresh, and how many briefs that says there are."""
    cache.mkdir(exist_ok=True)
    catalogue = Catalogue.open(cache)
    try:
        total = refresh(Library.at(root), catalogue, Recorder(), lambda _: None, only).total
        return {entry.path: entry.title for entry in catalogue.page(0, 100)}, total
    finally:
        catalogue.close()


def change(root: Path, what: str, name: str, number: int) -> set[str]:
    """Change something, and return what a watch would tell of it."""
    file = root / name
    if what == "write" and not file.is_dir() and all(not parent.is_file() for parent in file.parents):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"title: Talks {number}\n" + "# longer\n" * number)
        return {name}
    if what == "delete" and file.is_file():
        file.unlink()
        return {name}
    if what == "folder goes" and file.is_dir():
        shutil.rmtree(file)
        return {name}
    if what == "folder moves" and file.is_dir() and not (root / "moved").exists():
        file.rename(root / "moved")
        return {name, "moved"}
    return {"4913", "notes.yaml~"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("write", "write", "delete", "folder goes", "folder moves")),
            st.sampled_from(FILES + FOLDERS + ("moved/may/d.yaml", "moved")),
            st.integers(1, 9),
        ),
        max_size=8,
    )
)
def test_some_paths_are_as_good_as_all(changes: list[tuple[str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_library(
            Path(folder, "library"), {"a.yaml": "title: A", "2022/c.yaml": "title: C", "2022/may/d.yaml": "title: D"}
        )
        briefs(root, Path(folder, "cache"), None)
        for number, (what, name, size) in enumerate(changes):
            told = change(root, what, name, size * 10 + number)
            some = briefs(root, Path(folder, "cache"), told)
            assert some == briefs(root, Path(folder, f"cache {number}"), None), (what, name)


def looked_at(root: Path, cache: Path, generation: str, only: set[str]) -> Due:
    catalogue = Catalogue.open(cache)
    try:
        return due(Library.at(root), catalogue, generation, only)
    finally:
        catalogue.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = write_library(tmp_path / "library", {"a.yaml": "title: A", "2022/c.yaml": "title: C"})
    briefs(root, tmp_path / "cache", None)
    return root


@pytest.mark.parametrize("path", ["a.yaml", "2022/c.yaml", "new.yaml", "2022/new.yaml", "README", "4913", "a.yaml~"])
def test_what_is_a_file_is_looked_at_alone(library: Path, tmp_path: Path, path: str) -> None:
    (library / path).write_text("title: Anew")
    assert not looked_at(library, tmp_path / "cache", "one", {path}).whole


@pytest.mark.parametrize("path", ["2022", "new/a.yaml", "../library/a.yaml"])
def test_else_all_are(library: Path, tmp_path: Path, path: str) -> None:
    (library / "new").mkdir()
    if path == "new/a.yaml":
        (library / path).write_text("title: Anew")
    assert looked_at(library, tmp_path / "cache", "one", {path}).whole


def test_so_they_are_for_another_index(library: Path, tmp_path: Path) -> None:
    assert looked_at(library, tmp_path / "cache", "two", {"a.yaml"}).whole


def test_so_they_are_where_nothing_is_known(library: Path, tmp_path: Path) -> None:
    (tmp_path / "another cache").mkdir()
    assert looked_at(library, tmp_path / "another cache", "one", {"a.yaml"}).whole


def test_so_they_are_through_a_link(library: Path, tmp_path: Path) -> None:
    (library / "linked").symlink_to(library / "2022")
    assert looked_at(library, tmp_path / "cache", "one", {"linked/c.yaml"}).whole
