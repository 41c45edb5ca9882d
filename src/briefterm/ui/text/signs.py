"""Signs at the rows of items: what a desk has to say of each, in a sign and a word, never in colour alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rich.text import Text

from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block

ABOVE = -1


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and its word, in a style of the ink. `says` is its line in the detail pane, if it has one there.

    One that stands `apart` is a row of its own below the item, which the cursor passes over.
    """

    mark: str
    word: str = ""
    ink: str = "accent"
    says: str = ""
    apart: bool = False


Signs = Mapping[tuple[str, int], tuple[Sign, ...]]
"""The signs at items, by pane and index. At the index ABOVE are those that stand apart above the first item."""


def signed(rows: Iterable[Row], pane: str, signs: Signs, ink: Ink) -> list[Row]:
    """Return the rows of a pane with the signs at its items: at the end of their first lines, or apart below them."""
    found = list(_apart(signs.get((pane, ABOVE), ()), ink))
    for row in rows:
        at = signs.get((pane, row.key), ()) if row.key is not None else ()
        found.append(_with(row, [sign for sign in at if not sign.apart], ink))
        found.extend(_apart(at, ink))
    return found


def said(signs: Signs, pane: str, index: int, ink: Ink) -> list[Block]:
    """Return what the signs at an item say, a line each."""
    return [
        Block(Text(sign.says), Text(f"{sign.mark} ", ink[sign.ink]), 2)
        for sign in signs.get((pane, index), ())
        if sign.says
    ]


def _with(row: Row, signs: list[Sign], ink: Ink) -> Row:
    if not signs:
        return row
    first, *rest = row.blocks
    marks = [(f" {sign.mark} {sign.word}".rstrip(), ink[sign.ink]) for sign in signs]
    return replace(row, blocks=(replace(first, body=Text.assemble(first.body, *marks)), *rest))


def _apart(signs: Iterable[Sign], ink: Ink) -> Iterator[Row]:
    for sign in signs:
        if sign.apart:
            yield Row(None, (Block(Text(sign.word, ink["quiet"]), Text(f" {sign.mark} ", ink[sign.ink]), 3),))
