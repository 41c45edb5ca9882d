"""Days as they are asked for: a date of the format, two of them, or a word such as `this-week`."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from briefterm.brief.edtf import DateError, parse_when
from briefterm.search.spoken import as_written, is_begun


class Days(NamedTuple):
    """From one day to another, both included."""

    first: date
    last: date


class UnfinishedError(ValueError):
    """What was typed so far may become a date. `so_far` are the days it already names, if any."""

    def __init__(self, so_far: Days | None) -> None:
        super().__init__("the date is not finished")
        self.so_far = so_far


class NoDateError(ValueError):
    """It is no date."""


_UNIT = re.compile(r"(?P<which>this|last|next|previous)[-_ ](?P<unit>day|week|month|year|decade)")
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
_WHICH = {"this": 0, "last": -1, "previous": -1, "next": 1}
_RANGE = re.compile(r"\[(?P<a>.*?)(?:\s+to(?:\s+(?P<b>[^\]]*))?)?\]?", re.IGNORECASE | re.DOTALL)
_OPEN = ("", "..", "*")
_PARTIAL = re.compile(r"(?P<done>\d{4}(?:-\d\d)?)?(?:\d{0,3}|-\d?|-)", re.ASCII)
_WORDS = (*_NEAR, *(f"{which}-{unit}" for which in _WHICH for unit in ("week", "month", "year")))


def read_days(text: str, today: date) -> Days:
    """Return the days that `text` names, seen from `today`. Raises UnfinishedError, NoDateError."""
    text = text.strip()
    if text.startswith(("[", "{")):
        found = _RANGE.fullmatch(text.replace("{", "[").replace("}", "]"))
        if found is None or found["b"] is None or not found["b"].strip():
            raise UnfinishedError(_so_far(found["a"], today) if found else None)
        return _between(found["a"], found["b"], today)
    for sign, ends in ((">=", True), ("<=", False)):
        if text.startswith(sign):
            return _between(text[2:], "", today) if ends else _between("", text[2:], today)
    if text.startswith(">"):
        return after(_one(text[1:].strip(), today))
    if text.startswith("<"):
        return before(_one(text[1:].strip(), today))
    if ".." in text:
        a, _, b = text.partition("..")
        return _between(a.rstrip("/"), b.lstrip("/"), today)
    return _one(text, today)


def before(days: Days) -> Days:
    """Return every day before the first of `days`."""
    if days.first == date.min:
        raise NoDateError("nothing is before that")
    return Days(date.min, days.first - timedelta(days=1))


def after(days: Days) -> Days:
    """Return every day after the last of `days`."""
    if days.last == date.max:
        raise NoDateError("nothing is after that")
    return Days(days.last + timedelta(days=1), date.max)


def _between(a: str, b: str, today: date) -> Days:
    a, b = a.strip(), b.strip()
    first = date.min if a in _OPEN else _one(a, today).first
    last = date.max if b in _OPEN else _one(b, today).last
    if a in _OPEN and b in _OPEN:
        raise UnfinishedError(None)
    return Days(min(first, last), max(first, last))


def _one(text: str, today: date) -> Days:
    lower = text.lower()
    if lower in _NEAR:
        day = today + timedelta(days=_NEAR[lower])
        return Days(day, day)
    unit = _UNIT.fullmatch(lower)
    if unit:
        return _unit(unit["unit"], _WHICH[unit["which"]], today)
    try:
        when = parse_when(as_written(text) or text)
    except DateError:
        partial = _PARTIAL.fullmatch(text)
        if partial and partial["done"] != text:
            raise UnfinishedError(_so_far(partial["done"] or "", today)) from None
        if len(lower) > 1 and any(word.startswith(lower) for word in _WORDS):
            raise UnfinishedError(None) from None
        if is_begun(text):
            raise UnfinishedError(None) from None
        a, slash, b = text.partition("/")
        if slash and not b:
            raise UnfinishedError(_so_far(a, today)) from None
        raise NoDateError(text) from None
    return Days(when.first, when.last)


def _so_far(text: str, today: date) -> Days | None:
    try:
        return _one(text, today) if text else None
    except ValueError:
        return None


def _unit(unit: str, step: int, today: date) -> Days:
    match unit:
        case "day":
            first = today + timedelta(days=step)
            return Days(first, first)
        case "week":  # Monday to Sunday, as in ISO 8601
            first = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
            return Days(first, first + timedelta(days=6))
        case "month":
            month = today.year * 12 + today.month - 1 + step
            first, following = (date(m // 12, m % 12 + 1, 1) for m in (month, month + 1))
            return Days(first, following - timedelta(days=1))
        case "decade":
            first = date(today.year // 10 * 10 + step * 10, 1, 1)
            return Days(first, date(first.year + 9, 12, 31))
        case _:
            return Days(date(today.year + step, 1, 1), date(today.year + step, 12, 31))


def ordinals(first: date, last: date) -> tuple[int, int]:
    """Return two days as the numbers the index keeps (date.toordinal)."""
    return first.toordinal(), last.toordinal()
