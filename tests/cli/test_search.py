from pathlib import Path

import pytest

from tests.support import at_terminal, briefterm


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("relevance", ["people/amina", "2022/visit"]),
        ("date", ["2022/visit", "people/amina"]),
        ("title", ["people/amina", "2022/visit"]),
        ("oldest", ["2022/visit", "people/amina"]),
    ],
)
def test_sort_overrules_the_query(library: Path, order: str, expected: list[str]) -> None:
    found = briefterm("search", "amina", "sort:title", "--sort", order, "--library", library, "--json").json
    assert [hit["id"] for hit in found["hits"]] == expected


def test_count(library: Path) -> None:
    assert briefterm("search", "amina", "--count", "--library", library).out == "2\n"
    assert briefterm("search", "amina", "--count", "--library", library, "--json").json == {
        "query": "amina",
        "total": 2,
    }
    assert briefterm("search", "zzqx", "--count", "--library", library).status == 1


def test_a_query_without_words(library: Path) -> None:
    done = briefterm("search", "date:2023", "--library", library)
    assert done.status == 0
    assert done.out.splitlines()[2] == "Coastal Security Talks · 10 Nov 2023 · TLP:AMBER"


def test_a_word_may_be_excluded_anywhere(library: Path) -> None:
    for words in (["amina", "-visit"], ["-visit", "amina"], ["--", "amina", "-visit"]):
        found = briefterm("search", "--library", library, "--json", *words).json
        assert [hit["id"] for hit in found["hits"]] == ["people/amina"]
    assert briefterm("search", "amina", "--no-such-option").status == 2


def test_words_stand_out_at_a_terminal_and_the_marking_is_there(library: Path) -> None:
    out = at_terminal("search", "radar", "--library", library).out
    assert "\x1b[1;7mradar\x1b[0m" in out
    assert "TLP:AMBER" in out
    plain = at_terminal("search", "radar", "--library", library, NO_COLOR="1", TERM="dumb").out
    assert "\x1b" not in plain


def test_a_repaired_spelling_is_said(library: Path) -> None:
    done = briefterm("search", "nairobo", "--library", library)
    assert done.err == "briefterm: nothing for nairobo; showing nairobi\n"
    assert done.out.startswith("1 brief for nairobi\n")
