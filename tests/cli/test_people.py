from pathlib import Path

import pytest

from tests.support import LIBRARY, at_terminal, briefterm, write_library

FILES = {
    **LIBRARY,
    "more.yaml": """\
title: More
officials:
- Amina Yusuf, Minister (KE)
- {id: a, name: Ann Bell}
- {id: b, name: Ann Bell}
""",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", FILES)


def keys(*arguments: str, library: Path) -> list[str]:
    return [line.partition("\t")[0] for line in briefterm("people", *arguments, "--library", library).out.splitlines()]


def test_lines_are_for_cut_and_awk(library: Path) -> None:
    done = briefterm("people", "--library", library)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "amina yusuf (KE)\tAmina Yusuf\tKE\tMinister\t2",
        "a\tAnn Bell\t\t\t1",
        "b\tAnn Bell\t\t\t1",
        "austin lloyd (US)\tLloyd Austin\tUS\tDefence Secretary\t1",
        "singh\tRajnath Singh\tIN\tDefence Minister\t1",
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["ann"], ["a", "b"]),
        (["ber", "an"], []),
        (["bell", "an"], ["a", "b"]),
        (["--country", "India"], ["singh"]),
        (["--country", "ke"], ["amina yusuf (KE)"]),
        (["--side", "host"], ["singh"]),
        (["--sort", "count", "--limit", "1"], ["amina yusuf (KE)"]),
    ],
)
def test_choice_and_order(library: Path, arguments: list[str], expected: list[str]) -> None:
    assert keys(*arguments, library=library) == expected


def test_json_and_count(library: Path) -> None:
    found = briefterm("people", "sing", "--library", library, "--json").json
    assert (found["query"], found["total"], found["people"][0]["countries"]) == ("sing", 1, ["IN"])
    assert briefterm("people", "--count", "--library", library).out == "5\n"
    assert briefterm("people", "--count", "--json", "--library", library).json == {"query": "", "total": 5}


def test_nobody_is_status_1(library: Path) -> None:
    done = briefterm("people", "zzz", "--library", library)
    assert (done.status, done.out) == (1, "")


def test_a_draft_joins_once_it_is_saved(library: Path) -> None:
    done = briefterm("people", "--draft", "--library", library)
    assert done.status == 0
    (library / "people.yaml").write_text(done.out, encoding="utf-8")
    assert briefterm("check", library / "people.yaml").status == 0
    assert keys("bell", library=library) == ["a"]
    again = briefterm("people", "--draft", "--library", library)
    assert (again.status, again.out) == (1, "")
    assert "nobody shares a name" in again.err


def test_people_yaml_is_no_brief(library: Path) -> None:
    before = briefterm("list", "--library", library).out
    (library / "people.yaml").write_text("- a: Ann Bell\n")
    assert briefterm("list", "--library", library).out == before
    assert keys("bell", library=library) == ["a", "b"]


def test_at_a_terminal(library: Path) -> None:
    done = at_terminal("people", "singh", "--library", library, TERM="dumb")
    assert done.out == "Rajnath Singh, Defence Minister (India)  1 brief  singh\n"
