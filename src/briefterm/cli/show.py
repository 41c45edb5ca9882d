"""`briefterm show`: a whole brief as plain text in reading order, or as JSON."""

import sys

from briefterm.cli.named import find, own_on, read_found
from briefterm.cli.options import Parser, add_library, parser
from briefterm.cli.output import print_text
from briefterm.exchange.own import NOTHING


def run(arguments: list[str]) -> int:
    """Print one brief."""
    parsed = command_parser().parse_args(arguments)
    found = find(parsed.brief, parsed.library)
    brief = read_found(found)
    own = own_on(brief, found) if parsed.with_notes else NOTHING
    if parsed.json:
        from briefterm.exchange.writers import json

        sys.stdout.write(json.write(brief))
        if own:
            print(f"briefterm: left out: {own.counts}, which JSON cannot carry", file=sys.stderr)
        return 0
    from briefterm.exchange.outlining import outline_of
    from briefterm.exchange.writers import text

    print_text(text.write(outline_of(brief, own)))
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
    made.add_argument("--with-notes", action="store_true", help="with your notes and ticks at their items")
    add_library(made)
    return made
