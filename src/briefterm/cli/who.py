"""`briefterm who`: all that a library says of one person."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, datetime

from briefterm.cli.dossiers import dossier_json, dossier_lines
from briefterm.cli.options import Parser, add_json, add_library, parser, positive
from briefterm.cli.output import counted, locale_here, print_json
from briefterm.cli.roster import Roster, person_json, person_line, print_lines, roster
from briefterm.people.directory import Person
from briefterm.people.dossier import Dossier, dossier
from briefterm.people.finding import certain, find, near

_NOTES = """\
NAME is an id, a name in either order, or parts of one, without regard to case and accents. Where several people answer,
they are listed, each with the key that means them alone; `id:` before an id means it and no name.

Every line names the brief and the item it comes from. To have met somebody is to be in one event or topic with them, or
in one brief where its items name nobody.

  briefterm who blinken
  briefterm who kim dae-jung --json
  briefterm who id:smith
  briefterm who president-bush --on 1991-01-15

Exit status 1 means that nobody answers."""


def command_parser() -> Parser:
    """Return the parser of `who`."""
    made = parser("who", "Say what all briefs know of one person.", _NOTES)
    made.add_argument("name", nargs="+", metavar="NAME", help="a name, a part of one, or an id")
    add_library(made)
    add_json(made)
    made.add_argument("--on", type=_day, metavar="DAY", help="the day that last and next refer to (default today)")
    made.add_argument(
        "--limit", type=positive, default=sys.maxsize, metavar="N", help="at most N of each (default all)"
    )
    return made


def run(arguments: list[str]) -> int:
    """Print the dossier, or those who may be meant; exit status 1 where nobody is."""
    parsed = command_parser().parse_args(arguments)
    name = " ".join(parsed.name)
    with roster(parsed) as opened:
        found = find(opened.directory, name)
        person = certain(found)
        spelt = [] if found else near(opened.directory, name)
        moment = None if parsed.on else datetime.now().astimezone()
        day = parsed.on or date.today()
        told = dossier(opened.directory, opened.catalogue, person, day, moment) if person else None
        if parsed.json:
            print_json(_as_json(name, found, spelt, told))
        elif told is not None:
            _narrate(found, told.person)
            print_lines(dossier_lines(told, parsed.limit, locale_here()))
        elif found:
            print(f"briefterm: {len(found):,} people may be meant; name one by the key", file=sys.stderr)
            locale = locale_here()
            print_lines(person_line(one, locale) for one in found[: parsed.limit])
        else:
            _narrate_nobody(name, spelt, opened)
    return 0 if found else 1


def _day(text: str) -> date:
    """Return a day, for argparse's `type`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no day; write it as 2023-11-08") from None


def _narrate(found: Sequence[Person], person: Person) -> None:
    others = [one for one in found if one is not person]
    if others:
        keys = "; ".join(f"{one.key}, {counted(one.briefs, 'brief')}" for one in others[:3])
        print(f"briefterm: by this name only, and perhaps another person: {keys}", file=sys.stderr)


def _narrate_nobody(name: str, spelt: Sequence[Person], opened: Roster) -> None:
    from briefterm.brief.safe import shorten

    hint = f"; did you mean {' or '.join(one.name for one in spelt)}?" if spelt else ""
    print(f"briefterm: none of {len(opened.directory):,} people answers to `{shorten(name)}`{hint}", file=sys.stderr)


def _as_json(name: str, found: Sequence[Person], spelt: Sequence[Person], told: Dossier | None) -> dict[str, object]:
    return {
        "query": name,
        "dossier": None if told is None else dossier_json(told),
        "candidates": [person_json(one) for one in found],
        "near": [person_json(one) for one in spelt],
    }
