"""Names of officials in a text: underlined, each with whom it means, so that a key or the mouse can follow it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from briefterm.brief.mentions import Mentions, Who
    from briefterm.ui.text.marks import Marker

_KEY = "who"


def linked(mentions: "Mentions", style: Style, mark: "Marker") -> "Marker":
    """Return a function that marks a text as `mark` does, and sets the names in it in `style`."""

    def link(text: Text) -> Text:
        for start, end, who in mentions.find(text.plain):
            text.stylize(style + Style(meta={_KEY: who}), start, end)
        return mark(text)

    return link


def named_at(style: Style) -> "Who | None":
    """Return whom a name set in `style` means, None where it is of no name."""
    found = style.meta.get(_KEY) if style.meta else None
    return found if isinstance(found, int | str) else None


def named_in(line: Text) -> "Iterator[Who]":
    """Yield whom a line names, in order."""
    for span in sorted(line.spans, key=lambda span: span.start):
        if isinstance(span.style, Style) and (who := named_at(span.style)) is not None:
            yield who
