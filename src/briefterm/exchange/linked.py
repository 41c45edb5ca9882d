"""JSON-LD of a brief in schema.org's terms: the event and the people, for programs that read pages.

Source: schema.org, Event and Person; JSON-LD 1.1. A date is given as far as it is sure, in ISO 8601, or not at all.
"""

import json
from typing import Any

from briefterm.brief.countries import country_name
from briefterm.brief.model import Brief, Official
from briefterm.brief.when import Point, Precision, When
from briefterm.exchange.stable import StableIds

_NO_EVENT = frozenset({"bio", "country", "position", "issue"})
_STATUS = {"cancelled": "https://schema.org/EventCancelled"}
_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def json_ld(brief: Brief) -> str:
    """Return the JSON-LD, fit to stand in an HTML `script` element: it holds no `<`, `>` or `&`."""
    ids = StableIds(brief.id)
    people = [
        _person(official, f"urn:uuid:{ids.of('official', official.id or official.name)}")
        for official in brief.officials
    ]
    graph: list[dict[str, Any]] = (
        [] if brief.kind in _NO_EVENT else [_event(brief, people, f"urn:uuid:{ids.of('brief', brief.id)}")]
    )
    text = json.dumps({"@context": "https://schema.org", "@graph": graph + people}, ensure_ascii=False)
    return text.translate(_ESCAPES)


def _event(brief: Brief, people: list[dict[str, Any]], event_id: str) -> dict[str, Any]:
    begins, ends = _ends(brief.date)
    attending = [
        {"@id": person["@id"]}
        for official, person in zip(brief.officials, people, strict=True)
        if official.side != "mentioned"
    ]
    event = {
        "@type": "Event",
        "@id": event_id,
        "name": brief.title,
        "startDate": begins,
        "endDate": ends,
        "eventStatus": _STATUS.get(brief.status, ""),
        "location": {"@type": "Place", "name": brief.place.shown} if brief.place else "",
        "attendee": attending,
        "inLanguage": brief.language,
        "keywords": list(brief.tags),
    }
    return {name: value for name, value in event.items() if value}


def _person(official: Official, person_id: str) -> dict[str, Any]:
    country = country_name(official.country)
    person = {
        "@type": "Person",
        "@id": person_id,
        "name": official.name,
        "alternateName": list(official.aliases),
        "jobTitle": official.title,
        "worksFor": {"@type": "Organization", "name": official.org} if official.org else "",
        "affiliation": {"@type": "Country", "name": country} if country else "",
    }
    return {name: value for name, value in person.items() if value}


def _ends(when: When | None) -> tuple[str, str]:
    """First and last date in ISO 8601, each empty where it is in doubt, open or vaguer than a month."""
    if when is None or len(when.spans) != 1:
        return "", ""
    start, end = when.spans[0].start, when.spans[0].end
    return _iso(start) if start else "", _iso(end) if end and end is not start else ""


def _iso(point: Point) -> str:
    if not point.plain or point.precision < Precision.YEAR or point.precision is Precision.SEASON:
        return ""
    if point.clock is not None:
        moment = point.begins if point.offset is None else point.begins.replace(tzinfo=point.offset)
        return moment.isoformat(timespec="minutes")
    return point.first.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(point.precision, 10)]
