"""vCard 4: a card for each official, with what an address book can hold of them.

No N is written: briefs keep names as they are printed, in any order, and which part is the family name is not known.
Sources: RFC 6350; RFC 9562 for the UIDs. Lines are folded by the icalendar library: the two standards share them.
"""

from collections.abc import Iterator

from briefterm import __version__
from briefterm.brief.countries import country_name
from briefterm.brief.model import Brief, Official
from briefterm.exchange.outlining import outline_of
from briefterm.exchange.stable import StableIds
from briefterm.exchange.writers.text import plain_prose
from briefterm.exchange.written import Written, counted

_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def write(brief: Brief) -> Written:
    """Return the cards of the officials of `brief`; empty where it has none."""
    from icalendar.parser import Contentline

    ids = StableIds(brief.id)
    edition = _edition(brief)
    lines = [
        line
        for official in brief.officials
        for line in _card(official, str(ids.of("official", official.id or official.name)), edition)
    ]
    data = b"".join(Contentline(line).to_ical() + b"\r\n" for line in lines)  # type: ignore[no-untyped-call]
    return Written(data, tuple(_left_out(brief)))


def _card(official: Official, uid: str, edition: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"PRODID:-//briefterm//briefterm {__version__}//EN"
    yield "KIND:individual"
    yield f"UID:urn:uuid:{uid}"
    yield f"FN:{_text(official.name)}"
    for name, text in (
        ("TITLE", official.title),
        ("ROLE", official.role),
        ("ORG", official.org),
        ("NOTE", _note(official, edition)),
        ("X-BRIEFTERM-COUNTRY", official.country),
        ("X-BRIEFTERM-SIDE", official.side),
        ("X-BRIEFTERM-SAY", official.say),
    ):
        if text:
            yield f"{name}:{_text(text)}"
    if official.aliases:
        yield f"NICKNAME:{','.join(map(_text, official.aliases))}"
    yield "END:VCARD"


def _note(official: Official, edition: str) -> str:
    country = country_name(official.country)
    parts = (
        f"Country: {country}" if country else "",
        f"Marking: {official.marking}" if official.marking else "",
        plain_prose(official.bio),
        plain_prose(official.note),
        edition,
    )
    return "\n\n".join(part for part in parts if part)


def _edition(brief: Brief) -> str:
    outline = outline_of(brief)
    return "\n".join(part for part in (", ".join((*outline.banner, brief.title)), outline.credits(400)) if part)


def _left_out(brief: Brief) -> Iterator[str]:
    terms = sum(bool(person.since or person.to or person.last_met) for person in brief.officials)
    if terms:
        yield f"the dates of {counted(terms, 'official')}"
    if any(person.rank is not None for person in brief.officials):
        yield "the order of precedence"
    names = ("agenda", "timeline", "objectives", "summary", "background", "sections", "open_questions")
    yield from (name.replace("_", " ") for name in names if getattr(brief, name))


def _text(text: str) -> str:
    return text.translate(_ESCAPES)
