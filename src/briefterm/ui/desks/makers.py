"""Every desk by name, imported when it is first used."""

from briefterm.ui.desks.desk import Desk, Make, Room


def _notes(room: Room) -> Desk:
    from briefterm.ui.desks.notes import NotesDesk

    return NotesDesk(room)


def _export(room: Room) -> Desk:
    from briefterm.ui.desks.export import ExportDesk

    return ExportDesk(room)


def _places(room: Room) -> Desk:
    from briefterm.ui.desks.places import PlacesDesk

    return PlacesDesk(room)


def _bookmarks(room: Room) -> Desk:
    from briefterm.ui.desks.bookmarks import BookmarksDesk

    return BookmarksDesk(room)


def _lost(room: Room) -> Desk:
    from briefterm.ui.desks.lost import LostDesk

    return LostDesk(room)


MAKERS: dict[str, Make] = {
    "notes": _notes,
    "export": _export,
    "places": _places,
    "bookmarks": _bookmarks,
    "lost": _lost,
}
ATTENDING: tuple[str, ...] = ("places", "bookmarks")
