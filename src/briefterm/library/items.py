"""Topics and events of every brief as the catalogue remembers them: one line each, and the days events may fall on."""

import json
import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefterm.brief.model import AgendaItem, Brief, Event
from briefterm.brief.safe import shorten
from briefterm.brief.when import Span, When
from briefterm.library.appearances import days_of, days_of_span
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import UNDATED

LONGEST = 240
_DAYS = struct.Struct("<IiiBB")
_MOST_PARTS = 255


class Item(NamedTuple):
    """A topic or an event. `text` is at most LONGEST characters; days are ordinals, UNDATED without a date.

    `marking` is the item's own.
    """

    text: str
    date: str = ""
    first: int = UNDATED
    last: int = UNDATED
    by: str = ""
    status: str = ""
    certainty: str = ""
    place: str = ""
    marking: str = ""


class Items(NamedTuple):
    """The topics and events of one brief, in file order."""

    path: str
    agenda: tuple[Item, ...]
    timeline: tuple[Item, ...]

    def of(self, pane: str) -> tuple[Item, ...]:
        """Return those of `pane`, `agenda` or `timeline`."""
        return self.agenda if pane == "agenda" else self.timeline


class Days(NamedTuple):
    """One date or span of an event: the days it may fall on, UNDATED where the event has no date that could be read.

    An open end counts as the end that is known. `precision` is a Precision's number, 0 without a date. An event dated
    by a set has `parts` of these. `event` is its index.
    """

    event: int
    first: int
    last: int
    precision: int
    parts: int


def pack_items(brief: Brief) -> bytes:
    """Return topics and events of `brief` for the sheet `items`, empty where it has none."""
    if not brief.agenda and not brief.timeline:
        return b""
    topics = [_trimmed(_topic(item)) for item in brief.agenda]
    events = [_trimmed(_event(item)) for item in brief.timeline]
    return json.dumps((topics, events), ensure_ascii=False, separators=(",", ":")).encode()


def pack_days(brief: Brief) -> bytes:
    """Return the days of the events of `brief` for the sheet `days`, empty where it has none."""
    return b"".join(
        _DAYS.pack(*days) for index, event in enumerate(brief.timeline) for days in _days(index, event.date)
    )


def items(catalogue: Catalogue, paths: Sequence[str] | None = None) -> Iterator[Items]:
    """Yield topics and events of every brief, or of those at `paths`, by path. Raises DamagedError."""
    for path, data in catalogue.sheet("items", paths):
        topics, events = json.loads(data)
        yield Items(path, tuple(Item(*topic) for topic in topics), tuple(Item(*event) for event in events))


def days(catalogue: Catalogue, paths: Sequence[str] | None = None) -> tuple[list[str], list[tuple[int, ...]]]:
    """Return the briefs that have events, and every day of theirs as the number of its brief and the fields of Days.

    Raises DamagedError.
    """
    found = catalogue.sheet("days", paths)
    rows = [(brief, *row) for brief, (_, data) in enumerate(found) for row in _DAYS.iter_unpack(data)]
    return [path for path, _ in found], rows


def _topic(item: AgendaItem) -> Item:
    when, place = item.when, item.place
    return Item(
        shorten(item.topic, LONGEST),
        when.shown if when else "",
        *days_of(when),
        by=item.by,
        certainty=item.certainty,
        place=place.shown if place else "",
        marking=item.marking,
    )


def _event(event: Event) -> Item:
    when, place = event.date, event.place
    return Item(
        shorten(event.event, LONGEST),
        when.shown if when else "",
        *days_of(when),
        status=event.status,
        certainty=event.certainty,
        place=place.shown if place else "",
        marking=event.marking,
    )


def _days(index: int, when: When | None) -> Iterator[Days]:
    spans = when.spans[:_MOST_PARTS] if when else ()
    if not spans:
        yield Days(index, UNDATED, UNDATED, 0, 1)
    for span in spans:
        yield Days(index, *days_of_span(span), _precision(span), len(spans))


def _precision(span: Span) -> int:
    start, end = span.start or span.end, span.end or span.start
    return int(min(start.precision, end.precision)) if start and end else 0


def _trimmed(item: Item) -> tuple[object, ...]:
    end = len(item)
    while end > 1 and not item[end - 1]:
        end -= 1
    return item[:end]
