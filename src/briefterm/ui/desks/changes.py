"""What has changed in the open brief since its reader last read it.

A brief has been read once the keys have been in one of its panes and it has then stayed open for LEAST seconds: moving
through the list, or through what a search finds, reads nothing. It is closed when the keys are in another brief, or the
app ends. Until then the changes stay marked, however often its file is saved and whatever is looked at in between.
Of one that was never read before, those are marked that are saved after it was opened.
"""

import time
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.news import Compared, Unremembered
from briefterm.ui.ink import locale_in
from briefterm.ui.keymap import key_of
from briefterm.ui.view import INSIDE, View
from briefterm.ui.widgets.bars import BriefHeader
from briefterm.ui.workers import InOrder

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.personal.lastread import LastRead
    from briefterm.ui.text.changed import Since
    from briefterm.ui.view import Opened

LEAST = 3.0
PAGE = "changes"


@dataclass(slots=True)
class Sitting:
    """One reading of a brief.

    `first` is the brief as it was opened. `entered` is when the keys were first in its panes; `last`, once `known`,
    what its reader last read before, or for the first time, when it is `new`, what it was opened as. `again` says that
    it was looked up once more, after the library was read to its end.
    """

    path: str
    brief: "Brief"
    first: "Brief"
    new: bool = False
    entered: float | None = None
    known: bool = False
    last: "LastRead | None" = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A brief, whose file is at `path`, to be compared with what its reader `last` read.

    Where that is None it is still to be looked up.

    `first` is what the brief was opened as, at `now`; `new` says that this is the first time it is read.
    """

    ticket: int
    path: str
    brief: "Brief"
    last: "LastRead | None"
    first: "Brief"
    now: datetime
    new: bool = False


@dataclass(frozen=True, slots=True)
class Keep:
    """A brief that has been read, to be put on record, and the path of its file; `first` as in `Versions.keep`."""

    path: str
    brief: "Brief"
    now: datetime
    first: bool


class ChangesDesk(Desk):
    """Marks the changes, steps through them, and remembers what has been read.

    `_held` is a brief that has been gone into and is not closed yet, while another is merely looked at.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._ticket = 0
        self._sitting: Sitting | None = None
        self._held: Sitting | None = None
        self._since: Since | None = None
        self._said = ""
        self._changed = False
        """Whether the file has changed since that was last said."""
        self._worker: InOrder[Look | Keep] = InOrder("changes", self._work)
        room.screen.watch(room.screen, "focused", self._enter, init=False)

    def do(self, what: str) -> None:
        """Step through the changes by a number of them, or with `was` show on a page what it said before."""
        sitting, since = self._sitting, self._since
        if sitting is None or not sitting.known:
            self.room.say_keys("No brief is open to compare: {pane.briefs} lists them")
        elif since is None or (sitting.new and not since.count):
            self.room.say("The first time you read this: changes are marked from now on")
        elif not since.count:
            self.room.say_keys("Nothing has changed since you last read this; {brief.next} opens the next brief")
        elif what == "was":
            self.room.navigator.toggle_page(PAGE)
        else:
            self._step(since.stops, int(what))

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Have a brief compared that is shown now, once it is on the screen."""
        if before is None or before.path != opened.path or self._sitting is None:
            self._sit_down(opened)
        elif opened.brief is not None and not opened.stale:
            self._changed |= opened.brief != self._sitting.brief
            self._sitting.path, self._sitting.brief = opened.path, opened.brief
        if self._sitting is not None and not opened.stale:
            self._look(self._sitting)

    def refreshed(self) -> None:
        """Look up once more what is taken to be read for the first time: which ids are in use is known only now."""
        sitting = self._sitting
        if sitting is not None and sitting.known and sitting.new and not sitting.again:
            sitting.again, sitting.new, sitting.last = True, False, None
            self._look(sitting)

    def _look(self, sitting: Sitting) -> None:
        self._ticket += 1
        look = Look(
            self._ticket, sitting.path, sitting.brief, sitting.last, sitting.first, self.room.now(), sitting.new
        )
        self.room.screen.call_after_refresh(self._worker.submit, look)

    def told(self, news: object) -> None:
        """Show what has changed."""
        if isinstance(news, Unremembered):
            self.room.say(f"That you have read it is not kept: {news.reason}")
        elif isinstance(news, Compared) and news.ticket == self._ticket and self._sitting is not None:
            self._sitting.new = news.new
            self._sitting.known, self._sitting.last = True, news.last
            self._since = news.since
            self._show()

    def close(self) -> None:
        """Put on record what has been read."""
        for sitting in (self._held, self._sitting):
            self._keep(sitting)
        self._worker.close()

    def _sit_down(self, opened: "Opened") -> None:
        """Begin to read another brief, or go on with the one that was held."""
        if self._sitting is not None and self._sitting.entered is not None:
            self._held = self._sitting
        self._sitting, self._since = None, None
        self._said, self._changed = "", False
        self._ticket += 1
        self.room.screen.query_one(BriefHeader).mention("")
        if opened.brief is not None:
            self._sitting = Sitting(opened.path, opened.brief, opened.brief)
            if self._held is not None and self._held.path == opened.path:
                self._sitting, self._held = self._held, None
                self._sitting.brief = opened.brief
            self._enter()

    def _enter(self) -> None:
        """Take in that the keys are in the panes of the brief, if they are; the one held is closed by that.

        Not while another brief is on its way: the keys may be waiting for that one.
        """
        focused, sitting = self.room.screen.focused, self._sitting
        if sitting is None or sitting.entered is not None or not self.room.navigator.settled:
            return
        if focused is None or focused.id not in INSIDE:
            return
        sitting.entered = time.monotonic()
        self._keep(self._held)
        self._held = None

    def _keep(self, sitting: Sitting | None) -> None:
        if sitting is not None and sitting.entered is not None and time.monotonic() - sitting.entered >= LEAST:
            self._worker.submit(Keep(sitting.path, sitting.brief, self.room.now(), sitting.new or not sitting.known))

    def _show(self) -> None:
        book, since = self.room.navigator.book, self._since
        self.room.screen.query_one(BriefHeader).mention("")
        if since is None:
            book.sign(PAGE, {})
            return
        from briefterm.ui.text.changed import told
        from briefterm.ui.text.changed_page import page

        said = told(since, key_of(self.room.app, "text.changes"), locale_in(self.room.app))
        self.room.screen.query_one(BriefHeader).mention(said)
        if self.room.navigator.linear and said and said != self._said:
            self.room.say(said)
        elif self.room.navigator.linear and self._changed:
            self.room.say("The brief has changed on disk, and is shown as it is now.")
        self._said, self._changed = said, False
        book.sign(PAGE, since.signs)
        book.offer(PAGE, "4 What changed", partial(page, since))

    def _step(self, stops: tuple[View, ...], step: int) -> None:
        """Go so many changes on from where one is; on the page, to where it stands on the page."""
        navigator = self.room.navigator
        view = navigator.book.view
        paging = view.page == PAGE
        seats = [(stop.pane, stop.index) for stop in stops]
        here = (view.pane, view.index)
        at = (seats.index(here) + step if here in seats else step - (step > 0)) % len(stops)
        pane, index = seats[at]
        navigator.show(View(pane, index, PAGE if paging or stops[at].page else ""))
        self.room.say(f"change {at + 1} of {len(stops)}")

    def _work(self, request: Look | Keep) -> None:
        if isinstance(request, Look):
            if request.ticket == self._ticket:
                self.room.tell("changes", self._compared(request))
            return
        try:
            self.room.archive().versions.keep(request.brief, request.now, request.path, first=request.first)
        except OSError as error:
            self.room.tell("changes", Unremembered((error.strerror or str(error)).lower()))

    def _compared(self, request: Look) -> Compared:
        from briefterm.personal.lastread import LastRead, since
        from briefterm.ui.text.changed import since_of

        last = request.last or self.room.archive().versions.last(request.brief, request.path)
        new = request.new or last is None
        if last is None:
            last = LastRead(request.first, f"{request.now:%Y-%m-%dT%H:%M}")
        changes = since(last.brief, request.brief)
        key = key_of(self.room.app, "text.changes")
        found = since_of(last.brief, request.brief, last.when, changes, key, first=new)
        return Compared(request.ticket, last, found, new)
