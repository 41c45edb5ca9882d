"""What is on a day of the library as rows: its briefs, its events, and what is some day of its month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from rich.text import Text

from briefterm.brief.when import MONTHS
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import ItemRows, Rows
from briefterm.ui.text.chips import DOT, titled
from briefterm.ui.text.line_rows import Joined, LineRows, clipped, counted
from briefterm.ui.text.marking import marked
from briefterm.ui.text.months import day_name

if TYPE_CHECKING:
    from briefterm.library.calendar import Calendar, DayPage
    from briefterm.library.entry import Entry
    from briefterm.library.timeline import Happening


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a row leads: to a brief, with `index` to an event of it."""

    path: str
    index: int | None = None


def kept(before: Sequence[Leads], at: int | None, after: Sequence[Leads]) -> int | None:
    """Return where the row that was `at` in one version of a day is in another, else the one in its place."""
    if at is None or at >= len(before) or not after:
        return None
    return after.index(before[at]) if before[at] in after else min(at, len(after) - 1)


def day_rows(page: "DayPage", ink: Ink, narrow: str) -> tuple[Rows, tuple[Leads, ...]]:
    """Return the rows of a day, and where each leads by its key; `narrow` is the key that narrows to a search."""
    day = date.fromordinal(page.day)
    month = ink.locale.month(day)
    parts: list[Rows] = []
    leads: list[Leads] = []

    def add(heading: str, briefs: "Sequence[Entry]", events: "Sequence[Happening]") -> None:
        if not briefs and not events:
            return

        def drawn(index: int, width: int) -> list[Text]:
            if index < len(briefs):
                return _brief(briefs[index], day, width, ink)
            return _event(events[index - len(briefs)], day, width, ink)

        parts.append(_line(Text.assemble((f" {heading}", ink["heading"]))))
        parts.append(LineRows(len(briefs) + len(events), drawn, height=2, first=len(leads)))
        leads.extend(Leads(one.path) for one in briefs)
        leads.extend(Leads(one.entry.path, one.index) for one in events)

    add(counted(len(page.briefs), "brief"), page.briefs, ())
    add(counted(len(page.events), "event"), (), page.events)
    add(f"some day in {month}", page.some_briefs, page.some_events)
    if page.more:
        parts.append(_line(Text.assemble((f" and {page.more:,} more: {narrow} narrows", ink["quiet"]))))
    return (reduce(Joined, parts) if parts else ItemRows()), tuple(leads)


def day_said(day: date, calendar: "Calendar", today: date, ink: Ink) -> Text:
    """Return a day in words, with how much is on it: `Fri 10 Nov 2023: 1 brief, 2 events`; or a month without days."""
    count, some = calendar.on(day.toordinal()), calendar.some_day(day)
    if not count.total:
        return Text.assemble((ink.locale.month(day), ink["date"]), f", some day: {some:,}")
    parts = [counted(number, what) for number, what in ((count.briefs, "brief"), (count.events, "event")) if number]
    now = ", today" if day == today else ""
    return Text.assemble((f"{ink.locale.date(day_name(day))}{now}", ink["date"]), f": {', '.join(parts)}")


def _line(text: Text) -> Rows:
    return LineRows(1, lambda _, width: [clipped(text, width)], passed=frozenset({0}))


def _brief(entry: "Entry", day: date, width: int, ink: Ink) -> list[Text]:
    title = Text.assemble("  ", titled(entry.title, entry.status, ink))
    facts = _when(entry.date, day, ink)
    if entry.marking:
        facts.append_text(Text.assemble(marked(entry.marking, ink), " "))
    place = ink.locale.place(entry.place, entry.countries) or entry.countries
    facts.append(DOT.join(part for part in (entry.kind, place) if part), ink["quiet"])
    return [clipped(title, width), clipped(facts, width)]


def _event(event: "Happening", day: date, width: int, ink: Ink) -> list[Text]:
    item, entry = event.item, event.entry
    marking = item.marking or entry.marking
    title = Text.assemble("  ", titled(item.text, item.status_in(entry), ink))
    facts = _when(item.date, day, ink)
    if marking:
        facts.append_text(Text.assemble(marked(marking, ink), " "))
    facts.append(DOT.join(part for part in (entry.title, *event.who) if part), ink["quiet"])
    return [clipped(title, width), clipped(facts, width)]


def _when(shown: str, day: date, ink: Ink) -> Text:
    """Return a date in a list of its `day`, which need not be said again: its clock times; or else a date as it is."""
    said = ink.locale.date(shown)
    today = ink.locale.date(f"{day.day} {MONTHS[day.month - 1]} {day.year}")
    rest = said.removeprefix(today).strip() if said == today or said.startswith(f"{today} ") else said
    return Text.assemble("  ", (rest, ink["date"]), "  " if rest else "")
