"""Every command there is: one table from which come the keys, the footer, the help, the palette and docs/keys.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Place(StrEnum):
    """Where a command holds."""

    ANYWHERE = "Anywhere"
    LIST = "In a list"
    TEXT = "In a text"
    BAR = "In the search bar"
    NOTE = "In a note"
    EXPORT = "While exporting"
    LOOKUP = "In a dossier, or related briefs"
    DIRECTORY = "In the directory of officials"
    TIMES = "In the timeline of the library"
    TIMES_BAR = "In the line that narrows it"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `action` is Textual's name of the method; `footer` its short label there, if any."""

    id: str
    title: str
    keys: tuple[str, ...]
    place: Place
    action: str
    footer: str = ""
    palette: bool = True


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
    Command("text.sources", "Sources", ("s",), A, "screen.text('sources')", "sources"),
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
    Command("people.dossier", "Dossier of the official: all briefs", ("o",), A, "screen.do('people', 'dossier')"),
    Command("people.directory", "Directory of all officials", ("O",), A, "screen.do('people', 'directory')"),
    Command("library.timeline", "Timeline of the whole library", ("T",), A, "screen.do('people', 'timeline')"),
    Command("brief.related", "Related briefs, and why", ("R",), A, "screen.do('people', 'related')"),
    Command("text.zoom", "Give the pane all the room, or take it back", ("m",), A, "screen.zoom"),
    Command("brief.next", "Next brief", ("J",), A, "screen.step_brief(1)"),
    Command("brief.previous", "Previous brief", ("K",), A, "screen.step_brief(-1)"),
    Command("match.next", "Next match in this brief", ("n",), A, "screen.step_match(1)"),
    Command("match.previous", "Previous match in this brief", ("N",), A, "screen.step_match(-1)"),
    Command("library.refresh", "Read the library again", ("r",), A, "screen.refresh_library"),
    Command("app.help", "Keys and help", ("?",), A, "screen.help", "help"),
    Command("app.palette", "All commands", (":", "ctrl+p"), A, "screen.palette"),
    Command("app.back", "Back, one step out", ("escape",), A, "screen.back", palette=False),
    Command("app.suspend", "Back to the shell for a while; fg returns", ("ctrl+z",), A, "app.suspend_process"),
    Command("app.quit", "Quit", ("q",), A, "screen.quit", "quit"),
    Command("list.up", "Up", ("up", "k"), L, "cursor(-1)", palette=False),
    Command("list.down", "Down", ("down", "j"), L, "cursor(1)", palette=False),
    Command("list.page_up", "Page up", ("pageup", "ctrl+b"), L, "page(-1)", palette=False),
    Command("list.page_down", "Page down", ("pagedown", "ctrl+f", "space"), L, "page(1)", palette=False),
    Command("list.first", "First", ("home", "g"), L, "end(-1)", palette=False),
    Command("list.last", "Last", ("end", "G"), L, "end(1)", palette=False),
    Command("list.choose", "Open it, or follow it", ("enter",), L, "choose", palette=False),
    Command("text.up", "Line up", ("up", "k"), T, "line(-1)", palette=False),
    Command("text.down", "Line down", ("down", "j"), T, "line(1)", palette=False),
    Command("text.page_up", "Page up", ("pageup", "ctrl+b"), T, "page(-1)", palette=False),
    Command("text.page_down", "Page down", ("pagedown", "ctrl+f", "space"), T, "page(1)", palette=False),
    Command("text.first", "Beginning", ("home", "g"), T, "end(-1)", palette=False),
    Command("text.last", "End", ("end", "G"), T, "end(1)", palette=False),
    Command("results.up", "Previous result", ("up",), B, "screen.step_result(-1)", palette=False),
    Command("results.down", "Next result", ("down",), B, "screen.step_result(1)", "results", palette=False),
    Command("results.page_up", "A page of results up", ("pageup",), B, "screen.page_results(-1)", palette=False),
    Command("results.page_down", "A page of results down", ("pagedown",), B, "screen.page_results(1)", palette=False),
    Command("results.go", "Go to the result", ("enter",), B, "screen.land", "go there", palette=False),
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
    Command("note.close", "Keep the note and go back", ("escape",), Place.NOTE, "screen.close", palette=False),
    Command(
        "note.forget", "Go back without what is not kept yet", ("ctrl+g",), Place.NOTE, "screen.forget", palette=False
    ),
    Command("export.close", "Go back without writing", ("escape", "q"), Place.EXPORT, "screen.close", palette=False),
    Command(
        "export.next", "From the formats to the name, and back", ("tab",), Place.EXPORT, "app.focus_next", palette=False
    ),
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
        "Keep it and go to the timeline",
        ("enter", "down", "tab"),
        P.TIMES_BAR,
        "screen.narrowed",
        "keep",
        palette=False,
    ),
    Command(
        "times.whole", "The whole library again", ("escape",), P.TIMES_BAR, "screen.whole", "all briefs", palette=False
    ),
    Command("search.leave", "Back to where you were", ("escape",), B, "screen.back", "back", palette=False),
)


def bindings(place: Place) -> list[Binding]:
    """Return Textual's bindings for the commands of one place. Their ids are the commands', for the user's keymap.

    Commands that hold anywhere have priority: Textual hands other keys to the widget that has the focus when they
    arrive, so that of keys typed ahead (`/kishida` on a slow line) all but the first would miss the search bar.
    """
    return [_binding(command) for command in COMMANDS if command.place is place]


def _binding(command: Command) -> Binding:
    keys = ",".join(_NAMES.get(key, key) for key in command.keys)
    priority = command.place is Place.ANYWHERE
    return Binding(keys, command.action, command.title, show=False, id=command.id, priority=priority)


def in_footer(places: tuple[Place, ...]) -> Iterator[Command]:
    """Yield the commands the footer names where `places` hold, nearest place first."""
    for place in places:
        yield from (command for command in COMMANDS if command.place is place and command.footer)


_NAMES = {"/": "slash", "?": "question_mark", ":": "colon", "+": "plus", "=": "equals_sign", "-": "minus"}
_SHOWN = {
    "escape": "esc", "question_mark": "?", "slash": "/", "colon": ":", "pageup": "pgup", "pagedown": "pgdn",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "shift+tab": "⇧tab", "enter": "⏎",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Return a key as people write it."""
    return _SHOWN.get(key, key.replace("ctrl+", "^"))
