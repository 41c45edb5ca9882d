"""`briefterm import`: new briefs out of other programs' files."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from briefterm import config
from briefterm.atomic import create
from briefterm.brief.emit import emit
from briefterm.brief.model import Brief
from briefterm.brief.reader import read_values
from briefterm.brief.safe import safe_line
from briefterm.cli.options import Parser, parser
from briefterm.errors import BrieftermError, UsageError
from briefterm.exchange.draft import READ_LIMIT, Draft, UnreadError
from briefterm.exchange.formats import file_stem
from briefterm.exchange.reading import IN, guess, read
from briefterm.library.files import read_file


@dataclass(frozen=True, slots=True)
class _Made:
    """A brief made of a file, where it came from, and its name as a file. `named` tells that its id was given."""

    source: str
    brief: Brief
    stem: str
    named: bool


def run(arguments: list[str]) -> int:
    """Make briefs of the files named; exit status 1 where one of them could not be read or written."""
    parsed = command_parser().parse_args(arguments)
    made: list[_Made] = []
    failed = 0
    for word in parsed.files:
        try:
            made.extend(_briefs(word, parsed.form))
        except UnreadError as error:
            failed += 1
            _tell(safe_line(word), str(error))
    folder = config.at_home(parsed.output) if parsed.output else Path()
    if parsed.output is None and len(made) == 1:
        sys.stdout.write(emit(made[0].brief, "" if made[0].named else made[0].brief.id))
        return 1 if failed else 0
    if parsed.output and folder.exists() and not folder.is_dir():
        raise UsageError(f"{safe_line(parsed.output)} is not a folder; name one with `-o DIR`")
    failed += _write_all(made, folder)
    return 1 if failed else 0


def command_parser() -> Parser:
    """Return the parser of `import`."""
    made = parser(
        "import",
        "Make briefs of calendars, cards, Markdown, JSON or a table of people. One goes to stdout, several become "
        "files in the current folder, or where -o says. A file that exists is left alone.",
    )
    made.add_argument("files", nargs="+", metavar="FILE", help="what to read; `-` is stdin")
    formats = "; ".join(f"{name}: {says}" for name, says in IN.items())
    made.add_argument("--from", dest="form", choices=list(IN), help=f"its format, guessed if left out; {formats}")
    made.add_argument("-o", "--output", metavar="DIR", help="the folder to write new briefs in")
    return made


def _briefs(word: str, form: str | None) -> list[_Made]:
    """Make the briefs of one file, and tell what could not be carried."""
    source = "stdin" if word == "-" else safe_line(word)
    data = _bytes(word)
    name = safe_line(Path(word).stem) if word != "-" else "imported"
    drafts = read(data, form or guess(data, word), name)
    return [_brief(draft, source, name, number, len(drafts)) for number, draft in enumerate(drafts, 1)]


def _bytes(word: str) -> bytes:
    if word == "-":
        return sys.stdin.buffer.read(READ_LIMIT + 1)
    try:
        return read_file(config.at_home(word), READ_LIMIT + 1)
    except OSError as error:
        raise UnreadError(f"cannot be read ({(error.strerror or 'it is no plain file').lower()})") from None


def _brief(draft: Draft, source: str, name: str, number: int, total: int) -> _Made:
    stem = file_stem(name if total == 1 else f"{name}-{number}")
    reading = read_values(draft.values, stem)
    if reading.brief is None:
        raise UnreadError("; ".join(problem.message for problem in reading.problems))
    for problem in reading.problems:
        _tell(source, f"{problem.level}: {problem.field}: {problem.message}")
    if draft.lost:
        _tell(source, f"not carried: {'; '.join(draft.lost)}")
    named = reading.brief.id != stem
    return _Made(source, reading.brief, file_stem(reading.brief.id) if named else stem, named)


def _write_all(made: list[_Made], folder: Path) -> int:
    """Write every brief to a file of its own and return how many could not be."""
    failed = 0
    for new in made:
        path = folder / f"{new.stem}.yaml"
        shown = safe_line(os.fspath(path))
        try:
            folder.mkdir(exist_ok=True)
            create(path, emit(new.brief, new.stem).encode())
        except FileExistsError:
            failed += 1
            _tell(new.source, f"{shown} exists already and is left as it is")
        except OSError as error:
            raise BrieftermError(f"{shown} cannot be written ({error.strerror})") from None
        else:
            _tell(new.source, f"wrote {shown}")
    return failed


def _tell(source: str, message: str) -> None:
    print(f"briefterm: {source}: {safe_line(message)}", file=sys.stderr)
