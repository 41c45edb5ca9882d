"""A few lines of text."""

from collections.abc import Sequence

from rich.text import Text

from briefterm.ui.layout import Block, lay_out
from briefterm.ui.widgets.inked import Inked


class Lines(Inked):
    """Shows lines as they are, or paragraphs set to its width, as many as fit. Told which by `show` and `say`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Text] = ()
        self._blocks: Sequence[Block] = ()

    def show(self, lines: Sequence[Text]) -> None:
        """Show these lines."""
        self._lines, self._blocks = lines, ()
        self.refresh()

    def say(self, blocks: Sequence[Block]) -> None:
        """Show these paragraphs."""
        self._lines, self._blocks = (), blocks
        self.refresh()

    def render(self) -> Text:
        """Draw them."""
        width, height = self.content_size
        lines = lay_out(self._blocks, max(8, width - 1)) if self._blocks else self._lines
        return Text("\n").join(lines[:height])
