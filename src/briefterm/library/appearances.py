"""Who is in which brief, as the catalogue remembers it: enough to know a person again without parsing any brief.

Two sheets hold it. `rolls` has a line an official, of what tells persons apart and is listed of them, made to be read
for the whole library at once; `people` has all there is to say of the officials of one brief.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from briefterm.brief.model import Brief, Official
from briefterm.brief.names import Name, Strength, name_of
from briefterm.brief.when import Span, When
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import UNDATED

REFERENCE_KINDS = frozenset({"bio", "country", "position", "issue"})
PANES = ("agenda", "timeline")
_BETWEEN_FIELDS, _BETWEEN_NAMES = "\t", "|"  # no line of a brief holds a tab, no key of a name a bar
_BETWEEN_LINES = "\n"


class Form(NamedTuple):
    """The same official as several briefs may have them, alike in everything a directory shows.

    `names` are of name and aliases, as in a line of a roll. `since` is the first day in office, UNDATED if not written.
    """

    id: str
    country: str
    name: str
    names: tuple[Name, ...]
    title: str
    org: str
    side: str
    since: int


class Roll(NamedTuple):
    """The officials of one brief in file order, a line each that `form_of` reads; the same line is the same form.

    `occasion` tells a meeting from a page of reference, such as a list of ambassadors. `first` and `last` are the days
    that the brief's own date may mean (date.toordinal), UNDATED twice without one.
    """

    path: str
    occasion: bool
    first: int
    last: int
    lines: list[str]


class Appearance(NamedTuple):
    """An official as one brief has them.

    `since` and `to` are as shown, and `first` and `last` the days they may mean at most, as ordinals; UNDATED where
    neither is written. `met` and `met_on` are of the field `last_met`; `bio` says whether there is one.
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


class Naming(NamedTuple):
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
    first, last = days_of(brief.date)
    head = _BETWEEN_FIELDS.join((str(int(brief.kind not in REFERENCE_KINDS)), str(first), str(last)))
    return _BETWEEN_LINES.join((head, *map(_line, brief.officials))).encode()


def pack_people(brief: Brief) -> bytes:
    """Return the officials of `brief` for the sheet `people`, empty where it has none."""
    if not brief.officials:
        return b""
    people = [_trimmed(_appearance(official)) for official in brief.officials]
    naming = [
        (pane, index, who)
        for pane, items in enumerate((brief.agenda, brief.timeline))
        for index, item in enumerate(items)
        if (who := list(dict.fromkeys(one.index for one in item.who if one.index is not None)))
    ]
    return json.dumps((people, naming), ensure_ascii=False, separators=(",", ":")).encode()


def rolls(catalogue: Catalogue) -> Iterator[Roll]:
    """Yield the officials of every brief that has any, by path. Raises DamagedError."""
    for path, data in catalogue.sheet("rolls"):
        head, *lines = data.decode().split(_BETWEEN_LINES)
        occasion, first, last = map(int, head.split(_BETWEEN_FIELDS))
        yield Roll(path, bool(occasion), first, last, lines)


def casts(catalogue: Catalogue, paths: Sequence[str]) -> Iterator[Cast]:
    """Yield the people of the briefs at `paths` that have any, by path. Raises DamagedError."""
    for path, data in catalogue.sheet("people", paths):
        people, naming = json.loads(data)
        yield Cast(
            path,
            tuple(Appearance(*one) for one in people),
            tuple(Naming(PANES[pane], index, tuple(who)) for pane, index, who in naming),
        )


def form_of(line: str) -> Form:
    """Return the form in a line of a roll."""
    person, country, name, names, title, org, side, since = line.split(_BETWEEN_FIELDS)
    return Form(person, country, name, tuple(_names(names)), title, org, side, int(since))


def names_of(texts: Iterable[str]) -> tuple[Name, ...]:
    """Return the names in `texts` as compared, each once."""
    return tuple(dict.fromkeys(name for text in texts if (name := name_of(text)).key))


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
    names = _BETWEEN_NAMES.join(f"{name.strength:d}{name.key}" for name in names_of((official.name, *official.aliases)))
    since = days_of(official.since)[0] or days_of(official.to)[0]
    shown = (official.id, official.country, official.name, names, official.title, official.org, official.side)
    return _BETWEEN_FIELDS.join((*shown, str(since)))


def _names(packed: str) -> Iterator[Name]:
    for one in packed.split(_BETWEEN_NAMES):
        if one:
            yield Name(one[1:], Strength(int(one[0])))


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
    )


def _trimmed(one: Appearance) -> tuple[object, ...]:
    """Leave out what is as by default at the end: most officials are a name, a title and a country."""
    end = len(one)
    while end > 1 and one[end - 1] == _DEFAULTS[end - 1]:
        end -= 1
    return one[:end]
