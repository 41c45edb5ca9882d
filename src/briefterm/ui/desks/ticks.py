"""Topics of the agenda ticked off."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from briefterm.brief.fold import fold_line
from briefterm.locales import ENGLISH, Locale
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.news import TicksRead
from briefterm.ui.ink import locale_in
from briefterm.ui.text.signs import Sign, Signs
from briefterm.ui.view import INSIDE, Opened
from briefterm.ui.workers import InOrder

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.personal.ticks import Ticked, Ticks

DONE = "✓"


@dataclass(frozen=True, slots=True)
class Request:
    """A brief whose ticks are wanted; with an `index`, that topic is to be `done` then, or not."""

    path: str
    brief: "Brief"
    index: int | None = None
    done: bool = True


class TicksDesk(Desk):
    """Shows the ticks of the open brief at its topics; what `t` changes is written before it is shown.

    `_done` are the topics ticked off as the screen says, and as it will say once the `_waiting` wishes are written.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._shown: Brief | None = None
        self._path = ""
        self._done: frozenset[int] = frozenset()
        self._waiting = 0
        self._worker: InOrder[Request] = InOrder("ticks", self._work)

    def do(self, what: str) -> None:
        """Tick off the selected topic, or take that back."""
        navigator, focused = self.room.navigator, self.room.screen.focused
        brief, view = navigator.brief, navigator.book.view
        inside = focused is not None and focused.id in INSIDE
        if brief is None or not brief.agenda or view.pane != "agenda" or view.page or not inside:
            self.room.say_keys("Topics of the agenda can be ticked off: press {pane.agenda}, then {topic.tick}")
            return
        self._done ^= {view.index}
        self._waiting += 1
        self._worker.submit(Request(self._path, brief, view.index, view.index in self._done))

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Have the ticks of a brief read that is shown now, once it is on the screen."""
        if before is None or before.path != opened.path:
            self._done = frozenset()
        self._path, self._shown = opened.path, opened.brief
        if opened.brief is not None:
            self.room.screen.call_after_refresh(self._worker.submit, Request(opened.path, opened.brief))

    def refreshed(self) -> None:
        """Have them read again: which ids are in use is known only now."""
        if self._shown is not None:
            self._worker.submit(Request(self._path, self._shown))

    def told(self, news: object) -> None:
        """Show what is ticked off."""
        if not isinstance(news, TicksRead):
            return
        self._waiting -= news.wished
        if news.path != self._path:
            return
        if news.reason:
            self.room.say(f"not ticked off: {news.reason}")
            self.refreshed()
        if news.ticked is not None and self._shown is not None:
            if not self._waiting:
                self._done = frozenset(news.ticked.done)
            signs = signs_of(news.ticked, self._shown, self._now(self._shown), locale_in(self.room.app))
            self.room.navigator.book.sign("ticks", signs)

    def _now(self, brief: "Brief") -> datetime:
        """Return what time it is where the brief is of, as its topics have it."""
        from briefterm.brief.now import now_there

        return now_there(brief, self.room.moment())

    def close(self) -> None:
        """Finish what is being written."""
        self._worker.close()

    def _work(self, request: Request) -> None:
        if request.index is None and request.brief is not self._shown:
            return
        ticks, wished = self.room.archive().ticks, request.index is not None
        try:
            news = TicksRead(request.path, self._carried_out(ticks, request), wished=wished)
        except OSError as error:
            news = TicksRead(request.path, None, (error.strerror or str(error)).lower(), wished=wished)
        self.room.tell("ticks", news)

    def _carried_out(self, ticks: "Ticks", request: Request) -> "Ticked":
        if request.index is None:
            return ticks.on(request.brief, request.path)
        if request.done:
            return ticks.tick(request.brief, request.index, self._now(request.brief), request.path)
        return ticks.untick(request.brief, request.index, request.path)


def signs_of(ticked: "Ticked", brief: "Brief", now: datetime, locale: Locale = ENGLISH) -> Signs:
    """Return the signs at topics of `brief` that are ticked off; those of topics gone stand at it as a whole.

    A topic that said something else when it was ticked off has those words too.
    """
    signs: dict[tuple[str, int], tuple[Sign, ...]] = {}
    for index, tick in ticked.done.items():
        when = locale.date(moment(tick.made, now))
        same = any(fold_line(topic.topic) == fold_line(tick.on) for topic in brief.agenda[index : index + 1])
        was = "" if same else f", as “{tick.on}”"
        signs["agenda", index] = (Sign(DONE, f"done {when}", "good", says=f"done {when}{was}"),)
    if ticked.gone:
        signs["title", 0] = tuple(
            Sign(
                DONE, ink="good", says=f"done {locale.date(moment(tick.made, now))}, no longer on the agenda: {tick.on}"
            )
            for tick in ticked.gone
        )
    return signs


def moment(made: str, now: datetime) -> str:
    """Return a time as it is said `now`: today by the clock alone, otherwise with the day."""
    at = datetime.fromisoformat(made)
    if at.date() == now.date():
        return f"{at:%H:%M}"
    return f"{at.day} {at:%b %H:%M}" if at.year == now.year else f"{at.day} {at:%b %Y %H:%M}"
