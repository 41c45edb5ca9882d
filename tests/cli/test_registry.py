"""Every command follows the convention, is documented, and completes."""

import pkgutil
import re
import subprocess
from importlib import import_module
from pathlib import Path

import pytest

from briefterm import cli
from briefterm.cli import COMMANDS, command
from briefterm.cli.completion import SHELLS
from briefterm.cli.man import man_page
from briefterm.cli.reference import entries, markdown
from tests.support import ROOT, briefterm

PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_the_page_on_commands_is_what_the_parsers_say() -> None:
    assert markdown() == PAGE, "write it anew: python -m briefterm.cli.reference > docs/commands.md"


def test_every_module_that_runs_is_a_command() -> None:
    modules = {module.name for module in pkgutil.iter_modules(cli.__path__)}
    running = {name for name in modules if hasattr(import_module(f"briefterm.cli.{name}"), "run")}
    assert running == {cli._MODULES.get(name, name) for name in COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_says_what_it_is_for(name: str) -> None:
    parser = command(name).command_parser()
    assert parser.description
    assert parser.description.endswith(".")
    for action in parser.actions:
        assert action.help, action.option_strings or action.dest


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_page_and_manual(name: str) -> None:
    section = PAGE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    manual = man_page().partition(f".SS {name} ")[2].partition("\n.SS")[0]
    for action in command(name).command_parser().actions:
        for option in set(action.option_strings) - {"-h", "--help", "--version"}:
            assert option in section
            assert option.replace("-", "\\-") in manual


@pytest.mark.parametrize("name", COMMANDS)
def test_help_and_version(name: str) -> None:
    done = briefterm(name, "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("usage: briefterm")
    assert re.fullmatch(r"briefterm \d+\.\d+\.\d+\n", briefterm(name, "--version").out)


@pytest.mark.parametrize(
    "arguments", [["--library", "{}", "list"], ["--library={}", "list"], ["list", "--library", "{}"]]
)
def test_the_library_may_be_named_before_the_command(library: Path, arguments: list[str]) -> None:
    done = briefterm(*(word.format(library) for word in arguments))
    assert (done.status, len(done.out.splitlines())) == (0, 4)


@pytest.mark.parametrize("arguments", [["serch"], ["serch", "radar"]])
def test_a_slip_in_a_command_is_understood(arguments: list[str]) -> None:
    done = briefterm(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "did you mean" in done.err
    assert "search" in done.err


def test_a_brief_is_opened_by_its_id(library: Path) -> None:
    for named in ("talks", "2022/visit", "talks.yaml", str(library / "talks.yaml")):
        assert "needs a terminal" in briefterm("open", named, "--library", library).err
    wrong = briefterm("open", "talkz", "--library", library)
    assert wrong.status == 2
    assert "did you mean `talks`?" in wrong.err


def test_an_id_of_two_files_is_not_guessed(library: Path) -> None:
    (library / "again.yaml").write_text("title: A\nid: talks\n")
    done = briefterm("open", "talks", "--library", library)
    assert done.status == 2
    assert "`talks` is the id of again.yaml and talks.yaml; name the file" in done.err


def test_a_folder_that_cannot_be_written_is_one_line(library: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = briefterm("list", "--library", library, XDG_CACHE_HOME=str(blocked))
    assert (done.status, len(done.out.splitlines())) == (0, 4)
    assert "; the whole library is read each time" in done.err
    assert done.err.startswith("briefterm: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_completes(shell: str) -> None:
    done = briefterm("completion", shell)
    assert (done.status, done.err) == (0, "")
    for name in COMMANDS:
        assert name in done.out
    assert "exit-code" in done.out
    assert "github" in done.out


def test_completion_in_bash(tmp_path: Path) -> None:
    script = tmp_path / "briefterm.bash"
    script.write_text(briefterm("completion", "bash").out)
    asked = (
        f"source {script}; compopt() {{ :; }}; COMP_WORDS=(briefterm check --format g); COMP_CWORD=3; COMPREPLY=();"
        '_shtab_briefterm; echo "${COMPREPLY[*]}"'
    )
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("github\n", "")


def test_the_manual_names_every_command() -> None:
    page = briefterm("man").out
    assert page == man_page()
    assert page.startswith(".TH BRIEFTERM 1 ")
    assert [entry.name for entry in entries()] == list(COMMANDS)
    assert not [line for line in page.splitlines() if line.startswith(("'", " "))]
    requests = {line.split()[0] for line in page.splitlines() if line.startswith(".")}
    assert requests <= {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br", ".ad", ".nf", ".fi", ".RS", ".RE"}


@pytest.mark.parametrize(
    "name", ["list", "who", "people", "timeline", "check", "new", "fmt", "diff", "schema", "doctor", "completion"]
)
def test_no_command_imports_the_app(name: str, library: Path) -> None:
    from tests.support import run_python

    arguments = {"new": ["new"], "schema": ["schema"], "completion": ["completion", "bash"]}
    file = str(library / "talks.yaml")
    rest = {"fmt": ["fmt", "--check", file], "diff": ["diff", file, file], "check": ["check", file]}
    rest["who"] = ["who", "singh", "--library", str(library)]
    words = arguments.get(name) or rest.get(name) or [name, "--library", str(library)]
    script = f"import sys\nfrom briefterm.cli import run\nrun({words!r})\nprint('textual' in sys.modules)"
    assert run_python("-c", script).out.splitlines()[-1] == "False"
