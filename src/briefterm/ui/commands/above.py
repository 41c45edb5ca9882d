"""Commands in what stands above a brief for a while: the dial, notes, export, colours, help, what is one's own."""

from functools import partial

from briefterm.ui.commands.command import Command, Place

_dial = partial(Command, place=Place.DIAL, palette=False)
_note = partial(Command, place=Place.NOTE, palette=False)
_export = partial(Command, place=Place.EXPORT, palette=False)
_themes = partial(Command, place=Place.THEMES, palette=False)
_jump = partial(Command, place=Place.JUMP, palette=False)
_help = partial(Command, place=Place.HELP, palette=False)
_yours = partial(Command, place=Place.YOURS, palette=False)
_bookmarks = partial(Command, place=Place.BOOKMARKS, palette=False)
_lost = partial(Command, place=Place.LOST, palette=False)
_library = partial(Command, place=Place.LIBRARY, palette=False)
_above = partial(Command, place=Place.ABOVE, palette=False)

ABOVE = (
    _dial("dial.next", "Next topic", ("right", "l"), action="screen.topic(1)", footer="topic"),
    _dial("dial.previous", "Previous topic", ("left", "h"), action="screen.topic(-1)"),
    _dial("dial.deeper", "Two seconds, everything, thirty seconds", ("z",), action="screen.turn(1)", footer="depth"),
    _dial("dial.shallower", "The other way round", ("Z",), action="screen.turn(-1)"),
    _dial("dial.now", "The topic under way or next", (".",), action="screen.now", footer="now"),
    _dial("dial.blank", "Blank the screen", ("B",), action="app.blank", footer="blank"),
    _dial("dial.close", "Back to everything", ("escape", "q"), action="screen.close", footer="back"),
    _note("note.close", "Keep the note and go back", ("escape",), action="screen.close"),
    _note("note.forget", "Drop what you typed and go back", ("ctrl+g", "ctrl+r"), action="screen.forget"),
    _export("export.close", "Go back without writing", ("escape", "q"), action="screen.close"),
    _export("export.next", "From the formats to the name, and back", ("tab",), action="screen.other"),
    _export("export.own", "With your notes and ticks, or without", ("n",), action="screen.own"),
    _themes("themes.close", "Go back to the colours as they were", ("escape", "q"), action="screen.close"),
    _jump("jump.close", "Stay where you are", ("escape",), action="screen.close"),
    _help("help.close", "Close the help", ("escape",), action="screen.close"),
    _help("help.up", "Line up", ("up",), action="screen.line(-1)"),
    _help("help.down", "Line down", ("down",), action="screen.line(1)"),
    _help("help.page_up", "Page up", ("pageup",), action="screen.page(-1)"),
    _help("help.page_down", "Page down", ("pagedown",), action="screen.page(1)"),
    _yours("yours.close", "Go back", ("escape", "q"), action="screen.close"),
    _bookmarks("bookmark.remove", "Remove the bookmark", ("d",), action="screen.change('remove')"),
    _bookmarks("bookmark.undo", "Take the last one back", ("u",), action="screen.undo"),
    _lost(
        "lost.move",
        "Move the note to the open brief, or bring back one put aside",
        ("m",),
        action="screen.change('move')",
    ),
    _lost("lost.undo", "Take the last move back", ("u",), action="screen.undo"),
    _library("library.choose", "Open the folder", ("enter",), action="screen.open"),
    _library("library.complete", "Complete the path", ("tab",), action="screen.complete"),
    _library("library.up", "Up", ("up",), action="screen.cursor(-1)"),
    _library("library.down", "Down", ("down",), action="screen.cursor(1)"),
    _library("library.page_up", "Page up", ("pageup",), action="screen.page(-1)"),
    _library("library.page_down", "Page down", ("pagedown",), action="screen.page(1)"),
    _library("library.close", "Stay with the library that is open", ("escape",), action="screen.close"),
    _above("above.jump", "Jump: two letters go to any pane or item on the screen", ("'",), action="app.jump"),
    _above("help.here", "Keys and help", ("?",), action="app.help_here", footer="help"),
)
