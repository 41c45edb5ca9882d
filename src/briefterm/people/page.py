"""One brief, as far as it concerns one person: the items they are in, whom they are with, what they lead."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from briefterm.library.appearances import PANES, Appearance, Cast
from briefterm.library.entry import CANCELLED, UNDATED, Entry
from briefterm.library.items import Item, Items
from briefterm.library.ordinals import dates_of
from briefterm.locales import Locale
from briefterm.people.directory import Directory, Person

_MENTIONED = "mentioned"
_PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dossier, and the item it comes from: the brief at `path`, the pane, the index there in file order.

    `date` is as shown; `first` and `last` are the days it may mean (date.toordinal), UNDATED twice without one.
    `marking` is the item's own, else its brief's; `status` is that of an event, or `cancelled` where its brief is.
    `begins` and `ends` are moments where a clock time says them, without a zone where none is known. `dates` is what
    `ordinals.dates_of` reads. Where one of several dates is meant, the days are its own, and `meant` is it as shown.
    """

    path: str
    pane: str
    index: int
    text: str
    date: str = ""
    first: int = UNDATED
    last: int = UNDATED
    marking: str = ""
    status: str = ""
    begins: datetime | None = None
    ends: datetime | None = None
    dates: str = ""
    meant: str = ""

    def each(self) -> Iterator[tuple["Line", bool]]:
        """Yield the line once for each of its dates, and whether that says no day; once where it has one or none."""
        for one in dates_of(self.dates, self.first, self.last):
            yield replace(self, first=one.first, last=one.last, meant=one.shown) if one.shown else self, one.vague

    def dated(self, locale: Locale) -> str:
        """Return its date in words of `locale`: of several the one that is meant, then all of them."""
        date = locale.date(self.date)
        return f"{locale.date(self.meant)} (of {date})" if self.meant else date


@dataclass(frozen=True, slots=True)
class Presence:
    """A brief they are in: its entry, their own line among its officials, and its topics and events they are in."""

    entry: Entry
    line: Line
    items: tuple[Line, ...]


class Page:
    """One brief as far as it concerns a person, who is in it.

    Where none of its items names anybody, all of them are everybody's: of a meeting, or of a brief about one person.
    """

    def __init__(self, entry: Entry, cast: Cast, topics: Items, directory: Directory, person: Person) -> None:
        self.entry = entry
        self._cast = cast
        self._topics = topics
        self.people = directory.officials(entry.path)
        self._mine = {index for index, one in enumerate(self.people) if one is person}
        self.own = [cast.people[index] for index in sorted(self._mine)]
        meeting = directory.meeting(entry.path)
        self._occasion = meeting is not None and meeting.occasion
        self._present = any(one.side != _MENTIONED for one in self.own)
        self._shared = not cast.naming and (len(cast.people) == 1 or (self._occasion and self._present))

    def presence(self) -> Presence:
        return Presence(self.entry, self._official(min(self._mine)), tuple(self._items()))

    def offices(self) -> Iterator[tuple[Appearance, Line]]:
        """Yield each way they are listed, with its line."""
        for index in sorted(self._mine):
            yield self._cast.people[index], self._official(index)

    def meetings(self) -> Iterator[Line]:
        """Yield what of an occasion is dated and not cancelled: their items, else the brief itself."""
        if self._occasion and self._present:
            dated = [line for line in self._items() if line.first]
            found = dated or ([self._official(min(self._mine))] if self.entry.first else [])
            yield from (line for line in found if self._is_on(line))

    def led(self) -> Iterator[Line]:
        """Yield the topics whose `who` begins with them."""
        for naming in self._cast.naming:
            if naming.pane == "agenda" and naming.who[0] in self._mine:
                yield self._dated(self._item(naming.pane, naming.index))

    def together(self) -> Iterator[tuple[int, Line]]:
        """Yield the index of every other official in an item of theirs, with the item.

        What is cancelled is left out, as is what is only planned for some day.
        """
        for naming in self._cast.naming:
            line = self._item(naming.pane, naming.index)
            if self._is_on(line) and not self._mine.isdisjoint(naming.who):
                dated = self._dated(line)
                yield from ((index, dated) for index in naming.who if index not in self._mine)
        if not self._cast.naming and self._occasion and self._present and self.entry.status != CANCELLED:
            others = (index for index, one in enumerate(self._cast.people) if one.side != _MENTIONED)
            yield from ((index, self._official(index)) for index in others if index not in self._mine)

    def last_met(self) -> Iterator[Line]:
        """Yield the field of that name, of several dates once for each."""
        for one, line in self.offices():
            for date in dates_of(one.met_dates, one.met_on, one.met_on) if one.met_on else ():
                yield replace(
                    line,
                    date=one.met,
                    first=date.last,
                    last=date.last,
                    begins=_moment(one.met_at),
                    status="",
                    dates="",
                    meant=date.shown,
                )

    def bios(self) -> Iterator[Line]:
        return (line for one, line in self.offices() if one.bio)

    def _items(self) -> Iterator[Line]:
        if self._shared:
            for pane in PANES:
                yield from (self._item(pane, index) for index in range(len(self._topics.of(pane))))
        for naming in self._cast.naming:
            if not self._mine.isdisjoint(naming.who):
                yield self._item(naming.pane, naming.index)

    def _dated(self, line: Line) -> Line:
        """Return a line with the date of its brief where it has none."""
        entry = self.entry
        return (
            line if line.date else replace(line, date=entry.date, first=entry.first, last=entry.last, dates=entry.dates)
        )

    def _is_on(self, line: Line) -> bool:
        """Return whether neither a line nor its brief is cancelled, and it is not only planned for some day."""
        return line.status != CANCELLED and (line.status != _PLANNED or bool(line.first))

    def _item(self, pane: str, index: int) -> Line:
        of_pane = self._topics.of(pane)
        item = of_pane[index] if index < len(of_pane) else Item("")
        marking = item.marking or self.entry.marking
        return Line(
            self.entry.path,
            pane,
            index,
            item.text,
            item.date,
            item.first,
            item.last,
            marking,
            item.status_in(self.entry),
            _moment(item.begins),
            _moment(item.ends),
            item.dates,
        )

    def _official(self, index: int) -> Line:
        one, entry = self._cast.people[index], self.entry
        text = ", ".join(part for part in (one.title, one.org, one.role) if part) or one.name
        marking = one.marking or entry.marking
        status = CANCELLED if entry.status == CANCELLED else ""
        return Line(
            entry.path,
            "officials",
            index,
            text,
            entry.date,
            entry.first,
            entry.last,
            marking,
            status,
            dates=entry.dates,
        )


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
