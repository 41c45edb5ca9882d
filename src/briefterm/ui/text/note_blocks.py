"""The reader's own notes, set as prose."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rich.text import Text

from briefterm.brief.model import Brief
from briefterm.brief.when import shown_moment
from briefterm.exchange.own import lines_kept
from briefterm.locales import Locale
from briefterm.personal.anchors import Placed, items
from briefterm.personal.notes import Note
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block
from briefterm.ui.text.details import Page
from briefterm.ui.text.marks import Marker

SIGN, BOOKMARK = "✎", "⚑"
WhenMade = Callable[[Note, Locale], str]


def _made(note: Note, locale: Locale) -> str:
    return locale.date(shown_moment(note.made))


def noted(rows: Iterable[Row], pane: str, placed: Sequence[Placed], ink: Ink, sign: str = SIGN) -> list[Row]:
    """Return the rows of a pane, those with a note, or what else `sign` stands for, signed after their first line."""
    keys = {one.index for one in placed if one.pane == pane}
    return [_signed(row, ink, sign) if row.key in keys else row for row in rows] if keys else list(rows)


def _signed(row: Row, ink: Ink, sign: str) -> Row:
    first, *rest = row.blocks
    return replace(row, blocks=(replace(first, body=Text.assemble(first.body, (f" {sign}", ink["accent"]))), *rest))


def notes_on(
    placed: Sequence[Placed], pane: str, index: int, ink: Ink, mark: Marker, made: WhenMade = _made
) -> list[Block]:
    """Return the notes on one item, or on the brief as a whole with those whose item has gone.

    `made` says in words when each was made.
    """
    page = Page(ink, mark)
    for one in placed:
        if (one.pane, one.index) == (pane, index):
            _note(page, one, ink, made)
    return page.blocks


def note_in_full(note: Note, library: str, ink: Ink, mark: Marker) -> list[Block]:
    """Return one note with what it was on, and where it comes from if not from `library`."""
    page = Page(ink, mark)
    page.title(note.title or note.brief)
    where = {"officials": "official", "agenda": "agenda", "timeline": "timeline"}.get(note.pane, "the brief as a whole")
    page.facts(("brief", note.brief), ("on", where), ("library", note.library if note.library != library else ""))
    _note(page, Placed(note, lost=note.on or note.item), ink)
    return page.blocks


def all_notes(
    brief: Brief, placed: Sequence[Placed], ink: Ink, mark: Marker, hint: str = "", made: WhenMade = _made
) -> list[Block]:
    """Return every note on a brief, each under what it is on. Where there is none, `hint` says what to do."""
    page = Page(ink, mark)
    page.title(f"Your notes on {brief.title}")
    if not placed:
        page.plain(f"None yet. {hint}".rstrip())
    texts = {(item.pane, item.index): item.text for item in items(brief)}
    for where in dict.fromkeys((one.pane, one.index) for one in placed):
        page.heading(texts.get(where, "The brief as a whole"))
        for one in placed:
            if (one.pane, one.index) == where:
                _note(page, one, ink, made)
    return page.blocks


def _note(page: Page, one: Placed, ink: Ink, made: WhenMade = _made) -> None:
    page.blocks.append(Block(Text()))
    page.blocks.append(
        Block(Text(made(one.note, ink.locale) or "undated", ink["quiet"]), Text(f"{SIGN} ", ink["accent"]), 2)
    )
    if one.lost:
        page.blocks.append(Block(Text(f"was on: {one.lost}", ink["warn"]), Text(), 2))
    page.prose("", lines_kept(one.note.text))
