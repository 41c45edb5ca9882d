"""Topics of the agenda ticked off."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from briefterm.locales import ENGLISH, Locale
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.news import TicksRead
from briefterm.ui.ink import locale_in
from briefterm.ui.text.signs import Sign, Signs
from briefterm.ui.view import INSIDE, Opened
from briefterm.ui.workers import InOrder

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.personal.ticks import Ticked

DONE = "✓"


@dataclass(frozen=True, slots=True)
class Request:
    """A brief whose ticks are wanted; with an `index`, that topic is to be ticked off, or that taken back."""

    path: str
    brief: "Brief"
    index: int | None = None


class TicksDesk(Desk):
    """Shows the ticks of the open brief at its topics; what `t` changes is written before it is shown."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._shown: Brief | None = None
        self._path = ""
        self._worker: InOrder[Request] = InOrder("ticks", self._work)

    def do(self, what: str) -> None:
        """Tick off the selected topic, or take that back."""
        navigator, focused = self.room.navigator, self.room.screen.focused
        brief, view = navigator.brief, navigator.book.view
        inside = focused is not None and focused.id in INSIDE
        if brief is None or not brief.agenda or view.pane != "agenda" or view.page or not inside:
            self.room.say_keys("Topics of the agenda can be ticked off: press {pane.agenda}, then {topic.tick}")
            return
        self._worker.submit(Request(self._path, brief, view.index))

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Have the ticks of a brief read that is shown now, once it is on the screen."""
        self._path, self._shown = opened.path, opened.brief
        if opened.brief is not None:
            self.room.screen.call_after_refresh(self._worker.submit, Request(opened.path, opened.brief))

    def told(self, news: object) -> None:
        """Show what is ticked off."""
        if not isinstance(news, TicksRead) or news.path != self._path:
            return
        if news.reason:
            self.room.say(f"not ticked off: {news.reason}")
        if news.ticked is not None and self._shown is not None:
            signs = signs_of(news.ticked, self._now(self._shown), locale_in(self.room.app))
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
        ticks = self.room.archive().ticks
        try:
            if request.index is None:
                news = TicksRead(request.path, ticks.on(request.brief, request.path))
            else:
                now = self._now(request.brief)
                news = TicksRead(request.path, ticks.toggle(request.brief, request.index, now, request.path))
        except OSError as error:
            news = TicksRead(request.path, None, (error.strerror or str(error)).lower())
        self.room.tell("ticks", news)


def signs_of(ticked: "Ticked", now: datetime, locale: Locale = ENGLISH) -> Signs:
    """Return the signs at topics that are ticked off; those of topics gone stand at the brief as a whole."""
    signs: dict[tuple[str, int], tuple[Sign, ...]] = {}
    for index, tick in ticked.done.items():
        when = locale.date(moment(tick.made, now))
        signs["agenda", index] = (Sign(DONE, f"done {when}", "good", says=f"done {when}: {tick.on}"),)
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
