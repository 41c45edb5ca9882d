"""`briefterm [PATH]`: the app, on a library or on one brief."""

import sys
from pathlib import Path

from briefterm import config
from briefterm.archive import Archive
from briefterm.cli import COMMANDS
from briefterm.cli.options import add_library, library_folder, parser
from briefterm.errors import UsageError


def run(arguments: list[str]) -> int:
    """Open the app and return its exit status."""
    made = parser("", "A briefing book for the terminal.")
    made.usage = "briefterm [PATH] [--library DIR]\n       briefterm COMMAND …"
    listed = "\n".join(f"  {name:<8} {says}" for name, says in COMMANDS.items())
    made.epilog = f"commands:\n{listed}\n\n`briefterm COMMAND --help` says more of each."
    made.formatter_class = __import__("argparse").RawDescriptionHelpFormatter
    made.add_argument("path", nargs="?", metavar="PATH", help="a folder of briefs, or one brief")
    add_library(made)
    parsed = made.parse_args(arguments)
    folder, brief = _place(parsed.path, parsed.library) if parsed.path else (library_folder(parsed), "")
    start = config.load().start
    archive = Archive.of(folder)
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise UsageError("the app needs a terminal; use `briefterm search` or `briefterm check` in scripts")
    from briefterm.ui.app import launch

    return launch(archive, brief, start)


def _place(named: str, library: str | None) -> tuple[Path, str]:
    """Return the library and the brief in it that a path means."""
    path = config.at_home(named)
    if path.is_dir():
        return path, ""
    if not path.exists():
        raise UsageError(f"{path} does not exist; name a folder of briefs or a brief")
    root = config.at_home(library) if library else path.parent
    try:
        return root, path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.parent, path.name
