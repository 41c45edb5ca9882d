"""A brief as plain values, the ones JSON has: every field in its full form, in the order of the format's table.

The way back is `reader.read_values`, which takes them as it takes YAML: every value a text, given meaning by its field.
"""

from collections.abc import Iterable
from typing import Any

from briefterm.brief.fields import AGENDA, BRIEF, OFFICIAL, PLACE, SOURCE, TIMELINE, Table
from briefterm.brief.model import (
    AgendaItem,
    Brief,
    Event,
    Extra,
    Objectives,
    Official,
    Place,
    Reference,
    Section,
    Source,
)
from briefterm.brief.safe import safe_text
from briefterm.brief.tree import LIMITS, Limits, Mapping, Node, Scalar, Sequence, UnreadableError
from briefterm.brief.when import When

_TABLES: dict[type, Table] = {Official: OFFICIAL, AgendaItem: AGENDA, Event: TIMELINE, Source: SOURCE}


def plain(brief: Brief) -> dict[str, Any]:
    """Return all that a brief says as texts, whole numbers, lists and mappings; what is not given is left out."""
    return _mapping(brief, BRIEF, brief.extra)


def _mapping(item: object, table: Table, extra: Iterable[Extra] = ()) -> dict[str, Any]:
    given = ((known.name, _value(getattr(item, known.target))) for known in table.fields)
    values = {name: value for name, value in given if value is not None}
    for other in extra:
        name = other.name
        while name in values or name in table.by_name:
            name = f"x-{name}"
        values[name] = other.text
    return values


def _value(value: Any) -> Any:  # noqa: PLR0911 - one case a type
    """One attribute of the model as plain values, None where nothing was given."""
    match value:
        case "" | () | None:
            return None
        case When():
            return value.written.split(", ") if len(value.spans) > 1 else value.written
        case Reference():
            return value.text
        case Place():
            parts = _mapping(value, PLACE)
            return parts.get("name", "") if parts.keys() <= {"name"} else parts
        case Objectives():
            return _objectives(value)
        case Section():
            return {value.heading: value.text} if value.heading else value.text
        case tuple():
            return [_value(part) for part in value]
        case Official() | AgendaItem() | Event() | Source():
            return _mapping(value, _TABLES[type(value)], value.extra)
        case _:
            return value


def _objectives(objectives: Objectives) -> Any:
    sides = {"ours": list(objectives.ours), "theirs": list(objectives.theirs)}
    sides = {name: lines for name, lines in sides.items() if lines}
    if not sides:
        return list(objectives.general) or None
    others = (f"{line} ".partition(": ") for line in objectives.general)
    return sides | {name: text.strip() for name, _, text in others}


def tree_of(values: object, limits: Limits = LIMITS) -> Node:
    """Return plain values as the tree that YAML would give, without lines. Raises UnreadableError past a limit."""
    return _Grower(limits).node(values, 0)


class _Grower:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._count = 0

    def node(self, value: object, depth: int) -> Node:
        self._count += 1
        if self._count > self._limits.values:
            raise UnreadableError(1, 1, f"more than {self._limits.values:,} values; split it into several briefs")
        if depth > self._limits.depth:
            raise UnreadableError(1, 1, f"nested more than {self._limits.depth} levels deep; write it flatter")
        if isinstance(value, list | tuple):
            sequence = Sequence(1, 1)
            sequence.items = [self.node(item, depth + 1) for item in value]
            return sequence
        if isinstance(value, dict):
            mapping = Mapping(1, 1)
            for name, item in value.items():
                key = _scalar(name)
                mapping.entries.setdefault(key.text, (key, self.node(item, depth + 1)))
            return mapping
        return _scalar(value)


def _scalar(value: object) -> Scalar:
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(safe_text(text), 1, 1, quoted=True)
