"""What is on a day of the library as rows: its briefs, its events, and what is some day of its month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from rich.text import Text

from briefterm.ui.ink import Ink
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.line_rows import Joined, LineRows, clipped, counted
from briefterm.ui.text.marking import marked
from briefterm.ui.text.months import month_name
from briefterm.ui.widgets.row_list import ItemRows, Rows

if TYPE_CHECKING:
    from briefterm.library.calendar import DayPage
    from briefterm.library.entry import Entry
    from briefterm.library.timeline import Happening

_HEADING = -1_000_000  # keys of headings, which the cursor passes over


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a row leads: to a brief, with `index` to an event of it."""

    path: str
    index: int | None = None


def day_rows(page: "DayPage", ink: Ink) -> tuple[Rows, tuple[Leads, ...]]:
    """Return the rows of a day, and where each leads by its key."""
    month = month_name(date.fromordinal(page.day))
    parts: list[Rows] = []
    leads: list[Leads] = []

    def add(heading: str, briefs: "Sequence[Entry]", events: "Sequence[Happening]") -> None:
        if not briefs and not events:
            return

        def drawn(index: int, width: int) -> list[Text]:
            if index < len(briefs):
                return _brief(briefs[index], width, ink)
            return _event(events[index - len(briefs)], width, ink)

        parts.append(_line(Text.assemble((f" {heading}", ink["heading"]))))
        parts.append(LineRows(len(briefs) + len(events), drawn, height=2, first=len(leads)))
        leads.extend(Leads(one.path) for one in briefs)
        leads.extend(Leads(one.entry.path, one.index) for one in events)

    add(counted(len(page.briefs), "brief"), page.briefs, ())
    add(counted(len(page.events), "event"), (), page.events)
    add(f"some day in {month}", page.some_briefs, page.some_events)
    if page.more:
        parts.append(_line(Text.assemble((f" and {page.more:,} more: / narrows", ink["quiet"]))))
    return (reduce(Joined, parts) if parts else ItemRows()), tuple(leads)


def _line(text: Text) -> Rows:
    return LineRows(1, lambda _, width: [clipped(text, width)], first=_HEADING, passed=frozenset({0}))


def _brief(entry: "Entry", width: int, ink: Ink) -> list[Text]:
    title = Text.assemble("  ", (entry.title, ink["strong"]))
    facts = Text.assemble("  ", (entry.date, ink["date"]), "  ")
    if entry.marking:
        facts.append_text(Text.assemble(marked(entry.marking, ink), " "))
    facts.append(DOT.join(part for part in (entry.kind, entry.place or entry.countries) if part), ink["quiet"])
    return [clipped(title, width), clipped(facts, width)]


def _event(event: "Happening", width: int, ink: Ink) -> list[Text]:
    item, entry = event.item, event.entry
    marking = item.marking or entry.marking
    title = Text.assemble("  ", (item.text, ink["strong"]))
    facts = Text.assemble("  ", (item.date, ink["date"]), "  ")
    if marking:
        facts.append_text(Text.assemble(marked(marking, ink), " "))
    facts.append(DOT.join(part for part in (entry.title, *event.who) if part), ink["quiet"])
    return [clipped(title, width), clipped(facts, width)]
