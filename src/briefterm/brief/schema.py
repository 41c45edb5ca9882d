"""The JSON Schema of the format, for editors that complete and check YAML as it is typed.

Made from the same table the reader follows. It is as lenient as the reader: what only earns a warning there (an
unknown field, an open vocabulary) is allowed here, so that an editor never underlines what briefterm accepts in
silence. Dialect: JSON Schema draft 2020-12.
"""

from typing import Any

from briefterm.brief.countries import names
from briefterm.brief.fields import (
    AGENDA,
    BRIEF,
    OBJECTIVES,
    OFFICIAL,
    PLACE,
    SOURCE,
    TIMELINE,
    Field,
    Table,
    Type,
)

SCHEMA_ID = "https://briefterm.invalid/schema/brief-1.json"
_TABLES = {Type.OFFICIALS: OFFICIAL, Type.AGENDA: AGENDA, Type.TIMELINE: TIMELINE, Type.SOURCES: SOURCE}
_TEXT = {"type": ["string", "number", "boolean", "null"]}
_REFERENCE: dict[str, Any] = {"$ref": "#/$defs/text"}
_TEXTS: dict[str, Any] = {"$ref": "#/$defs/texts"}
_TYPES: dict[Type, dict[str, Any]] = {
    Type.WHEN: {"$ref": "#/$defs/when"},
    Type.PLACE: {"$ref": "#/$defs/place"},
    Type.COUNTRY: {"$ref": "#/$defs/country"},
    Type.COUNTRIES: {
        "anyOf": [{"$ref": "#/$defs/country"}, {"type": "array", "items": {"$ref": "#/$defs/country"}}],
    },
    Type.NUMBER: {"type": ["integer", "null"], "minimum": 0, "maximum": 999_999},
    Type.LINES: _TEXTS,
    Type.SLUGS: _TEXTS,
    Type.PEOPLE: _TEXTS,
    Type.CITATIONS: _TEXTS,
    Type.SECTIONS: {"type": ["object", "array", "string"]},
}
_DATE_PATTERN = (
    r"^\s*(\.\.|[~?%]?(\d{2}XX|\d{3}X|\d{4}(-\d{2}(-\d{2}([T ]\S+)?)?)?)[~?%]?)"
    r"(\s*/\s*(\.\.|[~?%]?(\d{2}XX|\d{3}X|\d{4}(-\d{2}(-\d{2}([T ]\S+)?)?)?)[~?%]?|\d{2}:\d{2}\S*))?\s*$"
)


def json_schema() -> dict[str, Any]:
    """Return the schema as JSON values."""
    definitions: dict[str, Any] = {
        "text": _TEXT | {"description": "A text; YAML's numbers and booleans are taken as they are written."},
        "texts": _one_or_list(_REFERENCE),
        "when": {
            "description": "A date: 2018, 2023-11, 2023-11-08T09:30+05:30, a/b, ../b, 2023-06~, 201X; a list is a set.",
            "anyOf": [_date(), {"type": "array", "items": _date(), "minItems": 1}],
        },
        "country": {
            "anyOf": [{"enum": sorted(names())}, {"type": ["string", "boolean"]}],
            "description": "ISO 3166-1 alpha-2 code, or the name of a state that has none.",
        },
        "place": {"anyOf": [_REFERENCE, _mapping(PLACE)]},
    }
    for table in (OFFICIAL, AGENDA, TIMELINE, SOURCE):
        definitions[table.name] = _entry(table)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "briefterm brief, format version 1",
        **_mapping(BRIEF),
        "$defs": definitions,
    }


def _date() -> dict[str, Any]:
    return {"anyOf": [{"type": "string", "pattern": _DATE_PATTERN}, {"type": ["integer", "null"]}]}


def _mapping(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {known.name: {"description": _sentence(known.doc)} | _value(known) for known in table.fields},
    }
    required = [known.name for known in table.required if known.name != "date"]
    return schema | {"required": required} if required else schema


def _entry(table: Table) -> dict[str, Any]:
    """One entry of a list: its short form as a text, its one-key form, or the full mapping."""
    one_key = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"not": {"enum": [known.name for known in table.fields]}},
    }
    forms = [_mapping(table), one_key]
    return {"anyOf": forms if table is TIMELINE else [_TEXT, *forms]}


def _value(known: Field) -> dict[str, Any]:
    table = _TABLES.get(known.type)
    if table is not None:
        return _one_or_list({"$ref": f"#/$defs/{table.name}"}) | {"description": _sentence(known.doc)}
    if known.type in _TYPES:
        return dict(_TYPES[known.type])
    if known.type is Type.SIDE:
        return {"anyOf": [{"enum": list(known.values)}, {"$ref": "#/$defs/country"}]}
    if known.type is Type.OBJECTIVES:
        return {"anyOf": [_TEXTS, _mapping(OBJECTIVES)]}
    if known.values:
        return {"anyOf": [{"enum": list(known.values)}, _REFERENCE]} if known.open else {"enum": list(known.values)}
    return dict(_REFERENCE)


def _one_or_list(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _sentence(doc: str) -> str:
    return doc[0].upper() + doc[1:] + "."
