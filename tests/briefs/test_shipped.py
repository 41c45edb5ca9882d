"""The briefs that come with briefterm say what their source says, with its hedges, and nothing more."""

import re
from pathlib import Path

import pytest

from briefterm.brief.model import AgendaItem, Brief, Event
from briefterm.brief.when import Precision
from briefterm.library.library import read_path
from briefterm.paths import shipped_briefs

FILES = sorted(shipped_briefs().glob("*.yaml"))
DIALOGUE, TOUR, G7 = "india-us-2plus2-2023", "blinken-tour-2023-11", "g7-foreign-ministers-2023-11"


def shipped(stem: str) -> Brief:
    reading = read_path(shipped_briefs() / f"{stem}.yaml", stem)
    assert reading.brief is not None
    return reading.brief


def topic(brief: Brief, item_id: str) -> AgendaItem:
    return next(item for item in brief.agenda if item.id == item_id)


def cited(item: AgendaItem | Event) -> list[str]:
    return [reference.text for reference in item.sources]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_wrong_in_it(file: Path) -> None:
    reading = read_path(file, file.stem)
    assert reading.problems == ()
    assert reading.brief is not None
    assert reading.brief.id == file.stem


@pytest.mark.parametrize("stem", [DIALOGUE, TOUR, G7])
def test_every_topic_and_event_has_a_source(stem: str) -> None:
    brief = shipped(stem)
    items: list[AgendaItem | Event] = [*brief.agenda, *brief.timeline]
    for item in items:
        assert item.sources
        assert all(reference.index is not None for reference in item.sources)


@pytest.mark.parametrize("stem", [DIALOGUE, TOUR, G7])
def test_it_is_related_to_the_other_two(stem: str) -> None:
    assert {stem, *shipped(stem).related} == {DIALOGUE, TOUR, G7}


def test_the_dialogue_has_its_officials_with_their_sides() -> None:
    sides = {official.id: (official.country, official.side) for official in shipped(DIALOGUE).officials}
    assert sides == {
        "singh": ("IN", "host"),
        "jaishankar": ("IN", "host"),
        "modi": ("IN", "host"),
        "blinken": ("US", "visitor"),
        "austin": ("US", "visitor"),
        "lu": ("US", "visitor"),
        "biden": ("US", "mentioned"),
        "trump": ("US", "mentioned"),
    }


def test_names_are_kept_as_printed_and_found_in_the_other_order() -> None:
    names = {official.name: official.aliases for official in shipped(G7).officials}
    assert names["Kishida Fumio"] == ("Fumio Kishida",)
    assert names["Kamikawa Yoko"] == ("Yoko Kamikawa",)


def test_hedges_stay_with_their_weak_source() -> None:
    brief = shipped(DIALOGUE)
    hardware, technology = topic(brief, "hardware"), topic(brief, "tech-sharing")
    assert (hardware.by, hardware.certainty, cited(hardware)) == ("US", "expected", ["ani"])
    assert (technology.by, technology.certainty, cited(technology)) == ("IN", "likely", ["ani"])
    assert cited(topic(brief, "review")) == ["mea"]
    assert topic(shipped(TOUR), "israel-gaza").certainty == "expected"


def test_the_timeline_is_as_precise_as_the_report() -> None:
    shown = [event.date.shown if event.date else "" for event in shipped(DIALOGUE).timeline]
    assert shown == ["2018", "Jun and Sep 2023", "8 Nov 2023", "10 Nov 2023", ""]


def test_the_stops_of_the_tour_have_an_order_and_only_india_a_day() -> None:
    brief = shipped(TOUR)
    stops = [brief.timeline[index] for index in brief.chronology][1:]
    assert [stop.place.country for stop in stops if stop.place] == ["IL", "JO", "JP", "KR", "IN"]
    assert [stop.date.shown if stop.date else "" for stop in stops] == ["", "", "", "", "10 Nov 2023"]
    assert not any("austin" in [who.text for who in stop.who] for stop in stops[:-1])


def test_no_day_or_hour_is_invented() -> None:
    for stem in (DIALOGUE, TOUR, G7):
        brief = shipped(stem)
        assert not any(event.date and event.date.timed for event in brief.timeline)
        points = [point for event in brief.timeline if event.date for point in event.date.points()]
        days = {point.first.isoformat() for point in points if point.precision is Precision.DAY}
        assert days <= {"2023-11-08", "2023-11-10"}


def test_what_the_report_does_not_say_is_asked() -> None:
    asked = " ".join(shipped(DIALOGUE).open_questions)
    for missing in ("City and venue", "Clock times", "chairs", "delegations", "bilateral"):
        assert missing in asked
    text = " ".join(file.read_text(encoding="utf-8") for file in FILES)
    assert not re.search(r"Asia/|\d\d:\d\d", text)
