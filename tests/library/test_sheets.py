import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.reader import Reading
from briefterm.library.appearances import casts
from briefterm.library.catalogue import Catalogue, DamagedError
from briefterm.library.entry import Entry
from briefterm.library.files import Stamp
from briefterm.library.items import days, items
from briefterm.library.links import links
from briefterm.library.memory import memory_of
from briefterm.library.rolls import form_of, halves, meeting_of, post_of, rolls
from briefterm.library.sheets import SHEETS
from tests.remembered import catalogue_of, remember
from tests.support import TALKS, brief_of, write_library


def held(catalogue: Catalogue) -> dict[str, list[str]]:
    return {sheet: [path for path, _ in catalogue.sheet(sheet)] for sheet in SHEETS}


def test_people_topics_and_days_without_reading_a_brief(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, {"talks.yaml": TALKS}) as catalogue:
        ((path, head, (singh, austin)),) = rolls(catalogue)
        assert (path, meeting_of(head)) == ("talks.yaml", (True, 738834, 738834))
        assert form_of(halves(singh)[0])[:3] == ("singh", "IN", "Rajnath Singh")
        assert post_of(halves(austin)[1])[:3] == ("Defence Secretary", "", "")
        (cast,) = casts(catalogue, ["talks.yaml"])
        assert [(one.name, one.title, one.country) for one in cast.people] == [
            ("Rajnath Singh", "Defence Minister", "IN"),
            ("Lloyd Austin", "Defence Secretary", "US"),
        ]
        assert [(one.pane, one.index, one.who) for one in cast.naming] == [("agenda", 0, (0, 1))]
        (found,) = items(catalogue)
        assert [(item.text, item.by) for item in found.of("agenda")] == [
            ("Shared radar pictures", "US"),
            ("Spare parts", "US"),
        ]
        assert [(item.text, item.date) for item in found.of("timeline")] == [
            ("First round of talks", "2018"),
            ("Talks in Delhi", "10 Nov 2023"),
        ]
        ((paths, briefs, columns),) = days(catalogue)
        assert (paths, briefs) == (["talks.yaml"], [0, 0])
        assert list(zip(*columns, strict=True)) == [(0, 736695, 737059, 3, 3, 1), (1, 738834, 738834, 6, 6, 1)]


def test_open_ends_sets_and_dates_that_are_none(tmp_path: Path) -> None:
    text = "title: T\ntimeline:\n- ../1870: a\n- date: [2023-06, 2023-09]\n  event: b\n- someday: c\n- 2018/..: d\n"
    with catalogue_of(tmp_path, {"t.yaml": text}) as catalogue:
        rows = [row for _, _, columns in days(catalogue) for row in zip(*columns, strict=True)]
        assert [(event, last - first, start, end, parts) for event, first, last, start, end, parts in rows] == [
            (0, 364, 3, 3, 1),
            (1, 29, 5, 5, 2),
            (1, 29, 5, 5, 2),
            (2, 0, 0, 0, 1),
            (3, 364, 3, 3, 1),
        ]


def test_they_come_and_go_with_their_brief(tmp_path: Path) -> None:
    root = write_library(tmp_path / "library", {"a.yaml": TALKS, "b.yaml": TALKS})
    remember(root, tmp_path / "cache")
    (root / "a.yaml").write_text("title: Bare now\nrelated: [b]\n")
    (root / "b.yaml").unlink()
    remember(root, tmp_path / "cache")
    catalogue = Catalogue.open(tmp_path / "cache")
    assert held(catalogue) == {"rolls": [], "days": [], "links": ["a.yaml"], "people": [], "items": []}
    assert [one.related for one in links(catalogue)] == [("b",)]
    catalogue.close()
    emptied = Catalogue.emptied(tmp_path / "cache")
    assert not any(held(emptied).values())
    emptied.close()


def test_some_of_many_by_path(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, {f"{number:04}.yaml": TALKS for number in range(12)}) as catalogue:
        assert [cast.path for cast in casts(catalogue, ["0007.yaml", "gone.yaml", "0003.yaml"])] == [
            "0003.yaml",
            "0007.yaml",
        ]
        assert list(casts(catalogue, [])) == []
        assert list(catalogue.entries(["0007.yaml", "gone.yaml"])) == ["0007.yaml"]


def test_a_brief_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, {"torn.yaml": "title: [never"}) as catalogue:
        assert not any(held(catalogue).values())


@pytest.mark.parametrize("sheet", ["rolls", "days", "people", "items"])
@pytest.mark.parametrize("damage", [b"", b"xx", "text", b"\0" * 40])
def test_damage_is_noticed(tmp_path: Path, sheet: str, damage: bytes | str) -> None:
    with catalogue_of(tmp_path, {"talks.yaml": TALKS}) as catalogue:
        catalogue._connection.execute(f"UPDATE memories SET {sheet} = ?", (damage,))
        with pytest.raises(DamagedError):
            list(catalogue.sheet(sheet))


def test_a_value_of_another_brief_is_damage(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, {"a.yaml": TALKS, "b.yaml": TALKS.replace("Delhi", "Agra")}) as catalogue:
        catalogue._connection.execute(
            "UPDATE memories SET items = (SELECT items FROM memories WHERE path = ?) WHERE path = ?",
            (b"a.yaml", b"b.yaml"),
        )
        with pytest.raises(DamagedError):
            list(items(catalogue))


def test_a_catalogue_without_them_is_made_anew(tmp_path: Path) -> None:
    with catalogue_of(tmp_path, {"talks.yaml": TALKS}) as catalogue:
        catalogue._connection.execute("DROP TABLE memories")
    again = Catalogue.open(tmp_path / "cache")
    assert again.count() == 0
    again.close()


ANY = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@given(ANY, ANY, st.lists(ANY, max_size=3))
def test_whatever_a_brief_holds_comes_back(one: str, other: str, several: list[str]) -> None:
    """The separators of a sheet are in no text, whatever YAML can escape."""
    a, b = (json.dumps(text, ensure_ascii=False) for text in (one, other))
    aliases = json.dumps(several, ensure_ascii=False)
    official_text = f"{{name: {a}, title: {b}, country: {b}, aliases: {aliases}, role: {a}, from: {b}}}"
    brief = brief_of(
        f"title: T\nofficials:\n- {official_text}\n"
        f"agenda:\n- {{topic: {a}, by: {b}, who: [{a}], when: {b}, place: {b}}}\n"
        f"timeline:\n- {{event: {b}, date: {a}, status: {a}, certainty: {b}, marking: {a}}}\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Catalogue.open(Path(folder))
        catalogue.put([(Stamp("t.yaml", 1, 1), Entry("t.yaml", "t", "T"), memory_of(Reading(brief, ())))])
        (cast,) = casts(catalogue, ["t.yaml"])
        (found,) = items(catalogue)
        ((_, _, (line,)),) = rolls(catalogue)
        catalogue.close()
    (official,) = brief.officials
    (person,) = cast.people
    assert (person.name, person.title, person.country, person.role) == (
        official.name,
        official.title,
        official.country,
        official.role,
    )
    assert tuple(person.other_names) == official.aliases
    assert form_of(halves(line)[0])[:3] == (official.id, official.country, official.name)
    assert post_of(halves(line)[1]).title == official.title
    assert [len(found.agenda), len(found.timeline)] == [1, 1]
    assert (found.timeline[0].text, found.timeline[0].marking) == (brief.timeline[0].event, brief.timeline[0].marking)
    assert found.agenda[0].place == (brief.agenda[0].place.shown if brief.agenda[0].place else "")
