"""All keys, from the registry."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from briefterm.ui.commands import COMMANDS, Place, shown_key
from briefterm.ui.layout import Block
from briefterm.ui.text.search_help import FORMS
from briefterm.ui.text.signs import SIGNS
from briefterm.ui.widgets.prose import Prose


class Help(ModalScreen[None]):
    """The keys, by where they hold."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,question_mark", "app.pop_screen", "Close")]

    def compose(self) -> ComposeResult:
        """Make the page."""
        page = Prose(id="help")
        page.border_title = "Keys and help"
        page.border_subtitle = "esc closes"
        yield page

    def on_mount(self) -> None:
        """Fill the page."""
        page = self.query_one("#help", Prose)
        ink = page.ink
        blocks: list[Block] = []
        for place in Place:
            blocks.append(Block(Text(place.value, ink["heading"])))
            for command in COMMANDS:
                if command.place is place:
                    keys = "  ".join(shown_key(key) for key in command.keys)
                    blocks.append(Block(Text(command.title), Text(f"  {keys:<16}", ink["key"]), 20))
            blocks.append(Block(Text()))
        blocks.append(Block(Text("What can be searched for", ink["heading"])))
        blocks.extend(Block(Text(says), Text(f"  {query:<18}", ink["key"]), 20) for query, says in FORMS)
        blocks += [Block(Text()), Block(Text("Signs", ink["heading"]))]
        blocks.extend(Block(Text(says), Text(f"  {sign:<18}", ink["now"]), 20) for sign, says in SIGNS)
        page.show(blocks)
        page.focus()
