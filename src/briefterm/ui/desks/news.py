"""What the workers of desks have to say."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from briefterm.personal.notes import Note


@dataclass(frozen=True, slots=True)
class NoteKept:
    """A note has been written, or could not be: then `reason` says why, for the person."""

    note: "Note"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A brief has been written to `path` without what `left_out` names, or could not be: then `reason` says why."""

    path: "Path"
    left_out: tuple[str, ...] = ()
    reason: str = ""
