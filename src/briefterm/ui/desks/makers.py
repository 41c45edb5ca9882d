"""Every desk by name, imported when it is first used."""

from briefterm.ui.desks.desk import Desk, Make, Room


def _notes(room: Room) -> Desk:
    from briefterm.ui.desks.notes import NotesDesk

    return NotesDesk(room)


def _export(room: Room) -> Desk:
    from briefterm.ui.desks.export import ExportDesk

    return ExportDesk(room)


def _people(room: Room) -> Desk:
    from briefterm.ui.desks.people import PeopleDesk

    return PeopleDesk(room)


MAKERS: dict[str, Make] = {"notes": _notes, "export": _export, "people": _people}
ATTENDING: tuple[str, ...] = ("people",)
