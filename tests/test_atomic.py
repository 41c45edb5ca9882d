import os
from pathlib import Path

import pytest

from briefterm.atomic import create_atomically, write_atomically


def test_a_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    write_atomically(file, b"one")
    write_atomically(file, b"two")
    assert file.read_bytes() == b"two"
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_failed_write_leaves_the_old_version_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notes"
    write_atomically(file, b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(file, b"two")
    assert file.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_link_points_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    file, link = tmp_path / "real" / "notes", tmp_path / "link"
    file.write_bytes(b"one")
    link.symlink_to(file)
    write_atomically(link, b"two")
    assert link.is_symlink()
    assert file.read_bytes() == b"two"


def test_a_new_file_is_whole_and_never_over_another(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    create_atomically(file, b"one")
    with pytest.raises(FileExistsError):
        create_atomically(file, b"two")
    assert file.read_bytes() == b"one"
    assert file.stat().st_mode & 0o777 == 0o600
    dangling = tmp_path / "dangling"
    dangling.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        create_atomically(dangling, b"two")
    assert sorted(tmp_path.iterdir()) == [file, dangling]


def test_a_new_file_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(path: Path, target: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    create_atomically(tmp_path / "config.yaml", b"one")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"one"]
