"""A table of people: one row a person, the first row the names of the columns.

Columns are matched to the fields of an official by the names people give them. A cell is text whatever it begins with:
a formula is never worked out, here or by what reads the YAML.
Source: RFC 4180; the separator may also be a semicolon, a tab or a bar, as spreadsheets of other countries write it.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from briefterm.brief.fields import OFFICIAL, Type
from briefterm.exchange.draft import MOST_ENTRIES, Draft, Losses, UnreadError, given, text_of
from briefterm.exchange.readers.plain_text import markdown_of, slug

_SEPARATORS = ",;\t|"
_MOST_COLUMNS = 60
_ALIASES = {
    "full name": "name", "display name": "name", "official": "name", "person": "name",
    "first name": "given", "given name": "given", "forename": "given", "firstname": "given",
    "last name": "family", "family name": "family", "surname": "family", "lastname": "family",
    "position": "title", "job title": "title", "office": "title", "post": "title", "designation": "title",
    "organisation": "org", "organization": "org", "company": "org", "ministry": "org", "agency": "org",
    "department": "org",
    "nationality": "country", "nation": "country", "state": "country",
    "alias": "aliases", "nickname": "aliases", "also known as": "aliases",
    "pronunciation": "say", "delegation": "side", "precedence": "rank", "order": "rank", "since": "from", "until": "to",
    "biography": "bio", "notes": "note", "remarks": "note", "comments": "note", "source": "sources",
    "e mail": "x-email", "email": "x-email", "mail": "x-email", "email address": "x-email", "phone": "x-tel",
    "telephone": "x-tel", "mobile": "x-tel", "tel": "x-tel", "website": "x-url", "url": "x-url", "address": "x-address",
}  # fmt: skip
_LISTS = frozenset({"aliases", "sources"})
_PROSE = frozenset(known.name for known in OFFICIAL.fields if known.type is Type.PROSE)


def read(data: bytes, name: str) -> list[Draft]:
    """Return one draft with every person of the table; `name` is its title. Raises UnreadError."""
    text = text_of(data)
    losses = Losses()
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise UnreadError(f"this is no table we can read ({error}); save it anew as CSV") from None
    if not rows:
        raise UnreadError("the table is empty")
    columns = [_field(cell) for cell in rows[0][:_MOST_COLUMNS]]
    if not {"name", "given", "family"} & set(columns):
        found = ", ".join(cell.strip() for cell in rows[0][:6])
        raise UnreadError(f"no column of the table holds names; call one `name` (found: {found})")
    people = [person for row in rows[1:] if (person := _person(columns, row, losses))]
    if len(people) > MOST_ENTRIES:
        losses.add("row{s} past the limit", len(people) - MOST_ENTRIES)
    return [Draft(given(title=name, officials=people[:MOST_ENTRIES]), losses.told())]


def _rows(text: str) -> Iterator[list[str]]:
    first = text.lstrip("\n").split("\n", 1)[0]
    separator = max(_SEPARATORS, key=lambda mark: (first.count(mark), -_SEPARATORS.index(mark)))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return (row for row in rows if any(cell.strip() for cell in row))


def _field(heading: str) -> str:
    """The field that a column is for: an official's, a contact's, or one of its own name."""
    words = " ".join(re.findall(r"[^\W_]+", heading.casefold()))
    if words in _ALIASES:
        return _ALIASES[words]
    known = words.replace(" ", "_")
    if known in OFFICIAL.by_name:
        return known
    own = slug(heading)
    return f"x-{own}" if own else ""


def _person(columns: list[str], row: list[str], losses: Losses) -> dict[str, Any]:
    if len(row) > len(columns):
        losses.add("cell{s} without a column", sum(bool(cell.strip()) for cell in row[len(columns) :]))
    person: dict[str, Any] = {}
    for column, cell in zip(columns, row, strict=False):
        text = cell.strip()
        if not text:
            continue
        if not column:
            losses.add("cell{s} of a column without a name")
        elif column in person:
            losses.add(f"cell{{s}} of a second column `{column}`")
        elif column in _LISTS:
            person[column] = [part for part in re.split(r"\s*;\s*", text) if part]
        else:
            person[column] = markdown_of(text) if column in _PROSE else text
    parts = [person.pop(part, "") for part in ("given", "family")]
    name = person.pop("name", "") or " ".join(part for part in parts if part)
    if not name:
        losses.add("row{s} without a name")
        return {}
    return {"name": name, **person}
