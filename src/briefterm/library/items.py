"""Topics and events of every brief as the catalogue remembers them: one line each, and the days events may fall on."""

import struct
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from briefterm.brief.now import instant_of
from briefterm.brief.safe import shorten
from briefterm.brief.when import Precision
from briefterm.library.entry import CANCELLED, UNDATED, Entry
from briefterm.library.ordinals import days_of, days_of_span, packed_dates
from briefterm.library.sheets import FIELDS, LINES

if TYPE_CHECKING:
    from briefterm.brief.model import AgendaItem, Brief, Event
    from briefterm.brief.when import Point, Span, When
    from briefterm.library.catalogue import Catalogue

LONGEST = 240
_DAYS = struct.Struct("<IiiBBB")
_MOST_PARTS = 255
GOES_ON = 0


class Item(NamedTuple):
    """A topic or an event. `text` is at most LONGEST characters; days are ordinals, UNDATED without a date.

    `marking` is the item's own. `begins` and `ends` are moments (ISO 8601) where a clock time says them, without an
    offset where no zone is known. `dates` is what `ordinals.dates_of` reads.
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
    begins: str = ""
    ends: str = ""
    dates: str = ""

    def status_in(self, entry: Entry) -> str:
        """Return its status in its brief: where that is cancelled, so is all that is in it."""
        return CANCELLED if entry.status == CANCELLED else self.status


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

    An open end counts as the end that is known; what its brief knows to go on is there until `last`, the brief's own
    day. `start` and `end` are the numbers of the Precisions of its two ends, 0 without a date; of what goes on `end` is
    GOES_ON. An event dated by a set has `parts` of these. `event` is its index.
    """

    event: int
    first: int
    last: int
    start: int
    end: int
    parts: int


def pack(brief: "Brief") -> tuple[bytes, bytes]:
    """Return topics and events of `brief` for the sheet `items`, its days for `days`; empty where there are none."""
    if not brief.agenda and not brief.timeline:
        return b"", b""
    lines = [str(len(brief.agenda)), *map(_topic, brief.agenda)]
    found: list[bytes] = []
    today = _day_of(brief)
    for index, event in enumerate(brief.timeline):
        first, last = days_of(event.date)
        if event.date is not None and any(map(_is_open, event.date.spans)):
            last = max(last, today)
        lines.append(_event(event, first, last))
        found += _days(index, event.date, first, last, today)
    return LINES.join(lines).encode(), b"".join(found)


def items(catalogue: "Catalogue", paths: Sequence[str] | None = None) -> Iterator[Items]:
    """Yield topics and events of every brief, or of those at `paths`, by path. Raises DamagedError."""
    for path, data in catalogue.sheet("items", paths):
        topics, *lines = data.decode().split(LINES)
        found = tuple(map(_item, lines))
        yield Items(path, found[: int(topics)], found[int(topics) :])


def events_at(catalogue: "Catalogue", events: Collection[tuple[str, int]]) -> dict[tuple[str, int], Item]:
    """Return the events at these paths and indices, those gone meanwhile not. Raises DamagedError."""
    wanted: dict[str, list[int]] = {}
    for path, index in events:
        wanted.setdefault(path, []).append(index)
    found: dict[tuple[str, int], Item] = {}
    for path, data in catalogue.sheet("items", sorted(wanted)):
        topics, *lines = data.decode().split(LINES)
        below = lines[int(topics) :]
        found.update(((path, index), _item(below[index])) for index in wanted[path] if index < len(below))
    return found


def days(
    catalogue: "Catalogue", paths: Sequence[str] | None = None
) -> Iterator[tuple[list[str], list[int], list[list[int]]]]:
    """Yield the briefs that have events and every day of theirs, those of some hundred briefs at a time.

    Of the days come the places of their briefs among these, and a list a field of Days. Raises DamagedError.
    """
    return map(_columns, catalogue.parts("days", paths))


def _columns(sheets: list[tuple[str, bytes]]) -> tuple[list[str], list[int], list[list[int]]]:
    briefs = [brief for brief, (_, data) in enumerate(sheets) for _ in range(len(data) // _DAYS.size)]
    every = list(chain.from_iterable(_DAYS.iter_unpack(b"".join([data for _, data in sheets]))))
    fields = len(Days._fields)
    return [path for path, _ in sheets], briefs, [every[field::fields] for field in range(fields)]


def _topic(item: "AgendaItem") -> str:
    when = item.when
    first, last = days_of(when)
    return _line(item, item.topic, when.shown if when else "", first, last, item.by, "", _told(when))


def _event(event: "Event", first: int, last: int) -> str:
    when = event.date
    return _line(event, event.event, when.shown if when else "", first, last, "", event.status, _told(when))


def _line(
    item: "AgendaItem | Event",
    text: str,
    when: str,
    first: int,
    last: int,
    by: str,
    status: str,
    told: tuple[str, ...],
) -> str:
    """Return an item as a line of the fields of Item; those that are empty at its end are left out."""
    line = FIELDS.join(
        (
            text if len(text) <= LONGEST else shorten(text, LONGEST),
            when,
            str(first) if first else "",
            str(last) if last else "",
            by,
            status,
            item.certainty,
            item.place.shown if item.place else "",
            item.marking,
            *told,
        )
    )
    return line.rstrip(FIELDS)


def _told(when: "When | None") -> tuple[str, ...]:
    return (*moments_of(when), packed_dates(when))


def moments_of(when: "When | None") -> tuple[str, str]:
    """Return when `when` begins and ends (ISO 8601), each empty where no clock time says it without doubt."""
    span = when.spans[0] if when is not None and len(when.spans) == 1 else None
    if when is None or span is None or span.start is None or span.end is None:
        return "", ""
    start, end = span.start, span.end
    if start.clock is None or not (start.plain and end.plain):
        return "", ""
    written = end is not start and end.clock is not None
    return _moment(start, when), _moment(end, when) if written else ""


def _moment(point: "Point", when: "When") -> str:
    """Return the beginning of a point on its own clock."""
    zone = point.offset or (ZoneInfo(when.zone) if when.zone else None)
    return (instant_of(point, zone) if zone else point.begins).isoformat(timespec="minutes")


def _item(line: str) -> Item:
    fields = line.split(FIELDS)
    text, when, first, last, *rest = (*fields, *[""] * (4 - len(fields)))
    return Item(text, when, int(first or UNDATED), int(last or UNDATED), *rest)


def _day_of(brief: "Brief") -> int:
    """Return the last day that a brief is of for sure, its facts or itself, UNDATED where it says none."""
    points = [point for when in (brief.date, brief.as_of) if when is not None for point in when.points()]
    days = (point.last if point.precision >= Precision.DAY else point.first for point in points)
    return max((day.toordinal() for day in days), default=UNDATED)


def _is_open(span: "Span") -> bool:
    """Return whether it begins and has no end; after a clock time that is an hour which is not written."""
    return span.end is None and span.start is not None and span.start.clock is None


def _days(index: int, when: "When | None", first: int, last: int, today: int) -> list[bytes]:
    """Return the packed dates of an event whose first and last day these are, in a brief of the day `today`."""
    if when is None or not when.spans:
        return [_DAYS.pack(index, UNDATED, UNDATED, 0, 0, 1)]
    spans = when.spans[:_MOST_PARTS]
    if len(spans) == 1 and not _is_open(spans[0]):
        return [_DAYS.pack(index, first, last, *_precisions(spans[0]), 1)]
    return [_DAYS.pack(index, *_reaching(span, today), len(spans)) for span in spans]


def _reaching(span: "Span", today: int) -> tuple[int, int, int, int]:
    """Return the days of a span and the precisions of its ends, in a brief of the day `today`."""
    first, last = days_of_span(span)
    start, end = _precisions(span)
    return (first, today, start, GOES_ON) if _is_open(span) and today > last else (first, last, start, end)


def _precisions(span: "Span") -> tuple[int, int]:
    start, end = span.start or span.end, span.end or span.start
    return (start.precision, end.precision) if start and end else (0, 0)
