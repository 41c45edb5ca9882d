"""Chips and gutters: whose an item is, in a colour and in letters."""

from rich.text import Text

from briefterm.brief.sides import Delegation
from briefterm.ui.ink import Ink

BAR = "▌"
GUTTER = 2


def gutter(delegation: Delegation, ink: Ink) -> Text:
    """Return the coloured bar at the left of a row."""
    return Text.assemble((BAR, ink[f"side-{delegation.colour}"]), " ")


def chip(delegation: Delegation, ink: Ink) -> Text:
    """Return the two or three letters of a delegation on its colour, and a space; empty for nobody's."""
    if not delegation.code:
        return Text()
    return Text.assemble((f"{delegation.code:^4}", ink[f"chip-{delegation.colour}"]), " ")
