"""Ticks survive whatever happens to their brief: none is lost, and none is shown at a topic it was not made on."""

import string
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.edtf import parse_when
from briefterm.brief.model import AgendaItem, Brief
from briefterm.library.ordinals import days_of
from briefterm.personal.records import Others
from briefterm.personal.ticks import Tick, Ticked, Ticks, place, read, written

NOW = datetime(2023, 11, 9, 14, 5)
MADE = "2023-11-09T14:05"
WORDS = st.text(string.ascii_lowercase, min_size=3, max_size=9)
TOPICS = st.lists(st.lists(WORDS, min_size=2, max_size=6).map(" ".join), min_size=1, max_size=8, unique=True)
LINES = st.text(max_size=30)


def brief_with(topics: list[str], *, ids: bool = False, brief_id: str = "talks", title: str = "Talks") -> Brief:
    agenda = tuple(AgendaItem(topic, id=f"i{number}" if ids else "") for number, topic in enumerate(topics))
    return Brief(brief_id, title, agenda=agenda)


def ticks_on(brief: Brief, which: set[int]) -> list[Tick]:
    return [Tick(MADE, item.id, item.topic) for number, item in enumerate(brief.agenda) if number in which]


def everything(ticked: Ticked) -> list[Tick]:
    return [*ticked.done.values(), *ticked.gone]


@given(TOPICS, st.sets(st.integers(0, 7)), st.randoms(use_true_random=False), st.booleans())
def test_ticks_follow_topics_that_are_reordered(topics: list[str], which: set[int], chance: object, ids: bool) -> None:
    before = brief_with(topics, ids=ids)
    agenda = list(before.agenda)
    chance.shuffle(agenda)  # type: ignore[attr-defined]
    ticked = place(ticks_on(before, which), replace(before, agenda=tuple(agenda)))
    assert {agenda[index].topic for index in ticked.done} == {tick.on for tick in ticks_on(before, which)}
    assert not ticked.gone


@given(TOPICS, st.sets(st.integers(0, 7)), st.data())
def test_ticks_follow_topics_with_an_id_however_they_are_reworded(
    topics: list[str], which: set[int], data: st.DataObject
) -> None:
    before = brief_with(topics, ids=True)
    reworded = tuple(replace(item, topic=data.draw(WORDS)) for item in before.agenda)
    ticked = place(ticks_on(before, which), replace(before, agenda=reworded))
    assert {reworded[index].id for index in ticked.done} == {tick.item for tick in ticks_on(before, which)}


@given(TOPICS, st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)), st.booleans())
def test_deleted_topics_come_back_with_their_ticks(
    topics: list[str], which: set[int], deleted: set[int], ids: bool
) -> None:
    before = brief_with(topics, ids=ids)
    ticks = ticks_on(before, which)
    kept = tuple(item for number, item in enumerate(before.agenda) if number not in deleted)
    while_gone = place(ticks, replace(before, agenda=kept))
    assert sorted(map(repr, everything(while_gone))) == sorted(map(repr, ticks))
    if ids:
        assert {kept[index].id for index in while_gone.done} == {tick.item for tick in ticks} & {i.id for i in kept}
    restored = place(ticks, before)
    assert {before.agenda[index].topic for index in restored.done} == {tick.on for tick in ticks}


@given(TOPICS, st.integers(0, 8))
def test_a_topic_reworded_a_little_stays_ticked_off(topics: list[str], at: int) -> None:
    old, new = "the customs union of both countries", "the customs union of our two countries"
    ticks = [Tick(MADE, "", old)]
    after = [*topics[:at], new, *topics[at:]]
    assert place(ticks, brief_with(after)).done == {after.index(new): ticks[0]}


def test_of_two_topics_of_one_text_the_one_that_was_meant_is_ticked_off(tmp_path: Path) -> None:
    brief = brief_with(["Break", "Radar", "Break", "Break"])
    ticks = Ticks(tmp_path, Others(lambda _: False))
    ticks.tick(brief, 2, NOW)
    assert set(ticks.on(brief).done) == {2}
    ticks.tick(brief, 0, NOW)
    assert set(ticks.on(brief).done) == {0, 2}
    ticks.untick(brief, 2)
    assert set(ticks.on(brief).done) == {0}
    ticks.untick(brief, 2)
    ticks.tick(brief, 0, NOW)
    assert set(ticks.on(brief).done) == {0}


def test_a_ticked_topic_that_goes_does_not_tick_off_one_with_an_id_of_its_own() -> None:
    before = brief_with(["Defence cooperation: radar", "Defence cooperation: sonar"], ids=True)
    after = replace(before, agenda=before.agenda[1:])
    ticked = place(ticks_on(before, {0}), after)
    assert ticked.done == {}
    assert [tick.on for tick in ticked.gone] == ["Defence cooperation: radar"]


@given(TOPICS, st.lists(st.integers(0, 7), max_size=20))
def test_toggling_twice_changes_nothing_and_what_is_written_is_read_back(topics: list[str], presses: list[int]) -> None:
    brief = brief_with(topics)
    known: list[Tick] = []
    on: set[int] = set()
    for press in (press % len(topics) for press in presses):
        on ^= {press}
        tick = place(known, brief).done.get(press)
        known = [one for one in known if one is not tick] if tick else [*known, *ticks_on(brief, {press})]
        known = read(written(brief, known))
    assert set(place(known, brief).done) == on


@pytest.mark.parametrize(
    ("new_id", "new_title", "gone", "kept"),
    [
        (False, False, False, True),
        (False, True, False, True),
        (True, False, True, True),
        (True, False, False, False),
        (True, True, True, False),
    ],
)
def test_a_brief_keeps_its_ticks_under_another_id_or_title(
    tmp_path: Path, new_id: bool, new_title: bool, gone: bool, kept: bool
) -> None:
    before = brief_with(["Radar", "Sonar"])
    Ticks(tmp_path, Others(lambda _: True)).tick(before, 1, NOW)
    after = replace(before, id="renamed" if new_id else "talks", title="Other" if new_title else "Talks")
    ticks = Ticks(tmp_path, Others(lambda brief_id: not (gone and brief_id == "talks")))
    assert bool(ticks.on(after)) is kept
    if kept:
        ticks.tick(after, 0, NOW)
        assert set(ticks.on(after).done) == {0, 1}
        assert len(list(tmp_path.iterdir())) == 1


def test_a_file_is_readable_private_and_forgives_a_hand(tmp_path: Path) -> None:
    brief = brief_with(["Radar\tpictures \x1b[31m", "Sonar"], ids=True)
    ticks = Ticks(tmp_path / "ticks", Others(lambda _: False))
    ticks.tick(brief, 1, NOW)
    (file,) = (tmp_path / "ticks").iterdir()
    assert file.read_text() == f"brief: talks\ntitle: Talks\n---\n{MADE}\ti1\tSonar\t1\t-\n"
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text(file.read_text() + "nonsense\n\nyesterday\ti0\tRadar\n2023-11-09T15:00\ti0\tRadar\tx\n")
    assert set(ticks.on(brief).done) == {1}
    file.write_bytes(b"\xff\xfe torn")
    assert not ticks.on(brief)


@pytest.mark.parametrize("brief_id", ["..", "/etc/passwd", "x" * 900, "नोट/अ", "a\\b", ".hidden"])
def test_no_id_leads_out_of_the_folder(tmp_path: Path, brief_id: str) -> None:
    ticks = Ticks(tmp_path / "ticks", Others(lambda _: False))
    brief = brief_with(["Radar"], brief_id=brief_id)
    ticks.tick(brief, 0, NOW)
    assert set(ticks.on(brief).done) == {0}
    assert [file.parent for file in tmp_path.rglob("*.txt")] == [tmp_path / "ticks"]


@given(LINES, LINES)
def test_any_text_of_a_topic_is_written_on_one_line(item: str, on: str) -> None:
    text = written(brief_with(["x"]), [Tick(MADE, item, on)])
    assert len(read(text)) == 1


def test_a_ticked_topic_that_goes_does_not_tick_off_its_sister() -> None:
    before = brief_with(["Meeting with the Minister of Norway", "Meeting with the Minister of Sweden"])
    ticked = place(ticks_on(before, {0}), replace(before, agenda=before.agenda[1:]))
    assert (ticked.done, [tick.on for tick in ticked.gone]) == ({}, ["Meeting with the Minister of Norway"])


def weekly(number: int, date: str = "", brief_id: str = "") -> Brief:
    brief = brief_with(["Budget", "Visas"], brief_id=brief_id or f"w{number}", title="Weekly meeting")
    return replace(brief, date=parse_when(date)) if date else brief


def ticks_in(folder: Path, library: list[Brief]) -> Ticks:
    """Return the ticks in a library of these briefs."""

    def sisters(brief: Brief) -> list[tuple[int, int]]:
        return [days_of(one.date) for one in library if one.title == brief.title and one.id != brief.id]

    return Ticks(folder, Others(lambda brief_id: any(one.id == brief_id for one in library), sisters))


@pytest.mark.parametrize(
    "dates", [("", "", ""), ("2023-11-01", "2023-11-08", "2023-11-15"), ("2023-11", "2023-11", "")]
)
def test_in_a_series_no_brief_takes_the_ticks_of_a_sister_that_was_renamed(
    tmp_path: Path, dates: tuple[str, str, str]
) -> None:
    series = [weekly(number, date) for number, date in enumerate(dates)]
    ticks_in(tmp_path, series).tick(series[0], 0, NOW, "w0.yaml")
    renamed = replace(series[0], id="w0-final")
    after = ticks_in(tmp_path, [renamed, *series[1:]])
    for sister, path in zip(series[1:], ("w1.yaml", "w2.yaml"), strict=True):
        assert not after.on(sister, path)
    assert bool(after.on(renamed, "w0-final.yaml")) is (dates[0] == "2023-11-01")
    assert not ticks_in(tmp_path, series[1:]).on(series[1], "w1.yaml")
    assert not ticks_in(tmp_path, series[2:]).on(series[2], "w2.yaml")
    assert set(ticks_in(tmp_path, series).on(series[0], "w0.yaml").done) == {0}


def test_in_a_series_a_brief_whose_id_was_changed_in_its_file_keeps_its_ticks(tmp_path: Path) -> None:
    series = [weekly(number) for number in range(3)]
    ticks_in(tmp_path, series).tick(series[0], 0, NOW, "w0.yaml")
    named = replace(series[0], id="weekly-0")
    after = ticks_in(tmp_path, [named, *series[1:]])
    assert set(after.on(named, "w0.yaml").done) == {0}
    assert not after.on(series[1], "w1.yaml")


def test_of_two_records_with_one_title_whose_ids_have_gone_none_is_taken(tmp_path: Path) -> None:
    series = [weekly(number) for number in range(3)]
    ticks = ticks_in(tmp_path, series)
    ticks.tick(series[0], 0, NOW, "w0.yaml")
    ticks.tick(series[1], 1, NOW, "w1.yaml")
    left = replace(series[1], id="w1-final")
    assert not ticks_in(tmp_path, [left]).on(left, "w1-final.yaml")


def test_the_one_brief_of_a_title_on_another_day_is_another(tmp_path: Path) -> None:
    last, this = weekly(0, "2023-11-01"), weekly(1, "2023-11-08")
    ticks_in(tmp_path, [last]).tick(last, 0, NOW, "w0.yaml")
    assert not ticks_in(tmp_path, [this]).on(this, "w1.yaml")
    moved = replace(last, id="moved")
    assert ticks_in(tmp_path, [moved]).on(moved, "moved.yaml")


def two_of_one_id() -> tuple[Brief, Brief]:
    oslo = replace(brief_with(["Budget", "Fishing quotas"], title="Talks in Oslo"), date=parse_when("2026-11-01"))
    rome = replace(brief_with(["Budget", "Wine"], title="Talks in Rome"), date=parse_when("2026-10-01"))
    return oslo, rome


def ticks_beside(folder: Path, library: dict[str, Brief]) -> Ticks:
    def namesakes(brief: Brief, path: str) -> list[tuple[str, Brief]]:
        return [(at, one) for at, one in library.items() if one.id == brief.id and at != path]

    return Ticks(folder, Others(lambda _: True, namesakes=namesakes))


def test_two_briefs_of_one_id_have_ticks_of_their_own(tmp_path: Path) -> None:
    oslo, rome = two_of_one_id()
    ticks = ticks_beside(tmp_path, {"oslo.yaml": oslo, "rome.yaml": rome})
    ticks.tick(oslo, 0, NOW, "oslo.yaml")
    ticks.tick(oslo, 1, NOW, "oslo.yaml")
    assert not ticks.on(rome, "rome.yaml")
    ticks.tick(rome, 1, NOW, "rome.yaml")
    assert set(ticks.on(oslo, "oslo.yaml").done) == {0, 1}
    assert set(ticks.on(rome, "rome.yaml").done) == {1}
    alone = ticks_beside(tmp_path, {"rome.yaml": rome})
    assert set(alone.on(rome, "rome.yaml").done) == {1}


def test_a_copy_beside_its_brief_has_ticks_of_its_own(tmp_path: Path) -> None:
    oslo, _ = two_of_one_id()
    ticks = ticks_beside(tmp_path, {"oslo.yaml": oslo, "copy.yaml": oslo})
    ticks.tick(oslo, 0, NOW, "oslo.yaml")
    assert not ticks.on(oslo, "copy.yaml")
    ticks.tick(oslo, 1, NOW, "copy.yaml")
    assert [set(ticks.on(oslo, path).done) for path in ("oslo.yaml", "copy.yaml")] == [{0}, {1}]
    ticks.tick(oslo, 0, NOW, "copy.yaml")
    assert [set(ticks.on(oslo, path).done) for path in ("oslo.yaml", "copy.yaml")] == [{0}, {0, 1}]


def test_where_a_brief_has_gone_another_that_claims_its_id_does_not_take_its_ticks(tmp_path: Path) -> None:
    oslo, rome = two_of_one_id()
    ticks_beside(tmp_path, {"oslo.yaml": oslo, "rome.yaml": rome}).tick(oslo, 0, NOW, "oslo.yaml")
    after = ticks_beside(tmp_path, {"rome.yaml": rome})
    assert not after.on(rome, "rome.yaml")
    after.tick(rome, 1, NOW, "rome.yaml")
    assert set(ticks_beside(tmp_path, {"oslo.yaml": oslo}).on(oslo, "oslo.yaml").done) == {0}


def test_ticks_of_two_programs_at_once_are_all_kept(tmp_path: Path) -> None:
    topics = [f"topic {number}" for number in range(8)]
    brief = brief_with(topics, ids=True)
    start = threading.Barrier(len(topics))

    def press(index: int) -> None:
        ticks = Ticks(tmp_path, Others(lambda _: False))
        start.wait()
        ticks.tick(brief, index, NOW)

    with ThreadPoolExecutor(len(topics)) as pool:
        list(pool.map(press, range(len(topics))))
    assert set(Ticks(tmp_path, Others(lambda _: False)).on(brief).done) == set(range(len(topics)))


SISTERS = [("Trade in steel", "Trade in steel and timber"), ("Visit III", "Visit"), ("Anna Berg", "Anna Bergh")]


@pytest.mark.parametrize(("gone", "sister"), SISTERS)
def test_a_tick_does_not_go_to_what_stood_beside_its_topic(tmp_path: Path, gone: str, sister: str) -> None:
    before = brief_with([gone, sister])
    ticks = Ticks(tmp_path, Others(lambda _: False))
    ticks.tick(before, 0, NOW)
    ticked = ticks.on(replace(before, agenda=before.agenda[1:]))
    assert (ticked.done, [tick.on for tick in ticked.gone]) == ({}, [gone])
    assert set(ticks.on(brief_with([f"{gone} again"])).done) == {0}


def test_a_tick_that_does_not_tell_what_stood_beside_it_goes_to_the_same_words_alone() -> None:
    tick = Tick(MADE, "", "Trade in steel")
    assert not place([tick], brief_with(["Trade in steel and timber"])).done
    assert set(place([tick], brief_with(["Trade in steell"])).done) == {0}
