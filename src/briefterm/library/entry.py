"""What a list of briefs shows of one, and what the catalogue remembers of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefterm.brief.fold import fold_line
from briefterm.brief.problems import Level
from briefterm.brief.safe import safe_line, shorten
from briefterm.library.files import Stamp, default_id

if TYPE_CHECKING:
    from briefterm.brief.reader import Reading

UNDATED = 0
CANCELLED = "cancelled"
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One brief in brief, long texts cut.

    `first` and `last` are ordinals of its possible days (date.toordinal), UNDATED without; `dates` says of these what
    `ordinals.dates_of` reads.
    """

    path: str
    id: str
    title: str
    kind: str = ""
    date: str = ""
    first: int = UNDATED
    last: int = UNDATED
    place: str = ""
    countries: str = ""
    status: str = ""
    marking: str = ""
    officials: int = 0
    agenda: int = 0
    timeline: int = 0
    errors: int = 0
    warnings: int = 0
    problem: str = ""
    dates: str = ""

    @property
    def readable(self) -> bool:
        """Whether it can be opened as a brief, perhaps with problems."""
        return self.officials >= 0


def title_key(title: str) -> str:
    """Return a title as titles are compared: folded, and cut where an entry cuts it."""
    return fold_line(shorten(title, LONGEST))


def entry_of(stamp: Stamp, reading: "Reading") -> Entry:
    """Return the entry for a file and what reading it gave."""
    from briefterm.library.ordinals import packed_dates

    brief = reading.brief
    worst = next((p for p in reading.problems if p.level is Level.ERROR), None)
    problem = f"line {worst.line}: {worst.message}" if worst else ""
    if brief is None:
        name = default_id(stamp.path)
        title = safe_line(stamp.path.rpartition("/")[2])
        return Entry(stamp.path, name, title, officials=-1, errors=reading.errors, problem=problem)
    dated = brief.date is not None and brief.date.known
    return Entry(
        path=stamp.path,
        id=brief.id,
        title=shorten(brief.title, LONGEST),
        kind=shorten(brief.kind, LONGEST),
        date=brief.date.shown if brief.date else "",
        first=brief.date.first.toordinal() if brief.date and dated else UNDATED,
        last=brief.date.last.toordinal() if brief.date and dated else UNDATED,
        place=shorten(brief.place.shown, LONGEST) if brief.place else "",
        countries=shorten(" ".join(brief.countries), LONGEST),
        status=shorten(brief.status, LONGEST),
        marking=shorten(brief.marking, LONGEST),
        officials=len(brief.officials),
        agenda=len(brief.agenda),
        timeline=len(brief.timeline),
        errors=reading.errors,
        warnings=reading.warnings,
        problem=problem,
        dates=packed_dates(brief.date),
    )
