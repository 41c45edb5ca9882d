"""Strategies for dates as briefs write them."""

import re
from datetime import date

from hypothesis import strategies as st

from briefterm.brief.when import MONTHS

_YEARS = st.integers(1, 9999)
_OFFSETS = st.sampled_from(["", "Z", "+05:30", "-08:00", "+14:00", "-12"])
_CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
_ROUGH = st.one_of(
    st.integers(1, 99).map("{:02}XX".format),
    st.integers(1, 999).map("{:03}X".format),
    _YEARS.map("{:04}".format),
    st.builds("{:04}-{:02}".format, _YEARS, st.sampled_from([*range(1, 13), *range(21, 25)])),
    st.dates().map(date.isoformat),
)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A single date of any precision, perhaps in doubt."""
    text = draw(_ROUGH)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) and draw(st.booleans()):
        text = f"{text}{draw(st.sampled_from('T '))}{draw(_CLOCKS)}{draw(_OFFSETS)}"
    mark = draw(st.sampled_from(["", "", "~", "?", "%"]))
    return mark + text if draw(st.booleans()) else text + mark


@st.composite
def spans(draw: st.DrawFn) -> str:
    """A span that ends no earlier than it begins, perhaps open at one end, or of clock times within a day."""
    days = sorted([draw(st.dates()), draw(st.dates())])
    kind = draw(st.sampled_from(["days", "months", "years", "rough", "clocks", "times", "open start", "open end"]))
    start, end = (day.isoformat() for day in days)
    match kind:
        case "months":
            return f"{start[:7]}/{end[:7]}"
        case "years":
            return f"{start[:4]}/{end[:4]}"
        case "rough":
            return f"{start}/{end[:7]}~" if draw(st.booleans()) else f"{start[:4]}?/{end}"
        case "clocks":
            first, last = sorted([draw(_CLOCKS), draw(_CLOCKS)])
            return f"{start}T{first}{draw(_OFFSETS)}/{last}"
        case "times":
            first, last = sorted([draw(_CLOCKS), draw(_CLOCKS)])
            offset = draw(_OFFSETS)
            return f"{start}T{first}{offset}/{end}T{last}{offset}"
        case "open start":
            return f"../{draw(dates())}"
        case "open end":
            return f"{draw(dates())}/.."
        case _:
            return f"{start}/{end}"


def numbers_in(text: str) -> list[int]:
    """Every number in a date as shown, but those of its offset from UTC."""
    return [int(found) for found in re.findall(r"[0-9]+", re.sub(r" [+-]\d\d:\d\d", "", text))]


def numbers_meant(written: str) -> set[int]:
    """The numbers that a date or span may be shown with."""
    centuries = {int(found) + 1 for found in re.findall(r"(?<!\d)(\d\d)XX", written)}
    decades = {int(found) * 10 for found in re.findall(r"(?<!\d)(\d{3})X", written)}
    return {int(found) for found in re.findall(r"[0-9]+", written)} | centuries | decades


def months_meant(written: str) -> set[str]:
    found = re.findall(r"(?<!\d)\d{4}-(0\d|1[012])", written)
    return {MONTHS[int(month) - 1] for month in found}
