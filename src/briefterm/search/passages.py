"""A brief as the texts that search sees: one passage an item, each in its pane.

Everything the file says is in one of them, codes, ids and dates as written included, and nothing it does not say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from briefterm.search import panes

if TYPE_CHECKING:
    from briefterm.brief.model import AgendaItem, Brief, Event, Extra, Official, Place, Reference, Source
    from briefterm.brief.when import When

BETWEEN = " · "


class Pane(StrEnum):
    """Where a passage stands on the screen."""

    TITLE = "title"
    OFFICIALS = "officials"
    AGENDA = "agenda"
    TIMELINE = "timeline"
    SUMMARY = "summary"
    BACKGROUND = "background"
    SECTIONS = "sections"
    SOURCES = "sources"
    NOTES = "notes"


_BITS = {
    Pane.TITLE: panes.TITLE,
    Pane.OFFICIALS: panes.OFFICIALS,
    Pane.AGENDA: panes.AGENDA,
    Pane.TIMELINE: panes.TIMELINE,
    Pane.SUMMARY: panes.PROSE,
    Pane.BACKGROUND: panes.BACKGROUND,
    Pane.SECTIONS: panes.PROSE,
    Pane.SOURCES: panes.REST,
    Pane.NOTES: panes.NOTES,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One item's text. `index` counts the pane's items from 0 in file order.

    The first `told` characters read as text; what follows are codes, ids and the like, shown only where they match.
    `bit` is the place it counts as (see `panes`): the brief's short fields stand under its title, but rank last.
    """

    pane: Pane
    index: int
    text: str
    told: int
    bit: int


def passages(brief: "Brief") -> Iterator[Passage]:
    """Yield every passage of `brief`, the title first, then pane by pane in file order."""
    yield _passage(Pane.TITLE, 0, [brief.title], [])
    yield _passage(Pane.TITLE, 0, _head(brief), _head_codes(brief), panes.REST)
    for index, official in enumerate(brief.officials):
        yield _passage(Pane.OFFICIALS, index, _official(official), _official_codes(official))
    for index, item in enumerate(brief.agenda):
        yield _passage(Pane.AGENDA, index, _agenda(item), _agenda_codes(item))
    for index, event in enumerate(brief.timeline):
        yield _passage(Pane.TIMELINE, index, _event(event), _event_codes(event))
    if brief.summary:
        yield _passage(Pane.SUMMARY, 0, [brief.summary], [])
    if brief.background:
        yield _passage(Pane.BACKGROUND, 0, [brief.background], [])
    for index, section in enumerate(brief.sections):
        yield _passage(Pane.SECTIONS, index, [section.heading, section.text], [])
    rest = list(_rest(brief))
    if any(rest):
        yield _passage(Pane.SECTIONS, len(brief.sections), rest, [])
    for index, source in enumerate(brief.sources):
        yield _passage(Pane.SOURCES, index, _source(source), _source_codes(source))


def note_passages(notes: Iterable[str]) -> Iterator[Passage]:
    """Yield the passages of the reader's notes on a brief, in the order given."""
    for index, text in enumerate(notes):
        yield _passage(Pane.NOTES, index, [text], [])


def source_text(source: "Source") -> str:
    """Return all that a source says of itself, as one text."""
    return BETWEEN.join([part for part in (*_source(source), *_source_codes(source)) if part])


def _passage(pane: Pane, index: int, told: Iterable[str], codes: Iterable[str], bit: int = 0) -> Passage:
    text = BETWEEN.join([part for part in told if part])
    rest = BETWEEN.join([part for part in codes if part])
    return Passage(
        pane, index, f"{text}{BETWEEN}{rest}" if text and rest else text or rest, len(text), bit or _BITS[pane]
    )


def _head(brief: "Brief") -> Iterator[str]:
    yield _when(brief.date)
    yield _place(brief.place)
    yield ", ".join(brief.countries)
    yield ", ".join(brief.tags)
    yield brief.marking


def _head_codes(brief: "Brief") -> Iterator[str]:
    yield brief.kind
    yield brief.status
    yield brief.id
    yield brief.principal.text if brief.principal else ""
    yield brief.version
    yield brief.supersedes
    yield ", ".join(brief.related)
    yield _when(brief.as_of)
    yield brief.timezone
    yield brief.language


def _rest(brief: "Brief") -> Iterator[str]:
    """What has no pane of its own and is shown after the sections."""
    yield from brief.objectives.general
    yield from brief.objectives.ours
    yield from brief.objectives.theirs
    yield from brief.open_questions
    yield from _extra(brief.extra)


def _official(official: "Official") -> Iterator[str]:
    yield ", ".join(part for part in (official.name, official.title, official.org, official.country) if part)
    yield ", ".join(official.aliases)
    yield official.role
    yield official.note
    yield official.bio
    yield official.say
    yield official.marking


def _official_codes(official: "Official") -> Iterator[str]:
    yield " ".join(part for part in (_when(official.since), _when(official.to), _when(official.last_met)) if part)
    yield official.side
    yield official.id
    yield _written(official.sources)
    yield from _extra(official.extra)


def _agenda(item: "AgendaItem") -> Iterator[str]:
    yield item.topic
    yield item.ask
    yield from item.points
    yield from item.if_raised
    yield from item.avoid
    yield item.background
    yield item.note
    yield _place(item.place)
    yield _unknown(item.who)
    yield item.marking


def _agenda_codes(item: "AgendaItem") -> Iterator[str]:
    yield _known(item.who)
    yield _written(item.sources)
    yield _when(item.when)
    yield item.by
    yield item.certainty
    yield item.language
    yield item.id
    yield from _extra(item.extra)


def _event(event: "Event") -> Iterator[str]:
    yield event.event
    yield _place(event.place)
    yield event.note
    yield _unknown(event.who)
    yield event.marking


def _event_codes(event: "Event") -> Iterator[str]:
    yield _known(event.who)
    yield _written(event.sources)
    yield event.after.text if event.after else ""
    yield _when(event.date)
    yield event.status
    yield event.certainty
    yield event.id
    yield from _extra(event.extra)


def _source(source: "Source") -> Iterator[str]:
    yield source.name
    yield source.quote
    yield source.note


def _source_codes(source: "Source") -> Iterator[str]:
    yield source.kind
    yield source.reliability
    yield _when(source.date)
    yield source.url
    yield source.id
    yield from _extra(source.extra)


def _unknown(references: Iterable["Reference"]) -> str:
    """Names that answer to nobody in the brief are text of the item."""
    return ", ".join(reference.text for reference in references if reference.index is None)


def _known(references: Iterable["Reference"]) -> str:
    """References to officials, as written: who they refer to has a passage of their own."""
    return _written(reference for reference in references if reference.index is not None)


def _written(references: Iterable["Reference"]) -> str:
    return ", ".join(reference.text for reference in references)


def _extra(extras: Iterable["Extra"]) -> Iterator[str]:
    for extra in extras:
        yield f"{extra.name}: {extra.text}"


def _when(when: "When | None") -> str:
    return when.written if when else ""


def _place(place: "Place | None") -> str:
    return place.written if place else ""
