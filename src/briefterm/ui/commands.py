"""Every command there is: one table from which come the keys, the footer, the help, the palette and docs/keys.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding


class Place(StrEnum):
    """Where a command holds."""

    ANYWHERE = "Anywhere"
    EVERYWHERE = "Also while typing, and above every other screen"
    LIST = "In a list"
    TEXT = "In a text"
    BAR = "In the search bar"
    NOTE = "In a note"
    EXPORT = "While exporting"
    DIAL = "In two seconds, or thirty"
    THEMES = "While choosing colours"
    HELP = "In the help"
    JUMP = "While jumping"
    YOURS = "In what is yours: bookmarks, recent briefs, lost notes"
    BOOKMARKS = "Among the bookmarks"
    LOST = "Among the notes whose brief has gone"
    ABOVE = "In what stands above a brief, while nothing is typed"
    LOOKUP = "In a dossier, or related briefs"
    DIRECTORY = "In the directory of officials"
    TIMES = "In the timeline of the library"
    CALENDAR = "In the calendar of the library"
    TIMES_BAR = "In the line that narrows the timeline or the calendar"
    DAY = "In the day as bars"
    LIBRARY = "While choosing a folder"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `action` is Textual's name of the method; `footer` its short label there, if any.

    `counted` is the action after a count has been typed, `{}` in place of the number; empty where it takes none.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    place: Place
    action: str
    footer: str = ""
    palette: bool = True
    counted: str = ""


UNPRESSED = "no-key"
"""What no keyboard sends, for a command without a key: Textual takes an empty text for another thing."""

A, L, T, B = Place.ANYWHERE, Place.LIST, Place.TEXT, Place.BAR
P = Place

COMMANDS = (
    Command("search.open", "Search every brief", ("/",), A, "screen.search", "search"),
    Command("pane.briefs", "Briefs: the list of the library", ("0",), A, "screen.pane('briefs')", "list"),
    Command("pane.officials", "Officials", ("1",), A, "screen.pane('officials')"),
    Command("pane.agenda", "Agenda", ("2",), A, "screen.pane('agenda')"),
    Command("pane.timeline", "Timeline", ("3",), A, "screen.pane('timeline')"),
    Command("pane.detail", "Detail of what is selected", ("4",), A, "screen.pane('detail')"),
    Command("pane.next", "Next pane", ("tab", "l", "right"), A, "screen.next_pane", "pane"),
    Command("pane.previous", "Previous pane", ("shift+tab", "h", "left"), A, "screen.previous_pane"),
    Command("text.background", "Background and further sections", ("b",), A, "screen.text('background')", "background"),
    Command(
        "text.sources",
        "Sources: those behind the selected line, then all",
        ("s",),
        A,
        "screen.text('sources')",
        "sources",
    ),
    Command("text.problems", "Problems of this brief", ("p",), A, "screen.text('problems')"),
    Command("note.write", "Write a note on the selected item", ("a",), A, "screen.do('notes', 'write')", "note"),
    Command("text.notes", "Your notes on this brief", ("A",), A, "screen.text('notes')"),
    Command(
        "brief.export",
        "Export this brief: Markdown, web page, calendar, cards, Word, PDF",
        ("x",),
        A,
        "screen.do('export', 'brief')",
    ),
    Command("app.jump", "Jump: two letters go to any pane or item on the screen", ("'",), A, "screen.do('jump', 'go')"),
    Command("copy.item", "Copy the selected item as text, with its marking", ("y",), A, "screen.do('copy', 'item')"),
    Command("copy.brief", "Copy the whole brief as text", ("Y",), A, "screen.do('copy', 'brief')"),
    Command("brief.edit", "Edit this brief's file in $VISUAL or $EDITOR", ("e",), A, "screen.do('edit', 'brief')"),
    Command("topic.tick", "Tick off the selected topic, or take that back", ("t",), A, "screen.do('ticks', 'toggle')"),
    Command("change.next", "Next change since you last read this brief", ("]",), A, "screen.do('changes', 'next')"),
    Command("change.previous", "Change before", ("[",), A, "screen.do('changes', 'previous')"),
    Command("text.changes", "What it said when you last read it", ("w",), A, "screen.do('changes', 'was')"),
    Command("people.dossier", "Dossier of the official: all briefs", ("o",), A, "screen.do('people', 'dossier')"),
    Command("people.directory", "Directory of all officials", ("O",), A, "screen.do('people', 'directory')"),
    Command("library.timeline", "Timeline of the whole library", ("T",), A, "screen.do('people', 'timeline')"),
    Command(
        "library.calendar",
        "Calendar: months with the days that have events",
        ("c",),
        A,
        "screen.do('people', 'calendar')",
    ),
    Command("brief.day", "The day as bars: by room or by person", ("d",), A, "screen.do('day', 'open')"),
    Command("brief.related", "Related briefs, and why", ("R",), A, "screen.do('people', 'related')"),
    Command("text.zoom", "Give the pane all the room, or take it back", ("m",), A, "screen.zoom"),
    Command(
        "table.deeper",
        "Less at a time: thirty seconds a topic, two seconds, everything",
        ("z",),
        A,
        "screen.do('table', 'deeper')",
    ),
    Command(
        "table.shallower",
        "The other way round: two seconds, thirty, everything",
        ("Z",),
        A,
        "screen.do('table', 'shallower')",
    ),
    Command("table.now", "Go to what is under way or next", (".",), A, "screen.do('table', 'now')"),
    Command(
        "table.blank",
        "Blank the screen; any key, then enter, brings it back",
        ("B",),
        A,
        "screen.do('table', 'blank')",
    ),
    Command("app.blank", "Blank the screen", ("ctrl+l",), Place.EVERYWHERE, "app.blank", palette=False),
    Command("brief.next", "Next brief", ("J",), A, "screen.step_brief(1)", counted="screen.step_brief({})"),
    Command("brief.previous", "Previous brief", ("K",), A, "screen.step_brief(-1)", counted="screen.step_brief(-{})"),
    Command("place.back", "Back to where you were", ("<",), A, "screen.do('places', 'back')"),
    Command("place.forward", "Forward again", (">",), A, "screen.do('places', 'forward')"),
    Command("brief.recent", "Briefs you opened lately", ("u",), A, "screen.do('places', 'recent')"),
    Command(
        "bookmark.toggle",
        "Bookmark the selected item, or take that back",
        ("f",),
        A,
        "screen.do('bookmarks', 'toggle')",
    ),
    Command("bookmark.list", "Your bookmarks", ("F",), A, "screen.do('bookmarks', 'list')"),
    Command("note.lost", "Your notes whose brief has gone", ("L",), A, "screen.do('lost', 'list')"),
    Command(
        "match.next", "Next match in this brief", ("n",), A, "screen.step_match(1)", counted="screen.step_match({})"
    ),
    Command(
        "match.previous",
        "Previous match in this brief",
        ("N",),
        A,
        "screen.step_match(-1)",
        counted="screen.step_match(-{})",
    ),
    Command("library.refresh", "Read the library again", ("r",), A, "screen.refresh_library"),
    Command("library.open", "Open another folder of briefs", ("D",), A, "screen.do('library', 'choose')"),
    Command("app.tour", "Show the tour again", (), A, "screen.do('tour', 'show')"),
    Command("app.help", "Keys and help", ("?",), A, "screen.help", "help"),
    Command(
        "app.linear", "Plain lines, one below the other: for screen readers and braille", ("v",), A, "screen.linear"
    ),
    Command("app.theme", "Colours: choose a theme", ("ctrl+t",), A, "screen.do('looks', 'choose')"),
    Command("app.count", "Begin a count with any digit; 5 to 9 begin one themselves", ("#",), A, "app.count"),
    Command("app.palette", "All commands", (":", "ctrl+p"), A, "screen.palette"),
    Command("app.back", "Back, one step out", ("escape",), A, "screen.back", palette=False),
    Command("app.suspend", "Back to the shell for a while; fg returns", ("ctrl+z",), A, "app.suspend_process"),
    Command("app.quit", "Quit", ("q",), A, "screen.quit", "quit"),
    Command("list.up", "Up", ("up", "k"), L, "cursor(-1)", palette=False, counted="cursor(-{})"),
    Command("list.down", "Down", ("down", "j"), L, "cursor(1)", palette=False, counted="cursor({})"),
    Command("list.page_up", "Page up", ("pageup", "ctrl+b"), L, "page(-1)", palette=False, counted="page(-{})"),
    Command(
        "list.page_down", "Page down", ("pagedown", "ctrl+f", "space"), L, "page(1)", palette=False, counted="page({})"
    ),
    Command("list.first", "First", ("home", "g"), L, "end(-1)", palette=False, counted="item({})"),
    Command("list.last", "Last", ("end", "G"), L, "end(1)", palette=False, counted="item({})"),
    Command(
        "list.next_item",
        "Beginning of the next item, over its lines",
        (")", "ctrl+down"),
        L,
        "item_step(1)",
        palette=False,
        counted="item_step({})",
    ),
    Command(
        "list.previous_item",
        "Beginning of the item, or of the one before",
        ("(", "ctrl+up"),
        L,
        "item_step(-1)",
        palette=False,
        counted="item_step(-{})",
    ),
    Command("list.choose", "Open it; of an official, the dossier", ("enter",), L, "choose", palette=False),
    Command("text.up", "Line up", ("up", "k"), T, "line(-1)", palette=False, counted="line(-{})"),
    Command("text.down", "Line down", ("down", "j"), T, "line(1)", palette=False, counted="line({})"),
    Command("text.page_up", "Page up", ("pageup", "ctrl+b"), T, "page(-1)", palette=False, counted="page(-{})"),
    Command(
        "text.page_down", "Page down", ("pagedown", "ctrl+f", "space"), T, "page(1)", palette=False, counted="page({})"
    ),
    Command("text.first", "Beginning", ("home", "g"), T, "end(-1)", palette=False, counted="top({})"),
    Command("text.last", "End", ("end", "G"), T, "end(1)", palette=False, counted="top({})"),
    Command(
        "text.follow",
        "Dossier of who is named on the screen, underlined",
        ("enter",),
        T,
        "follow",
        "dossier",
        palette=False,
    ),
    Command("results.up", "Previous result", ("up",), B, "screen.step_result(-1)", palette=False),
    Command("results.down", "Next result", ("down",), B, "screen.step_result(1)", "results", palette=False),
    Command("results.page_up", "A page of results up", ("pageup",), B, "screen.page_results(-1)", palette=False),
    Command("results.page_down", "A page of results down", ("pagedown",), B, "screen.page_results(1)", palette=False),
    Command("results.go", "Go to the result", ("enter",), B, "submit", "go there", palette=False),
    Command(
        "results.enter",
        "To the results, and to what narrows them",
        ("tab",),
        B,
        "screen.next_pane",
        "narrow",
        palette=False,
    ),
    Command("results.leave", "Back to the bar", ("shift+tab",), B, "screen.previous_pane", palette=False),
    Command("dial.next", "Next topic", ("right", "l"), Place.DIAL, "screen.topic(1)", "topic", palette=False),
    Command("dial.previous", "Previous topic", ("left", "h"), Place.DIAL, "screen.topic(-1)", palette=False),
    Command(
        "dial.deeper",
        "Two seconds, everything, thirty seconds",
        ("z",),
        Place.DIAL,
        "screen.turn(1)",
        "depth",
        palette=False,
    ),
    Command("dial.shallower", "The other way round", ("Z",), Place.DIAL, "screen.turn(-1)", palette=False),
    Command("dial.now", "The topic under way or next", (".",), Place.DIAL, "screen.now", "now", palette=False),
    Command("dial.blank", "Blank the screen", ("B",), Place.DIAL, "app.blank", "blank", palette=False),
    Command("dial.close", "Back to everything", ("escape", "q"), Place.DIAL, "screen.close", "back", palette=False),
    Command("note.close", "Keep the note and go back", ("escape",), Place.NOTE, "screen.close", palette=False),
    Command(
        "note.forget", "Go back without what is not kept yet", ("ctrl+g",), Place.NOTE, "screen.forget", palette=False
    ),
    Command("export.close", "Go back without writing", ("escape", "q"), Place.EXPORT, "screen.close", palette=False),
    Command(
        "export.next", "From the formats to the name, and back", ("tab",), Place.EXPORT, "app.focus_next", palette=False
    ),
    Command(
        "themes.close",
        "Go back to the colours as they were",
        ("escape", "q"),
        Place.THEMES,
        "screen.close",
        palette=False,
    ),
    Command("jump.close", "Stay where you are", ("escape",), Place.JUMP, "screen.close", palette=False),
    Command("help.close", "Close the help", ("escape",), Place.HELP, "screen.close", palette=False),
    Command("help.up", "Line up", ("up",), Place.HELP, "screen.line(-1)", palette=False),
    Command("help.down", "Line down", ("down",), Place.HELP, "screen.line(1)", palette=False),
    Command("help.page_up", "Page up", ("pageup",), Place.HELP, "screen.page(-1)", palette=False),
    Command("help.page_down", "Page down", ("pagedown",), Place.HELP, "screen.page(1)", palette=False),
    Command("yours.close", "Go back", ("escape", "q"), Place.YOURS, "screen.close", palette=False),
    Command(
        "bookmark.remove", "Remove the bookmark", ("d",), Place.BOOKMARKS, "screen.change('remove')", palette=False
    ),
    Command("bookmark.undo", "Take the last one back", ("u",), Place.BOOKMARKS, "screen.undo", palette=False),
    Command("lost.move", "Move the note to the open brief", ("m",), Place.LOST, "screen.change('move')", palette=False),
    Command("lost.undo", "Take the last move back", ("u",), Place.LOST, "screen.undo", palette=False),
    Command("export.own", "With your notes and ticks, or without", ("n",), Place.EXPORT, "screen.own", palette=False),
    Command(
        "lookup.open",
        "Go to the item in its brief, or to the person",
        ("enter",),
        P.LOOKUP,
        "choose",
        "go there",
        palette=False,
    ),
    Command("lookup.close", "Back, one step", ("escape", "q"), P.LOOKUP, "screen.close", "back", palette=False),
    Command("directory.up", "Up", ("up",), P.DIRECTORY, "screen.cursor(-1)", palette=False),
    Command("directory.down", "Down", ("down",), P.DIRECTORY, "screen.cursor(1)", palette=False),
    Command("directory.page_up", "Page up", ("pageup",), P.DIRECTORY, "screen.page(-1)", palette=False),
    Command("directory.page_down", "Page down", ("pagedown",), P.DIRECTORY, "screen.page(1)", palette=False),
    Command("directory.open", "Open the dossier", ("enter",), P.DIRECTORY, "screen.open", "dossier", palette=False),
    Command(
        "directory.sort",
        "By number of briefs, or by name",
        ("tab",),
        P.DIRECTORY,
        "screen.sort",
        "order",
        palette=False,
    ),
    Command("directory.close", "Back, one step", ("escape",), P.DIRECTORY, "screen.close", "back", palette=False),
    Command("times.open", "Zoom in; of an event, to its brief", ("enter",), P.TIMES, "choose", "go in", palette=False),
    Command(
        "times.in",
        "Zoom in: decade, year, month, week, day",
        ("+", "="),
        P.TIMES,
        "screen.zoom(1)",
        "in",
        palette=False,
    ),
    Command("times.out", "Zoom out", ("-", "backspace"), P.TIMES, "screen.zoom(-1)", "out", palette=False),
    Command(
        "times.narrow", "Only of briefs that a search finds", ("/",), P.TIMES, "screen.narrow", "narrow", palette=False
    ),
    Command(
        "times.other",
        "To the events, and back",
        ("tab", "shift+tab", "l", "right", "h", "left"),
        P.TIMES,
        "screen.other",
        "events",
        palette=False,
    ),
    Command("times.close", "Back, one step", ("escape", "q"), P.TIMES, "screen.close", "back", palette=False),
    Command(
        "times.narrowed",
        "Keep it and go back",
        ("enter", "down", "tab"),
        P.TIMES_BAR,
        "screen.narrowed",
        "keep",
        palette=False,
    ),
    Command(
        "times.whole", "The whole library again", ("escape",), P.TIMES_BAR, "screen.whole", "all briefs", palette=False
    ),
    Command("help.here", "Keys and help", ("?",), P.ABOVE, "app.help_here", "help", palette=False),
    Command(
        "calendar.open",
        "To what is on the day; from there to the brief",
        ("enter",),
        P.CALENDAR,
        "screen.other",
        "day",
        palette=False,
    ),
    Command(
        "calendar.left",
        "The day before",
        ("left", "h"),
        P.CALENDAR,
        "screen.day(-1)",
        palette=False,
        counted="screen.day(-{})",
    ),
    Command(
        "calendar.right",
        "The next day",
        ("right", "l"),
        P.CALENDAR,
        "screen.day(1)",
        palette=False,
        counted="screen.day({})",
    ),
    Command(
        "calendar.up",
        "A week before",
        ("up", "k"),
        P.CALENDAR,
        "screen.week(-1)",
        palette=False,
        counted="screen.week(-{})",
    ),
    Command(
        "calendar.down",
        "A week on",
        ("down", "j"),
        P.CALENDAR,
        "screen.week(1)",
        palette=False,
        counted="screen.week({})",
    ),
    Command(
        "calendar.next",
        "The next day that has anything",
        ("n",),
        P.CALENDAR,
        "screen.full(1)",
        "next",
        palette=False,
        counted="screen.full({})",
    ),
    Command(
        "calendar.previous",
        "The day before that has anything",
        ("N",),
        P.CALENDAR,
        "screen.full(-1)",
        palette=False,
        counted="screen.full(-{})",
    ),
    Command(
        "calendar.month_on",
        "The next month",
        ("]", "pagedown"),
        P.CALENDAR,
        "screen.month(1)",
        "month",
        palette=False,
        counted="screen.month({})",
    ),
    Command(
        "calendar.month_before",
        "The month before",
        ("[", "pageup"),
        P.CALENDAR,
        "screen.month(-1)",
        palette=False,
        counted="screen.month(-{})",
    ),
    Command(
        "calendar.year_on",
        "The next year",
        ("}",),
        P.CALENDAR,
        "screen.year(1)",
        "year",
        palette=False,
        counted="screen.year({})",
    ),
    Command(
        "calendar.year_before",
        "The year before",
        ("{",),
        P.CALENDAR,
        "screen.year(-1)",
        palette=False,
        counted="screen.year(-{})",
    ),
    Command("calendar.today", "Today", (".",), P.CALENDAR, "screen.today", "today", palette=False),
    Command(
        "calendar.first", "The first day that has anything", ("home", "g"), P.CALENDAR, "screen.end(-1)", palette=False
    ),
    Command(
        "calendar.last", "The last day that has anything", ("end", "G"), P.CALENDAR, "screen.end(1)", palette=False
    ),
    Command(
        "calendar.narrow",
        "Only of briefs that a search finds",
        ("/",),
        P.CALENDAR,
        "screen.narrow",
        "narrow",
        palette=False,
    ),
    Command(
        "calendar.other",
        "To what is on the day, and back",
        ("tab", "shift+tab"),
        P.CALENDAR,
        "screen.other",
        palette=False,
    ),
    Command("calendar.close", "Back, one step", ("escape", "q"), P.CALENDAR, "screen.close", "back", palette=False),
    Command(
        "day.next",
        "The next item of this room or person",
        ("right", "l"),
        P.DAY,
        "screen.along(1)",
        palette=False,
        counted="screen.along({})",
    ),
    Command(
        "day.previous",
        "The one before",
        ("left", "h"),
        P.DAY,
        "screen.along(-1)",
        palette=False,
        counted="screen.along(-{})",
    ),
    Command(
        "day.down",
        "The next room or person",
        ("down", "j"),
        P.DAY,
        "screen.across(1)",
        palette=False,
        counted="screen.across({})",
    ),
    Command(
        "day.up", "The one before", ("up", "k"), P.DAY, "screen.across(-1)", palette=False, counted="screen.across(-{})"
    ),
    Command("day.open", "Go to the item", ("enter",), P.DAY, "screen.open", "go there", palette=False),
    Command("day.by", "By room, or by person", ("tab",), P.DAY, "screen.turn", "room/person", palette=False),
    Command(
        "day.after",
        "The next day that has clock times",
        ("]", "pagedown"),
        P.DAY,
        "screen.day(1)",
        "day",
        palette=False,
        counted="screen.day({})",
    ),
    Command(
        "day.before",
        "The day before that has clock times",
        ("[", "pageup"),
        P.DAY,
        "screen.day(-1)",
        palette=False,
        counted="screen.day(-{})",
    ),
    Command(
        "day.clash",
        "The next item that stands against another",
        ("!",),
        P.DAY,
        "screen.clash",
        "conflict",
        palette=False,
    ),
    Command("day.now", "What is under way or next", (".",), P.DAY, "screen.now", "now", palette=False),
    Command("day.first", "The first item", ("home", "g"), P.DAY, "screen.end(-1)", palette=False),
    Command("day.last", "The last item", ("end", "G"), P.DAY, "screen.end(1)", palette=False),
    Command(
        "day.all",
        "With all briefs of the library on that day, or without",
        ("a",),
        P.DAY,
        "screen.all",
        "all briefs",
        palette=False,
    ),
    Command("day.blank", "Blank the screen", ("B",), P.DAY, "app.blank", palette=False),
    Command("day.close", "Back to the brief", ("escape", "q"), P.DAY, "screen.close", "back", palette=False),
    Command("library.choose", "Open the folder", ("enter",), P.LIBRARY, "screen.open", palette=False),
    Command("library.complete", "Complete the path", ("tab",), P.LIBRARY, "screen.complete", palette=False),
    Command("library.up", "Up", ("up",), P.LIBRARY, "screen.cursor(-1)", palette=False),
    Command("library.down", "Down", ("down",), P.LIBRARY, "screen.cursor(1)", palette=False),
    Command("library.page_up", "Page up", ("pageup",), P.LIBRARY, "screen.page(-1)", palette=False),
    Command("library.page_down", "Page down", ("pagedown",), P.LIBRARY, "screen.page(1)", palette=False),
    Command(
        "library.close", "Stay with the library that is open", ("escape",), P.LIBRARY, "screen.close", palette=False
    ),
    Command("search.leave", "Back to where you were", ("escape",), B, "screen.back", "back", palette=False),
)


def bindings(place: Place) -> "list[Binding]":
    """Return Textual's bindings for the commands of one place. Their ids are the commands', for the user's keymap.

    Commands that hold anywhere have priority: Textual hands other keys to the widget that has the focus when they
    arrive, so that of keys typed ahead (`/kishida` on a slow line) all but the first would miss the search bar.
    """
    return [_binding(command) for command in COMMANDS if command.place is place]


def _binding(command: Command) -> "Binding":
    from textual.binding import Binding

    keys = ",".join(_NAMES.get(key, key) for key in command.keys) or UNPRESSED
    priority = command.place in (Place.ANYWHERE, Place.EVERYWHERE, Place.ABOVE)
    return Binding(keys, command.action, command.title, show=False, id=command.id, priority=priority)


def in_footer(places: tuple[Place, ...], commands: "Sequence[Command]" = COMMANDS) -> Iterator[Command]:
    """Yield those of `commands` the footer names where `places` hold, nearest place first."""
    for place in places:
        yield from (command for command in commands if command.place is place and command.footer and command.keys)


_NAMES = {
    ".": "full_stop",
    "/": "slash",
    "?": "question_mark",
    ":": "colon",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "+": "plus",
    "=": "equals_sign",
    "-": "minus",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    "!": "exclamation_mark",
}
_SHOWN = {
    "escape": "esc", "question_mark": "?", "slash": "/", "colon": ":", "pageup": "pgup", "pagedown": "pgdn",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "shift+tab": "⇧tab", "enter": "⏎", "comma": ",",
    "backspace": "⌫",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Return a key as people write it."""
    return _SHOWN.get(key, key.replace("ctrl+", "^"))
