"""Rows of search results: each brief's title, and below it the items that matched."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from briefterm.search.finder import Hit, Results
from briefterm.search.hits import Match
from briefterm.ui.ink import Ink
from briefterm.ui.layout import Block, cut
from briefterm.ui.widgets.row_list import Row

_PANES = {
    "title": "title", "officials": "official", "agenda": "agenda", "timeline": "timeline", "summary": "summary",
    "background": "background", "sections": "section", "sources": "source", "notes": "note",
}  # fmt: skip
MOST_MATCHES = 3


@dataclass(frozen=True, slots=True)
class Target:
    """Where a result leads."""

    path: str
    pane: str
    index: int


def targets(results: Results) -> tuple[Target, ...]:
    """Return where each row of `result_rows` leads, by its key."""
    return tuple(Target(hit.path, str(match.pane), match.index) for hit in results.hits for match in _matches(hit))


def result_rows(results: Results, ink: Ink) -> list[Row]:
    """Return the rows of `results`; a row's key is its place in `targets`."""
    rows: list[Row] = []
    key = 0
    for hit in results.hits:
        date = (Block(Text(hit.date, ink["date"]), Text(" "), 1),) if hit.date else ()
        rows.append(Row(None, (Block(Text(hit.title, ink["strong"]), Text(" "), 1), *date)))
        for match in _matches(hit):
            rows.append(Row(key, (_block(match, ink),)))
            key += 1
    return rows


def _matches(hit: Hit) -> Iterator[Match]:
    yield from hit.matches[:MOST_MATCHES]


def _block(match: Match, ink: Ink) -> Block:
    text = Text(match.text)
    for start, end in match.spans:
        text.stylize(ink["hit"], start, end)
    return Block(text, Text(f"  {cut(_PANES[str(match.pane)], 10):<11}", ink["quiet"]), 13)
