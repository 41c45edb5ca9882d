"""One sitting after another: where the reader is is kept, and gone back to at the next start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefterm import paths
from briefterm.personal import session
from briefterm.personal.anchors import Anchor
from briefterm.personal.session import MARKED, SEARCHING, Session
from briefterm.ui.navigator import LISTED
from briefterm.ui.view import PANES, View, found_again
from briefterm.ui.workers import InOrder

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen
    from textual.timer import Timer

    from briefterm.brief.model import Brief
    from briefterm.ui.navigator import Navigator
    from briefterm.ui.search_mode import SearchMode

_SCROLLED = ("briefs", *PANES)
REST = 4.0  # seconds after a move within which the place is kept


def resume(kept: Session, screen: "Screen[None]", navigator: "Navigator", search: "SearchMode") -> None:
    """Open the brief where the reader was; once it is shown, the search that was open."""

    def find(brief: "Brief") -> View:
        view = View(kept.pane or "agenda", kept.index, kept.page)
        return found_again(view, Anchor(kept.pane, kept.item, kept.on, kept.nth) if kept.on else None, brief)

    def then() -> None:
        if kept.at in _SCROLLED and not (kept.at == "detail" and not kept.page and navigator.book.view.page):
            navigator.go(kept.at)
            navigator.focused(kept.at)
        if kept.search == MARKED:
            navigator.book.mark(search.query)
        screen.call_after_refresh(_scroll, kept, screen)
        if kept.search == SEARCHING:
            screen.call_later(search.search_for, kept.query)

    search.resume(kept.query, marked=kept.search == MARKED)
    navigator.open(kept.path, brief_id=kept.id, find=find, then=then)


def _scroll(kept: Session, screen: "Screen[None]") -> None:
    from briefterm.ui.widgets.inked import InkedScroll

    for name, lines in kept.scroll.items():
        if name in _SCROLLED:
            screen.query_one(f"#{name}", InkedScroll).jump(lines)


def left(screen: "Screen[None]", navigator: "Navigator", search: "SearchMode") -> Session | None:
    """Return where the reader is; None where nothing has been opened."""
    from briefterm.ui.widgets.inked import InkedScroll

    spot = search.left or navigator.spot
    if not spot.path:
        return None
    anchor = spot.anchor or Anchor()
    marking = MARKED if navigator.book.marked else ""
    return Session(
        spot.path,
        id=spot.id,
        at=spot.pane,
        pane=spot.view.pane,
        index=spot.view.index,
        page=spot.view.page,
        item=anchor.item,
        on=anchor.on,
        nth=anchor.nth,
        listed=screen.has_class(LISTED) or navigator.lists,
        query=search.text.strip(),
        search=SEARCHING if search.active else marking,
        scroll={name: screen.query_one(f"#{name}", InkedScroll).scroll_offset.y for name in _SCROLLED},
    )


def file_of(library: "Path") -> "Path":
    """Return the path of the session of a library. It may not exist."""
    return paths.library_data(library) / session.FILE_NAME


def kept(library: "Path") -> Session | None:
    """Return where the reader was when this library was last left; None where it was not, or the brief has gone."""
    return session.load(file_of(library), library)


def keep(library: "Path", sitting: Session) -> str:
    """Write a session, and return why it could not be, for the person; empty where it is."""
    try:
        session.save(file_of(library), sitting)
    except OSError as error:
        return f"where you were is not kept: {(error.strerror or str(error)).lower()}"
    return ""


class Keeper:
    """Keeps the place a while after the reader has moved, beside the screen: a kill then loses little.

    `place` says where the reader is.
    """

    def __init__(self, screen: "Screen[None]", library: "Path", place: Callable[[], Session | None]) -> None:
        self._screen = screen
        self._place = place
        self._kept: Session | None = None
        self._timer: Timer | None = None
        self._closed = False
        self._writing: InOrder[Session] = InOrder("place", lambda sitting: keep(library, sitting))

    def moved(self) -> None:
        """Take in that the reader may have moved."""
        if self._timer is None and not self._closed:
            self._timer = self._screen.set_timer(REST, self._rest)

    def close(self) -> None:
        """Keep no more, once what is being written is."""
        self._closed = True
        if self._timer is not None:
            self._timer.stop()
        self._writing.close()

    def _rest(self) -> None:
        self._timer = None
        place = self._place()
        if place is not None and place != self._kept:
            self._kept = place
            self._writing.submit(place)
