"""Options that several commands share."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from briefterm import __version__, config


class Parser(argparse.ArgumentParser):
    """argparse with errors that end in the same exit status and tone as the rest of briefterm."""

    def error(self, message: str) -> NoReturn:
        """Print the message and where to read on, and leave with 2."""
        from briefterm.brief.safe import safe_line

        print(f"briefterm: {safe_line(message)}; see `{self.prog} --help`", file=sys.stderr)
        raise SystemExit(2)


def parser(command: str, description: str) -> Parser:
    """Return the parser of one command with the options all have."""
    made = Parser(prog=f"briefterm {command}".strip(), description=description, allow_abbrev=False)
    made.add_argument("--version", action="version", version=f"briefterm {__version__}")
    return made


def add_library(made: Parser) -> None:
    """Add `--library DIR`."""
    made.add_argument(
        "--library",
        metavar="DIR",
        help="folder of briefs; else $BRIEFTERM_LIBRARY, else the configured one, else the shipped briefs",
    )


def library_folder(parsed: argparse.Namespace) -> Path:
    """Return the library that the options, the environment and the configuration name."""
    return config.library_folder(parsed.library)
