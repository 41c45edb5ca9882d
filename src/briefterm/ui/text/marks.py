"""Words that a search matched, marked where they stand."""

from collections.abc import Callable

from rich.style import Style
from rich.text import Text

from briefterm.search.hits import spans_of
from briefterm.search.query import Query

Marker = Callable[[Text], Text]


def unmarked(text: Text) -> Text:
    """Return the text as it is."""
    return text


def marker(query: Query, style: Style) -> Marker:
    """Return a function that marks in a text, in place, what `query` matches there."""

    def mark(text: Text) -> Text:
        for start, end in spans_of(text.plain, query):
            text.stylize(style, start, end)
        return text

    return mark
