"""What is said above a day: which day it is, of what, and how much on it cannot all be."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from briefterm.brief.programme import Day
from briefterm.ui.ink import Ink
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.line_rows import counted
from briefterm.ui.text.marking import marked
from briefterm.ui.text.months import day_name


def heading(day: Day, ink: Ink, *, by: str, title: str, briefs: int, days: Sequence[date], marking: str) -> Text:
    """Return the line above a day of the brief of this `title` and `marking`, which has something on these `days`.

    Without a title it is a day of so many `briefs`. `by` is what a row is, empty where there are none.
    """
    conflicts = len(day.conflicts)
    clashing = ("error", f"! {counted(conflicts, 'conflict')}" if conflicts else "")
    rows = ("quiet", f"by {by}" if by else "")
    several = bool(title) and len(days) > 1 and day.day in days
    many = ("quiet", f"day {days.index(day.day) + 1} of {len(days)}" if several else "")
    more = ("warn", f"{day.more:,} more left out" if day.more else "")
    parts = [rows, clashing, ("quiet", title)] if title else [rows, ("quiet", counted(briefs, "brief")), clashing]
    line = Text.assemble(" ", (ink.locale.date(day_name(day.day)), ink["heading"]))
    for style, part in [*parts, many, more]:
        line.append_text(Text.assemble((DOT, ink["quiet"]), (part, ink[style])) if part else Text())
    return Text.assemble(" ", marked(marking, ink), line) if marking else line
