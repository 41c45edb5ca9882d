from pathlib import Path

import pytest

from tests.support import LIBRARY, at_terminal, briefterm, write_library


def ids(*arguments: str, library: Path) -> list[str]:
    done = briefterm("list", "--library", library, *arguments)
    assert done.status == 0
    return [line.partition("\t")[0] for line in done.out.splitlines()]


def test_lines_are_for_cut_and_awk(library: Path) -> None:
    done = briefterm("list", "--library", library)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[:3] == [
        "talks\t10 Nov 2023\tCoastal Security Talks\tministerial\tTLP:AMBER",
        "2022/visit\tMar 2022\tVisit to Nairobi\t\t",
        "people/amina\t\tAmina Yusuf\tbio\t",
    ]
    assert done.out.splitlines()[3].startswith("torn\t\ttorn.yaml (line 1: ")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["talks", "2022/visit", "people/amina", "torn"]),
        (["--sort", "date"], ["talks", "2022/visit", "people/amina", "torn"]),
        (["--sort", "oldest"], ["2022/visit", "talks", "people/amina", "torn"]),
        (["--sort", "title"], ["people/amina", "talks", "torn", "2022/visit"]),
        (["--limit", "2"], ["talks", "2022/visit"]),
        (["amina"], ["people/amina", "2022/visit"]),
        (["amina", "--sort", "date"], ["2022/visit", "people/amina"]),
        (["amina", "sort:oldest", "--limit", "1"], ["2022/visit"]),
        (["amina", "-visit"], ["people/amina"]),
        (["date:2022"], ["2022/visit"]),
    ],
)
def test_order_and_choice(library: Path, arguments: list[str], expected: list[str]) -> None:
    assert ids(*arguments, library=library) == expected


def test_a_query_gives_the_order_of_search(library: Path) -> None:
    hits = briefterm("search", "navy", "--library", library, "--json").json["hits"]
    assert ids("navy", library=library) == [hit["id"] for hit in hits]


def test_json_says_what_the_list_shows(library: Path) -> None:
    found = briefterm("list", "--library", library, "--json").json
    assert (found["query"], found["total"], found["suggestion"]) == ("", 4, None)
    talks, visit, amina, torn = found["briefs"]
    assert {key: talks[key] for key in ("id", "path", "date", "first", "last", "marking", "agenda", "readable")} == {
        "id": "talks",
        "path": "talks.yaml",
        "date": "10 Nov 2023",
        "first": "2023-11-10",
        "last": "2023-11-10",
        "marking": "TLP:AMBER",
        "agenda": 2,
        "readable": True,
    }
    assert (visit["first"], visit["last"]) == ("2022-03-01", "2022-03-31")
    assert (amina["first"], amina["last"]) == (None, None)
    assert (torn["readable"], torn["officials"], torn["errors"]) == (False, 0, 1)


def test_an_open_end_is_no_day(tmp_path: Path) -> None:
    folder = write_library(tmp_path, {"a.yaml": "title: A\ndate: ../1870\n"})
    (brief,) = briefterm("list", "--library", folder, "--json").json["briefs"]
    assert (brief["first"], brief["last"]) == (None, "1870-12-31")


@pytest.mark.parametrize(("arguments", "out", "status"), [([], "4\n", 0), (["amina"], "2\n", 0), (["zzqx"], "0\n", 1)])
def test_count(library: Path, arguments: list[str], out: str, status: int) -> None:
    done = briefterm("list", *arguments, "--count", "--library", library)
    assert (done.out, done.status) == (out, status)
    total = briefterm("list", *arguments, "--count", "--json", "--library", library).json
    assert total == {"query": " ".join(arguments), "total": int(out)}


def test_nothing_is_status_1(tmp_path: Path) -> None:
    done = briefterm("list", "--library", write_library(tmp_path, {}))
    assert (done.status, done.out) == (1, "")


def test_how_the_query_was_read_is_narration(library: Path) -> None:
    done = briefterm("list", "nairobo", "sort:size", "--library", library)
    assert done.out.startswith("2022/visit\t")
    assert "sort: knows date, oldest, title and relevance, not size" in done.err
    assert "nothing for nairobo sort:size; showing nairobi" in done.err


def test_a_table_at_a_terminal(library: Path) -> None:
    done = at_terminal("list", "--library", library, TERM="dumb")
    heading, talks, *_ = done.out.splitlines()
    assert heading.split() == ["Date", "Title", "Kind", "Marking", "Id"]
    assert talks.split() == ["10", "Nov", "2023", "Coastal", "Security", "Talks", "ministerial", "TLP:AMBER", "talks"]


def test_two_lines_a_brief_where_it_is_narrow(library: Path) -> None:
    done = at_terminal("list", "amina", "--library", library, columns=60, TERM="dumb")
    assert [line.rstrip() for line in done.out.splitlines()] == [
        "Amina Yusuf",
        "  people/amina",
        "Visit to Nairobi",
        "  Mar 2022  2022/visit",
    ]


def test_a_long_list_goes_through_the_pager_and_a_short_one_does_not(library: Path) -> None:
    long = at_terminal("list", "--library", library, lines=3, PAGER="sed s/^/|/", NO_COLOR="1")
    assert all(line.startswith("|") for line in long.out.splitlines())
    short = at_terminal("list", "--library", library, lines=40, PAGER="sed s/^/|/", NO_COLOR="1")
    assert "|" not in short.out
    assert long.out.replace("|", "") == short.out
    unpaged = at_terminal("list", "--library", library, lines=3, PAGER="/nowhere/pager", NO_COLOR="1")
    assert unpaged.out == short.out


def test_nothing_hostile_reaches_the_terminal(tmp_path: Path) -> None:
    evil = {"a\x1b[31m.yaml": 'title: "\\e]0;owned\\a[red]x[/red]"\nmarking: "[bold]M"\nid: "i\\x9b"\n', **LIBRARY}
    folder = write_library(tmp_path / "evil", evil)
    for arguments in (["list"], ["search", "owned"], ["search", "x\x1b[31m"], ["check", folder]):
        done = at_terminal(*arguments, "--library", folder, TERM="dumb")
        printed = done.out + done.err
        assert not [char for char in printed if char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160)]
    assert "[red]x[/red]" in briefterm("list", "--library", folder).out


def test_a_person_reads_dates_in_their_locale_and_a_script_does_not(library: Path) -> None:
    assert "10. Nov. 2023" in at_terminal("list", "--library", library, LC_ALL="de_DE.UTF-8").out
    assert "10 Nov 2023" in briefterm("list", "--library", library, LC_ALL="de_DE.UTF-8").out
