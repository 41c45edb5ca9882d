"""Another folder of briefs: found as its path is typed, opened in place of the one that is open, remembered."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm.brief.safe import safe_line
from briefterm.config import libraries
from briefterm.config.places import LIBRARY_VARIABLE, from_home
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.errands import Errands
from briefterm.ui.desks.offers import Ask, Counted, Look, Looked, Offers, Open, Ready, Refused
from briefterm.ui.keymap import spelled
from briefterm.ui.workers import Latest

if TYPE_CHECKING:
    from briefterm.ui.app import BrieftermApp
    from briefterm.ui.screens.library import LibraryScreen


@dataclass(frozen=True, slots=True)
class Remembered:
    """The library that is `ready` will be opened the next time too, or will not: then `reason` says why."""

    ready: Ready
    reason: str = ""


class LibraryDesk(Desk):
    """Shows the choice of folders, looks beside it what there is, and has the app open what was chosen."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._looking: Latest[Ask] = Latest("library", self._look)
        self._offers = Offers(
            room.archive().library.root, lambda found: room.tell("library", found), self._looking.idle
        )
        self._errands = Errands("library", room)
        self._screen: LibraryScreen | None = None
        self._tickets = 0

    def do(self, what: str) -> None:
        """Show the choice."""
        from briefterm.ui.screens.library import LibraryScreen

        self._screen = LibraryScreen(self)
        self.room.app.push_screen(self._screen)

    def look(self, text: str) -> int:
        """Ask for the folders that `text` may mean, and return the number of the answer."""
        self._tickets += 1
        self._looking.submit(Look(self._tickets, text))
        return self._tickets

    def open(self, folder: Path, *, anyway: bool) -> int:
        """Ask for a library to be opened, with `anyway` whatever speaks against it; return the number of the answer."""
        self._tickets += 1
        self._looking.submit(Open(self._tickets, folder, anyway))
        return self._tickets

    def told(self, news: object) -> None:
        """Bring the screen what there is; open what was chosen."""
        screen = self._screen
        shown = screen is not None and screen.is_attached
        match news:
            case Looked() | Counted() | Refused():
                if screen is not None and shown:
                    screen.take(news)
            case Ready():
                if screen is not None and shown and screen.ticket == news.ticket:
                    screen.dismiss()
                    self._open(news)
            case Remembered():
                self._switch(news)

    def close(self) -> None:
        """Finish what is being kept."""
        self._looking.close()
        self._errands.close()

    def _look(self, ask: Ask) -> None:
        """Look for folders, in the worker's thread."""
        self._offers(ask)

    def _open(self, ready: Ready) -> None:
        before = self.room.archive().library.root

        def remember() -> Remembered:
            try:
                libraries.remember(ready.archive.library.root, before)
            except OSError as error:
                return Remembered(ready, (error.strerror or str(error)).lower())
            return Remembered(ready)

        self._errands.run(remember)

    def _switch(self, news: Remembered) -> None:
        app: BrieftermApp = self.room.app
        where = safe_line(from_home(news.ready.archive.library.root))
        back = spelled(app, "{library.open} leads back")
        said = f"{where} is open · {self._until(news.reason) or back}"
        app.open_library(news.ready.archive, news.ready.session, said)

    def _until(self, reason: str) -> str:
        """Return why the next start opens another library; empty where it does not."""
        if reason:
            return f"not remembered: {reason}"
        if os.environ.get(LIBRARY_VARIABLE):
            return f"{LIBRARY_VARIABLE} names another: this holds until you leave"
        if self.room.app.preferences.config.library is not None:
            return "config.yaml names another: this holds until you leave"
        return ""
