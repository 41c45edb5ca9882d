"""The day as bars: of the open brief, or of all briefs of the library that have something on it."""

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from briefterm.brief.now import Slot, every_slot, item_of
from briefterm.brief.programme import Day, Engagement, Person, day_of, days_of, engagements, people_of, zone_of
from briefterm.brief.sides import BOTH, NOBODY, sides_of
from briefterm.library.entry import UNDATED
from briefterm.library.ordinals import days_of as ordinals_of
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.errands import Errands, Failed, with_catalogue
from briefterm.ui.view import view_of
from briefterm.ui.workers import Latest

if TYPE_CHECKING:
    from briefterm.archive import Archive
    from briefterm.brief.model import Brief
    from briefterm.library.catalogue import Catalogue
    from briefterm.ui.screens.day import DayScreen
    from briefterm.ui.view import Opened

MOST_BRIEFS = 60


@dataclass(frozen=True)
class Programme:
    """What has a clock time in one brief or several, the open one first; `moment` has the reader's zone."""

    paths: tuple[str, ...]
    briefs: "tuple[Brief, ...]" = field(repr=False)
    moment: datetime

    @cached_property
    def timed(self) -> tuple[Engagement, ...]:
        """Everything with a clock time."""
        return tuple(one for number, brief in enumerate(self.briefs) for one in engagements(brief, self.moment, number))

    @cached_property
    def zone(self) -> tzinfo:
        """The clock the day is on: the first brief's."""
        return zone_of(self.briefs[0], self.moment)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that have anything of the first brief."""
        return days_of((one for one in self.timed if one.brief == 0), self.zone)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The officials of all briefs in order of precedence, each once."""
        return people_of(self.briefs)

    @property
    def title(self) -> str:
        """What the first brief is called."""
        return self.briefs[0].title

    @property
    def marking(self) -> str:
        """The handling marking of the first brief."""
        return self.briefs[0].marking

    @cached_property
    def markings(self) -> dict[tuple[int, str, int], str]:
        """The handling marking of each item: its own, in another brief than the first also that of its brief."""
        return {
            one.item: item_of(self.briefs[one.brief], one.slot).marking
            or (self.briefs[one.brief].marking if one.brief else "")
            for one in self.timed
        }

    @cached_property
    def untimed(self) -> tuple[Slot, ...]:
        """Everything that says a day and no clock time."""
        every = (slot for brief in self.briefs for slot in every_slot(brief, self.moment))
        return tuple(slot for slot in every if slot.begins is None and not slot.vague)

    def day(self, day: date) -> Day:
        """Return one day of it."""
        return day_of(self.timed, day, self.zone, self.untimed)

    def colour(self, one: Engagement) -> int:
        """Return the colour of the side an engagement is of: who raises it, else the one side of all who take part."""
        brief = self.briefs[one.brief]
        sides = sides_of(brief)
        if one.by:
            side = sides.of_side(one.by)
            return 0 if side in (BOTH, NOBODY) else side.colour
        who = [brief.officials[ref.index] for ref in item_of(brief, one.slot).who if ref.index is not None]
        found = {sides.of_official(official).colour for official in who}
        return found.pop() if len(found) == 1 else 0

    def prepared(self) -> "Programme":
        """Return it with all made that is shown of any day."""
        _ = self.timed, self.untimed, self.markings
        return self


@dataclass(frozen=True, slots=True)
class Gathered:
    """A programme of one day of the whole library."""

    ticket: int
    programme: Programme


class DayDesk(Desk):
    """Opens the day of the brief that is open, and reads the other briefs of a day beside the screen."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._errands = Errands("day", room, Latest)
        self._screen: DayScreen | None = None
        self._ticket = 0

    def do(self, what: str) -> None:
        """Show the day that is now where the brief has anything on it, else the next that has, else the last."""
        from briefterm.ui.screens.day import DayScreen
        from briefterm.ui.screens.day_lines import DayLinesScreen
        from briefterm.ui.widgets.inked import LINEAR

        programme = self._open_programme()
        if programme is None:
            self.room.say("There is no brief open.")
            return
        day = _first(programme, self.room.moment())
        shown = DayLinesScreen if self.room.app.has_class(LINEAR) else DayScreen
        self._screen = shown(programme, day, self.room.moment, self._gather)
        self.room.app.push_screen(self._screen, self._left)

    def told(self, news: object) -> None:
        """Show what was gathered, unless something else has been asked for since."""
        if self._screen is None:
            return
        if isinstance(news, Gathered) and news.ticket == self._ticket:
            self._screen.fill(news.programme, all_briefs=True)
        elif isinstance(news, Failed):
            self._screen.say(news.reason)

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Follow the brief where its file has changed."""
        if self._screen is not None and not self._screen.of_all:
            programme = self._open_programme()
            if programme is not None:
                self._screen.fill(programme, all_briefs=False)

    def close(self) -> None:
        """Stop the worker."""
        self._errands.close()

    def _left(self, where: tuple[str, str, int] | None) -> None:
        self._screen = None
        if where is None:
            return
        path, pane, index = where
        navigator = self.room.navigator
        self.room.leave_search()
        view = view_of(pane, index)
        if path == navigator.path:
            navigator.travels.show(view)
        else:
            navigator.open(path, view, then=self._arrived)

    def _arrived(self) -> None:
        self.room.navigator.enter()
        self.room.navigator.follow_in_list()

    def _open_programme(self) -> Programme | None:
        brief = self.room.navigator.brief
        return Programme((self.room.navigator.path,), (brief,), self.room.moment()) if brief is not None else None

    def _gather(self, day: date, all_briefs: bool) -> None:
        self._ticket += 1
        ticket, own = self._ticket, self._open_programme()
        if own is None or self._screen is None:
            return
        if not all_briefs:
            self._screen.fill(own, all_briefs=False)
            return
        archive = self.room.archive()
        self._errands.run(lambda: Gathered(ticket, _gathered(archive, own, day)))


def _first(programme: Programme, moment: datetime) -> date:
    days = programme.days
    today = moment.astimezone(programme.zone).date()
    if not days:
        first, _ = ordinals_of(programme.briefs[0].date)
        return date.fromordinal(first) if first != UNDATED else today
    return next((day for day in days if day >= today), days[-1])


def _gathered(archive: "Archive", own: Programme, day: date) -> Programme:
    """Return the programme of the open brief and of all others that have anything on a day."""
    paths = with_catalogue(archive, lambda catalogue: _around(catalogue, day.toordinal()))
    others = [path for path in paths if path not in own.paths]
    read = [(path, archive.library.read(path).brief) for path in others[:MOST_BRIEFS]]
    found = [(path, brief) for path, brief in read if brief is not None]
    with_times = [(path, brief) for path, brief in found if _on(brief, day, own)]
    there = Programme(
        (*own.paths, *(path for path, _ in with_times)), (*own.briefs, *(one for _, one in with_times)), own.moment
    )
    return there.prepared()


def _on(brief: "Brief", day: date, own: Programme) -> bool:
    one = Programme(("",), (brief,), own.moment)
    found = day_of(one.timed, day, own.zone, one.untimed, clashing=False)
    return bool(found.engagements or found.untimed)


def _around(catalogue: "Catalogue", day: int) -> list[str]:
    """Return the briefs that are dated to a day or one next to it, or that have an event with a clock time then."""
    from briefterm.brief.when import Precision
    from briefterm.library.calendar import MOST_DAYS
    from briefterm.library.items import days

    dated = [
        path for path, first, last in catalogue.spans() if last - first < MOST_DAYS and first - 1 <= day <= last + 1
    ]
    timed = [
        paths[place]
        for paths, places, (_, firsts, lasts, starts, ends, _) in days(catalogue)
        for place, first, last, *precisions in zip(places, firsts, lasts, starts, ends, strict=True)
        if min(precisions) == Precision.MINUTE and first - 1 <= day <= last + 1
    ]
    return list(dict.fromkeys((*dated, *timed)))
