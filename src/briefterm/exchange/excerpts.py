"""A part of a brief set out by itself: with the marking, the title and the sources it rests on."""

from dataclasses import replace

from briefterm.brief.model import Brief
from briefterm.exchange.outline import Group, Item, Outline, Part, Role
from briefterm.exchange.outlining import event_item, official_item, outline_of, topic_item

_HEADINGS = {"officials": "Official", "agenda": "Topic", "timeline": "Event"}


def item_excerpt(brief: Brief, pane: str, index: int) -> Outline | None:
    """Return one item of `officials`, `agenda` or `timeline` by its index there; None where there is none."""
    items = {"officials": brief.officials, "agenda": brief.agenda, "timeline": brief.timeline}.get(pane, ())
    if not 0 <= index < len(items):
        return None
    item = _item(brief, pane, index)
    role = Role.EVENTS if pane == "timeline" else Role.PEOPLE  # a topic by itself has no number
    whole = outline_of(brief)
    notes = tuple(note for note in whole.notes if note.number in item.cites)
    part = Part(_HEADINGS[pane], role, groups=(Group("", (item,)),))
    return replace(_head(whole), parts=(part,), notes=notes)


def prose_excerpt(brief: Brief) -> Outline:
    """Return all prose of a brief, and its sources."""
    whole = outline_of(brief)
    prose = tuple(part for part in whole.parts if part.role is Role.PROSE)
    return replace(_head(whole), parts=prose, notes=whole.notes)


def sources_excerpt(brief: Brief) -> Outline:
    """Return the sources of a brief."""
    whole = outline_of(brief)
    return replace(_head(whole), notes=whole.notes)


def heading_excerpt(brief: Brief) -> Outline:
    """Return what brief it is: its title, facts and sources."""
    return replace(outline_of(brief), parts=())


def _head(whole: Outline) -> Outline:
    dated = tuple(fact for fact in whole.facts if fact[0] == "Date")
    return replace(whole, facts=dated, parts=(), notes=())


def _item(brief: Brief, pane: str, index: int) -> Item:
    if pane == "officials":
        return official_item(brief.officials[index])
    return topic_item(brief, brief.agenda[index]) if pane == "agenda" else event_item(brief, index)
