"""The search on the screen: the bar is open, results stand in the drawer, and the one under the cursor is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.screen import Screen

from briefterm.ui.drawer import Drawer
from briefterm.ui.held import Held
from briefterm.ui.navigator import SEARCHING, Navigator
from briefterm.ui.searching import Searching
from briefterm.ui.trail import Spot
from briefterm.ui.view import view_of
from briefterm.ui.widgets.bars import Prompt
from briefterm.ui.widgets.row_list import RowList
from briefterm.ui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from briefterm.library.refresh import Progress
    from briefterm.search.query import Query
    from briefterm.ui.messages import Answered, Faceted
    from briefterm.ui.services import Services
    from briefterm.ui.text.result_rows import Target

_NEAR_THE_END = 6
_LISTS = ("results", "facets")


class SearchMode:
    """Opens and closes the search, and moves through what it has found.

    Whoever asks to go to the best result before it is known goes there once it is: the keys typed after that wait in
    `held`. `landed` is told of every arrival at a result.
    """

    def __init__(
        self,
        screen: Screen[None],
        navigator: Navigator,
        services: "Services",
        held: Held,
        landed: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._navigator = navigator
        self._services = services
        self._held = held
        self._landed = landed
        self._landing = False
        self._searching = Searching(services)
        self._return_to: Spot | None = None
        self._progress: Progress | None = None
        self._unshown = False
        """Whether the result under the cursor is still to be shown in its place."""
        self._marking = False
        self._steps = 0
        """Steps from match to match asked for before what was searched for at the last end has been found again."""
        navigator.travels.before_jump = lambda: self.close(restore=False)

    @property
    def active(self) -> bool:
        """Whether the search is open."""
        return self._screen.has_class(SEARCHING)

    @property
    def query(self) -> "Query | None":
        """What the results are for, or None where nothing was asked."""
        return self._searching.query

    async def open(self) -> None:
        """Open the bar with the query and results it was left with, and go there."""
        if not self.active:
            self._marking, self._steps = False, 0
            self._navigator.travels.stand()
            self._return_to = self._navigator.spot
            self._screen.add_class(SEARCHING)
            await self._drawer.search()
            if not self._screen.query(SearchBar):
                self._services.read_searches()
                await self._screen.mount(
                    Horizontal(Prompt(id="prompt"), SearchBar(self.text, id="bar"), id="search"), before="#top"
                )
            self._searching.again()
        bar = self._screen.query_one(SearchBar)
        bar.action_select_all()
        self._screen.set_focus(bar)

    async def search_for(self, text: str) -> None:
        """Open the bar and search for `text`."""
        await self.open()
        self._write(text)

    def resume(self, text: str, *, marked: bool) -> None:
        """Have `text` in the bar when it is opened next; with `marked`, mark now what it matches."""
        self._searching.text = text
        self._marking = marked
        if marked:
            self._searching.again()

    @property
    def text(self) -> str:
        """What was searched for last."""
        return self._searching.text

    @property
    def left(self) -> Spot | None:
        """The place the search was opened from, while it is open."""
        return self._return_to

    def close(self, *, restore: bool = True) -> None:
        """Close the search; with `restore`, go back to the place it was opened from."""
        if not self.active:
            return
        spot, self._return_to = self._return_to, None
        if self._landing:
            self._go_on()
        self._unshown = False
        self._screen.remove_class(SEARCHING)
        self._drawer.leave_search()
        if restore and spot is not None:
            self._navigator.open(spot.path, spot.view, brief_id=spot.id)
            self._navigator.go(spot.pane if spot.pane not in _LISTS else "briefs")

    def land(self) -> None:
        """Go to the result under the cursor, or to the best one as soon as it is known."""
        if self._searching.settled:
            self._land()
        else:
            self._landing = True

    def _land(self) -> None:
        """Stay at the result shown: close the search, keep its words marked."""
        self._landing = False
        if self._drawer.targets:
            self._show()
            self._searching.keep()
            self.close(restore=False)
            self._navigator.travels.jumped()
            self._navigator.once_shown(self._arrive)
        else:
            self._go_on()

    def _arrive(self) -> None:
        self._navigator.follow_in_list()
        self._navigator.enter()
        self._landed()
        self._go_on()

    def _go_on(self) -> None:
        self._landing = False
        if self._held.holding:
            self._screen.app.call_later(self._held.release)

    def failed(self) -> None:
        """Take in that the newest search was not answered."""
        self._go_on()

    def walk(self, step: int) -> str:
        """Go to the next item of the open brief that the search matched, or to the one before; return what to say."""
        from briefterm.ui.text.matches import places_of

        brief, book = self._navigator.brief, self._navigator.book
        if self._marking:
            self._steps += step
            return "Searching again for what you left with …"
        if brief is None or not book.marked:
            return "Nothing is searched for; press / to search."
        places = places_of(brief, self.query) if self.query is not None else []
        if not places:
            return "No match in this brief."
        here = (book.view.pane, book.view.index)
        at = (places.index(here) + step) % len(places) if here in places else 0 if step > 0 else len(places) - 1
        self._navigator.show(view_of(*places[at]))
        return f"match {at + 1} of {len(places)}"

    def type(self, text: str) -> None:
        """Search for what stands in the bar now, once it is drawn: a search shares the processor with the screen."""
        self._searching.type(text)
        self._screen.call_after_refresh(self._searching.again)

    def answered(self, event: "Answered") -> str:
        """Show what a search has found; return what to say of it."""
        before = self._searching.results
        if self._marking and not self.active and self._searching.answered(event):
            self._marking = False
            self._navigator.book.mark(self.query)
            if self._steps:
                steps, self._steps = self._steps, 0
                return self.walk(steps)
        if not self.active or not self._searching.answered(event) or self._searching.results is None:
            return ""
        same = before is not None and before.query == event.results.query
        shown = self._drawer.shown
        self._drawer.answer(self._searching.results, self._searching.earlier, self._progress, keep=same)
        self._unshown = self._unshown or not (same and self._drawer.shown == shown)
        if self._landing and self._searching.settled:
            self._land()
        return ""

    def rested(self, ticket: int) -> None:
        """Show the result under the cursor in its place: nothing more is being typed."""
        if self.active and self._searching.current(ticket):
            self._show()

    def _show(self) -> None:
        target = self._drawer.shown if self._unshown else None
        self._unshown = False
        if target is not None:
            self._preview(target)

    def redraw(self) -> None:
        """Show the same in the colours of now."""
        if self.active and self._searching.results is not None:
            self._drawer.answer(self._searching.results, self._searching.earlier, self._progress, keep=True)
            self._searching.again()

    def faceted(self, event: "Faceted") -> None:
        """Offer what the search can be narrowed to."""
        results = self._searching.results
        if self.active and self._searching.current(event.ticket) and results is not None:
            self._drawer.offer(event.facets if results.query.strip() else (), results.total)

    def current(self, ticket: int) -> bool:
        """Return whether `ticket` is that of the newest search."""
        return self._searching.current(ticket)

    def remember(self, queries: tuple[str, ...]) -> None:
        """Take in what was searched for before."""
        self._searching.earlier = queries

    def refreshed(self, progress: "Progress") -> None:
        """Search again where the index holds more than it did."""
        before, self._progress = self._progress, progress
        more = before is None or (before.indexed, before.done) != (progress.indexed, progress.done)
        if more and self.active and self._searching.text.strip():
            self._searching.again()

    def moved(self, pane: str, key: int) -> None:
        """Show the result that the cursor has come to, and have more at hand near the end."""
        target = self._drawer.target(key) if pane == "results" else None
        if target is not None:
            self._unshown = False
            self._preview(target)
            if key >= len(self._drawer.targets) - _NEAR_THE_END:
                self._searching.more()

    def choose(self, pane: str, key: int) -> None:
        """Land on a result, or narrow the search to a value of a facet and take that back."""
        if pane == "results":
            self._land()
            return
        from briefterm.search.narrow import narrowed

        choice = self._drawer.choice(key)
        if choice is not None:
            self._write(narrowed(self._searching.text, self._searching.query, choice.clause))

    def step(self, step: int) -> None:
        """Move through the results from the bar; up from the first one, to what was searched for before."""
        if step < 0 and self._results.at_first:
            earlier = self._searching.recall()
            if earlier is not None:
                self._write(earlier)
        else:
            self._results.action_cursor(step)

    def page(self, step: int) -> None:
        """Move through the results by a screenful."""
        self._results.action_page(step)

    def step_pane(self, step: int) -> None:
        """Go from the bar to the results, on to what narrows them, and around."""
        focused = self._screen.focused
        stops = ("bar", *self._drawer.stops)
        at = stops.index(focused.id) if focused and focused.id in stops else 0
        self._screen.set_focus(self._screen.query_one(f"#{stops[(at + step) % len(stops)]}"), scroll_visible=False)

    def _preview(self, target: "Target") -> None:
        self._navigator.preview(target.path, view_of(target.pane, target.index), self.query)

    def _write(self, text: str) -> None:
        """Put `text` into the bar, which searches for it."""
        bar = self._screen.query_one(SearchBar)
        bar.value = text
        bar.cursor_position = len(text)

    @property
    def _drawer(self) -> Drawer:
        return self._screen.query_one(Drawer)

    @property
    def _results(self) -> RowList:
        return self._screen.query_one("#results", RowList)
