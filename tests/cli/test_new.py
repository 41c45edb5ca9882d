from pathlib import Path

import pytest

from briefterm.brief.fresh import fresh_copy
from briefterm.brief.schema import json_schema
from briefterm.brief.template import SCHEMA_FILE, template
from tests.support import TALKS, briefterm, sound


def test_the_template_goes_to_stdout() -> None:
    done = briefterm("new")
    assert (done.status, done.out, done.err) == (0, template(), "")


def test_a_copy_is_asked_for_by_id(library: Path) -> None:
    done = briefterm("new", "--from", "talks", "--library", library)
    assert (done.status, done.out) == (0, fresh_copy(TALKS.encode(), "talks", ""))


def test_a_copy_is_asked_for_by_path(library: Path) -> None:
    assert "related: [talks]" in briefterm("new", "--from", library / "talks.yaml").out


def test_a_copy_is_utf_8_whatever_the_locale(library: Path) -> None:
    (library / "accents.yaml").write_text("title: Kovačevski\n", encoding="utf-8")
    plain = briefterm("new", "--from", "accents", "--library", library)
    assert "title: Kovačevski\n" in plain.out
    assert briefterm("new", "--from", "accents", "--library", library, PYTHONIOENCODING="ascii").out == plain.out


def test_it_is_written_where_the_person_says_and_never_over_a_file(tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    done = briefterm("new", "-o", file)
    assert (done.status, done.out, done.err) == (0, "", f"{file} written\n")
    sound(file.read_text())
    file.write_text("mine")
    again = briefterm("new", "-o", file)
    assert (again.status, file.read_text()) == (2, "mine")
    assert "exists; name another file" in again.err


@pytest.mark.parametrize("output", ["", "missing/new.yaml"])
def test_a_place_that_cannot_be_is_wrong_usage(tmp_path: Path, output: str) -> None:
    done = briefterm("new", "-o", tmp_path / output)
    assert done.status == 2
    assert done.err.startswith(f"briefterm: {tmp_path}")


def test_the_schema_is_named_from_where_the_file_will_be(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_FILE).write_text(briefterm("schema").out)
    (tmp_path / "2024").mkdir()
    briefterm("new", "-o", tmp_path / "2024" / "new.yaml")
    assert (
        (tmp_path / "2024" / "new.yaml").read_text().startswith(f"# yaml-language-server: $schema=../{SCHEMA_FILE}\n")
    )


def test_no_schema_is_named_that_is_not_there(tmp_path: Path) -> None:
    briefterm("new", "-o", tmp_path / "new.yaml")
    assert "$schema" not in (tmp_path / "new.yaml").read_text()
    assert "$schema" not in briefterm("new").out


def test_nothing_by_that_name(library: Path) -> None:
    done = briefterm("new", "--from", "talkz", "--library", library)
    assert done.status == 2
    assert "did you mean `talks`?" in done.err


def test_what_cannot_be_copied_is_said(library: Path) -> None:
    done = briefterm("new", "--from", library / "torn.yaml")
    assert (done.status, done.out) == (1, "")
    assert "torn.yaml cannot be copied: line 1:" in done.err


def test_the_schema_is_json() -> None:
    done = briefterm("schema")
    assert (done.status, done.err) == (0, "")
    assert done.json == json_schema()
