"""A day as parallel bars: what is when, in which room or with whom, and what cannot all be."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.timer import Timer

from briefterm.ui.commands import Place, bindings, in_footer
from briefterm.ui.ink import Ink
from briefterm.ui.keymap import commands_of
from briefterm.ui.layout import Block
from briefterm.ui.text.day_bars import Drawing, Spot, draw
from briefterm.ui.text.day_foot import empty_day, item_blocks, untimed_block, whose
from briefterm.ui.text.day_ground import Look
from briefterm.ui.text.day_heading import heading
from briefterm.ui.text.day_layout import By
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.day_chart import DayChart
from briefterm.ui.widgets.line import Line
from briefterm.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from briefterm.ui.commands import Command
    from briefterm.ui.desks.day import Programme

_A_MINUTE = 60.0
_EMPTY = Drawing((), (), ())
_NOTHING_TO_DO = frozenset({"day.open", "day.by", "day.clash", "day.now"})
"""The commands that do nothing on an empty day."""


class DayScreen(Screen[tuple[str, str, int] | None]):
    """Shows a day of the programme it is given by `fill`. Ends with the path, pane and index of the item to go to.

    `moment` is the clock; `gather` has a programme made of one day with all briefs of the library, or again of the
    one that is open.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DAY), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.DAY,)
    IDLE: ClassVar[frozenset[str]] = frozenset()
    """The commands that do nothing on any day."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-middle"), (140, "-wide")]  # noqa: RUF012 - as the base class has it

    def __init__(
        self, programme: "Programme", day: date, moment: Callable[[], datetime], gather: Callable[[date, bool], None]
    ) -> None:
        super().__init__()
        self._programme = programme
        self._date = day
        self._day = programme.day(day)
        self._moment = moment
        self._gather = gather
        self._by = By.ROOM
        self._all = False
        self._chosen: tuple[int, int] | None = None
        self._walked: int | None = None
        self._drawing = _EMPTY
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Make the screen's parts, top to bottom."""
        yield Line(id="above")
        yield Lines(id="axis")
        yield DayChart(id="bars")
        yield Lines(id="foot")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Begin at what is under way or next, else at the first item."""
        self.begin()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw())

    def begin(self) -> None:
        """Give the keys to the bars, which are drawn once they say what room there is."""
        self.query_one(DayChart).focus()

    def on_day_chart_sized(self, event: DayChart.Sized) -> None:
        """Draw it for the room there is."""
        self._draw()

    def fill(self, programme: "Programme", *, all_briefs: bool) -> None:
        """Show another programme, on the day that is shown."""
        before = self._selected
        item = self._day.engagements[before.at].item if before is not None else None
        self._programme, self._all = programme, all_briefs
        self._day, self._walked = programme.day(self._date), None
        again = next((at for at, one in enumerate(self._day.engagements) if one.item == item), None)
        self._chosen = None if again is None else (-1, again)
        if self.is_mounted:
            self._draw()

    @property
    def of_all(self) -> bool:
        """Whether it shows the whole library's day."""
        return self._all

    def say(self, text: str) -> None:
        """Say something in the footer, until another item is selected."""
        self.query_one(Keys).show(self._keys, text)

    def action_along(self, step: int) -> None:
        """Go to the next bar of the row, or the one before."""
        here = self._selected
        row = [spot for spot in self._drawing.spots if here is not None and spot.row == here.row]
        if here is not None:
            self._choose(row[max(0, min(len(row) - 1, row.index(here) + step))])

    def action_across(self, step: int) -> None:
        """Go to the bar of the next row that is nearest in time; where each item has a line, to the next line."""
        here, spots = self._selected, self._drawing.spots
        if here is None:
            return
        if self._listed:
            self._choose(spots[max(0, min(len(spots) - 1, spots.index(here) + step))])
            return
        row = max(0, min(spots[-1].row, here.row + step))
        if row != here.row:
            self._choose(min((spot for spot in spots if spot.row == row), key=lambda spot: self._apart(here, spot)))

    def action_end(self, step: int) -> None:
        """Go to the first or the last bar."""
        if self._drawing.spots:
            self._choose(self._drawing.spots[0 if step < 0 else -1])

    def action_clash(self) -> None:
        """Go to the next conflict, of a single one to its other side, and say whose it is."""
        conflicts = self._day.conflicts
        if not conflicts:
            self.say("No conflicts on this day.")
            return
        here, last = self._selected, self._walked
        on_it = here is not None and last is not None and here.at == conflicts[last][0]
        if last is not None and on_it:
            number = (last + 1) % len(conflicts)
        else:
            after = here.at if here is not None else 0
            number = next((number for number, (at, _) in enumerate(conflicts) if at >= after), 0)
        at, clash = conflicts[number]
        one = [spot for spot in self._drawing.spots if spot.at == at]
        other = [spot for spot in self._drawing.spots if self._day.engagements[spot.at] == clash.other]
        if on_it and number == last:
            one, other = other, one
        shared = {spot.row for spot in other}
        self._choose(next((spot for spot in one if spot.row in shared), one[0]))
        self._walked = number
        self.say(f"conflict {number + 1} of {len(conflicts)}: {whose(clash)}")

    def action_now(self) -> None:
        """Go to what is under way or next on this day."""
        at = self._now
        found = next((spot for spot in self._drawing.spots if spot.at == at), None)
        if found is not None:
            self._choose(found)

    def action_turn(self) -> None:
        """Have a row for each person, or for each room; the item stays selected."""
        here = self._selected
        self._by = By.PERSON if self._by is By.ROOM else By.ROOM
        self._chosen = None if here is None else (-1, here.at)
        self._draw()

    def action_day(self, step: int) -> None:
        """Go to the next day of the programme, or the one before."""
        days = self._programme.days
        later = [day for day in days if day > self._date]
        earlier = [day for day in days if day < self._date]
        where = later[step - 1 : step] or later[-1:] if step > 0 else earlier[step:][:1]
        if not where:
            self.say(f"No {'later' if step > 0 else 'earlier'} day has clock times.")
            return
        self._date = where[0]
        self._chosen = None
        self._day, self._walked = self._programme.day(self._date), None
        if self._all:
            self._gather(self._date, True)
        self._draw()

    def action_all(self) -> None:
        """Show the day of all briefs, or of the open one alone."""
        self._gather(self._date, not self._all)

    def action_open(self) -> None:
        """Go to the item."""
        here = self._selected
        if here is not None:
            one = self._day.engagements[here.at]
            self.dismiss((self._programme.paths[one.brief], one.slot.pane, one.slot.index))

    def action_close(self) -> None:
        """Go back to the brief."""
        self.dismiss(None)

    def on_day_chart_pointed(self, event: DayChart.Pointed) -> None:
        """Select a bar pointed at; on a double click go to its item."""
        event.stop()
        self._choose(event.spot)
        if event.chosen:
            self.action_open()

    @property
    def _keys(self) -> "tuple[Command, ...]":
        shown = in_footer((Place.DAY, Place.ABOVE), commands_of(self.app))
        idle = self.IDLE if self._day.engagements else _NOTHING_TO_DO
        return tuple(one for one in shown if one.id not in idle)

    @property
    def _selected(self) -> Spot | None:
        """The selected bar as it is on the screen."""
        spots, chosen = self._drawing.spots, self._chosen
        if chosen is None or not spots:
            return None
        return next((spot for spot in spots if (spot.row, spot.at) == chosen), None)

    @property
    def _now(self) -> int:
        """The place in the day of what is under way or next; of the first where it is over."""
        moment = self._moment()
        timed = enumerate(self._day.engagements)
        return next((at for at, one in timed if (one.ends or one.begins) > moment), 0)

    def _apart(self, here: Spot, there: Spot) -> tuple[bool, float]:
        """Return how far another bar is in time: first those at the same time, then the nearest beginning."""
        one, other = self._day.engagements[here.at], self._day.engagements[there.at]
        return one is not other, abs((one.begins - other.begins).total_seconds())

    def _choose(self, spot: Spot) -> None:
        self._chosen = (spot.row, spot.at)
        self._draw()

    @property
    def _listed(self) -> bool:
        """Whether each item has a line."""
        return self._look().listed

    def _look(self) -> Look:
        chart = self.query_one(DayChart)
        width, height = chart.scrollable_content_region.size
        programme = self._programme
        return Look(self._by, width, height, self._moment(), chart.ink, programme.people, programme.colour)

    def _draw(self) -> None:
        """Show the day as it is now, with what is selected."""
        look = self._look()
        if look.width < 1 or look.height < 1:
            return
        if self._day.engagements:
            self._drawing = draw(self._day, look, self._chosen)
        else:
            self._drawing = Drawing((), tuple(empty_day(self._day, look.width, look.ink)), ())
        here = self._selected
        if here is None and self._drawing.spots:
            wanted = self._chosen[1] if self._chosen is not None else self._now
            here = next((spot for spot in self._drawing.spots if spot.at == wanted), self._drawing.spots[0])
            self._chosen = (here.row, here.at)
            self._drawing = draw(self._day, look, self._chosen)
        self.query_one("#axis", Lines).show(self._drawing.head)
        self.query_one(DayChart).show(self._drawing.lines, self._drawing.spots, here)
        self._tell(look, here)
        self.query_one(Keys).show(self._keys)
        self._wind()

    def _heading(self, ink: Ink, by: str) -> Text:
        """Return what is said above; `by` is what a row is."""
        programme = self._programme
        return heading(
            self._day,
            ink,
            by=by,
            title="" if self._all else programme.title,
            briefs=len(programme.paths),
            days=programme.days,
            marking=programme.marking,
        )

    def _tell(self, look: Look, here: Spot | None) -> None:
        ink, programme = look.ink, self._programme
        self.query_one("#above", Line).show(self._heading(ink, self._by if self._drawing.spots else ""))
        foot: list[Block] = []
        if here is not None:
            one = self._day.engagements[here.at]
            brief = programme.briefs[one.brief].title if self._all else ""
            foot += item_blocks(self._day, here.at, look.moment, ink, programme.markings[one.item], brief)
            foot += untimed_block(self._day, ink)
        self.query_one("#foot", Lines).say(foot)

    def _wind(self) -> None:
        """Wake up at the next minute, on the day itself."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        moment = self._moment()
        if self._day.begins <= moment < self._day.ends:
            self._timer = self.set_timer(_A_MINUTE - moment.second, self._draw)
