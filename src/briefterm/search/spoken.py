"""Dates as people write them, `14 June 2017` or `6.6.2011`: what they are in the format's own way."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from briefterm.brief.fold import fold
from briefterm.locales import MONTHS

Months = Callable[[], Mapping[str, int]]
"""Returns the months by their folded names in a language besides English; asked for only where there may be one."""
MOST_WORDS = 6
"""How many words such a date has at most: `Wed 14 June 2017`, `miércoles 14 de junio de 2017`."""
_LETTERS = re.compile(r"[^\W\d_]+")
_OF = "de"
_LEAST = 3  # letters of a month's name
_MONTHS = tuple(month.lower() for month in MONTHS)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?", r"(?P<month>[a-z]{3,9})\.?", r"(?P<year>\d{4})"
_NAMED = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
    )
)
_NUMBERS = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<year>\d{4})(?!\d)", re.ASCII)
_BEGUN = re.compile(
    rf"{_WEEKDAY}(?:\d{{1,2}}(?:[./-](?:\d{{1,2}}(?:[./-]\d{{0,3}})?)?)?"
    r"|(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+)?(?P<month>[a-z]{1,9})\.?,?(?:\s+\d{0,3})?)",
    re.ASCII,
)


def as_written(text: str) -> str | None:
    """Return a date with its year as `2017-06-14` or `2017-06`; None where `text` is none of these.

    Of two numbers the first is the day, unless only the second can be.
    """
    text = text.strip().lower()
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return _of_numbers(numbers)
    for form in _NAMED:
        found = form.fullmatch(text)
        month = _month(found["month"]) if found else 0
        if found and month:
            return _day(found["year"], month, found["day"] if "day" in form.groupindex else None)
    return None


def in_english(text: str, months: Months) -> str:
    """Return `text` with the names of months that `months` knows in English, and without what joins them to a year.

    The beginning of a name does where no other month begins so.
    """

    def english(found: re.Match[str]) -> str:
        word = found[0].lower()
        if len(word) < _LEAST or _month(word):
            return "" if word == _OF else found[0]
        names, folded = months(), fold(word)
        meant = {names[folded]} if folded in names else {names[name] for name in names if name.startswith(folded)}
        return MONTHS[meant.pop() - 1] if len(meant) == 1 else found[0]

    return _LETTERS.sub(english, text)


def forms(meant: str) -> tuple[str, ...]:
    """Return how a day or month of the format, `2017-06-14` or `2017-06`, may be written in words."""
    year, month, *days = meant.split("-")
    names = (MONTHS[int(month) - 1], MONTHS[int(month) - 1][:_LEAST])
    if not days:
        return tuple(f"{name} {year}" for name in names)
    day = int(days[0])
    return tuple(form for name in names for form in (f"{day} {name} {year}", f"{name} {day} {year}"))


def is_begun(text: str) -> bool:
    """Return whether `text` may become such a date: `6 Ju`, `14 June`, `12/11/20`."""
    found = _BEGUN.fullmatch(text.strip().lower())
    return found is not None and (not found["month"] or bool(_month(found["month"], least=1)))


def readings(text: str) -> tuple[str, ...]:
    """Return how each date of three numbers in `text` is read, for the person."""
    said = []
    for found in _NUMBERS.finditer(text):
        read = _of_numbers(found)
        if read is not None:
            either = found["a"] != found["b"] and max(int(found["a"]), int(found["b"])) <= len(_MONTHS)
            said.append(f"{found[0]} is read as {read}{', the day first' if either else ''}")
    return tuple(said)


def _of_numbers(found: re.Match[str]) -> str | None:
    day, month = int(found["a"]), int(found["b"])
    if month > len(_MONTHS) >= day:
        day, month = month, day
    return _day(found["year"], month, str(day)) if 1 <= month <= len(_MONTHS) else None


def _day(year: str, month: int, day: str | None) -> str | None:
    if day is None:
        return f"{year}-{month:02}"
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def _month(text: str, least: int = _LEAST) -> int:
    """Return the month, 1 to 12, whose English name begins with `text`; 0 where none does."""
    if len(text) < least:
        return 0
    text = "sep" if text == "sept" else text
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(text)), 0)
