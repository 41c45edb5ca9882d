"""Briefs as the reader last read them, and what has changed in them since.

A version is kept as the plain values of the brief, in JSON: what was read, not how the file was written.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from briefterm.brief.changes import Changes, Kind, compare
from briefterm.brief.model import Brief
from briefterm.brief.plain import plain
from briefterm.brief.reader import read_values
from briefterm.brief.safe import safe_line
from briefterm.brief.when import written_moment
from briefterm.personal.records import Head, Others, Records

LIMIT = 8 * 1024 * 1024
MOST_KEPT = 2_000
MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class LastRead:
    """A brief as it was when the reader left it at `when`, local time to the minute as ISO 8601."""

    brief: Brief
    when: str


class Versions:
    """The versions last read of the briefs of one library, in `folder`; what else it has is asked of `others`."""

    def __init__(self, folder: Path, others: Others) -> None:
        self._records = Records(folder, ".json", LIMIT, others)

    def last(self, brief: Brief, path: str = "") -> LastRead | None:
        """Return the version last read of `brief`; None where it has not been read before or that cannot be known.

        `path` is that of its file in the library.
        """
        read = (_read(data) for _, data in self._records.find(brief, path, _head_in))
        return next((version for version in read if version is not None), None)

    def keep(self, brief: Brief, now: datetime, path: str = "", *, first: bool = False) -> None:
        """Put on record that `brief`, at `path`, has been read at `now`. Raises OSError.

        Where that was for the `first` time as far as its reader was shown, a version on record stays: what has changed
        since that is still to be told.
        The oldest records go where they are many. A version too large to be kept, which no brief within the limits of a
        file is, is not kept.
        """
        if first and self.last(brief, path) is not None:
            return
        when = written_moment(now)
        told = {"read": when, **self._records.head(brief, path), "brief": plain(brief)}
        data = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
        if len(data) <= LIMIT:
            before = next((file for file, _ in self._records.find(brief, path, _head_in)), None)
            self._records.write(brief, path, data, before)
            self._records.forget(MOST_KEPT, MOST_BYTES)


def since(last: Brief, brief: Brief) -> Changes:
    """Return what a reader of `last` finds changed in `brief`.

    Ids of briefs do not count, nor does the order of lists that are shown in an order of their own: people and events.
    """
    values = plain(brief)
    if values == plain(last):
        return Changes()
    again = read_values(values, brief.id).brief or brief
    changes = compare(last, again)
    counted = (
        replace(item, kinds=tuple(kind for kind in item.kinds if kind is not Kind.MOVED))
        if item.pane != "agenda"
        else item
        for item in changes.items
    )
    fields = tuple(change for change in changes.fields if change.field not in ("id", "brief"))
    return Changes(fields, tuple(item for item in counted if item.kinds))


def _read(data: bytes) -> LastRead | None:
    values = _values(data)
    brief = read_values(values.get("brief"), "").brief
    when = values.get("read")
    return LastRead(brief, safe_line(when)) if brief is not None and isinstance(when, str) else None


def _head_in(data: bytes) -> Head:
    values = _values(data)
    brief = values.get("brief")
    known = brief if isinstance(brief, dict) else {}
    date = known.get("date")
    return Head.of({"date": date if isinstance(date, str) else "", **values}, known.get("id", ""))


def _values(data: bytes) -> dict[str, Any]:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
