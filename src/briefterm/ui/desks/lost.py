"""Notes whose brief has gone, and those put aside: shown in full, moved to the open brief, brought back."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefterm.personal.anchors import WHOLE
from briefterm.personal.notebook import moved_to
from briefterm.personal.notes import Draft
from briefterm.ui.desks.errands import Failed, with_catalogue
from briefterm.ui.desks.listing import ListingDesk
from briefterm.ui.keymap import spelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from briefterm.personal.notebook import Notebook
    from briefterm.personal.notes import Note

_UNDONE = "{lost.undo} takes it back"
_MOST = 200
"""Notes put aside that are listed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The notes whose brief has gone from the library, the newest first; then those put aside, the last one first."""

    notes: "tuple[Note, ...]"


@dataclass(frozen=True, slots=True)
class Moved:
    """A note has been moved or brought back; `undo` does what takes that back, None where it was that."""

    undo: "Callable[[], object] | None"
    said: str


class LostDesk(ListingDesk["Callable[[], object]"]):
    """Finds them beside the screen."""

    NAME = "lost"

    def do(self, what: str) -> None:
        """List the notes whose brief has gone, and those put aside."""
        from briefterm.ui.screens.lost import LostScreen

        self._show(LostScreen(self.room.archive().notebook.library, self._move, self._undo))
        self._look()

    def told(self, news: object) -> None:
        """Show what has been found or done."""
        match news:
            case Listed() if self._screen is not None:
                self._screen.fill(news.notes, undoable=bool(self._done))
            case Moved():
                if news.undo is not None:
                    self._done.append(news.undo)
                self._say(news.said)
                self.room.services.renew_notes()
                self.room.reopen()
                self._look()
            case Failed():
                self._say(f"not moved: {news.reason}")

    def _look(self) -> None:
        archive = self.room.archive()

        def listed() -> Listed:
            homeless = with_catalogue(archive, archive.notebook.homeless)
            return Listed((*reversed(homeless), *archive.notebook.emptied()[:_MOST]))

        self._errands.run(listed)

    def _move(self, note: "Note") -> None:
        brief, notebook, now = self.room.navigator.brief, self.room.archive().notebook, self.room.now()
        back = spelled(self.room.app, _UNDONE)
        if note.aside:
            self._errands.run(lambda: _brought_back(notebook, note, now, back))
            return
        opened = self.room.navigator.opened
        if brief is None or opened is None or not self.room.archive().library.file(opened.path).is_file():
            self._say("No brief that is there is open to move it to: go back and open one")
            return

        def moved() -> Moved:
            owned = replace(moved_to(note, brief, WHOLE, 0, notebook.library), library=notebook.library)
            notebook.keep(Draft.of(owned), now)
            return Moved(lambda: notebook.keep(Draft.of(note), now), f"moved to {brief.title} · {back}")

        self._errands.run(moved)

    def _undo(self) -> None:
        undo = self._last()
        if undo is None:
            return

        def taken_back() -> Moved:
            undo()
            return Moved(None, "taken back")

        self._errands.run(taken_back)


def _brought_back(notebook: "Notebook", note: "Note", now: "datetime", undone: str) -> Moved:
    back = notebook.bring_back(note, now)
    return Moved(lambda: notebook.put_aside(back), f"back on {note.title or note.brief} · {undone}")
