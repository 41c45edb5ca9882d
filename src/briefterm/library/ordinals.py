"""Days as the catalogue keeps them: ordinals (date.toordinal), which compare and subtract without a calendar."""

from typing import TYPE_CHECKING

from briefterm.library.entry import UNDATED

if TYPE_CHECKING:
    from briefterm.brief.when import Span, When


def days_of(when: "When | None") -> tuple[int, int]:
    """Return the first and last day `when` may be, UNDATED twice where it is not known.

    An open end counts as the end that is known.
    """
    if when is None or not when.spans:
        return UNDATED, UNDATED
    if len(when.spans) == 1:
        return days_of_span(when.spans[0])
    days = [days_of_span(span) for span in when.spans]
    return min(first for first, _ in days), max(last for _, last in days)


def days_of_span(span: "Span") -> tuple[int, int]:
    """Return the same of one span."""
    start, end = span.start or span.end, span.end or span.start
    return (start.first.toordinal(), end.last.toordinal()) if start and end else (UNDATED, UNDATED)
