"""The one screen people live in: the library's list, the open brief, and the search over all of it."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from briefterm.brief.safe import safe_line
from briefterm.ui.book import TITLES, Book
from briefterm.ui.commands import Place, bindings, in_footer
from briefterm.ui.drawer import Drawer
from briefterm.ui.view import PANES, Opened, View, view_of, without_page
from briefterm.ui.widgets.bars import BriefHeader, Keys, Prompt, Tabs, TopBar
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.widgets import Input

    from briefterm.archive import Archive
    from briefterm.library.refresh import Progress
    from briefterm.personal.notes import Note
    from briefterm.search.query import Query
    from briefterm.ui.screens.note import NoteEditor
    from briefterm.ui.searching import Searching
    from briefterm.ui.services import (
        Answered,
        BriefRead,
        Faceted,
        NoteKept,
        Refreshed,
        RefreshFailed,
        SearchesRead,
        SearchFailed,
        Services,
    )
    from briefterm.ui.text.result_rows import Target

_NEAR_THE_END = 6
_TABS = (("briefs", "0 Briefs"), *TITLES.items())
_NARROW, _SEARCHING, _LISTED, _ZOOMED, _CURRENT = "-narrow", "-searching", "-listed", "-zoomed", "-current"
_FACETING = "-faceting"

_IN_BAR = ("back", "land", "step_result", "page_results", "next_pane", "previous_pane")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to come back to."""

    path: str
    view: View
    pane: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A brief that has been asked for: the number of the request, and what to look at when it comes."""

    ticket: int = 0
    path: str = ""
    view: View | None = None
    query: "Query | None" = None


class Reader(Screen[None]):
    """Connects services and panes: keys ask, messages answer."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ANYWHERE)]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as the base class declares it
        (0, _NARROW),
        (80, "-middle"),
        (140, "-wide"),
    ]
    AUTO_FOCUS = None

    def __init__(self, archive: "Archive", *, path: str, start: str, now: Callable[[], datetime]) -> None:
        super().__init__(classes="" if path else _LISTED)
        self._archive = archive
        self._now = now
        self._first_path = path
        self._start = start
        self._catalogue = archive.catalogue()
        self._wanted = Wanted()
        self._return_to: Spot | None = None
        self._progress: Progress | None = None
        self._notice = ""
        self._editor: NoteEditor | None = None
        self._pane = "briefs"

    @cached_property
    def _services(self) -> "Services":
        from briefterm.ui.services import Services

        return Services(self._archive, self.post_message)

    @cached_property
    def _searching(self) -> "Searching":
        from briefterm.ui.searching import Searching

        return Searching(self._services)

    def compose(self) -> ComposeResult:
        """Make the screen's parts, top to bottom."""
        yield TopBar(id="top")
        yield BriefHeader(id="heading")
        yield Tabs(id="tabs")
        with Horizontal(id="desk"):
            yield Drawer(id="drawer")
            yield Book(id="book", now=self._now)
        yield Keys(id="keys")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the search bar while it has the keys."""
        return action in _IN_BAR or self.focused is None or self.focused.id != "bar"

    def on_mount(self) -> None:
        """Show what the catalogue knows, and bring it up to date once that is on the screen."""
        self._fill_list()
        self._go("agenda" if self._first_path else "briefs")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Read the first brief, and bring the library up to date: once the list is on the screen."""
        gc.enable()
        gc.freeze()
        first = self.query_one(Drawer).entry(0)
        if self._first_path or first:
            self._read(self._first_path or (first.path if first else ""))
        self.action_refresh_library()
        if self._start and not self._first_path:
            self.call_later(self._search_for, self._start)

    async def on_unmount(self) -> None:
        """Stop the workers."""
        await self._services.close()
        self._catalogue.close()

    # What the services say

    def on_brief_read(self, event: "BriefRead") -> None:
        """Show a brief that was asked for, unless another has been asked for since."""
        if event.ticket != self._wanted.ticket:
            return
        reading = event.reading
        opened = Opened(event.path, reading.brief, reading.problems, event.excerpt, event.notes)
        note = f"{safe_line(event.path)} cannot be read as a brief"
        self.query_one(BriefHeader).show(reading.brief, note, (reading.errors, reading.warnings))
        self.query_one(Book).open(opened, self._wanted.view, self._wanted.query)
        self._show_keys()

    def on_answered(self, event: "Answered") -> None:
        """Show what a search found, and its first item in place."""
        searching = self._searching
        if not self.has_class(_SEARCHING) or not searching.answered(event) or searching.results is None:
            return
        drawer = self.query_one(Drawer)
        more = event.results.offset > 0
        drawer.answer(searching.results, searching.earlier, more=more)
        if drawer.targets and not more:
            self._preview(drawer.targets[0])

    def on_faceted(self, event: "Faceted") -> None:
        """Offer what the search can be narrowed to."""
        results = self._searching.results
        if self._searching.current(event.ticket) and results is not None:
            self.query_one(Drawer).offer(event.facets if results.query.strip() else (), results.total)

    def on_note_kept(self, event: "NoteKept") -> None:
        """Show a note that has been written; one that could not be goes back to where it was typed."""
        editor = self._editor
        if editor is not None and editor in self.app.screen_stack:
            editor.kept(event.note, event.reason)
        elif event.reason:
            self._edit(event.note, event.reason)
        if not event.reason:
            self._reread()

    def on_searches_read(self, event: "SearchesRead") -> None:
        """Take in what was searched for before."""
        self._searching.earlier = event.queries

    def on_search_failed(self, event: "SearchFailed") -> None:
        """Say why a search was not answered, and have the index made anew."""
        if self._searching.current(event.ticket):
            self._say_above(event.reason)
            self.action_refresh_library()

    def on_refreshed(self, event: "Refreshed") -> None:
        """Show how far the library has been read, and what is in it by now."""
        before, self._progress = self._progress, event.progress
        if before is None or before.catalogued != event.progress.catalogued or event.progress.done:
            self._fill_list()
        if event.progress.done and event.progress.changed:
            self._reread()
        if self.has_class(_SEARCHING) and self._searching.text.strip() and not self.query_one(Drawer).targets:
            self._searching.again()
        self._say_above("")

    def on_refresh_failed(self, event: "RefreshFailed") -> None:
        """Say that the library could not be read."""
        self._say_above(event.reason)

    # What the panes say

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show the brief or the result the cursor has come to."""
        if event.list.id == "briefs":
            entry = self.query_one(Drawer).entry(event.key)
            if entry is not None:
                self._read(entry.path)
        elif event.list.id == "results":
            target = self.query_one(Drawer).target(event.key)
            if target is not None:
                self._preview(target)
            if event.key >= len(self.query_one(Drawer).targets) - _NEAR_THE_END:
                self._searching.more()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go into the brief, to the result, or to the detail of an item."""
        if event.list.id == "results":
            self.action_land()
        elif event.list.id == "facets":
            self._narrow(event.key)
        elif event.list.id == "briefs":
            self._enter_book(self.query_one(Book).view.pane)
        else:
            self._go("detail")

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Search for what stands in the bar now."""
        self._searching.type(event.value)

    def on_descendant_focus(self) -> None:
        """Mark the pane that has the keys."""
        focused = self.focused
        self.set_class(focused is not None and focused.id == "facets", _FACETING)
        if focused is not None and focused.id in (*PANES, "briefs", "results", "facets"):
            self._pane = focused.id
            for pane in PANES:
                self.query_one(f"#{pane}").set_class(pane == self._pane, _CURRENT)
        self._show_keys()

    # What the keys ask

    async def action_search(self) -> None:
        """Open the search bar with the query and results it was left with."""
        from briefterm.ui.widgets.search_bar import SearchBar

        if not self.has_class(_SEARCHING):
            book = self.query_one(Book)
            path = book.opened.path if book.opened else ""
            self._return_to = Spot(path, book.view, self._pane)
            self.add_class(_SEARCHING)
            await self.query_one(Drawer).search(True)
            if not self.query(SearchBar):
                self._services.read_searches()
                await self.mount(Horizontal(Prompt(id="prompt"), SearchBar(id="bar"), id="search"), before="#top")
            self._searching.again()
        self.set_focus(self.query_one(SearchBar))

    def action_pane(self, pane: str) -> None:
        """Go to a pane by name."""
        if pane == "briefs":
            self._leave_search()
            self.add_class(_LISTED)
        self._go(pane)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._step_pane(-1)

    def action_text(self, page: str) -> None:
        """Show one of the long pages in the detail pane, or the item again."""
        book = self.query_one(Book)
        on = book.view.page != page
        book.look(replace(book.view, page=page if on else ""))
        self._go("detail" if on else self._pane)

    def action_note(self) -> None:
        """Write a note on the selected item, or on the brief as a whole from one of its long pages."""
        from briefterm.personal.notebook import note_on

        book = self.query_one(Book)
        if book.opened is None or book.opened.brief is None:
            self._say("There is no brief to write a note on.")
            return
        pane, index = ("title", 0) if book.view.page else (book.view.pane, book.view.index)
        self._edit(note_on(book.opened.brief, pane, index, book.opened.notes, self._now()))

    def _edit(self, note: "Note", reason: str = "") -> None:
        from briefterm.ui.screens.note import NoteEditor

        self._editor = NoteEditor(note, self._services.keep_note, reason)
        self.app.push_screen(self._editor)

    def action_zoom(self) -> None:
        """Give the pane all the room, or take it back."""
        if self._pane in PANES:
            self.toggle_class(_ZOOMED)

    def action_step_brief(self, step: int) -> None:
        """Open the next brief of the list, or the one before."""
        book, drawer = self.query_one(Book), self.query_one(Drawer)
        at = self._catalogue.position(book.opened.path) if book.opened else None
        entry = drawer.entry(at + step) if at is not None and 0 <= at + step < drawer.entries() else None
        if entry is None:
            self._say("This is the last brief." if step > 0 else "This is the first brief.")
            return
        self._read(entry.path)
        self.query_one("#briefs", RowList).select((at or 0) + step)

    def action_step_match(self, step: int) -> None:
        """Go to the next item of this brief that the search matched, or to the one before."""
        from briefterm.ui.text.matches import places_of

        book = self.query_one(Book)
        brief = book.opened.brief if book.opened else None
        if brief is None or not book.marked:
            self._say("Nothing is searched for; press / to search.")
            return
        query = self._searching.query
        places = places_of(brief, query) if query is not None else []
        if not places:
            self._say("No match in this brief.")
            return
        here = (book.view.pane, book.view.index)
        at = (places.index(here) + step) % len(places) if here in places else 0 if step > 0 else len(places) - 1
        self._show(view_of(*places[at]))
        self._say(f"match {at + 1} of {len(places)}")

    def action_step_result(self, step: int) -> None:
        """Move through the results from the bar; up from the first one, to what was searched for before."""
        results = self.query_one("#results", RowList)
        if step < 0 and not results.current:
            self._recall()
        else:
            results.action_cursor(step)

    def action_page_results(self, step: int) -> None:
        """Move through the results by a screenful."""
        self.query_one("#results", RowList).action_page(step)

    def action_land(self) -> None:
        """Stay at the result shown: close the search, keep its words marked."""
        if not self.query_one(Drawer).targets:
            return
        self._searching.keep()
        self._leave_search(restore=False)
        book = self.query_one(Book)
        if book.opened:
            at = self._catalogue.position(book.opened.path)
            if at is not None:
                self.query_one("#briefs", RowList).select(at)
        self._enter_book("detail" if book.view.page else book.view.pane)

    def action_back(self) -> None:
        """Go one step out: of the search, of a page, of the marks, of the brief."""
        book = self.query_one(Book)
        if self.has_class(_SEARCHING):
            self._leave_search()
        elif self.has_class(_ZOOMED):
            self.remove_class(_ZOOMED)
        elif book.view.page and book.opened and book.opened.brief:
            book.look(without_page(book.view, book.opened.brief))
            self._go(book.view.pane)
        elif book.marked:
            book.mark(None)
        elif self._pane == "detail":
            self._go(book.view.pane if book.view.pane in PANES else "agenda")
        elif self._pane != "briefs":
            self.action_pane("briefs")
        else:
            self._say("q quits")

    def action_palette(self) -> None:
        """Offer every command by name."""
        self.app.action_command_palette()

    def action_refresh_library(self) -> None:
        """Read the library again."""
        self.run_worker(self._services.refresh(), group="refresh")

    def action_help(self) -> None:
        """Show all keys."""
        from briefterm.ui.screens.help import Help

        self.app.push_screen(Help())

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    # How it is done

    def _read(self, path: str, view: View | None = None, query: "Query | None" = None) -> None:
        ticket = self._services.read(path)
        self._wanted = Wanted(ticket, path, view, query)

    def _reread(self) -> None:
        """Read the open brief again where it stands."""
        book = self.query_one(Book)
        if book.opened and self._wanted.path == book.opened.path:
            self._read(book.opened.path, book.view, self._searching.query if book.marked else None)

    def _preview(self, target: "Target") -> None:
        """Show a result in its pane, the words marked, while the search goes on."""
        view, book = view_of(target.pane, target.index), self.query_one(Book)
        if book.opened and book.opened.path == target.path == self._wanted.path:
            book.mark(self._searching.query)
            book.look(view)
        else:
            self._read(target.path, view, self._searching.query)

    async def _search_for(self, text: str) -> None:
        await self.action_search()
        self._write(text)

    def _recall(self) -> None:
        earlier = self._searching.recall()
        if earlier is not None:
            self._write(earlier)

    def _narrow(self, key: int) -> None:
        """Narrow the search to a value of a facet, or take that back."""
        from briefterm.search.narrow import narrowed

        choice = self.query_one(Drawer).choice(key)
        if choice is not None:
            self._write(narrowed(self._searching.text, self._searching.query, choice.clause))

    def _write(self, text: str) -> None:
        """Put `text` into the bar, which searches for it."""
        from briefterm.ui.widgets.search_bar import SearchBar

        bar = self.query_one(SearchBar)
        bar.value = text
        bar.cursor_position = len(text)

    def _leave_search(self, *, restore: bool = True) -> None:
        """Close the search; with `restore`, go back to the place it was opened from."""
        if not self.has_class(_SEARCHING):
            return
        spot, self._return_to = self._return_to, None
        self.remove_class(_SEARCHING)
        self.query_one(Drawer).remove_class(_SEARCHING)
        if restore and spot is not None:
            if spot.path:
                self._read(spot.path, spot.view)
            self._go(spot.pane if spot.pane not in ("results", "facets") else "briefs")

    def _enter_book(self, pane: str) -> None:
        if not self.has_class("-wide"):
            self.remove_class(_LISTED)
        self._go(pane if pane in PANES else "agenda")

    def _show(self, view: View) -> None:
        self.query_one(Book).look(view)
        self._go("detail" if view.page else view.pane)

    def _go(self, pane: str) -> None:
        if pane in PANES and not self.has_class("-wide") and not self.has_class(_SEARCHING):
            self.remove_class(_LISTED)
        self.set_focus(self.query_one(f"#{pane}"), scroll_visible=False)

    def _step_pane(self, step: int) -> None:
        if self.has_class(_SEARCHING):
            stops = ("bar", *self.query_one(Drawer).stops)
            at = stops.index(self.focused.id) if self.focused and self.focused.id in stops else 0
            self.set_focus(self.query_one(f"#{stops[(at + step) % len(stops)]}"), scroll_visible=False)
            return
        order = [*(["briefs"] if self.has_class(_LISTED) else []), *PANES]
        at = order.index(self._pane) if self._pane in order else 0
        self._go(order[(at + step) % len(order)])

    def _fill_list(self) -> None:
        book = self.query_one(Book)
        drawer = self.query_one(Drawer)
        path = book.opened.path if book.opened else self._wanted.path
        drawer.fill(self._catalogue, keep=path, done=bool(self._progress and self._progress.done))
        if not path and self._progress and (first := drawer.entry(0)):
            self._read(first.path)

    def _say_above(self, notice: str) -> None:
        self.query_one(TopBar).update(briefs=self._catalogue.count(), progress=self._progress, notice=notice)

    def _say(self, text: str) -> None:
        """Say something in the footer, once whatever the key has moved has settled there."""
        self.call_after_refresh(self._show_keys, text)

    def _show_keys(self, said: str = "") -> None:
        searching = self.has_class(_SEARCHING)
        places = (Place.BAR,) if searching else (Place.LIST, Place.ANYWHERE)
        self.query_one(Keys).show(tuple(in_footer(places)), said)
        self.query_one(Tabs).show(_TABS, self._pane)
