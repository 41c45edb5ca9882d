"""A brief set out for reading: what every document says, in the order it says it, before any format's marks.

Texts are plain but for blocks, which come of Markdown or stand for a list. Nothing here is yet escaped for a format.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

Place = tuple[str, int]
"""What of a brief something is of: a pane or field, and the index there."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner. A line feed in it breaks the line."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False


class Align(StrEnum):
    """How a column of a table is aligned; `USUAL` is as its text runs."""

    USUAL = ""
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Kind(StrEnum):
    """What a block is. `ROW` is one row of a table, `HEAD` its first."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"
    HEAD = "head"
    ROW = "row"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or the like. `depth` counts the lists and quotes it stands in; `sign` begins an item: `•`, `1.`.

    `quoted` counts the quotes among them. `cells` are those of a table's row, which has no `runs`; `aligns` has one for
    each of them.
    """

    runs: tuple[Run, ...] = ()
    kind: Kind = Kind.PARAGRAPH
    depth: int = 0
    sign: str = ""
    quoted: int = 0
    cells: tuple[tuple[Run, ...], ...] = ()
    aligns: tuple[Align, ...] = ()

    @property
    def text(self) -> str:
        """Its text without manner."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks under a heading, which may be empty."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def runs_in(self) -> bool:
        """Whether its heading and first paragraph can share a line."""
        return bool(self.blocks) and self.blocks[0].kind is Kind.PARAGRAPH and not self.blocks[0].depth

    def run_in(self) -> tuple[Block, ...]:
        """Return its blocks, the heading put in front of the first paragraph."""
        first, *rest = self.blocks
        return (replace(first, runs=(Run(self.heading, strong=True), Run(" "), *first.runs)), *rest)


@dataclass(frozen=True, slots=True)
class Item:
    """A person, a topic or an event. `when` is its date in words; `lead` is said right below its heading.

    `cites` are the numbers of notes, and the names of sources that are not among them. `place` is where in the brief
    it stands, where that is known.
    """

    heading: str
    when: str = ""
    lead: str = ""
    ask: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    passages: tuple[Passage, ...] = ()
    cites: tuple[int | str, ...] = ()
    place: Place | None = None

    @property
    def cited(self) -> str:
        """The sources as they stand in a line: `1, 4`; empty where there are none."""
        return ", ".join(f"{cite} (not listed)" if isinstance(cite, str) else str(cite) for cite in self.cites)


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, such as a delegation. The heading may be empty."""

    heading: str
    items: tuple[Item, ...]


class Role(StrEnum):
    """What a part holds; formats lay people, topics and events out differently."""

    PROSE = "prose"
    PEOPLE = "people"
    TOPICS = "topics"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter: passages of prose, which `place` says where in the brief they stand, or groups of items."""

    heading: str
    role: Role = Role.PROSE
    passages: tuple[Passage, ...] = ()
    groups: tuple[Group, ...] = ()
    place: Place | None = None

    @property
    def items(self) -> Iterator[Item]:
        """Its items, of all groups."""
        return (item for group in self.groups for item in group.items)


@dataclass(frozen=True, slots=True)
class Note:
    """A source, by the number it is cited by. `lead` says of what kind and how far to be trusted."""

    number: int
    name: str
    lead: str = ""
    quote: tuple[Block, ...] = ()
    address: str = ""
    remarks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole brief. `edition` says as of when and in which version; `language` is a BCP 47 tag or empty."""

    title: str
    marking: str = ""
    edition: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[Note, ...] = ()
    language: str = ""

    @property
    def banner(self) -> tuple[str, ...]:
        """What stands on every page: the marking, as of when, which version, how many sources."""
        count = len(self.notes)
        sources = f"{count} source{'' if count == 1 else 's'}" if count else "no sources"
        return tuple(part for part in (self.marking, *self.edition, sources) if part)

    def credits(self, room: int) -> str:
        """Name the sources in about `room` characters: `Sources: [1] A; [2] B; and 3 more`; empty without any."""
        said = ""
        for number, note in enumerate(self.notes):
            named = f"[{note.number}] {note.name}"
            more = f"{said}; {named}" if said else f"Sources: {named}"
            left = len(self.notes) - number
            if number and len(more) > room:
                return f"{said}; and {left} more"
            said = more
        return said if len(said) <= room else said[: room - 1].rstrip() + "…"
