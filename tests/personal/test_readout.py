"""When a note was made: by the clock at home, which is said where the brief has another."""

import pytest

from briefterm.brief.when import shown_moment
from briefterm.personal.anchors import Placed
from briefterm.personal.notes import Note
from briefterm.personal.readout import own_of, when_made
from briefterm.personal.ticks import Ticked
from tests.support import brief_of
from tests.ui.day import BERLIN

NOTE = Note("t", "Ring first", made="2023-11-10T09:40")


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("timezone: Asia/Kolkata\n", "10 Nov 2023 09:40 at home"),
        ("timezone: Europe/Paris\n", "10 Nov 2023 09:40"),
        ("", "10 Nov 2023 09:40"),
    ],
)
def test_a_note_says_that_its_time_is_at_home_where_the_clock_of_the_brief_is_another(zone: str, said: str) -> None:
    brief = brief_of(f"title: T\n{zone}agenda: [A]\n")
    assert when_made(NOTE, brief, BERLIN) == said
    own = own_of((Placed(NOTE, "agenda", 0),), Ticked(), brief, BERLIN)
    assert own.remarks["agenda", 0][0].made == said


@pytest.mark.parametrize("made", ["", "some day"])
def test_a_note_without_a_time_says_what_it_has(made: str) -> None:
    note = Note("t", "Ring first", made=made)
    assert when_made(note, brief_of("title: T\ntimezone: Asia/Kolkata\n"), BERLIN) == shown_moment(made)
