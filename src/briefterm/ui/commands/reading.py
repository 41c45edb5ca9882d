"""Commands of the reader, wherever the keys are in it."""

from briefterm.ui.commands.command import Command, Place

A = Place.ANYWHERE

READING = (
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
    Command("pane.wider", "Make the pane wider", ("}",), A, "screen.widen(1)", counted="screen.widen({})"),
    Command("pane.narrower", "Make the pane narrower", ("{",), A, "screen.widen(-1)", counted="screen.widen(-{})"),
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
        "table.blank", "Blank the screen; any key, then enter, brings it back", ("B",), A, "screen.do('table', 'blank')"
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
    Command(
        "note.lost", "Your notes whose brief has gone, or that were put aside", ("L",), A, "screen.do('lost', 'list')"
    ),
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
)
