"""Rows of what is the reader's own: bookmarks, briefs opened lately, notes whose brief has gone."""

from rich.text import Text

from briefterm.brief.safe import shorten
from briefterm.brief.when import shown_moment
from briefterm.library.entry import Entry
from briefterm.personal.bookmarks import Bookmark
from briefterm.personal.notes import Note
from briefterm.personal.recents import Recent
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.marking import marked
from briefterm.ui.text.note_blocks import BOOKMARK, SIGN

_PANES = {"officials": "official", "agenda": "agenda", "timeline": "timeline"}
_INDENT = 3
_LONGEST = 200


def bookmark_row(key: int, bookmark: Bookmark, ink: Ink) -> Row:
    """Return what is bookmarked, and below it the brief it is in."""
    note, entry = bookmark.note, bookmark.entry
    title = entry.title if entry is not None else note.title or note.brief
    facts = [Text(_PANES.get(note.pane, "brief"), ink["quiet"])]
    if note.pane:
        facts.append(Text(shorten(title, _LONGEST), ink["quiet"]))
    if entry is None:
        facts.append(Text("its brief has gone", ink["warn"]))
    elif entry.date:
        facts.append(Text(ink.locale.date(entry.date), ink["date"]))
    text = shorten(note.on or note.item if note.pane else title, _LONGEST)
    return _row(key, BOOKMARK, text, facts, ink, entry.marking if entry is not None else "")


def recent_row(key: int, recent: Recent, entry: Entry, ink: Ink) -> Row:
    """Return a brief, and below it when it is and when it was opened."""
    facts = [Text(ink.locale.date(entry.date), ink["date"])] if entry.date else []
    place = ink.locale.place(entry.place, entry.countries) or entry.countries
    facts.extend(Text(shorten(fact), ink["quiet"]) for fact in (entry.kind, place) if fact)
    facts.append(Text(f"opened {ink.locale.date(shown_moment(recent.opened))}", ink["quiet"]))
    return _row(key, "", shorten(entry.title, _LONGEST), facts, ink, entry.marking)


def lost_row(key: int, note: Note, ink: Ink) -> Row:
    """Return how a note begins, and below it what it was on."""
    begins = next((line for line in note.text.split("\n") if line.strip()), "")
    facts = [Text("put aside", ink["warn"])] if note.aside else []
    facts.append(Text(shorten(note.title or note.brief), ink["quiet"]))
    if note.on:
        facts.append(Text(f"on {shorten(note.on)}", ink["quiet"]))
    if note.made:
        facts.append(Text(ink.locale.date(shown_moment(note.made)), ink["date"]))
    return _row(key, SIGN, shorten(begins, _LONGEST), facts, ink)


def _row(key: int, sign: str, text: str, facts: list[Text], ink: Ink, marking: str = "") -> Row:
    lead = Text(f" {sign}", ink["accent"])
    if marking:
        facts = [marked(marking, ink), *facts]
    return Row(key, (Block(Text(text, ink["strong"]), lead, _INDENT), Block(Text(DOT).join(facts), Text(), _INDENT)))
