"""The reader's notes and ticks as an export carries them."""

from datetime import datetime

from briefterm.exchange.own import Own, Remark
from briefterm.personal.anchors import Placed
from briefterm.personal.ticks import Ticked


def own_of(placed: tuple[Placed, ...], ticked: Ticked) -> Own:
    """Return notes and ticks at their items, the notes on each in the order given."""
    remarks: dict[tuple[str, int], tuple[Remark, ...]] = {}
    for one in placed:
        at = (one.pane, one.index)
        remarks[at] = (*remarks.get(at, ()), Remark(one.note.text, moment(one.note.made), one.lost))
    done = {index: moment(tick.made) for index, tick in ticked.done.items()}
    return Own(remarks, done, tuple((tick.on, moment(tick.made)) for tick in ticked.gone))


def moment(made: str) -> str:
    """Return a time written in ISO 8601 to the minute as documents say it, `9 Nov 2023, 14:05`; else as it is."""
    try:
        at = datetime.strptime(made, "%Y-%m-%dT%H:%M")
    except ValueError:
        return made
    return f"{at.day} {at:%b %Y, %H:%M}"
