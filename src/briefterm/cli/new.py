"""`briefterm new`: a brief to begin with, empty and explained, or a copy of an old one made fresh."""

import os
import sys
from pathlib import Path

from briefterm import config
from briefterm.atomic import write_atomically
from briefterm.brief.roundtrip import CannotKeepError
from briefterm.brief.safe import safe_line
from briefterm.brief.template import SCHEMA_FILE, template
from briefterm.cli.named import find
from briefterm.cli.options import Parser, add_library, completes, parser
from briefterm.cli.output import print_file
from briefterm.errors import BrieftermError, UsageError
from briefterm.library.files import read_file

_NOTES = f"""\
Without --from, every field of the format is there with what it is for, most of them commented out.

A copy keeps people, topics, points, history, prose, sources and comments. Emptied, with the old value in a comment,
are the date, the day and hour of topics and of the programme, who last met whom, and what was said of the last
occasion's plans: certainty, sources and status. An event belongs to the programme if it is not over before the brief's
own date, or is planned, under way or cancelled, or follows one that is; the rest is history and stays. `id`, `version`,
`as_of` and `supersedes` go, the status is draft, and the old brief is named under `related`. `briefterm check` then
names the dates to be set.

Where `briefterm schema > {SCHEMA_FILE}` has put the schema into the folder of the new brief, or one above, the first
line tells a YAML language server so: an editor then completes and checks the brief."""


def command_parser() -> Parser:
    """Return the parser of `new`."""
    made = parser("new", "Print a new brief: an explained template, or a fresh copy of another.", _NOTES)
    source = made.add_argument(
        "--from", dest="source", metavar="ID", help="the brief to copy: an id in the library, or a path"
    )
    completes(source, "file")
    out = made.add_argument(
        "-o", "--output", metavar="FILE", help="write it there instead of to stdout; never over a file that exists"
    )
    completes(out, "file")
    add_library(made)
    return made


def run(arguments: list[str]) -> int:
    """Print the brief, or write it where the person says."""
    parsed = command_parser().parse_args(arguments)
    file = config.at_home(parsed.output) if parsed.output else None
    if file is not None:
        _ensure_free(file)
    schema = _schema_for(file or Path(SCHEMA_FILE))
    text = _copy(parsed.source, parsed.library, schema) if parsed.source else template(schema)
    if file is None:
        print_file(text)
        return 0
    umask = os.umask(0)
    os.umask(umask)
    write_atomically(file, text.encode(), mode=0o666 & ~umask)
    print(f"{safe_line(os.fspath(file))} written", file=sys.stderr)
    return 0


def _ensure_free(file: Path) -> None:
    if file.is_dir():
        raise UsageError(f"{file} is a folder; name a file in it")
    if file.exists() or file.is_symlink():
        raise UsageError(f"{file} exists; name another file, or remove it first")
    if not file.parent.is_dir():
        raise UsageError(f"{file.parent} does not exist; make the folder first")


def _schema_for(file: Path) -> str:
    """Return the path of the schema from a new file's folder: where it lies there or above; empty where it does not."""
    folder = file.parent.resolve()
    for above in (folder, *folder.parents):
        if (above / SCHEMA_FILE).is_file():
            return os.path.relpath(above / SCHEMA_FILE, folder).replace(os.sep, "/")
    return ""


def _copy(source: str, library: str | None, schema: str) -> str:
    from briefterm.brief.fresh import fresh_copy
    from briefterm.library.library import Library

    named = find(source, library)
    brief = Library(named.root).read(named.path).brief
    try:
        return fresh_copy(read_file(named.file), brief.id if brief else source, schema)
    except CannotKeepError as error:
        raise BrieftermError(f"{named.file} cannot be copied: {error}") from None
