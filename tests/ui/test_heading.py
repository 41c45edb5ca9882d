"""The line that tells what is next: place and both times are there at any width, the least important goes first."""

import pytest
from rich.cells import cell_len

from briefterm.ui.text.chips import DOT
from briefterm.ui.text.heading import GAP, told_in
from briefterm.ui.text.present import NEXT, Moment

TALKS = Moment(
    "agenda",
    0,
    NEXT,
    "next",
    f"next{DOT}in 3 h 05 min",
    "Fri 10 Nov 09:30–11:00",
    "05:00–06:30",
    "Talks on military hardware and the supply of engines",
    "Antony Blinken, Lloyd Austin",
    "Hyderabad House, New Delhi, India",
)


def told(room: int, moment: Moment = TALKS) -> str:
    return (" " * GAP).join(fact for fact, _ in told_in(moment, room))


@pytest.mark.parametrize("room", range(38, 200))
def test_place_and_both_times_are_told_at_any_width(room: int) -> None:
    line = told(room)
    assert cell_len(line) <= room
    for needed in ("Hyderabad House", "09:30", "05:00", "home", NEXT):
        assert needed in line


def test_what_is_least_needed_goes_first() -> None:
    assert told(195).endswith("with Antony Blinken, Lloyd Austin  Hyderabad House, New Delhi, India  " + TALKS.when)
    assert "with" not in told(150)
    assert told(150).startswith(f"{NEXT} next{DOT}in 3 h 05 min  Talks on military hardware and the supply of…  Hyd")
    assert told(118).startswith(f"{NEXT} next{DOT}in 3 h 05 min  Talks on military hardware and…  Hyderabad House  Fri")
    assert told(58) == f"{NEXT} in 3 h 05 min  Hyderabad House  09:30 (05:00 home)"
    assert told(38) == f"{NEXT}  Hyderabad House  09:30 (05:00 home)"
    assert told(30) == f"{NEXT}  Hydera…  09:30 (05:00 home)"


def test_what_is_not_known_takes_no_room() -> None:
    bare = Moment("agenda", 0, NEXT, "next", "today", "10 Nov 2023", "", "Talks", "", "")
    assert told(60, bare) == f"{NEXT} today  Talks  10 Nov 2023"
    assert told(15, bare) == f"{NEXT} today  Talks"
