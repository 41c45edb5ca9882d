"""The directory as rows: a line a person, made as it is drawn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from briefterm.ui.ink import Ink
from briefterm.ui.layout import cut
from briefterm.ui.text.line_rows import LineRows, columns

if TYPE_CHECKING:
    from briefterm.people.directory import Person

_COUNTRIES = 9
_COUNT = 6
_TIGHT = 60  # cells below which one country and four digits must do
_NAMES_FROM = 90  # cells from which names have a column of their own
_NAME = 34


def directory_rows(people: "Sequence[Person]", ink: Ink) -> LineRows:
    """Return a row for each of `people`; its key is the place there."""
    return LineRows(len(people), lambda at, width: [_person(people[at], width, ink)])


def _person(person: "Person", width: int, ink: Ink) -> Text:
    name = Text.assemble(" ", (person.name, ink["strong"]))
    if person.bare:
        name.append("  this name only", ink["warn"])
    if width >= _NAMES_FROM and name.cell_len < _NAME:
        name.append(" " * (_NAME - name.cell_len))
    left = Text.assemble(name, (f"  {person.post}" if person.post else "", ink["quiet"]))
    room, digits = (_COUNTRIES, _COUNT) if width >= _TIGHT else (3, 4)
    countries = cut(" ".join(person.countries), room)
    right = Text.assemble((f"{countries:<{room}}", ink["quiet"]), (f"{person.briefs:>{digits},}", ink["date"]))
    return columns(left, right, width)
