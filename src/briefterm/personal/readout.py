"""The reader's notes and ticks as an export carries them, and when a note was made, in words."""

from contextlib import suppress
from datetime import datetime, tzinfo

from briefterm.brief.model import Brief
from briefterm.brief.now import clocks_differ
from briefterm.brief.when import shown_moment
from briefterm.exchange.own import Own, Remark
from briefterm.locales import ENGLISH, Locale
from briefterm.personal.anchors import Placed
from briefterm.personal.notes import Note
from briefterm.personal.ticks import Ticked


def own_of(placed: tuple[Placed, ...], ticked: Ticked, brief: Brief, home: tzinfo) -> Own:
    """Return notes and ticks at their items, the notes on each in the order given. `home` is the reader's zone."""
    remarks: dict[tuple[str, int], tuple[Remark, ...]] = {}
    for one in placed:
        at = (one.pane, one.index)
        remarks[at] = (*remarks.get(at, ()), Remark(one.note.text, when_made(one.note, brief, home), one.lost))
    done = {index: shown_moment(tick.made) for index, tick in ticked.done.items()}
    return Own(remarks, done, tuple((tick.on, shown_moment(tick.made)) for tick in ticked.gone))


def when_made(note: Note, brief: Brief, home: tzinfo, locale: Locale = ENGLISH) -> str:
    """Return when a note was made by the clock at `home`, which is said where that of the brief shows another time."""
    said = locale.date(shown_moment(note.made))
    with suppress(ValueError):
        if clocks_differ(brief, home, datetime.strptime(note.made, "%Y-%m-%dT%H:%M")):
            return f"{said} at home"
    return said
