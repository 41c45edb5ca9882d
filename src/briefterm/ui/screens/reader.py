"""The one screen people live in: the library's list, the open brief, and the search over all of it."""

import gc
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, cast

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.screen import Screen

from briefterm.ui.book import Book
from briefterm.ui.commands import Place, bindings
from briefterm.ui.drawer import Drawer
from briefterm.ui.foot import Foot
from briefterm.ui.keymap import spelled
from briefterm.ui.navigator import LISTED, WIDE, Navigator
from briefterm.ui.opening import Opening
from briefterm.ui.panes import Panes
from briefterm.ui.shelf import Shelf
from briefterm.ui.view import PANES, READING, without_page
from briefterm.ui.widgets.bars import BriefHeader, Keys, Tabs, TopBar
from briefterm.ui.widgets.inked import LINEAR
from briefterm.ui.widgets.prose import Prose
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.message import Message
    from textual.selection import Selection
    from textual.widget import Widget
    from textual.widgets import Input

    from briefterm.archive import Archive
    from briefterm.library.refresh import Progress
    from briefterm.ui.app import BrieftermApp
    from briefterm.ui.desks import Desks
    from briefterm.ui.linear_mode import LinearMode
    from briefterm.ui.messages import (
        Answered,
        BriefRead,
        Changed,
        Faceted,
        Refreshed,
        RefreshFailed,
        Rested,
        SearchesRead,
        SearchFailed,
        Told,
        Unkept,
    )
    from briefterm.ui.search_mode import SearchMode
    from briefterm.ui.services import Services
    from briefterm.ui.sitting import Keeper

_ZOOMED, _FACETING = "-zoomed", "-faceting"
_FOUND = ("results", "facets")
_GARBAGE = (10_000, 5, 5)
"""When it is looked for: a screen that has been closed is some, and goes soon."""
_IN_BAR = ("back", "step_result", "page_results", "step_stop")


class Reader(Screen[None]):
    """Connects services and panes: keys ask, messages answer."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.ANYWHERE)]
    HERE: ClassVar[tuple[Place, ...]] = (Place.BAR, Place.LIST, Place.ANYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-middle"), (140, WIDE)]  # noqa: RUF012 - as the base class has it
    AUTO_FOCUS = None

    def __init__(
        self,
        archive: "Archive",
        opening: Opening,
        *,
        now: Callable[[], datetime],
        moment: Callable[[], datetime],
    ) -> None:
        session = opening.session
        super().__init__(classes="" if opening.path or (session and not session.listed) else LISTED)
        self._archive = archive
        self._now = now
        self._moment = moment
        self._opening = opening
        self._shelf = Shelf(archive, self._forget_catalogue)
        self._navigator = Navigator(self, self._shelf)
        self._navigator.expect(session.path if session else opening.path)
        self._progress: Progress | None = None
        self._notice = opening.notice
        self._people_notice = ""
        self._above = ""
        self._retired = False
        self._zoomed = False

    @cached_property
    def _services(self) -> "Services":
        from briefterm.ui.services import Services

        return Services(self._archive, self._take, lambda: self._now().date())

    @cached_property
    def _search(self) -> "SearchMode":
        from briefterm.ui.search_mode import SearchMode

        held = cast("BrieftermApp", self.app).held
        return SearchMode(self, self._navigator, self._services, held, self._tell_of_matches)

    @cached_property
    def _keeper(self) -> "Keeper":
        from briefterm.ui import sitting

        root = self._archive.library.root
        return sitting.Keeper(self, root, lambda: sitting.left(self, self._navigator, self._search))

    @cached_property
    def _linear(self) -> "LinearMode":
        from briefterm.ui.linear_mode import LinearMode

        return LinearMode(cast("BrieftermApp", self.app), self, self._navigator)

    @cached_property
    def _foot(self) -> Foot:
        return Foot(self, self._navigator, lambda: self._linear, self._opening.greeting)

    @cached_property
    def _desks(self) -> "Desks":
        from briefterm.ui.desks import Desks, Room
        from briefterm.ui.desks.makers import ATTENDING, MAKERS
        from briefterm.ui.messages import Told

        room = Room(
            screen=self,
            navigator=self._navigator,
            services=self._services,
            archive=lambda: self._archive,
            say=self._say,
            now=self._now,
            moment=self._moment,
            reopen=self._reopen,
            leave_search=lambda: self._search.close(restore=False),
            tell=lambda desk, news: self._take(Told(desk, news)),
        )
        return Desks(room, MAKERS, ATTENDING)

    def compose(self) -> ComposeResult:
        """Make the screen's parts, top to bottom."""
        yield TopBar(id="top")
        yield BriefHeader(id="heading")
        yield Tabs(id="tabs")
        with Panes(id="desk"):
            yield Drawer(id="drawer")
            yield Book(id="book", moment=self._moment)
        yield Keys(id="keys")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the search bar while it has the keys."""
        return action in _IN_BAR or self.focused is None or self.focused.id != "bar"

    def get_focusable_widget_at(self, x: int, y: int) -> "Widget | None":
        """Leave the keys where they are while a border is taken hold of."""
        return None if self.query_one(Panes).borders.under(x, y) else super().get_focusable_widget_at(x, y)

    def on_resize(self, event: Resize) -> None:
        """Have the list beside the brief wherever there is room for both, if it was there.

        It goes before that is taken from it and comes after it is given: what has the keys is never covered.
        """
        if self.layout_at(event.size.width) == WIDE:
            self.call_later(self._navigator.fit, wide=True)
        else:
            self._navigator.fit(wide=False)

    def layout_at(self, width: int) -> str:
        """Return the class of the layout for so many columns."""
        return max((least, name) for least, name in self.HORIZONTAL_BREAKPOINTS if least <= width)[1]

    def on_mount(self) -> None:
        """Show what the catalogue knows, and bring it up to date once that is on the screen."""
        if self.app.has_class(LINEAR):
            self._linear.turn(True)
        self._fill_list()
        self._navigator.go("briefs" if self.has_class(LISTED) else "agenda")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Read the first brief, and bring the library up to date: once the list is on the screen."""
        if not gc.isenabled():
            gc.enable()
            gc.freeze()
            gc.set_threshold(*_GARBAGE)
        self.app.theme_changed_signal.subscribe(self, self._redraw)
        self._navigator.serve(self._services)
        if self._opening.session is not None:
            from briefterm.ui import sitting

            sitting.resume(self._opening.session, self, self._navigator, self._search)
        else:
            first = self.query_one(Drawer).entry(0)
            self._navigator.open(self._opening.path or (first.path if first else ""))
        self._refresh_library()
        self._services.watch()
        if self._opening.search and not self._opening.path:
            self.call_later(self._search.search_for, self._opening.search)

    async def on_unmount(self) -> None:
        """Stop the workers."""
        self._keeper.close()
        self._desks.close()
        await self._services.close()
        self._shelf.close()

    def _take(self, news: "Message") -> None:
        """Take what a worker says, from any thread, as long as there is something to show it in."""
        if not self._retired:
            self.post_message(news)

    def retire(self, then: Callable[[], object]) -> None:
        """Take no more from the workers, and do `then` once all they have said is dealt with."""
        self._retired = True
        self.call_later(then)

    def leave(self) -> str:
        """Keep where one is, for the next start; return why it could not be kept, empty where it was."""
        from briefterm.ui import sitting

        self._keeper.close()
        kept = sitting.left(self, self._navigator, self._search)
        unkept = sitting.keep(self._archive.library.root, kept) if kept is not None else ""
        return " · ".join(filter(None, (unkept, self.query_one(Panes).borders.keep())))

    # What the services say

    def on_brief_read(self, event: "BriefRead") -> None:
        """Show a brief that was asked for."""
        self._navigator.follow(event)
        before, said = self._navigator.opened, self._foot.said
        if not self._navigator.read(event):
            self._seek()
            return
        again = before is not None and before.path == event.path
        if not again and self._foot.said is said:
            self._foot.greet()
        self._show_keys()
        if (opened := self._navigator.opened) is not None:
            if again and self._navigator.linear and opened.stale and before and opened.stale != before.stale:
                self._say(opened.stale)
            self._desks.opened(before, opened)

    def _seek(self) -> None:
        """Open another brief in place of one that is missing, once it is known that it is."""
        if self._progress is not None and self._progress.done:
            self._navigator.seek()

    def on_answered(self, event: "Answered") -> None:
        """Show what a search has found."""
        if said := self._search.answered(event):
            self._say(said)
        self._show_keys()

    def on_rested(self, event: "Rested") -> None:
        """Show the result under the cursor in its place."""
        self._search.rested(event.ticket)

    def on_faceted(self, event: "Faceted") -> None:
        """Offer what the search can be narrowed to."""
        self._search.faceted(event)
        self._show_keys()

    def on_searches_read(self, event: "SearchesRead") -> None:
        """Take in what was searched for before."""
        self._search.remember(event.queries)

    def on_search_failed(self, event: "SearchFailed") -> None:
        """Say why a search was not answered, and have the index made anew."""
        if self._search.current(event.ticket):
            self._search.failed()
            self._say_above(event.reason)
            self._refresh_library()

    def on_told(self, event: "Told") -> None:
        """Bring a desk what its worker says."""
        app = cast("BrieftermApp", self.app)
        app.when_seen(lambda: self._take_news(event))

    def _take_news(self, event: "Told") -> None:
        self._desks.told(event)
        if self._navigator.linear:
            self._show_keys()

    def on_refreshed(self, event: "Refreshed") -> None:
        """Show how far the library has been read, and what is in it by now."""
        before, self._progress = self._progress, event.progress
        self._shelf.renew()
        if before is None or before.catalogued != event.progress.catalogued or event.progress.done:
            self._fill_list()
        if event.progress.done:
            self._navigator.believe()
            if event.progress.changed:
                self._reopen()
        self._search.refreshed(event.progress)
        self._seek()
        if event.progress.done:
            self._desks.refreshed()
        self._say_above("")

    def on_changed(self, event: "Changed") -> None:
        """Follow the files: the open brief at once, list and search as soon as they are read."""
        opened = self._navigator.opened
        if event.paths is None:
            self._say("")
        if event.paths is None or (opened is not None and opened.path in event.paths):
            self._reopen()
        self.run_worker(self._services.refresh(only=event.paths), group="refresh")

    def on_own_changed(self) -> None:
        """Show notes and bookmarks as they are now."""
        self._reopen()

    def on_refresh_failed(self, event: "RefreshFailed") -> None:
        """Say that the library could not be read."""
        self._say_above(f"{event.reason}; {spelled(self.app, '{library.refresh} tries again')}")

    def on_unkept(self, event: "Unkept") -> None:
        """Go on in memory where nothing can be written any more."""
        self._archive = self._archive.in_memory(event.reason)
        self._services.use(self._archive)
        self._shelf.use(self._archive)
        self._refresh_library()

    def _forget_catalogue(self) -> None:
        self._say_above("the catalogue was damaged; the library is read again")
        self.run_worker(self._services.refresh(anew=True), group="refresh")

    # What the panes say

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show the brief or the result the cursor has come to."""
        pane = event.list.id or ""
        if pane == "briefs":
            entry = self.query_one(Drawer).entry(event.key)
            self._navigator.open(entry.path if entry else "")
        elif pane in _FOUND:
            self._search.moved(pane, event.key)
        elif self._navigator.linear:
            self._linear.moved()
        self._show_keys()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go into the brief, to the result, or to the detail of an item."""
        pane = event.list.id or ""
        if pane in _FOUND:
            self._search.choose(pane, event.key)
        elif pane == "briefs":
            self._navigator.choose(event.key)
        elif self._navigator.book.view.pane == "officials":
            self.action_do("people", "dossier")
        elif not self._navigator.linear:
            self._navigator.go("detail")

    def on_prose_named(self, event: "Prose.Named") -> None:
        """Show the dossier of whom a text names."""
        from briefterm.ui.desks.news import Followed

        self._desks.at("people").told(Followed(event.who))

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Search for what stands in the bar now."""
        self._search.type(event.value)

    def on_input_submitted(self) -> None:
        """Go to the result shown."""
        self._search.land()

    def on_descendant_focus(self) -> None:
        """Mark the pane that has the keys."""
        focused = self.focused.id if self.focused else None
        self.set_class(focused == "facets", _FACETING)
        if focused in (*PANES, "briefs", *_FOUND):
            self._navigator.focused(focused or "")
        elif focused == READING:
            self._linear.moved()
        self._fit_zoom()
        self._show_keys()

    def _fit_zoom(self) -> None:
        """Give the pane all the room where that is wanted, but not while the list or a search needs some."""
        self.set_class(self._zoomed and self._navigator.reading, _ZOOMED)

    # What the keys ask

    async def action_search(self) -> None:
        """Open the search bar with the query and results it was left with."""
        await self._search.open()

    def action_pane(self, pane: str) -> None:
        """Go to a pane by name."""
        if pane == "briefs":
            self._search.close()
            self._navigator.list_briefs()
        elif self._navigator.linear:
            self._say(self._linear.section(pane))
        else:
            self._navigator.go(pane)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        if self._search.active:
            self._search.step_pane(step)
        elif self._navigator.linear:
            self._linear.step(step)
        else:
            self._navigator.step_pane(step)

    def action_text(self, page: str) -> None:
        """Show one of the long pages, or the item again."""
        if self._navigator.linear and self._navigator.opened is None:
            self._tell("No brief is open: {pane.briefs} leads to the list, {library.open} to another folder")
        elif self._navigator.linear:
            self._linear.page(page)
            self._show_keys()
        else:
            self._navigator.toggle_page(page)

    def action_linear(self) -> None:
        """Show the brief as plain lines one below the other, or in its panes again."""
        self._linear.turn(not self._navigator.linear)
        self._redraw(None)
        self._tell("Plain lines. {app.linear} shows the panes again" if self._navigator.linear else "")

    def action_do(self, desk: str, what: str) -> None:
        """Hand a command to its desk."""
        self._desks.at(desk).do(what)
        if self._navigator.linear:
            self._show_keys()

    def action_copy_text(self) -> None:
        """Copy the text that is selected."""
        if not self.get_selected_text():
            raise SkipAction
        self._desks.at("copy").do("item")

    def validate_selections(self, found: "dict[Widget, Selection]") -> "dict[Widget, Selection]":
        """Keep a selection to the pane it began in: beyond that it stays as it was."""
        return found if len(found) < 2 else self.selections

    def on_text_selected(self) -> None:
        """Say what can be done with text that has been selected."""
        if self.get_selected_text():
            self._tell("{copy.item} copies the text")

    def action_widen(self, step: int) -> None:
        """Make the pane wider, or narrower."""
        self._say(self.query_one(Panes).borders.widen(self._navigator.pane, step))

    def action_zoom(self) -> None:
        """Give the pane all the room, or take it back."""
        if self._navigator.linear:
            self._say("The brief has all the room here.")
        elif self._navigator.pane in PANES:
            self._zoomed = not self._zoomed
            self._fit_zoom()
        else:
            self._tell("{text.zoom} is for the panes of a brief; {list.choose} goes into this one")

    def action_step_brief(self, step: int) -> None:
        """Open the next brief of the list, or the one before."""
        if self._navigator.step_brief(step):
            return
        if not self._navigator.listed:
            self._tell("This brief is not in the list any more; {pane.briefs} goes to the list")
        else:
            self._say("This is the last brief." if step > 0 else "This is the first brief.")

    def action_step_match(self, step: int) -> None:
        """Go to the next item of this brief that the search matched, or to the one before."""
        self._say(self._search.walk(step))

    def action_step_stop(self, step: int) -> None:
        """Go from the bar to the results, or to what narrows them."""
        self._search.step_pane(step)

    def action_step_result(self, step: int) -> None:
        """Move through the results from the bar."""
        self._search.step(step)

    def action_page_results(self, step: int) -> None:
        """Move through the results by a screenful."""
        self._search.page(step)

    def _tell_of_matches(self) -> None:
        if not self._search.active:
            self._tell("{match.next} and {match.previous} walk the matches, {app.back} clears them")

    def action_back(self) -> None:
        """Go one step out: of the search, of a page, of the marks, of the brief."""
        navigator, book = self._navigator, self._navigator.book
        if self.selections:
            self.clear_selection()
        elif self._search.active:
            self._search.close()
        elif self.has_class(_ZOOMED):
            self._zoomed = False
            self._fit_zoom()
        elif navigator.linear and self._linear.leave_page():
            self._show_keys()
        elif book.view.page and navigator.brief is not None and not navigator.linear:
            navigator.show(without_page(book.view, navigator.brief))
        elif book.marked:
            book.mark(None)
            self._say("")
        elif self.has_class("-touring"):
            self._desks.at("tour").do("end")
        elif navigator.pane == "detail" and not navigator.linear:
            navigator.enter()
        elif navigator.pane != "briefs":
            navigator.list_briefs()
        else:
            self._tell("{app.quit} quits")

    def action_palette(self) -> None:
        """Offer every command by name."""
        if not self._navigator.linear:
            self.app.action_command_palette()
            return
        from briefterm.ui.screens.command_list import CommandList

        self.app.push_screen(CommandList(self.app.run_action))

    def action_refresh_library(self) -> None:
        """Read the library again, and say so."""
        self._say("Every file of the library is looked at again.")
        self._refresh_library()

    def _refresh_library(self) -> None:
        self.run_worker(self._services.refresh(), group="refresh")

    def action_help(self) -> None:
        """Show all keys."""
        from briefterm.ui.screens.help import Help

        place = Place.TEXT if isinstance(self.focused, Prose) else Place.LIST
        here = (place, Place.BAR) if self._search.active else (place,)
        self.app.push_screen(Help((*here, Place.ANYWHERE)))

    def action_help_quit(self) -> None:
        """Say how to leave to whoever tries ctrl+c."""
        self._tell("{app.quit} quits")

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    # How it is shown

    def _reopen(self) -> None:
        self._navigator.reopen(self._search.query)

    def _fill_list(self) -> None:
        drawer, path = self.query_one(Drawer), self._navigator.path
        done = bool(self._progress and self._progress.done)
        drawer.fill(self._shelf, keep=path, done=done)
        if done and not drawer.entries():
            self._navigator.book.vacate()
            self._foot.show()
        if not path and self._progress and (first := drawer.entry(0)):
            self._navigator.open(first.path)

    def reconfigured(self, notice: str) -> None:
        """Show the keys as they are now; above, say what is wrong with what the person has set, until it is not."""
        self._notice = notice
        self._say_above("")
        self._show_keys()

    def people_read(self, notice: str) -> None:
        """Say above what is wrong with the library's people.yaml, until it is not."""
        self._people_notice = notice
        self._say_above("")

    def _redraw(self, _: object) -> None:
        """Set rows and text anew: their colours are in them."""
        self._fill_list()
        self._navigator.book.redraw()
        self._search.redraw()

    def _say_above(self, notice: str) -> None:
        said = notice or self._archive.notice or self._notice or self._people_notice
        if said and said != self._above and self._navigator.linear:
            self._say(said)
        self._above = said
        self.query_one(TopBar).update(briefs=self._shelf.count(), progress=self._progress, notice=said)

    def _say(self, text: str) -> None:
        """Say something at the foot."""
        self._foot.say(text)
        self._show_keys()

    def _tell(self, text: str) -> None:
        """Say something that names commands by their ids, in braces: their keys stand there."""
        self._say(spelled(self.app, text))

    def _show_keys(self) -> None:
        if self._navigator.opened is not None and not self._retired:
            self._keeper.moved()
        self._foot.show()
