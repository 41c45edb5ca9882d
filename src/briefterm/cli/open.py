"""`briefterm [PATH]`: the app, on a library or on one brief."""

import sys
from argparse import BooleanOptionalAction
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm import config, paths
from briefterm.archive import Archive
from briefterm.brief.problems import nearest
from briefterm.brief.safe import safe_line
from briefterm.cli import COMMANDS, DEFAULT
from briefterm.cli.options import Parser, add_library, add_theme, completes, parser
from briefterm.clock import Clock, home_zone, moment_of
from briefterm.config.places import from_home
from briefterm.errors import UsageError
from briefterm.personal.newcomer import first_launch

if TYPE_CHECKING:
    from briefterm.personal.session import Session


def command_parser() -> Parser:
    """Return the parser of `open`, which is also that of briefterm without a command."""
    listed = "\n".join(f"  {name:<11} {says}" for name, says in COMMANDS.items())
    notes = f"commands:\n\n{listed}\n\n`briefterm COMMAND --help` says more of each."
    made = parser("", "A briefing book for the terminal: opens the app on a library, or on one brief of it.", notes)
    made.usage = "briefterm [PATH | ID] [--library DIR] [--now TIME] [--fresh] [--linear]\n       briefterm COMMAND ..."
    place = made.add_argument(
        "path", nargs="?", metavar="PATH", help="a folder of briefs, one brief, or the id of a brief in the library"
    )
    completes(place, "file")
    made.add_argument("--fresh", action="store_true", help="open the library anew, not where you left it")
    made.add_argument(
        "--linear",
        action=BooleanOptionalAction,
        help="plain lines one below the other, for screen readers and braille; else as configured",
    )
    add_library(made)
    made.add_argument(
        "--now",
        metavar="TIME",
        help="set the clock, for a rehearsal; it runs on from there: 2023-11-10T09:30 at home, "
        "2023-11-10T09:30+05:30, 2023-11-10T09:30[Asia/Kolkata]",
    )
    add_theme(made)
    return made


def run(arguments: list[str]) -> int:
    """Open the app and return its exit status."""
    made = command_parser()
    parsed, rest = made.parse_known_args(arguments)
    if parsed.path in COMMANDS and not Path(parsed.path).exists():
        made.error(_before_a_command(parsed.path, arguments))
    if rest:
        meant = nearest(parsed.path or "", COMMANDS)
        made.error(f"unrecognized arguments: {' '.join(rest)}" + (f"; did you mean `{meant}`?" if meant else ""))
    from briefterm.ui.preferences import preferences

    found = preferences(parsed.theme or "", linear=parsed.linear)
    if parsed.theme and found.theme.by != "flag":
        raise UsageError(found.wrong)
    library, said = _library(parsed.library, found.config)
    folder, brief = _place(parsed.path, str(library)) if parsed.path else (library, "")
    clock = Clock(home_zone(found.config.home))
    if parsed.now is not None:
        clock = clock.set_to(moment_of(parsed.now, clock.home))
    archive, start = Archive.of(folder).usable(), found.config.start
    newcomer = folder == paths.shipped_briefs() and not brief and first_launch()
    session = None if parsed.fresh or brief or start else _left(folder)
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise UsageError("the app needs a terminal; use `briefterm search` or `briefterm check` in scripts")
    from briefterm.ui import widths

    question = widths.ask()
    from briefterm.ui.app import launch
    from briefterm.ui.welcome import Welcome

    answer = question.answer() if question else widths.Answer(widths.Widths())
    widths.apply(answer.widths)
    return launch(
        archive,
        brief,
        start,
        clock=clock,
        preferences=found,
        typed=answer.typed,
        session=session,
        welcome=Welcome(newcomer, said),
    )


def _before_a_command(name: str, arguments: list[str]) -> str:
    """Return what is wrong with a command that options stand before."""
    given = {word.partition("=")[0] for word in arguments}
    own = [option for option in ("--theme", "--now", "--fresh", "--linear", "--no-linear") if option in given]
    alone = (
        f"; {' and '.join(own)} {'is an option' if len(own) == 1 else 'are options'} of the app alone"
        if own and name != DEFAULT
        else ""
    )
    return f"the command comes first: `briefterm {name} ...`{alone}"


def _library(named: str | None, settings: config.Config) -> tuple[Path, str]:
    """Return the library to open, and what to say of it: the shipped one where the one opened last has gone."""
    library = config.chosen_library(named, settings)
    if library.by == "remembered" and not library.folder.is_dir():
        gone = safe_line(from_home(library.folder))
        return paths.shipped_briefs(), f"{gone} is not there; these came with briefterm"
    return library.folder, ""


def _left(library: Path) -> "Session | None":
    """Return where the reader was when the app last ended on this library."""
    from briefterm.personal import session

    return session.load(paths.library_data(library) / session.FILE_NAME, library)


def _place(named: str, library: str) -> tuple[Path, str]:
    """Return the library and the brief in it that a path or an id means."""
    from briefterm.cli.named import find

    path = config.at_home(named)
    if path.is_dir():
        return path, ""
    if path.is_absolute() and not path.exists():
        raise UsageError(f"{path} does not exist; name a folder of briefs or a brief")
    try:
        found = find(named, library)
    except UsageError:
        if meant := nearest(named, COMMANDS):
            raise UsageError(f"`{named}` is no command, path or id; did you mean `briefterm {meant}`?") from None
        raise
    return found.root, found.path
