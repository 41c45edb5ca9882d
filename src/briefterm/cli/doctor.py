"""`briefterm doctor`: what briefterm finds around itself, what is wrong with it and what to do."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict

from briefterm.brief.safe import safe_line
from briefterm.cli.findings import Finding, catalogue, folders, library, terminal, versions
from briefterm.cli.options import Parser, add_json, add_library, parser
from briefterm.cli.output import counted, print_json

_NOTES = """\
Looks at versions, at the folders and whether they can be written, at the library with its catalogue and index, and at
the terminal. It changes nothing. Put its output into a report of a fault.

Exit status 1 means that something is wrong."""


def command_parser() -> Parser:
    """Return the parser of `doctor`."""
    made = parser("doctor", "Say what briefterm finds around itself, what is wrong with it and what to do.", _NOTES)
    add_library(made)
    add_json(made)
    return made


def run(arguments: list[str]) -> int:
    """Print every finding; exit status 1 where one is wrong."""
    parsed = command_parser().parse_args(arguments)
    found = list(_all(parsed.library))
    wrong = [finding for finding in found if finding.advice]
    if parsed.json:
        print_json({"well": not wrong, "findings": [asdict(finding) for finding in found]})
        return 1 if wrong else 0
    section = ""
    for finding in found:
        if finding.section != section:
            section = finding.section
            print(section)
        print(f"  {'!' if finding.advice else ' '} {finding.name:<16} {finding.value}".rstrip())
        if finding.advice:
            print(f"    {'':<16} {finding.advice}")
    print(f"{counted(len(wrong), 'thing')} to put right" if wrong else "all is well", file=sys.stderr)
    return 1 if wrong else 0


def _all(named: str | None) -> Iterator[Finding]:
    parts: tuple[Callable[[], Iterator[Finding]], ...] = (
        versions,
        folders,
        lambda: library(named),
        lambda: catalogue(named),
        terminal,
    )
    for part in parts:
        for finding in part():
            yield Finding(finding.section, finding.name, safe_line(finding.value), safe_line(finding.advice))
