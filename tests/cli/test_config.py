import re
import stat
from pathlib import Path

import pytest

from briefterm.brief.tree import Mapping, Scalar, parse
from briefterm.config import libraries
from briefterm.config.template import TEMPLATE
from tests.support import briefterm

WRONG = "libary: x\nkeys:\n  serch.open: s\n  app.quit: tab\ntheme: norrd\n"


@pytest.fixture
def file(own_folders: Path) -> Path:
    return own_folders / "config" / "briefterm" / "config.yaml"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def editor(tmp_path: Path, script: str) -> str:
    program = tmp_path / "editor with a space"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return f"'{program}'"


def test_its_path(file: Path) -> None:
    done = briefterm("config", "--path")
    assert (done.status, done.out, done.err) == (0, f"{file}\n", "")


def test_what_holds_without_a_file(file: Path) -> None:
    done = briefterm("config", TERM="xterm-256color", COLORTERM="")
    assert (done.status, done.err) == (0, "")
    assert "there is none yet" in done.out
    assert "briefterm-dark" in done.out
    assert not file.exists()


def test_flags_over_environment_over_file_over_defaults(file: Path, own_folders: Path) -> None:
    write(file, "library: /one\ntheme: nord\n")
    kept = own_folders / "state" / "briefterm" / "theme"
    kept.parent.mkdir()
    kept.write_text("dracula\n")
    assert settings(briefterm("config").out) == {"library": "/one", "theme": "nord"}
    assert "line 1" in briefterm("config").out
    assert settings(briefterm("config", BRIEFTERM_LIBRARY="/two", BRIEFTERM_THEME="monokai").out) == {
        "library": "/two",
        "theme": "monokai",
    }
    flags = briefterm("config", "--library", "/three", "--theme", "gruvbox", BRIEFTERM_LIBRARY="/two")
    assert settings(flags.out) == {"library": "/three", "theme": "gruvbox"}
    write(file, "")
    assert settings(briefterm("config").out)["theme"] == "dracula"
    assert "chosen in the app" in briefterm("config").out


def test_a_setting_that_is_written_as_it_would_be_anyway_is_told_by_its_line(file: Path) -> None:
    write(file, "theme: nord\nlinear: false\n")
    assert re.search(r"^linear: false +# line 2$", briefterm("config").out, re.MULTILINE)


def test_the_library_opened_in_the_app_comes_after_the_file_and_before_the_shipped(file: Path, library: Path) -> None:
    libraries.remember(library, library)
    done = briefterm("config")
    assert settings(done.out)["library"] == str(library)
    assert "opened in the app, remembered in" in done.out
    assert len(briefterm("list", "--json").json["briefs"]) == 4
    assert settings(briefterm("config", "--library", "/three").out)["library"] == "/three"
    assert settings(briefterm("config", BRIEFTERM_LIBRARY="/two").out)["library"] == "/two"
    write(file, "library: /one\n")
    assert settings(briefterm("config").out)["library"] == "/one"


def test_where_it_has_gone_no_command_answers_from_another(library: Path) -> None:
    libraries.remember(library / "gone", library)
    done = briefterm("list")
    assert (done.status, done.out) == (2, "")
    assert "gone, the library last opened in the app, is not there; bring it back" in done.err
    assert "it is not there now" in briefterm("config").out


def settings(text: str) -> dict[str, str]:
    root, problems = parse(text.encode())
    assert problems == []
    assert isinstance(root, Mapping)
    values = ((name, value) for name, (_, value) in root.entries.items())
    return {name: value.text for name, value in values if isinstance(value, Scalar) and name in ("library", "theme")}


def test_what_it_shows_can_be_the_file(file: Path) -> None:
    write(file, 'searches: {"a b": "x: #1"}\nstart: "@a b"\nkeys: {app.quit: "Q, comma"}\n')
    shown = briefterm("config", "--show").out
    assert 'app.quit: "Q, comma"' in shown
    write(file, shown)
    again = briefterm("config", "--show")
    assert again.status == 0
    assert [line.partition("  #")[0] for line in again.out.splitlines()] == [
        line.partition("  #")[0] for line in shown.splitlines()
    ]


def test_everything_wrong_is_said_at_once_with_what_is_nearest(file: Path) -> None:
    write(file, WRONG)
    done = briefterm("config", "--show")
    assert done.status == 1
    elsewhere = "choose another, or give that one another"
    assert done.err.splitlines() == [
        f"{file}:1:1: error: libary: unknown setting; did you mean `library`?",
        f"{file}:3:3: error: keys.serch.open: there is no such command; did you mean `search.open`?",
        f"{file}:4:13: error: keys.app.quit: `tab` is the key of `pane.next` (Next pane); {elsewhere}",
        f"{file}:5:8: error: theme: there is no theme `norrd`; did you mean `nord`?",
    ]


def test_a_command_that_needs_it_fails_and_the_app_does_not(file: Path, library: Path) -> None:
    write(file, WRONG)
    assert briefterm("list").status == 2
    assert "did you mean `library`?" in briefterm("list").err
    assert "`briefterm config --show` names all that is wrong, keys and colours too" in briefterm("list").err
    assert "the app needs a terminal" in briefterm("open", library).err
    assert "the app needs a terminal" in briefterm("open", "talks", "--library", library).err


def test_a_theme_that_is_not_there_ends_the_start() -> None:
    done = briefterm("open", "--theme", "norrd")
    assert (done.status, "did you mean `nord`?" in done.err) == (2, True)
    assert "the app needs a terminal" in briefterm("open", BRIEFTERM_THEME="norrd").err
    assert briefterm("config", BRIEFTERM_THEME="norrd").err.startswith("BRIEFTERM_THEME: there is no theme `norrd`;")


def test_edit_makes_the_explained_file_and_checks_it(file: Path, tmp_path: Path) -> None:
    done = briefterm("config", "--edit", VISUAL=editor(tmp_path, 'grep -c . "$1"'))
    assert done.status == 0
    assert file.read_text() == TEMPLATE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]
    assert "all is well" in done.err


def test_edit_says_what_is_wrong_afterwards(file: Path, tmp_path: Path) -> None:
    done = briefterm("config", "--edit", VISUAL="", EDITOR=editor(tmp_path, 'echo "libary: x" >> "$1"'))
    assert done.status == 1
    assert "did you mean `library`?" in done.err
    assert file.read_text() == TEMPLATE + "libary: x\n"


def test_edit_keeps_a_file_that_is_there(file: Path, tmp_path: Path) -> None:
    write(file, "start: navy\n")
    assert briefterm("config", "--edit", VISUAL=editor(tmp_path, "true")).status == 0
    assert file.read_text() == "start: navy\n"


def test_an_editor_that_fails_or_is_not_there(file: Path, tmp_path: Path) -> None:
    failed = briefterm("config", "--edit", VISUAL=editor(tmp_path, "exit 3"))
    assert (failed.status, "status 3" in failed.err) == (1, True)
    missing = briefterm("config", "--edit", VISUAL="no-such-editor")
    assert (missing.status, "set $EDITOR to another" in missing.err) == (2, True)
    assert briefterm("config", "--edit", VISUAL="vi '").status == 2


def test_a_theme_of_ones_own_is_checked(file: Path) -> None:
    write(file, "theme: mine\n")
    themes = file.parent / "themes"
    themes.mkdir()
    (themes / "mine.yaml").write_text('background: "#101418"\nquite: "#aaa"\nquiet: "#333"\naccent: #fff\n')
    done = briefterm("config")
    assert done.status == 1
    assert "theme: mine" in done.out
    first, second, third = done.err.splitlines()
    assert first.startswith(f"{themes / 'mine.yaml'}:2:1: error: quite: there is no such colour; did you mean `quiet`?")
    assert "mine.yaml:3:8: warning: quiet: 1.5:1 on the background is hard to read" in second
    assert "mine.yaml:4:" in third
    assert "in quotes" in third


def test_it_imports_no_textual() -> None:
    from tests.support import run_python

    script = "import sys\nfrom briefterm.cli import run\nrun(['config'])\nprint('textual' in sys.modules)"
    assert run_python("-c", script).out.splitlines()[-1] == "False"


def test_a_locale_is_the_files_else_the_environments(file: Path) -> None:
    assert "LC_ALL" in briefterm("config", LC_ALL="de_DE.UTF-8").out
    write(file, "locale: fr_FR\n")
    assert "locale: fr_FR" in briefterm("config", LC_ALL="de_DE.UTF-8").out
    write(file, "locale: tlh\n")
    assert "is no locale" in briefterm("search", "india").err
