"""What the heading of a brief tells of what is under way or next, in the room of one line."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from briefterm.ui.layout import cut
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.present import Moment

GAP = 2
_END = re.compile(r"(?<=\d\d:\d\d)–.*")
_CLOCK = re.compile(r"\d\d:\d\d")


class _Telling(NamedTuple):
    """One way to tell it. What it is called is worth `least` cells at least; with 0 it is told whole or not at all."""

    now: str
    text: str
    whom: str
    place: str
    when: str
    least: int = 0


def told_in(present: Moment, room: int) -> list[tuple[str, str]]:
    """Return what is next, with whom, where and when, each with its ink, in `room` cells.

    Where there is too little, whom it is with goes first, then most of what it is called, then ends and days; place and
    time, here and at home, stay.
    """
    for telling in _tellings(present):
        other = [fact for fact in (telling.now, telling.whom, telling.place, telling.when) if fact]
        left = room - sum(cell_len(fact) + GAP for fact in other) + (0 if telling.text else GAP)
        if left >= min(cell_len(telling.text), telling.least or cell_len(telling.text)):
            return _facts(telling._replace(text=cut(telling.text, left) if telling.text else ""))
    return _facts(telling._replace(place=cut(telling.place, max(0, left + cell_len(telling.place)))))


def _tellings(present: Moment) -> Iterator[_Telling]:
    """Yield the ways to tell it, the fullest first."""
    now = f"{present.sign} {present.short}"
    soon = f"{present.sign} {present.short.rpartition(DOT)[2]}"
    whom = f"with {present.whom}" if present.whom else ""
    where = present.place.partition(", ")[0]
    timed = _CLOCK.search(present.here) is not None  # a date alone says no more than `tomorrow` does
    begins = _both(without_end(present.here), without_end(present.home), "at home") if timed else ""
    clocks = _both(_clock(present.here), _clock(present.home), "home") if timed else ""
    text, place, when = present.text, present.place, present.when
    yield _Telling(now, text, whom, place, when)
    yield _Telling(now, text, "", place, when, 24)
    yield _Telling(now, text, "", where, when, 24)
    yield _Telling(now, text, "", where, begins, 16)
    yield _Telling(soon, text, "", where, begins, 12)
    yield _Telling(soon, "", "", where, begins)
    yield _Telling(soon, "", "", where, clocks)
    yield _Telling(present.sign, "", "", where, clocks)


def without_end(shown: str) -> str:
    """Return when an item is without when it ends: `Fri 10 Nov 09:30` of `Fri 10 Nov 09:30–11:00`."""
    return _END.sub("", shown)


def _both(here: str, home: str, says: str) -> str:
    return f"{here} ({home} {says})" if home else here


def _clock(shown: str) -> str:
    """Return when it begins by the clock alone, which within a day can only be one."""
    found = _CLOCK.search(shown)
    return found.group() if found else ""


def _facts(telling: _Telling) -> list[tuple[str, str]]:
    inks: Sequence[str] = ("now", "strong", "", "", "date")
    return [(fact, ink) for fact, ink in zip(telling[:5], inks, strict=True) if fact]
