"""What of a brief is under way and what is next, in words: with the time until it, here and at home."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from rich.text import Text

from briefterm.brief.model import AgendaItem, Brief, Event
from briefterm.brief.now import Now, Slot, clock_times, day_there, duration, item_of, now_in, time_until
from briefterm.brief.sides import NOBODY, opposite, our_side, sides_of
from briefterm.brief.table import Table, table_at
from briefterm.locales import ENGLISH, Locale
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.rows import PAST, UNDER_WAY

CURRENT, NEXT = "►", "▻"
_A_DAY = 24 * 60
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """An item under way or next, as it is told.

    `state` is a word and the time until it, `short` the same in fewer; `here` is when it is by its own clock, `home` by
    the reader's, empty where both show the same. `whom` and `place` are empty where the brief does not say.
    """

    pane: str
    index: int
    sign: str
    state: str
    short: str
    here: str
    home: str
    text: str
    whom: str
    place: str

    @property
    def when(self) -> str:
        """Both clocks in one text."""
        return f"{self.here} ({self.home} at home)" if self.home else self.here


@dataclass(frozen=True, slots=True)
class Present:
    """A brief at a moment, as it is told. Two that are equal look the same.

    `marks` are the items signed on their rows; `head` is the one to tell of in a line, where it is under way or
    within a day; `ahead` the same however far off, `table` who and what is there; `then` what follows it. `today` is
    the day where the brief is.
    """

    today: date
    marks: tuple[Moment, ...] = ()
    head: Moment | None = None
    ahead: Moment | None = None
    then: Moment | None = None
    table: Table = field(default_factory=Table)

    @property
    def running(self) -> bool:
        """Whether time changes what is told: something is under way or ahead."""
        return self.ahead is not None


def present(brief: Brief, moment: datetime, locale: Locale = ENGLISH) -> Present:
    """Return what is to be told of `brief` at `moment`, which has the reader's zone, in the reader's `locale`."""
    now = now_in(brief, moment)
    first = now.here or (now.next[0] if now.next else None)
    if first is None:
        return Present(day_there(brief, moment))
    told = {(slot.pane, slot.index): _moment(brief, slot, now, locale) for slot in _told(now)}
    table = table_at(brief, first, moment)
    ahead = told[first.pane, first.index]
    if table.place is not None:
        ahead = replace(ahead, place=locale.place(table.place))
    told_already = {ahead.text, table.meeting, *table.topics}
    later = [slot for slot in now.next if slot.text not in told_already]
    then = told[later[0].pane, later[0].index] if later else None
    soon = first is now.here or _within_a_day(first, moment)
    return Present(day_there(brief, moment), tuple(told.values()), ahead if soon else None, ahead, then, table)


def _told(now: Now) -> Iterator[Slot]:
    """Yield what is told, each item once: as under way rather than as next."""
    seen: set[tuple[str, int]] = set()
    for slot in (*now.current, *now.today, *now.next):
        if (slot.pane, slot.index) not in seen:
            seen.add((slot.pane, slot.index))
            yield slot


def _within_a_day(slot: Slot, moment: datetime) -> bool:
    minutes = slot.minutes_until(moment)
    return (slot.first - slot.day_of(moment)).days <= 1 if minutes is None else minutes <= _A_DAY


def _moment(brief: Brief, slot: Slot, now: Now, locale: Locale) -> Moment:
    item = item_of(brief, slot)
    place = item.place or brief.place
    here, home = times(slot, now.moment, locale)
    said = standing(slot, now, locale)
    return Moment(
        slot.pane,
        slot.index,
        NEXT if slot in now.next else CURRENT,
        DOT.join(said),
        DOT.join(dict.fromkeys((said[0], said[-1]))),
        here,
        home,
        slot.text,
        whom(brief, item, locale),
        locale.place(place),
    )


def standing(slot: Slot, now: Now, locale: Locale = ENGLISH) -> tuple[str, ...]:
    """Return where an item stands, the last part the most telling: `now`, `since 10 min`, `50 min left`; `over`."""
    return tuple(map(locale.date, _standing(slot, now)))


def _standing(slot: Slot, now: Now) -> tuple[str, ...]:
    if slot in now.next:
        return ("next", time_until(slot, now.moment))
    if slot in now.today:
        return ("today",)
    begun, left = slot.minutes_until(now.moment), slot.minutes_left(now.moment)
    if slot not in now.current:
        ahead = slot.first > slot.day_of(now.moment) if begun is None else begun > 0
        return (time_until(slot, now.moment) if ahead or slot.vague else "over",)
    since = f"since {duration(-begun)}" if begun else ""
    ends = f"{duration(left)} left" if left else ""
    return tuple(part for part in ("now", since, ends) if part)


def times(slot: Slot, moment: datetime, locale: Locale = ENGLISH) -> tuple[str, str]:
    """Return when an item is on its own clock and at home, the latter empty where both show the same."""
    if slot.begins is None:
        return locale.date(slot.when), ""
    here, home = clock_times(slot, slot.zone, slot.day_of(moment)), moment.tzinfo
    if home is None or not slot.zoned:
        return locale.date(here), ""
    at_home = clock_times(slot, home, slot.first)
    return locale.date(here), "" if at_home == clock_times(slot, slot.zone, slot.first) else locale.date(at_home)


def whom(brief: Brief, item: AgendaItem | Event, locale: Locale = ENGLISH) -> str:
    """Return in a few words who is opposite: the officials an item names, else the side that raises a topic."""
    named = any(reference.index is not None for reference in item.who)
    if named or (isinstance(item, AgendaItem) and our_side(brief) is not NOBODY):
        across = opposite(brief, item.who)
        names = [brief.officials[index].name for index in across[:_NAMED]]
        more = f" and {len(across) - _NAMED} more" if len(across) > _NAMED else ""
        return ", ".join(names) + more
    return locale.side(sides_of(brief).of_side(item.by)) if isinstance(item, AgendaItem) else ""


def marked_now(rows: Iterable[Row], pane: str, told: Present, ink: Ink) -> list[Row]:
    """Return the rows of a pane, those of items under way or next with a line that says so."""
    marks = {mark.index: mark for mark in told.marks if mark.pane == pane}
    return [_marked(row, marks[row.key], ink) if row.key in marks else row for row in rows] if marks else list(rows)


def _marked(row: Row, mark: Moment, ink: Ink) -> Row:
    first, *rest = row.blocks
    if mark.sign == CURRENT and first.lead.plain.startswith(PAST):
        first = replace(first, lead=Text.assemble((UNDER_WAY, ink["now"]), " "))
    said = DOT.join(part for part in (mark.state, f"{mark.home} at home" if mark.home else "") if part)
    line = Block(Text(f"{mark.sign} {said}", ink["now"]), first.bar, first.indent, first.bar)
    return replace(row, blocks=(first, line, *rest))
