from dataclasses import replace
from datetime import datetime
from pathlib import Path

from briefterm.brief.model import Brief
from briefterm.personal import recents
from tests.personal.shelves import catalogue_of

NOW = datetime(2023, 11, 9, 12, 30)


def test_the_newest_is_last_and_each_stands_once(tmp_path: Path) -> None:
    file = tmp_path / "data" / "recent"
    for brief in ("a", "b", "a"):
        recents.add(file, brief, f"Title\tof {brief}", NOW)
    assert [(one.brief, one.title, one.opened) for one in recents.load(file)] == [
        ("b", "Title of b", "2023-11-09T12:30"),
        ("a", "Title of a", "2023-11-09T12:30"),
    ]


def test_only_so_many_are_kept_and_damage_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "recent"
    for number in range(recents.MOST_KEPT + 3):
        recents.add(file, f"b{number}", "t", NOW)
    assert recents.load(file)[0].brief == "b3"
    file.write_bytes(b"torn\n\xff\tx\ty\n\t\tno id\n" + file.read_bytes())
    assert len(recents.load(file)) == recents.MOST_KEPT
    assert recents.load(tmp_path / "none") == ()


def test_a_brief_is_found_under_another_id_and_left_out_once_it_has_gone(tmp_path: Path) -> None:
    file = tmp_path / "recent"
    talks, dinner = Brief(title="Talks", id="talks"), Brief(title="Dinner", id="dinner")
    for brief in (talks, dinner, talks):
        recents.add(file, brief.id, brief.title, NOW)
    renamed = replace(talks, id="other")
    kept = recents.load(file)
    assert [entry.id for _, entry in recents.still_there(kept, catalogue_of([talks, dinner]))] == ["talks", "dinner"]
    assert [entry.id for _, entry in recents.still_there(kept, catalogue_of([renamed]))] == ["other"]
    assert recents.still_there(kept, catalogue_of([])) == []


def test_of_a_series_no_sister_is_taken_for_a_brief_that_was_opened(tmp_path: Path) -> None:
    file = tmp_path / "recent"
    week, *sisters = (Brief(title="Weekly meeting", id=f"w{number}") for number in range(3))
    recents.add(file, week.id, week.title, NOW)
    assert recents.still_there(recents.load(file), catalogue_of(sisters)) == []
