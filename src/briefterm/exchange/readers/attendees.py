"""The organisers and attendees of a calendar's events, as officials."""

from typing import TYPE_CHECKING, Any

from briefterm.exchange.draft import MOST_ENTRIES, Losses, given
from briefterm.exchange.readers.components import listed
from briefterm.exchange.readers.plain_text import Ids

if TYPE_CHECKING:
    from icalendar import Component


class People:
    """The people of a calendar, each once."""

    def __init__(self, losses: Losses) -> None:
        self._losses = losses
        self._ids = Ids()
        self._known: dict[str, str] = {}
        self.officials: list[dict[str, Any]] = []

    def of(self, event: "Component") -> list[str]:
        """Return the ids of those who attend an event, and remember them as officials."""
        ids = [self._id(value, "organiser") for value in listed(event, "ORGANIZER")]
        for value in listed(event, "ATTENDEE"):
            params = getattr(value, "params", {})
            if str(params.get("CUTYPE", "")).upper() in ("ROOM", "RESOURCE"):
                self._losses.add("room{s} or resource{s}")
            elif str(params.get("PARTSTAT", "")).upper() == "DECLINED":
                self._losses.add("attendee{s} who declined")
            else:
                ids.append(self._id(value, "chair" if str(params.get("ROLE", "")).upper() == "CHAIR" else ""))
        return list(dict.fromkeys(found for found in ids if found))

    def _id(self, value: Any, role: str) -> str:
        address = str(value)
        mail = address[7:] if address[:7].lower() == "mailto:" else ""
        name = str(getattr(value, "params", {}).get("CN", "")).strip() or mail or address
        key = (mail or name).casefold()
        if not key:
            return ""
        if key not in self._known:
            if len(self.officials) >= MOST_ENTRIES:
                self._losses.add("attendee{s} past the limit")
                return ""
            self._known[key] = self._ids.of(name)
            contact = {"x-email": mail} if mail else {}
            self.officials.append(given(name=name, id_=self._known[key], role=role) | contact)
        return self._known[key]
