"""The briefs lately opened to be read, one a line, the newest last: when, the id, the title.

A brief is known by its id, and where that has gone by its title, so that it is found under another name too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefterm.atomic import write_atomically
from briefterm.brief.safe import safe_line
from briefterm.brief.when import written_moment
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import Entry
from briefterm.paths import private_folder
from briefterm.personal.notebook import only_titled

FILE_NAME = "recent"
MOST_KEPT = 100
_FIELDS = 3
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Recent:
    """A brief that was opened. `opened` is local time to the minute as ISO 8601."""

    opened: str
    brief: str
    title: str


def load(file: Path) -> tuple[Recent, ...]:
    """Return what was opened lately, the oldest first; what cannot be read is passed over."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    lines = (line[:_LONGEST].split("\t") for line in text.split("\n"))
    kept = (Recent(*map(safe_line, fields)) for fields in lines if len(fields) == _FIELDS)
    return tuple(one for one in kept if one.brief)[-MOST_KEPT:]


def add(file: Path, brief: str, title: str, now: datetime) -> None:
    """Put a brief last in `file`, which another briefterm may have added to. Raises OSError."""
    newest = Recent(written_moment(now), safe_line(brief), safe_line(title))
    known = [other for other in load(file) if other.brief != newest.brief]
    lines = ("\t".join((one.opened, one.brief, one.title)) + "\n" for one in (*known, newest)[-MOST_KEPT:])
    private_folder(file.parent)
    write_atomically(file, "".join(lines).encode("utf-8", "replace"))


def still_there(recents: Iterable[Recent], catalogue: Catalogue) -> list[tuple[Recent, Entry]]:
    """Return those that are in the library still, the newest first, each brief once."""
    found: dict[str, tuple[Recent, Entry]] = {}
    for one in reversed(tuple(recents)):
        entry = next(iter(catalogue.with_id(one.brief)), None)
        if entry is None and one.title:
            entry = only_titled(one.title, catalogue)
        if entry is not None:
            found.setdefault(entry.path, (one, entry))
    return list(found.values())
