"""What is said of changes: dates in words, and each item where it stood."""

import pytest

from briefterm.brief.changes import compare
from briefterm.locales import ENGLISH, Locale
from briefterm.ui.ink import PLAIN, Ink
from briefterm.ui.text.changed import Since, since_of
from briefterm.ui.text.changed_page import page
from tests.support import brief_of

EVENTS = """\
  - 2018: First round
  - {date: 2024-05-14T09:00, event: Arrival}
  - {date: 2024-05-14T11:20/11:30, event: Signing}
  - {date: 2024-05-15, event: Farewell}
"""


def since(before: str, after: str) -> Since:
    old, new = (brief_of(f"title: T\ntimeline:\n{events}") for events in (before, after))
    return since_of(old, new, "2024-05-01T10:00", compare(old, new), "w")


def lines(found: Since, locale: Locale = ENGLISH) -> list[str]:
    ink = Ink(PLAIN, locale)
    blocks, _ = page(found, ink, lambda text: text)
    return [f"{block.lead.plain}{block.body.plain}".strip() for block in blocks]


def test_dates_are_in_words_and_in_the_readers_locale() -> None:
    found = since(EVENTS, EVENTS.replace("11:20/11:30", "11:20/12:00").replace("2024-05-15", "2024-05-16"))
    said = lines(found)
    assert "− 14 May 2024 11:20–11:30" in said
    assert "+ 14 May 2024 11:20–12:00" in said
    assert "+ 16 May 2024" in said
    assert "+ 16. Mai 2024" in lines(found, Locale("de"))


def test_a_date_that_is_only_written_otherwise_is_shown_as_it_is_written() -> None:
    said = lines(since("  - {date: 2024-05-14/2024-05-15, event: A}\n", "  - {date: 2024-05-14/15, event: A}\n"))
    assert "+ 2024-05-14/15" in said


def test_what_was_removed_stands_at_its_date() -> None:
    first = EVENTS.splitlines(keepends=True)
    signing_first = "".join([first[2], first[0], first[1], first[3]])
    found = since(signing_first, "".join([first[0], first[1], first[3]]))
    ((seat, (sign,)),) = found.signs.items()
    assert seat == ("timeline", 1)
    assert sign.word == "Signing · removed"


def test_what_was_removed_from_among_other_events_stands_at_its_date_all_the_same() -> None:
    found = since("  - 2021: Signing\n", "  - 2018: First talks\n  - 2020: Another visit\n  - 2023: Farewell\n")
    (seat,) = (seat for seat, signs in found.signs.items() if any(sign.apart for sign in signs))
    assert seat == ("timeline", 1)
    said = lines(found)
    places = [
        said.index(line)
        for line in ("+ First talks  new", "+ Another visit  new", "− Signing  removed", "+ Farewell  new")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("removed", [0, 1, 2])
def test_of_events_on_one_day_each_keeps_its_place(removed: int) -> None:
    day = [f"  - {{date: 2024-05-14, event: E{number}}}\n" for number in range(3)]
    found = since("".join(day), "".join(line for at, line in enumerate(day) if at != removed))
    ((_, at),) = found.signs
    assert at == removed - 1
