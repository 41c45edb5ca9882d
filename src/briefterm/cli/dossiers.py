"""A dossier as lines of text and as JSON."""

from collections.abc import Iterator

from briefterm.cli.output import counted, day_json, path_json
from briefterm.cli.roster import Segments, countries_of, person_json, person_line, post_of
from briefterm.library.entry import CANCELLED
from briefterm.locales import Locale
from briefterm.people.dossier import Acquaintance, Dossier, Office
from briefterm.people.page import Line, Presence

_LABEL = 8


def dossier_lines(told: Dossier, most: int, locale: Locale) -> Iterator[Segments]:
    """Yield a dossier, a line at a time; of each part at most `most`."""
    ids = {presence.entry.path: presence.entry.id for presence in told.briefs}
    yield from _head(told, ids, locale)
    yield from _part("Offices", [_office(one, ids, locale) for one in told.offices], most)
    yield from _part("Met", [_acquaintance(one, ids, locale) for one in told.met], most)
    yield from _part("Led", [_line(one, ids, locale) for one in told.led], most)
    yield from _part("Namesakes, perhaps the same person", [person_line(one, locale) for one in told.namesakes], most)
    yield ()
    yield ((f"Briefs ({len(told.briefs):,})", "bold"),)
    for presence in told.briefs[:most]:
        yield from _presence(presence, locale)


def _head(told: Dossier, ids: dict[str, str], locale: Locale) -> Iterator[Segments]:
    person = told.person
    yield (
        (person.name, "bold"),
        (" · by this name only: it may be more than one person" if person.bare else "", "yellow"),
    )
    about = (post_of(person), countries_of(person, locale), counted(person.briefs, "brief"))
    yield ((f"  {' · '.join(part for part in about if part)}", ""),)
    for label, text in told.particulars:
        yield ((f"  {label:<{_LABEL}}", "dim"), (text, ""))
    for label, line in (("last", told.last), ("next", told.next), ("met", told.last_met)):
        if line is not None:
            yield ((f"  {label:<{_LABEL}}", "dim"), *_line(line, ids, locale))
    if told.bio:
        from briefterm.exchange.writers.text import plain_prose

        yield ()
        yield from (((f"  {text}", ""),) for text in plain_prose(told.bio).split("\n"))
    yield from (((f"  {'bio':<{_LABEL}}", "dim"), (_where(line, ids), "dim")) for line in told.bios[:1] if not told.bio)


def _part(heading: str, lines: list[Segments], most: int) -> Iterator[Segments]:
    if lines:
        yield ()
        yield ((f"{heading} ({len(lines):,})", "bold"),)
        yield from ((("  ", ""), *line) for line in lines[:most])


def _office(one: Office, ids: dict[str, str], locale: Locale) -> Segments:
    if one.since or one.to:
        when = f"{locale.date(one.since) or '…'} – {locale.date(one.to) or '…'}"
    else:
        when = " … ".join(dict.fromkeys(locale.date(date) for date in one.seen if date))
    country = f" ({locale.country(one.country)})" if one.country else ""
    what = ", ".join(part for part in (one.title, one.org) if part) + country
    return ((f"{when}  " if when else "", "cyan"), (what, ""), (f"  {_where(one.line, ids)}", "dim"))


def _acquaintance(one: Acquaintance, ids: dict[str, str], locale: Locale) -> Segments:
    last = f"  last {locale.date(one.last.meant or one.last.date)}" if one.last.date else ""
    return (
        (f"{one.briefs:>3}  ", "cyan"),
        (one.person.name, "bold"),
        (f", {post_of(one.person)}" if post_of(one.person) else "", ""),
        (last, "cyan"),
        (f"  {_where(one.last, ids)}", "dim"),
    )


def _presence(one: Presence, locale: Locale) -> Iterator[Segments]:
    entry = one.entry
    yield (
        ("  ", ""),
        (entry.title, "bold"),
        (f" · {locale.date(entry.date)}" if entry.date else "", "cyan"),
        (f" · {CANCELLED}" if entry.status == CANCELLED else "", "yellow"),
        (f" · {entry.marking}" if entry.marking else "", "yellow"),
    )
    yield ((f"    {entry.id}", "dim"),)
    for line in (one.line, *one.items):
        marking = f" · {line.marking}" if line.marking and line.marking != entry.marking else ""
        when = f"{locale.date(line.date)} · " if line.pane != "officials" and line.date else ""
        off = f" · {CANCELLED}" if line.status == CANCELLED != entry.status else ""
        where = f"    {line.pane} {line.index + 1}: "
        yield ((where, "dim"), (when, "cyan"), (line.text, ""), (off, "yellow"), (marking, "yellow"))


def _line(line: Line, ids: dict[str, str], locale: Locale) -> Segments:
    return (
        (f"{line.dated(locale)}  " if line.date else "", "cyan"),
        (line.text, ""),
        (f" · {CANCELLED}" if line.status == CANCELLED else "", "yellow"),
        (f" · {line.marking}" if line.marking else "", "yellow"),
        (f"  {_where(line, ids)}", "dim"),
    )


def _where(line: Line, ids: dict[str, str]) -> str:
    return f"{ids.get(line.path, line.path)}, {line.pane} {line.index + 1}"


def dossier_json(told: Dossier) -> dict[str, object]:
    """Return a dossier as JSON values."""
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
                "path": path_json(one.entry.path),
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
        "path": path_json(line.path),
        "pane": line.pane,
        "index": line.index,
        "text": line.text,
        "date": line.date,
        "meant": line.meant,
        "first": day_json(line.first),
        "last": day_json(line.last),
        "marking": line.marking,
        "status": line.status,
    }
