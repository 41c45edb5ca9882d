"""Notes whose brief has gone: shown in full, and moved to the open brief where the person says so."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefterm.personal.anchors import WHOLE
from briefterm.personal.notebook import moved_to
from briefterm.personal.notes import Draft
from briefterm.ui.desks.errands import Failed, with_catalogue
from briefterm.ui.desks.listing import ListingDesk
from briefterm.ui.keymap import spelled

if TYPE_CHECKING:
    from briefterm.personal.notes import Note


@dataclass(frozen=True, slots=True)
class Listed:
    """The notes whose brief has gone from the library, the newest first."""

    notes: "tuple[Note, ...]"


@dataclass(frozen=True, slots=True)
class Moved:
    """A note has been written as one on another brief; `before` is what it was, None where a move was taken back."""

    before: "Note | None"
    said: str


class LostDesk(ListingDesk["Note"]):
    """Finds them beside the screen."""

    NAME = "lost"

    def do(self, what: str) -> None:
        """List the notes whose brief has gone."""
        from briefterm.ui.screens.lost import LostScreen

        self._show(LostScreen(self.room.archive().notebook.library, self._move, self._undo))
        self._look()

    def told(self, news: object) -> None:
        """Show what has been found or done."""
        match news:
            case Listed() if self._screen is not None:
                self._screen.fill(news.notes)
            case Moved():
                if news.before is not None:
                    self._done.append(news.before)
                self._say(news.said)
                self.room.services.renew_notes()
                self.room.reopen()
                self._look()
            case Failed():
                self._say(f"not moved: {news.reason}")

    def _look(self) -> None:
        archive = self.room.archive()
        self._errands.run(lambda: Listed(tuple(reversed(with_catalogue(archive, archive.notebook.homeless)))))

    def _move(self, note: "Note") -> None:
        brief, notebook, now = self.room.navigator.brief, self.room.archive().notebook, self.room.now()
        back = spelled(self.room.app, "{lost.undo} takes it back")
        if brief is None:
            self._say("No brief is open to move it to: go back and open one")
            return

        def moved() -> Moved:
            owned = replace(moved_to(note, brief, WHOLE, 0, notebook.library), library=notebook.library)
            notebook.keep(Draft.of(owned), now)
            return Moved(note, f"moved to {brief.title} · {back}")

        self._errands.run(moved)

    def _undo(self) -> None:
        note, notebook, now = self._last(), self.room.archive().notebook, self.room.now()
        if note is None:
            return

        def put_back() -> Moved:
            notebook.keep(Draft.of(note), now)
            return Moved(None, "taken back")

        self._errands.run(put_back)
