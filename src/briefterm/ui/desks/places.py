"""Back and forward through the briefs that were read, and those read lately."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefterm import paths
from briefterm.personal import recents
from briefterm.personal.recents import Recent
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.errands import Errands, Failed, with_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from briefterm.library.entry import Entry
    from briefterm.ui.screens.recent import RecentScreen


@dataclass(frozen=True, slots=True)
class Listed:
    """The briefs opened lately that are in the library still, the newest first."""

    recents: "tuple[tuple[Recent, Entry], ...]"


class PlacesDesk(Desk):
    """Keeps what is opened to be read, and leads back to it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._errands = Errands("places", room)
        self._screen: RecentScreen | None = None
        self._told = False
        self._travels = room.navigator.travels
        self._travels.on_visit = self._visited
        if self._travels.inside:
            self._visited()

    def do(self, what: str) -> None:
        """Go back or forward, or list the briefs opened lately."""
        if what == "recent":
            self._list()
        elif not self._travels.travel(-1 if what == "back" else 1):
            self.room.say_keys(f"There is nowhere to go {what} to; {{brief.recent}} lists recent briefs")

    def told(self, news: object) -> None:
        """Show the list; say once where it cannot be kept."""
        if isinstance(news, Listed) and self._screen is not None:
            self._screen.fill(news.recents)
        elif isinstance(news, Failed) and not self._told:
            self._told = True
            self.room.say(f"recent briefs are not kept: {news.reason}")

    def close(self) -> None:
        """Finish what is being kept."""
        self._errands.close()

    def _visited(self) -> None:
        brief, file, now = self.room.navigator.brief, self._file, self.room.now()
        if brief is not None:
            self._errands.run(lambda: recents.add(file, brief.id, brief.title, now))

    def _list(self) -> None:
        from briefterm.ui.screens.recent import RecentScreen

        archive, file = self.room.archive(), self._file
        self._screen = RecentScreen(self._travels.jump)
        self.room.app.push_screen(self._screen)
        self._errands.run(
            lambda: Listed(
                tuple(with_catalogue(archive, lambda catalogue: recents.still_there(recents.load(file), catalogue)))
            )
        )

    @property
    def _file(self) -> "Path":
        return paths.library_data(self.room.archive().library.root) / recents.FILE_NAME
