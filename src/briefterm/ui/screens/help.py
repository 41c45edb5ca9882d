"""All keys, from the registry: those of where one stands first, and fewer as one types.

Beside each command stands the id by which the configuration gives it other keys; where there is no room, or where all
is heard, once something is typed.
"""

from collections.abc import Iterator
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input

from briefterm.ui.commands import Command, Place, bindings, shown_key
from briefterm.ui.keymap import bordered, commands_of, written
from briefterm.ui.layout import Block, wrap
from briefterm.ui.text.legend import SIGNS
from briefterm.ui.text.search_help import FORMS
from briefterm.ui.widgets.inked import LINEAR
from briefterm.ui.widgets.line_input import LineInput
from briefterm.ui.widgets.prose import Prose

_KEYS = 20
_WIDEST, _ROOMY = 84, 80  # cells of the box at most, and of a screen that has room for ids
_FRAME = 5  # cells of border, padding and scroll bar
_AGAIN = "?"
_HINT = "type to filter · {help.up} {help.down} scroll · {help.close} closes"
_FORMS = "What can be searched for"
_SIGNS = "Signs"


class Help(ModalScreen[None]):
    """The keys, by where they hold; `here` are the places one has come from, the nearest first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.HELP)]
    HERE = None

    def __init__(self, here: tuple[Place, ...] = ()) -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """Make the page, and the line above it that filters."""
        with Vertical(id="help") as box:
            box.border_title = "Keys and help"
            words = LineInput("a key, or a word of what you want to do", id="filter")
            yield words
            page = Prose(id="all-keys")
            page.can_focus = False
            yield page

    def on_mount(self) -> None:
        """Fill the page."""
        self._fill("")
        self.query_one(Input).focus()

    def on_resize(self, event: Resize) -> None:
        """Set the page for another width."""
        self.query_one("#help").border_subtitle = bordered(self.app, _HINT, event.size.width)
        self._fill(self.query_one(Input).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has all the words; the key that opened the help closes it again."""
        event.stop()
        if event.value == _AGAIN:
            self.dismiss()
        else:
            self._fill(event.value)

    def action_line(self, step: int) -> None:
        """Scroll by a line."""
        self.query_one(Prose).action_line(step)

    def action_page(self, step: int) -> None:
        """Scroll by a screenful."""
        self.query_one(Prose).action_page(step)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    def _fill(self, words: str) -> None:
        page = self.query_one(Prose)
        blocks = list(self._blocks(words, page))
        if not blocks:
            blocks = [
                Block(Text("No key and no word of a command is like that: take letters back.", page.ink["quiet"]))
            ]
        page.show(blocks)

    def _blocks(self, words: str, page: Prose) -> Iterator[Block]:
        for place in self._here:
            yield from self._commands(place, words, page)
        if not self._linear:
            signs = [(sign, Text(says)) for sign, says in SIGNS if _meant(f"{sign} {says} {_SIGNS}", words)]
            yield from self._group(_SIGNS, signs, page)
        forms = [(query, Text(says)) for query, says in FORMS if _meant(f"{query} {says} {_FORMS}", words)]
        yield from self._group(_FORMS, forms, page)
        for place in (place for place in Place if place not in self._here):
            yield from self._commands(place, words, page)

    def _commands(self, place: Place, words: str, page: Prose) -> Iterator[Block]:
        found = [one for one in commands_of(self.app) if one.place is place and _meant(_said(one), words)]
        between = ", " if self._linear else "  "
        lines = [
            (
                between.join(written(self.app, key) for key in command.keys) or "no key",
                self._named(command, words, page),
            )
            for command in found
        ]
        standing = " · where you are" if self._here and place is self._here[0] else ""
        yield from self._group(f"{place.value}{standing}", lines, page)

    def _named(self, command: Command, words: str, page: Prose) -> Text:
        """Return what a command does, and its id where there is room for that or something is asked for."""
        name, width = (command.id, page.ink["quiet"]), self.app.size.width
        if not self._linear and width >= _ROOMY:
            room = min(width, _WIDEST) - _FRAME - _KEYS
            gap = room - wrap(Text(command.title), room)[-1].cell_len - len(command.id)
            return Text.assemble(command.title, " " * gap if gap > 1 else f"\n{' ' * (room - len(command.id))}", name)
        return Text.assemble(command.title, " · " if self._linear else "\n", name) if words else Text(command.title)

    def _group(self, heading: str, lines: list[tuple[str, Text]], page: Prose) -> Iterator[Block]:
        if lines:
            yield Block(Text(heading, page.ink["heading"]))
            for left, right in lines:
                lead = f"{left}:" if self._linear else f"  {left:<{_KEYS - 4}}  "
                yield Block(right, Text(lead, page.ink["key"]), _KEYS)
            yield Block(Text())

    @property
    def _linear(self) -> bool:
        """Whether the page is for being heard or felt."""
        return self.app.has_class(LINEAR)


def _said(command: Command) -> str:
    return " ".join((command.title, command.place.value, command.id, *command.keys, *map(shown_key, command.keys)))


def _meant(said: str, words: str) -> bool:
    """Return whether every word stands in what is said; a single sign is a key, and only where it stands alone."""
    there = said.split()
    return all(word in there if len(word) == 1 else word.casefold() in said.casefold() for word in words.split())
