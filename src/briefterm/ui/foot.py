"""The foot of the reader: what was said of what one looks at, the keys that hold, and the tabs of a narrow screen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefterm.ui.book import TITLES
from briefterm.ui.drawer import Drawer
from briefterm.ui.footing import footing
from briefterm.ui.keymap import commands_of
from briefterm.ui.navigator import SEARCHING, Navigator
from briefterm.ui.view import View
from briefterm.ui.widgets.bars import Keys, Tabs
from briefterm.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from briefterm.ui.commands import Command
    from briefterm.ui.linear_mode import LinearMode

_TABS = (("briefs", "0 Briefs"), *TITLES.items())


class Foot:
    """Knows what was said last, and of which view: it stands there until one looks at something else.

    `linear` is asked for where the linear mode says it. `greeting` is said at first, and again of the first brief.
    """

    def __init__(
        self, screen: Screen[None], navigator: Navigator, linear: "Callable[[], LinearMode]", greeting: str
    ) -> None:
        self._screen = screen
        self._navigator = navigator
        self._linear = linear
        self._greeting = greeting
        self.said = (View(), greeting)

    def say(self, text: str) -> None:
        """Take in what is said of what one looks at."""
        self.said = (self._navigator.book.view, text)

    def greet(self) -> None:
        """Say the greeting of the brief that has been opened, once."""
        self.say(self._greeting)
        self._greeting = ""

    def show(self) -> None:
        """Show what was said, and the keys."""
        view, text = self.said
        said = text if view == self._navigator.book.view else ""
        keys = self._screen.query_one(Keys)
        if self._navigator.linear:
            keys.show((), self._linear().says(said))
            return
        commands = commands_of(self._screen.app)
        focused = (self._screen.focused.id if self._screen.focused is not None else "") or ""
        stops = self._screen.query_one(Drawer).stops if self._screen.has_class(SEARCHING) else ()
        own = () if stops else self._to_dossier(commands)
        vacant = self._navigator.book.vacant
        keys.show((*own, *footing(commands, focused, stops, vacant=vacant)), said)
        self._screen.query_one(Tabs).show(_TABS, self._navigator.pane)

    def _to_dossier(self, commands: "Sequence[Command]") -> "Iterator[Command]":
        """Yield the key that opens a dossier, where the keys are in a list of names or in a text that has some."""
        focused = self._screen.focused
        named = isinstance(focused, Prose) and bool(focused.named)
        if named or (focused is not None and focused.id == "officials"):
            own = "text.follow" if named else "list.choose"
            yield from (replace(one, footer="dossier") for one in commands if one.id == own and one.keys)
