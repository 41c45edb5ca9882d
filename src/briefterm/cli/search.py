"""`briefterm search`: full-text search for people and for scripts."""

import argparse
import json

from briefterm.archive import Archive
from briefterm.brief.safe import safe_json, safe_line
from briefterm.cli.narrate import Narrator
from briefterm.cli.options import add_library, library_folder, parser
from briefterm.search.finder import Hit, Results


def run(arguments: list[str]) -> int:
    """Print what a query finds; exit status 1 where it finds nothing."""
    parsed = _parser().parse_args(arguments)
    query = " ".join(parsed.query)
    archive = Archive.of(library_folder(parsed))
    narrator = Narrator()
    archive.refresh(narrator.report, waiting=narrator.waiting)
    finder = archive.finder()
    try:
        results = finder.search(query, limit=parsed.limit)
    finally:
        finder.close()
    if parsed.json:
        print(safe_json(json.dumps(as_json(results), ensure_ascii=False)))
    else:
        _print(results)
    return 0 if results.total else 1


def _parser() -> argparse.ArgumentParser:
    made = parser("search", "Search every brief of a library. All words must occur somewhere in a brief.")
    made.add_argument("query", nargs="+", help='words, "exact phrase", -word, prefix*')
    add_library(made)
    made.add_argument("--json", action="store_true", help="one JSON object on stdout")
    made.add_argument("--limit", type=_positive, default=20, metavar="N", help="at most N briefs (default 20)")
    return made


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not a whole number above 0")
    return int(text)


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
        "score": hit.score,
        "matches": [
            {"pane": str(match.pane), "index": match.index, "text": match.text, "spans": [list(s) for s in match.spans]}
            for match in hit.matches
        ],
    }


def _print(results: Results) -> None:
    count = "1 brief" if results.total == 1 else f"{results.total:,} briefs"
    query = safe_line(results.query)
    print(f"{count} for {query}" if results.total else f"nothing for {query}")
    for hit in results.hits:
        print(f"\n{hit.title}" + (f" · {hit.date}" if hit.date else "") + f"\n  {hit.id}")
        for match in hit.matches:
            print(f"  {match.pane} {match.index + 1}: {match.text}")
