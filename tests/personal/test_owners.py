"""A library is named in notes so that a person can read it and the folder is found again."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.safe import safe_line
from briefterm.personal.owners import Owners, folder_of, name_of

NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda name: name not in (".", "..")
)


@given(NAMES)
def test_every_folder_has_a_name_of_one_line_that_means_it(name: str) -> None:
    folder = Path(f"/nowhere/{name}")
    assert safe_line(name_of(folder)) == name_of(folder)
    assert folder_of(name_of(folder)) == Path(os.path.realpath(folder))


@pytest.mark.parametrize("name", [b"\xff\xfe", b"a\nb", b" end ", b"50%41", "संक्षेप".encode()])
def test_so_have_those_with_odd_bytes(name: bytes) -> None:
    folder = Path(os.fsdecode(b"/nowhere/" + name))
    assert folder_of(name_of(folder)) == folder
    assert safe_line(name_of(folder)) == name_of(folder)


def test_two_ways_to_a_library_are_one_name(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert name_of(tmp_path / "link") == name_of(tmp_path / "real") == str((tmp_path / "real").resolve())


def test_ours_is_what_bears_our_name_or_none_and_missed_that_of_a_library_gone_too(tmp_path: Path) -> None:
    here, other = tmp_path / "here", tmp_path / "other"
    here.mkdir()
    other.mkdir()
    owners = Owners(name_of(here))
    assert owners.ours(name_of(here))
    assert owners.ours("")
    assert not owners.ours(name_of(other))
    assert not owners.missed(name_of(other))
    other.rmdir()
    assert not Owners(name_of(here)).ours(name_of(other))
    assert Owners(name_of(here)).missed(name_of(other))
    assert Owners(name_of(here)).missed("no\0path")
