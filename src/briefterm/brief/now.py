"""Now: what of a brief is under way at a moment, what is next, and how long until then, in local time and at home.

Clock times are instants: in the offset written, else in the brief's zone, else, where the brief names none, on the
reader's own clock. A time that a change of clocks skips is moved by as much as the clocks are; one that it repeats is
the first of the two (PEP 495). A day without a clock time is today or is not: no hour is made up for it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from briefterm.brief.model import AgendaItem, Brief, Event
from briefterm.brief.when import MONTHS, WEEKDAYS, Point, Precision, Span, When

_OVER = frozenset({"cancelled", "done"})
_MANY_DAYS = 100
_MANY_MONTHS = 24
_A_MINUTE = timedelta(minutes=1)
_LONG_OVER = timedelta(days=2)  # more than any two clocks are apart
LAST = datetime.max.replace(tzinfo=UTC)
"""The last moment there is."""
_UNSET = ("", date.min, date.min, UTC, False)


@dataclass(frozen=True, slots=True)
class Slot:
    """One date of an item of a brief: the pane, the index there in file order, the item's text, the date as shown.

    `first` and `last` are the days it may be on the clock of `zone`, its own; `zoned` is false where that is the
    reader's for want of another. `begins` and `ends` are instants, None where no clock time says them without
    doubt. `vague` says that not even the day is known.
    """

    pane: str
    index: int
    text: str
    when: str
    first: date
    last: date
    zone: tzinfo
    zoned: bool
    begins: datetime | None = None
    ends: datetime | None = None
    vague: bool = False

    def day_of(self, moment: datetime) -> date:
        """Return the day it is there at `moment`."""
        return moment.astimezone(self.zone).date()

    def minutes_until(self, moment: datetime) -> int | None:
        """Return the minutes from `moment` until it begins, rounded up, None where no clock time says it.

        0 or less once it has begun.
        """
        return None if self.begins is None else _minutes(moment, self.begins)

    @property
    def minutes(self) -> int | None:
        """How many minutes it takes, None where the clock does not say both ends."""
        return None if self.begins is None or self.ends is None else _minutes(self.begins, self.ends)

    def minutes_left(self, moment: datetime) -> int | None:
        """Return the minutes from `moment` until it ends, rounded up, None where its end is not written."""
        return None if self.ends is None else _minutes(moment, self.ends)


@dataclass(frozen=True, slots=True)
class Now:
    """A brief at a moment. `current` has what is under way by the clock, the latest begun first.

    `next` has what comes next, several where they begin together. `today` has what is dated to this day, or to days
    around it, without a clock time; `some_time` what may be now, but whose date says less than a day.
    """

    moment: datetime
    current: tuple[Slot, ...]
    next: tuple[Slot, ...]
    today: tuple[Slot, ...]
    some_time: tuple[Slot, ...]

    @property
    def here(self) -> Slot | None:
        """Where to open the brief on the day: what is under way, else what is next today, else what is today."""
        soon = tuple(slot for slot in self.next if slot.first == slot.day_of(self.moment))
        found = (*self.current, *soon, *self.today)
        return found[0] if found else None


def now_in(brief: Brief, moment: datetime) -> Now:
    """Return what is now and what is next in `brief` at `moment`, which has a time zone: the reader's own."""
    slots = list(_slots(brief, moment))
    instant = moment.astimezone(UTC)
    timed = sorted((slot for slot in slots if slot.begins is not None), key=_begins)
    daily = [slot for slot in slots if slot.begins is None and not slot.vague]
    starts = [_begins(slot) for slot in timed]
    begun = bisect_right(starts, instant)
    current = [slot for slot in timed[:begun] if instant < _over_at(slot, starts)]
    return Now(
        moment=moment,
        current=tuple(reversed(current)),
        next=tuple(_next(timed, daily, moment)),
        today=tuple(slot for slot in daily if slot.first <= slot.day_of(moment) <= slot.last),
        some_time=tuple(slot for slot in slots if slot.vague and slot.first <= slot.day_of(moment) <= slot.last),
    )


def slot_of(brief: Brief, index: int, moment: datetime) -> Slot | None:
    """Return the first date of a topic of the agenda, None where it has none that says a day or part of one."""
    item = brief.agenda[index]
    if item.when is None:
        return None
    return next(_of(brief, moment, item.when, Slot("agenda", index, item.topic, *_UNSET)), None)


def topic_at(brief: Brief, moment: datetime) -> int | None:
    """Return the topic of the agenda that is under way, else next today, else of today, else the next one at all."""
    now = now_in(brief, moment)
    soon = (slot for slot in now.next if slot.first == slot.day_of(moment))
    without_events = now_in(replace(brief, timeline=()), moment).next
    found = (*now.current, *soon, *now.today, *without_events)
    return next((slot.index for slot in found if slot.pane == "agenda"), None)


def every_slot(brief: Brief, moment: datetime) -> Iterator[Slot]:
    """Yield each date of every item of `brief`, past and cancelled ones too; `moment` has the reader's zone."""
    for item, when, _ in _dated(brief):
        yield from _of(brief, moment, when, item)


def time_until(slot: Slot, moment: datetime) -> str:
    """Return in words how far off `slot` is: `in 25 min`, `in 3 h 05 min`, `tomorrow`, `in 4 days`, `now`, `today`.

    By the clock within a day, else in days as they are counted there, of which a hundred and more are told in whole
    months or years; what only has a date is never told in hours.
    """
    days = (slot.first - slot.day_of(moment)).days
    minutes = slot.minutes_until(moment)
    if minutes is not None and minutes <= 0:
        return "now"
    if minutes is not None and minutes < 24 * 60:
        return f"in {duration(minutes)}"
    if slot.vague:
        return slot.when
    if days <= 1:
        return "tomorrow" if days == 1 else "today"
    return f"in {days} days" if days < _MANY_DAYS else _far_off(slot.day_of(moment), slot.first)


def _far_off(today: date, day: date) -> str:
    months = (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day)
    return f"in {months} months" if months < _MANY_MONTHS else f"in {months // 12} years"


def duration(minutes: int) -> str:
    """Return minutes in words: `25 min`, `3 h`, `3 h 05 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02} min" if rest else f"{hours} h"


def clock(instant: datetime, zone: tzinfo, day: date) -> str:
    """Return the clock time of `instant` in `zone`, with the day where that is another than `day`: `09:30`."""
    there = seen_in(instant, zone)
    shown = f"{there:%H:%M}"
    if there.date() == day:
        return shown
    return f"{shown} {WEEKDAYS[there.weekday()]} {there.day} {MONTHS[there.month - 1]}"


def clock_times(slot: Slot, zone: tzinfo, day: date) -> str:
    """Return when an item is on the clock of `zone`, with the day where that is another than `day`.

    `09:30–11:00`, `Fri 10 Nov 09:30–11:00`, `23:00–01:00 Sat 11 Nov`; empty where no clock time says it.
    """
    if slot.begins is None:
        return ""
    time, _, other_day = clock(slot.begins, zone, day).partition(" ")
    start = f"{other_day} {time}".strip()
    return start if slot.ends is None else f"{start}–{clock(slot.ends, zone, seen_in(slot.begins, zone).date())}"


def clock_there(when: When, brief: Brief, moment: datetime) -> datetime:
    """Return what the clock that `when` goes by shows at `moment`: without a zone, as dates are compared with it."""
    point = next(when.points(), None)
    zone = moment.tzinfo or UTC if point is None else _zone(point, brief, moment)[0]
    return seen_in(moment, zone).replace(tzinfo=None)


def now_there(brief: Brief, moment: datetime) -> datetime:
    """Return a moment by the clock of the brief's own zone, of that of `moment` where it has none; without the zone."""
    there = seen_in(moment, ZoneInfo(brief.timezone)) if brief.timezone else moment
    return there.replace(tzinfo=None)


def day_there(brief: Brief, moment: datetime) -> date:
    """Return what day it is at a moment in the brief's own zone, in that of `moment` where it has none."""
    return now_there(brief, moment).date()


def clocks_differ(brief: Brief, home: tzinfo, local: datetime) -> bool:
    """Return whether the clock of the brief's own zone shows another time than `local`, which is one at `home`."""
    if not brief.timezone:
        return False
    there = seen_in(in_utc(local.replace(tzinfo=home)), ZoneInfo(brief.timezone))
    return there.replace(tzinfo=None) != local


def _slots(brief: Brief, moment: datetime) -> Iterator[Slot]:
    """Yield the dates of items that are ahead, or may not be long over."""
    since = moment.replace(tzinfo=None) - _LONG_OVER
    for item, when, status in _dated(brief):
        if status not in _OVER and when.ends >= since:
            yield from _of(brief, moment, when, item)


def _dated(brief: Brief) -> Iterator[tuple[Slot, When, str]]:
    """Yield the items that have a date, each as a slot without one, with its date and status."""
    for index, item in enumerate(brief.agenda):
        if item.when is not None:
            yield Slot("agenda", index, item.topic, *_UNSET), item.when, ""
    for index, event in enumerate(brief.timeline):
        if event.date is not None:
            yield Slot("timeline", index, event.event, *_UNSET), event.date, event.status


def _of(brief: Brief, moment: datetime, when: When, item: Slot) -> Iterator[Slot]:
    """Yield a slot for each date of an item. An open end says too little."""
    for span in when.spans:
        start, end = span.start, span.end
        if start is None or end is None:
            continue
        zone, zoned = _zone(start, brief, moment)
        shown = span.shown()
        slot = replace(item, when=shown, first=start.first, last=end.last, zone=zone, zoned=zoned)
        if min(start.precision, end.precision) < Precision.DAY:
            yield replace(slot, vague=True)
        elif not (start.plain and end.plain) or start.clock is None:
            yield slot
        else:
            yield _timed(slot, span, _zone(end, brief, moment)[0])


def _timed(slot: Slot, span: Span, zone_at_end: tzinfo) -> Slot:
    start, end = span.start, span.end
    if start is None or end is None:
        return slot
    begins = instant_of(start, slot.zone)
    ends = None if end is start or end.clock is None else instant_of(end, zone_at_end)
    return replace(slot, begins=begins, ends=ends if ends is not None and _minutes(begins, ends) > 0 else None)


def _zone(point: Point, brief: Brief, moment: datetime) -> tuple[tzinfo, bool]:
    """Return the zone of a date and whether the brief says it."""
    if point.offset is not None:
        return point.offset, True
    if brief.timezone:
        return ZoneInfo(brief.timezone), True
    return moment.tzinfo or UTC, False


def instant_of(point: Point, zone: tzinfo) -> datetime:
    """Return the first moment of a date as an instant that exists on the clock of `zone`."""
    return seen_in(in_utc(point.begins.replace(tzinfo=zone)), zone)


def item_of(brief: Brief, slot: Slot) -> AgendaItem | Event:
    """Return the item that a slot is of."""
    return brief.agenda[slot.index] if slot.pane == "agenda" else brief.timeline[slot.index]


def later(instant: datetime, by: timedelta) -> datetime:
    """Return the instant so much later, or the last there is."""
    try:
        return instant + by
    except OverflowError:
        return LAST


def seen_in(instant: datetime, zone: tzinfo) -> datetime:
    """Return an instant as the clock of `zone` shows it."""
    try:
        return instant.astimezone(zone)
    except OverflowError:  # within a day of the first or the last moment there is
        return instant


def in_utc(local: datetime) -> datetime:
    """Return a time of a clock in UTC."""
    try:
        return local.astimezone(UTC)
    except OverflowError:  # within a day of the first or the last moment there is
        return local.replace(tzinfo=UTC)


def _over_at(slot: Slot, starts: Sequence[datetime]) -> datetime:
    """Return when an item no longer counts as under way: at its end, else when another begins, or at midnight.

    `starts` are the beginnings of all items in order.
    """
    if slot.ends is not None:
        return slot.ends.astimezone(UTC)
    return over_without_end(_begins(slot), slot.last, slot.zone, starts)


def over_without_end(begins: datetime, last: date, zone: tzinfo | None, starts: Sequence[datetime]) -> datetime:
    """Return when what says no end is over, in UTC: when the next of `starts` is, or at midnight of its `last` day."""
    midnight = in_utc(datetime.combine(last, time.max, zone))
    later = bisect_right(starts, begins)
    return min((midnight, *starts[later : later + 1]))


def _next(timed: Sequence[Slot], daily: Sequence[Slot], moment: datetime) -> list[Slot]:
    """Return what begins first after `moment`: by the clock on the first day that has any, else that day's items."""
    ahead = [slot for slot in timed if _begins(slot) > moment.astimezone(UTC)]
    days = [slot for slot in daily if slot.first > slot.day_of(moment)]
    if ahead and all(ahead[0].first <= slot.first for slot in days):
        return [slot for slot in ahead if _begins(slot) == _begins(ahead[0])]
    first = min((slot.first for slot in days), default=date.max)
    return [slot for slot in days if slot.first == first]


def _begins(slot: Slot) -> datetime:
    """When it begins, in UTC; the end of time where no clock says it."""
    return slot.begins.astimezone(UTC) if slot.begins else datetime.max.replace(tzinfo=UTC)


def _minutes(start: datetime, end: datetime) -> int:
    """Return the minutes that pass, rounded up. In UTC: Python takes clock times of one zone without its changes."""
    return -((start.astimezone(UTC) - end.astimezone(UTC)) // _A_MINUTE)
