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


def _looks(room: Room) -> Desk:
    from briefterm.ui.desks.looks import LooksDesk

    return LooksDesk(room)


def _copy(room: Room) -> Desk:
    from briefterm.ui.desks.copy import CopyDesk

    return CopyDesk(room)


def _jump(room: Room) -> Desk:
    from briefterm.ui.desks.jump import JumpDesk

    return JumpDesk(room)


def _places(room: Room) -> Desk:
    from briefterm.ui.desks.places import PlacesDesk

    return PlacesDesk(room)


def _bookmarks(room: Room) -> Desk:
    from briefterm.ui.desks.bookmarks import BookmarksDesk

    return BookmarksDesk(room)


def _lost(room: Room) -> Desk:
    from briefterm.ui.desks.lost import LostDesk

    return LostDesk(room)


def _edit(room: Room) -> Desk:
    from briefterm.ui.desks.edit import EditDesk

    return EditDesk(room)


def _ticks(room: Room) -> Desk:
    from briefterm.ui.desks.ticks import TicksDesk

    return TicksDesk(room)


def _changes(room: Room) -> Desk:
    from briefterm.ui.desks.changes import ChangesDesk

    return ChangesDesk(room)


def _library(room: Room) -> Desk:
    from briefterm.ui.desks.library import LibraryDesk

    return LibraryDesk(room)


def _tour(room: Room) -> Desk:
    from briefterm.ui.desks.tour import TourDesk

    return TourDesk(room)


def _people(room: Room) -> Desk:
    from briefterm.ui.desks.people import PeopleDesk

    return PeopleDesk(room)


def _years(room: Room) -> Desk:
    from briefterm.ui.desks.years import YearsDesk

    return YearsDesk(room)


def _day(room: Room) -> Desk:
    from briefterm.ui.desks.day import DayDesk

    return DayDesk(room)


MAKERS: dict[str, Make] = {
    "notes": _notes,
    "export": _export,
    "table": _table,
    "looks": _looks,
    "copy": _copy,
    "jump": _jump,
    "places": _places,
    "bookmarks": _bookmarks,
    "lost": _lost,
    "edit": _edit,
    "ticks": _ticks,
    "changes": _changes,
    "people": _people,
    "years": _years,
    "day": _day,
    "library": _library,
    "tour": _tour,
}
ATTENDING: tuple[str, ...] = ("table", "looks", "places", "bookmarks", "ticks", "changes", "people", "years", "tour")
