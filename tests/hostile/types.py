"""The wrong type in every field of every table: what each makes of it, by the field's type."""

from briefterm.brief.fields import Field, Type
from tests.hostile.case import SLOTS, Case, Cases

HUGE = "9" * 400
VALUES = {
    "null": "null",
    "true": "true",
    "number": "17",
    "float": "-1.5e300",
    "huge": HUGE,
    "hex": "0x1F",
    "list": "[a, b]",
    "lists": "[[a], [b]]",
    "mapping": "{a: b}",
    "deep": "{a: {b: [c]}}",
    "no-list": "[]",
    "no-mapping": "{}",
    "block": "[{a: b}, [c, {d: e}], f]",
    "empty": "",
    "quotes": '""',
}
_NOTHING = ("empty", "quotes")
_NO_TITLE = "error: title: a brief needs a title"
_TEXTS = ("null", "true", "number", "float", "huge", "hex")
_LISTS = ("list", "lists", "no-list", "block")
_LINE_LIKE = (Type.LINE, Type.SLUG, Type.COUNTRY, Type.SIDE, Type.ZONE, Type.LANGUAGE, Type.NUMBER)
_REFERENCES = (Type.PERSON, Type.PEOPLE, Type.CITATIONS, Type.ENTRY)


def cases() -> Cases:
    """Yield every value in every field."""
    for slot in SLOTS:
        for name, written in VALUES.items():
            said = _NO_TITLE if slot.name == "brief-title" and name in _NOTHING else expected(slot.field, name)
            why = f"{name} where {slot.name} holds a {slot.field.type}"
            yield Case(f"{name}-in-{slot.name}", why, slot.filled(written).encode(), (said,) if said else ())


def expected(field: Field, name: str) -> str:
    """Return a part of the message that a value earns in a field, empty where it may be taken as it is."""
    if name in _NOTHING:
        return f"the entry has no {field.name}" if field.required else ""
    if name in _TEXTS:
        return _of_text(field, name)
    if field.type in _LINE_LIKE:
        return f"found a {'list' if name in _LISTS else 'mapping'} where one text belongs"
    if field.type is Type.PROSE:
        return f"found a {'list' if name in _LISTS else 'mapping'} where prose belongs"
    return _of_container(field, name)


def _of_text(field: Field, name: str) -> str:  # noqa: C901 - a case a type
    match field.type:
        case Type.WHEN:
            return "is too long for a date" if name == "huge" else "is not a date"
        case Type.NUMBER:
            return "" if name == "number" else "is no whole number"
        case Type.SIDE:
            return "is no side"
        case Type.ZONE:
            return "is no time zone"
        case Type.LANGUAGE:
            return "" if name in ("null", "true") else "is no language tag"
        case Type.SLUG:
            return "is no id" if name == "huge" else ""
        case Type.TIMELINE:
            return "the entry has no date"
        case Type.LINE if field.name == "brief":
            return "format version 17 is newer" if name == "number" else "is no format version"
        case Type.LINE if field.values and not field.open:
            return "is not known here"
        case _ if field.type in _REFERENCES:
            return "answers to"
    return ""


def _of_container(field: Field, name: str) -> str:  # noqa: C901, PLR0912 - a case a type
    match field.type, name:
        case Type.WHEN, "list":
            return "is not a date"
        case Type.WHEN, _:
            return f"found a {'list' if name in _LISTS else 'mapping'} where a date belongs"
        case Type.PLACE, "mapping" | "deep":
            return "unknown field `a`"
        case Type.PLACE, "no-mapping":
            return ""
        case ((Type.PLACE | Type.PERSON | Type.ENTRY), _):
            return f"found a {'list' if name in _LISTS else 'mapping'} where one text belongs"
        case ((Type.PEOPLE | Type.CITATIONS), "list"):
            return "answers to `a`"
        case ((Type.LINES | Type.SLUGS), "lists" | "block"):
            return "found a list where one text belongs"
        case ((Type.LINES | Type.SLUGS), "deep" | "no-mapping"):
            return "found a mapping where one text belongs"
        case ((Type.COUNTRIES | Type.PEOPLE | Type.CITATIONS), "lists" | "block"):
            return "found a list where one text belongs"
        case ((Type.COUNTRIES | Type.PEOPLE | Type.CITATIONS), "mapping" | "deep" | "no-mapping"):
            return "found a mapping where one text belongs"
        case Type.OBJECTIVES, "mapping" | "deep":
            return "unknown field `a`"
        case Type.OBJECTIVES, "lists" | "block":
            return "found a list where one text belongs"
        case ((Type.OFFICIALS | Type.AGENDA | Type.TIMELINE | Type.SOURCES), "lists" | "block"):
            return "found a list where an entry belongs"
        case Type.TIMELINE, "mapping" | "deep" | "list":
            return "is not a date" if name != "list" else "the entry has no date"
    return ""
