"""What is shown of a brief that was found: kept in the index, so that showing twenty hits reads no brief.

Stored as compressed JSON: nothing in it can be executed, whoever wrote it.
"""

import json
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefterm.search.labels import Label, labels
from briefterm.search.passages import Pane, Passage, passages
from briefterm.search.texts import Texts

if TYPE_CHECKING:
    from briefterm.brief.model import Brief

_PANES = tuple(Pane)
_NUMBER = {pane: number for number, pane in enumerate(_PANES)}
_LEVEL = 1

Days = tuple[int, int]


@dataclass(frozen=True)
class Card:
    """A brief as its passages and named fields. `date` is as shown, empty without one.

    `events` are the days that each entry of the timeline may be, as pairs of ordinals (date.toordinal).
    """

    id: str
    title: str
    date: str
    marking: str
    passages: tuple[Passage, ...]
    labels: tuple[Label, ...]
    events: tuple[tuple[Days, ...], ...]

    @cached_property
    def texts(self) -> Texts:
        """The texts of the passages, to look for words in."""
        return Texts([passage.text for passage in self.passages], [passage.told for passage in self.passages])


def card_of(brief: "Brief") -> Card:
    """Return the card of `brief`."""
    days = (
        tuple((span.begins.toordinal(), span.ends.toordinal()) for span in event.date.spans) if event.date else ()
        for event in brief.timeline
    )
    date = brief.date.shown if brief.date else ""
    return Card(brief.id, brief.title, date, brief.marking, tuple(passages(brief)), tuple(labels(brief)), tuple(days))


def encoded(card: Card) -> bytes:
    """Return `card` as one string of bytes."""
    values = [
        card.id,
        card.title,
        card.date,
        card.marking,
        [(_NUMBER[one.pane], one.index, one.text, one.told, one.bit) for one in card.passages],
        [(one.name, one.text, _NUMBER[one.pane], one.index) for one in card.labels],
        card.events,
    ]
    return zlib.compress(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(), _LEVEL)


def decoded(stored: bytes) -> Card:
    """Return the card in a string made by `encoded`."""
    name, title, date, marking, told, named, events = json.loads(zlib.decompress(stored))
    return Card(
        name,
        title,
        date,
        marking,
        tuple([Passage(_PANES[pane], index, text, end, bit) for pane, index, text, end, bit in told]),
        tuple([Label(label, text, _PANES[pane], index) for label, text, pane, index in named]),
        tuple([tuple([(first, last) for first, last in days]) for days in events]),
    )
