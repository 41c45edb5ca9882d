"""What the footer names: the commands that matter where the keys are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefterm.ui.commands import Command, Place, in_footer

_RESULTS = (("list.choose", "go there"), ("pane.next", ""), ("app.back", "back"), ("app.help", "help"))
_VACANT = (("library.open", "folder"), ("app.palette", "commands"), ("app.help", "help"), ("app.quit", "quit"))
_FACETS = (("list.choose", "narrow, or widen"), ("pane.next", ""), ("app.back", "back"), ("app.help", "help"))


def footing(
    commands: Sequence[Command], focused: str, stops: Sequence[str] = (), *, vacant: bool = False
) -> tuple[Command, ...]:
    """Return the commands for the footer where the pane called `focused` has the keys, the most important first.

    `stops` are the lists of an open search; without any, none is open. `vacant` where there is no brief to open.
    """
    if vacant and not stops:
        return tuple(named(commands, _VACANT))
    if not stops:
        return tuple(in_footer((Place.LIST, Place.ANYWHERE), commands))
    if focused == "results":
        following = "narrow" if "facets" in stops else "bar"
        return tuple(named(commands, _RESULTS, following))
    if focused == "facets":
        return tuple(named(commands, _FACETS, "bar"))
    bar = in_footer((Place.BAR,), commands)
    return tuple(command for command in bar if command.id != "results.enter" or "facets" in stops)


def named(commands: Sequence[Command], wanted: Iterable[tuple[str, str]], following: str = "") -> Iterator[Command]:
    """Yield commands by id with what they do here; what no word is given for leads to what is `following`."""
    known = {command.id: command for command in commands}
    for name, says in wanted:
        if known[name].keys:
            yield replace(known[name], footer=says or following)
