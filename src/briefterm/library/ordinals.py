"""Days as the catalogue keeps them: ordinals (date.toordinal), which compare and subtract without a calendar."""

from typing import TYPE_CHECKING, NamedTuple

from briefterm.library.entry import UNDATED

if TYPE_CHECKING:
    from briefterm.brief.when import Span, When

_VAGUE, _SHOWN, _PARTS = "?", "=", "\x1f"


class OneDate(NamedTuple):
    """The days of one date of a set; `vague` where an end of it is open or says a month or a year, and so no day.

    `shown` is it in words, empty where it is the only one.
    """

    first: int
    last: int
    vague: bool
    shown: str = ""


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


def packed_dates(when: "When | None") -> str:
    """Return what the first and last day of `when` do not say of its dates, for `dates_of`; mostly nothing."""
    if when is None or not when.spans:
        return ""
    if len(when.spans) == 1:
        return _vagueness(when.spans[0])
    return _PARTS.join(
        "{}-{}".format(*days_of_span(span)) + _vagueness(span) + _SHOWN + span.shown() for span in when.spans
    )


def dates_of(packed: str, first: int, last: int) -> list[OneDate]:
    """Return every date of what lies between these days, given its packed dates."""
    if packed in ("", _VAGUE):
        return [OneDate(first, last, bool(packed))]
    found = []
    for one in packed.split(_PARTS):
        days, _, shown = one.partition(_SHOWN)
        begins, _, ends = days.removesuffix(_VAGUE).partition("-")
        found.append(OneDate(int(begins), int(ends), days.endswith(_VAGUE), shown))
    return found


def _vagueness(span: "Span") -> str:
    from briefterm.brief.when import Precision

    known = all(point is not None and point.precision >= Precision.DAY for point in (span.start, span.end))
    return "" if known else _VAGUE
