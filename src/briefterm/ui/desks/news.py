"""What the workers of desks have to say."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from briefterm.personal.notes import Note
    from briefterm.ui.preferences import Preferences


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


@dataclass(frozen=True, slots=True)
class Reconfigured:
    """The files of the configuration have changed, and say this now."""

    preferences: "Preferences"


@dataclass(frozen=True, slots=True)
class ThemeKept:
    """The theme `name` will be there the next time too, or will not: then `reason` says why, for the person."""

    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied, and which way; or could not be: then `reason` says why, for the person.

    `sequence` is what the terminal is still to be told, where it is the terminal that has the clipboard.
    """

    what: str
    way: str = ""
    sequence: str = ""
    reason: str = ""
