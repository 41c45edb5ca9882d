from pathlib import Path

import pytest

from briefterm.library.files import walk
from briefterm.people.declared import NOBODY, is_brief, people_at, people_of, read_people
from tests.support import write_library

PEOPLE = """\
- name: George W. Bush
  ids: [bush-george-w, bush]
  aliases: [Bush]
  country: United States
  from: 2001-01-20
  to: 2009-01-20
  say: jorj bush
  address: Mr President
  bio: |
    The 43rd.
  photo: photos/bush.jpg
- modi: Narendra Modi
"""


def problems(text: str) -> list[str]:
    return [problem.at("p") for problem in read_people(text.encode())[1]]


def test_what_it_says() -> None:
    (bush, modi), found = read_people(PEOPLE.encode())
    assert found == ()
    assert (bush.name, bush.ids, bush.aliases, bush.country) == (
        "George W. Bush",
        ("bush-george-w", "bush"),
        ("Bush",),
        "US",
    )
    assert (bush.say, bush.address, bush.bio.strip(), bush.photo) == (
        "jorj bush",
        "Mr President",
        "The 43rd.",
        "photos/bush.jpg",
    )
    assert bush.since is not None
    assert bush.since.shown == "20 Jan 2001"
    assert (modi.name, modi.ids, modi.line) == ("Narendra Modi", ("modi",), 12)


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  name: A B\n",
        "- a: A B\n",
        "a: A B\n",
        "a:\n  name: A B\n",
        "people:\n- id: a\n  name: A B\n",
        "people:\n  a: A B\n",
        "- name: A B\n  ids: a\n",
    ],
)
def test_every_layout_means_the_same(text: str) -> None:
    (person,), found = read_people(text.encode())
    assert (person.name, person.ids, found) == ("A B", ("a",), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- name: A B\n  alias: C\n",
            "p:2:3: warning: people[0].alias: unknown field `alias`; did you mean `aliases`?",
        ),
        (
            "- a: A B\n- ids: [a]\n",
            "p:2:9: warning: people[1].ids: `a` is the id of A B on line 1 too; keep it with one",
        ),
        ("- say: x\n", "p:1:1: warning: people[0]: the entry has neither name nor id; write `name: …` or `ids: […]`"),
        (
            "- name: A B\n  from: 2009-01-20\n  to: 2001\n",
            "p:2:9: warning: people[0].from: `2009-01-20` is after `to`, `2001`, and no day is between them; ",
        ),
        ("title: A visit\n", "p:1:1: error: people: this file is for people; give a brief another name"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, expected: str) -> None:
    (found,) = problems(text)
    assert found.startswith(expected)


@pytest.mark.parametrize(
    "data", [b"", b"- [", b"\xff\xfe\x00", b"- - - x", b"just text", b"- name: {a: b}\n", b"[" * 99]
)
def test_nothing_in_it_raises(data: bytes) -> None:
    persons, found = read_people(data)
    assert all(person.line > 0 for person in persons)
    assert persons or found or not data


def test_a_day_that_does_not_exist_is_a_problem() -> None:
    (found,) = problems("- name: A B\n  from: 2023-02-30\n")
    assert "people[0].from" in found


@pytest.mark.parametrize(
    ("since", "to"), [("2001", "2001-03"), ("2001-05", "2001"), ("2001", "soon"), ("2001-01-20", "..")]
)
def test_an_office_that_may_have_a_day_is_no_problem(since: str, to: str) -> None:
    assert not [one for one in problems(f"- name: A B\n  from: {since}\n  to: '{to}'\n") if "is after" in one]


def test_of_the_library_and_no_brief_of_it(tmp_path: Path) -> None:
    root = write_library(
        tmp_path / "library", {"people.yaml": PEOPLE, "people/people.yaml": "title: A brief\n", "a.yaml": "title: A\n"}
    )
    assert {stamp.path for stamp in walk(root)} == {"people/people.yaml", "a.yaml"}
    people = people_of(root)
    assert (people.file, len(people.persons)) == ("people.yaml", 2)
    assert [problem.field for problem in people.problems] == ["people[0].photo"]
    assert "does not exist" in people.problems[0].message
    (root / "photos").mkdir()
    (root / "photos" / "bush.jpg").write_bytes(b"")
    assert people_of(root).problems == ()
    assert is_brief(root / "people" / "people.yaml")
    assert not is_brief(root / "people.yaml")


def test_patterns_without_end_are_not_all_looked_at() -> None:
    (problem,) = problems("- a: A B\n- id: c\n  briefs:\n" + "  - x*\n" * 1001)
    assert problem.startswith("p:2:1: warning: people[1].briefs: only the first 1,000 patterns")


@pytest.mark.parametrize("photo", ["/etc/passwd", "../secret.jpg"])
def test_a_picture_outside_the_library_is_refused(tmp_path: Path, photo: str) -> None:
    root = write_library(tmp_path, {"people.yml": f"- name: A B\n  photo: {photo}\n"})
    (problem,) = people_of(root).problems
    assert "lies outside the library" in problem.message


def test_the_second_of_two_files_is_not_read(tmp_path: Path) -> None:
    root = write_library(tmp_path, {"people.yml": "- a: A B\n", "people.yaml": "- c: C D\n"})
    assert [person.name for person in people_of(root).persons] == ["C D"]
    unread = people_at(root, "people.yml")
    assert unread.persons == ()
    assert "not read beside people.yaml" in unread.problems[0].message


def test_a_library_without_one(tmp_path: Path) -> None:
    assert people_of(write_library(tmp_path, {})) is NOBODY


def test_one_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert people_at(tmp_path, "people.yaml").problems[0].field == "file"
