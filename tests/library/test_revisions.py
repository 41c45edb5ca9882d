import subprocess
from pathlib import Path

import pytest

from briefterm.errors import UsageError
from briefterm.library.revisions import file_at, split_revision


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a file in a folder, committed as `one` and changed since."""
    folder = tmp_path / "repository"
    (folder / "sub").mkdir(parents=True)
    file = folder / "sub" / "a@b.yaml"
    git(folder, "init", "-q")
    file.write_text("title: One\n")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    file.write_text("title: Two\n")
    return folder


def test_a_file_as_it_was(repository: Path) -> None:
    file = repository / "sub" / "a@b.yaml"
    assert file_at(file, "HEAD") == b"title: One\n"
    file.unlink()
    assert file_at(file, "HEAD") == b"title: One\n"


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("nope", "invalid object name"),
        ("--textconv", "is no revision"),
        ("", "is no revision"),
        ("HEAD:sub", "is no revision"),
        ("$(touch here)", "invalid object name"),
    ],
)
def test_what_is_no_revision_is_said(repository: Path, revision: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        file_at(repository / "sub" / "a@b.yaml", revision)
    assert not (repository / "sub" / "here").exists()


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "a.yaml").write_text("title: A\n")
    with pytest.raises(UsageError, match="not a git repository"):
        file_at(tmp_path / "a.yaml", "HEAD")
    with pytest.raises(UsageError, match="does not exist"):
        file_at(tmp_path / "missing" / "a.yaml", "HEAD")


def test_the_file_ends_where_a_file_is(repository: Path) -> None:
    file = str(repository / "sub" / "a@b.yaml")
    assert split_revision(file) == (file, "")
    assert split_revision(f"{file}@HEAD~1") == (file, "HEAD~1")
    assert split_revision(f"{file}@main@{{yesterday}}") == (file, "main@{yesterday}")
    assert split_revision("talks@HEAD") == ("talks", "HEAD")
