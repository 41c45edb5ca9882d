"""`briefterm show`: a whole brief as plain text in reading order, or as JSON."""

import sys

from briefterm.cli.named import read_named
from briefterm.cli.options import Parser, add_library, parser
from briefterm.cli.output import print_text


def run(arguments: list[str]) -> int:
    """Print one brief."""
    parsed = command_parser().parse_args(arguments)
    brief = read_named(parsed.brief, parsed.library)
    if parsed.json:
        from briefterm.exchange.writers import json

        sys.stdout.write(json.write(brief))
        return 0
    from briefterm.exchange.outlining import outline_of
    from briefterm.exchange.writers import text

    print_text(text.write(outline_of(brief)))
    return 0


def command_parser() -> Parser:
    """Return the parser of `show`."""
    made = parser(
        "show",
        "Print a whole brief as plain text in reading order, 80 columns wide: for screen readers, braille, pipes and "
        "printing. On a terminal a long one is shown a page at a time.",
    )
    made.add_argument("brief", metavar="ID|PATH", help="a brief of the library by its id, or a file")
    made.add_argument("--json", action="store_true", help="one JSON object on stdout: every field of the brief")
    add_library(made)
    return made
