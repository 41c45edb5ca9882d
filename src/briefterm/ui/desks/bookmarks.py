"""Bookmarks: put on and taken off, listed, opened in place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefterm.brief.model import Brief
from briefterm.personal.anchors import WHOLE, found, item_at, items
from briefterm.personal.bookmarks import Bookmark, Removed, at
from briefterm.ui.desks.errands import Failed, with_catalogue
from briefterm.ui.desks.listing import ListingDesk
from briefterm.ui.drawer import Drawer
from briefterm.ui.keymap import spelled
from briefterm.ui.view import View

if TYPE_CHECKING:
    from briefterm.library.catalogue import Catalogue
    from briefterm.personal.notes import Note
    from briefterm.ui.view import Opened


@dataclass(frozen=True, slots=True)
class Toggled:
    """A bookmark has been put on what `said` names, or taken off it."""

    said: str
    on: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """Bookmarks have been removed or taken back: those removed, and what `said` says of it."""

    removed: tuple[Removed, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Every bookmark in the library, the newest first; `flagged` are the paths of briefs bookmarked as a whole."""

    bookmarks: tuple[Bookmark, ...]
    flagged: frozenset[str]


class BookmarksDesk(ListingDesk[tuple[Removed, ...]]):
    """Has bookmarks written beside the screen, and shows which there are."""

    NAME = "bookmarks"

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Sign the bookmarked briefs in the list; afterwards they change only here, or with the library."""
        if before is None:
            self._look()

    def refreshed(self) -> None:
        """Sign them as they are now."""
        self._look()

    def do(self, what: str) -> None:
        """Bookmark what is selected, or take that back; list the bookmarks."""
        if what == "list":
            self._list()
        else:
            self._toggle()

    def told(self, news: object) -> None:
        """Show what has been done; say why where it could not be."""
        match news:
            case Listed():
                self.room.screen.query_one(Drawer).flag(news.flagged)
                if self._screen is not None:
                    self._screen.fill(news.bookmarks, undoable=bool(self._done))
            case Toggled():
                self.room.reopen()
                self._look()
                self.room.say(f"bookmarked: {news.said}" if news.on else f"no bookmark any more: {news.said}")
            case Changed():
                if news.removed:
                    self._done.append(news.removed)
                self._say(news.said)
                self.room.reopen()
                self._look()
            case Failed():
                self._say(f"bookmarks are not kept: {news.reason}")

    def _toggle(self) -> None:
        target = self._target()
        if target is None:
            self.room.say_none_open()
            return
        brief, pane, index = target
        archive, now = self.room.archive(), self.room.now()
        item = item_at(brief, pane, index)
        said = item.text if item else f"the brief {brief.title}"

        def toggled(catalogue: "Catalogue") -> Toggled:
            there = at(archive.bookmarks.on(brief, catalogue), pane, index)
            if there:
                archive.bookmarks.remove(there)
            else:
                archive.bookmarks.add(brief, pane, index, now)
            return Toggled(said, not there)

        self._errands.run(lambda: with_catalogue(archive, toggled))

    def _target(self) -> tuple[Brief, str, int] | None:
        """Return what a bookmark is put on: the brief in the list's row or on a long page, else the selected item."""
        navigator, drawer = self.room.navigator, self.room.screen.query_one(Drawer)
        if navigator.pane == "briefs":
            entry = drawer.current
            return (Brief(title=entry.title, id=entry.id), WHOLE, 0) if entry is not None and entry.readable else None
        if navigator.brief is None:
            return None
        view = navigator.book.view
        if view.page or item_at(navigator.brief, view.pane, view.index) is None:
            return navigator.brief, WHOLE, 0
        return navigator.brief, view.pane, view.index

    def _list(self) -> None:
        from briefterm.ui.screens.bookmarks import BookmarksScreen

        self._show(BookmarksScreen(self._go, self._remove, self._undo))
        self._look()

    def _look(self) -> None:
        archive = self.room.archive()

        def listed(catalogue: "Catalogue") -> Listed:
            known = archive.bookmarks.listed(catalogue)
            whole = (one.entry.path for one in known if one.entry is not None and not one.note.pane)
            return Listed(tuple(known), frozenset(whole))

        self._errands.run(lambda: with_catalogue(archive, listed))

    def _go(self, bookmark: Bookmark) -> None:
        if bookmark.entry is not None:
            self.room.navigator.travels.jump(bookmark.entry.path, self._finder(bookmark.note))

    def _finder(self, note: "Note") -> Callable[[Brief], View | None]:
        def find(brief: Brief) -> View | None:
            if not note.pane:
                return None
            item = found(note, tuple(items(brief)))
            if item is None:
                self.room.app.call_later(self.room.say, f"no longer in this brief: {note.on}")
                return None
            return View(item.pane, item.index)

        return find

    def _remove(self, bookmark: Bookmark) -> None:
        bookmarks = self.room.archive().bookmarks
        said = spelled(self.room.app, "removed · {bookmark.undo} takes it back")
        self._errands.run(lambda: Changed(tuple(bookmarks.remove([bookmark.note])), said))

    def _undo(self) -> None:
        removed, bookmarks = self._last(), self.room.archive().bookmarks
        if removed is None:
            return

        def put_back() -> Changed:
            bookmarks.put_back(removed)
            return Changed((), "taken back")

        self._errands.run(put_back)
