"""`briefterm index`: a library's catalogue and index, brought up to date, looked at, or made anew."""

import json
import os
import sys
from dataclasses import asdict
from functools import partial

from briefterm.archive import Archive
from briefterm.brief.safe import safe_line
from briefterm.cli.narrate import Narrator
from briefterm.cli.options import Parser, add_json, add_library, library_folder, parser
from briefterm.cli.output import counted, print_json
from briefterm.errors import CacheError
from briefterm.filling import State
from briefterm.library.refresh import Progress

_NICE = 10
_NOTES = """\
The app and `search` do this by themselves. Both lie in the cache folder and can be deleted at any time; --rebuild is
for when one doubts them."""


def command_parser() -> Parser:
    """Return the parser of `index`."""
    made = parser("index", "Bring the catalogue and the search index of a library up to date.", _NOTES)
    add_library(made)
    add_json(made)
    what = made.add_mutually_exclusive_group()
    what.add_argument("--status", action="store_true", help="only say how far they are")
    what.add_argument("--rebuild", action="store_true", help="forget them and read every brief again")
    what.add_argument(
        "--only",
        action="append",
        metavar="FILE",
        help="look at this file of the library alone, and take all others as they are known; may be given again",
    )
    made.add_argument("--events", action="store_true", help="print progress as one JSON object a line")
    return made


def run(arguments: list[str]) -> int:
    """Refresh, and print what was done."""
    parsed = command_parser().parse_args(arguments)
    archive = Archive.of(library_folder(parsed))
    if parsed.status:
        _print_status(archive, archive.state(), as_json=parsed.json)
        return 0
    narrator = Narrator()
    report = _print_progress if parsed.events else narrator.report
    if parsed.events:
        _give_way()
    work = archive.rebuild if parsed.rebuild else partial(archive.refresh, only=parsed.only)
    try:
        if archive.cache is None:
            raise CacheError(archive.notice)  # noqa: TRY301 - told like one that comes later
        done = work(report, waiting=lambda: None if parsed.events else narrator.waiting())
    except CacheError as error:
        if not parsed.events:
            raise
        _print_event({"unkept": str(error)})
        return error.status
    if parsed.json:
        print_json({"briefs": done.total, "changed": done.changed})
    elif not parsed.events:
        print(f"{counted(done.total, 'brief')}, all searchable" + ("" if done.changed else "; nothing had changed"))
    return 0


def _give_way() -> None:
    """Let whoever is at the keys go first, where the system knows how."""
    if hasattr(os, "nice"):
        os.nice(_NICE)


def _print_progress(progress: Progress) -> None:
    _print_event(asdict(progress))


def _print_event(event: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def _print_status(archive: Archive, state: State, *, as_json: bool) -> None:
    if as_json:
        places = {"library": safe_line(str(archive.library.root)), "cache": safe_line(str(archive.cache))}
        print_json(places | asdict(state) | {"current": state.current})
        return
    print(f"library    {safe_line(str(archive.library.root))}, {counted(state.briefs, 'brief')}")
    print(f"cache      {safe_line(str(archive.cache))}, {state.size / 1_000_000:,.1f} MB")
    print(f"catalogue  {state.catalogued:,} up to date, {state.errors:,} with errors, {state.warnings:,} with warnings")
    print(f"index      {state.indexed:,} up to date, {state.gone:,} to be taken out")
    print("nothing to do" if state.current else "`briefterm index` brings them up to date")
