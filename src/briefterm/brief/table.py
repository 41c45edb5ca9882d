"""At the table: who is there while an item of the plan is under way, and which topics are talked of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from briefterm.brief.model import Brief, Event, Place, Reference
from briefterm.brief.now import Slot, every_slot, item_of
from briefterm.brief.sides import NOBODY, opposite, our_side

_VISITOR = "visitor"


@dataclass(frozen=True, slots=True)
class Table:
    """Who is at an item, by name: `across` from us and `ours`; where the brief does not say who we are, all `across`.

    Guests come first, each side in the order named. `topics` are those of the agenda that belong to the item;
    `meeting` is the entry of the timeline that a topic lies in, `place` its place where the topic has none.
    """

    across: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    meeting: str = ""
    place: Place | None = None


def table_at(brief: Brief, slot: Slot, moment: datetime) -> Table:
    """Return who is at the item of `slot` and what is talked of there at `moment`, which has the reader's zone.

    A topic that names nobody has the people of the entry of the timeline it lies in. Topics are those that lie within
    the item, in order of time, without what is over.
    """
    others = [one for one in every_slot(brief, moment) if (one.pane, one.index) != (slot.pane, slot.index)]
    within = sorted((one for one in others if one.pane == "agenda" and _lies_in(one, slot)), key=_begins)
    ahead = dict.fromkeys(one.text for one in within if one.ends is None or one.ends > moment)
    item, around = item_of(brief, slot), _around(brief, slot, others)
    meeting = around[0] if around else None
    who = item.who or next((entry.who for entry in around if entry.who), ())
    across, ours = _sides(brief, who, everybody=slot.pane == "agenda")
    place = item.place or next((entry.place for entry in around if entry.place), None)
    return Table(across, ours, tuple(ahead), meeting.event if meeting else "", place)


def _sides(brief: Brief, who: Sequence[Reference], *, everybody: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who of those named is across the table, and who is ours; where nobody is, all opposite if `everybody`."""
    unknown = our_side(brief) is NOBODY
    if not who:
        found = opposite(brief, ()) if everybody and not unknown else ()
        return tuple(brief.officials[index].name for index in found), ()
    across = frozenset(opposite(brief, tuple(who)))
    there: dict[str, bool] = {}
    guests: set[str] = set()
    for one in who:
        name = one.text if one.index is None else brief.officials[one.index].name
        there.setdefault(name, one.index is None or one.index in across)
        if one.index is not None and brief.officials[one.index].side.casefold() == _VISITOR:
            guests.add(name)
    names = [name for name, opposed in there.items() if opposed]
    if unknown:
        names.sort(key=lambda name: name not in guests)
    return tuple(names), tuple(name for name, opposed in there.items() if not opposed)


def _around(brief: Brief, slot: Slot, others: Sequence[Slot]) -> list[Event]:
    """Return the entries of the timeline that a topic lies in, the one that begins last first."""
    if slot.pane != "agenda":
        return []
    around = sorted((one for one in others if one.pane == "timeline" and _lies_in(slot, one)), key=_begins)
    entries = (brief.timeline[one.index] for one in reversed(around))
    return [entry for entry in entries if entry.status != "cancelled"]


def _lies_in(inner: Slot, outer: Slot) -> bool:
    """Return whether an item begins while another is under way; one without a clock time, whether it has its days."""
    if inner.begins is None or outer.begins is None:
        same = (inner.first, inner.last) == (outer.first, outer.last)
        return same and inner.begins is None and outer.begins is None and not inner.vague and not outer.vague
    return inner.begins == outer.begins or (outer.ends is not None and outer.begins < inner.begins < outer.ends)


def _begins(slot: Slot) -> float:
    return slot.begins.timestamp() if slot.begins is not None else 0.0
