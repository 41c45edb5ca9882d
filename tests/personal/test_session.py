from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.personal import session
from briefterm.personal.session import Session

LINES = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)


@given(
    LINES,
    LINES,
    st.integers(0, 10**6),
    st.booleans(),
    st.dictionaries(st.sampled_from(["agenda", "detail"]), st.integers(1, 999)),
)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, on: str, query: str, index: int, listed: bool, scroll: dict[str, int]
) -> None:
    root = tmp_path_factory.mktemp("library")
    (root / "a b\n.yaml").write_text("title: x\n")
    left = Session("a b\n.yaml", "detail", "agenda", index, "notes", "id", on, listed, query, "open", scroll, "one", 2)
    session.save(root / "data" / "session", left)
    assert session.load(root / "data" / "session", root) == left


@pytest.mark.parametrize("path", ["gone.yaml", "folder", "../outside.yaml", ""])
def test_one_whose_brief_has_gone_is_none(tmp_path: Path, path: str) -> None:
    (tmp_path / "outside.yaml").write_text("title: x\n")
    (tmp_path / "library" / "folder").mkdir(parents=True)
    session.save(tmp_path / "session", Session(path))
    assert session.load(tmp_path / "session", tmp_path / "library") is None


def test_one_whose_brief_has_gone_is_known_by_its_id(tmp_path: Path) -> None:
    session.save(tmp_path / "session", Session("gone.yaml", id="one"))
    assert session.load(tmp_path / "session", tmp_path) == Session("gone.yaml", id="one")


@given(st.binary(max_size=200))
def test_a_damaged_one_does_no_harm(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = tmp_path_factory.mktemp("library")
    (root / "a.yaml").write_text("title: x\n")
    (root / "session").write_bytes(data)
    assert session.load(root / "session", root) is None
    (root / "session").write_bytes(b"brief: a.yaml\n" + data)
    left = session.load(root / "session", root)
    assert left is None or left.index >= 0
