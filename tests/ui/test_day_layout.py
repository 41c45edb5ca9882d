"""Bars of a day: none is lost, none lies on another, and every line is as wide as the hours."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.now import Slot
from briefterm.brief.programme import Day, Engagement, Person, day_of, engagements
from briefterm.ui.ink import PLAIN
from briefterm.ui.text.day_bars import draw
from briefterm.ui.text.day_ground import Look
from briefterm.ui.text.day_layout import NOBODY, NOWHERE, By, drawn_until, rows_of, scale_of
from tests.support import brief_of
from tests.ui.busy import BUSY

VIENNA = ZoneInfo("Europe/Vienna")
DAY = date(2024, 3, 31)  # clocks change
MIDNIGHT = datetime(2024, 3, 30, 23, tzinfo=UTC)
NAMES = ("Ann Ash", "東京 太郎", "Cleo", "Dov")


def engagement(at: int, minute: int, lasts: int | None, place: str, who: tuple[str, ...]) -> Engagement:
    begins = MIDNIGHT + timedelta(minutes=minute)
    ends = None if lasts is None else begins + timedelta(minutes=lasts)
    slot = Slot("agenda", at, f"Item {at} 会談", "then", DAY, DAY, VIENNA, True, begins, ends)
    return Engagement(0, slot, begins, ends, place, place.casefold(), tuple(Person(name, name) for name in who))


@st.composite
def days(draw_: st.DrawFn) -> Day:
    made = draw_(
        st.lists(
            st.tuples(
                st.integers(-300, 1379),
                st.none() | st.integers(1, 1800),
                st.sampled_from(["", "Hall", "Blue Salon", "A place with a very long name indeed"]),
                st.lists(st.sampled_from(NAMES), unique=True, max_size=3).map(tuple),
            ),
            max_size=25,
        )
    )
    return day_of([engagement(at, *one) for at, one in enumerate(made)], DAY, VIENNA)


@given(days(), st.sampled_from(By), st.integers(1, 200))
def test_every_engagement_has_its_bars_and_no_two_share_a_cell(day: Day, by: By, width: int) -> None:
    scale = scale_of(day, width)
    assert 1 <= scale.width <= width
    rows = rows_of(day, by, scale)
    found = sorted(bar.at for row in rows for bar in row.bars)
    wanted = [
        at for at, one in enumerate(day.engagements) for _ in range(max(1, len(one.who)) if by is By.PERSON else 1)
    ]
    assert found == sorted(wanted)
    for row in rows:
        assert row.lanes == 1 + max(bar.lane for bar in row.bars)
        for number, bar in enumerate(row.bars):
            one = day.engagements[bar.at]
            assert 0 <= bar.left < bar.right
            assert bar.left <= scale.at(one.begins)
            assert bar.right >= scale.at(drawn_until(one))
            for other in row.bars[number + 1 :]:
                second = day.engagements[other.at]
                if bar.lane == other.lane:
                    assert bar.right <= other.left
                elif one.ends is not None and second.ends is not None and second.begins < one.ends:
                    assert bar.lane != other.lane


@given(days(), st.sampled_from(By), st.integers(30, 200), st.integers(1, 50), st.integers(-60, 1500))
def test_lines_are_as_wide_as_there_is_room(day: Day, by: By, width: int, height: int, minute: int) -> None:
    moment = (MIDNIGHT + timedelta(minutes=minute)).astimezone(ZoneInfo("Asia/Kolkata"))
    look = Look(by, width, height, moment, PLAIN, (), lambda _: 0)
    drawing = draw(day, look, (0, 0))
    for line in (*drawing.head, *drawing.lines):
        assert line.cell_len <= width
    assert len({line.cell_len for line in drawing.lines}) <= 1
    assert {spot.at for spot in drawing.spots} == set(range(len(day.engagements)))
    for spot in drawing.spots:
        assert 0 <= spot.line < len(drawing.lines)


@pytest.mark.parametrize(("width", "by"), [(100, By.ROOM), (60, By.ROOM), (100, By.PERSON), (60, By.PERSON)])
def test_conflicts_are_told_by_sign_and_word(width: int, by: By) -> None:
    moment = datetime(2024, 3, 14, 9, 0, tzinfo=VIENNA)
    day = day_of(engagements(brief_of(BUSY), moment), date(2024, 3, 14), VIENNA)
    text = "\n".join(line.plain for line in draw(day, Look(by, width, 40, moment, PLAIN, (), lambda _: 1)).lines)
    assert "!" in text
    assert ("! conflict" in text) is (by is By.PERSON)  # two rooms at once are no conflict of one room


def test_of_those_in_a_meeting_only_who_is_elsewhere_too_is_signed() -> None:
    moment = datetime(2024, 3, 14, 9, 0, tzinfo=VIENNA)
    day = day_of(engagements(brief_of(BUSY), moment), date(2024, 3, 14), VIENNA)
    signed = {
        (row.name, day.engagements[at].slot.text)
        for row in rows_of(day, By.PERSON, scale_of(day, 120))
        for at in row.signed
    }
    assert signed == {
        ("Mira Sethi", "Delegation talks"),
        ("Mira Sethi", "Press preparation"),
        ("Mira Sethi", "Call on the Chancellor"),
        ("Mira Sethi", "Business round table"),
        ("S Jaishankar", "Call on the Chancellor"),
        ("S Jaishankar", "Business round table"),
        ("Tomas Leitner", "Working lunch"),
        ("Tomas Leitner", "Protocol walk-through"),
    }
    by_room = [row.signed for row in rows_of(day, By.ROOM, scale_of(day, 120))]
    assert frozenset().union(*by_room) == set(day.clashes)


def test_hours_there_and_at_home_where_clocks_change() -> None:
    day = day_of([engagement(0, 0, 300, "Hall", ())], DAY, VIENNA)
    moment = datetime(2024, 3, 31, 8, tzinfo=ZoneInfo("Asia/Kolkata"))  # 02:30 UTC
    there, home, rule = (
        line.plain.split() for line in draw(day, Look(By.ROOM, 80, 9, moment, PLAIN, (), lambda _: 0)).head
    )
    assert there == ["there", "00:00", "01:00", "03:00", "04:00", "05:00"]
    assert home == ["at", "home", "04:30", "05:30", "06:30", "07:30", "08:30"]
    assert "04:30" in rule


def test_bars_that_go_on_beyond_the_day_or_have_no_end() -> None:
    day = day_of([engagement(0, -60, 120, "Hall", ()), engagement(1, 1300, 500, "Hall", ())], DAY, VIENNA)
    bars = rows_of(day, By.ROOM, scale_of(day, 90))[0].bars
    assert [(bar.before, bar.after, bar.open) for bar in bars] == [(True, False, False), (False, True, False)]
    (bar,) = rows_of(day_of([engagement(0, 60, None, "Hall", ())], DAY, VIENNA), By.ROOM, scale_of(day, 90))[0].bars
    assert bar.open


def test_what_names_no_room_or_nobody_comes_last() -> None:
    day = day_of([engagement(0, 60, 60, "", ()), engagement(1, 90, 60, "Hall", ("Cleo",))], DAY, VIENNA)
    scale = scale_of(day, 90)
    assert [row.name for row in rows_of(day, By.ROOM, scale)] == ["Hall", NOWHERE]
    assert [row.name for row in rows_of(day, By.PERSON, scale)] == ["Cleo", NOBODY]
    people = (Person("Dov", "Dov"), Person("Cleo", "Cleo"))
    assert [row.name for row in rows_of(day, By.PERSON, scale, people)] == ["Cleo", NOBODY]


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("width", [76, 90, 100, 130, 160])
def test_each_bar_says_what_it_is_in_words_or_by_a_letter_that_stands_below(width: int, by: By) -> None:
    moment = datetime(2024, 3, 14, 9, 0, tzinfo=VIENNA)
    day = day_of(engagements(brief_of(BUSY), moment), date(2024, 3, 14), VIENNA)
    drawing = draw(day, Look(by, width, 60, moment, PLAIN, (), lambda _: 1))
    lines = [line.plain for line in drawing.lines]
    below = "   ".join(lines[max(spot.line + spot.height for spot in drawing.spots) :])
    named = dict(re.findall(r"\b([a-zA-Z]) (.+?)(?:   |$)", below))
    for spot in drawing.spots:
        title = day.engagements[spot.at].slot.text
        following = [one.left for one in drawing.spots if one.line == spot.line and one.left > spot.left]
        said = lines[spot.line][spot.left : min(following, default=width)]
        words = re.sub(r"^[▎!]*[ ▎▕▹!]*|[ …▕▹┊┃]*$", "", said)
        assert named.get(words, "").removeprefix("! ") == title or (len(words) > 1 and title.startswith(words[:3])), (
            title,
            said,
            named,
        )


def test_letters_go_in_order_of_time_and_are_not_there_where_all_has_room() -> None:
    moment = datetime(2024, 3, 14, 9, 0, tzinfo=VIENNA)
    day = day_of(engagements(brief_of(BUSY), moment), date(2024, 3, 14), VIENNA)
    lines = [line.plain for line in draw(day, Look(By.ROOM, 100, 40, moment, PLAIN, (), lambda _: 1)).lines]
    assert lines[-2].split("   ")[0].split() == ["a", "Signing", "of", "the", "guest", "book"]
    assert any("!d" in line for line in lines), "a conflict keeps its sign before the letter"
    assert "c ! Press preparation" in lines[-2], "and below, where a bar has room for one cell alone"
    roomy = day_of([engagement(0, 60, 60, "Hall", ("Cleo",))], DAY, VIENNA)
    assert "a Item" not in draw(roomy, Look(By.ROOM, 100, 40, moment, PLAIN, (), lambda _: 1)).lines[-1].plain
