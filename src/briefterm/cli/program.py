"""All commands as one parser, for shells and for whoever lists what briefterm can do."""

from briefterm.cli import COMMANDS, DEFAULT, command
from briefterm.cli.options import Parser, add_library, parser


def program() -> Parser:
    """Return the parser of `briefterm` with every command below it."""
    made = parser("", command(DEFAULT).command_parser().description or "")
    add_library(made)
    below = made.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for name, summary in COMMANDS.items():
        own = command(name).command_parser()
        below.add_parser(name, parents=[own], add_help=False, help=summary, description=own.description)
    return made
