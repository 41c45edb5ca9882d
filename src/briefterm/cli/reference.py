"""What every command takes, as values, from the parsers themselves; and docs/commands.md made of them.

`python -m briefterm.cli.reference > docs/commands.md` writes the page anew.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from briefterm.cli import COMMANDS, DEFAULT, command

_HEAD = """\
Made from the parsers by `python -m briefterm.cli.reference`; a test keeps it true. Every command has `--help` and
`--version`, and `--library DIR` may stand before its name. stdout is data, stderr is narration. Exit status 0 is
success, 1 means nothing found or something wrong found, 2 wrong usage.
"""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument or option: how it is written, and what it does."""

    written: str
    help: str
    option: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its name, how it is called, what it does, what it takes, and further remarks in paragraphs."""

    name: str
    usage: str
    description: str
    arguments: tuple[Argument, ...]
    notes: tuple[str, ...]


def entries() -> Iterator[Entry]:
    """Yield every command in the order in which help lists them, without `--help` and `--version` which all have."""
    for name in COMMANDS:
        parser = command(name).command_parser()
        shown = [action for action in parser.actions if action.help != argparse.SUPPRESS and not _common(action)]
        ordered = sorted(shown, key=lambda action: not action.option_strings)
        usage = " ".join(("briefterm", *([name] if name != DEFAULT else []), *map(_usage, ordered)))
        notes = () if name == DEFAULT else tuple((parser.epilog or "").split("\n\n"))
        arguments = tuple(_argument(action) for action in shown)
        yield Entry(name, usage, parser.description or "", arguments, tuple(note for note in notes if note))


def _common(action: argparse.Action) -> bool:
    """Return whether every command has it."""
    return bool({"--help", "--version"} & set(action.option_strings))


def _argument(action: argparse.Action) -> Argument:
    value = _value(action)
    written = ", ".join(f"{name} {value}".rstrip() for name in action.option_strings) or value
    return Argument(written, (action.help or "").replace("%(prog)s", "briefterm"), bool(action.option_strings))


def _value(action: argparse.Action) -> str:
    """Return what stands for an action's value, empty where it takes none."""
    if action.nargs == 0:
        return ""
    if action.metavar is None and action.choices is not None:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return str(action.metavar or action.dest.upper())


def _usage(action: argparse.Action) -> str:
    value = _value(action)
    if action.option_strings:
        return f"[{f'{action.option_strings[0]} {value}'.rstrip()}]"
    match action.nargs:
        case "?":
            return f"[{value}]"
        case "*":
            return f"[{value} ...]"
        case "+":
            return f"{value} ..."
        case _:
            return value


def markdown() -> str:
    """Return the page on commands."""
    summaries = [f"- [`{name}`](#{name}): {summary}" for name, summary in COMMANDS.items()]
    lines = ["# Commands", "", *_HEAD.splitlines(), "", *summaries]
    for entry in entries():
        lines += ["", f"## {entry.name}", "", entry.description, "", "```", entry.usage, "```"]
        lines += ["", "| | |", "|---|---|"] if entry.arguments else []
        lines += [f"| `{_cell(one.written)}` | {_cell(_sentence(one.help))} |" for one in entry.arguments]
        for note in entry.notes:
            lines += ["", *_note(note)]
    return "\n".join(lines) + "\n"


def _note(note: str) -> list[str]:
    return ["```", *(line[2:] for line in note.splitlines()), "```"] if note.startswith("  ") else note.splitlines()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(markdown())
