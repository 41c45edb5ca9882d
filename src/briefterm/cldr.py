"""Names and dates of the Unicode CLDR, by babel. A locale is its name there: `de`, `pt_BR`."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from babel.core import Locale as Data
from babel.core import UnknownLocaleError, get_global

from briefterm.brief.countries import names
from briefterm.brief.fold import fold
from briefterm.brief.when import MONTHS, SEASONS, WEEKDAYS

_DATE = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?(?:(?P<day>\d{{1,2}})(?:–(?P<to>\d{{1,2}}))? )?"
    rf"(?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{1,4}}))?(?![\w:])"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = frozenset(
    {*MONTHS, *WEEKDAYS, *SEASONS, "about", "from", "until", "and", "century", "s", "st", "nd", "rd", "th", "Z"}
)
_KEPT = "\u200c\u200d"  # joiners, which Persian and the Indic scripts are written with


def all_names() -> list[str]:
    """Return the names of all locales there are."""
    from babel.localedata import locale_identifiers

    return locale_identifiers()


def name_of(written: str) -> str | None:
    """Return the name of the locale that is meant, None where there is none."""
    try:
        return str(Data.parse(written))
    except (UnknownLocaleError, ValueError, TypeError):
        return None


@lru_cache(maxsize=4)
def _data(name: str) -> Data:
    return Data.parse(name)


@lru_cache(maxsize=4)
def territories(name: str) -> dict[str, str]:
    """Return the names of countries by their codes."""
    known = _data(name).territories
    return {code: _clean(known[code]) for code in names() if code in known}


@lru_cache(maxsize=4)
def codes(name: str) -> dict[str, str]:
    """Return the codes of countries by their names, case folded."""
    return {known.casefold(): code for code, known in territories(name).items()}


@lru_cache(maxsize=32)
def weekday(name: str, number: int) -> str:
    """Return a weekday in two letters or so; Monday is 0."""
    return _clean(_data(name).days["stand-alone"]["short"][number])


def month(name: str, day: date) -> str:
    """Return the month of a day, and its year."""
    return _set(name, "yMMMM", day)


@lru_cache(maxsize=4)
def month_names(name: str) -> dict[str, int]:
    """Return the months, 1 to 12, by their names in full and cut short, folded, without a full stop at the end."""
    known = _data(name).months
    return {
        fold(_clean(text)).rstrip("."): number
        for form in ("stand-alone", "format")
        for width in ("abbreviated", "wide")
        for number, text in known[form][width].items()
    }


def first_weekday(name: str) -> int:
    """Return the weekday that weeks begin with, Monday 0; of a language alone, in the country it is most spoken in."""
    likely = name if _data(name).territory else get_global("likely_subtags").get(name, name)
    return _data(name_of(likely) or name).first_week_day


@lru_cache(maxsize=4)
def _months(name: str) -> dict[int, str]:
    """The short names of months as dates with a year have them: some languages have others for a month alone."""
    pattern = _data(name).datetime_skeletons.get("yMMM")
    alone = pattern is not None and "LLL" in pattern.pattern
    known: dict[int, str] = _data(name).months["stand-alone" if alone else "format"]["abbreviated"]
    return known


@lru_cache(maxsize=4)
def _year_first(name: str) -> bool:
    return _set(name, "yMMMd", date(2000, 3, 4)).startswith("2000")


@lru_cache(maxsize=4096)
def date_in(name: str, shown: str) -> str:
    """Return a text that `When.shown` has made in the locale; one it has not made, as it is."""
    if not _WORDS.issuperset(_LETTERS.findall(shown)):
        return shown
    parts: list[str] = []
    end, following = len(shown), ""
    for found in reversed(list(_DATE.finditer(shown))):
        year = found["year"] or (following if _year_first(name) else "")
        following = year
        try:
            told = _told(name, found, year)
        except ValueError:  # no such day
            return shown
        parts += [shown[found.end() : end], told]
        end = found.start()
    return "".join(reversed([*parts, shown[:end]]))


def _told(name: str, found: re.Match[str], year: str) -> str:
    """Return one date, or the days of a month from one to another, in the locale's order. Raises ValueError."""
    number = MONTHS.index(found["month"]) + 1
    skeleton = f"{'y' if year else ''}MMM{'E' if found['weekday'] else ''}{'d' if found['day'] else ''}"
    if not found["day"] and not year:
        return _clean(_months(name)[number])
    numbered = int(year) if year else _year_with(found["weekday"], number, int(found["day"]))
    first = date(numbered, number, int(found["day"] or 1))
    if not found["to"]:
        return _set(name, skeleton, first)
    from babel.dates import format_interval

    return _clean(format_interval(first, first.replace(day=int(found["to"])), skeleton, locale=_data(name)))


def _year_with(weekday: str | None, month: int, day: int) -> int:
    """Return a year that has the day, and has it on that weekday. Raises ValueError where there is none."""
    for year in range(2000, 2028):
        try:
            if weekday is None or WEEKDAYS[date(year, month, day).weekday()] == weekday:
                return year
        except ValueError:  # 29 February
            continue
    raise ValueError(day)


def _set(name: str, skeleton: str, day: date) -> str:
    from babel.dates import format_skeleton

    return _clean(format_skeleton(skeleton, day, locale=_data(name)))


def _clean(text: str) -> str:
    """Return text without signs that turn the direction of reading, and without spaces of a width of their own."""
    kept = (char for char in text if char in _KEPT or unicodedata.category(char) != "Cf")
    return "".join(" " if unicodedata.category(char) == "Zs" else char for char in kept)
