"""A desk, what it works with, and the desks of one screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from briefterm.ui.keymap import spelled

if TYPE_CHECKING:
    from textual.screen import Screen

    from briefterm.archive import Archive
    from briefterm.ui.messages import Told
    from briefterm.ui.navigator import Navigator
    from briefterm.ui.services import Services
    from briefterm.ui.view import Opened


@dataclass(frozen=True, slots=True)
class Room:
    """What every desk of a screen works with.

    `archive` returns the archive in use, which may change; `say` says something in the footer; `now` is the reader's
    clock without a zone, `moment` the same with it; `reopen` has the open brief read again, to be shown where one is;
    `leave_search` closes the search, if it is open, where one is; `tell` brings a desk, by its name, the news of a
    worker, from any thread.
    """

    screen: "Screen[None]"
    navigator: "Navigator"
    services: "Services"
    archive: Callable[[], "Archive"]
    say: Callable[[str], None]
    now: Callable[[], datetime]
    moment: Callable[[], datetime]
    reopen: Callable[[], None]
    leave_search: Callable[[], None]
    tell: Callable[[str, object], object]

    def say_keys(self, text: str) -> None:
        """Say in the footer a text in which `{search.open}` stands for the key of that command."""
        self.say(spelled(self.app, text))

    def say_none_open(self) -> None:
        """Say that no brief is open, and where there are some."""
        self.say_keys("No brief is open: {pane.briefs} lists them, {library.open} opens another folder")

    @property
    def app(self) -> Any:
        """The app, for pushing screens."""
        return self.screen.app


class Desk:
    """One part of what the reader offers. All of it runs on the app's thread; what is slow goes to workers."""

    def __init__(self, room: Room) -> None:
        self.room = room

    def do(self, what: str) -> None:
        """Carry out a command of this desk."""

    def told(self, news: object) -> None:
        """Take in what a worker has to say."""

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Take in that a brief is shown, or shown again, in place of `before`."""

    def refreshed(self) -> None:
        """Take in that the library has been read to its end."""

    def close(self) -> None:
        """Keep what is to be kept, and stop the workers: the screen ends."""


Make = Callable[[Room], Desk]


class Desks:
    """The desks of one screen by name, each made at its first use; those named in `attending` with the first brief."""

    def __init__(self, room: Room, makers: Mapping[str, Make], attending: tuple[str, ...] = ()) -> None:
        self._room = room
        self._makers = makers
        self._attending = attending
        self._made: dict[str, Desk] = {}

    def at(self, name: str) -> Desk:
        """Return the desk called `name`."""
        if name not in self._made:
            self._made[name] = self._makers[name](self._room)
        return self._made[name]

    def told(self, event: "Told") -> None:
        """Bring news to the desk it is for."""
        self.at(event.desk).told(event.news)

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Tell the desks that attend, and those in use, what is shown now."""
        for name in self._attending:
            self.at(name)
        for desk in tuple(self._made.values()):
            desk.opened(before, opened)

    def refreshed(self) -> None:
        """Tell the desks in use that the library has been read to its end."""
        for desk in self._made.values():
            desk.refreshed()

    def close(self) -> None:
        """Close those in use."""
        for desk in self._made.values():
            desk.close()
