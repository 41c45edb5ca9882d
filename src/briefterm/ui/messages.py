"""What the services say, as messages to the screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from briefterm.brief.problems import Problem
    from briefterm.brief.reader import Reading
    from briefterm.library.refresh import Progress
    from briefterm.personal.anchors import Placed
    from briefterm.search.facets import Facet
    from briefterm.search.finder import Results


@dataclass
class Told(Message):
    """What the worker of a desk has to say; `desk` is that desk's name."""

    desk: str
    news: object


@dataclass
class BriefRead(Message):
    """A brief has been read. `ticket` is the number of the request; `doubts` are those `check` has of its plan."""

    ticket: int
    path: str
    reading: "Reading"
    excerpt: tuple[str, ...]
    notes: "tuple[Placed, ...]" = ()
    bookmarks: "tuple[Placed, ...]" = ()
    doubts: "tuple[Problem, ...]" = ()


@dataclass
class Answered(Message):
    """A search has been answered."""

    ticket: int
    results: "Results"


@dataclass
class Rested(Message):
    """Nothing has been typed for a moment since a search was answered. `ticket` is that of its answer."""

    ticket: int


@dataclass
class Faceted(Message):
    """What the matches of a search have in common. `ticket` is that of its answer."""

    ticket: int
    facets: "tuple[Facet, ...]"


@dataclass
class SearchesRead(Message):
    """The searches made lately, the newest last."""

    queries: tuple[str, ...]


@dataclass
class SearchFailed(Message):
    """A search could not be answered; `reason` is for the person."""

    ticket: int
    reason: str


@dataclass
class Refreshed(Message):
    """The library has been read further."""

    progress: "Progress"


@dataclass
class Changed(Message):
    """Files of the library have changed: their paths in it, folders among them; None where all of it may have."""

    paths: frozenset[str] | None


@dataclass
class OwnChanged(Message):
    """Notes or bookmarks have changed."""


@dataclass
class Unkept(Message):
    """Nothing can be kept in the cache folder; `reason` is for the person."""

    reason: str


@dataclass
class RefreshFailed(Message):
    """The library could not be brought up to date; `reason` is for the person."""

    reason: str
