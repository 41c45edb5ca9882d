"""Chips and gutters: whose an item is, in a colour and in letters."""

from rich.text import Text

from briefterm.brief.sides import BOTH, Delegation
from briefterm.ui.ink import Ink

BAR = "▌"
GUTTER = 2
CHIP = 5
DOT = "\N{NO-BREAK SPACE}· "


def gutter(delegation: Delegation, ink: Ink) -> Text:
    """Return the coloured bar at the left of a row."""
    return Text.assemble((BAR, ink[f"side-{delegation.colour}"]), " ")


def chip(delegation: Delegation, ink: Ink) -> Text:
    """Return the letters of a delegation on its colour, and a space: room for them where both are meant."""
    if not delegation.code:
        return Text(" " * (CHIP if delegation is BOTH else 0))
    return Text.assemble((f"{delegation.code:^4}", ink[f"chip-{delegation.colour}"]), " ")
