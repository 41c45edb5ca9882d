"""Commands in what the whole library says: dossiers, the directory, the timeline."""

from functools import partial

from briefterm.ui.commands.command import Command, Place

_lookup = partial(Command, place=Place.LOOKUP, palette=False)
_directory = partial(Command, place=Place.DIRECTORY, palette=False)
_times = partial(Command, place=Place.TIMES, palette=False)
_times_bar = partial(Command, place=Place.TIMES_BAR, palette=False)

LOOKUPS = (
    _lookup(
        "lookup.open", "Go to the item in its brief, or to the person", ("enter",), action="choose", footer="go there"
    ),
    _lookup("lookup.close", "Back, one step", ("escape", "q"), action="screen.close", footer="back"),
    _directory("directory.up", "Up", ("up",), action="screen.cursor(-1)"),
    _directory("directory.down", "Down", ("down",), action="screen.cursor(1)"),
    _directory("directory.page_up", "Page up", ("pageup",), action="screen.page(-1)"),
    _directory("directory.page_down", "Page down", ("pagedown",), action="screen.page(1)"),
    _directory("directory.open", "Open the dossier", ("enter",), action="screen.open", footer="dossier"),
    _directory("directory.sort", "By number of briefs, or by name", ("tab",), action="screen.sort", footer="order"),
    _directory("directory.close", "Back, one step", ("escape",), action="screen.close", footer="back"),
    _times("times.open", "Zoom in; of an event, to its brief", ("enter",), action="choose", footer="zoom in"),
    _times("times.in", "Zoom in: decade, year, month, week, day", ("+", "="), action="screen.zoom(1)"),
    _times("times.out", "Zoom out", ("-",), action="screen.zoom(-1)", footer="zoom out"),
    _times("times.narrow", "Only of briefs that a search finds", ("/",), action="screen.narrow", footer="narrow"),
    _times(
        "times.other",
        "To the events, and back",
        ("tab", "shift+tab", "l", "right", "h", "left"),
        action="screen.other",
        footer="events",
    ),
    _times("times.close", "Back, one step", ("escape", "q"), action="screen.close", footer="back"),
    _times_bar(
        "times.narrowed",
        "Keep it and go back",
        ("enter", "down", "up", "tab", "shift+tab"),
        action="screen.narrowed",
        footer="keep",
    ),
    _times_bar("times.whole", "The whole library again", ("escape",), action="screen.whole", footer="all briefs"),
)
