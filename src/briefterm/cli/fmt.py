"""`briefterm fmt`: the canonical layout of briefs, with every comment kept and no meaning changed."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from briefterm.atomic import write_atomically
from briefterm.brief.canonical import canonical
from briefterm.brief.roundtrip import CannotKeepError
from briefterm.brief.safe import safe_line
from briefterm.cli.options import Parser, completes, parser
from briefterm.cli.output import counted, print_file
from briefterm.errors import UsageError
from briefterm.library.files import PEOPLE_FILES, read_file, walk
from briefterm.people.declared import is_brief

_NOTES = """\
Indents lists by two, puts one space after `:` and `,`, wraps at 120 columns, and leaves single blank lines. Keys stay
in their order, texts in their quotes, comments with what they stand beside. A file in which anything would be lost,
such as a comment within brackets, is named with the reason and left as it is.

Prints the name of each file that it changed. Without a PATH it formats stdin to stdout.

Exit status 1 means that a file could not be formatted, with --check also that one would be changed."""


def command_parser() -> Parser:
    """Return the parser of `fmt`."""
    made = parser("fmt", "Give briefs their canonical layout, in place, without changing what they say.", _NOTES)
    paths = made.add_argument("paths", nargs="*", metavar="PATH", help="a brief, or a folder of them")
    completes(paths, "file")
    made.add_argument("--check", action="store_true", help="change nothing, only name the files that would change")
    return made


def run(arguments: list[str]) -> int:
    """Format the files named; exit status 1 where one could not be, or with --check where one is not yet."""
    made = command_parser()
    parsed = made.parse_args(arguments)
    if not parsed.paths:
        if sys.stdin.isatty():
            made.error("name a brief or a folder of briefs, or pipe one in")
        return _filter(check=parsed.check)
    changed, failed, files = 0, 0, 0
    for file in dict.fromkeys(file for path in parsed.paths for file in _files(Path(path))):
        files += 1
        try:
            if _format(file, check=parsed.check):
                print(safe_line(os.fspath(file)))
                changed += 1
        except (CannotKeepError, OSError) as error:
            _refuse(os.fspath(file), error)
            failed += 1
    done = "would change" if parsed.check else "changed"
    rest = f", {failed:,} left as they are" if failed else ""
    print(f"{counted(files, 'file')}: {changed:,} {done}{rest}", file=sys.stderr)
    return 1 if failed or (parsed.check and changed) else 0


def _filter(*, check: bool) -> int:
    data = sys.stdin.buffer.read()
    try:
        text = canonical(data)
    except CannotKeepError as error:
        _refuse("stdin", error)
        return 1
    if check:
        return int(text.encode() != data)
    print_file(text)
    return 0


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (path / stamp.path for stamp in sorted(walk(path), key=lambda stamp: stamp.path))
    elif path.name in PEOPLE_FILES and path.is_file() and not is_brief(path):
        print(
            f"briefterm: {safe_line(os.fspath(path))} is for people and no brief; it is left as it is", file=sys.stderr
        )
    elif path.exists():
        yield path
    else:
        raise UsageError(f"{path} does not exist; name a brief or a folder of briefs")


def _format(file: Path, *, check: bool) -> bool:
    """Give one file its layout and return whether that changes it. Raises CannotKeepError, OSError."""
    data = read_file(file)
    formatted = canonical(data).encode()
    if formatted == data:
        return False
    if not check:
        write_atomically(file, formatted, mode=file.stat().st_mode & 0o777)
    return True


def _refuse(name: str, error: Exception) -> None:
    reason = (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
    print(f"briefterm: {safe_line(name)} is left as it is: {safe_line(reason)}", file=sys.stderr)
