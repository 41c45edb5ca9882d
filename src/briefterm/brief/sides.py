"""Who sits on which side, and what of a brief belongs to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefterm.brief.countries import country_name
from briefterm.brief.model import AgendaItem, Brief, Event, Official, Reference

COLOURS = 6
_SIDE_NAMES = {"host": "Host", "visitor": "Visitors", "mentioned": "Mentioned", "both": "Both sides"}


@dataclass(frozen=True, slots=True)
class Delegation:
    """A side of the table. `code` is its chip, empty where a word must do; `colour` is 1 to 6, or 0 for none."""

    key: str
    code: str
    name: str
    colour: int


NOBODY = Delegation("", "", "", 0)
BOTH = Delegation("both", "", "Both sides", 0)


@dataclass(frozen=True, slots=True)
class Lit:
    """Items that belong to a selected one, as indices in file order."""

    officials: frozenset[int] = frozenset()
    agenda: frozenset[int] = frozenset()
    timeline: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Sides:
    """The delegations of one brief, coloured the same in every pane: countries in the brief's order, then others."""

    by_key: dict[str, Delegation] = field(default_factory=dict)
    host: str = ""
    visitor: str = ""

    def of_official(self, official: Official) -> Delegation:
        """Return an official's delegation."""
        return self.by_key.get(_key(official), NOBODY)

    def of_side(self, side: str) -> Delegation:
        """Return the delegation that `by` names: a country, host, visitor or both."""
        if side == "both":
            return BOTH
        key = self.host if side == "host" else self.visitor if side == "visitor" else side
        return self.by_key.get(key, NOBODY)


@lru_cache(maxsize=16)
def sides_of(brief: Brief) -> Sides:
    """Return the delegations of `brief`."""
    keys: dict[str, None] = {}
    for country in brief.countries:
        if any(official.country == country for official in brief.officials):
            keys[country] = None
    for official in brief.officials:
        if key := _key(official):
            keys[key] = None
    for item in brief.agenda:
        if item.by and item.by not in ("host", "visitor", "both"):
            keys[item.by] = None
    delegations = {
        key: Delegation(key, key if len(key) == 2 else "", _SIDE_NAMES.get(key) or country_name(key), i % COLOURS + 1)
        for i, key in enumerate(keys)
    }
    return Sides(delegations, _only_key(brief, "host"), _only_key(brief, "visitor"))


def _key(official: Official) -> str:
    return official.country or (official.side if official.side != "mentioned" else "")


def _only_key(brief: Brief, side: str) -> str:
    """The one country of a side, or the side's own name where its officials have several or none."""
    keys = {_key(official) for official in brief.officials if official.side in (side, side.upper())}
    return keys.pop() if len(keys) == 1 else side


def our_side(brief: Brief) -> Delegation:
    """Return the delegation that the brief is for: its principal's. NOBODY where it does not say."""
    principal = brief.principal
    if principal is None or principal.index is None:
        return NOBODY
    return sides_of(brief).of_official(brief.officials[principal.index])


def opposite(brief: Brief, who: tuple[Reference, ...]) -> tuple[int, ...]:
    """Return the officials across the table from us, as indices, in the order named.

    Those that an item names, else all who attend, in order of precedence. Where the brief does not say whom it is
    for, nobody is us.
    """
    ours = our_side(brief)
    named = tuple(dict.fromkeys(reference.index for reference in who if reference.index is not None))
    there = named or tuple(i for i in brief.precedence if brief.officials[i].side != "mentioned")
    if ours is NOBODY:
        return there
    sides = sides_of(brief)
    return tuple(i for i in there if sides.of_official(brief.officials[i]) != ours)


def lit_by(brief: Brief, pane: str, index: int) -> Lit:
    """Return what belongs to one item: an official's topics and events; a topic's or an event's people."""
    if pane == "officials":
        agenda = frozenset(i for i, item in enumerate(brief.agenda) if _names(item.who, index))
        timeline = frozenset(i for i, event in enumerate(brief.timeline) if _names(event.who, index))
        return Lit(agenda=agenda, timeline=timeline)
    items: Sequence[AgendaItem | Event] = ()
    if pane == "agenda":
        items = brief.agenda
    elif pane == "timeline":
        items = brief.timeline
    if index >= len(items):
        return Lit()
    return Lit(frozenset(reference.index for reference in items[index].who if reference.index is not None))


def _names(who: tuple[Reference, ...], official: int) -> bool:
    return any(reference.index == official for reference in who)
