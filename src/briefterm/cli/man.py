"""`briefterm man`: the man page, made from the parsers."""

import re
import sys
from collections.abc import Iterator

from briefterm import __version__
from briefterm.cli import COMMANDS
from briefterm.cli.options import Parser, parser
from briefterm.cli.reference import Entry, entries

_NOTES = """\
  briefterm man | man -l -
  briefterm man > ~/.local/share/man/man1/briefterm.1"""
_SECTIONS = {
    "EXIT STATUS": (
        ("0", "Done."),
        ("1", "Nothing found, or something wrong found."),
        ("2", "Wrong usage."),
    ),
    "ENVIRONMENT": (
        ("BRIEFTERM_LIBRARY", "The library, where no option names one."),
        ("BRIEFTERM_THEME", "The colours of the app, where no option names them."),
        ("VISUAL, EDITOR", "What `briefterm config --edit` opens."),
        ("PAGER", "What long output is read with at a terminal; less where it is not set."),
        ("NO_COLOR", "No colours, where it is set to anything."),
        ("XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_DATA_HOME", "Where its folders are."),
    ),
    "FILES": (
        ("~/.config/briefterm/config.yaml", "Settings: library, searches, start, theme, keys."),
        ("~/.config/briefterm/themes", "Themes of your own, a YAML file each."),
        ("~/.cache/briefterm", "Catalogues and indexes, which can be deleted at any time."),
        ("~/.local/state/briefterm", "The theme chosen in the app."),
        ("~/.local/share/briefterm", "The reader's own notes and searches."),
    ),
}


def command_parser() -> Parser:
    """Return the parser of `man`."""
    return parser("man", "Print the man page, made from the same parsers as --help.", _NOTES)


def run(arguments: list[str]) -> int:
    """Print the page."""
    command_parser().parse_args(arguments)
    sys.stdout.write(man_page())
    return 0


def man_page() -> str:
    """Return the page in troff's man macros."""
    lines = [
        f'.TH BRIEFTERM 1 "" "briefterm {__version__}" "User Commands"',
        ".ad l",
        ".SH NAME",
        r"briefterm \- a briefing book for the terminal",
        ".SH SYNOPSIS",
    ]
    found = list(entries())
    for entry in found:
        lines += [f".B {_troff(entry.usage)}", ".br"]
    lines += [".SH DESCRIPTION", *_paragraph(found[0].description + " stdout is data, stderr is narration.")]
    lines.append(".SH COMMANDS")
    for entry in found:
        lines += _entry(entry)
    for heading, rows in _SECTIONS.items():
        lines.append(f".SH {heading}")
        for term, text in rows:
            lines += [".TP", f".B {_troff(term)}", _troff(text)]
    return "\n".join(lines) + "\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield f".SS {_troff(entry.name)} \\- {_troff(COMMANDS[entry.name])}"
    yield from _paragraph(entry.description)
    for one in entry.arguments:
        yield from (".TP", f".B {_troff(one.written)}", _troff(one.help))
    for note in entry.notes:
        if note.startswith("  "):
            yield from (".PP", ".nf", ".RS", *(_troff(line.strip()) for line in note.splitlines()), ".RE", ".fi")
        else:
            yield from _paragraph(" ".join(note.split()))


def _paragraph(text: str) -> Iterator[str]:
    yield from (".PP", _troff(text))


def _troff(text: str) -> str:
    """Return text as troff prints it: hyphens that can be copied, and no line that begins a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + escaped if re.match(r"[.']", escaped) else escaped
