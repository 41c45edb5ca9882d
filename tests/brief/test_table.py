"""Who is at an item of the plan, and which topics belong to it."""

import pytest

from briefterm.brief.model import Brief, Place
from briefterm.brief.now import Slot, every_slot
from briefterm.brief.table import Table, table_at
from tests.support import brief_of
from tests.ui.day import at

PLAN = """\
title: T
timezone: Asia/Kolkata
countries: [IN, US]
principal: austin
officials:
  - {id: austin, name: Lloyd Austin, country: US, side: visitor}
  - {id: singh, name: Rajnath Singh, country: IN, side: host}
  - {id: jai, name: S Jaishankar, country: IN, side: host}
  - {id: blinken, name: Antony Blinken, country: US, side: visitor}
agenda:
  - {topic: Radar, when: 2023-11-10T10:00/10:30}
  - {topic: Spares, when: 2023-11-10T10:30/11:00, who: [jai, austin]}
  - {topic: Visas, when: 2023-11-10T15:00/16:00}
timeline:
  - date: 2023-11-10T10:00/12:00
    event: Talks
    place: South Block
    who: [blinken, singh, austin, An interpreter, jai, singh]
  - {date: 2023-11-10T18:00, event: Dinner}
"""
MORNING = at("2023-11-10T09:00")


def slot(brief: Brief, text: str) -> Slot:
    return next(one for one in every_slot(brief, MORNING) if one.text == text)


def table(item: str, plan: str = PLAN, moment: str = "2023-11-10T09:00") -> Table:
    brief = brief_of(plan)
    return table_at(brief, slot(brief, item), at(moment))


def test_all_who_are_there_are_named_those_across_first() -> None:
    found = table("Talks")
    assert found.across == ("Rajnath Singh", "An interpreter", "S Jaishankar")
    assert found.ours == ("Antony Blinken", "Lloyd Austin")


def test_without_a_principal_the_visitors_are_named_first() -> None:
    found = table("Talks", PLAN.replace("principal: austin\n", ""))
    assert found.across == ("Antony Blinken", "Lloyd Austin", "Rajnath Singh", "An interpreter", "S Jaishankar")
    assert found.ours == ()


@pytest.mark.parametrize(
    ("moment", "topics"),
    [("09:00", ("Radar", "Spares")), ("10:30", ("Spares",)), ("11:00", ())],
)
def test_the_topics_of_an_entry_are_those_within_its_time_that_are_not_over(
    moment: str, topics: tuple[str, ...]
) -> None:
    assert table("Talks", moment=f"2023-11-10T{moment}").topics == topics


def test_a_topic_has_the_people_it_names_else_those_of_its_meeting_else_the_other_side() -> None:
    assert (table("Spares").across, table("Spares").ours) == (("S Jaishankar",), ("Lloyd Austin",))
    assert table("Radar").ours == ("Antony Blinken", "Lloyd Austin")
    assert table("Visas") == Table(("Rajnath Singh", "S Jaishankar"))


def test_a_topic_has_the_place_of_its_meeting_unless_it_names_one() -> None:
    assert (table("Radar").meeting, table("Radar").place) == ("Talks", Place("South Block"))
    plan = PLAN.replace("{topic: Radar,", "{topic: Radar, place: Room 2,")
    assert table("Radar", plan).place == Place("Room 2")
    assert (table("Visas").meeting, table("Visas").place) == ("", None)


def test_an_entry_that_names_nobody_has_nobody() -> None:
    assert table("Dinner") == Table()


def test_a_cancelled_meeting_lends_its_people_to_no_topic() -> None:
    plan = PLAN.replace("event: Talks\n", "event: Talks\n    status: cancelled\n")
    assert table("Radar", plan) == Table(("Rajnath Singh", "S Jaishankar"))


def test_without_clock_times_a_topic_of_the_same_day_belongs_to_an_entry() -> None:
    plan = (
        "title: T\nagenda:\n- {topic: A, when: 2023-11-10}\n- {topic: B, when: 2023-11}\ntimeline:\n- 2023-11-10: E\n"
    )
    assert table("E", plan).topics == ("A",)
