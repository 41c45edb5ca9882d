"""Dates in the notation of EDTF (ISO 8601-2), levels 0 and 1, as far as briefs use it.

Source: Library of Congress, Extended Date/Time Format specification, 2019. Added, because people write it: the mark
of approximation in front (`~2023-06`), and a span of clock times within one day (`2023-11-08T09:30/11:00`).
"""

import re
from dataclasses import replace
from datetime import UTC, date, time, timedelta, timezone
from functools import lru_cache

from briefterm.brief.safe import shorten
from briefterm.brief.when import MONTHS, Point, Precision, Span, When

EXAMPLES = "2018, 2023-11, 2023-11-08, 2023-11-08T09:30, 2023-11-03/2023-11-10, ../1870, 2023-06~"

_DATE = re.compile(
    r"(?P<before>[~?%]?)"
    r"(?:(?P<century>\d\d)XX|(?P<decade>\d{3})X"
    r"|(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ](?P<clock>\S+?))?)?)?)"
    r"(?P<after>[~?%]?)",
    re.ASCII,
)
_CLOCK = re.compile(
    r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"(?P<offset>Z|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)
_LOOSE = re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<day>\d{1,2}))?", re.ASCII)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?[ -](?P<name>[A-Za-z]{3,9})\.?,?[ -](?P<year>\d{4})", re.ASCII
)
_MONTH_FIRST = re.compile(
    r"(?P<name>[A-Za-z]{3,9})\.?(?: (?P<day>\d{1,2})(?:st|nd|rd|th)?,?)? (?P<year>\d{4})", re.ASCII
)
_LONGEST = 120
_FURTHEST_WEST, _FURTHEST_EAST = timedelta(hours=12), timedelta(hours=14)
_SLASHED = re.compile(r"(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<year>\d{4})", re.ASCII)


class DateError(ValueError):
    """The text is no date; the message says what is wrong and what to write."""


def parse_when(text: str) -> When:
    """Return the When that `text` means, or raise DateError. A list of dates in one text is not read here."""
    written = text.strip()
    if len(written) > _LONGEST:
        raise DateError(f"`{shorten(written)}` is too long for a date; write it as one of {EXAMPLES}")
    return _parsed(written)


@lru_cache(maxsize=1024)
def _parsed(written: str) -> When:
    return When(written, (_span(written),))


def parse_set(texts: list[str]) -> When:
    """Return the When of a set of dates, or raise DateError for the first text that is none."""
    spans = tuple(span for text in texts for span in parse_when(text).spans)
    return When(", ".join(text.strip() for text in texts), spans)


def _span(text: str) -> Span:
    before, slash, after = (part.strip() for part in text.partition("/"))
    if not slash or _SLASHED.fullmatch(text) or _LOOSE.fullmatch(text):
        point = _point(text)
        return Span(point, point)
    if before in ("..", "") and after in ("..", ""):
        raise DateError(f"`{shorten(text)}` has neither start nor end; leave the date out")
    if not before or not after:
        example = f"../{after}" if after else f"{before}/.."
        raise DateError(f"`{shorten(text)}` lacks an end; write `{example}` where it is open")
    start = None if before == ".." else _point(before)
    end = None if after == ".." else _end(after, start)
    if start is not None and end is not None and _ends_before(start, end):
        raise DateError(f"`{shorten(text)}` ends before it begins; {_put_right(before, after, start)}")
    return Span(start, end)


def _end(text: str, start: Point | None) -> Point:
    clock = _CLOCK.fullmatch(text)
    if clock is None:
        return _point(text)
    if start is None or start.clock is None:
        raise DateError(f"`{text}` is a time without a day; write it as 2023-11-08T09:30/11:00")
    moment, offset = _clock(clock, text)
    if offset is None:
        offset = start.offset
    return Point(Precision.MINUTE, start.first, start.last, moment, offset)


def _put_right(before: str, after: str, start: Point) -> str:
    """Return what to do about a span that ends before it begins: a time alone may be one of the day after."""
    if _CLOCK.fullmatch(after) and start.first < date.max:
        return f"write `{before}/{start.first + timedelta(days=1)}T{after}` if it ends on the day after"
    return "exchange the two dates"


def _ends_before(start: Point, end: Point) -> bool:
    if start.offset is not None and end.offset is not None:
        return start.begins.replace(tzinfo=start.offset) > end.ends.replace(tzinfo=end.offset)
    return start.begins > end.ends


def _point(text: str) -> Point:
    if len(text) == 10 and text[4] == text[7] == "-" and text[:4].isdigit():
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass  # said in full below
        else:
            return Point(Precision.DAY, day, day)
    found = _DATE.fullmatch(text)
    if found is None:
        raise DateError(_advice(text))
    marks = found["before"] + found["after"]
    point = _rough(found, text) if found["year"] is None else _dated(found, text)
    if not marks:
        return point
    return replace(point, approximate="~" in marks or "%" in marks, uncertain="?" in marks or "%" in marks)


def _rough(found: re.Match[str], text: str) -> Point:
    """A century or a decade."""
    length, precision = (100, Precision.CENTURY) if found["century"] else (10, Precision.DECADE)
    first = int(found["century"] or found["decade"]) * length
    if first == 0:
        raise _year_0(text)
    return Point(precision, date(first, 1, 1), date(first + length - 1, 12, 31))


def _dated(found: re.Match[str], text: str) -> Point:
    """A year, or a part of one."""
    year, month = int(found["year"]), int(found["month"] or 0)
    if year == 0:
        raise _year_0(text)
    if found["month"] is None:
        return Point(Precision.YEAR, date(year, 1, 1), date(year, 12, 31))
    if 21 <= month <= 24 and found["day"] is None:
        return _season(year, month - 20)
    if not 1 <= month <= 12:
        raise DateError(f"`{text}` has month {found['month']}; months run from 01 to 12, seasons from 21 to 24")
    if found["day"] is None:
        return Point(Precision.MONTH, date(year, month, 1), date(year, month, _days_in(year, month)))
    if not 1 <= int(found["day"]) <= _days_in(year, month):
        raise DateError(f"`{text}` does not exist; {MONTHS[month - 1]} {year} has {_days_in(year, month)} days")
    day = date(year, month, int(found["day"]))
    if found["clock"] is None:
        return Point(Precision.DAY, day, day)
    clock = _CLOCK.fullmatch(found["clock"])
    if clock is None:
        raise DateError(f"`{shorten(found['clock'])}` is not a time of day; write it as 09:30, 09:30+05:30 or 09:30Z")
    return Point(Precision.MINUTE, day, day, *_clock(clock, found["clock"]))


def _year_0(text: str) -> DateError:
    return DateError(f"`{text}` is in the year 0; years run from 0001 to 9999")


def _clock(found: re.Match[str], text: str) -> tuple[time, timezone | None]:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        hint = "; midnight is 00:00 of the next day" if (hour, minute) == (24, 0) else ""
        raise DateError(f"`{text}` does not exist; times run from 00:00 to 23:59{hint}")
    return time(hour, minute), _offset(found["offset"], text)


def _offset(written: str | None, text: str) -> timezone | None:
    if written is None:
        return None
    if written == "Z":
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    delta = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or delta > (_FURTHEST_WEST if written[0] == "-" else _FURTHEST_EAST):
        raise DateError(f"`{text}` has no such offset; they run from -12:00 to +14:00")
    return timezone(-delta if written[0] == "-" else delta)


def _season(year: int, season: int) -> Point:
    """Northern meteorological seasons; winter runs into the next year."""
    month = season * 3
    if month < 12:
        last = date(year, month + 2, _days_in(year, month + 2))
    else:
        last = date(year + 1, 2, _days_in(year + 1, 2)) if year < 9999 else date(9999, 12, 31)
    return Point(Precision.SEASON, date(year, month, 1), last, season=season)


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _advice(text: str) -> str:
    shown = shorten(text)
    meant = _meant(text)
    if meant:
        return f"`{shown}` is not a date as we write them; write {meant}"
    if re.fullmatch(r"[+-]?\d{5,}.*", text, re.ASCII):
        return f"`{shown}` is beyond the year 9999; years run from 0001 to 9999"
    return f"`{shown}` is not a date; write it as one of {EXAMPLES}"


def _meant(text: str) -> str | None:
    """Return what a date in another notation would be in ours, or None where it could be two things."""
    found = _LOOSE.fullmatch(text)
    if found:
        return _written(found["year"], int(found["month"]), found["day"])
    found = _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if found:
        names = [index for index, name in enumerate(MONTHS, 1) if found["name"][:3].title() == name]
        return _written(found["year"], names[0], found["day"]) if names else None
    found = _SLASHED.fullmatch(text)
    if found:
        a, b = int(found["a"]), int(found["b"])
        choices = [w for w in (_written(found["year"], b, found["a"]), _written(found["year"], a, found["b"])) if w]
        return " or ".join(dict.fromkeys(choices)) or None
    return None


def _written(year: str, month: int, day: str | None) -> str | None:
    if not 1 <= month <= 12 or year == "0000":
        return None
    if day is None:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{int(day):02}" if 1 <= int(day) <= _days_in(int(year), month) else None
