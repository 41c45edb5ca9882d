"""The lists of a brief: entries in their short and their full form."""

import re

from briefterm.brief.countries import code_of
from briefterm.brief.fields import OFFICIAL, TIMELINE, Table
from briefterm.brief.problems import Level, Problem
from briefterm.brief.safe import safe_line
from briefterm.brief.tree import Mapping, Node, Scalar, Sequence, flat
from briefterm.brief.values import Fields, Values

_COUNTRY_AT_END = re.compile(r"(?P<rest>.*\S)\s*\((?P<country>[^()]{2,40})\)")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|V|MP|QC|KC|PhD|MD|Esq)\.?", re.IGNORECASE)


def read_entries(node: Node | None, table: Table, values: Values) -> list[Fields]:
    """Read one list of the brief. A mapping is taken as a list of one-key entries, a text as a list of one."""
    return [_entry(item, table, values, f"{table.name}[{index}]") for index, item in enumerate(entry_nodes(node))]


def split_official(text: str) -> dict[str, str]:
    """Return name, title and country of the short form `Name, Title (CC)`, leaving out what it does not hold."""
    country = ""
    found = _COUNTRY_AT_END.fullmatch(text)
    if found and (code := code_of(found["country"])):
        text, country = found["rest"], code
    pieces = [part.strip() for part in text.split(",")]
    named = next((i for i, part in enumerate(pieces) if i and not _SUFFIX.fullmatch(part)), len(pieces))
    parts = {"name": ", ".join(pieces[:named]), "title": ", ".join(pieces[named:]), "country": country}
    return {key: part for key, part in parts.items() if part}


def entry_nodes(node: Node | None) -> list[Node]:
    """Return the node of each entry of a list, as `read_entries` takes it apart."""
    if node is None:
        return []
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Scalar):
        return [node] if node.text else []
    items: list[Node] = []
    for name, pair in node.entries.items():
        entry = Mapping(pair[0].line, pair[0].column)
        entry.entries[name] = pair
        items.append(entry)
    return items


def _entry(node: Node, table: Table, values: Values, path: str) -> Fields:
    main = table.short[1]
    if isinstance(node, Mapping):
        fields = _one_key(node, table, values, path) or values.fields(node, table, path)
    else:
        if isinstance(node, Sequence):
            values.warn(node, path, f"found a list where an entry belongs; write `{main}: …`")
        fields = Fields(
            path, node.line, _from_text(flat(node, 2000) if isinstance(node, Sequence) else node.text, table)
        )
    _require(fields, table, node, values)
    return fields


def _one_key(node: Mapping, table: Table, values: Values, path: str) -> Fields | None:
    """Read `key: text`, the short form of the list, or return None where the entry is in the full form."""
    if len(node.entries) != 1:
        return None
    name, (key, value) = next(iter(node.entries.items()))
    if name in table.by_name or name.startswith("x-"):
        return None
    left, main = table.short
    if isinstance(value, Mapping):
        fields = values.fields(value, table, path)
    elif isinstance(value, Scalar):
        fields = Fields(path, key.line, _from_text(value.text, table))
    else:
        text = values.value(value, table.by_name[main], path)
        fields = Fields(path, key.line, {main: text} if text else {})
    fields.line = key.line
    if left not in fields.got and (read := values.value(key, table.by_name[left], path)) is not None:
        fields.got[left] = read
    return fields


def _from_text(text: str, table: Table) -> dict[str, object]:
    line = safe_line(text)
    if not line:
        return {}
    if table is OFFICIAL:
        return dict(split_official(line))
    return {table.short[1]: line}


def _require(fields: Fields, table: Table, node: Node, values: Values) -> None:
    for needed in table.required:
        if fields.got.get(needed.target) or (needed.name == "date" and "after" in fields.got):
            continue
        example = f"{needed.name}: …"
        if table is TIMELINE and needed.name == "date" and isinstance(node, Scalar):
            example = f"- 2023-11-08: {flat(node, 40)}"
        values.problems.append(
            Problem(
                node.line,
                node.column,
                Level.WARNING,
                f"{fields.path}.{needed.name}",
                f"the entry has no {needed.name} ({needed.doc}); write `{example}`",
            )
        )
        if needed.name != "date":
            fields.got[needed.target] = f"(no {needed.name})"
