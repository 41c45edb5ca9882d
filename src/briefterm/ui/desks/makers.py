"""Every desk by name, imported when it is first used."""

from briefterm.ui.desks.desk import Desk, Make, Room


def _notes(room: Room) -> Desk:
    from briefterm.ui.desks.notes import NotesDesk

    return NotesDesk(room)


def _export(room: Room) -> Desk:
    from briefterm.ui.desks.export import ExportDesk

    return ExportDesk(room)


def _table(room: Room) -> Desk:
    from briefterm.ui.desks.table import TableDesk

    return TableDesk(room)


MAKERS: dict[str, Make] = {"notes": _notes, "export": _export, "table": _table}
ATTENDING: tuple[str, ...] = ("table",)
