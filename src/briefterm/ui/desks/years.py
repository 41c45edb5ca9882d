"""The years of the library's briefs: counted beside the screen, at the first brief and when the library changes."""

from typing import TYPE_CHECKING

from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.errands import Errands, with_catalogue
from briefterm.ui.drawer import Drawer
from briefterm.ui.text.years import Years, years_of
from briefterm.ui.workers import Latest

if TYPE_CHECKING:
    from briefterm.library.catalogue import Catalogue
    from briefterm.ui.view import Opened


class YearsDesk(Desk):
    """Has the list show how many briefs there are of each year."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._errands = Errands("years", room, Latest)
        self.refreshed()

    def told(self, news: object) -> None:
        """Show what was counted; where that could not be done, what was counted before stays."""
        if isinstance(news, Years):
            self.room.screen.query_one(Drawer).plot(news)

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Mark the year of the brief that the list stands on now."""
        self.room.screen.query_one(Drawer).point()

    def refreshed(self) -> None:
        """Count anew."""
        archive = self.room.archive()
        self._errands.run(lambda: with_catalogue(archive, _counted))

    def close(self) -> None:
        """Stop the worker."""
        self._errands.close()


def _counted(catalogue: "Catalogue") -> Years:
    return years_of(catalogue.first_days())
