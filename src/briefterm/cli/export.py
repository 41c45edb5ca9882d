"""`briefterm export`: briefs in the formats of other programs."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from briefterm import config
from briefterm.atomic import create, write_atomically
from briefterm.brief.model import Brief
from briefterm.brief.safe import safe_line
from briefterm.cli.named import find, own_on, read_found
from briefterm.cli.options import Parser, add_library, parser
from briefterm.errors import BrieftermError, UsageError
from briefterm.exchange.formats import OUT, Format, file_stem, named_for, write
from briefterm.exchange.own import NOTHING, Own
from briefterm.exchange.written import counted

_WORTH_COUNTING = 5


def run(arguments: list[str]) -> int:
    """Write the briefs named; exit status 1 where one of them could not be."""
    parsed = command_parser().parse_args(arguments)
    form = _format(parsed)
    if form.missing:
        raise UsageError(form.missing)
    target = _Target(parsed.output, form, many=len(parsed.briefs) > 1, force=parsed.force)
    stamp = datetime.now(UTC).replace(microsecond=0)
    failed = 0
    for number, word in enumerate(parsed.briefs, 1):
        _count(number, len(parsed.briefs))
        try:
            found = find(word, parsed.library)
            brief = read_found(found)
            _export(brief, own_on(brief, found) if parsed.with_notes else NOTHING, form, target, stamp)
        except BrieftermError as error:
            if len(parsed.briefs) == 1:
                raise
            failed += 1
            print(f"briefterm: {error}", file=sys.stderr)
    return 1 if failed else 0


def command_parser() -> Parser:
    """Return the parser of `export`."""
    made = parser(
        "export",
        "Write briefs in another format. One brief in a format of text goes to stdout, all else to files named by id "
        "in the current folder, or where -o says. A file that exists is left alone.",
    )
    made.add_argument("briefs", nargs="+", metavar="ID|PATH", help="a brief of the library by its id, or a file")
    formats = "; ".join(f"{form.name}: {form.says}" for form in OUT.values())
    made.add_argument("--to", choices=list(OUT), help=f"the format, where the suffix of -o does not say it; {formats}")
    made.add_argument("-o", "--output", metavar="FILE|DIR", help="where to; `-` is stdout")
    made.add_argument(
        "--with-notes", action="store_true", help="with your notes and ticks at their items, in md, html, docx and pdf"
    )
    made.add_argument("--force", action="store_true", help="replace files that exist")
    add_library(made)
    return made


def _format(parsed: argparse.Namespace) -> Format:
    """Return the format meant. Raises UsageError where none is, or where the file is named as one of another."""
    file = parsed.output or ""
    one = len(parsed.briefs) == 1 and not file.endswith(os.sep) and not config.at_home(file or ".").is_dir()
    named = named_for(file) if one else None
    if parsed.to is None:
        if named is None:
            raise UsageError("which format? write `--to md`, or -o with a name such as visit.md; see `export --help`")
        return named
    if named is not None and named is not OUT[parsed.to]:
        raise UsageError(
            f"{safe_line(file)} is named as {named.name}, but --to says {parsed.to}; leave --to out or rename the file"
        )
    return OUT[parsed.to]


def _export(brief: Brief, own: Own, form: Format, target: "_Target", stamp: datetime) -> None:
    written = write(brief, form.name, stamp, own)
    if not written.data:
        missing = "an official" if form.name == "vcf" else "a date precise enough for a calendar"
        raise BrieftermError(f"{brief.id} has not {missing}; nothing to write as {form.name}")
    target.put(written.data, brief.id)
    if written.left_out:
        print(f"briefterm: {safe_line(brief.id)}: left out: {'; '.join(written.left_out)}", file=sys.stderr)


def _count(number: int, total: int) -> None:
    """Say on a terminal how far it has come, where there are many."""
    if total >= _WORTH_COUNTING and sys.stderr.isatty():
        end = "\n" if number == total else ""
        print(f"\r\x1b[Kwriting {number:,} of {counted(total, 'brief')}", end=end, file=sys.stderr, flush=True)


class _Target:
    """Where files go: stdout, the one file named, or files named by id in a folder. Nothing else is ever written."""

    def __init__(self, output: str | None, form: Format, *, many: bool, force: bool) -> None:
        self._form = form
        self._force = force
        self._used: set[Path] = set()
        self._stdout = output == "-" or (output is None and not many and not form.binary)
        if self._stdout and many:
            raise UsageError("several briefs do not fit in one stream; name a folder with `-o DIR`")
        path = config.at_home(output or ".")
        self._folder = path if many or path.is_dir() or (output or "").endswith(os.sep) else None
        self._file = path
        if many and path.exists() and not path.is_dir():
            raise UsageError(f"{safe_line(output or '')} is not a folder; several briefs need one")

    def put(self, data: bytes, brief_id: str) -> None:
        """Write one file. Raises BrieftermError where that cannot be, or a file is in the way."""
        if self._stdout:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
            return
        path = self._folder / f"{file_stem(brief_id)}.{self._form.name}" if self._folder else self._file
        try:
            if self._folder:
                self._folder.mkdir(exist_ok=True)
            self._write(path, data)
        except FileExistsError:
            hint = "" if self._force else "; give --force to replace it"
            raise BrieftermError(f"{safe_line(os.fspath(path))} exists already{hint}") from None
        except OSError as error:
            raise BrieftermError(f"{safe_line(os.fspath(path))} cannot be written ({error.strerror})") from None
        self._used.add(path)
        print(f"{safe_line(os.fspath(path))} written", file=sys.stderr)

    def _write(self, path: Path, data: bytes) -> None:
        """Replace a plain file where --force says so; a link, and what this run has just written, are left alone."""
        if self._force and path.is_file() and not path.is_symlink() and path not in self._used:
            write_atomically(path, data, mode=path.stat().st_mode & 0o777)
        else:
            create(path, data)
