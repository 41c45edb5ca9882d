"""Who is in which brief, as the catalogue remembers it: enough to know a person again without parsing any brief.

Two sheets hold it. `rolls` has a line an official, of what tells persons apart and is listed of them, made to be read
for the whole library at once; `people` has all there is to say of the officials of one brief.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefterm.brief.model import AgendaItem, Brief, Event, Official
from briefterm.brief.names import Name, name_of
from briefterm.brief.when import Span, When
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import UNDATED

REFERENCE_KINDS = frozenset({"bio", "country", "position", "issue"})
PANES = ("agenda", "timeline")
_FIELDS, _NAMES, _HALVES, _LINES = "\t", "|", "\x1f", "\n"  # none is in a text of one line, a bar in no key of a name


class Form(NamedTuple):
    """What tells one official from another: the same in many briefs. `names` are of name and aliases, as compared."""

    id: str
    country: str
    name: str
    names: tuple[Name, ...]


class Post(NamedTuple):
    """What else a directory shows. `since` is the first day in office as an ordinal, UNDATED if it is not written."""

    title: str
    org: str
    side: str
    since: int


class Roll(NamedTuple):
    """The officials of one brief in file order, a line each that `halves` takes apart; equal lines mean the same.

    `head` is what `meeting_of` reads.
    """

    path: str
    head: str
    lines: list[str]


class Meeting(NamedTuple):
    """A brief with people in it. `occasion` tells a meeting from a page of reference, such as a list of ambassadors.

    `first` and `last` are the days that its own date may mean (date.toordinal), UNDATED twice without one.
    """

    occasion: bool
    first: int
    last: int


class Appearance(NamedTuple):
    """An official as one brief has them.

    `since` and `to` are as shown, and `first` and `last` the days they may mean at most, as ordinals; UNDATED where
    neither is written, and the last one's last day where `to` is open. `met` and `met_on` are of the field `last_met`;
    `bio` says whether there is one.
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

    @property
    def other_names(self) -> list[str]:
        """The aliases, as printed."""
        return self.aliases.split(_LINES) if self.aliases else []


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


_DEFAULTS = tuple(Appearance(""))


def pack_roll(brief: Brief) -> bytes:
    """Return the officials of `brief` for the sheet `rolls`, empty where it has none."""
    if not brief.officials:
        return b""
    head = _FIELDS.join(map(str, (int(brief.kind not in REFERENCE_KINDS), *days_of(brief.date))))
    return _LINES.join((head, *map(_line, brief.officials))).encode()


def pack_people(brief: Brief) -> bytes:
    """Return the officials of `brief` for the sheet `people`, empty where it has none."""
    if not brief.officials:
        return b""
    people = [_trimmed(_appearance(official)) for official in brief.officials]
    lists: tuple[tuple[AgendaItem | Event, ...], ...] = (brief.agenda, brief.timeline)
    naming = [
        (pane, index, who)
        for pane, items in enumerate(lists)
        for index, item in enumerate(items)
        if (who := list(dict.fromkeys(one.index for one in item.who if one.index is not None)))
    ]
    return json.dumps((people, naming), ensure_ascii=False, separators=(",", ":")).encode()


def rolls(catalogue: Catalogue) -> Iterator[Roll]:
    """Yield the officials of every brief that has any, by path. Raises DamagedError."""
    for path, data in catalogue.sheet("rolls"):
        head, *lines = data.decode().split(_LINES)
        yield Roll(path, head, lines)


def meeting_of(head: str) -> Meeting:
    """Return what sort of brief a roll is of."""
    occasion, first, last = head.split(_FIELDS)
    return Meeting(occasion == "1", int(first), int(last))


def halves(line: str) -> tuple[str, str]:
    """Return what `form_of` and what `post_of` read in a line of a roll. Equal texts mean the same.

    In the first, every word of every name stands folded with a space before it.
    """
    form, _, post = line.partition(_HALVES)
    return form, post


def form_of(half: str) -> Form:
    """Return the form in the first half of a line."""
    person, country, name, names = half.split(_FIELDS)
    return Form(person, country, name, tuple(map(Name, names.split(_NAMES))) if names else ())


def post_of(half: str) -> Post:
    """Return the post in the second half of a line."""
    title, org, side, since = half.split(_FIELDS)
    return Post(title, org, side, int(since))


def casts(catalogue: Catalogue, paths: Sequence[str]) -> Iterator[Cast]:
    """Yield the people of the briefs at `paths` that have any, by path. Raises DamagedError."""
    for path, data in catalogue.sheet("people", paths):
        people, naming = json.loads(data)
        yield Cast(
            path,
            tuple(Appearance(*one) for one in people),
            tuple(Naming(PANES[pane], index, tuple(who)) for pane, index, who in naming),
        )


def names_of(texts: Iterable[str]) -> tuple[Name, ...]:
    """Return the names in `texts` as compared, each once."""
    return tuple(dict.fromkeys(name for text in texts if (name := name_of(text)) is not None))


def days_of(when: When | None) -> tuple[int, int]:
    """Return the first and last day `when` may be, UNDATED twice where it is not known.

    An open end counts as the end that is known.
    """
    if when is None or not when.spans:
        return UNDATED, UNDATED
    if len(when.spans) == 1:
        return days_of_span(when.spans[0])
    days = [days_of_span(span) for span in when.spans]
    return min(first for first, _ in days), max(last for _, last in days)


def days_of_span(span: Span) -> tuple[int, int]:
    """Return the same of one span."""
    start, end = span.start or span.end, span.end or span.start
    return (start.first.toordinal(), end.last.toordinal()) if start and end else (UNDATED, UNDATED)


def _line(official: Official) -> str:
    names = _NAMES.join(names_of((official.name, *official.aliases)))
    since = days_of(official.since)[0] or days_of(official.to)[0]
    form = _FIELDS.join((official.id, official.country, official.name, names))
    return form + _HALVES + _FIELDS.join((official.title, official.org, official.side, str(since)))


def _appearance(official: Official) -> Appearance:
    since, to = official.since, official.to
    in_office = since is not None and since.known
    return Appearance(
        name=official.name,
        title=official.title,
        country=official.country,
        org=official.org,
        side=official.side,
        role=official.role,
        since=since.shown if since else "",
        to=to.shown if to else "",
        first=days_of(since)[0] or days_of(to)[0],
        last=days_of(to)[1] or (date.max.toordinal() if in_office else UNDATED),
        say=official.say,
        marking=official.marking,
        met=official.last_met.shown if official.last_met else "",
        met_on=days_of(official.last_met)[1],
        bio=bool(official.bio),
        aliases=_LINES.join(official.aliases),
    )


def _trimmed(one: Appearance) -> tuple[object, ...]:
    """Leave out what is as by default at the end: most officials are a name, a title and a country."""
    end = len(one)
    while end > 1 and one[end - 1] == _DEFAULTS[end - 1]:
        end -= 1
    return one[:end]
