from pathlib import Path

import pytest

from tests.support import briefterm, run_python, write_library


def test_search_prints_one_json_object(library: Path) -> None:
    done = briefterm("search", "radar", "pictures", "--library", library, "--json")
    assert (done.status, done.err) == (0, "")
    assert done.json["query"] == "radar pictures"
    assert done.json["total"] == 1
    assert done.json["suggestion"] is None
    (hit,) = done.json["hits"]
    assert {key: hit[key] for key in ("id", "path", "title", "date")} == {
        "id": "talks",
        "path": "talks.yaml",
        "title": "Coastal Security Talks",
        "date": "10 Nov 2023",
    }
    match = hit["matches"][0]
    assert (match["pane"], match["index"]) == ("agenda", 0)
    assert [match["text"][start:end] for start, end in match["spans"]] == ["radar", "pictures"]


def test_search_says_when_it_finds_nothing(library: Path) -> None:
    done = briefterm("search", "zzqx", "--library", library, "--json")
    assert done.status == 1
    assert done.json["hits"] == []


def test_search_never_imports_textual(library: Path) -> None:
    done = run_python(
        "-c",
        "import sys\nfrom briefterm.cli import run\n"
        f"run(['search', 'radar', '--library', {str(library)!r}])\n"
        "print('textual' in sys.modules)",
    )
    assert done.out.splitlines()[-1] == "False"


def test_check_prints_path_line_and_column(library: Path) -> None:
    done = briefterm("check", library)
    assert done.status == 1
    assert done.out.startswith(f"{library}/torn.yaml:1:8: error: yaml:")
    assert "4 files: 1 error, 0 warnings" in done.err


def test_check_prints_one_json_object(tmp_path: Path) -> None:
    file = write_library(tmp_path, {"a.yaml": "title: T\nkolor: red\n"}) / "a.yaml"
    done = briefterm("check", file, "--json")
    assert (done.status, done.err) == (0, "")
    assert {key: done.json[key] for key in ("files", "errors", "warnings")} == {"files": 1, "errors": 0, "warnings": 1}
    (message,) = done.json["messages"]
    assert (message["line"], message["column"], message["level"], message["field"]) == (2, 1, "warning", "kolor")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--format", "xml"],
        ["check", "/nowhere"],
        ["search"],
        ["search", "x", "--limit", "0"],
        ["/nowhere"],
        ["--library", "/nowhere"],
    ],
)
def test_wrong_usage_ends_with_2_and_a_line(arguments: list[str]) -> None:
    done = briefterm(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert done.err.startswith("briefterm: ")
    assert "Traceback" not in done.err


def test_the_app_needs_a_terminal(library: Path) -> None:
    done = briefterm(library)
    assert done.status == 2
    assert "needs a terminal" in done.err


def test_index_says_what_it_did(library: Path) -> None:
    assert "4 briefs, all searchable" in briefterm("index", "--library", library).out


def test_the_library_is_the_one_named_then_the_environment_then_the_config(library: Path, own_folders: Path) -> None:
    other = write_library(own_folders / "other", {"b.yaml": "title: Other radar\n"})
    config = own_folders / "config" / "briefterm" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text(f"library: {other}\n")
    assert briefterm("search", "radar", "--json").json["hits"][0]["title"] == "Other radar"
    assert briefterm("search", "radar", "--json", BRIEFTERM_LIBRARY=str(library)).json["hits"][0]["id"] == "talks"
    named = briefterm("search", "radar", "--json", "--library", other, BRIEFTERM_LIBRARY=str(library))
    assert named.json["hits"][0]["title"] == "Other radar"


def test_a_slip_in_the_configuration_is_named_with_its_line(own_folders: Path) -> None:
    config = own_folders / "config" / "briefterm" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("libary: x\n")
    done = briefterm("search", "x")
    assert done.status == 2
    assert f"{config}:1:1: error: libary: unknown setting; did you mean `library`?" in done.err
