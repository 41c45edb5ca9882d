"""What must hold for any bytes as a brief and any text as a query. A target raises where it does not."""

from datetime import date

from tests.hostile.unsafe import unsafe_in
from tests.support import texts_in

from briefterm.brief.reader import read
from briefterm.library.entry import entry_of
from briefterm.library.files import Stamp
from briefterm.search.document import document
from briefterm.search.parse import parse
from briefterm.search.query import leaves

TODAY = date(2023, 11, 9)
SAVED = {"a": "@b x", "b": "@a OR y", "week": "date:this-week", "mine": 'tag:"a b" -c'}


class BrokenError(AssertionError):
    """Something that must hold for any input does not hold for this one."""


def reader(data: bytes) -> None:
    """Read `data` as a file, and make of it what the list and the index hold."""
    reading = read(data, "folder/name")
    _require(reading.brief is not None or reading.errors > 0, "neither a brief nor an error")
    for problem in reading.problems:
        said = problem.at("name.yaml")
        _require("\n" not in said and not unsafe_in(said), f"an unsafe message: {said!r}")
        _require(problem.line > 0 and problem.column > 0, f"a message without a place: {said!r}")
    entry = entry_of(Stamp("folder/name.yaml", len(data), 0), reading)
    for text in texts_in((reading.brief, entry)):
        _require(not unsafe_in(text), f"unsafe text: {text!r}")
    if reading.brief is not None:
        _require(bool(reading.brief.title), "a brief without a title")
        document(reading.brief)
        for index in reading.brief.chronology:
            when = reading.brief.timeline[index].date
            if when is not None:
                _require(bool(when.shown) or not when.written, "a date that is not shown")
                when.instants()


def query(data: bytes) -> None:
    """Parse `data` as a query, whole and while it is typed."""
    text = data.decode("utf-8", "surrogateescape")
    for typing in (False, True):
        parsed = parse(text, typing=typing, today=TODAY, saved=SAVED)
        for leaf in leaves(parsed.query):
            hash(leaf)
        for note in parsed.notes:
            _require("\n" not in note and not unsafe_in(note), f"an unsafe note: {note!r}")


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BrokenError(otherwise)
