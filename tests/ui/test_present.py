from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.ui.ink import PLAIN
from briefterm.ui.layout import lay_out
from briefterm.ui.text import rows
from briefterm.ui.text.marks import unmarked
from briefterm.ui.text.present import Present, marked_now, present
from tests.support import brief_of
from tests.ui.day import BERLIN, DAY, DELHI, NEW_YORK, at

BRIEF = brief_of(DAY)


def told(text: str, home: ZoneInfo = DELHI, brief: str = DAY) -> Present:
    return present(brief_of(brief), at(text).astimezone(home))


def lines(pane: str, text: str, home: ZoneInfo = BERLIN, brief: str = DAY) -> list[str]:
    moment, read = at(text).astimezone(home), brief_of(brief)
    made = (
        rows.agenda_rows(read, PLAIN, unmarked)
        if pane == "agenda"
        else rows.timeline_rows(read, PLAIN, unmarked, moment)
    )
    marked = marked_now(made, pane, present(read, moment), PLAIN)
    return [line.plain.replace("\N{NO-BREAK SPACE}", " ") for row in marked for line in lay_out(row.blocks, 90)]


RADAR, SPARES, ARRIVAL, LUNCH, DEPARTURE = (
    ("agenda", 0), ("agenda", 1), ("timeline", 1), ("timeline", 2), ("timeline", 3)
)  # fmt: skip


@pytest.mark.parametrize(
    ("time", "marks"),
    [
        ("2023-11-08T12:00", {ARRIVAL: "▻ next · tomorrow"}),
        ("2023-11-10T09:05", {RADAR: "▻ next · in 25 min"}),
        ("2023-11-10T09:30", {RADAR: "► now · 1 h 30 min left", SPARES: "▻ next · in 1 h 30 min"}),
        ("2023-11-10T10:50", {RADAR: "► now · since 1 h 20 min · 10 min left", SPARES: "▻ next · in 10 min"}),
        ("2023-11-10T13:10", {LUNCH: "► now · since 10 min · 50 min left", DEPARTURE: "▻ next · in 2 days"}),
        ("2023-11-12T08:00", {DEPARTURE: "► today"}),
        ("2023-11-13T00:00", {}),
    ],
)
def test_what_is_under_way_and_next_is_marked_with_a_sign_and_words(
    time: str, marks: dict[tuple[str, int], str]
) -> None:
    found = {(one.pane, one.index): f"{one.sign} {one.state}" for one in told(time).marks}
    assert {place: said.replace("\N{NO-BREAK SPACE}", " ") for place, said in found.items()} == marks


def test_both_clocks_are_told_where_they_differ() -> None:
    head = told("2023-11-10T09:40", BERLIN).head
    assert head is not None
    assert (head.here, head.home, head.when) == (
        "09:30–11:00", "05:00–06:30", "09:30–11:00 (05:00–06:30 at home)"
    )  # fmt: skip
    head = told("2023-11-10T09:40").head
    assert head is not None
    assert (head.here, head.home, head.when) == ("09:30–11:00", "", "09:30–11:00")


def test_a_day_that_is_another_at_home_is_named() -> None:
    head = told("2023-11-10T08:40", NEW_YORK).head
    assert head is not None
    assert (head.here, head.home) == ("09:30–11:00", "Thu 9 Nov 23:00–00:30 Fri 10 Nov")


def test_the_line_of_the_heading_says_what_with_whom_and_where() -> None:
    head = told("2023-11-10T12:50").head
    assert head is not None
    assert (head.text, head.whom, head.place) == (
        "Lunch given by the Defence Minister", "Rajnath Singh, S Jaishankar", "Hyderabad House"
    )  # fmt: skip
    head = told("2023-11-10T10:00").head
    assert head is not None
    assert (head.text, head.whom, head.place) == ("Shared radar pictures", "Rajnath Singh", "New Delhi")


@pytest.mark.parametrize(
    ("time", "soon"),
    [
        ("2023-11-08T19:00", False),
        ("2023-11-08T20:00", True),
        ("2023-11-09T21:00", True),
        ("2023-11-10T15:00", False),
        ("2023-11-11T08:00", True),
        ("2023-11-12T08:00", True),
        ("2023-11-13T08:00", False),
    ],
)
def test_the_heading_tells_what_is_under_way_or_within_a_day(time: str, soon: bool) -> None:
    assert (told(time).head is not None) is soon


def test_what_is_over_needs_no_clock() -> None:
    assert told("2023-11-10T15:00").running
    assert not told("2023-11-13T08:00").running


def test_in_a_brief_without_a_zone_there_is_one_clock() -> None:
    head = told("2023-11-10T09:00", DELHI, "title: T\nagenda:\n- {topic: A, when: 2023-11-10T09:30}\n").head
    assert head is not None
    assert (head.short.replace("\N{NO-BREAK SPACE}", " "), head.home) == ("next · in 30 min", "")


def test_whom_a_topic_without_names_is_with() -> None:
    text = DAY.replace("    who: [singh, austin]\n", "")
    head = told("2023-11-10T10:00", DELHI, text).head
    assert head is not None
    assert head.whom == "Rajnath Singh, S Jaishankar"
    head = told("2023-11-10T10:00", DELHI, text.replace("principal: austin\n", "")).head
    assert head is not None
    assert head.whom == "India"


def test_rows_say_it_with_the_time_at_home() -> None:
    assert "► now · since 10 min · 1 h 20 min left · 05:00–06:30 at home" in "\n".join(
        lines("agenda", "2023-11-10T09:40")
    )
    assert "▻ next · in 10 min · 08:30–09:30 at home" in "\n".join(lines("timeline", "2023-11-10T12:50"))


def test_the_rule_of_the_day_stands_by_the_clock_of_the_place() -> None:
    """It is still the 9th in New York when the guests have arrived in Delhi."""
    found = lines("timeline", "2023-11-10T02:00", NEW_YORK)
    arrival = next(at for at, line in enumerate(found) if "Arrival" in line)
    assert "today 10 Nov 2023" in found[arrival + 1]
    assert found[arrival - 1].startswith("● 9 Nov 2023 20:00")


def test_lines_without_source_and_hedged_ones_look_it_in_all_panes() -> None:
    assert any("~ likely · wire · mea" in line for line in lines("agenda", "2023-11-08T12:00"))
    assert any("both sides · ∅ no source" in line for line in lines("agenda", "2023-11-08T12:00"))
    assert any("2018 · ∅ no source" in line for line in lines("timeline", "2023-11-08T12:00"))
    officials = [line.plain for row in rows.official_rows(BRIEF, PLAIN, unmarked) for line in lay_out(row.blocks, 60)]
    assert [line[7:].strip() for line in officials if "∅" in line] == ["S Jaishankar ∅", "Joe Biden ∅"]


def test_in_a_pane_without_any_source_no_line_is_singled_out() -> None:
    brief = brief_of("title: T\nofficials: [A, B]\nagenda: [C]\ntimeline: [2018: D]\nsources: [{id: s, name: S}]\n")
    made = [
        *rows.official_rows(brief, PLAIN, unmarked),
        *rows.agenda_rows(brief, PLAIN, unmarked),
        *rows.timeline_rows(brief, PLAIN, unmarked, at("2023-11-10T09:00")),
    ]
    assert not any("∅" in line.plain for row in made for line in lay_out(row.blocks, 60))


CHANGES = st.one_of(
    st.datetimes(datetime(2023, 3, 25), datetime(2023, 3, 27)),
    st.datetimes(datetime(2023, 10, 28), datetime(2023, 10, 30)),
    st.datetimes(datetime(2023, 3, 11), datetime(2023, 3, 13)),
).map(lambda moment: moment.replace(second=0, microsecond=0))
ZONES = st.sampled_from([ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC")])


@given(CHANGES, ZONES, ZONES, st.integers(1, 23 * 60))
def test_around_a_change_of_clocks_both_show_the_same_instant(
    instant: datetime, zone: ZoneInfo, home: ZoneInfo, minutes: int
) -> None:
    begins = instant.replace(tzinfo=UTC)
    there = begins.astimezone(zone)
    if there.fold:  # a brief cannot say the second of two
        begins, there = begins - timedelta(hours=1), there.replace(fold=0)
    text = f"title: T\ntimezone: {zone.key}\nagenda:\n- {{topic: A, when: {there:%Y-%m-%dT%H:%M}}}\n"
    head = present(brief_of(text), (begins - timedelta(minutes=minutes)).astimezone(home)).head
    assert head is not None
    assert f"{there:%H:%M}" in head.here
    at_home = begins.astimezone(home)
    if at_home.replace(tzinfo=None) == there.replace(tzinfo=None):
        assert head.home == ""
    else:
        assert f"{at_home:%H:%M}" in head.home
        assert (at_home.date() == there.date()) is (str(at_home.day) not in head.home.split())
    told = head.short.replace("\N{NO-BREAK SPACE}", " ")
    hours, rest = divmod(minutes, 60)
    assert told.endswith(f"{hours} h {rest:02} min" if hours and rest else f"{hours} h" if hours else f"in {rest} min")


def test_an_event_without_an_end_is_not_signed_as_past_while_it_is_under_way() -> None:
    day = "title: T\ntimezone: Asia/Kolkata\ntimeline:\n- 2023-11-10T09:00: Landing\n- 2023-11-10T12:00: Lunch\n"
    assert lines("timeline", "2023-11-10T14:00", DELHI, day) == [
        "● 10 Nov 2023 09:00",
        "  Landing",
        "◐ 10 Nov 2023 12:00",
        "  ► now · since 2 h",
        "  Lunch",
        "━━ ◆ today 10 Nov 2023 ━━",
    ]
