"""Commands in lists and texts, and in the search bar."""

from functools import partial

from briefterm.ui.commands.command import Command, Place

_list = partial(Command, place=Place.LIST, palette=False)
_text = partial(Command, place=Place.TEXT, palette=False)
_bar = partial(Command, place=Place.BAR, palette=False)

PANES = (
    _list("list.up", "Up", ("up", "k"), action="cursor(-1)", counted="cursor(-{})"),
    _list("list.down", "Down", ("down", "j"), action="cursor(1)", counted="cursor({})"),
    _list("list.page_up", "Page up", ("pageup", "ctrl+b", "backspace"), action="page(-1)", counted="page(-{})"),
    _list("list.page_down", "Page down", ("pagedown", "ctrl+f", "space"), action="page(1)", counted="page({})"),
    _list("list.first", "First", ("home", "g"), action="end(-1)", counted="item({})"),
    _list("list.last", "Last", ("end", "G"), action="end(1)", counted="item({})"),
    _list(
        "list.next_item",
        "Beginning of the next item, over its lines",
        (")", "ctrl+down"),
        action="item_step(1)",
        counted="item_step({})",
    ),
    _list(
        "list.previous_item",
        "Beginning of the item, or of the one before",
        ("(", "ctrl+up"),
        action="item_step(-1)",
        counted="item_step(-{})",
    ),
    _list("list.choose", "Open it; of an official, the dossier", ("enter",), action="choose"),
    _text("text.up", "Line up", ("up", "k"), action="line(-1)", counted="line(-{})"),
    _text("text.down", "Line down", ("down", "j"), action="line(1)", counted="line({})"),
    _text("text.page_up", "Page up", ("pageup", "ctrl+b", "backspace"), action="page(-1)", counted="page(-{})"),
    _text("text.page_down", "Page down", ("pagedown", "ctrl+f", "space"), action="page(1)", counted="page({})"),
    _text("text.first", "Beginning", ("home", "g"), action="end(-1)", counted="top({})"),
    _text("text.last", "End", ("end", "G"), action="end(1)", counted="top({})"),
    _text(
        "text.follow",
        "Dossier of who is named on the screen, underlined",
        ("enter",),
        action="follow",
        footer="dossier",
    ),
    _bar("results.up", "Previous result", ("up",), action="screen.step_result(-1)"),
    _bar("results.down", "Next result", ("down",), action="screen.step_result(1)", footer="results"),
    _bar("results.page_up", "A page of results up", ("pageup",), action="screen.page_results(-1)"),
    _bar("results.page_down", "A page of results down", ("pagedown",), action="screen.page_results(1)"),
    _bar("results.go", "Go to the result", ("enter",), action="submit", footer="go there"),
    _bar(
        "results.enter",
        "To the results, and to what narrows them",
        ("tab",),
        action="screen.step_stop(1)",
        footer="narrow",
    ),
    _bar("results.leave", "Back to the bar", ("shift+tab",), action="screen.step_stop(-1)"),
    _bar("search.leave", "Back to where you were", ("escape",), action="screen.back", footer="back"),
)
