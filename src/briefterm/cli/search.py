"""`briefterm search`: full-text search for people and for scripts."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefterm.cli.narrate import up_to_date
from briefterm.cli.options import Parser, add_json, add_library, library_folder, parser, positive
from briefterm.cli.output import at_terminal, counted, locale_here, print_json, print_pages
from briefterm.search.finder import Hit, Results
from briefterm.search.parse import Order

if TYPE_CHECKING:
    from rich.console import RenderableType

_NOTES = """\
The query language is that of the app's search bar; docs/search.md has all of it. Quote what the shell would take:

  briefterm search kishida fumio
  briefterm search '"new delhi" -treaty date:2022..2023'
  briefterm search who:jaishankar topic:hardware --sort oldest

Exit status 1 means that nothing was found."""


def command_parser() -> Parser:
    """Return the parser of `search`."""
    made = parser("search", "Search every brief of a library. All words must occur somewhere in a brief.", _NOTES)
    made.add_argument("query", nargs="+", metavar="QUERY", help='words, "exact phrase", -word, prefix*, field:word')
    add_library(made)
    add_json(made)
    add_order(made, "relevance (the best first, the default)")
    made.add_argument("--limit", type=positive, default=20, metavar="N", help="at most N briefs (default 20)")
    return made


def add_order(made: Parser, default: str) -> None:
    """Add `--sort` and `--count`."""
    made.add_argument(
        "--sort",
        choices=[str(order) for order in Order],
        metavar="ORDER",
        help=f"in order of date (the newest first), oldest, title, or {default}; overrules sort: in the query",
    )
    made.add_argument("--count", action="store_true", help="print only how many briefs there are")


def run(arguments: list[str]) -> int:
    """Print what a query finds; exit status 1 where it finds nothing."""
    parsed = command_parser().parse_query(arguments)
    archive = up_to_date(library_folder(parsed))
    finder = archive.finder()
    order = Order(parsed.sort) if parsed.sort else None
    try:
        results = finder.search(parsed.query, limit=parsed.limit, order=order)
    finally:
        finder.close()
    if parsed.json:
        print_json({"query": parsed.query, "total": results.total} if parsed.count else as_json(results))
        return 0 if results.total else 1
    narrate(results.notes, results.query, results.suggestion)
    if parsed.count:
        print(results.total)
    elif at_terminal():
        print_pages(_styled(results))
    else:
        sys.stdout.writelines(line + "\n" for line in _plain(results))
    return 0 if results.total else 1


def narrate(notes: tuple[str, ...], query: str, suggestion: str) -> None:
    """Say on stderr how a query was read, and what was searched for instead of it."""
    from briefterm.brief.safe import safe_line

    for note in notes:
        print(f"briefterm: {safe_line(note)}", file=sys.stderr)
    if suggestion:
        print(f"briefterm: nothing for {safe_line(query)}; showing {safe_line(suggestion)}", file=sys.stderr)


def as_json(results: Results) -> dict[str, object]:
    """Return results as the JSON object that scripts read."""
    return {
        "query": results.query,
        "total": results.total,
        "suggestion": results.suggestion or None,
        "hits": [_hit(hit) for hit in results.hits],
    }


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.id,
        "path": hit.path,
        "title": hit.title,
        "date": hit.date,
        "marking": hit.marking,
        "score": hit.score,
        "matches": [
            {"pane": str(match.pane), "index": match.index, "text": match.text, "spans": [list(s) for s in match.spans]}
            for match in hit.matches
        ],
    }


def _heading(results: Results) -> str:
    from briefterm.brief.safe import safe_line

    query = safe_line(results.suggestion or results.query)
    asked = f" for {query}" if query.strip() else ""
    return f"{counted(results.total, 'brief')}{asked}" if results.total else f"nothing{asked}"


def _plain(results: Results) -> Iterator[str]:
    yield _heading(results)
    for hit in results.hits:
        yield ""
        yield " · ".join(part for part in (hit.title, hit.date, hit.marking) if part)
        yield f"  {hit.id}"
        for match in hit.matches:
            yield f"  {match.pane} {match.index + 1}: {match.text}"


def _styled(results: Results) -> Iterator["RenderableType"]:
    """The same for a terminal: the words that matched stand out, the marking is on every brief."""
    from rich.padding import Padding
    from rich.text import Text

    locale = locale_here()
    yield Text(_heading(results), "dim")
    for hit in results.hits:
        title = Text(f"\n{hit.title}", "bold")
        for part, style in ((locale.date(hit.date), "cyan"), (hit.marking, "yellow")):
            if part:
                title.append(" · ", "not bold dim").append(part, f"not bold {style}")
        yield title
        yield Text(f"  {hit.id}", "dim")
        for match in hit.matches:
            text = Text(match.text)
            for start, end in match.spans:
                text.stylize("bold reverse", start, end)
            yield Padding(Text.assemble((f"{match.pane} {match.index + 1}: ", "dim"), text), (0, 0, 0, 2), expand=False)
