"""A copy of a brief made fresh for the next occasion: what was true of the last one alone is taken out.

The copy keeps people, topics, points, history, prose, sources and comments. Taken out, each with the old value in a
comment behind it: the brief's date; the day and hour of topics and of the programme; who last met whom; and what was
said of the last occasion's plans (certainty, sources and status of topics and of the programme). An event is of the
programme if it is not over before the brief's own date, or is planned, under way or cancelled, or follows one that is;
all else is history.
`id`, `version`, `as_of` and `supersedes` go, the status is draft, and the old brief is named under `related`: a copy is
no new version of it, so it supersedes nothing.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from briefterm.brief.canonical import canonical
from briefterm.brief.model import Brief
from briefterm.brief.reader import read
from briefterm.brief.roundtrip import CannotKeepError
from briefterm.brief.safe import shorten
from briefterm.brief.template import modeline

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_DROPPED = ("id", "version", "as_of", "supersedes")
_TOPIC = ("when", "certainty", "sources")
_PROGRAMME = ("date", "status", "certainty", "sources")
_PLAIN_ID = re.compile(r"[A-Za-z0-9][\w./+-]*", re.ASCII)
_KNOWN_EVENT = ("date", "event", "after")

_Pairs = dict[str, tuple[Any, Any]]  # key and value of each field; PyYAML's nodes are typed too loosely to name


@dataclass
class _Edits:
    """Replacements in a text, by where they begin and end."""

    text: str
    made: list[tuple[int, int, str]] = field(default_factory=list)

    def replace(self, start: int, end: int, by: str) -> None:
        self.made.append((start, end, by))

    def apply(self) -> str:
        text = self.text
        for start, end, by in sorted(self.made, reverse=True):
            text = text[:start] + by + text[end:]
        return text

    def said(self, node: Node) -> str:
        """Return what a node says, on one line, as a comment that gives the old value."""
        parts = node.value if isinstance(node, SequenceNode) and not node.flow_style else [node]
        return f"  # was {shorten(', '.join(self.text[part.start_mark.index : _end(part)] for part in parts))}"


def fresh_copy(data: bytes, brief_id: str, schema: str) -> str:
    """Return the bytes of the brief called `brief_id` as the text of a new one.

    `schema` is where a YAML language server finds the JSON Schema, empty where there is none. Raises CannotKeepError
    where the file is no brief, or cannot be written again without losing something.
    """
    text = canonical(data)
    brief = read(text.encode(), brief_id).brief
    if brief is None or any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, Loader=_Loader)):
        raise CannotKeepError("it uses YAML aliases; write the values out")
    root = yaml.compose(text, Loader=_Loader)
    if not isinstance(root, MappingNode) or root.flow_style:
        raise CannotKeepError("the whole brief stands in braces; write a field a line")
    edits = _Edits(text)
    _edit_brief(edits, root, brief)
    head = f"# A copy of {shorten(brief_id)}, to be filled in where a value is missing.\n"
    if "yaml-language-server:" not in text:
        head = modeline(schema) + head
    return canonical((head + edits.apply()).encode())


def _edit_brief(edits: _Edits, root: MappingNode, brief: Brief) -> None:
    fields: _Pairs = {key.value: (key, value) for key, value in root.value if isinstance(key, ScalarNode)}
    for name in _DROPPED:
        if name in fields:
            _drop_line(edits, *fields[name])
    if "date" in fields:
        _empty(edits, *fields["date"], flow=False)
    _set_status(edits, fields)
    _relate(edits, fields, brief.id)
    for item in _entries(fields, "officials"):
        _empty_all(edits, item, ("last_met",))
    for item in _entries(fields, "agenda"):
        _empty_all(edits, item, _TOPIC)
    _edit_timeline(edits, fields, brief)


def _entries(fields: _Pairs, name: str) -> Iterator[Node]:
    if name in fields and isinstance(fields[name][1], SequenceNode):
        yield from fields[name][1].value


def _edit_timeline(edits: _Edits, fields: _Pairs, brief: Brief) -> None:
    programme = [_of_programme(brief, index) for index in range(len(brief.timeline))]
    node = fields["timeline"][1] if "timeline" in fields else None
    if isinstance(node, MappingNode):
        for (key, value), again in zip(node.value, programme, strict=False):
            if again:
                _comment_out(edits, key, value)
        return
    for item, again in zip(_entries(fields, "timeline"), programme, strict=False):
        if again and isinstance(item, MappingNode):
            if len(item.value) == 1 and item.value[0][0].value not in _KNOWN_EVENT:
                _lengthen(edits, item)
            else:
                _empty_all(edits, item, _PROGRAMME)


def _of_programme(brief: Brief, index: int) -> bool:
    """Return whether an event is one of the plan, by its status, its date, or the event it follows."""
    seen: set[int] = set()
    following: int | None = index
    while following is not None and following not in seen:
        seen.add(following)
        event = brief.timeline[following]
        if event.status in ("planned", "under way", "cancelled"):
            return True
        if event.date is not None:
            known = brief.date is not None and brief.date.known and event.date.known
            return known and brief.date is not None and event.date.ends >= brief.date.begins
        following = event.after.index if event.after else None
    return False


def _empty_all(edits: _Edits, item: Node, names: tuple[str, ...]) -> None:
    if isinstance(item, MappingNode):
        for key, value in item.value:
            if key.value in names:
                _empty(edits, key, value, flow=bool(item.flow_style))


def _empty(edits: _Edits, key: Node, value: Node, *, flow: bool) -> None:
    """Take a value out; behind it goes a comment with what it was, where a comment may stand."""
    start, end = key.end_mark.index, _end(value)
    if end > value.start_mark.index:
        edits.replace(start, end, ': ""' if flow else f":{edits.said(value)}")


def _lengthen(edits: _Edits, item: MappingNode) -> None:
    """Write `date: event` as a date to be set and the event."""
    key, value = item.value[0]
    if not isinstance(value, ScalarNode):
        edits.replace(key.start_mark.index, key.end_mark.index, '""')
    elif item.flow_style:
        edits.replace(key.start_mark.index, value.start_mark.index, 'date: "", event: ')
    else:
        indent = " " * key.start_mark.column
        edits.replace(key.start_mark.index, value.start_mark.index, f"date:{edits.said(key)}\n{indent}event: ")


def _set_status(edits: _Edits, fields: _Pairs) -> None:
    if "status" in fields:
        key, value = fields["status"]
        edits.replace(key.end_mark.index, _end(value), ": draft")
    elif "title" in fields:
        at = _line_end(edits.text, _end(fields["title"][1]))
        edits.replace(at, at, "status: draft\n")


def _relate(edits: _Edits, fields: _Pairs, brief_id: str) -> None:
    """Name the old brief under `related`, before those that it named itself."""
    said = brief_id if _PLAIN_ID.fullmatch(brief_id) else json.dumps(brief_id, ensure_ascii=False)
    if "related" not in fields:
        edits.replace(len(edits.text), len(edits.text), f"related: [{said}]\n")
        return
    key, value = fields["related"]
    others = value.value if isinstance(value, SequenceNode) else [value] if value.value else []
    if isinstance(value, SequenceNode) and others and not value.flow_style:
        at = edits.text.rfind("\n", 0, others[0].start_mark.index) + 1
        edits.replace(at, at, f"  - {said}\n")
        return
    kept = [edits.text[other.start_mark.index : _end(other)] for other in others]
    edits.replace(key.end_mark.index, _end(value), f": [{', '.join([said, *kept])}]")


def _drop_line(edits: _Edits, key: Node, value: Node) -> None:
    edits.replace(key.start_mark.index, _line_end(edits.text, max(_end(value), key.end_mark.index)), "")


def _comment_out(edits: _Edits, key: Node, value: Node) -> None:
    start = edits.text.rfind("\n", 0, key.start_mark.index) + 1
    end = _line_end(edits.text, _end(value))
    lines = edits.text[start:end].splitlines(keepends=True)
    edits.replace(start, end, "".join(f"# {line}" for line in lines))


def _line_end(text: str, at: int) -> int:
    """Return where the line after the one that holds `at` begins; `at` itself at the beginning of a line."""
    if at and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _end(node: Any) -> int:
    """Return where a node's own text ends; a block collection's mark lies beyond comments that follow it."""
    if isinstance(node, ScalarNode) or node.flow_style:
        return int(node.end_mark.index)
    children = [child for pair in node.value for child in (pair if isinstance(pair, tuple) else (pair,))]
    return max((_end(child) for child in children), default=int(node.start_mark.index))
