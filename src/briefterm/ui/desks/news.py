"""What the workers of desks have to say."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from briefterm.brief.mentions import Who
    from briefterm.personal.lastread import LastRead
    from briefterm.personal.notes import Draft, Note
    from briefterm.personal.ticks import Ticked
    from briefterm.ui.preferences import Preferences
    from briefterm.ui.text.changed import Since


@dataclass(frozen=True, slots=True)
class Followed:
    """The person asks for the dossier of one of those whom a text of the open brief names."""

    who: "tuple[Who, ...]"


@dataclass(frozen=True, slots=True)
class NoteKept:
    """A note has been written. Where it could not be, `reason` says why, for the person, and `draft` is all of it.

    `dropped`: it is as it was opened, and what was typed lies aside.
    """

    note: "Note"
    reason: str = ""
    draft: "Draft | None" = None
    dropped: bool = False


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


@dataclass(frozen=True, slots=True)
class TicksRead:
    """What is ticked off in the brief at `path`. Where that could not be written, `reason` says why.

    `wished` says that it answers a wish to tick off a topic, or to take that back.
    """

    path: str
    ticked: "Ticked | None"
    reason: str = ""
    wished: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """The brief asked for as number `ticket` has been compared with what its reader `last` read.

    It is `new` where that was never: then `last` is what it was opened as.
    """

    ticket: int
    last: "LastRead"
    since: "Since"
    new: bool = False


@dataclass(frozen=True, slots=True)
class Unremembered:
    """That a brief has been read could not be kept, and why."""

    reason: str
