"""Rows of search results: each brief's title, and below it the items that matched."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from briefterm.brief.safe import shorten
from briefterm.library.refresh import Progress
from briefterm.search.finder import Hit, Results
from briefterm.search.hits import Match
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block, cut

_PANES = {
    "title": "brief", "officials": "official", "agenda": "agenda", "timeline": "timeline", "summary": "summary",
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
    """Return the rows of `results`; a row's key is its place in `targets`.

    A title that matched is the brief's own line, with its words marked, and not repeated below.
    """
    rows = [Row(None, (_note(note, ink),)) for note in _notes(results)]
    key = 0
    for hit in results.hits:
        matches = list(_matches(hit))
        titled = next((match for match in matches if match.pane == "title" and match.text == hit.title), None)
        title = _marked(titled, ink) if titled else Text(hit.title)
        title.stylize_before(ink["strong"])
        heading = (Block(title, Text(" "), 1), *_facts(hit, len(matches), ink))
        if titled:
            rows.append(Row(key, heading))
            key += 1
            matches = matches[1:]
        else:
            rows.append(Row(None, heading))
        for match in matches:
            rows.append(Row(key, (_block(match, ink),)))
            key += 1
    return rows


def nothing_rows(results: Results, progress: Progress | None, ink: Ink, leave: str) -> list[Row]:
    """Return the rows of `results` that found nothing: how the query was read, and what may help.

    `leave` is the key that leaves the search.
    """
    said = Block(Text(_nothing(results, progress, leave), ink["quiet"]), Text(" "), 1)
    return [*(Row(None, (_note(note, ink),)) for note in _notes(results)), Row(None, (said,))]


def _nothing(results: Results, progress: Progress | None, leave: str) -> str:
    asked = shorten(results.query)
    if _indexing(progress):
        return f"Nothing for {asked} yet. {_indexed(progress)} are searchable so far; results appear as they are read."
    several = " All words must occur in one brief." if len(results.query.split()) > 1 else ""
    return f"Nothing for {asked}.{several} Take words back, ctrl+u takes all; {leave} goes back."


def found_so_far(results: Results, progress: Progress | None) -> str:
    """Return how many briefs were found."""
    count = f"{results.total:,} brief{'' if results.total == 1 else 's'}"
    return f"{count} in {_indexed(progress)}" if _indexing(progress) else count


def _indexing(progress: Progress | None) -> bool:
    return progress is not None and not progress.done and progress.indexed < progress.total


def _indexed(progress: Progress | None) -> str:
    return f"{progress.indexed:,} of {progress.total:,}" if progress else ""


def _matches(hit: Hit) -> Iterator[Match]:
    """The matches shown: the title's before the others."""
    yield from sorted(hit.matches[:MOST_MATCHES], key=lambda match: match.pane != "title")


def _facts(hit: Hit, shown: int, ink: Ink) -> Iterator[Block]:
    """When it is, and how many more of its items match than are shown."""
    more = hit.items - shown
    facts = [Text(ink.locale.date(hit.date), ink["date"])] if hit.date else []
    if more > 0:
        facts.append(Text(f"{more} more item{'' if more == 1 else 's'}", ink["quiet"]))
    if facts:
        yield Block(Text("  ").join(facts), Text(" "), 1)


def _notes(results: Results) -> Iterator[str]:
    if results.suggestion:
        yield f"Nothing for {shorten(results.query)}; showing {shorten(results.suggestion)}"
    yield from results.notes


def _note(note: str, ink: Ink) -> Block:
    return Block(Text(note, ink["warn"]), Text(" "), 1)


def _block(match: Match, ink: Ink) -> Block:
    return Block(_marked(match, ink), Text(f"  {cut(_PANES[str(match.pane)], 10):<11}", ink["quiet"]), 13)


def _marked(match: Match, ink: Ink) -> Text:
    text = Text(match.text)
    for start, end in match.spans:
        text.stylize(ink["hit"], start, end)
    return text
