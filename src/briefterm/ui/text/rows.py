"""Rows of the three panes: officials by delegation, agenda in file order, timeline in order of time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from rich.text import Text

from briefterm.brief.model import AgendaItem, Brief, Event, Official, Reference, Source
from briefterm.brief.now import clock_there, day_there
from briefterm.brief.sides import Delegation, sides_of
from briefterm.brief.when import MONTHS
from briefterm.library.entry import CANCELLED
from briefterm.locales import Locale
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block
from briefterm.ui.text.chips import CALLED_OFF, DOT, GUTTER, chip, gutter, struck
from briefterm.ui.text.marking import marked
from briefterm.ui.text.marks import Marker

PAST, PLANNED, UNDER_WAY = "●", "○", "◐"
HEDGED, UNSOURCED = "~", "∅"
NBSP = "\N{NO-BREAK SPACE}"


def official_rows(brief: Brief, ink: Ink, mark: Marker) -> list[Row]:
    """Return the officials by delegation, each delegation in order of precedence, those mentioned last."""
    sides = sides_of(brief)
    groups: dict[str, list[int]] = {}
    for index in brief.precedence:
        official = brief.officials[index]
        delegation = sides.of_official(official)
        heading = "Mentioned" if official.side == "mentioned" else ink.locale.side(delegation)
        groups.setdefault(heading, []).append(index)
    ordered = sorted(groups, key=lambda heading: heading == "Mentioned")
    bare = some_sourced(brief.officials)
    heads = _Heads(ink)
    rows: list[Row] = []
    for heading in ordered:
        if len(groups) > 1:
            rows.append(_heading(_group_name(brief, heading, groups[heading]), ink))
        for index in groups[heading]:
            official = brief.officials[index]
            head = heads[sides.of_official(official)]
            rows.append(_official_row(index, official, head, ink, mark, bare=bare and not official.sources))
    return rows


def _group_name(brief: Brief, heading: str, members: list[int]) -> str:
    side = brief.officials[members[0]].side
    word = {"host": "host", "visitor": "visiting"}.get(side, "")
    name = heading or "Others"
    return f"{name} · {word}" if word and name not in ("Host", "Visitors") else name


def _heading(name: str, ink: Ink) -> Row:
    return Row(None, (Block(Text(name.upper(), ink["heading"]), Text(" "), 1),))


class _Heads(dict[Delegation, tuple[Text, Text, int]]):
    """What stands at the left of the rows of a delegation, and how many cells that takes: made once."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self._ink = ink

    def __missing__(self, delegation: Delegation) -> tuple[Text, Text, int]:
        bar = gutter(delegation, self._ink)
        lead = Text.assemble(bar, chip(delegation, self._ink))
        self[delegation] = found = (lead, bar, lead.cell_len)
        return found


def _official_row(
    index: int, official: Official, head: tuple[Text, Text, int], ink: Ink, mark: Marker, *, bare: bool
) -> Row:
    lead, bar, indent = head
    second = ", ".join(part for part in (official.title, official.org) if part)
    name = mark(Text(official.name, ink["strong"]))
    if official.marking:
        name = Text.assemble(name, " ", marked(official.marking, ink))
    if bare:
        name = Text.assemble(name, (f" {UNSOURCED}", ink["warn"]))
    blocks = [Block(name, lead, indent, bar)]
    if second:
        blocks.append(Block(mark(Text(second, ink["quiet"])), bar, indent, bar))
    term = _term(official, ink.locale)
    if term:
        blocks.append(Block(Text(term, ink["date"]), bar, indent, bar))
    return Row(index, tuple(blocks))


def _term(official: Official, locale: Locale) -> str:
    if official.since and official.to:
        return f"{locale.date(official.since)} – {locale.date(official.to)}"
    if official.since:
        return f"from {locale.date(official.since)}"
    return f"until {locale.date(official.to)}" if official.to else ""


def agenda_rows(brief: Brief, ink: Ink, mark: Marker) -> list[Row]:
    """Return the topics in file order, each with its side, how sure it is, and who says so."""
    sides, bare = sides_of(brief), some_sourced(brief.agenda)
    rows = []
    for index, item in enumerate(brief.agenda):
        delegation = sides.of_side(item.by) if item.by else _led_by(brief, item)
        bar = gutter(delegation, ink)
        lead = Text.assemble(bar, chip(delegation, ink) if item.by else "")
        blocks = [Block(mark(Text(item.topic, ink["strong"])), lead, lead.cell_len, bar)]
        meta = Text(DOT).join(_agenda_meta(brief, item, ink, bare=bare))
        if meta:
            blocks.append(Block(mark(meta), bar, lead.cell_len, bar))
        rows.append(Row(index, tuple(blocks)))
    return rows


def _led_by(brief: Brief, item: AgendaItem) -> Delegation:
    first = next((reference.index for reference in item.who if reference.index is not None), None)
    sides = sides_of(brief)
    return sides.of_side("") if first is None else sides.of_official(brief.officials[first])


def _agenda_meta(brief: Brief, item: AgendaItem, ink: Ink, *, bare: bool) -> Iterator[Text]:
    if item.marking:
        yield marked(item.marking, ink)
    if item.by == "both":
        yield Text("both sides", ink["quiet"])
    if item.when:
        yield Text(ink.locale.date(item.when), ink["date"])
    if item.place:
        yield Text(ink.locale.place(item.place), ink["quiet"])
    yield from hedges(item.certainty, item.sources, brief, ink, bare=bare)


def some_sourced(items: Sequence[Official | AgendaItem | Event]) -> bool:
    """Return whether any item of a pane names a source, so that one without stands out."""
    return any(item.sources for item in items)


def unsourced(brief: Brief, pane: str) -> bool:
    """Return whether a pane names no source in a brief that has some. People need none: of them that is not said."""
    return pane != "officials" and bool(brief.sources) and not some_sourced(getattr(brief, pane))


def hedges(
    certainty: str, sources: tuple[Reference, ...], brief: Brief, ink: Ink, *, bare: bool = False
) -> Iterator[Text]:
    """Yield how sure an item is and who says so, in few words; with `bare`, also that nobody is said to."""
    if certainty:
        sign = "" if certainty == "stated" else f"{HEDGED}{NBSP}"
        yield Text(sign + certainty, ink["warn" if sign else "quiet"])
    if bare and not sources:
        yield Text.assemble((f"{UNSOURCED}{NBSP}", ink["warn"]), (f"no{NBSP}source", ink["quiet"]))
    for reference in sources[:2]:
        source = None if reference.index is None else brief.sources[reference.index]
        yield Text(_source_name(reference, source), ink["quiet"])


def _source_name(reference: Reference, source: Source | None) -> str:
    if source is None:
        return f"{reference.text}?"
    return source.id or source.name


def timeline_rows(brief: Brief, ink: Ink, mark: Marker, moment: datetime) -> list[Row]:
    """Return the entries in order of time, with the rule of the present day between past and future.

    `moment` has the reader's zone; each date is compared with what its own clock shows then.
    """
    rows: list[Row] = []
    rule = _today(day_there(brief, moment), ink)
    ruled, bare = False, some_sourced(brief.timeline)
    for index in brief.chronology:
        event = brief.timeline[index]
        there = clock_there(event.date, brief, moment) if event.date is not None and event.date.known else None
        if not ruled and there is not None and event.date is not None and event.date.begins > there:
            rows.append(rule)
            ruled = True
        rows.append(_event_row(index, event, brief, ink, mark, there, bare=bare))
    if rows and not ruled:
        rows.append(rule)
    return rows


def _today(today: date, ink: Ink) -> Row:
    day = ink.locale.date(f"{today.day} {MONTHS[today.month - 1]} {today.year}")
    return Row(None, (Block(Text.assemble(("━━ ◆ ", ink["now"]), (f"today {day}", ink["now"]), (" ━━", ink["now"]))),))


def _event_row(
    index: int, event: Event, brief: Brief, ink: Ink, mark: Marker, there: datetime | None, *, bare: bool
) -> Row:
    sign, style = _state(event, there)
    when = ink.locale.date(event.date) if event.date else f"after {event.after.text}" if event.after else "no date"
    if event.date is None and event.after and event.after.index is not None:
        above = _follows_above(brief, index)
        when = "no date, after the one above" if above else f"after “{_after(brief, event)}”"
    head = Text.assemble((when, ink["date"]))
    for part in _event_meta(event, brief, ink, bare=bare):
        head.append(DOT, ink["quiet"])
        head.append_text(part)
    lead = Text.assemble((sign, ink[style]), " ")
    what = struck(event.event, ink) if event.status == CANCELLED else Text(event.event)
    return Row(index, (Block(mark(head), lead, GUTTER), Block(mark(what), Text(), GUTTER)))


def _state(event: Event, there: datetime | None) -> tuple[str, str]:
    """Return the sign of an event, and its ink. `there` is what the clock of its date shows, None where it has none."""
    if event.status == CANCELLED:
        return CALLED_OFF, "error"
    if event.status == "under way":
        return UNDER_WAY, "now"
    if event.status == "done":
        return PAST, "quiet"
    if event.date is None or there is None:
        return PLANNED, "accent"
    if event.date.ends < there:
        return PAST, "quiet"
    return (UNDER_WAY, "now") if event.date.begins <= there else (PLANNED, "accent")


def _follows_above(brief: Brief, index: int) -> bool:
    order = brief.chronology
    at = order.index(index)
    after = brief.timeline[index].after
    return after is not None and at > 0 and order[at - 1] == after.index


def _after(brief: Brief, event: Event) -> str:
    return brief.timeline[event.after.index].event if event.after and event.after.index is not None else ""


def _event_meta(event: Event, brief: Brief, ink: Ink, *, bare: bool) -> Iterator[Text]:
    if event.marking:
        yield marked(event.marking, ink)
    if event.place:
        yield Text(ink.locale.place(event.place), ink["quiet"])
    if event.status and event.status not in ("done", "planned"):
        yield Text(event.status, ink["warn"])
    yield from hedges(event.certainty, event.sources, brief, ink, bare=bare)
