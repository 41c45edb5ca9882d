"""Which libraries are measured, and that none is measured where it lies."""

import os
from pathlib import Path

import pytest

from benchmarks.libraries import apart, count, sources
from tests.support import write_library


def test_a_given_library_is_measured_at_its_size_and_the_others_are_made(tmp_path: Path) -> None:
    given = write_library(tmp_path / "given", {"a.yaml": "title: A\n", "b.yaml": "title: B\n"})
    found = list(sources((2, 3, 5), given, tmp_path / "work"))
    assert [(source.size, source.real) for source in found] == [(2, True), (3, True), (5, False)]
    assert found[0].folder == given
    assert [count(source.folder) for source in found] == [2, 3, 5]


def test_a_copy_is_lent_with_folders_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/before")
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    given = write_library(tmp_path / "given", {"a.yaml": "title: A\n", "x/b.yaml": "title: B\n"})
    (source,) = sources((2,), given, tmp_path / "work")
    with apart(source, tmp_path / "work") as copy:
        assert count(copy) == 2
        assert Path(os.environ["XDG_CACHE_HOME"]).is_relative_to(copy.parent)
        (copy / "new.yaml").write_text("title: New\n", encoding="utf-8")
    assert os.environ["XDG_CACHE_HOME"] == "/before"
    assert "XDG_STATE_HOME" not in os.environ
    assert not copy.exists()
    assert count(given) == 2
