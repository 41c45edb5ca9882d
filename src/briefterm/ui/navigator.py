"""Where one is: the open brief, the pane that has the keys, and the way to others."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefterm.brief.safe import safe_line
from briefterm.ui.book import Book
from briefterm.ui.drawer import Drawer
from briefterm.ui.keymap import spelled
from briefterm.ui.straying import Straying
from briefterm.ui.trail import Spot
from briefterm.ui.travels import Travels
from briefterm.ui.view import LISTS, PANES, Opened, View, anchor_of, without_page
from briefterm.ui.widgets.bars import BriefHeader
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefterm.brief.model import Brief
    from briefterm.brief.problems import Problem
    from briefterm.search.query import Query
    from briefterm.ui.messages import BriefRead
    from briefterm.ui.services import Services
    from briefterm.ui.shelf import Shelf

LISTED, WIDE, CURRENT, SEARCHING = "-listed", "-wide", "-current", "-searching"
_PATIENCE = 5.0  # seconds that a file is looked for under another name before it is said to be deleted
Find = Callable[["Brief"], View | None]


def _nothing() -> None:
    """What is done where nothing is to be done."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A brief that has been asked for: the number of the request, and what to look at when it comes.

    `find` says that once the brief is known, `then` is done once it is shown. It is `missing` where its file has gone
    and nothing is open yet: that is not shown, for the library is still being read. What is open already and `stays` is
    shown at the item one has come to meanwhile.
    """

    ticket: int = 0
    path: str = ""
    view: View | None = None
    query: "Query | None" = None
    find: Find | None = None
    then: Callable[[], None] = _nothing
    id: str = ""
    missing: bool = False
    stays: bool = False


def _gone(event: "BriefRead") -> bool:
    from briefterm.library.library import GONE

    return event.reading.brief is None and event.reading.problems[0].message == GONE


def _stale(app: object, problem: "Problem") -> str:
    """Return what to say of a brief that is shown though its file cannot be read any more."""
    from briefterm.library.library import AWAY, GONE

    if problem.message == AWAY:
        return "The library's folder has gone; shown as it last was."
    if problem.message == GONE:
        return "This brief's file has been deleted; shown as it last was."
    where = "" if problem.field == "file" else f"line {problem.line}: "
    return f"{spelled(app, 'Shown as it last was ({text.problems}). The file now: ')}{where}{problem.message}"


class Navigator:
    """Moves about one screen. Its `pane` is the one that has, or last had, the keys."""

    def __init__(self, screen: Screen[None], shelf: "Shelf") -> None:
        self._screen = screen
        self._shelf = shelf
        self._services: Services | None = None
        self._wanted = Wanted()
        self._sought = False
        self._doubting: Timer | None = None
        self._gone_for_sure = False
        self._straying = Straying()
        self.pane = "briefs"
        self._beside = screen.has_class(LISTED)
        self.travels = Travels(self, shelf)

    def serve(self, services: "Services") -> None:
        """Take the workers that read briefs; until then there is nothing to open."""
        self._services = services

    @property
    def book(self) -> Book:
        """The open brief's panes."""
        return self._screen.query_one(Book)

    @property
    def opened(self) -> Opened | None:
        """What was last read, shown or not readable."""
        return self.book.opened

    @property
    def brief(self) -> "Brief | None":
        """The open brief, or None where there is none."""
        return self.opened.brief if self.opened else None

    @property
    def path(self) -> str:
        """The path of the open brief, or of the one that has been asked for before any was open."""
        return self.opened.path if self.opened else self._wanted.path

    @property
    def linear(self) -> bool:
        """Whether the brief is shown as one text, in the linear mode."""
        return self.book.whole is not None

    @property
    def listed(self) -> bool:
        """Whether the open brief is in the list, or none is open."""
        return not self.path or self._shelf.position(self.path) is not None

    @property
    def settled(self) -> bool:
        """Whether the brief that is open is the one that was asked for."""
        return self.opened is not None and self.opened.path == self._wanted.path

    @property
    def reading(self) -> bool:
        """Whether the keys are in a pane of the open brief."""
        return self.opened is not None and self.pane in PANES and not self._screen.has_class(SEARCHING)

    @property
    def spot(self) -> Spot:
        """Where one is."""
        view, brief = self.book.view, self.brief
        path = self.opened.path if self.opened else ""
        return Spot(path, view, self.pane, anchor_of(view, brief), brief.id if brief else "")

    def expect(self, path: str) -> None:
        """Take in which brief will be open first."""
        self._wanted = Wanted(path=path)

    def open(
        self,
        path: str,
        view: View | None = None,
        query: "Query | None" = None,
        *,
        brief_id: str = "",
        find: Find | None = None,
        then: Callable[[], None] = _nothing,
    ) -> None:
        """Ask for a brief, to be shown at `view`, or at what `find` says of it, with what `query` matches marked.

        With `brief_id` it is followed where its file has been renamed. `then` is done once it is shown.
        """
        self.travels.stand()
        if self._services is not None and path:
            last = self.brief if path == self.path else None
            ticket = self._services.read(path, brief_id, last)
            self._wanted = Wanted(ticket, path, view, query, find, then, brief_id)

    def once_shown(self, do: Callable[[], None]) -> None:
        """Do something as soon as the brief that was asked for last is shown; at once where it is."""
        if self.settled:
            do()
        else:
            self._wanted = replace(self._wanted, then=do)

    def reopen(self, query: "Query | None") -> None:
        """Ask for the open brief again, to be shown where one is; unless another has been asked for."""
        if self.opened and self._wanted.path == self.opened.path:
            brief_id = self.brief.id if self.brief else ""
            self.open(self.opened.path, self.book.view, query if self.book.marked else None, brief_id=brief_id)
            self._wanted = replace(self._wanted, stays=True)

    def seek(self) -> None:
        """Now that the library is read, open what was missing where it lies now; else the first brief of the list."""
        wanted = self._wanted
        if not wanted.missing:
            return
        self._sought = True
        if wanted.id and self._shelf.knows(wanted.id):
            self.open(wanted.path, wanted.view, wanted.query, brief_id=wanted.id, find=wanted.find, then=wanted.then)
            return
        first = self._screen.query_one(Drawer).entry(0)
        self._wanted = Wanted()
        self.list_briefs()
        self.open(first.path if first else "")

    def choose(self, key: int) -> None:
        """Go into the brief in a row of the list."""
        entry = self._screen.query_one(Drawer).entry(key)
        if entry is None or entry.path == self._wanted.path:
            self.enter()
        else:
            self.open(entry.path, then=self.enter)

    def follow(self, event: "BriefRead") -> None:
        """Take in where the brief that was asked for lies, if its file has been renamed."""
        old, new = self._wanted.path, event.path
        if event.ticket != self._wanted.ticket or new == old:
            return
        self._wanted = replace(self._wanted, path=new)
        self.travels.moved(old, new)
        if self.opened is not None and self.opened.path == old:
            self.book.opened = replace(self.opened, path=new)
        self.follow_in_list()

    def preview(self, path: str, view: View, query: "Query | None") -> None:
        """Show a place in a brief with what `query` matches marked, and leave the keys where they are."""
        if self.opened and self.opened.path == path == self._wanted.path:
            self.book.mark(query)
            self.book.look(view)
        else:
            self.open(path, view, query)

    def read(self, event: "BriefRead") -> bool:
        """Show a brief that was asked for, unless another has been asked for since; return whether it is shown."""
        if event.ticket != self._wanted.ticket:
            return False
        if self.opened is None and not self._sought and _gone(event):
            self._wanted = replace(self._wanted, missing=True)
            return False
        if self._may_be_renamed(event):
            return False
        reading, before = event.reading, self.opened
        view = self.book.view if self._wanted.stays else self._wanted.view
        problems = tuple(sorted((*reading.problems, *event.doubts), key=lambda problem: problem.line))
        opened = Opened(event.path, reading.brief, problems, event.excerpt, event.notes, bookmarks=event.bookmarks)
        if self._wanted.find is not None and reading.brief is not None:
            view = self._wanted.find(reading.brief)
        again = before is not None and before.path == event.path
        if not again:
            self._straying.forget()
        if again and before is not None and before.brief is not None:
            if reading.brief is None:
                stale = _stale(self._screen.app, reading.problems[0])
                opened = replace(opened, brief=before.brief, stale=stale)
            elif self._wanted.find is None and view is not None and view == self.book.view:
                view = self._straying.follow(view, before.brief, reading.brief)
        edits = spelled(self._screen.app, "{brief.edit} opens it in your editor")
        note = f"{safe_line(event.path)} cannot be read as a brief: {edits}"
        counts = (reading.errors, len(problems) - reading.errors)
        self._screen.query_one(BriefHeader).show(opened.brief, note, counts, stale=opened.stale)
        self.book.open(opened, view, self._wanted.query, again=again)
        if view is None and self.pane in LISTS and self.book.opens_here:
            self.enter()
        self._wanted.then()
        self.travels.arrive()
        return True

    def _may_be_renamed(self, event: "BriefRead") -> bool:
        """Return whether the file of the open brief has gone only just: it may be found under another name soon."""
        opened = self.opened
        if opened is None or opened.path != event.path or not _gone(event):
            self._stop_doubting()
            self._gone_for_sure = False
            return False
        if self._gone_for_sure or opened.brief is None or opened.stale:
            return False
        if self._doubting is None:
            self._doubting = self._screen.set_timer(_PATIENCE, self.believe)
        return True

    def believe(self) -> None:
        """Take in that the file of the open brief has gone, if it has: the library has been read since."""
        if self._doubting is None:
            return
        self._stop_doubting()
        self._gone_for_sure = True
        wanted = self._wanted
        self.open(wanted.path, wanted.view, wanted.query, brief_id=wanted.id, find=wanted.find, then=wanted.then)

    def _stop_doubting(self) -> None:
        if self._doubting is not None:
            self._doubting.stop()
            self._doubting = None

    def focused(self, pane: str) -> None:
        """Take in which pane has the keys now."""
        self.pane = pane
        for name in PANES:
            self._screen.query_one(f"#{name}").set_class(name == pane, CURRENT)
        self.travels.arrive()

    def go(self, pane: str) -> None:
        """Give the keys to a pane; a long page that stands in its place is closed."""
        if pane in PANES and not self._wide:
            self._screen.remove_class(LISTED)
        if self.linear and pane in PANES:
            self._screen.set_focus(self.book.whole, scroll_visible=False)
            self.focused(pane)
            return
        if pane in LISTS and self.book.view.page and self.brief is not None:
            self.book.look(without_page(self.book.view, self.brief))
        self._screen.set_focus(self._screen.query_one(f"#{pane}"), scroll_visible=False)

    def show(self, view: View) -> None:
        """Go to a place in the open brief."""
        self.book.look(view)
        self.go("detail" if view.page else view.pane)

    def enter(self) -> None:
        """Go from the list or the results into the open brief, to the place it is shown at."""
        view = self.book.view
        self.go("detail" if view.page else view.pane if view.pane in PANES else "agenda")

    @property
    def lists(self) -> bool:
        """Whether the list stands beside the brief where there is room for both."""
        return self._beside

    def fit(self, *, wide: bool) -> None:
        """Show the list beside the brief where that is `wide`; elsewhere the brief alone, if the keys are in it."""
        if wide and self._beside:
            self._screen.add_class(LISTED)
        elif not wide and self.pane in PANES and not self._screen.has_class(SEARCHING):
            self._screen.remove_class(LISTED)

    def list_briefs(self) -> None:
        """Go to the library's list."""
        self.travels.stand()
        self._beside = True
        self._screen.add_class(LISTED)
        self.go("briefs")

    def step_pane(self, step: int) -> None:
        """Go to the next pane or the one before, around the screen."""
        order = [*(["briefs"] if self._screen.has_class(LISTED) else []), *PANES]
        at = order.index(self.pane) if self.pane in order else 0
        self.go(order[(at + step) % len(order)])

    def step_brief(self, step: int) -> bool:
        """Open the brief so many further down the list, or up, as far as it goes; return whether there is one."""
        drawer = self._screen.query_one(Drawer)
        at = self._shelf.position(self.path) if self.path else None
        last = drawer.entries() - 1
        if at is None and drawer.gap is not None and 0 <= drawer.gap - (step < 0) <= last:
            to = max(0, min(drawer.gap + step - (step > 0), last))
        elif at is None or (to := max(0, min(at + step, last))) == at:
            return False
        entry = drawer.entry(to)
        if entry is None:
            return False
        self.open(entry.path)
        self._briefs.select(to)
        return True

    def follow_in_list(self) -> None:
        """Put the list's cursor on the open brief."""
        at = self._shelf.position(self.path) if self.path else None
        if at is not None:
            self._briefs.select(at)

    def toggle_page(self, page: str) -> None:
        """Show one of the long pages, or the item again."""
        view = self.book.view
        self.show(replace(view, page=page) if view.page != page else without_page(view, self.brief))

    @property
    def _briefs(self) -> RowList:
        return self._screen.query_one("#briefs", RowList)

    @property
    def _wide(self) -> bool:
        return self._screen.has_class(WIDE)
