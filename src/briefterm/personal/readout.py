"""The reader's notes and ticks as an export carries them."""

from briefterm.brief.when import shown_moment
from briefterm.exchange.own import Own, Remark
from briefterm.personal.anchors import Placed
from briefterm.personal.ticks import Ticked


def own_of(placed: tuple[Placed, ...], ticked: Ticked) -> Own:
    """Return notes and ticks at their items, the notes on each in the order given."""
    remarks: dict[tuple[str, int], tuple[Remark, ...]] = {}
    for one in placed:
        at = (one.pane, one.index)
        remarks[at] = (*remarks.get(at, ()), Remark(one.note.text, shown_moment(one.note.made), one.lost))
    done = {index: shown_moment(tick.made) for index, tick in ticked.done.items()}
    return Own(remarks, done, tuple((tick.on, shown_moment(tick.made)) for tick in ticked.gone))
