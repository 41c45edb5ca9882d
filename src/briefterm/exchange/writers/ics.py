"""iCalendar: the brief's own date and every entry of its timeline and agenda that has a day.

A date that is no more precise than a month, in doubt or open at an end is left out and counted: a calendar can only
hold days, and none is invented. Clock times keep their zone, with its rules in the file; those with an offset alone
are written in UTC, those with neither float.
Sources: RFC 5545; RFC 7986 (NAME, stable UIDs); the icalendar library writes the lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefterm import __version__
from briefterm.brief.model import AgendaItem, Brief, Event
from briefterm.brief.when import Point, Precision, Span, When
from briefterm.exchange.outline import Item, Outline
from briefterm.exchange.outlining import event_item, outline_of, topic_item
from briefterm.exchange.stable import StableIds
from briefterm.exchange.writers.text import plain_item, plain_prose
from briefterm.exchange.writers.zones import zone_rules
from briefterm.exchange.written import Written, counted

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Component

_FIRST_RULES, _LAST_RULES = date(1, 2, 1), date(2100, 1, 1)
_OPEN_MARKINGS = frozenset({"TLP:CLEAR", "TLP:WHITE", "UNCLASSIFIED", "PUBLIC"})
_LESS_THAN_SURE = frozenset({"expected", "likely", "possible", "inferred"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something with a date. `name` is what its UID is made from."""

    kind: str
    name: str
    summary: str
    when: When
    item: Item | None = None
    place: str = ""
    status: str = ""


def write(brief: Brief, stamp: datetime) -> Written:
    """Return the calendar of `brief`, made at `stamp`, an instant; empty where no date is precise enough."""
    from icalendar import Calendar

    outline = outline_of(brief)
    calendar = Calendar()
    calendar.add("prodid", f"-//briefterm//briefterm {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("name", brief.title)
    calendar.add("x-wr-calname", brief.title)
    if brief.timezone:
        calendar.add("x-wr-timezone", brief.timezone)
    calendar.add("description", _text([", ".join(outline.banner), outline.credits(400)]))
    ids = StableIds(brief.id)
    vague = 0
    for entry in _entries(brief):
        for span in entry.when.spans or (None,):
            moments = _moments(span, entry.when.zone) if span else None
            if moments is None:
                vague += 1
                continue
            component = _component(brief, outline, entry, moments)
            component.add("uid", str(ids.of(entry.kind, entry.name)))
            component.add("dtstamp", stamp)
            calendar.add_component(component)
    _add_zones(calendar)
    return Written(calendar.to_ical() if calendar.events else b"", tuple(_left_out(brief, vague)))


def _left_out(brief: Brief, vague: int) -> Iterator[str]:
    if vague:
        yield f"{counted(vague, 'date')} too vague for a calendar"
    undated = sum(item.when is None for item in brief.agenda) + sum(event.date is None for event in brief.timeline)
    if undated:
        yield f"{counted(undated, 'item')} without a date"
    names = ("officials", "objectives", "background", "sections", "open_questions")
    held = [name.replace("_", " ") for name in names if getattr(brief, name)]
    if held:
        yield " and ".join(part for part in (", ".join(held[:-1]), held[-1]) if part)


def _entries(brief: Brief) -> Iterator[_Entry]:
    if brief.date:
        place = brief.place.shown if brief.place else ""
        yield _Entry("brief", brief.id, brief.title, brief.date, None, place, _status("", brief.status, brief))
    for item in brief.agenda:
        if item.when:
            yield _Entry(
                "agenda",
                item.id or item.topic,
                item.topic,
                item.when,
                topic_item(brief, item),
                _place(item),
                _status(item.certainty, brief.status, brief),
            )
    for index in brief.chronology:
        event = brief.timeline[index]
        if event.date:
            yield _Entry(
                "timeline",
                event.id or event.event,
                event.event,
                event.date,
                event_item(brief, index),
                _place(event),
                _status(event.certainty, event.status, brief),
            )


def _place(item: AgendaItem | Event) -> str:
    return item.place.shown if item.place else ""


def _status(certainty: str, status: str, brief: Brief) -> str:
    """Return how sure an item is; what is planned in a draft is not, nor is the draft itself."""
    if status == "cancelled":
        return "CANCELLED"
    if brief.status == "draft" and status in ("draft", "planned"):
        return "TENTATIVE"
    return "TENTATIVE" if certainty in _LESS_THAN_SURE and status != "done" else "CONFIRMED"


def _component(brief: Brief, outline: Outline, entry: _Entry, moments: tuple[date, date | None]) -> "Component":
    from icalendar import Event as Component

    component = Component()
    begins, ends = moments
    component.add("summary", entry.summary)
    component.add("dtstart", begins)
    if ends is not None:
        component.add("dtend", ends)
    if not isinstance(begins, datetime):
        component.add("transp", "TRANSPARENT")
    if entry.place:
        component.add("location", entry.place)
    said = plain_item(entry.item) if entry.item else plain_prose(brief.summary)
    component.add("description", _text([", ".join(outline.banner), said, outline.credits(400), brief.marking]))
    component.add("status", entry.status)
    if brief.marking and brief.marking.upper() not in _OPEN_MARKINGS:
        component.add("class", "CONFIDENTIAL")
    if brief.tags:
        component.add("categories", list(brief.tags))
    return component


def _text(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _moments(span: Span, zone: str | None) -> tuple[date, date | None] | None:
    """Start and end as iCalendar has them, the end not included; None where the span is too vague."""
    start, end = span.start, span.end
    if start is None or end is None or not _exact(start) or not _exact(end):
        return None
    if start.clock is None or end.clock is None:
        if end.last == date.max:
            return None
        return start.first, end.last + timedelta(days=1)
    begins, ends = _instant(start, zone), _instant(end, zone)
    if (begins.tzinfo is None) is not (ends.tzinfo is None):
        return None
    return begins, ends if ends > begins else None


def _exact(point: Point) -> bool:
    return point.plain and point.precision >= Precision.DAY


def _instant(point: Point, zone: str | None) -> datetime:
    local = point.begins
    if point.offset is not None:
        try:
            return local.replace(tzinfo=point.offset).astimezone(UTC)
        except OverflowError:
            return local.replace(tzinfo=UTC)
    return local.replace(tzinfo=ZoneInfo(zone)) if zone else local


def _add_zones(calendar: "Calendar") -> None:
    """Add the rules of every zone used, over the years used and one more, but no further than rules are foreseen."""
    days = [event.start.date() for event in calendar.events if isinstance(event.start, datetime)]
    if not days:
        return
    first, last = (min(max(day, _FIRST_RULES), _LAST_RULES) for day in (min(days), max(days)))
    for name in sorted(calendar.get_missing_tzids()):
        calendar.subcomponents.insert(0, zone_rules(name, first.replace(day=1), last + timedelta(days=400)))
