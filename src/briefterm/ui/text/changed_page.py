"""The page of what has changed in a brief since its reader last read it: the old words above the new ones."""

from collections.abc import Iterator
from dataclasses import replace

from rich.text import Text

from briefterm.brief.changes import FieldChange, ItemChange, Kind, differing
from briefterm.locales import Locale
from briefterm.ui.ink import Ink
from briefterm.ui.layout import Block
from briefterm.ui.text import details
from briefterm.ui.text.changed import GONE, NEW, PAGE, Since, day_of, kind_of
from briefterm.ui.text.details import Page
from briefterm.ui.text.marks import Marker
from briefterm.ui.view import LISTS

_DETAILS = {
    "officials": details.official_detail,
    "agenda": details.agenda_detail,
    "timeline": details.event_detail,
}


def page(since: Since, ink: Ink, mark: Marker) -> tuple[list[Block], dict[tuple[str, int], int]]:
    """Return all that changed, old words above new ones, and at which block each change begins."""
    made = Page(ink, mark)
    starts: dict[tuple[str, int], int] = {}
    done = "opened" if since.first else "last read"
    made.title(f"Since you {done} this brief, {ink.locale.date(day_of(since.when))}")
    if not since.count:
        made.plain("Nothing has changed.")
    heading = ""
    for number, change in enumerate(since.changes.fields):
        heading = _under(made, "The brief itself", heading)
        starts[PAGE, number] = len(made.blocks)
        _field(made, change)
    for number, item in _as_shown(since):
        heading = _under(made, item.pane.capitalize(), heading)
        starts[PAGE, number] = len(made.blocks)
        if item.new is not None:
            starts[item.pane, item.new] = len(made.blocks)
        _item(made, since, item)
    return made.blocks, starts


def _as_shown(since: Since) -> list[tuple[int, ItemChange]]:
    """Return the items that changed, each with its number among all changes, in the order of the screen."""
    places = {(stop.pane, stop.index): place for place, stop in enumerate(since.stops)}
    numbered = enumerate(since.changes.items, len(since.changes.fields))

    def place(one: tuple[int, ItemChange]) -> int:
        number, item = one
        seat = (PAGE, number) if item.new is None or item.pane not in LISTS else (item.pane, item.new)
        return places.get(seat, number)

    return sorted(numbered, key=place)


def _under(made: Page, heading: str, before: str) -> str:
    if heading != before:
        made.heading(heading)
    return heading


def _item(made: Page, since: Since, item: ItemChange) -> None:
    mark, word = kind_of(item)
    head = Text.assemble((item.text or item.was, made.ink["strong"]), (f"  {word}", made.ink["quiet"]))
    made.blocks.append(Block(Text()))
    made.blocks.append(Block(made.mark(head), Text(f"{mark} ", made.ink["accent"]), 2))
    if item.new is None and item.old is not None and item.pane in _DETAILS:
        told_of = _DETAILS[item.pane](since.old, item.old, made.ink, made.mark)[1:]
        made.blocks.extend(_further_in(block) for block in told_of)
    if Kind.REWORDED in item.kinds:
        _words(made, FieldChange("", item.was, item.text))
    for change in item.fields:
        _field(made, change)


def _further_in(block: Block) -> Block:
    lead, bar = (Text.assemble("  ", part) for part in (block.lead, block.bar))
    return replace(block, lead=lead, indent=block.indent + 2, bar=bar)


def _field(made: Page, change: FieldChange) -> None:
    made.blocks.append(Block(Text(change.field.replace("_", " "), made.ink["quiet"]), Text("  "), 2))
    _words(made, change)


def _words(made: Page, change: FieldChange) -> None:
    """Add the old words and the new: whole where they are short, else the lines that differ."""
    for kind, line in _lines(change, made.ink.locale):
        sign, style = (GONE, "warn") if kind is Kind.REMOVED else (NEW, "good")
        body = Text(line, made.ink["quiet"] if kind is Kind.REMOVED else "")
        made.blocks.append(Block(made.mark(body), Text(f"  {sign} ", made.ink[style]), 4))


def _lines(change: FieldChange, locale: Locale) -> Iterator[tuple[Kind, str]]:
    """Yield the old words and the new; dates as they are told, but where only their writing differs."""
    if "\n" in change.old + change.new:
        yield from differing(change)
        return
    old, new = locale.date(change.before) or change.old, locale.date(change.after) or change.new
    if old == new:
        old, new = change.old, change.new
    if old:
        yield Kind.REMOVED, old
    if new:
        yield Kind.ADDED, new
