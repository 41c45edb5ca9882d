"""Related briefs as rows: title and date, and below them why."""

from typing import TYPE_CHECKING

from rich.text import Text

from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import ItemRows, Row
from briefterm.ui.layout import Block
from briefterm.ui.text.marking import marked

if TYPE_CHECKING:
    from briefterm.people.related import Reason, Relation

_LEAD = 3


def related_rows(relations: "tuple[Relation, ...]", ink: Ink) -> ItemRows:
    """Return a row a brief; its key is its place."""
    rows: list[Row] = []
    for at, one in enumerate(relations):
        if rows:
            rows.append(Row(None, (Block(Text()),)))
        rows.append(Row(at, tuple(_blocks(one, ink))))
    return ItemRows(rows)


def _blocks(relation: "Relation", ink: Ink) -> list[Block]:
    entry = relation.entry
    title = Text.assemble(
        (entry.title, ink["strong"]), (f"  {ink.locale.date(entry.date)}" if entry.date else "", ink["date"])
    )
    if entry.marking:
        title.append_text(Text.assemble("  ", marked(entry.marking, ink)))
    why = [Block(_why(reason, ink), Text(), _LEAD) for reason in relation.reasons]
    return [Block(title, Text(" "), 1), *why]


def _why(reason: "Reason", ink: Ink) -> Text:
    said = {
        "supersedes": "this brief replaces it",
        "superseded by": "it replaces this brief",
        "related": "one of the two names the other",
        "series": "of the same series",
        "title": "has the same title",
        "people": "the same people: ",
        "place": "the same place: ",
    }[reason.tie]
    return Text.assemble((said, ink["quiet"]), reason.text)
