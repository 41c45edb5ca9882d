"""Colours and keys: chosen here, and followed while their files are edited."""

from typing import TYPE_CHECKING

from briefterm import paths
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.news import Reconfigured, ThemeKept
from briefterm.ui.looks import keep_theme
from briefterm.ui.preferences import preferences
from briefterm.ui.workers import InOrder

if TYPE_CHECKING:
    from briefterm.library.watch import Watch
    from briefterm.ui.screens.reader import Reader

_FIRST = {
    "flag": "--theme names another: this holds until you leave",
    "environment": "BRIEFTERM_THEME names another: this holds until you leave",
    "file": "config.yaml names another: this holds until you leave",
}


class LooksDesk(Desk):
    """Opens the choice of themes and keeps what is chosen; brings the app what the configuration says by now."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._keeping: InOrder[str] = InOrder("theme", lambda name: room.tell("looks", kept(name)))
        self._watch = self._watched()

    def do(self, what: str) -> None:
        """Choose a theme."""
        if self.room.app.no_color:
            self.room.say("NO_COLOR is set: there are no colours to choose")
            return
        from briefterm.ui.screens.themes import ThemeScreen

        self.room.app.push_screen(ThemeScreen(self.room.app.theme), self._chosen)

    def told(self, news: object) -> None:
        """Use what the configuration says now; say how keeping a theme went."""
        if isinstance(news, Reconfigured):
            self._reconfigured(news)
        elif isinstance(news, ThemeKept):
            overruled = _FIRST.get(self.room.app.preferences.theme.by, "")
            note = f"not kept: {news.reason}" if news.reason else overruled
            self.room.say(f"{news.name}{' · ' if note else ''}{note}")

    def close(self) -> None:
        """Keep what was chosen, and stop watching."""
        self._keeping.close()
        self._watch.close()

    def _reconfigured(self, news: Reconfigured) -> None:
        reader: Reader = self.room.app.screen_stack[0]
        self.room.app.use(news.preferences)
        reader.reconfigured(news.preferences.notice)

    def _chosen(self, name: str | None) -> None:
        if name:
            self._keeping.submit(name)

    def _watched(self) -> "Watch":
        """Follow the folder of the configuration, which may not be there yet."""
        from briefterm.library.watch import Watch

        theme = self.room.app.preferences.flag
        return Watch(paths.config_file().parent, lambda _: self.room.tell("looks", Reconfigured(preferences(theme))))


def kept(name: str) -> ThemeKept:
    """Keep a theme for the next time, and return how that went."""
    try:
        keep_theme(paths.theme_file(), name)
    except OSError as error:
        return ThemeKept(name, (error.strerror or str(error)).lower())
    return ThemeKept(name)
