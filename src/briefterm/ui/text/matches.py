"""The places of one brief that a search matched, in the order of the screen."""

from briefterm.brief.model import Brief
from briefterm.search.card import card_of
from briefterm.search.hits import find_matches
from briefterm.search.query import Query

_ALL = 100_000
_ORDER = ("title", "officials", "agenda", "timeline", "summary", "background", "sections", "sources", "notes")


def places_of(brief: Brief, query: Query) -> list[tuple[str, int]]:
    """Return pane and index of every item that matches: officials by precedence, the timeline in order of time."""
    items, count = find_matches(card_of(brief), query, _ALL)
    found = {(str(match.pane), match.index) for match in items if count}
    rank = {
        "officials": {index: at for at, index in enumerate(brief.precedence)},
        "timeline": {index: at for at, index in enumerate(brief.chronology)},
    }
    return sorted(found, key=lambda place: (_ORDER.index(place[0]), rank.get(place[0], {}).get(place[1], place[1])))
