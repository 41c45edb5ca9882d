"""The timeline of the whole library: how dense each stretch of time is, and what happened in it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from briefterm.library.scales import ABOUT, LEAST, Bucket, Scale
from briefterm.library.timeline import Page
from briefterm.ui.commands import Place, bindings
from briefterm.ui.desks.lookup import TimesFound
from briefterm.ui.item_rows import ItemRows, Rows
from briefterm.ui.keymap import key_of, spelled
from briefterm.ui.screens.narrowed import NarrowedScreen
from briefterm.ui.text.line_rows import counted
from briefterm.ui.text.times_rows import BucketRows, event_rows, kept
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.ui.desks.people import PeopleDesk

_SCALES = tuple(Scale)
_EVENTS = "-events"
_LEAST_NAMED = 2  # what is shown, and by what
_CORNERS = 4  # cells of a border beside its title, those of its sides apart


class TimesScreen(NarrowedScreen):
    """Buckets of one scale with bars, and beside them the events of the one under the cursor.

    All that it shows comes with one answer to the last question, which says all that is wanted: where the cursor has
    been moved meanwhile, an older answer is dropped.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.TIMES), *bindings(Place.ABOVE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.TIMES, Place.LIST, Place.TIMES_BAR)
    BESIDE: ClassVar[Mapping[str, str]] = {"times.open": "go there", "times.other": "bars"}

    def __init__(self, desk: "PeopleDesk", day: int) -> None:
        """Begin with the month of `day`, an ordinal."""
        super().__init__(desk)
        self._scale = Scale.MONTH
        self._days = (day, day)
        self._shown_days = (0, 0)
        self._buckets: Sequence[Bucket] = ()
        self._rows: Rows = ItemRows()
        self._page = Page(0, ())
        self._found: TimesFound | None = None

    def compose(self) -> ComposeResult:
        """Make the line that narrows, and the two lists below it."""
        yield from self.line()
        with Container(id="times"):
            yield RowList(id="buckets", empty="Looking through the library …")
            yield RowList(id="events")
        yield Keys(id="keys")

    def on_mount(self) -> None:
        """Ask for the first stretch."""
        self.query_one("#buckets").focus()
        self.ask()

    def on_descendant_focus(self) -> None:
        """Show the keys that hold, and in little room the list that has them."""
        super().on_descendant_focus()
        if not self.typing:
            self.set_class(self.panes[1].has_focus, _EVENTS)

    def take(self, found: object) -> None:
        """Show a stretch of time, and what happened in the bucket asked for."""
        if not isinstance(found, TimesFound):
            return
        buckets, events = self.panes
        if found.buckets is not self._buckets or self._rows.find(found.at) is None:
            again = bool(self._buckets) and bool(found.buckets) and self._buckets[0].scale is found.buckets[0].scale
            self._buckets = found.buckets
            self._rows = BucketRows(found.buckets, found.at, buckets.ink)
            buckets.show(self._rows, found.at, empty=spelled(self.app, _nothing(found)), keep_scroll=again)
        before, self._page = self._page, found.page
        if found.buckets:
            bucket = found.buckets[found.at]
            same = self._shown_days == (bucket.first, bucket.last)
            self._shown_days = self._days = (bucket.first, bucket.last)
            at = kept(before, events.current, found.page) if same else None
            rows = event_rows(found.page, bucket.first, bucket.last, events.ink, key_of(self.app, "times.in"))
            events.show(rows, at, keep_scroll=same)
            events.border_title = bucket.name
        else:
            events.show(ItemRows())
            events.border_title = ""
        events.border_subtitle = f"{found.page.total:,}" if found.page.total else ""
        buckets.border_subtitle = _told(found)
        self._found = found
        self._entitle() if buckets.size.width else self.call_after_refresh(self._entitle)

    def on_resize(self) -> None:
        """Say what the bars count in the room that there is now."""
        self.call_after_refresh(self._entitle)

    def _entitle(self) -> None:
        buckets = self.panes[0]
        if self._found is not None:
            room = buckets.size.width - _CORNERS
            buckets.border_title = _legend(self._found, room)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show what happened in the bucket under the cursor; buckets that have been replaced meanwhile are none."""
        event.stop()
        if event.list.id == "buckets" and event.key == event.list.current:
            bucket = self._buckets[event.key]
            self._days = (bucket.first, bucket.last)
            self.ask()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Zoom in; at the lowest scale go to the events; of an event, go to its brief."""
        event.stop()
        if event.key != event.list.current:
            return
        if event.list.id == "events":
            chosen = self._page.events[event.key]
            self.desk.go(chosen.entry.path, "timeline", chosen.index)
        elif self._scale is _SCALES[-1]:
            self.action_other()
        else:
            self.action_zoom(1)

    def action_zoom(self, step: int) -> None:
        """Go to the next smaller scale, or the next larger."""
        at = _SCALES.index(self._scale) + step
        if 0 <= at < len(_SCALES):
            self._scale = _SCALES[at]
            self.ask()
            self.show_keys()

    @property
    def words(self) -> Mapping[str, str]:
        """What commands are called here: at either end of the scales one does not go on."""
        words = dict(super().words)
        if self._scale is _SCALES[-1]:
            return {"times.open": "events", "times.other": ""} | words
        return {"times.out": ""} | words if self._scale is _SCALES[0] else words

    def ask(self) -> None:
        """Ask for the stretch around the days shown."""
        self.ticket = self.desk.ask_times(self._query, self._scale, *self._days)

    @property
    def panes(self) -> tuple[RowList, RowList]:
        """The buckets, and the events of one."""
        return self.query_one("#buckets", RowList), self.query_one("#events", RowList)

    @property
    def anything(self) -> bool:
        """Whether anything happened in the bucket."""
        return bool(self._page.events)


def _legend(found: TimesFound, room: int) -> str:
    """Return what is counted, in so many cells.

    What matters least is last: an event that lasts is in each bucket it reaches, as one would expect.
    """
    scale = found.ask.scale
    parts = ["Timeline", f"by {scale}"]
    if sum(bucket.spread for bucket in found.buckets) >= LEAST:
        parts.append(f"{ABOUT} imprecise dates")
    if found.lasting:
        parts.append(f"in each {scale} it lasts")
    while len(parts) > _LEAST_NAMED and cell_len(" · ".join(parts)) > room:
        parts.pop()
    return " · ".join(parts)


def _told(found: TimesFound) -> str:
    undated = f" · {found.undated:,} undated" if found.undated else ""
    return f"{counted(found.total, 'event')}{undated} in {counted(found.briefs, 'brief')}"


def _nothing(found: TimesFound) -> str:
    if found.ask.query.strip():
        return "No event with a date in the briefs that this finds. {times.narrow} changes it, {times.close} goes back."
    return "No brief that has been read so far has an event with a date. {times.close} goes back."
