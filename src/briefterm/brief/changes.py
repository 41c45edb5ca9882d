"""What has changed between two versions of a brief, item by item.

Frozen values that name panes and indices, so that a command can print them and a screen can mark the rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from dataclasses import field as entry
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from briefterm.brief.fields import BRIEF, Type
from briefterm.brief.matching import Item, match, moved
from briefterm.brief.model import Brief, Extra, Objectives, Place, Reference
from briefterm.brief.when import When

PANES = ("officials", "agenda", "timeline", "sections", "sources")
_LABELS = {"officials": "name", "agenda": "topic", "timeline": "event", "sections": "heading", "sources": "name"}
_REFERENCES = {"who": "officials", "sources": "sources", "after": "timeline", "principal": "officials"}
_LISTS = (Type.OFFICIALS, Type.AGENDA, Type.TIMELINE, Type.SOURCES, Type.SECTIONS)


class Kind(StrEnum):
    """How an item differs. One may have moved and be reworded and changed at once."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else now. Texts as the file has them, lists a line each; empty for nothing.

    `before` and `after` are the dates that a field of one date held and holds.
    """

    field: str
    old: str
    new: str
    before: When | None = entry(default=None, compare=False)
    after: When | None = entry(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that differs. `old` and `new` are its indices in file order, None where it is not in that version.

    `was` and `text` are what it is called in each; `fields` are its other fields that changed.
    """

    pane: str
    kinds: tuple[Kind, ...]
    old: int | None
    new: int | None
    was: str
    text: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All differences: fields of the brief itself, then items in the order of the panes and of the new file.

    False where there is none.
    """

    fields: tuple[FieldChange, ...] = ()
    items: tuple[ItemChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.items)

    def in_pane(self, pane: str) -> Mapping[int, ItemChange]:
        """Return the items of a pane as it is now that differ, by index."""
        return {item.new: item for item in self.items if item.pane == pane and item.new is not None}


def differing(change: FieldChange) -> Iterator[tuple[Kind, str]]:
    """Yield the lines of a field that differ, those removed before those added in their place."""
    before, after = change.old.splitlines(), change.new.splitlines()
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield from ((Kind.REMOVED, line) for line in before[a:b])
            yield from ((Kind.ADDED, line) for line in after[c:d])


def compare(old: Brief, new: Brief) -> Changes:
    """Return what differs in `new` from `old`. Lines, comments and layout do not count."""
    found = {pane: match(_items(old, pane), _items(new, pane)) for pane in PANES}
    names = _Names(old, new, found)
    changed = tuple(_brief_fields(old, new, names))
    return Changes(changed, tuple(item for pane in PANES for item in _pane(old, new, pane, found[pane], names)))


def continued(old: Brief, new: Brief, pane: str) -> Mapping[int, int]:
    """Return for each item of a pane of `old` that is in `new` still, by index, its index there."""
    return {before: after for after, before in match(_items(old, pane), _items(new, pane)).items()}


def _items(brief: Brief, pane: str) -> list[Item]:
    def detail(item: Any) -> str:
        date = getattr(item, "date", None) or getattr(item, "when", None)
        return date.written if isinstance(date, When) else getattr(item, "country", "")

    label = _LABELS[pane]
    return [
        Item(getattr(item, "id", ""), getattr(item, label), detail(item), getattr(item, "country", ""))
        for item in getattr(brief, pane)
    ]


class _Names:
    """What references mean in both versions: the same item under another name or at another index is no change."""

    def __init__(self, old: Brief, new: Brief, found: Mapping[str, Mapping[int, int]]) -> None:
        self._briefs = (old, new)
        self._found = found

    def same(self, field: str, old: Sequence[Reference], new: Sequence[Reference]) -> bool:
        """Return whether two lists of references name the same items in the same order."""
        found = self._found[_REFERENCES[field]]

        def meant(reference: Reference, index: int | None) -> object:
            return reference.text if index is None else index

        then = [meant(reference, reference.index) for reference in old]
        now = [
            ("new", reference.index)
            if reference.index is not None and reference.index not in found
            else meant(reference, None if reference.index is None else found[reference.index])
            for reference in new
        ]
        return then == now

    def text(self, field: str, references: Sequence[Reference], version: int) -> str:
        """Return what references name in the old version (0) or the new (1), a line each."""
        pane = _REFERENCES[field]
        items = getattr(self._briefs[version], pane)
        return "\n".join(
            reference.text if reference.index is None else getattr(items[reference.index], _LABELS[pane])
            for reference in references
        )


def _brief_fields(old: Brief, new: Brief, names: _Names) -> Iterator[FieldChange]:
    with_id = any(name == "id" for brief in (old, new) for name, _ in brief.lines)
    for known in BRIEF.fields:
        if known.type not in _LISTS and (known.name != "id" or with_id):
            yield from _field(known.name, getattr(old, known.target), getattr(new, known.target), names)
    yield from _extra(old.extra, new.extra)


def _pane(old: Brief, new: Brief, pane: str, found: Mapping[int, int], names: _Names) -> Iterator[ItemChange]:
    """Yield the items of one pane that differ; those removed follow what they followed."""
    label = _LABELS[pane]
    was, now = getattr(old, pane), getattr(new, pane)
    out_of_order = moved(dict(found))
    gone = _gone(len(was), {before: after for after, before in found.items()})
    for index in range(-1, len(now)):
        if index >= 0:
            yield from _item(pane, was, now, index, found.get(index), index in out_of_order, names)
        for removed in gone.get(index, ()):
            yield ItemChange(pane, (Kind.REMOVED,), removed, None, getattr(was[removed], label), "")


def _gone(count: int, follows: Mapping[int, int]) -> dict[int, list[int]]:
    """Return the old indices that went, by the new index of the item they came after, -1 for the beginning."""
    gone: dict[int, list[int]] = {}
    last = -1
    for index in range(count):
        if index in follows:
            last = follows[index]
        else:
            gone.setdefault(last, []).append(index)
    return gone


def _item(
    pane: str, was: Sequence[Any], now: Sequence[Any], index: int, before: int | None, shifted: bool, names: _Names
) -> Iterator[ItemChange]:
    label = _LABELS[pane]
    text = getattr(now[index], label)
    if before is None:
        yield ItemChange(pane, (Kind.ADDED,), None, index, "", text)
        return
    one, other = was[before], now[index]
    changed = tuple(_item_fields(one, other, label, names))
    old_text = getattr(one, label)
    tests = ((Kind.MOVED, shifted), (Kind.REWORDED, text != old_text), (Kind.CHANGED, bool(changed)))
    kinds = tuple(kind for kind, holds in tests if holds)
    if kinds:
        yield ItemChange(pane, kinds, before, index, old_text, text, changed)


def _item_fields(one: Any, other: Any, label: str, names: _Names) -> Iterator[FieldChange]:
    for part in fields(one):
        if part.name == "extra":
            yield from _extra(one.extra, other.extra)
        elif part.name not in (label, "line"):
            name = "from" if part.name == "since" else part.name
            yield from _field(name, getattr(one, part.name), getattr(other, part.name), names)


def _field(name: str, old: Any, new: Any, names: _Names) -> Iterator[FieldChange]:
    if old == new and not _refers(old):
        return
    if name in _REFERENCES and (_refers(old) or _refers(new)):
        then, now = _references(old), _references(new)
        if not names.same(name, then, now):
            yield FieldChange(name, names.text(name, then, 0), names.text(name, now, 1))
        return
    before, after = _text(old), _text(new)
    if before != after:
        dates = (value if isinstance(value, When) else None for value in (old, new))
        yield FieldChange(name, before, after, *dates)


def _refers(value: Any) -> bool:
    return bool(_references(value))


def _references(value: Any) -> tuple[Reference, ...]:
    if isinstance(value, Reference):
        return (value,)
    return value if isinstance(value, tuple) and value and isinstance(value[0], Reference) else ()


def _extra(old: tuple[Extra, ...], new: tuple[Extra, ...]) -> Iterator[FieldChange]:
    then, now = ({extra.name: extra.text for extra in extras} for extras in (old, new))
    for name in dict.fromkeys((*then, *now)):
        if then.get(name) != now.get(name):
            yield FieldChange(name, then.get(name, ""), now.get(name, ""))


def _text(value: Any) -> str:
    """Return what a value says as the file has it."""
    match value:
        case None:
            return ""
        case When() | Place():
            return value.written
        case Objectives():
            sides = (("", value.general), ("ours: ", value.ours), ("theirs: ", value.theirs))
            return "\n".join(side + text for side, texts in sides for text in texts)
        case tuple():
            return "\n".join(value)
        case _:
            return str(value)
