"""An empty brief to fill in: every field of the format, explained, most of them commented out."""

from collections.abc import Iterator

from briefterm.brief.fields import AGENDA, BRIEF, OBJECTIVES, OFFICIAL, PLACE, SOURCE, TIMELINE, Field, Table, Type

SCHEMA_FILE = "brief-1.schema.json"
_COMMENTS_AT = 44
_ACTIVE = {"title", "status", "officials", "agenda", "timeline", "sources"}
_MODELINE = "# yaml-language-server: $schema={schema}\n"
_HEAD = """\
# A brief. Only `title` is needed: take the `# ` away from what you have, delete what you do not need.
# `briefterm check` names what is wrong, with the line.
"""
_LISTS = {Type.OFFICIALS: OFFICIAL, Type.AGENDA: AGENDA, Type.TIMELINE: TIMELINE, Type.SOURCES: SOURCE}
_SHORT = {
    "officials": "Amina Yusuf, Foreign Minister (KE)",
    "agenda": "Coastal patrols",
    "timeline": "2018: First round of talks",
    "sources": "wire: A news agency's report",
}
_EXAMPLES = {
    "brief": {
        "title": "Title of the brief", "brief": "1", "id": "coastal-talks-2024", "kind": "ministerial",
        "date": "2024-05-14", "place": "Nairobi", "countries": "[KE, IN]", "timezone": "Africa/Nairobi",
        "language": "en", "as_of": "2024-05-10", "status": "draft", "version": '"1"',
        "supersedes": "coastal-talks-draft", "marking": "TLP:AMBER", "principal": "lead", "tags": "[coast, navy]",
        "related": "[coastal-talks-2018]", "open_questions": "[Who takes the notes]",
    },
    "officials": {
        "name": "Jakaya Otieno", "id": "lead", "title": "Principal Secretary", "org": "Ministry of Defence",
        "country": "KE", "aliases": "[J. Otieno]", "say": "ja-KA-ya o-TYE-no", "side": "host",
        "role": "leads the delegation", "rank": "1", "from": "2022-10", "to": "", "last_met": "2023-03",
        "bio": "Served in the navy.", "note": "Prefers the radar first.", "sources": "[wire]", "marking": "TLP:GREEN",
    },
    "agenda": {
        "topic": "Shared radar pictures", "id": "radar", "when": "2024-05-14T09:30/10:15", "place": "Harambee House",
        "by": "host", "who": "[lead]", "ask": "A liaison officer", "points": "[Two years of trials went well]",
        "if_raised": "[The cost is being studied]", "avoid": "[The incident in March]",
        "background": "Agreed in principle in 2018.", "certainty": "expected", "note": "First on both lists.",
        "sources": "[wire]", "marking": "TLP:GREEN", "language": "en",
    },
    "timeline": {
        "date": "2024-05-14T09:00/12:00", "event": "Second round of talks", "id": "talks", "place": "Nairobi",
        "who": "[lead]", "status": "planned", "certainty": "stated", "after": "First round of talks",
        "note": "In the large hall.", "sources": "[wire]", "marking": "TLP:GREEN",
    },
    "sources": {
        "name": "Statement of the ministry", "id": "statement", "kind": "official statement", "date": "2024-05-10",
        "url": "https://example.org/statement", "quote": "The talks will resume.", "reliability": "official",
        "note": "In translation.",
    },
    "place": {"name": "Nairobi", "venue": "Harambee House", "city": "Nairobi", "country": "KE"},
    "objectives": {"ours": "[A date for the exercise]", "theirs": "[Access to spare parts]"},
}  # fmt: skip


def modeline(schema: str) -> str:
    """Return the line that tells a YAML language server where the JSON Schema is; empty where it is nowhere."""
    return _MODELINE.format(schema=schema) if schema else ""


def template(schema: str = "") -> str:
    """Return the text of an empty brief. `schema` is where a YAML language server finds the JSON Schema, if it does."""
    lines = [modeline(schema) + _HEAD]
    for known in BRIEF.fields:
        lines += _brief_field(known)
    return "\n".join(lines) + "\n"


def _brief_field(known: Field) -> Iterator[str]:
    active = known.name in _ACTIVE
    off = "" if active else "# "
    match known.type:
        case Type.PROSE:
            yield _line(f"# {known.name}: |", known)
            yield "#   Markdown, as many lines as it needs."
        case Type.SECTIONS:
            yield _line(f"# {known.name}:", known)
            yield "#   Press lines: Two sentences to be quoted."
        case Type.OBJECTIVES:
            yield _line(f"# {known.name}:", known)
            yield from _fields(OBJECTIVES, "#   ", "#   ")
        case kind if kind in _LISTS:
            yield ""
            yield _line(f"{known.name}:", known)
            yield f"#   - {_SHORT[known.name]}"
            yield from _fields(_LISTS[kind], "#   - ", "#     ")
        case _:
            yield _line(f"{off}{known.name}: {_EXAMPLES['brief'][known.name]}", known)


def _fields(table: Table, first: str, rest: str) -> Iterator[str]:
    for number, known in enumerate(table.fields):
        example = _EXAMPLES[table.name][known.name]
        if known.type is Type.PLACE:
            inner = ", ".join(f"{name}: {text}" for name, text in _EXAMPLES[PLACE.name].items() if name != "name")
            example = f"{{{inner}}}"
        yield _line(f"{rest if number else first}{known.name}: {example}".rstrip(), known)


def _line(text: str, known: Field) -> str:
    """Return a field with what it is for, and the words it takes where there are but some."""
    choice = f": {', '.join(known.values)}{', …' if known.open else ''}" if known.values else ""
    return f"{text:<{_COMMENTS_AT}}  # {known.doc}{choice}"
