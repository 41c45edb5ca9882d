"""The properties of an iCalendar component, whatever the icalendar library made of them."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Component


def text(component: "Component", name: str) -> str:
    """Return a property as text, the first where there are several; empty where it is missing."""
    return str(next(iter(listed(component, name)), "")).strip()


def listed(component: "Component", name: str) -> list[Any]:
    """Return every value of a property that the library could read."""
    from icalendar import vBroken

    value = component.get(name)
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [found for found in values if not isinstance(found, vBroken)]


def categories(event: "Component") -> Iterator[str]:
    """Yield what an event is filed under."""
    for value in listed(event, "CATEGORIES"):
        yield from (str(tag).strip() for tag in getattr(value, "cats", [value]))


def moment(component: "Component", name: str) -> date | None:
    """Return a property that is a date or a time; None where it is missing or not to be read."""
    found = getattr(next(iter(listed(component, name)), None), "dt", None)
    return found if isinstance(found, date) else None


def moments(component: "Component", name: str) -> list[date]:
    """Return the dates of a property that may hold several; a period counts by its start."""
    dates = (item.dt for value in listed(component, name) for item in getattr(value, "dts", ()))
    starts = (found[0] if isinstance(found, tuple) else found for found in dates)
    return [found for found in starts if isinstance(found, date)]
