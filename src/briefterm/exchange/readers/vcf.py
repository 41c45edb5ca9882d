"""vCards, versions 3 and 4: all cards of a file are the officials of one brief.

The lines are those of iCalendar, which the icalendar library takes apart. (vobject, the other well-known library, knows
version 3 alone and gives up a whole file for one bad line.) Ways to reach a person are kept in `x-` fields.
Sources: RFC 2426 (version 3), RFC 6350 (version 4).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefterm.exchange.draft import MOST_ENTRIES, Draft, Losses, UnreadError, given, text_of
from briefterm.exchange.readers.plain_text import markdown_of

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"\r\n|\n|\r")
_PLAIN_LINE = re.compile(r"(?:[\w-]+\.)?(?P<name>[\w-]+)(?:;[^:\"]*)?:(?P<value>.*)", re.ASCII)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SILENT = frozenset({"VERSION", "PRODID", "UID", "REV", "N", "KIND", "CLASS", "SORT-STRING", "CLIENTPIDMAP"})
_CONTACTS = {
    "EMAIL": "x-email",
    "TEL": "x-tel",
    "URL": "x-url",
    "ADR": "x-address",
    "BDAY": "x-born",
    "LANG": "x-language",
}
_LONGEST_VALUE = 20_000


@dataclass
class _Card:
    """The properties of one card by name, values still escaped."""

    values: dict[str, list[str]] = field(default_factory=dict)

    def all(self, name: str) -> list[str]:
        return self.values.get(name, [])

    def text(self, name: str) -> str:
        return _plain(next(iter(self.all(name)), ""))


def read(data: bytes, name: str) -> list[Draft]:
    """Return one draft with every person in `data`; `name` is its title where they are several. Raises UnreadError."""
    losses = Losses()
    cards = list(_cards(text_of(data), losses))
    if not cards:
        raise UnreadError("there is no card in this file: no `BEGIN:VCARD`")
    people = [person for card in cards if (person := _person(card, losses))]
    if len(people) > MOST_ENTRIES:
        losses.add("card{s} past the limit", len(people) - MOST_ENTRIES)
    alone = len(people) == 1
    values = given(
        title=people[0]["name"] if alone else name,
        kind="bio" if alone else "",
        officials=people[:MOST_ENTRIES],
        tags=list(dict.fromkeys(tag for card in cards for text in card.all("CATEGORIES") for tag in _parts(text, ","))),
    )
    return [Draft(values, losses.told())]


def _cards(text: str, losses: Losses) -> Iterator[_Card]:
    card: _Card | None = None
    for line in _LINE.split(_FOLD.sub("", text)):
        if not line.strip():
            continue
        parts = _split(line)
        if parts is None:
            losses.add("line{s} no vCard has")
            continue
        name, value = parts
        if (name, value.strip().upper()) == ("BEGIN", "VCARD"):
            card = _Card()
        elif (name, value.strip().upper()) == ("END", "VCARD"):
            if card is not None:
                yield card
            card = None
        elif card is not None:
            card.values.setdefault(name, []).append(value)
    if card is not None:
        losses.add("card{s} without an end")
        yield card


def _split(line: str) -> tuple[str, str] | None:
    """Name, in capitals and without its group, and value of a line; None where it is none."""
    from icalendar.parser import Contentline

    plain = _PLAIN_LINE.fullmatch(line)
    if plain:
        return plain["name"].upper(), plain["value"]
    try:
        name, _, value = Contentline(line[:_LONGEST_VALUE]).raw_parts()  # type: ignore[no-untyped-call]
    except (ValueError, AssertionError):
        return None
    return str(name).rpartition(".")[2].upper(), str(value)


def _person(card: _Card, losses: Losses) -> dict[str, Any]:
    kind = card.text("KIND").lower()
    if kind not in ("", "individual"):
        losses.add(f"card{{s}} of a {kind[:20]}")
        return {}
    name = card.text("FN") or _assembled(card)
    if not name:
        losses.add("card{s} without a name")
        return {}
    person = given(
        name=name,
        title=card.text("TITLE"),
        org=", ".join(_parts(next(iter(card.all("ORG")), ""), ";")),
        country=card.text("X-BRIEFTERM-COUNTRY"),
        aliases=[alias for text in card.all("NICKNAME") for alias in _parts(text, ",")],
        say=card.text("X-BRIEFTERM-SAY"),
        side=card.text("X-BRIEFTERM-SIDE"),
        role=card.text("ROLE"),
        note=markdown_of("\n\n".join(_plain(text) for text in card.all("NOTE"))),
    )
    known = {"FN", "TITLE", "ORG", "NICKNAME", "ROLE", "NOTE", "CATEGORIES"}
    for said, values in card.values.items():
        if said in _CONTACTS:
            shown = [", ".join(_parts(value, ";")) if said == "ADR" else _plain(value) for value in values]
            person[_CONTACTS[said]] = "; ".join(text for text in shown if text)
        elif said not in known and said not in _SILENT and not said.startswith("X-BRIEFTERM-"):
            losses.add(f"{said[:40]} line{{s}}", len(values))
    return person


def _assembled(card: _Card) -> str:
    """A name from its parts: prefix, given, additional, family, suffix."""
    parts = [" ".join(_parts(part, ",")) for part in _cut(next(iter(card.all("N")), ""), ";")]
    family, given_name, additional, prefix, suffix = (parts + [""] * 5)[:5]
    return " ".join(part for part in (prefix, given_name, additional, family, suffix) if part)


def _parts(text: str, mark: str) -> list[str]:
    """The parts of a structured value that say something."""
    return [part for raw in _cut(text, mark) if (part := _plain(raw))]


def _cut(text: str, mark: str) -> list[str]:
    """Cut at every `mark` that is not escaped."""
    parts = [""]
    escaped = False
    for char in text[:_LONGEST_VALUE]:
        if char == mark and not escaped:
            parts.append("")
            continue
        parts[-1] += char
        escaped = char == "\\" and not escaped
    return parts


def _plain(text: str) -> str:
    """A value without its escapes."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text).strip()
