"""The fields a query may name, with the other names people try."""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

from briefterm.search import panes


class Kind(Enum):
    """What the value of a field is."""

    TEXT = "text"
    COUNTRY = "country"
    DATE = "date"
    EVENT = "event"
    BEFORE = "before"
    AFTER = "after"
    SORT = "sort"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what its value is, and the panes it stands in or the label its words carry."""

    name: str
    kind: Kind = Kind.TEXT
    panes: int = panes.EVERYWHERE
    label: str = ""
    says: str = ""
    others: tuple[str, ...] = ()


FIELDS = (
    Field("title", panes=panes.TITLE, says="the brief's title"),
    Field(
        "officials", panes=panes.OFFICIALS, says="names, titles, bios", others=("who", "person", "people", "official")
    ),
    Field("agenda", panes=panes.AGENDA, says="topics with asks and points", others=("topic", "topics", "item")),
    Field("timeline", panes=panes.TIMELINE, says="events", others=("events", "history")),
    Field("background", panes=panes.BACKGROUND, says="the background text", others=("text",)),
    Field("summary", panes=panes.PROSE, says="summary, sections, objectives", others=("sections", "section")),
    Field(
        "place", label="place", says="of the brief, an item, an event", others=("where", "venue", "city", "location")
    ),
    Field("country", Kind.COUNTRY, label="country", says="its name or code: NO is Norway", others=("countries",)),
    Field("kind", label="kind", says="visit, summit, call", others=("type",)),
    Field("tag", label="tag", says="one of its tags", others=("tags",)),
    Field("status", label="status", says="draft, final, cancelled", others=("state",)),
    Field("source", label="source", says="who says so", others=("sources", "from")),
    Field("marking", label="marking", says="how it may be handled", others=("handling", "classification")),
    Field("note", panes=panes.NOTES, says="your own notes", others=("notes", "mine")),
    Field("id", panes=panes.REST, label="id", says="the brief's id or path", others=("path", "file")),
    Field("date", Kind.DATE, says="the brief's days", others=("on", "when", "during")),
    Field("event", Kind.EVENT, panes=panes.TIMELINE, says="days of the timeline's entries"),
    Field("before", Kind.BEFORE, says="earlier than a date"),
    Field("after", Kind.AFTER, says="later than a date"),
    Field("sort", Kind.SORT, says="date, oldest, title or relevance", others=("order",)),
)
_BY_NAME = {name: field for field in FIELDS for name in (field.name, *field.others)}


def field_named(name: str) -> Field | None:
    """Return the field of that name, in any case, or None."""
    return _BY_NAME.get(name.lower())


def nearest_field(name: str) -> str | None:
    """Return the name of the field that was probably meant."""
    near = get_close_matches(name.lower(), _BY_NAME, 1, 0.7)
    return _BY_NAME[near[0]].name if near else None
