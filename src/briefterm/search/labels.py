"""The fields of a brief that can be asked for by name but have no pane of their own: where, what kind, who says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefterm.brief.fold import fold
from briefterm.search.passages import Pane, source_text

if TYPE_CHECKING:
    from briefterm.brief.model import Brief, Place


_LONGEST_ID = 200


@dataclass(frozen=True, slots=True)
class Label:
    """The text of a named field, and the item it belongs to; what concerns the whole brief stands with its title."""

    name: str
    text: str
    pane: Pane = Pane.TITLE
    index: int = 0


def labels(brief: "Brief") -> Iterator[Label]:
    """Yield every named field of `brief` that says something."""
    return (label for label in _labels(brief) if label.text)


def _labels(brief: "Brief") -> Iterator[Label]:
    for country in brief.countries:
        yield Label("country", country)
    yield Label("kind", brief.kind)
    yield Label("status", brief.status)
    yield Label("marking", brief.marking)
    yield Label("id", brief.id)
    for tag in brief.tags:
        yield Label("tag", tag)
    yield Label("place", _place(brief.place))
    for index, official in enumerate(brief.officials):
        yield Label("marking", official.marking, Pane.OFFICIALS, index)
    for index, item in enumerate(brief.agenda):
        yield Label("place", _place(item.place), Pane.AGENDA, index)
        yield Label("marking", item.marking, Pane.AGENDA, index)
    for index, event in enumerate(brief.timeline):
        yield Label("place", _place(event.place), Pane.TIMELINE, index)
        yield Label("marking", event.marking, Pane.TIMELINE, index)
    for index, source in enumerate(brief.sources):
        yield Label("source", source_text(source), Pane.SOURCES, index)


def whole_id(written: str) -> str:
    """Return the word among those of the field `id` that only a brief has whose id is all of `written`."""
    return f"={fold(written)[:_LONGEST_ID].encode(errors='replace').decode()}"


def _place(place: "Place | None") -> str:
    """A place as written and as shown: `IN` is found as India too."""
    return f"{place.written}\n{place.shown}" if place else ""
