"""`briefterm index`: bring a library's catalogue and index up to date, for a person or for the app."""

import json
import sys
from dataclasses import asdict

from briefterm.archive import Archive
from briefterm.cli.narrate import Narrator
from briefterm.cli.options import Parser, add_library, library_folder, parser
from briefterm.library.refresh import Progress


def command_parser() -> Parser:
    """Return the parser of `index`."""
    made = parser("index", "Bring the catalogue and the search index of a library up to date.")
    add_library(made)
    made.add_argument("--events", action="store_true", help="print progress as one JSON object a line")
    return made


def run(arguments: list[str]) -> int:
    """Refresh, and print what was done."""
    parsed = command_parser().parse_args(arguments)
    archive = Archive.of(library_folder(parsed))
    narrator = Narrator()
    report = _print_event if parsed.events else narrator.report
    done = archive.refresh(report, waiting=lambda: None if parsed.events else narrator.waiting())
    if not parsed.events:
        print(f"{done.total:,} briefs, all searchable; {done.changed:,} changes taken in")
    return 0


def _print_event(progress: Progress) -> None:
    sys.stdout.write(json.dumps(asdict(progress)) + "\n")
    sys.stdout.flush()
