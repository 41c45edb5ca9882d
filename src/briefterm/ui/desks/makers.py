"""Every desk by name, imported when it is first used."""

from briefterm.ui.desks.desk import Desk, Make, Room


def _notes(room: Room) -> Desk:
    from briefterm.ui.desks.notes import NotesDesk

    return NotesDesk(room)


def _export(room: Room) -> Desk:
    from briefterm.ui.desks.export import ExportDesk

    return ExportDesk(room)


def _edit(room: Room) -> Desk:
    from briefterm.ui.desks.edit import EditDesk

    return EditDesk(room)


def _ticks(room: Room) -> Desk:
    from briefterm.ui.desks.ticks import TicksDesk

    return TicksDesk(room)


def _changes(room: Room) -> Desk:
    from briefterm.ui.desks.changes import ChangesDesk

    return ChangesDesk(room)


MAKERS: dict[str, Make] = {
    "notes": _notes,
    "export": _export,
    "edit": _edit,
    "ticks": _ticks,
    "changes": _changes,
}
ATTENDING: tuple[str, ...] = ("ticks", "changes")
