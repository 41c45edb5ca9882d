"""What the commands about people share: the directory of a library, and how a person is written."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefterm.cli.narrate import up_to_date
from briefterm.cli.options import library_folder
from briefterm.cli.output import at_terminal, counted, print_pages
from briefterm.library.catalogue import Catalogue
from briefterm.locales import Locale
from briefterm.people.declared import people_of
from briefterm.people.directory import Directory, Person

Segments = tuple[tuple[str, str], ...]
"""A line of text in parts, each with its style."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a library, with its catalogue open."""

    directory: Directory
    catalogue: Catalogue


@contextmanager
def roster(parsed: argparse.Namespace) -> Iterator[Roster]:
    """Bring the library that the options name up to date and open its people. What is wrong is said on stderr."""
    archive = up_to_date(library_folder(parsed))
    people = people_of(archive.library.root)
    if people.problems:
        found = counted(len(people.problems), "problem")
        print(f"briefterm: {people.file} has {found}; `briefterm check` names them", file=sys.stderr)
    catalogue = archive.catalogue()
    try:
        yield Roster(Directory.of(catalogue, people), catalogue)
    finally:
        catalogue.close()


def person_json(person: Person) -> dict[str, object]:
    """Return a person as JSON values."""
    return {
        "key": person.key,
        "name": person.name,
        "ids": list(person.ids),
        "countries": list(person.countries),
        "title": person.title,
        "org": person.org,
        "sides": list(person.sides),
        "briefs": person.briefs,
        "bare": person.bare,
        "declared": person.declared is not None,
    }


def person_line(person: Person, locale: Locale) -> Segments:
    """Return a person on one line: name, post and country, briefs, key."""
    return (
        (person.name, "bold"),
        (f", {post_of(person)}" if post_of(person) else "", ""),
        (f" ({countries_of(person, locale)})" if person.countries else "", ""),
        (f"  {counted(person.briefs, 'brief')}", "cyan"),
        ("  by this name only" if person.bare else "", "yellow"),
        (f"  {person.key}", "dim"),
    )


def post_of(person: Person) -> str:
    """Return title and organisation in one text."""
    return person.post


def countries_of(person: Person, locale: Locale) -> str:
    """Return the countries by name."""
    return ", ".join(map(locale.country, person.countries))


def print_lines(lines: Iterable[Segments]) -> None:
    """Print lines of text with their styles: in pages at a terminal, plain elsewhere."""
    if not at_terminal():
        sys.stdout.writelines("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
        return
    from rich.text import Text

    print_pages(Text.assemble(*line) for line in lines)
