from collections.abc import Iterator
from pathlib import Path

import pytest

from briefterm.people.declared import People, read_people
from briefterm.people.directory import Directory
from briefterm.people.drafts import draft
from briefterm.people.finding import certain, find, near
from tests.remembered import catalogue_of

FILES = {
    "a.yaml": """\
title: A
officials:
  - {id: rice-c, name: Condoleezza Rice, country: US}
  - {id: rice-s, name: Susan Rice, country: US}
  - Rice, Secretary
  - Ricardo Lagos (CL)
  - {id: kissinger-henry-a, name: Henry A. Kissinger, country: US}
  - Kissinger, Secretary
  - {id: armour, name: Norman Armour, country: US}
  - {id: armour-2, name: "Norman: Armour", country: US}
""",
    "b.yaml": "title: B\nofficials: [Susan Rice (US), Rice]\n",
}


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[Directory]:
    with catalogue_of(tmp_path, FILES) as catalogue:
        yield Directory.of(catalogue)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("rice-s", ["rice-s"]),
        ("susan rice", ["rice-s"]),
        ("RICE, Susan", ["rice-s"]),
        ("rice", ["rice (bare)", "rice-s", "rice-c"]),
        ("ric", ["rice (bare)", "rice-s", "rice-c", "lagos ricardo (CL)"]),
        ("norman armour", ["armour", "armour-2"]),
        ("kissinger", ["kissinger (bare)", "kissinger-henry-a"]),
        ("nobody", []),
        ("", []),
        ("...", []),
    ],
)
def test_who_is_meant(directory: Directory, text: str, keys: list[str]) -> None:
    assert sorted(person.key for person in find(directory, text)) == sorted(keys)


def test_an_id_comes_first_but_leaves_nobody_of_that_name_out(tmp_path: Path) -> None:
    files = {
        "a.yaml": "title: A\nofficials: [{id: smith, name: J. Smith, country: US}, John Smith (GB), Jo Smithers]\n"
    }
    with catalogue_of(tmp_path, files) as catalogue:
        directory = Directory.of(catalogue)
        assert [person.key for person in find(directory, "smith")] == ["smith", "john smith (GB)"]
        assert [person.key for person in find(directory, "id:smith")] == ["smith"]
        assert [person.key for person in find(directory, "john smith (GB)")] == ["john smith (GB)"]


def test_one_who_is_known_comes_before_a_bare_name(directory: Directory) -> None:
    found = certain(find(directory, "kissinger"))
    assert found is not None
    assert found.key == "kissinger-henry-a"
    assert certain(find(directory, "rice")) is None
    assert certain(find(directory, "nobody")) is None


@pytest.mark.parametrize(
    ("text", "name"), [("kissingr", "Henry A. Kissinger"), ("henry kisinger", "Henry A. Kissinger"), ("xyzzy", "")]
)
def test_a_slip_finds_who_is_near(directory: Directory, text: str, name: str) -> None:
    assert not find(directory, text)
    assert [person.name for person in near(directory, text) if not person.bare] == [name] * bool(name)


def test_a_draft_makes_one_of_those_who_may_be(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        text = draft(Directory.of(catalogue))
        persons, problems = read_people(text.encode())
        assert problems == ()
        assert [(person.name, person.ids, person.country) for person in persons] == [
            ("Norman Armour", ("armour", "armour-2"), "US")
        ]
        assert persons[0].aliases == ("Norman: Armour",)


def test_no_draft_where_there_is_nothing_to_join(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, {"b.yaml": FILES["b.yaml"]}) as catalogue:
        assert draft(Directory.of(catalogue)) == ""


@pytest.mark.parametrize("text", ["John Smith the Briton", "briton", "Sir Jack Smith", "jack"])
def test_what_people_yaml_calls_somebody_finds_them(tmp_path: Path, text: str) -> None:
    with catalogue_of(tmp_path, {"a.yaml": "title: A\nofficials: [John Smith (GB), John Smith (US)]\n"}) as catalogue:
        declared, _ = read_people(
            b"- {name: John Smith the Briton, aliases: [John Smith, Jack Smith], country: GB, ids: [js]}\n"
        )
        directory = Directory.of(catalogue, People("people.yaml", declared))
        assert [person.key for person in find(directory, text)] == ["js"]
        assert [person.key for person in near(directory, "britton")] == ["js"]
