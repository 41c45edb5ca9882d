"""`briefterm who`: all that a library says of one person."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date

from briefterm.brief.countries import country_name
from briefterm.cli.options import Parser, add_json, add_library, parser, positive
from briefterm.cli.output import at_terminal, counted, print_json, print_pages
from briefterm.cli.roster import (
    Roster,
    Segments,
    countries_of,
    day_json,
    person_json,
    person_line,
    post_of,
    roster,
)
from briefterm.people.directory import Person
from briefterm.people.dossier import Acquaintance, Dossier, Line, Office, Presence, dossier
from briefterm.people.finding import certain, find, near

_LABEL = 8
_NOTES = """\
NAME is an id, a name in either order, or parts of one, without regard to case and accents. Where several people answer,
they are listed, each with the key that means them alone.

Every line names the brief and the item it comes from. To have met somebody is to be in one event or topic with them, or
in one brief where its items name nobody.

  briefterm who blinken
  briefterm who kim dae-jung --json
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
        keyed = opened.directory.person(name)
        found: Sequence[Person] = [keyed] if keyed is not None else find(opened.directory, name)
        person = certain(found)
        spelt = [] if found else near(opened.directory, name)
        told = dossier(opened.directory, opened.catalogue, person, parsed.on or date.today()) if person else None
        if parsed.json:
            print_json(_as_json(name, found, spelt, told))
        elif told is not None:
            _narrate(found, told.person)
            _print(_lines(told, parsed.limit))
        elif found:
            print(f"briefterm: {len(found):,} people may be meant; name one by the key", file=sys.stderr)
            _print(person_line(one) for one in found[: parsed.limit])
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
        keys = ", ".join(f"{one.key} ({counted(one.briefs, 'brief')})" for one in others[:3])
        print(f"briefterm: by this name only, and perhaps another person: {keys}", file=sys.stderr)


def _narrate_nobody(name: str, spelt: Sequence[Person], opened: Roster) -> None:
    from briefterm.brief.safe import shorten

    hint = f"; did you mean {' or '.join(one.name for one in spelt)}?" if spelt else ""
    print(f"briefterm: none of {len(opened.directory):,} people answers to `{shorten(name)}`{hint}", file=sys.stderr)


def _print(lines: Iterator[Segments]) -> None:
    if not at_terminal():
        sys.stdout.writelines("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
        return
    from rich.text import Text

    print_pages(Text.assemble(*line) for line in lines)


def _lines(told: Dossier, most: int) -> Iterator[Segments]:
    """Yield the dossier, a line at a time."""
    ids = {presence.entry.path: presence.entry.id for presence in told.briefs}
    yield from _head(told, ids)
    yield from _part("Offices", [_office(one, ids) for one in told.offices], most)
    yield from _part("Met", [_acquaintance(one, ids) for one in told.met], most)
    yield from _part("Led", [_line(one, ids) for one in told.led], most)
    yield from _part("Namesakes, perhaps the same person", [person_line(one) for one in told.namesakes], most)
    yield ()
    yield ((f"Briefs ({len(told.briefs):,})", "bold"),)
    for presence in told.briefs[:most]:
        yield from _presence(presence)


def _head(told: Dossier, ids: dict[str, str]) -> Iterator[Segments]:
    person = told.person
    yield (
        (person.name, "bold"),
        (" · by this name only: it may be more than one person" if person.bare else "", "yellow"),
    )
    about = (post_of(person), countries_of(person), counted(person.briefs, "brief"))
    yield ((f"  {' · '.join(part for part in about if part)}", ""),)
    for label, text in (
        ("say", told.say),
        ("address", told.address),
        ("also", "; ".join(told.also)),
        ("ids", " ".join(person.ids)),
        ("photo", told.photo),
    ):
        if text:
            yield ((f"  {label:<{_LABEL}}", "dim"), (text, ""))
    for label, line in (("last", told.last), ("next", told.next), ("met", told.last_met)):
        if line is not None:
            yield ((f"  {label:<{_LABEL}}", "dim"), *_line(line, ids))
    if told.bio:
        yield ()
        yield from (((f"  {text}", ""),) for text in told.bio.split("\n"))
    yield from (((f"  {'bio':<{_LABEL}}", "dim"), (_where(line, ids), "dim")) for line in told.bios[:1] if not told.bio)


def _part(heading: str, lines: list[Segments], most: int) -> Iterator[Segments]:
    if lines:
        yield ()
        yield ((f"{heading} ({len(lines):,})", "bold"),)
        yield from ((("  ", ""), *line) for line in lines[:most])


def _office(one: Office, ids: dict[str, str]) -> Segments:
    if one.since or one.to:
        when = f"{one.since or '…'} – {one.to or '…'}"
    else:
        when = " … ".join(dict.fromkeys(date for date in one.seen if date))
    country = f" ({country_name(one.country)})" if one.country else ""
    what = ", ".join(part for part in (one.title, one.org) if part) + country
    return ((f"{when}  " if when else "", "cyan"), (what, ""), (f"  {_where(one.line, ids)}", "dim"))


def _acquaintance(one: Acquaintance, ids: dict[str, str]) -> Segments:
    last = f"  last {one.last.date}" if one.last.date else ""
    return (
        (f"{one.briefs:>3}  ", "cyan"),
        (one.person.name, "bold"),
        (f", {post_of(one.person)}" if post_of(one.person) else "", ""),
        (last, "cyan"),
        (f"  {_where(one.last, ids)}", "dim"),
    )


def _presence(one: Presence) -> Iterator[Segments]:
    entry = one.entry
    yield (
        ("  ", ""),
        (entry.title, "bold"),
        (f" · {entry.date}" if entry.date else "", "cyan"),
        (f" · {entry.marking}" if entry.marking else "", "yellow"),
    )
    yield ((f"    {entry.id}", "dim"),)
    for line in (one.line, *one.items):
        marking = f" · {line.marking}" if line.marking and line.marking != entry.marking else ""
        when = f"{line.date} · " if line.pane != "officials" and line.date else ""
        yield ((f"    {line.pane} {line.index + 1}: ", "dim"), (when, "cyan"), (line.text, ""), (marking, "yellow"))


def _line(line: Line, ids: dict[str, str]) -> Segments:
    return (
        (f"{line.date}  " if line.date else "", "cyan"),
        (line.text, ""),
        (f" · {line.marking}" if line.marking else "", "yellow"),
        (f"  {_where(line, ids)}", "dim"),
    )


def _where(line: Line, ids: dict[str, str]) -> str:
    return f"{ids.get(line.path, line.path)}, {line.pane} {line.index + 1}"


def _as_json(name: str, found: Sequence[Person], spelt: Sequence[Person], told: Dossier | None) -> dict[str, object]:
    return {
        "query": name,
        "dossier": None if told is None else _dossier_json(told),
        "candidates": [person_json(one) for one in found],
        "near": [person_json(one) for one in spelt],
    }


def _dossier_json(told: Dossier) -> dict[str, object]:
    return {
        "person": person_json(told.person),
        "day": told.day.isoformat(),
        "also": list(told.also),
        "say": told.say,
        "address": told.address,
        "bio": told.bio,
        "photo": told.photo,
        "last": _line_json(told.last),
        "next": _line_json(told.next),
        "last_met": _line_json(told.last_met),
        "offices": [
            {
                "title": one.title,
                "org": one.org,
                "country": one.country,
                "since": one.since,
                "to": one.to,
                "seen": list(one.seen),
                "line": _line_json(one.line),
            }
            for one in told.offices
        ],
        "met": [
            {"person": person_json(one.person), "briefs": one.briefs, "items": one.items, "last": _line_json(one.last)}
            for one in told.met
        ],
        "led": [_line_json(line) for line in told.led],
        "bios": [_line_json(line) for line in told.bios],
        "briefs": [
            {
                "id": one.entry.id,
                "path": _path_json(one.entry.path),
                "title": one.entry.title,
                "date": one.entry.date,
                "marking": one.entry.marking,
                "line": _line_json(one.line),
                "items": [_line_json(line) for line in one.items],
            }
            for one in told.briefs
        ],
        "namesakes": [person_json(one) for one in told.namesakes],
    }


def _line_json(line: Line | None) -> dict[str, object] | None:
    if line is None:
        return None
    return {
        "path": _path_json(line.path),
        "pane": line.pane,
        "index": line.index,
        "text": line.text,
        "date": line.date,
        "first": day_json(line.first),
        "last": day_json(line.last),
        "marking": line.marking,
    }


def _path_json(path: str) -> str:
    return path.encode("utf-8", "replace").decode()
