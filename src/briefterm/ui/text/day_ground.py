"""What the bars of a day are drawn on: how it is looked at, the hours across, and now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.style import Style
from rich.text import Text

from briefterm.brief.now import clock
from briefterm.brief.programme import Day, Engagement, Person
from briefterm.ui.ink import Ink
from briefterm.ui.layout import cut
from briefterm.ui.text.day_layout import By, Scale

TICK, NOW = "┊", "┃"
LISTED_BELOW = 76
"""Cells below which each item has a line of its own, its bar beside it."""
_TICKS = 6  # cells for `09:30` and a space
Colour = Callable[[Engagement], int]


@dataclass(frozen=True, slots=True)
class Look:
    """How a day is looked at: by what, in how many cells and lines, the reader's moment with their zone.

    `people` are in the order they are to stand in; `colour` says which colour an engagement's side has, 0 for none.
    """

    by: By
    width: int
    height: int
    moment: datetime
    ink: Ink
    people: Sequence[Person]
    colour: Colour

    @property
    def listed(self) -> bool:
        """Whether each item has a line of its own."""
        return self.width < LISTED_BELOW


class Ground:
    """What is seen where no bar is: hours, and now."""

    def __init__(self, scale: Scale, look: Look) -> None:
        self.width = scale.width
        self._signs = {cell: (TICK, look.ink["rule"]) for cell, _ in scale.ticks(_TICKS)}
        if scale.holds(look.moment):
            self._signs[scale.at(look.moment)] = (NOW, look.ink["now"])

    def between(self, left: int, right: int) -> Text:
        """Return the cells from `left` to before `right`."""
        line = Text()
        at = left
        for cell in sorted(cell for cell in self._signs if left <= cell < right):
            line.append(" " * (cell - at))
            line.append(*self._signs[cell])
            at = cell + 1
        return line.append(" " * max(0, right - at))


def head_of(day: Day, scale: Scale, look: Look, label: int) -> tuple[Text, ...]:
    """Return the hours there, at home where these differ, and a rule with now."""
    ink, home = look.ink, look.moment.tzinfo
    ticks = scale.ticks(_TICKS)
    there = [(cell, clock(instant, day.zone, day.day)[:5]) for cell, instant in ticks]
    lines = [_hours("there", there, label, ink["strong"], look)]
    if home is not None:
        at_home = [(cell, clock(instant, home, day.day)[:5]) for cell, instant in ticks]
        if at_home != there:
            lines.append(_hours("at home", at_home, label, ink["quiet"], look))
        else:
            lines = [_hours("", there, label, ink["strong"], look)]
    rule = ["─"] * scale.width
    for cell, _ in ticks:
        rule[cell] = "┬"
    line = Text.assemble(" " * label, ("".join(rule), ink["rule"]))
    if scale.holds(look.moment):
        line = _with_now(line, day, scale, look, label)
    return (*lines, line)


def _with_now(line: Text, day: Day, scale: Scale, look: Look, label: int) -> Text:
    said = f" now {clock(look.moment, day.zone, day.day)[:5]} "
    cell = scale.at(look.moment)
    mark = f"▼{said}" if cell + 1 + len(said) <= scale.width else f"{said}▼"
    start = label + (cell if mark[0] == "▼" else max(0, cell - len(said)))
    return Text.assemble(line[:start], (mark, look.ink["now"]), line[start + len(mark) :])


def _hours(name: str, hours: Sequence[tuple[int, str]], label: int, style: Style, look: Look) -> Text:
    line = Text.assemble((f" {cut(name, label - 2):<{label - 1}}", look.ink["quiet"]))
    for cell, hour in hours:
        if label + cell + len(hour) <= look.width:
            line.append(" " * (label + cell - line.cell_len))
            line.append(hour, style)
    return line
