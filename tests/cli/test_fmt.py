import subprocess
import sys
from pathlib import Path

from briefterm.paths import shipped_briefs
from tests.support import ROOT, briefterm, write_library

UNTIDY = "title:   T # why\ntags:\n- a\n"
TIDY = "title: T   # why\ntags:\n  - a\n"


def test_files_are_rewritten_in_place_and_named(tmp_path: Path) -> None:
    folder = write_library(tmp_path, {"a.yaml": UNTIDY, "b.yaml": TIDY})
    (folder / "a.yaml").chmod(0o640)
    done = briefterm("fmt", folder)
    assert (done.status, done.out) == (0, f"{folder}/a.yaml\n")
    assert done.err == "2 files: 1 changed\n"
    assert (folder / "a.yaml").read_text() == TIDY
    assert (folder / "a.yaml").stat().st_mode & 0o777 == 0o640
    assert briefterm("fmt", folder).out == ""


def test_check_changes_nothing(tmp_path: Path) -> None:
    file = write_library(tmp_path, {"a.yaml": UNTIDY}) / "a.yaml"
    done = briefterm("fmt", "--check", file)
    assert (done.status, done.out, done.err) == (1, f"{file}\n", "1 file: 1 would change\n")
    assert file.read_text() == UNTIDY
    file.write_text(TIDY)
    assert briefterm("fmt", "--check", file).status == 0


def test_what_cannot_be_kept_is_left_and_the_rest_done(tmp_path: Path) -> None:
    kept = "title: T\ntags: [a, # first\n  b]\n"
    folder = write_library(tmp_path, {"a.yaml": kept, "b.yaml": UNTIDY})
    done = briefterm("fmt", folder)
    assert (done.status, done.out) == (1, f"{folder}/b.yaml\n")
    assert f"{folder}/a.yaml is left as it is: line 2: the comment `# first`" in done.err
    assert (folder / "a.yaml").read_text() == kept


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file = write_library(tmp_path, {"a.yaml": UNTIDY}) / "a.yaml"
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert briefterm("fmt", link).status == 0
    assert link.is_symlink()
    assert file.read_text() == TIDY


def test_the_shipped_briefs_need_no_formatting() -> None:
    assert briefterm("fmt", "--check", shipped_briefs()).status == 0


def test_stdin_is_formatted_to_stdout() -> None:
    command = [sys.executable, "-m", "briefterm", "fmt"]
    done = subprocess.run(command, input=UNTIDY.encode(), capture_output=True, check=True, cwd=ROOT / "src")
    assert done.stdout == TIDY.encode()
    assert subprocess.run([*command, "--check"], input=UNTIDY.encode(), check=False, cwd=ROOT / "src").returncode == 1


def test_a_missing_path_is_wrong_usage() -> None:
    assert briefterm("fmt", "/nowhere").status == 2


def test_a_people_yaml_is_no_brief(tmp_path: Path) -> None:
    folder = write_library(tmp_path, {"people.yaml": "-   a: Ann Bell\n"})
    for path in (folder, folder / "people.yaml"):
        done = briefterm("fmt", path)
        assert (done.status, done.out) == (0, "")
    assert (folder / "people.yaml").read_text() == "-   a: Ann Bell\n"
