"""The officials of a brief and the items that name them, as the catalogue remembers them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from briefterm.library.entry import UNDATED
from briefterm.library.items import moments_of
from briefterm.library.ordinals import days_of, packed_dates
from briefterm.library.sheets import FIELDS, LINES, PARTS

if TYPE_CHECKING:
    from briefterm.brief.model import AgendaItem, Brief, Event, Official
    from briefterm.library.catalogue import Catalogue

PANES = ("agenda", "timeline")


class Appearance(NamedTuple):
    """An official as one brief has them.

    `since` and `to` are as shown, and `first` and `last` the days they may mean at most, as ordinals; UNDATED where
    neither is written, and the last one's last day where `to` is open. `met`, `met_on` and `met_at` are of the field
    `last_met`: as shown, its last day, and the moment (ISO 8601) where it has a clock time; of several dates
    `met_dates` is what `ordinals.dates_of` reads. `bio` says whether there is one.
    """

    name: str
    title: str = ""
    country: str = ""
    org: str = ""
    side: str = ""
    role: str = ""
    since: str = ""
    to: str = ""
    first: int = UNDATED
    last: int = UNDATED
    say: str = ""
    marking: str = ""
    met: str = ""
    met_on: int = UNDATED
    bio: bool = False
    aliases: str = ""
    met_at: str = ""
    met_dates: str = ""

    @property
    def other_names(self) -> list[str]:
        """The aliases, as printed."""
        return self.aliases.split(PARTS) if self.aliases else []


@dataclass(frozen=True, slots=True)
class Naming:
    """An item of a brief that names officials: its pane, its index and theirs, in the order named."""

    pane: str
    index: int
    who: tuple[int, ...]


class Cast(NamedTuple):
    """The people of one brief, and the items that name any of them."""

    path: str
    people: tuple[Appearance, ...]
    naming: tuple[Naming, ...]


def pack(brief: "Brief") -> bytes:
    """Return the officials of `brief` for the sheet `people`, empty where it has none."""
    if not brief.officials:
        return b""
    lists: tuple[tuple[AgendaItem | Event, ...], ...] = (brief.agenda, brief.timeline)
    naming = [
        f"{pane}{FIELDS}{index}{FIELDS}{' '.join(who)}"
        for pane, items in enumerate(lists)
        for index, item in enumerate(items)
        if item.who and (who := dict.fromkeys(str(one.index) for one in item.who if one.index is not None))
    ]
    return LINES.join((str(len(brief.officials)), *map(_appearance, brief.officials), *naming)).encode()


def casts(catalogue: "Catalogue", paths: Sequence[str]) -> Iterator[Cast]:
    """Yield the people of the briefs at `paths` that have any, by path. Raises DamagedError."""
    for path, data in catalogue.sheet("people", paths):
        count, *lines = data.decode().split(LINES)
        officials = int(count)
        yield Cast(path, tuple(map(_read_appearance, lines[:officials])), tuple(map(_read_naming, lines[officials:])))


def names_at(catalogue: "Catalogue", events: Collection[tuple[str, int]]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the names of the officials whom events name, given path and index of each. Raises DamagedError."""
    wanted = frozenset(events)
    timeline = str(PANES.index("timeline"))
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for path, data in catalogue.sheet("people", sorted({path for path, _ in wanted})):
        count, *lines = data.decode().split(LINES)
        for line in lines[int(count) :]:
            pane, index, who = line.split(FIELDS)
            if pane == timeline and (path, int(index)) in wanted:
                found[path, int(index)] = tuple(lines[int(one)].split(FIELDS, 1)[0] for one in who.split(" "))
    return found


def _appearance(official: "Official") -> str:
    """Return an official as a line of the fields of Appearance; those that are empty at its end are left out."""
    since, to, met = official.since, official.to, official.last_met
    first = last = UNDATED
    if since is not None or to is not None:
        first = days_of(since)[0] or days_of(to)[0]
        last = days_of(to)[1] or (date.max.toordinal() if since is not None and since.known else UNDATED)
    line = FIELDS.join(
        (
            official.name,
            official.title,
            official.country,
            official.org,
            official.side,
            official.role,
            since.shown if since else "",
            to.shown if to else "",
            str(first) if first else "",
            str(last) if last else "",
            official.say,
            official.marking,
            met.shown if met else "",
            str(days_of(met)[1]) if met else "",
            "bio" if official.bio else "",
            PARTS.join(official.aliases),
            moments_of(met)[0],
            packed_dates(met) if met and len(met.spans) > 1 else "",
        )
    )
    return line.rstrip(FIELDS)


def _read_appearance(line: str) -> Appearance:
    fields = line.split(FIELDS)
    name, title, country, org, side, role, since, to, first, last, say, marking, met, met_on, bio, aliases, *rest = (
        *fields,
        *[""] * (len(Appearance._fields) - len(fields)),
    )
    office = int(first or UNDATED), int(last or UNDATED)
    return Appearance(
        name,
        title,
        country,
        org,
        side,
        role,
        since,
        to,
        *office,
        say,
        marking,
        met,
        int(met_on or UNDATED),
        bool(bio),
        aliases,
        *rest,
    )


def _read_naming(line: str) -> Naming:
    pane, index, who = line.split(FIELDS)
    return Naming(PANES[int(pane)], int(index), tuple(map(int, who.split(" "))))
