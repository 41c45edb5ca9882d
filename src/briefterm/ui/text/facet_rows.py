"""Rows of facets: what the matches have in common, each value with its count."""

from dataclasses import dataclass

from rich.text import Text

from briefterm.search.facets import Facet
from briefterm.search.narrow import clause
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that the search can be narrowed to: what is written in the bar for it."""

    clause: str


def facet_rows(facets: tuple[Facet, ...], total: int, ink: Ink) -> tuple[list[Row], tuple[Choice, ...]]:
    """Return the rows, and the choice of each by its key. What every match has narrows nothing and is left out."""
    rows: list[Row] = []
    choices: list[Choice] = []
    for facet in facets:
        counts = [count for count in facet.counts if count.count > 0]
        if not any(count.count < total for count in counts):
            continue
        for number, count in enumerate(counts):
            shown = ink.locale.country(count.value) if facet.name == "country" else count.value
            lead = Text(f" {facet.name if number == 0 else '':<9}", ink["quiet"])
            body = Text.assemble((shown, ""), "  ", (f"{count.count:,}", ink["date"]))
            rows.append(Row(len(choices), (Block(body, lead, 10),)))
            choices.append(Choice(clause(facet.name, count.value)))
    return rows, tuple(choices)
