from pathlib import Path

import pytest

from tests.support import briefterm, write_library

DOUBTFUL = "title: T\ndate: 2023-11-10\nas_of: 2023-10-01\n"


def test_doubts_about_the_plan_are_warnings(tmp_path: Path) -> None:
    file = write_library(tmp_path, {"a.yaml": DOUBTFUL}) / "a.yaml"
    done = briefterm("check", file)
    assert done.status == 0
    assert done.out.startswith(f"{file}:3:1: warning: as_of: the facts are of 1 Oct 2023")
    assert "1 file: 0 errors, 1 warning" in done.err


def test_strict_takes_warnings_for_errors(tmp_path: Path) -> None:
    file = write_library(tmp_path, {"a.yaml": DOUBTFUL, "b.yaml": "title: T\n"}) / "a.yaml"
    assert briefterm("check", "--strict", file).status == 1
    assert briefterm("check", "--strict", tmp_path / "b.yaml").status == 0


def test_annotations_for_github(tmp_path: Path) -> None:
    file = write_library(tmp_path, {"a,1.yaml": "title: T\nkolor: '100%'\n"}) / "a,1.yaml"
    done = briefterm("check", "--format", "github", file)
    name = str(file).replace(",", "%2C")
    assert done.out == (
        f"::warning file={name},line=2,col=1,title=kolor::unknown field `kolor`; begin it with `x-` if it is your own\n"
    )


def test_json_is_the_same_by_either_name(library: Path) -> None:
    assert briefterm("check", "--json", library).out == briefterm("check", "--format", "json", library).out


def test_one_id_in_two_files_is_reported_at_the_second(tmp_path: Path) -> None:
    files = {"a.yaml": "title: A\nid: talks\n", "b.yaml": "title: B\nid: talks\n", "sub/talks.yaml": "title: C\n"}
    folder = write_library(tmp_path, files)
    done = briefterm("check", folder)
    assert done.out == f"{folder}/b.yaml:2:1: warning: id: `talks` is the id of {folder}/a.yaml too; choose another\n"
    assert briefterm("check", folder / "a.yaml", folder / "b.yaml").out == done.out
    assert briefterm("check", folder, folder / "a.yaml").out == done.out


def test_files_of_the_same_name_in_two_folders_are_two_briefs(tmp_path: Path) -> None:
    folder = write_library(tmp_path, {"x/visit.yaml": "title: A\n", "y/visit.yaml": "title: B\n"})
    assert briefterm("check", folder).out == ""
    assert briefterm("check", folder / "x" / "visit.yaml", folder / "y" / "visit.yaml").out == ""


@pytest.mark.parametrize("how", ["named", "environment"])
def test_without_a_path_it_checks_the_library(library: Path, how: str) -> None:
    arguments: list[str | Path] = ["--library", library] if how == "named" else []
    done = briefterm("check", *arguments, BRIEFTERM_LIBRARY=str(library) if how == "environment" else "")
    assert done.status == 1
    assert done.out.startswith(f"{library}/torn.yaml:1:8: error: yaml:")


def test_a_librarys_people_yaml_is_checked_with_its_briefs(tmp_path: Path) -> None:
    files = {
        "a.yaml": "title: A\n",
        "people.yaml": "- name: Ann Bell\n  alias: A\n",
        "sub/people.yaml": "title: A brief\n",
    }
    folder = write_library(tmp_path, files)
    done = briefterm("check", folder)
    assert done.out.startswith(f"{folder}/people.yaml:2:3: warning: people[0].alias: unknown field")
    assert "3 files: 0 errors, 1 warning" in done.err
    assert briefterm("check", folder / "people.yaml").out == done.out
    assert briefterm("check", folder / "sub" / "people.yaml").out == ""


def test_a_brief_in_the_place_of_people_yaml_is_an_error(tmp_path: Path) -> None:
    done = briefterm("check", write_library(tmp_path, {"people.yaml": "title: A\n"}))
    assert done.status == 1
    assert "this file is for people; give a brief another name" in done.out


def people_problems(folder: Path, people: str, **briefs: str) -> list[str]:
    """Return what `check` says of a people.yaml beside briefs of these officials, from `line:column` on."""
    files = {f"{name}.yaml": f"title: {name}\nofficials:\n{officials}" for name, officials in briefs.items()}
    done = briefterm("check", write_library(folder, {"people.yaml": people, **files}))
    found = [line.split("people.yaml:")[1] for line in done.out.splitlines()]
    assert briefterm("check", folder / "people.yaml").out == done.out
    return found


def test_an_id_that_brings_in_somebody_of_another_name_is_told(tmp_path: Path) -> None:
    (found,) = people_problems(
        tmp_path,
        "- name: George W. Bush\n  aliases: [Bush]\n  ids: [bush-43,\n    smith]\n",
        one="- {id: bush-43, name: Bush}\n- {id: smith, name: John Smith}\n",
        two="- {id: smith, name: John Smith}\n",
    )
    assert found.startswith(
        "4:5: warning: people[0].ids: `smith` is the id of John Smith in one.yaml, who is George W. Bush by that; "
    )
    assert "write that name under `aliases`" in found
    assert "under `briefs`" in found


def test_without_a_name_one_id_of_two_persons_is_told(tmp_path: Path) -> None:
    (found,) = people_problems(
        tmp_path,
        "- ids: [singh]\n",
        a="- {id: singh, name: Rajnath Singh}\n",
        b="- {id: singh, name: Manmohan Singh}\n",
    )
    assert found.startswith(
        "1:9: warning: people[0].ids: `singh` is the id of Manmohan Singh in b.yaml, who is Rajnath"
    )


@pytest.mark.parametrize(
    "people",
    [
        "- name: George W. Bush\n  ids: [bush-43, gwb]\n  aliases: [Dubya]\n",
        "- ids: [bush-43, gwb]\n",
        "- name: George W. Bush\n  ids: [bush-43, gwb, smith]\n  aliases: [Dubya]\n  briefs: [a]\n",
        "- name: George W. Bush\n  ids: [bush-43, gwb, smith]\n  aliases: [Dubya]\n  country: FR\n",
    ],
)
def test_ids_that_are_meant_are_no_problem(tmp_path: Path, people: str) -> None:
    officials = "- {id: bush-43, name: G. W. Bush, country: US}\n- {id: gwb, name: Dubya}\n"
    assert people_problems(tmp_path, people, a=officials, b="- {id: smith, name: John Smith, country: US}\n") == []


def test_an_alias_that_brings_in_nobody_because_of_an_id_is_told(tmp_path: Path) -> None:
    briefs = {"a": "- {id: smith, name: John Smith}\n", "b": "- {id: jack, name: Jack Smith}\n"}
    (found,) = people_problems(
        tmp_path / "1", "- name: John Smith\n  ids: [smith]\n  aliases: [Jack Smith]\n", **briefs
    )
    assert found.startswith(
        "3:13: warning: people[0].aliases: the alias `Jack Smith` has no effect: Jack Smith in b.yaml"
    )
    assert found.endswith("write `ids: [jack, smith]`")
    (found,) = people_problems(tmp_path / "2", "- name: John Smith\n  aliases:\n  - Jack Smith\n", **briefs)
    assert found.startswith("3:5: warning: people[0].aliases: the alias `Jack Smith` has no effect")
    assert people_problems(tmp_path / "3", "- name: John Smith\n  aliases: [Jack Smith]\n", b=briefs["b"]) == []
    both = "- name: John Smith\n  ids: [smith, jack]\n  aliases: [Jack Smith]\n"
    assert people_problems(tmp_path / "4", both, **briefs) == []
    apart = "- name: John Smith\n  ids: [smith]\n  aliases: [Jack Smith]\n- jack: Jack Smith\n"
    assert people_problems(tmp_path / "5", apart, **briefs) == []
    used = "- name: Jack Smith\n"
    assert (
        people_problems(
            tmp_path / "6", "- name: John Smith\n  ids: [smith]\n  aliases: [Jack Smith]\n", c=used, **briefs
        )
        == []
    )


def test_briefs_that_are_not_there_are_told(tmp_path: Path) -> None:
    briefs = {"visit-1974": "- {id: smith, name: John Smith}\n", "trip-1980": "- {name: Ann Bell}\n"}
    people = (
        "- name: John Smith\n  id: smith\n  briefs: [visit-1974, trip-1980.yaml, visit-1947,\n    '1970s/*']\n"
        "- name: Ann Bell\n  briefs:\n  - trip*\n  - qqq\n"
    )
    pattern = "a path begins below the library, and `*` stands for any part of it"
    name = "write the id of one, or its path below the library"
    found = people_problems(tmp_path, people, **briefs)
    assert found == [
        "3:40: warning: people[0].briefs: no brief has the id or path `visit-1947`; did you mean `visit-1974`?",
        f"4:5: warning: people[0].briefs: no brief has a path like `1970s/*`; {pattern}",
        f"8:5: warning: people[1].briefs: no brief has the id or path `qqq`; {name}",
    ]


def test_a_brief_that_cannot_be_read_is_there(tmp_path: Path) -> None:
    folder = write_library(
        tmp_path, {"torn.yaml": "title: [never closed\n", "people.yaml": "- name: A B\n  briefs: [torn]\n"}
    )
    assert "people.yaml" not in briefterm("check", folder).out
    assert briefterm("check", folder / "people.yaml").out == ""


@pytest.mark.parametrize("order", [("a.yaml", ""), ("people.yaml", "a.yaml"), ("a.yaml", "people.yaml")])
def test_a_brief_that_is_named_besides_belongs_to_its_library_still(tmp_path: Path, order: tuple[str, str]) -> None:
    folder = write_library(tmp_path, {"a.yaml": "title: A\n", "people.yaml": "- name: A B\n  briefs: [a]\n"})
    assert briefterm("check", *(folder / name for name in order)).out == ""
