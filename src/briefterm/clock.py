"""The reader's clock: the zone at home, and the time there, which can be set for a rehearsal."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from briefterm.errors import UsageError

_WRITE = "write a day and a time, as in 2023-11-10T09:30, 2023-11-10T09:30+05:30 or 2023-11-10T09:30[Asia/Kolkata]"
_FIRST_YEAR, _LAST_YEAR = 2, 9998


class SystemZone(tzinfo):
    """The zone this computer is set to, with its changes of clocks. Times it cannot place count as UTC."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return how far local time is ahead of UTC at a local time; of one that comes twice `fold` says which."""
        if moment is None:
            return None
        try:
            return moment.replace(tzinfo=None).astimezone().utcoffset()
        except (OverflowError, ValueError, OSError):  # beyond what the system's calendar holds
            return timedelta()

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Return None: the system does not say how much of the offset is summer time."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """Return no name."""
        return None

    def fromutc(self, moment: datetime) -> datetime:
        """Return the local time of a moment in UTC that carries this zone."""
        try:
            there = moment.replace(tzinfo=UTC).astimezone()
        except (OverflowError, ValueError, OSError):
            return moment
        first = there.replace(tzinfo=self, fold=0)
        return first if first.utcoffset() == there.utcoffset() else first.replace(fold=1)


SYSTEM = SystemZone()


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock in the zone `home` that is `ahead` of the computer's."""

    home: tzinfo = SYSTEM
    ahead: timedelta = field(default=timedelta())

    def now(self) -> datetime:
        """Return the time at home, with its zone."""
        return (datetime.now(UTC) + self.ahead).astimezone(self.home)

    def set_to(self, moment: datetime) -> "Clock":
        """Return this clock showing `moment` now, and running on from there."""
        return Clock(self.home, moment.astimezone(UTC) - datetime.now(UTC))


def home_zone(name: str) -> tzinfo:
    """Return the zone called `name` in the IANA database, the computer's own where it is empty."""
    if not name:
        return SYSTEM
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def moment_of(text: str, home: tzinfo) -> datetime:
    """Return the moment that a day and a time mean: at home, where neither an offset nor a zone is written.

    A zone stands in brackets (RFC 9557), or after a space. Raises UsageError, which says what to write.
    """
    from zoneinfo import available_timezones

    from briefterm.brief.edtf import DateError, parse_when
    from briefterm.brief.problems import did_you_mean
    from briefterm.brief.safe import shorten
    from briefterm.brief.values import is_zone

    written, zone = _parted(text.strip())
    if zone and not is_zone(zone):
        raise UsageError(
            f"`{shorten(zone)}` is no time zone{did_you_mean(zone, available_timezones()) or f'; {_WRITE}'}"
        )
    try:
        points = list(parse_when(written).points())
    except DateError as error:
        raise UsageError(f"`{shorten(text)}`: {error}; {_WRITE}") from None
    if len(points) != 1 or points[0].clock is None or not points[0].plain:
        raise UsageError(f"`{shorten(text)}` is no moment; {_WRITE}")
    (point,) = points
    if point.offset is not None and zone:
        raise UsageError(f"`{shorten(text)}` has an offset and a zone; write one of them")
    there = home_zone(zone) if zone else point.offset or home
    if not _FIRST_YEAR <= point.first.year <= _LAST_YEAR:
        raise UsageError(f"`{shorten(text)}` is too far off to count days from; {_WRITE}")
    moment = point.begins.replace(tzinfo=there).astimezone(UTC).astimezone(there)
    if moment.replace(tzinfo=None) != point.begins:
        raise UsageError(
            f"`{shorten(text)}` does not exist: the clocks there go forward then; write {moment:%Y-%m-%dT%H:%M} for it"
        )
    return moment


def _parted(text: str) -> tuple[str, str]:
    """Return a date and the zone after it, if any."""
    if text.endswith("]") and "[" in text:
        written, _, zone = text[:-1].partition("[")
        return written.strip(), zone.strip()
    written, _, last = text.rpartition(" ")
    return (written.strip(), last) if written and last[0].isalpha() else (text, "")
