"""A dossier as rows: who it is in full, then a line for each office, meeting, topic and brief."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.text import Text

from briefterm.people.directory import Person
from briefterm.people.dossier import Acquaintance, Dossier, Office
from briefterm.people.page import Line, Presence
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import ItemRows, Row, Rows
from briefterm.ui.layout import Block
from briefterm.ui.text.chips import DOT, titled
from briefterm.ui.text.line_rows import WIDEST, FoldingRows, Joined, clipped, columns, counted, padded
from briefterm.ui.text.markdown import markdown
from briefterm.ui.text.marking import marked
from briefterm.ui.text.marks import unmarked

_LABEL = 11
_DATE = "3–10 Nov 2023"
"""What sets the width of a column of dates."""
_COUNT = 6
_PANE = 10
_TITLE = 44
_PARTS = 3
_NARROW = 72
_MARGIN = 4
_STEP = 2


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a line leads: to an item of a brief, or to the dossier of `person`."""

    path: str = ""
    pane: str = ""
    index: int = 0
    person: "Person | None" = None
    text: str = ""
    """What the item says, by which it is known again when the library has changed."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line below the head: a heading, or text between what stands at its left and at its right."""

    lead: Text
    text: Text
    right: Text
    leads: Leads | None = None

    def folds(self, width: int) -> bool:
        """Return whether it takes two lines: in little room, where one would cut it."""
        if width >= _NARROW or not self.right:
            return False
        return self.lead.cell_len + self.text.cell_len + 2 + self.right.cell_len > width


def dossier_rows(told: Dossier, ink: Ink) -> tuple[Rows, tuple[Leads, ...]]:
    """Return the rows, and where each leads, by its key."""
    titles = {one.entry.path: one.entry.title for one in told.briefs}
    leads: list[Leads] = []
    head: list[Row] = []
    for block, target in _head(told, titles, ink):
        head.append(Row(None if target is None else len(leads), (block,)))
        if target is not None:
            leads.append(target)
    listed = list(_lists(told, titles, ink))
    first = len(leads)
    passed = frozenset(at for at, one in enumerate(listed) if one.leads is None)
    leads += [one.leads or Leads() for one in listed]
    below = FoldingRows(
        len(listed),
        lambda at, width: _drawn(listed[at], width),
        lambda at, width: 2 if listed[at].folds(width) else 1,
        first=first,
        passed=passed,
    )
    return Joined(ItemRows(head), below), tuple(leads)


def kept(before: Sequence[Leads], at: int, after: Sequence[Leads]) -> int | None:
    """Return where the line that was `at` in one version of a dossier is in another, else the one in its place."""
    for same in (_by_item, _by_text, _by_place):
        seat = same(before[at])
        again = [same(one) for one in before[:at]].count(seat)
        found = [number for number, one in enumerate(after) if same(one) == seat]
        if found:
            return found[min(again, len(found) - 1)]
    return next((number for number in range(min(at, len(after) - 1), -1, -1) if after[number] != Leads()), None)


def _by_item(one: Leads) -> tuple[object, ...]:
    return (*_by_text(one), one.index)


def _by_text(one: Leads) -> tuple[object, ...]:
    return (one.path, one.pane, one.text, (one.person.name, one.person.countries) if one.person else None)


def _by_place(one: Leads) -> tuple[object, ...]:
    return (one.path, one.pane, one.index, one.person.name if one.person else "")


def _head(told: Dossier, titles: dict[str, str], ink: Ink) -> Iterator[tuple[Block, Leads | None]]:
    person = told.person
    name = Text(person.name, ink["strong"])
    if person.bare:
        name.append(f"{DOT}by this name only: it may be more than one person", ink["warn"])
    yield Block(name, Text(" "), 1), None
    about = (person.post, ", ".join(map(ink.locale.country, person.countries)), counted(person.briefs, "brief"))
    yield Block(Text(" · ".join(part for part in about if part), ink["quiet"]), Text(" "), 1), None
    for label, text in told.particulars:
        yield Block(Text(text), _label(label, ink), _LABEL), None
    for label, line in (("last", told.last), ("next", told.next), ("last met", told.last_met)):
        if line is not None:
            yield Block(_dated(line, ink), _label(label, ink), _LABEL), _to(line)
    if told.bio:
        yield Block(Text()), None
        for block in markdown(told.bio, ink, unmarked):
            lead, bar = (Text.assemble(" ", text) for text in (block.lead, block.bar))
            yield replace(block, lead=lead, indent=block.indent + 1, bar=bar), None
    elif told.bios:
        yield Block(_bio(told.bios, titles, ink), _label("bio", ink), _LABEL), _to(told.bios[0])


def _bio(bios: Sequence[Line], titles: dict[str, str], ink: Ink) -> Text:
    """Say in which brief there is one, and in how many more."""
    first = bios[0]
    more = len({line.path for line in bios}) - 1
    return Text.assemble(
        "in ",
        (titles.get(first.path, first.path), ink["link"]),
        (f"{DOT}{ink.locale.date(first.date)}" if first.date else "", ink["date"]),
        (f"{DOT}and in {counted(more, 'more brief')}" if more else "", ink["quiet"]),
    )


def _label(label: str, ink: Ink) -> Text:
    return Text(f" {label}", ink["quiet"])


def _dated(line: Line, ink: Ink) -> Text:
    return Text.assemble((f"{line.dated(ink.locale)}  " if line.date else "", ink["date"]), _text(line, "", ink))


def _lists(told: Dossier, titles: dict[str, str], ink: Ink) -> Iterator[_Listed]:
    yield from _part("offices", [_office(one, ink) for one in told.offices], ink)
    yield from _part("met", [_acquaintance(one, ink) for one in told.met], ink)
    yield from _part("led", [_led(line, titles, ink) for line in told.led], ink)
    yield from _part("namesakes, perhaps the same", [_namesake(one, ink) for one in told.namesakes], ink)
    briefs = [line for one in told.briefs for line in _presence(one, ink)]
    yield from _part("briefs", briefs, ink, len(told.briefs))


def _part(heading: str, lines: list[_Listed], ink: Ink, count: int | None = None) -> Iterator[_Listed]:
    if lines:
        yield _Listed(Text(), Text(), Text())
        title = Text(f" {heading.upper()}", ink["heading"])
        yield _Listed(title, Text(f"  {len(lines) if count is None else count:,}", ink["quiet"]), Text())
        yield from lines


def _office(one: Office, ink: Ink) -> _Listed:
    if one.since or one.to:
        when = f"{ink.locale.date(one.since) or '…'} – {ink.locale.date(one.to) or '…'}"
    else:
        when = " … ".join(dict.fromkeys(ink.locale.date(date) for date in one.seen if date))
    country = f"{DOT}{ink.locale.country(one.country)}" if one.country else ""
    what = ", ".join(part for part in (one.title, one.org) if part)
    return _Listed(Text("  "), Text.assemble(what, (country, ink["quiet"])), Text(when, ink["date"]), _to(one.line))


def _acquaintance(one: Acquaintance, ink: Ink) -> _Listed:
    count = Text(f"{one.briefs:>{_COUNT - 2},}  ", ink["date"])
    last = Text(f"last {ink.locale.date(one.last.meant or one.last.date)}" if one.last.date else "", ink["date"])
    return _Listed(count, _named(one.person, ink), last, Leads(person=one.person))


def _namesake(person: Person, ink: Ink) -> _Listed:
    about = " ".join((*person.countries, counted(person.briefs, "brief")))
    return _Listed(Text("  "), _named(person, ink), Text(about, ink["quiet"]), Leads(person=person))


def _named(person: Person, ink: Ink) -> Text:
    return Text.assemble((person.name, ink["strong"]), (f"  {person.post}" if person.post else "", ink["quiet"]))


def _led(line: Line, titles: dict[str, str], ink: Ink) -> _Listed:
    date = _dated_column(line.date, ink)
    return _Listed(date, _text(line, "", ink), Text(titles.get(line.path, ""), ink["quiet"]), _to(line))


def _presence(one: Presence, ink: Ink) -> Iterator[_Listed]:
    entry = one.entry
    title = titled(entry.title, entry.status, ink)
    if entry.marking:
        title = Text.assemble(marked(entry.marking, ink), " ", title)
    yield _Listed(_dated_column(entry.date, ink), title, Text(one.line.text, ink["quiet"]), _to(one.line))
    for line in one.items:
        pane = Text.assemble(_dated_column("", ink), (padded(line.pane, _PANE), ink["quiet"]))
        yield _Listed(pane, _text(line, entry.marking, ink), Text(ink.locale.date(line.date), ink["date"]), _to(line))


def _dated_column(date: str, ink: Ink) -> Text:
    width = cell_len(ink.locale.date(_DATE))
    return Text(f"  {padded(ink.locale.date(date), width)} ", ink["date"])


def _text(line: Line, known: str, ink: Ink) -> Text:
    text = titled(line.text, line.status, ink, "")
    if line.marking and line.marking != known:
        text = Text.assemble(marked(line.marking, ink), " ", text)
    return text


def _to(line: Line) -> Leads:
    return Leads(line.path, line.pane, line.index, text=line.text)


def _drawn(one: _Listed, width: int) -> list[Text]:
    """Return a line: what stands at the right has what is left of it, and a part of it at all events. Or two lines."""
    if one.folds(width):
        return [clipped(line, width) for line in _folded(one)]
    left = Text.assemble(one.lead, one.text)
    room = min(one.right.cell_len, _TITLE, max(width // _PARTS, min(width, WIDEST) - left.cell_len - 2))
    return [columns(left, clipped(one.right, room) if room else Text(), width)]


def _folded(one: _Listed) -> tuple[Text, Text]:
    """Return a line in two: the text below its date and what stands at the right, or that below the text."""
    plain = one.lead.plain
    before = len(plain) - len(plain.lstrip())
    if len(plain.strip()) < _COUNT:
        return Text.assemble(one.lead, one.text), Text.assemble(" " * (one.lead.cell_len + _STEP), one.right)
    margin = " " * min(_MARGIN, before)
    head = one.lead[before:]
    head.rstrip()
    return Text.assemble(margin, head, "  ", one.right), Text.assemble(margin, one.text)
