"""The Textual application: themes, one screen, and an end that leaves the terminal as it was."""

import asyncio
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from briefterm.ui import keyboard
from briefterm.ui.commands import COMMANDS
from briefterm.ui.screens.reader import Reader
from briefterm.ui.theme import DARK, THEMES, variables

if TYPE_CHECKING:
    from rich.console import RenderableType

    from briefterm.archive import Archive
    from briefterm.personal.session import Session


_PATIENCE = 8.0  # seconds: notes are written meanwhile


class BrieftermApp(App[None]):
    """One library on one screen."""

    CSS_PATH = "briefterm.tcss"
    TITLE = "briefterm"
    ENABLE_COMMAND_PALETTE = True
    ANIMATION_LEVEL: ClassVar[str] = "none"

    def __init__(
        self,
        archive: "Archive",
        *,
        path: str = "",
        start: str = "",
        now: Callable[[], datetime] = datetime.now,
        theme: str = DARK.name,
        typed: bytes = b"",
        session: "Session | None" = None,
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self._archive = archive
        self._path = path
        self._start = start
        self._now = now
        self._typed = typed
        self._session = session
        self._left = False
        self.unkept = ""
        """Why where the reader was could not be kept, once the app has ended."""
        for house in THEMES:
            self.register_theme(house)
        self.theme = theme

    def get_default_screen(self) -> Screen[Any]:
        """Return the reader."""
        return Reader(self._archive, path=self._path, start=self._start, now=self._now, session=self._session)

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """Keep where the reader is, and end."""
        reader = self.screen_stack[0] if self.screen_stack else None
        if isinstance(reader, Reader) and reader.is_mounted and not self._left:
            self._left = True
            self.unkept = reader.leave()
        super().exit(result, return_code, message)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the colours our styles use."""
        return variables(self.current_theme.dark)

    def on_mount(self) -> None:
        """End in order when the system asks for it; take in keys that were pressed before."""
        if self._typed:
            self.call_after_refresh(self._type_ahead)
        self.app_resume_signal.subscribe(self, self._repaint)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self._end, 128 + number)
            except (NotImplementedError, RuntimeError):  # not on this system, or not in this thread
                return

    def action_help_quit(self) -> None:
        """Say how to leave to whoever tries ctrl+c."""
        reader = self.screen_stack[0]
        if isinstance(reader, Reader):
            reader.action_help_quit()

    def _end(self, status: int) -> None:
        """End in order; at all events, where a terminal that has gone holds that up."""
        last_resort = threading.Timer(_PATIENCE, os._exit, (status,))
        last_resort.daemon = True
        last_resort.start()
        self.exit(None, status)

    def _repaint(self, _: object) -> None:
        """Draw everything: the terminal has been somebody else's."""
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.walk_children():
                widget.refresh()

    def _type_ahead(self) -> None:
        from textual._xterm_parser import XTermParser

        if self._driver is not None:
            for event in XTermParser().feed(self._typed.decode("utf-8", "replace")):
                self._driver.process_message(event)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer every command of the registry in the palette, and the choice of theme."""
        for command in COMMANDS:
            if command.palette and command.id != "app.palette":
                yield SystemCommand(command.title, " ".join(command.keys), self._runner(command.action))
        yield SystemCommand("Theme", "choose colours", self.action_change_theme)

    def _fatal_error(self) -> None:
        """End without showing what was being read: the report goes into the log folder, its path to the terminal."""
        from rich.text import Text

        from briefterm.brief.safe import safe_line
        from briefterm.ui import crash

        now = datetime.now()
        text = crash.report(self._exception or sys.exc_info()[1] or RuntimeError(), now)
        try:
            said = f"briefterm has failed; what happened is in {crash.keep(text, now)}"
        except OSError:
            said = f"briefterm has failed, and its report cannot be kept:\n{text}"
        self._exit_renderables.append(Text(said if "\n" in said else safe_line(said), no_wrap=True, overflow="ignore"))
        self._close_messages_no_wait()

    def _runner(self, action: str) -> Callable[[], None]:
        def run() -> None:
            self.call_later(self.run_action, action)

        return run


def launch(
    archive: "Archive", path: str = "", start: str = "", *, typed: bytes = b"", session: "Session | None" = None
) -> int:
    """Run the app on a brief, with the query `start` or where a session was left, and return its exit status.

    `typed` are keys that were pressed before it could read them. Garbage is not collected before the first screen
    stands.
    """
    gc.disable()
    keyboard.guard()
    app = BrieftermApp(archive, path=path, start=start, typed=typed, session=session)
    app.run()
    if app.unkept:
        from briefterm.brief.safe import safe_line

        print(f"briefterm: {safe_line(app.unkept)}", file=sys.stderr)
    return app.return_code or 0
