"""`briefterm diff`: what has changed between two versions of a brief, item by item."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefterm import config
from briefterm.brief.changes import Changes, FieldChange, ItemChange, Kind, compare, differing
from briefterm.brief.model import Brief
from briefterm.brief.reader import read
from briefterm.brief.safe import safe_line
from briefterm.cli.named import Named, find
from briefterm.cli.options import Parser, add_json, add_library, completes, parser
from briefterm.cli.output import at_terminal, print_json, print_pages
from briefterm.errors import BrieftermError
from briefterm.library.files import default_id, read_file
from briefterm.library.revisions import file_at, split_revision

if TYPE_CHECKING:
    from rich.text import Text

_SHORT = 60
_NOTES = """\
Items are matched by id, then by their text, then by likeness; comments, layout and the order of fields do not count.
Numbers count the items of a pane from 1 in file order.

  briefterm diff draft.yaml final.yaml
  briefterm diff visit.yaml@HEAD~3 visit.yaml
  briefterm diff visit.yaml@v1
  briefterm diff visit.yaml

A revision is one of git's. With one argument it is compared with the file as it is now; without a revision either, the
last commit is.

Exit status 0 whether or not anything differs; with --exit-code 1 means that something does."""
_STYLES = {"added": "green", "removed": "red", "moved": "magenta", "reworded": "yellow", "changed": "yellow"}


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two: what it is called, and the brief."""

    name: str
    brief: Brief


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the answer, with what kind of change its beginning names."""

    indent: int
    kind: str
    text: str


def command_parser() -> Parser:
    """Return the parser of `diff`."""
    made = parser("diff", "Say what has changed between two versions of a brief, item by item.", _NOTES)
    old = made.add_argument("old", metavar="A", help="a brief: a path, an id in the library, or either with @REVISION")
    new = made.add_argument("new", nargs="?", metavar="B", help="the newer one; the file of A as it is now if left out")
    completes(old, "file")
    completes(new, "file")
    add_library(made)
    add_json(made)
    made.add_argument("--exit-code", action="store_true", help="exit status 1 where anything differs")
    return made


def run(arguments: list[str]) -> int:
    """Print what differs."""
    parsed = command_parser().parse_args(arguments)
    name, revision = split_revision(parsed.old)
    if parsed.new is None:
        old = _version(name, revision or "HEAD", parsed.library)
        new = _version(name, "", parsed.library)
    else:
        old = _version(name, revision, parsed.library)
        new = _version(*split_revision(parsed.new), parsed.library)
    changes = compare(old.brief, new.brief)
    if parsed.json:
        print_json(_as_json(old, new, changes))
    elif not changes:
        print("nothing differs", file=sys.stderr)
    elif at_terminal():
        print_pages(_styled(new.brief, _lines(changes)))
    else:
        print(_title(new.brief))
        sys.stdout.writelines(_plain(line) + "\n" for line in _lines(changes))
    return int(bool(changes) and parsed.exit_code)


def _version(name: str, revision: str, library: str | None) -> Version:
    """Return the brief in a file, or in a revision of it. Raises UsageError, BrieftermError where it is no brief."""
    file = config.at_home(name)
    known = revision and file.parent.is_dir() and file.suffix in (".yaml", ".yml")
    named = Named(file.parent, file.name) if known else find(name, library)
    data = file_at(named.file, revision) if revision else read_file(named.file)
    called = f"{named.file}@{revision}" if revision else str(named.file)
    reading = read(data, default_id(named.path))
    if reading.brief is None:
        raise BrieftermError(reading.problems[0].at(safe_line(called)))
    return Version(safe_line(called), reading.brief)


def _as_json(old: Version, new: Version, changes: Changes) -> dict[str, object]:
    return {
        "old": {"name": old.name, "id": old.brief.id, "title": old.brief.title, "marking": old.brief.marking},
        "new": {"name": new.name, "id": new.brief.id, "title": new.brief.title, "marking": new.brief.marking},
        "fields": [_field_json(change) for change in changes.fields],
        "items": [_item_json(item) for item in changes.items],
    }


def _item_json(item: ItemChange) -> dict[str, object]:
    return {
        "pane": item.pane,
        "changes": [str(kind) for kind in item.kinds],
        "old": None if item.old is None else {"index": item.old, "text": item.was},
        "new": None if item.new is None else {"index": item.new, "text": item.text},
        "fields": [_field_json(change) for change in item.fields],
    }


def _field_json(change: FieldChange) -> dict[str, str]:
    return {"field": change.field, "old": change.old, "new": change.new}


def _title(brief: Brief) -> str:
    return " · ".join(part for part in (brief.title, brief.marking) if part)


def _lines(changes: Changes) -> Iterator[Line]:
    if changes.fields:
        yield Line(0, "", "brief")
        yield from _field_lines(changes.fields, 2)
    pane = ""
    for item in changes.items:
        if item.pane != pane:
            pane = item.pane
            yield Line(0, "", pane)
        yield Line(2, str(item.kinds[0]), _told(item))
        yield from _field_lines(item.fields, 4)


def _told(item: ItemChange) -> str:
    """Return the rest of an item's line: further kinds, its number, its text and what that was."""
    more = "".join(f", {kind}" for kind in item.kinds[1:])
    number = _number(item.old if item.new is None else item.new)
    if Kind.MOVED in item.kinds:
        number = f"{_number(item.old)} → {number}"
    was = f" (was: {item.was})" if Kind.REWORDED in item.kinds else ""
    return f"{more} {number}: {item.text or item.was}{was}"


def _number(index: int | None) -> str:
    return "" if index is None else str(index + 1)


def _field_lines(changes: Iterable[FieldChange], indent: int) -> Iterator[Line]:
    for change in changes:
        old, new = change.old, change.new
        if "\n" not in old + new and len(old) + len(new) <= 2 * _SHORT:
            yield Line(indent, "", f"{change.field}: {old or '(nothing)'} → {new or '(nothing)'}")
            continue
        yield Line(indent, "", f"{change.field}:")
        yield from (Line(indent + 2, str(kind), f" {line}") for kind, line in differing(change))


def _plain(line: Line) -> str:
    return " " * line.indent + line.kind + line.text


def _styled(brief: Brief, lines: Iterable[Line]) -> Iterator["Text"]:
    from rich.text import Text

    yield Text.assemble((brief.title, "bold"), ("  " if brief.marking else "", ""), (brief.marking, "yellow"))
    for line in lines:
        style = "bold" if line.indent == 0 else ""
        yield Text.assemble((" " * line.indent, ""), (line.kind, _STYLES.get(line.kind, "")), (line.text, style))
