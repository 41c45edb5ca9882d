"""Rows of folders that can be opened: those of late, those that are there, each with how many briefs it holds."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.text import Text

from briefterm.library.files import Tally
from briefterm.ui.desks.offers import Looked, Offer
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.line_rows import counted


def folder_rows(looked: Looked, tallies: Mapping[Path, Tally | None], ink: Ink) -> list[Row]:
    """Return the rows; an offer's key is its place, `recent` ones first."""
    rows: list[Row] = []
    if looked.recent:
        rows.append(_heading("OPENED LATELY", ink))
        rows += [_row(key, offer, tallies, ink) for key, offer in enumerate(looked.recent)]
    if looked.there:
        if looked.recent:
            rows.append(_heading(f"FOLDERS IN {looked.among}" if looked.among else "FOLDERS", ink))
        rows += [_row(key, offer, tallies, ink) for key, offer in enumerate(looked.there, len(looked.recent))]
    return rows


def _heading(text: str, ink: Ink) -> Row:
    return Row(None, (Block(Text(text, ink["heading"]), Text(" "), 1),))


def _row(key: int, offer: Offer, tallies: Mapping[Path, Tally | None], ink: Ink) -> Row:
    facts = Text(DOT, ink["quiet"]).join(_facts(offer, tallies, ink))
    body = Text.assemble((offer.shown, ink["strong"]), "  ", facts)
    return Row(key, (Block(body, Text(" "), 3),))


def _facts(offer: Offer, tallies: Mapping[Path, Tally | None], ink: Ink) -> Iterator[Text]:
    if not offer.gone:
        if offer.folder not in tallies:
            yield Text("…", ink["quiet"])
        elif (tally := tallies[offer.folder]) is None:
            yield Text("cannot be read", ink["warn"])
        elif not tally.whole:
            yield Text(f"{counted(tally.briefs, 'brief')} and more", ink["date"])
        elif tally.briefs:
            yield Text(counted(tally.briefs, "brief"), ink["date"])
        else:
            yield Text("no briefs", ink["quiet"])
    if offer.note:
        yield Text(offer.note, ink["quiet"])
    if offer.is_open:
        yield Text("open now", ink["quiet"])
    if offer.gone:
        yield Text("not there now", ink["warn"])
