from pathlib import Path

from briefterm.library.links import series_of
from briefterm.people.directory import Directory
from briefterm.people.related import MOST, Relation, Tie, related
from tests.remembered import catalogue_of

FILES = {
    "fifth.yaml": """\
title: 5th India-US 2+2 Dialogue
id: fifth
date: 2023-11-10
supersedes: fifth-draft
related: [tour]
place: {venue: Hyderabad House, city: New Delhi}
officials: [Rajnath Singh (IN), Bush]
""",
    "draft.yaml": "title: Draft of the dialogue\nid: fifth-draft\ndate: 2023-10\n",
    "fourth.yaml": "title: Fourth India-US 2+2 Dialogue\ndate: 2022-04-11\n",
    "tour.yaml": "title: The tour\nid: tour\n",
    "later.yaml": "title: Afterwards\nid: later\nrelated: [fifth]\n",
    "people.d/singh.yaml": "title: A bio\nkind: bio\nofficials: [Singh Rajnath (IN)]\n",
    "delhi.yaml": "title: Elsewhere\nplace: {venue: Hyderabad House, city: New Delhi}\n",
    "bush.yaml": "title: Other\nofficials: [Bush]\n",
}


def found_for(path: str, folder: Path, files: dict[str, str] | None = None) -> tuple[Relation, ...]:
    with catalogue_of(folder, files or FILES) as catalogue:
        return related(Directory.of(catalogue), catalogue, path)


def ties(found: tuple[Relation, ...]) -> dict[str, list[Tie]]:
    return {one.entry.path: [reason.tie for reason in one.reasons] for one in found}


def test_each_with_its_reason_the_strongest_first(tmp_path: Path) -> None:
    found = found_for("fifth.yaml", tmp_path)
    assert ties(found) == {
        "draft.yaml": [Tie.SUPERSEDES],
        "tour.yaml": [Tie.RELATED],
        "later.yaml": [Tie.RELATED],
        "fourth.yaml": [Tie.SERIES],
        "people.d/singh.yaml": [Tie.PEOPLE],
        "delhi.yaml": [Tie.PLACE],
    }
    assert [one.entry.path for one in found][:1] == ["draft.yaml"]
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    texts = {reason.tie: reason.text for one in found for reason in one.reasons}
    assert texts[Tie.PEOPLE] == "Rajnath Singh"
    assert texts[Tie.PLACE] == "Hyderabad House, New Delhi"


def test_both_ways(tmp_path: Path) -> None:
    assert ties(found_for("draft.yaml", tmp_path)) == {"fifth.yaml": [Tie.SUPERSEDED]}
    assert ties(found_for("tour.yaml", tmp_path)) == {"fifth.yaml": [Tie.RELATED]}
    assert ties(found_for("later.yaml", tmp_path)) == {"fifth.yaml": [Tie.RELATED]}


def test_a_bare_name_ties_nothing(tmp_path: Path) -> None:
    assert found_for("bush.yaml", tmp_path) == ()


def test_at_most_a_dozen_the_nearest_in_time(tmp_path: Path) -> None:
    files = {f"{year}.yaml": f"title: Visit\ndate: {year}-05-01\nofficials: [Ann Bell]\n" for year in range(1990, 2020)}
    found = found_for("2000.yaml", tmp_path, files)
    assert len(found) == MOST
    assert {one.entry.path for one in found[:2]} == {"1999.yaml", "2001.yaml"}
    assert ties(found)["1999.yaml"] == [Tie.TITLE, Tie.PEOPLE]


def test_a_brief_that_is_not_there(tmp_path: Path) -> None:
    assert found_for("nowhere.yaml", tmp_path) == ()


def test_series() -> None:
    assert series_of("5th India-US 2+2 Dialogue") == series_of("Fourth India-US 2+2 Dialogue")
    assert series_of("G20 Summit of 2023") == series_of("G20 summit of 2022") != ""
    assert series_of("G20 Summit") == series_of("2023") == series_of("Budget 2023") == ""
    assert series_of("G7 Summit 2023, Japan") != series_of("G20 Summit 2023, Japan")
