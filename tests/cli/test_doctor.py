from pathlib import Path
from typing import Any

from briefterm import __version__
from briefterm.config import libraries
from tests.support import at_terminal, briefterm


def finding(found: Any, section: str, name: str) -> Any:
    return next(one for one in found["findings"] if (one["section"], one["name"]) == (section, name))


def test_all_is_well(library: Path) -> None:
    briefterm("index", "--library", library)
    done = briefterm("doctor", "--library", library)
    assert (done.status, done.err) == (0, "all is well\n")
    found = briefterm("doctor", "--library", library, "--json").json
    assert found["well"]
    assert finding(found, "versions", "briefterm")["value"] == __version__
    assert finding(found, "library", "folder")["value"] == str(library)
    assert finding(found, "library", "named by")["value"] == "--library"
    assert finding(found, "library", "briefs")["value"] == "4"
    assert finding(found, "catalogue and index", "index")["value"] == "4 of 4 briefs up to date"


def test_it_changes_nothing(library: Path, own_folders: Path) -> None:
    briefterm("doctor", "--library", library)
    assert [path for path in own_folders.rglob("*") if path.is_file() and "briefterm" in str(path)] == []


def test_what_is_wrong_comes_with_what_to_do(library: Path, own_folders: Path, tmp_path: Path) -> None:
    config = own_folders / "config" / "briefterm" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("libary: x\n")
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    done = briefterm("doctor", "--library", tmp_path / "none", "--json", XDG_CACHE_HOME=str(blocked))
    assert done.status == 1
    assert not done.json["well"]
    assert "did you mean `library`?" in finding(done.json, "folders", "configuration")["advice"]
    assert "XDG_CACHE_HOME" in finding(done.json, "folders", "cache")["advice"]


def test_a_library_that_is_not_there(tmp_path: Path) -> None:
    done = briefterm("doctor", "--library", tmp_path / "none", "--json")
    assert finding(done.json, "library", "folder")["advice"] == "this is no folder; name another"


def test_the_terminal(library: Path) -> None:
    done = at_terminal("doctor", "--library", library, columns=50, lines=30, TERM="dumb")
    assert done.status == 1
    assert "50 columns, 30 lines" in done.out
    assert "the app needs 60 columns and 20 lines" in done.out
    assert "set TERM to what your terminal is" in done.out
    assert done.err == "2 things to put right\n"
    fine = at_terminal("doctor", "--library", library, columns=100, lines=30)
    assert fine.status == 0


def test_it_knows_which_library_the_app_opened_last(library: Path, own_folders: Path, tmp_path: Path) -> None:
    libraries.remember(library, tmp_path / "before")
    found = briefterm("doctor", "--json").json
    assert finding(found, "library", "folder")["value"] == str(library)
    assert finding(found, "library", "named by")["value"] == "the app, where it was opened last"
