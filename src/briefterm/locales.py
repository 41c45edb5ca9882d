"""The reader's locale: names of countries, months and weekdays, and the order of dates.

What a brief says of time is set in English first (`When.shown`), for data, files and exports; here that is set anew for
the reader's eyes. English stays as it is, and costs nothing: all else, in `cldr`, is imported where it is needed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from briefterm.brief.model import Place
    from briefterm.brief.sides import Delegation
    from briefterm.brief.when import When

VARIABLES = ("LC_ALL", "LC_TIME", "LANG")
"""What says the locale of times, the weightiest first (POSIX.1, 8.2)."""
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SUNDAY = (
    " AG AS AU BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE"
    " PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW "
)
_SATURDAY = " AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY "
_OURS = frozenset({"", "c", "posix", "en"})


@dataclass(frozen=True, slots=True)
class Locale:
    """A locale by its name in CLDR (`de`, `pt_BR`); without one, English."""

    name: str = ""

    def date(self, when: "When | str | None") -> str:
        """Return a date in words, as precise as it is, or a text as `When.shown` makes them; nothing for None.

        Words such as `about` and `until` stay English, and so does a text that is none of ours.
        """
        shown = when if isinstance(when, str) else when.shown if when is not None else ""
        if not self.name or shown.isdecimal():
            return shown
        from briefterm import cldr

        return cldr.date_in(self.name, shown)

    def country(self, code: str) -> str:
        """Return the name of a country by its code, and any other text unchanged."""
        from briefterm.brief.countries import country_name

        if not self.name:
            return country_name(code)
        from briefterm import cldr

        return cldr.territories(self.name).get(code) or country_name(code)

    def place(self, place: "Place | str | None", countries: str = "") -> str:
        """Return a place in words, its country by name; nothing for None.

        Of a text, the last part is a country only where it is one of those whose codes stand in `countries`.
        """
        if place is None:
            return ""
        if isinstance(place, str):
            if not self.name:
                return place
            from briefterm.brief.countries import code_of

            head, comma, last = place.rpartition(", ")
            code = code_of(last)
            return f"{head}{comma}{self.country(code)}" if code and code in countries.split() else place
        if not self.name or not place.country:
            return place.shown
        return ", ".join(part for part in (place.venue, place.name, place.city, self.country(place.country)) if part)

    def side(self, delegation: "Delegation") -> str:
        """Return the name of a delegation."""
        return self.country(delegation.key) if delegation.code else delegation.name

    def weekday(self, number: int) -> str:
        """Return a weekday in two letters or so; Monday is 0."""
        if not self.name:
            return _WEEKDAYS[number]
        from briefterm import cldr

        return cldr.weekday(self.name, number)

    def month(self, month: "datetime.date") -> str:
        """Return a month in words: `June 1961`."""
        if not self.name:
            return f"{MONTHS[month.month - 1]} {month.year}"
        from briefterm import cldr

        return cldr.month(self.name, month)

    def months(self) -> Mapping[str, int]:
        """Return the months, 1 to 12, by their names in full and cut short, folded; none in English."""
        if not self.name:
            return {}
        from briefterm import cldr

        return cldr.month_names(self.name)

    def first_weekday(self, environ: Mapping[str, str]) -> int:
        """Return the weekday that weeks begin with, Monday 0; of English, in the country that the environment names.

        Sunday or Saturday in the countries of the Unicode CLDR's week data that say so, else Monday (ISO 8601).
        """
        if self.name:
            from briefterm import cldr

            return cldr.first_weekday(self.name)
        country = re.split(r"[.@]", environ.get(named_by(environ), ""), maxsplit=1)[0].partition("_")[2].upper()
        return 6 if f" {country} " in _SUNDAY else 5 if f" {country} " in _SATURDAY else 0

    def known_names(self) -> Iterator[tuple[str, str]]:
        """Yield every name a country is known by, with its code: the English ones, and those of the locale."""
        from briefterm.brief.countries import known_names

        yield from known_names()
        if self.name:
            from briefterm import cldr

            yield from ((name, code) for code, name in cldr.territories(self.name).items())

    def code_of(self, text: str) -> str | None:
        """Return the code of the country that `text` names, in English or in the locale, or None."""
        from briefterm.brief.countries import code_of

        found = code_of(text)
        if found is not None or not self.name:
            return found
        from briefterm import cldr

        return cldr.codes(self.name).get(text.casefold())


ENGLISH = Locale()


def locale_of(configured: str, environ: Mapping[str, str]) -> Locale:
    """Return the locale that is `configured`, else the environment's; English where neither is known."""
    return Locale(known(configured or environ.get(named_by(environ), "")) or "")


def named_by(environ: Mapping[str, str]) -> str:
    """Return which variable of the environment says the locale of times; empty where none does."""
    return next((name for name in VARIABLES if environ.get(name)), "")


def known(written: str) -> str | None:
    """Return the name of a locale as CLDR has it, empty for English; None where there is none of it.

    It may be written as POSIX (`de_DE.UTF-8@euro`) or BCP 47 (`de-DE`) has it; a language does where a land does not.
    """
    plain = re.split(r"[.@]", written.strip(), maxsplit=1)[0].replace("-", "_")
    language = plain.partition("_")[0].casefold()
    if language in _OURS:
        return ""
    from briefterm import cldr

    return cldr.name_of(plain) or cldr.name_of(language)
