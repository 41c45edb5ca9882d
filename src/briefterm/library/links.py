"""What ties a brief to others, as the catalogue remembers it: its series, its places, the briefs it names."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefterm.brief.fold import fold

if TYPE_CHECKING:
    from briefterm.brief.model import AgendaItem, Brief, Event, Place
    from briefterm.library.catalogue import Catalogue

NUMBER = "#"
_ORDINALS = frozenset(
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth",
    }
)  # fmt: skip
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?", re.ASCII)
_MAY_HAVE_NUMBER = re.compile(r"\d|(?:st|nd|rd|th)\b", re.IGNORECASE)  # every ordinal ends in one of these
_LEAST_WORDS = 2
_MOST_PLACES = 50


class Links(NamedTuple):
    """The ties of one brief. `series` is its title with `#` for each number, empty where it has none.

    `places` are as shown; `related` and `supersedes` are ids.
    """

    path: str
    series: str = ""
    supersedes: str = ""
    related: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def pack(brief: "Brief") -> bytes:
    """Return the ties of `brief` for the sheet `links`, empty where it has none."""
    made = (series_of(brief.title), brief.supersedes, brief.related, _places(brief))
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode() if any(made) else b""


def links(catalogue: "Catalogue", paths: Sequence[str] | None = None) -> Iterator[Links]:
    """Yield the ties of every brief that has any, or of those at `paths`, by path. Raises DamagedError."""
    for found in catalogue.parts("links", paths):
        read = json.loads(b"[" + b",".join([data for _, data in found]) + b"]")
        for (path, _), (series, supersedes, related, places) in zip(found, read, strict=True):
            yield Links(path, series, supersedes, tuple(related), tuple(places))


def successors(catalogue: "Catalogue") -> dict[str, str]:
    """Return by the id that a brief says it supersedes the path of that brief, where it is the only one to say so.

    Raises DamagedError.
    """
    found: dict[str, list[str]] = {}
    for one in links(catalogue):
        if one.supersedes:
            found.setdefault(one.supersedes, []).append(one.path)
    return {replaced: paths[0] for replaced, paths in found.items() if len(paths) == 1}


def series_of(title: str) -> str:
    """Return what titles of one series share: `5th Dialogue` and `Fourth Dialogue` are `# dialogue`.

    Numbers within a word, as in G7 or 2+2, are part of the name. Empty where there is no number, or little else.
    """
    if not _MAY_HAVE_NUMBER.search(title):
        return ""
    words = [word for part in fold(title).split() if (word := part.strip(",.;:()[]"))]
    numbered = [NUMBER if _NUMBER.fullmatch(word) or word in _ORDINALS else word for word in words]
    enough = len(numbered) - numbered.count(NUMBER) >= _LEAST_WORDS
    return " ".join(numbered) if NUMBER in numbered and enough else ""


def _places(brief: "Brief") -> tuple[str, ...]:
    """The brief's own place, or those of its items where it names none."""
    own = _place(brief.place)
    if own:
        return (own,)
    items: tuple[AgendaItem | Event, ...] = (*brief.agenda, *brief.timeline)
    found = (_place(item.place) for item in items)
    return tuple(dict.fromkeys(place for place in found if place))[:_MOST_PLACES]


def _place(place: "Place | None") -> str:
    """A place as shown. A country alone is none: it says too little."""
    return place.shown if place and (place.name or place.city or place.venue) else ""
