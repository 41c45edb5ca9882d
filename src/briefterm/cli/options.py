"""Options that several commands share, and the parser they all are made with."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NoReturn

from briefterm import __version__, config

_ESCAPED = "\ue000"


class Paragraphs(argparse.HelpFormatter):
    """Help in paragraphs: each filled, but for those whose lines are indented, which stay as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n\n".join(
            part if part.startswith("  ") else super(Paragraphs, self)._fill_text(part, width, indent)
            for part in text.split("\n\n")
        )


class Parser(argparse.ArgumentParser):
    """argparse with errors that end in the same exit status and tone as the rest of briefterm."""

    def error(self, message: str) -> NoReturn:
        """Print the message and where to read on, and leave with 2."""
        from briefterm.brief.safe import safe_line

        print(f"briefterm: {safe_line(message)}; see `{self.prog} --help`", file=sys.stderr)
        raise SystemExit(2)

    @property
    def actions(self) -> list[argparse.Action]:
        """What it takes, in the order added."""
        return list(self._actions)

    def parse_query(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse arguments of which the words of `query` may begin with `-`, as an excluded word does."""
        options = {name for action in self._actions for name in action.option_strings}
        escaped = [
            _ESCAPED + word if word[:1] == "-" and word[1:2] != "-" and len(word) > 1 and word not in options else word
            for word in arguments
        ]
        parsed = self.parse_args(escaped)
        parsed.query = " ".join(word.removeprefix(_ESCAPED) for word in parsed.query)
        return parsed


def parser(command: str, description: str, notes: str = "") -> Parser:
    """Return the parser of one command with the options all have. `notes` stand below the options in its help."""
    made = Parser(
        prog=f"briefterm {command}".strip(),
        description=description,
        epilog=notes or None,
        formatter_class=Paragraphs,
        allow_abbrev=False,
    )
    made.add_argument("--version", action="version", version=f"briefterm {__version__}")
    return made


def add_library(made: Parser) -> None:
    """Add `--library DIR`."""
    library = made.add_argument(
        "--library",
        metavar="DIR",
        help="folder of briefs; else $BRIEFTERM_LIBRARY, the configured one, the last opened in the app, the shipped",
    )
    completes(library, "directory")


def add_theme(made: Parser) -> None:
    """Add `--theme NAME`."""
    made.add_argument(
        "--theme",
        metavar="NAME",
        help="the colours of the app; else $BRIEFTERM_THEME, else the configured ones, else those chosen in the app",
    )


def add_json(made: Parser) -> None:
    """Add `--json`."""
    made.add_argument("--json", action="store_true", help="one JSON object on stdout")


def completes(action: argparse.Action, what: Literal["file", "directory"]) -> None:
    """Let a shell complete what `action` takes by the names of files or folders (as shtab reads it)."""
    action.complete = what  # type: ignore[attr-defined]


def positive(text: str) -> int:
    """Return a whole number above 0, for argparse's `type`."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is not a whole number above 0")
    return int(text)


def library_folder(parsed: argparse.Namespace) -> Path:
    """Return the library that the options, the environment and the configuration name."""
    return config.library_folder(parsed.library)
