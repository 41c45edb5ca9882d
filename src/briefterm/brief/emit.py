"""A brief as YAML, the way a person would write it: fields in the table's order, short forms where they lose nothing.

Reading what is written here gives the same model again. Scalars are written so that a YAML parser with types of its own
reads them as the texts they are, but for dates and numbers, which stay bare.
"""

import io
from collections.abc import Iterator
from typing import Any

from yaml.emitter import Emitter
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from briefterm.brief.entries import split_official
from briefterm.brief.fields import AGENDA, BRIEF, OFFICIAL, PLACE, SOURCE, TIMELINE, Field, Table, Type
from briefterm.brief.model import Brief
from briefterm.brief.plain import plain

_WIDTH = 112
_LONG = 88
_LISTS = {Type.OFFICIALS: OFFICIAL, Type.AGENDA: AGENDA, Type.TIMELINE: TIMELINE, Type.SOURCES: SOURCE}
_BARE = frozenset({Type.WHEN, Type.NUMBER})
_IN_ONE_LINE = frozenset({Type.COUNTRIES, Type.SLUGS, Type.PEOPLE, Type.CITATIONS, Type.WHEN})
_NAMES = frozenset({"aliases", "tags"})
_TEXT = Field("", Type.LINE, "a text")
_PROSE = Field("", Type.PROSE, "prose")
_STRING_TAG = "tag:yaml.org,2002:str"

Event = Any


def emit(brief: Brief, default_id: str = "") -> str:
    """Return `brief` as the text of a YAML file. Its id is left out where it is `default_id`, the file's own."""
    values = plain(brief)
    if values.get("id") == default_id:
        del values["id"]
    stream = io.StringIO()
    emitter = _Emitter(stream, allow_unicode=True, width=_WIDTH)
    emitter.emit(StreamStartEvent())
    emitter.emit(DocumentStartEvent(explicit=False))
    for event in _mapping(values, BRIEF):
        emitter.emit(event)
    emitter.emit(DocumentEndEvent(explicit=False))
    emitter.emit(StreamEndEvent())
    return stream.getvalue()


class _Emitter(Emitter):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists in mappings too."""
        super().increase_indent(flow, False)


def _mapping(values: dict[str, Any], table: Table, *, flow: bool = False) -> Iterator[Event]:
    yield MappingStartEvent(None, None, True, flow_style=flow)
    for name, value in values.items():
        yield _scalar(name)
        known = table.by_name.get(name)
        yield from _field(value, known) if known else _extra(value)
    yield MappingEndEvent()


def _extra(text: str) -> Iterator[Event]:
    yield _scalar(text, "|" if "\n" in text else None)


def _field(value: Any, known: Field) -> Iterator[Event]:
    if known.type in _LISTS:
        yield from _entries(value, _LISTS[known.type])
    elif known.type is Type.SECTIONS:
        yield from _sections(value)
    elif isinstance(value, dict):
        yield from _parts(value, known)
    elif isinstance(value, list):
        yield from _list(value, known)
    else:
        yield _text(value, known)


def _parts(values: dict[str, Any], known: Field) -> Iterator[Event]:
    """A place, or the objectives of each side."""
    if known.type is Type.PLACE:
        yield from _mapping(values, PLACE, flow=sum(map(len, values.values())) <= _LONG // 2)
        return
    yield MappingStartEvent(None, None, True, flow_style=False)
    for name, value in values.items():
        yield _scalar(name)
        yield from _list(value, known) if isinstance(value, list) else (_text(value, _TEXT),)
    yield MappingEndEvent()


def _list(values: list[str], known: Field) -> Iterator[Event]:
    short = known.type in _IN_ONE_LINE or known.name in _NAMES
    flow = short and sum(len(value) + 2 for value in values) <= _LONG
    yield SequenceStartEvent(None, None, True, flow_style=flow)
    for value in values:
        yield _text(value, known)
    yield SequenceEndEvent()


def _entries(items: list[dict[str, Any]], table: Table) -> Iterator[Event]:
    yield SequenceStartEvent(None, None, True, flow_style=False)
    for item in items:
        short = _short(item, table)
        if isinstance(short, str):
            yield _scalar(short)
        elif short is not None:
            yield MappingStartEvent(None, None, True, flow_style=False)
            yield _text(short[0], table.by_name[table.short[0]])
            yield _scalar(short[1])
            yield MappingEndEvent()
        else:
            yield from _mapping(item, table)
    yield SequenceEndEvent()


def _short(item: dict[str, Any], table: Table) -> str | tuple[str, str] | None:
    """The short form of an entry where it says all: a text, or a key and its value; else None."""
    left, main = table.short
    if table is OFFICIAL:
        name, title, country = (str(item.get(key, "")) for key in ("name", "title", "country"))
        text = ", ".join(part for part in (name, title) if part) + (f" ({country})" if country else "")
        return text if split_official(text) == item and len(text) <= _LONG else None
    if item.keys() == {main} and table is not TIMELINE:
        return str(item[main])
    key = item.get(left)
    if item.keys() != {left, main} or not isinstance(key, str) or key in table.by_name or key.startswith("x-"):
        return None
    return (key, item[main]) if len(key) + len(item[main]) <= _LONG else None


def _sections(values: list[Any]) -> Iterator[Event]:
    headings = [next(iter(value)) for value in values if isinstance(value, dict)]
    if len(set(headings)) == len(values):
        yield MappingStartEvent(None, None, True, flow_style=False)
        for value in values:
            yield from _section(value)
        yield MappingEndEvent()
        return
    yield SequenceStartEvent(None, None, True, flow_style=False)
    for value in values:
        if isinstance(value, dict):
            yield MappingStartEvent(None, None, True, flow_style=False)
            yield from _section(value)
            yield MappingEndEvent()
        else:
            yield from _extra(value)
    yield SequenceEndEvent()


def _section(value: dict[str, str]) -> Iterator[Event]:
    heading, text = next(iter(value.items()))
    yield _scalar(heading)
    yield _text(text, _PROSE)


def _text(value: str | int, known: Field) -> ScalarEvent:
    text = str(value)
    if known.type is not Type.PROSE:
        return _scalar(text, bare=known.type in _BARE)
    if "\n" in text:
        return _scalar(f"{text}\n", "|")
    return _scalar(f"{text}\n", ">") if len(text) > _LONG else _scalar(text)


def _scalar(text: str, style: str | None = None, *, bare: bool = False) -> ScalarEvent:
    return ScalarEvent(None, None, (bare or _reads_as_text(text), True), text, style=style)


def _reads_as_text(text: str) -> bool:
    """Whether YAML's own types leave a bare scalar a text."""
    return bool(Resolver().resolve(ScalarNode, text, (True, False)) == _STRING_TAG)  # type: ignore[no-untyped-call]
