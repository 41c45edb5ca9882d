import os
from pathlib import Path

import pytest

from briefterm.library.catalogue import Catalogue
from briefterm.people.declared import People, read_people
from briefterm.people.directory import Directory, Sorting, Wanted
from tests.remembered import catalogue_of, remember
from tests.support import write_library

FILES = {
    "talks.yaml": """\
title: Talks
date: 2023-11-10
officials:
  - {id: singh, name: Rajnath Singh, title: Defence Minister, org: Ministry of Defence, country: IN, side: host}
  - Lloyd Austin, Defence Secretary (US)
""",
    "visit.yaml": """\
title: Visit
date: 2024-05-01
officials:
  - name: SINGH, Rajnath
    title: Defence Minister of India
    aliases: [Rajnath Babu]
  - {name: Dvořák, title: Minister, country: CZ, side: visitor}
  - Lloyd Austin, Former Secretary (US)
""",
    "old.yaml": """\
title: Old
date: 1999
officials:
  - Rajnath Singh, Chief Minister (IN)
  - Lloyd Austin, Bishop (GB)
  - Dvorak, President (CZ)
""",
    "empty.yaml": "title: Nobody\n",
}


def people(text: str) -> People:
    persons, problems = read_people(text.encode())
    assert problems == ()
    return People("people.yaml", persons)


def names(directory: Directory, wanted: Wanted = Wanted(), sorting: Sorting = Sorting.NAME) -> list[str]:  # noqa: B008
    return [f"{person.name} {''.join(person.countries)}" for person in directory.filtered(wanted, sorting)]


def test_everybody_once(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        directory = Directory.of(catalogue)
        assert names(directory) == ["Dvorak CZ", "Lloyd Austin GB", "Lloyd Austin US", "Rajnath Singh IN"]
        singh = directory.person("singh")
        assert singh is not None
        assert (singh.title, singh.org, singh.briefs, singh.sides, singh.bare) == (
            "Defence Minister of India",
            "",
            3,
            ("host",),
            False,
        )
        assert directory.briefs(singh) == ["old.yaml", "talks.yaml", "visit.yaml"]
        assert names(directory, sorting=Sorting.COUNT)[0] == "Rajnath Singh IN"
        assert len({person.key for person in directory.filtered(Wanted())}) == len(directory) == 4


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted("sing"), ["Rajnath Singh IN"]),
        (Wanted("RÁJ sin"), ["Rajnath Singh IN"]),
        (Wanted("babu"), ["Rajnath Singh IN"]),
        (Wanted("ajnath"), []),
        (Wanted("austin", country="GB"), ["Lloyd Austin GB"]),
        (Wanted(side="visitor"), ["Dvorak CZ"]),
        (Wanted(org="ministry OF d"), ["Rajnath Singh IN"]),
        (Wanted(side="visitor", org="defence"), []),
        (Wanted("president"), []),
    ],
)
def test_filters(tmp_path: Path, wanted: Wanted, expected: list[str]) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        assert names(Directory.of(catalogue), wanted) == expected


def test_whoever_stands_in_a_brief_is_known_by_place(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        directory = Directory.of(catalogue)
        assert directory.official("visit.yaml", 0) is directory.person("singh")
        assert directory.official("visit.yaml", 9) is None
        assert directory.official("empty.yaml", 0) is None
        assert [one.name for one in directory.officials("talks.yaml")] == ["Rajnath Singh", "Lloyd Austin"]


def test_namesakes_are_those_it_may_be(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        directory = Directory.of(catalogue)
        american, british = directory.filtered(Wanted("austin"), Sorting.COUNT)
        assert list(directory.namesakes(american)) == [british]
        (bare,) = directory.filtered(Wanted("dvorak"))
        assert bare.bare
        assert list(directory.namesakes(bare)) == []


def test_people_yaml_merges_names_and_says_more(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        declared = people("- name: Gen. Lloyd J. Austin III\n  aliases: [Lloyd Austin]\n  say: LOYD\n")
        directory = Directory.of(catalogue, declared)
        (austin,) = directory.filtered(Wanted("austin"))
        assert (austin.name, set(austin.countries), austin.briefs) == ("Gen. Lloyd J. Austin III", {"US", "GB"}, 3)
        assert austin.declared is declared.persons[0]


def test_people_yaml_merges_ids(tmp_path: Path) -> None:
    files = {
        "a.yaml": "title: A\nofficials:\n- a: John Smith\n",
        "b.yaml": "title: B\nofficials:\n- b: John Smith\n",
    }
    with catalogue_of(tmp_path, files) as catalogue:
        assert len(Directory.of(catalogue)) == 2
        (smith,) = Directory.of(catalogue, people("- ids: [a, b]\n")).filtered(Wanted())
        assert (smith.name, smith.ids, smith.briefs) == ("John Smith", ("a", "b"), 2)


def test_people_yaml_splits_one_id_by_brief(tmp_path: Path) -> None:
    files = {f"{name}.yaml": f"title: {name}\nofficials:\n- smith: John Smith\n" for name in ("a", "b", "c")}
    with catalogue_of(tmp_path, files) as catalogue:
        declared = people("- name: John Smith senior\n  id: smith\n  briefs: [a]\n- name: John Smith\n  id: smith\n")
        found = {one.name: one.briefs for one in Directory.of(catalogue, declared).filtered(Wanted())}
        assert found == {"John Smith senior": 1, "John Smith": 2}
        by_path = people("- name: John Smith senior\n  id: smith\n  briefs: ['[ab].yaml']\n- id: smith\n")
        found = {one.name: one.briefs for one in Directory.of(catalogue, by_path).filtered(Wanted())}
        assert found == {"John Smith senior": 2, "John Smith": 1}


def test_whose_id_is_anothers_too_has_the_name_of_people_yaml_for_a_key(tmp_path: Path) -> None:
    files = {f"{name}.yaml": f"title: {name}\nid: {name}\nofficials:\n- abe: Shinzo Abe\n" for name in ("a", "b")}
    with catalogue_of(tmp_path, files) as catalogue:
        directory = Directory.of(catalogue, people("- {name: John Smith the Elder, id: abe, briefs: [a]}\n"))
        assert {one.key for one in directory.filtered(Wanted())} == {"john smith the elder (?)", "abe shinzo (?)"}


def test_a_split_leaves_nobody_behind(tmp_path: Path) -> None:
    files = {
        "beta.yaml": "title: B\nid: beta\nofficials: [{id: smith, name: John Smith, country: GB, side: host}]\n",
        "other.yaml": "title: O\nofficials: [John Smith (US)]\n",
    }
    with catalogue_of(tmp_path, files) as catalogue:
        declared = people("- {name: John Smith the elder, id: smith, briefs: [beta]}\n")
        directory = Directory.of(catalogue, declared)
        assert {one.name: one.briefs for one in directory.filtered(Wanted())} == {
            "John Smith the elder": 1,
            "John Smith": 1,
        }
        assert [one.name for one in directory.filtered(Wanted(side="host"))] == ["John Smith the elder"]
        assert [one.name for one in directory.officials("other.yaml")] == ["John Smith"]


def test_an_alias_used_once_is_not_what_somebody_is_called(tmp_path: Path) -> None:
    files = {
        "a.yaml": "title: A\ndate: 2010\nofficials: [{name: Shinzō Abe, aliases: [Abe-san]}]\n",
        "b.yaml": "title: B\ndate: 2020\nofficials: [Abe-san]\n",
    }
    with catalogue_of(tmp_path, files) as catalogue:
        assert names(Directory.of(catalogue)) == ["Shinzō Abe "]


def test_a_bare_name_means_who_was_in_office(tmp_path: Path) -> None:
    files = {
        f"{year}.yaml": f"title: Visit\ndate: {year}\nofficials:\n- Bush, President\n" for year in (1990, 2003, 2012)
    }
    bushes = (
        "- {name: George H. W. Bush, aliases: [Bush], from: 1989, to: 1993}\n"
        "- {name: George W. Bush, aliases: [Bush], from: 2001, to: 2009}\n"
    )
    with catalogue_of(tmp_path, files) as catalogue:
        directory = Directory.of(catalogue, people(bushes))
        assert {one.name: directory.briefs(one) for one in directory.filtered(Wanted())} == {
            "Bush": ["2012.yaml"],
            "George H. W. Bush": ["1990.yaml"],
            "George W. Bush": ["2003.yaml"],
        }


def test_somebody_of_another_country_is_not_meant(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        directory = Directory.of(catalogue, people("- {name: Lloyd Austin, country: GB, say: x}\n"))
        assert [(one.countries, one.declared is not None) for one in directory.filtered(Wanted("austin"))] == [
            (("GB",), True),
            (("US",), False),
        ]


def test_keys_are_the_same_again_and_each_somebodys_own(tmp_path: Path) -> None:
    files = {
        "a.yaml": "title: A\nofficials:\n- {id: minister, name: Ann Bell, country: GB}\n",
        "b.yaml": "title: B\nofficials: [{id: minister, name: Carl Dahl, country: SE}, Ann Bell (FR), Ann Bell (GB)]\n",
    }
    with catalogue_of(tmp_path, files) as catalogue:
        first, second = (Directory.of(catalogue) for _ in range(2))
        keys = [one.key for one in first.filtered(Wanted())]
        assert sorted(keys) == ["ann bell (FR)", "ann bell (GB)", "carl dahl (SE)"]
        assert [one.key for one in second.filtered(Wanted())] == keys


def test_it_follows_the_library(tmp_path: Path) -> None:
    root = write_library(tmp_path / "library", FILES)
    remember(root, tmp_path / "cache")
    (root / "talks.yaml").unlink()
    (root / "old.yaml").write_text("title: Old\nofficials: [Ann Bell]\n")
    os.utime(root / "old.yaml", ns=(1, 1))
    remember(root, tmp_path / "cache")
    catalogue = Catalogue.open(tmp_path / "cache")
    try:
        assert names(Directory.of(catalogue)) == ["Ann Bell ", "Dvořák CZ", "Lloyd Austin US", "SINGH, Rajnath "]
    finally:
        catalogue.close()


def test_names_are_in_the_order_of_their_letters(tmp_path: Path) -> None:
    files = {"a.yaml": 'title: A\nofficials: ["(Robert) John Hughes", Ada Zorn, "“Zed” Moss"]\n'}
    with catalogue_of(tmp_path, files) as catalogue:
        found = Directory.of(catalogue, People()).filtered(Wanted())
        assert [person.name for person in found] == ["Ada Zorn", "(Robert) John Hughes", "“Zed” Moss"]


def test_a_text_with_half_a_character_finds_nobody(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, FILES) as catalogue:
        directory = Directory.of(catalogue)
        assert len(directory.with_id("singh\udcff")) == 0
        assert len(directory.with_id("singh")) == 1


def test_the_officials_of_each_brief_whatever_its_file_is_called(tmp_path: Path) -> None:
    """The catalogue has paths in the order of their bytes, which is another than that of their characters."""
    odd = os.fsdecode(b"\xff.yaml")
    files = {
        name: f"title: T\nofficials: [Ann {letter}ell]\n"
        for name, letter in zip((odd, "\uffee.yaml", "\U0001f600.yaml", "z.yaml"), "BDFT", strict=True)
    }
    with catalogue_of(tmp_path, files) as catalogue:
        directory = Directory.of(catalogue)
        found = {path: [person.name for person in directory.officials(path)] for path in (*files, "none.yaml")}
        assert found == {
            odd: ["Ann Bell"],
            "\uffee.yaml": ["Ann Dell"],
            "\U0001f600.yaml": ["Ann Fell"],
            "z.yaml": ["Ann Tell"],
            "none.yaml": [],
        }
        assert directory.meeting("none.yaml") is None
        assert directory.meeting(odd) is not None
