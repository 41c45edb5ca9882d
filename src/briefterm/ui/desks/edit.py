"""The open brief's file in the person's own editor, at the line of what is selected."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from briefterm import editors
from briefterm.brief.lines import line_of
from briefterm.brief.safe import safe_line
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.view import LISTS

if TYPE_CHECKING:
    from briefterm.ui.view import Opened, View


class EditDesk(Desk):
    """Gives the terminal to an editor for as long as it runs, and then has the brief read again."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._edited = ""

    def do(self, what: str) -> None:
        """Open the file of the open brief; from the list at its beginning."""
        opened = self.room.navigator.opened
        if opened is None:
            self.room.say_none_open()
            return
        file = self.room.archive().library.file(opened.path)
        if self.room.archive().library.away:
            self.room.say("The library's folder has gone; nothing can be edited until it is back")
            return
        if not file.is_file():
            self.room.say_keys("The file has gone; nothing can be edited. {pane.briefs} lists the briefs there are")
            return
        focused = self.room.screen.focused
        whole = focused is not None and focused.id == "briefs"
        try:
            command = editors.command(os.environ, file, line_in(opened, self.room.navigator.book.view, whole=whole))
        except editors.NoEditorError as error:
            self.room.say(str(error))
            return
        try:
            with self.room.app.suspend():
                failed = _run(command)
        except SuspendNotSupported:
            self.room.say("This terminal cannot be left to an editor: edit the file in another window")
            return
        self._edited = opened.path
        if failed:
            self.room.say(failed)
        self.room.reopen()

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Say what is wrong in a file that has just been edited."""
        edited, self._edited = self._edited, ""
        count = len(opened.problems)
        if edited == opened.path and opened.brief is not None and count:
            problems = f"{count} problem{'' if count == 1 else 's'}"
            self.room.say_keys(f"{problems} in the file now; {{text.problems}} shows {_them(count)}")


def line_in(opened: "Opened", view: "View", *, whole: bool) -> int:
    """Return the line of a brief's file where what is looked at stands; that of the first problem where it is broken.

    With `whole` the brief as a whole is meant.
    """
    broken = opened.brief is None or opened.stale
    if opened.problems and (broken or view.page == "problems"):
        return opened.problems[0].line
    if opened.brief is None:
        return 1
    if whole:
        return line_of(opened.brief, "title")
    if view.page in ("background", "sources") and view.pane in LISTS:
        return line_of(opened.brief, view.page)
    return line_of(opened.brief, view.pane, view.index)


def _run(command: list[str]) -> str:
    """Run an editor to its end; return why it failed, empty where it has not. Never raises: the app must come back."""
    name = safe_line(os.path.basename(command[0]))  # noqa: PTH119 - a word of a command
    try:
        with _keys_for_the_editor():
            status = subprocess.run(command, check=False).returncode  # noqa: S603 - the person's own, no shell
    except (OSError, ValueError) as error:
        return f"{name} cannot be started ({safe_line(getattr(error, 'strerror', '') or str(error)).lower()})"
    return f"{name} ended with status {status}" if status else ""


@contextmanager
def _keys_for_the_editor() -> Iterator[None]:
    """Leave ctrl+c and ctrl+backslash to the editor. A handler, for what is ignored would be ignored by it as well."""
    numbers = (signal.SIGINT, signal.SIGQUIT) if hasattr(signal, "SIGQUIT") else (signal.SIGINT,)
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _them(count: int) -> str:
    return "it" if count == 1 else "them"
