"""The open brief in another format."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefterm.atomic import create
from briefterm.errors import BrieftermError
from briefterm.exchange.formats import write
from briefterm.exchange.own import NOTHING, Own
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.news import Exported
from briefterm.ui.screens.export import Export, ExportScreen
from briefterm.ui.workers import InOrder

if TYPE_CHECKING:
    from pathlib import Path


class ExportDesk(Desk):
    """Opens the choice of formats, writes beside the screen, and hands the screen how that went."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._screen: ExportScreen | None = None
        self._writing: InOrder[Export] = InOrder("export", self._export)

    def do(self, what: str) -> None:
        """Write the open brief in another format."""
        brief = self.room.navigator.brief
        go_on = self.room.app.held.release
        if brief is None:
            self.room.say_none_open()
            self.room.app.call_later(go_on)
            return
        self._screen = ExportScreen(brief, self.room.navigator.path, self._writing.submit, go_on)
        self.room.app.push_screen(self._screen, lambda said: self.room.say(said or ""))

    def told(self, news: object) -> None:
        """Say how an export went."""
        if not isinstance(news, Exported):
            return
        if self._screen is not None and self._screen in self.room.app.screen_stack:
            self._screen.done(news)
        else:
            self.room.say(news.reason or f"written to {news.path}")

    def close(self) -> None:
        """Finish what is being written."""
        self._writing.close()

    def _export(self, request: Export) -> None:
        try:
            home = self.room.moment().tzinfo or UTC
            own = self.room.archive().own(request.brief, home, request.source) if request.own else NOTHING
        except BrieftermError as error:
            news = Exported(request.path, reason=f"your notes cannot be told from others: {error}")
        else:
            news = exported(request, own)
        self.room.tell("export", news)


def exported(request: Export, own: Own = NOTHING) -> Exported:
    """Write a brief to a new file, with what is the reader's `own` if that is asked for; return how that went."""
    path: Path = request.path
    try:
        written = write(request.brief, request.format, datetime.now(UTC).replace(microsecond=0), own)
        if not written.data:
            return Exported(path, reason=f"there is nothing in this brief to write as {request.format}")
        create(path, written.data)
    except FileExistsError:
        return Exported(path, reason=f"{path} exists already; choose another name")
    except OSError as error:
        return Exported(path, reason=f"not written: {(error.strerror or str(error)).lower()}")
    none = ("notes, for there are none",) if request.own and not own else ()
    return Exported(path.absolute(), (*written.left_out, *none))
