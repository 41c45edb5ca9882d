"""`briefterm people`: everybody in a library, each once."""

import sys

from briefterm.cli.options import Parser, add_json, add_library, parser, positive
from briefterm.cli.output import at_terminal, configured_locale, locale_here, print_file, print_json
from briefterm.cli.roster import person_json, person_line, post_of, print_lines, roster
from briefterm.people.directory import Directory, Person, Sorting, Wanted

_NOTES = """\
Each word of TEXT is the beginning of a part of a name, in any order, without regard to case and accents. Who is one
person across briefs, and how to say so in people.yaml, is explained in docs/people.md.

Where stdout is no terminal, each line is one person: key, name, countries, title and number of briefs, with a tab
between them.

  briefterm people --country IN --sort count
  briefterm people --draft > people.yaml

Exit status 1 means that there is none."""


def command_parser() -> Parser:
    """Return the parser of `people`."""
    made = parser(
        "people", "List the people of a library, all or some, each once however many briefs have them.", _NOTES
    )
    made.add_argument("text", nargs="*", metavar="TEXT", help="parts of a name, or their beginnings; none lists all")
    add_library(made)
    add_json(made)
    made.add_argument(
        "--country", type=_country, default="", metavar="CC", help="only of this country: a code or a name"
    )
    made.add_argument("--side", default="", metavar="SIDE", help="only who has been host, visitor or mentioned")
    made.add_argument("--org", default="", metavar="TEXT", help="only of an organisation with this in its name")
    made.add_argument(
        "--sort",
        choices=[str(sorting) for sorting in Sorting],
        default=str(Sorting.NAME),
        metavar="ORDER",
        help="in order of name as printed (the default), or of count of briefs",
    )
    made.add_argument("--count", action="store_true", help="print only how many people there are")
    made.add_argument("--limit", type=positive, default=sys.maxsize, metavar="N", help="at most N people (default all)")
    made.add_argument(
        "--draft",
        action="store_true",
        help="print a draft of people.yaml that would make one of those who share a name and may be one person",
    )
    return made


def run(arguments: list[str]) -> int:
    """Print one line a person; exit status 1 where there is none."""
    parsed = command_parser().parse_args(arguments)
    with roster(parsed) as opened:
        if parsed.draft:
            return _print_draft(opened.directory)
        wanted = Wanted(" ".join(parsed.text), parsed.country, parsed.side, parsed.org)
        found = opened.directory.filtered(wanted, Sorting(parsed.sort))
        if parsed.json:
            shown = {} if parsed.count else {"people": [person_json(person) for person in found[: parsed.limit]]}
            print_json({"query": wanted.text, "total": len(found)} | shown)
        elif parsed.count:
            print(len(found))
        elif at_terminal():
            locale = locale_here()
            print_lines(person_line(person, locale) for person in found[: parsed.limit])
        else:
            sys.stdout.writelines(_line(person) + "\n" for person in found[: parsed.limit])
    return 0 if found else 1


def _country(text: str) -> str:
    """Return the code of a country, for argparse's `type`; a former state stays text."""
    return (configured_locale().code_of(text) or text) if text else ""


def _print_draft(directory: Directory) -> int:
    from briefterm.people.drafts import draft

    text = draft(directory)
    print_file(text)
    if not text:
        print("briefterm: nobody shares a name with another who may be the same", file=sys.stderr)
    return 0 if text else 1


def _line(person: Person) -> str:
    return "\t".join((person.key, person.name, " ".join(person.countries), post_of(person), str(person.briefs)))
