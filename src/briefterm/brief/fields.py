"""The format, field by field: the one table that the reader, the JSON Schema, the template and the docs follow."""

from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cached_property


class Type(StrEnum):
    """What a field's text means."""

    LINE = auto()  # one line of text
    PROSE = auto()  # Markdown
    SLUG = auto()  # an id
    WHEN = auto()  # a date, span or set (edtf)
    PLACE = auto()  # a text, or a mapping of PLACE
    COUNTRY = auto()  # alpha-2 code, English name, or a former state's name
    SIDE = auto()  # host, visitor, mentioned, both, or a country
    ZONE = auto()  # IANA time zone
    LANGUAGE = auto()  # BCP 47
    NUMBER = auto()  # a small whole number
    LINES = auto()  # list of texts; one text is a list of one
    SLUGS = auto()  # list of ids
    COUNTRIES = auto()
    PERSON = auto()  # reference to an official
    PEOPLE = auto()  # references to officials
    CITATIONS = auto()  # references to sources
    ENTRY = auto()  # reference to an entry of the timeline
    OBJECTIVES = auto()
    OFFICIALS = auto()
    AGENDA = auto()
    TIMELINE = auto()
    SOURCES = auto()
    SECTIONS = auto()


@dataclass(frozen=True)
class Field:
    """A field: its name in the file, what it holds, what it is for. `values` closes or suggests a vocabulary.

    One that is `awaited` may be left out, but where it stands there empty it is still to be filled in.
    """

    name: str
    type: Type
    doc: str
    required: bool = False
    values: tuple[str, ...] = ()
    open: bool = False
    awaited: bool = False

    @cached_property
    def target(self) -> str:
        """The attribute of the model that holds it: its name, unless that is a word of Python's."""
        return "since" if self.name == "from" else self.name


@dataclass(frozen=True)
class Table:
    """The fields of one kind of mapping. `short` says what the two halves of a one-key entry are."""

    name: str
    fields: tuple[Field, ...]
    short: tuple[str, str] = ("", "")

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {known.name: known for known in self.fields}

    @cached_property
    def required(self) -> tuple[Field, ...]:
        return tuple(known for known in self.fields if known.required)


KINDS = (
    "visit", "meeting", "ministerial", "summit", "conference", "call", "bio", "country", "position", "issue",
)  # fmt: skip
BRIEF_STATUS = ("draft", "cleared", "final", "superseded", "done", "cancelled")
EVENT_STATUS = ("planned", "under way", "done", "cancelled")
CERTAINTY = ("stated", "expected", "likely", "possible", "inferred")
SIDES = ("host", "visitor", "mentioned")
SOURCE_KINDS = ("official statement", "news", "anonymous", "image")

_SOURCES = Field("sources", Type.CITATIONS, "who says so: ids of entries in `sources`")
_MARKING = Field("marking", Type.LINE, "handling marking of this item alone")
_NOTE = Field("note", Type.PROSE, "a remark")
_ID = Field("id", Type.SLUG, "a short name to refer to it by")

OFFICIAL = Table(
    "officials",
    (
        Field("name", Type.LINE, "as printed, in the order printed", required=True),
        _ID,
        Field("title", Type.LINE, "the office held"),
        Field("org", Type.LINE, "ministry, agency or company"),
        Field("country", Type.COUNTRY, "whom they serve"),
        Field("aliases", Type.LINES, "other names and spellings they are found by"),
        Field("say", Type.LINE, "how the name is pronounced"),
        Field("side", Type.SIDE, "on which side of the table", values=SIDES),
        Field("role", Type.LINE, "what they do at this event"),
        Field("rank", Type.NUMBER, "order of precedence, 1 first; file order otherwise"),
        Field("from", Type.WHEN, "in office since"),
        Field("to", Type.WHEN, "in office until"),
        Field("last_met", Type.WHEN, "when the principal last met them"),
        Field("bio", Type.PROSE, "who they are"),
        _NOTE,
        _SOURCES,
        _MARKING,
    ),
    short=("id", "name"),
)
AGENDA = Table(
    "agenda",
    (
        Field("topic", Type.LINE, "what it is about", required=True),
        _ID,
        Field("when", Type.WHEN, "when it is to be taken", awaited=True),
        Field("place", Type.PLACE, "where"),
        Field("by", Type.SIDE, "the side that raises it", values=(*SIDES[:2], "both")),
        Field("who", Type.PEOPLE, "officials who lead or attend"),
        Field("ask", Type.LINE, "what is asked for"),
        Field("points", Type.LINES, "points to make"),
        Field("if_raised", Type.LINES, "what to say if the other side raises it"),
        Field("avoid", Type.LINES, "what not to say"),
        Field("background", Type.PROSE, "what one must know"),
        Field("certainty", Type.LINE, "how sure it is", values=CERTAINTY),
        _NOTE,
        _SOURCES,
        _MARKING,
        Field("language", Type.LANGUAGE, "in which it is held"),
    ),
    short=("by", "topic"),
)
TIMELINE = Table(
    "timeline",
    (
        Field("date", Type.WHEN, "when", required=True),
        Field("event", Type.LINE, "what happens or happened", required=True),
        _ID,
        Field("place", Type.PLACE, "where"),
        Field("who", Type.PEOPLE, "officials who take part"),
        Field("status", Type.LINE, "how far it has come", values=EVENT_STATUS),
        Field("certainty", Type.LINE, "how sure it is", values=CERTAINTY),
        Field("after", Type.ENTRY, "the entry it follows, where only the order is known"),
        _NOTE,
        _SOURCES,
        _MARKING,
    ),
    short=("date", "event"),
)
SOURCE = Table(
    "sources",
    (
        Field("name", Type.LINE, "who or what it is", required=True),
        _ID,
        Field("kind", Type.LINE, "what sort of source", values=SOURCE_KINDS, open=True),
        Field("date", Type.WHEN, "when it was published or said"),
        Field("url", Type.LINE, "where it can be read"),
        Field("quote", Type.PROSE, "the words themselves"),
        Field("reliability", Type.LINE, "how far it can be trusted"),
        _NOTE,
    ),
    short=("id", "name"),
)
PLACE = Table(
    "place",
    (
        Field("name", Type.LINE, "what it is called"),
        Field("venue", Type.LINE, "building or room"),
        Field("city", Type.LINE, "city"),
        Field("country", Type.COUNTRY, "country"),
    ),
)
OBJECTIVES = Table(
    "objectives",
    (
        Field("ours", Type.LINES, "what we want"),
        Field("theirs", Type.LINES, "what they want"),
    ),
)
BRIEF = Table(
    "brief",
    (
        Field("title", Type.LINE, "what the brief is called", required=True),
        Field("brief", Type.LINE, "version of the format, 1 if left out"),
        Field("id", Type.SLUG, "unique in the library; the path without its suffix if left out"),
        Field("kind", Type.LINE, "what sort of brief", values=KINDS, open=True),
        Field("date", Type.WHEN, "its own date or span", awaited=True),
        Field("place", Type.PLACE, "where"),
        Field("countries", Type.COUNTRIES, "the countries concerned"),
        Field("timezone", Type.ZONE, "the zone of every clock time without an offset"),
        Field("language", Type.LANGUAGE, "the language it is written in"),
        Field("as_of", Type.WHEN, "the day on which the facts were true"),
        Field("status", Type.LINE, "how far it has come", values=BRIEF_STATUS),
        Field("version", Type.LINE, "its own version"),
        Field("supersedes", Type.LINE, "id of the brief it replaces"),
        Field("marking", Type.LINE, "handling marking, shown on every screen and export"),
        Field("principal", Type.PERSON, "whom it is for, or whose visit it is"),
        Field("summary", Type.PROSE, "a few lines"),
        Field("objectives", Type.OBJECTIVES, "what is to be reached"),
        Field("officials", Type.OFFICIALS, "the people"),
        Field("agenda", Type.AGENDA, "the topics"),
        Field("timeline", Type.TIMELINE, "history and programme, one chronological list"),
        Field("background", Type.PROSE, "as long as it needs to be"),
        Field("sections", Type.SECTIONS, "further prose, a heading each"),
        Field("sources", Type.SOURCES, "who says so"),
        Field("open_questions", Type.LINES, "what is not known yet"),
        Field("tags", Type.LINES, "words to find it by"),
        Field("related", Type.SLUGS, "ids of other briefs"),
    ),
)
TABLES = (BRIEF, OFFICIAL, AGENDA, TIMELINE, SOURCE, PLACE, OBJECTIVES)
