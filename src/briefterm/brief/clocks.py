"""Clock times that a zone does not have, or has twice: where its clocks are put forward or back."""

from collections.abc import Iterator
from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

from briefterm.brief.when import Point, When, shown_offset


def clock_doubts(when: When) -> Iterator[str]:
    """Yield what is wrong with each clock time that its zone does not have, or has twice, and what to write."""
    if when.zone is None:
        return
    zone = ZoneInfo(when.zone)
    for point in when.points():
        if point.clock is not None and point.offset is None:
            doubt = _doubt(point, zone, when.zone)
            if doubt:
                yield doubt


def _doubt(point: Point, zone: ZoneInfo, name: str) -> str:
    first, second = (point.begins.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    one, other = first.utcoffset(), second.utcoffset()
    if one is None or other is None or one == other:
        return ""
    written = f"{point.begins:%Y-%m-%dT%H:%M}"
    if one > other:
        return (
            f"`{written}` comes twice in {name}, where the clocks go back; write `{written}{_offset(one)}` for the "
            f"first, `{written}{_offset(other)}` for the second"
        )
    instant = first.replace(tzinfo=timezone(one)).astimezone(UTC)
    meant = instant.astimezone(timezone(other))
    return (
        f"`{written}` does not exist in {name}, where the clocks go forward; write `{meant:%Y-%m-%dT%H:%M}` if that is "
        "meant"
    )


def _offset(offset: timedelta) -> str:
    return shown_offset(timezone(offset)).strip()
