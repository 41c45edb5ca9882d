"""Two letters on every pane and item that can be seen: typing them goes there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click, Key
from textual.geometry import Offset
from textual.screen import ModalScreen

from briefterm.ui.commands import Place, bindings
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.inked import Inked

_AWAITS = "the letters of a place; esc stays"
_LETTERS = "asdfjklghewioprucmnvxtyqzb"  # those under the fingers first


@dataclass(frozen=True, slots=True)
class Target:
    """A pane, or the item `key` in it, and the cell of the screen where it begins."""

    pane: str
    key: int | None
    x: int
    y: int


def labels(count: int) -> list[str]:
    """Return as many labels of two letters, no two alike; of few the first letters differ."""
    pairs = [first + second for second, first in product(_LETTERS, _LETTERS)]
    return pairs[:count]


class Mark(Inked):
    """The two letters of one target."""

    def __init__(self, label: str, target: Target) -> None:
        super().__init__()
        self.label = label
        self.target = target
        self.absolute_offset = Offset(target.x, target.y)

    def render(self) -> Text:
        """Draw them."""
        return Text(self.label, self.ink["marking"])


class JumpScreen(ModalScreen[Target]):
    """Ends with the target whose letters were typed, with None where another key was."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.JUMP)]

    def __init__(self, targets: Sequence[Target], footer: Keys | None) -> None:
        super().__init__()
        self._targets = targets
        self._footer = footer
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Put a label on each target."""
        for label, target in zip(labels(len(self._targets)), self._targets, strict=False):
            yield Mark(label, target)

    def on_mount(self) -> None:
        """Show that letters are awaited."""
        self._pend("'")

    def on_unmount(self) -> None:
        """Leave the footer as it was."""
        self._pend("")

    def on_key(self, event: Key) -> None:
        """Take a letter; a key that leads nowhere leaves."""
        event.stop()
        self._typed += event.character or event.key
        left = list(self._left())
        if not left:
            self.dismiss(None)
        elif len(self._typed) == len(left[0].label):
            self.dismiss(left[0].target)
        else:
            self._pend(f"'{self._typed}")

    def on_click(self, event: Click) -> None:
        """Leave."""
        event.stop()
        self.dismiss(None)

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)

    def _pend(self, typed: str) -> None:
        if self._footer is not None:
            self._footer.pend(typed, _AWAITS if typed else "")

    def _left(self) -> Iterator[Mark]:
        for mark in self.query(Mark):
            mark.display = mark.label.startswith(self._typed)
            if mark.display:
                yield mark
