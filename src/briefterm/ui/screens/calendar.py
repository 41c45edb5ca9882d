"""The calendar of the library: months with the days that have anything, and what is on the day under the cursor."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from briefterm.library.calendar import Calendar, Count
from briefterm.ui.commands import Place, bindings
from briefterm.ui.desks.lookup import DaysFound
from briefterm.ui.ink import locale_in
from briefterm.ui.keymap import key_of, spelled
from briefterm.ui.screens.narrowed import NarrowedScreen
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.day_rows import Leads, day_rows, kept
from briefterm.ui.text.line_rows import counted
from briefterm.ui.text.months import day_name, moved, shifted
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.day_list import DayList
from briefterm.ui.widgets.inked import LINEAR
from briefterm.ui.widgets.month_grid import MonthGrid
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.ui.desks.people import PeopleDesk

_WEEK, _YEAR = 7, 12
_ENTRIES = "-entries"


class CalendarScreen(NarrowedScreen):
    """Moves by day at once, by the calendar at hand; what is on the day comes with the answer to the last question."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.CALENDAR), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.CALENDAR, Place.LIST, Place.TIMES_BAR)
    BESIDE: ClassVar[Mapping[str, str]] = {"calendar.open": "go there"}

    def __init__(self, desk: "PeopleDesk", day: date) -> None:
        """Begin on `day`."""
        super().__init__(desk)
        self._day = day
        self._shown = 0
        self._calendar: Calendar | None = None
        self._leads: Sequence[Leads] = ()

    def compose(self) -> ComposeResult:
        """Make the line that narrows, the months and the list."""
        yield from self.line()
        with Container(id="calendar"):
            if self.app.has_class(LINEAR):
                yield DayList(self._today, id="months")
            else:
                yield MonthGrid(self._day, self._today, locale_in(self.app).first_weekday(os.environ), id="months")
            yield RowList(id="entries", empty="Looking through the library …")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Ask for the first day."""
        self.query_one("#months").border_title = "Calendar"
        self.query_one("#months").focus()
        self._go(self._day)

    def on_descendant_focus(self) -> None:
        """Show the keys that hold, and in the linear mode what has them."""
        super().on_descendant_focus()
        if not self.typing:
            self.set_class(self.panes[1].has_focus, _ENTRIES)

    @property
    def words(self) -> Mapping[str, str]:
        """What commands are called here: where nothing is on any day, none leads to it."""
        if self._calendar is not None and not self._calendar.stops:
            return {**super().words, "calendar.open": "", "calendar.next": ""}
        return super().words

    def take(self, found: object) -> None:
        """Show the days of the library, and what is on the one asked for."""
        if not isinstance(found, DaysFound):
            return
        grid, entries = self.panes
        self._calendar = calendar = found.calendar
        grid.fill(calendar)
        grid.border_subtitle = _told(found)
        before, at, same = self._leads, entries.current, self._shown == found.page.day
        rows, self._leads = day_rows(found.page, entries.ink, key_of(self.app, "calendar.narrow"))
        self._shown = found.page.day
        cursor = kept(before, at, self._leads) if same else None
        entries.show(rows, cursor, empty=spelled(self.app, _nothing(found)), keep_scroll=same)
        day = date.fromordinal(found.page.day)
        today = ", today" if day == self._today() else ""
        entries.border_title = f"{entries.ink.locale.date(day_name(day))}{today}"
        entries.border_subtitle = _counted(calendar.on(found.page.day))
        self._go(self._day, ask=False)
        if not self._leads and entries.has_focus:
            grid.focus()
        self.show_keys()

    def on_month_grid_pointed(self, event: MonthGrid.Pointed) -> None:
        """Go to a day pointed at; on a double click to what is on it."""
        event.stop()
        self._go(event.day)
        if event.chosen:
            self.action_other()

    def on_month_grid_rolled(self, event: MonthGrid.Rolled) -> None:
        """Go a week on or back, as lines go by elsewhere."""
        event.stop()
        self.action_week(event.step)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Go to the day of a line, where days are lines."""
        event.stop()
        days = self.panes[0]
        if event.list is days and isinstance(days, DayList) and event.key == days.current:
            self._go(days.day_of(event.key))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to the brief, or to the event in it; what is of another day than is asked for leads nowhere."""
        event.stop()
        if event.list is self.panes[0]:
            self.action_other()
            return
        if event.key != event.list.current or self._shown != self._day.toordinal():
            return
        leads = self._leads[event.key]
        if leads.index is None:
            self.desk.go(leads.path)
        else:
            self.desk.go(leads.path, "timeline", leads.index)

    def action_day(self, step: int) -> None:
        """Move by so many days."""
        self._go(moved(self._day, step))

    def action_week(self, step: int) -> None:
        """Move by so many weeks."""
        self._go(moved(self._day, step * _WEEK))

    def action_month(self, step: int) -> None:
        """Move by so many months."""
        self._go(shifted(self._day, step))

    def action_year(self, step: int) -> None:
        """Move by so many years."""
        self._go(shifted(self._day, step * _YEAR))

    def action_today(self) -> None:
        """Go to today."""
        self._day = self._today()
        self._go(self._day)

    def action_full(self, step: int) -> None:
        """Go to the next day that anything is on, or the one before; several times."""
        for _ in range(abs(step)):
            found = self._calendar.next_day(self._day.toordinal(), step) if self._calendar is not None else None
            if found is None:
                break
            self._day = date.fromordinal(found)
        self._go(self._day)

    def action_end(self, step: int) -> None:
        """Go to the first day that anything is on, or to the last."""
        if self._calendar is not None and self._calendar.days:
            self._go(date.fromordinal(self._calendar.days[0 if step < 0 else -1]))

    def _go(self, day: date, *, ask: bool = True) -> None:
        """Put the cursor on a day, and ask what is on it."""
        self._day = self.panes[0].stand(day, self._below(day), self._day)
        if ask or self._day != day:
            self.ask()

    def ask(self) -> None:
        """Ask what is on the day."""
        self.ticket = self.desk.ask_days(self._query, self._day.toordinal())

    def _today(self) -> date:
        return self.desk.room.now().date()

    def _below(self, day: date) -> Text:
        """Return what is some day of the month of a day, and what is longer than a month."""
        calendar = self._calendar
        if calendar is None:
            return Text()
        ink = self.panes[0].ink
        some, beyond = calendar.some_day(day), calendar.beyond(day)
        said = (
            f"+{some:,} some day in {ink.locale.month(day)}" if some else "",
            f"{beyond:,} over a month" if beyond else "",
        )
        return Text(f" {DOT.join(part for part in said if part)}", ink["quiet"])

    @property
    def panes(self) -> tuple[MonthGrid | DayList, RowList]:
        """The months, in the linear mode the days, and what is on the day."""
        entries = self.query_one("#entries", RowList)
        if self.app.has_class(LINEAR):
            return self.query_one("#months", DayList), entries
        return self.query_one("#months", MonthGrid), entries

    @property
    def anything(self) -> bool:
        """Whether anything is on the day."""
        return bool(self._leads)


def _counted(count: Count) -> str:
    parts = ((count.briefs, "brief"), (count.events, "event"))
    return DOT.join(counted(number, what) for number, what in parts if number)


def _told(found: DaysFound) -> str:
    days = counted(len(found.calendar.days), "day")
    return f"something on {days}" if found.calendar.days else ""


def _nothing(found: DaysFound) -> str:
    if not found.calendar.days:
        searched = found.ask.query.strip()
        return "No day in the briefs that this finds." if searched else "No brief that has been read so far says a day."
    return "Nothing on this day; {calendar.next} goes to the next that has anything."
