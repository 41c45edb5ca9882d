"""Chips and gutters: whose an item is, in a colour and in letters."""

from rich.text import Text

from briefterm.brief.sides import BOTH, Delegation
from briefterm.ui.ink import Ink

BAR = "▌"
GUTTER = 2
CHIP = 5
DOT = "\N{NO-BREAK SPACE}· "
_LIGHTS = ("red", "green", "clear")


def marked(marking: str, ink: Ink) -> Text:
    """Return a handling marking as a chip, one of the Traffic Light Protocol in its colour (FIRST, TLP 2.0)."""
    colour = marking.casefold().removeprefix("tlp:") if marking.casefold().startswith("tlp:") else ""
    return Text(f" {marking} ", ink[f"marking-{colour}" if colour in _LIGHTS else "marking"])


def gutter(delegation: Delegation, ink: Ink) -> Text:
    """Return the coloured bar at the left of a row."""
    return Text.assemble((BAR, ink[f"side-{delegation.colour}"]), " ")


def chip(delegation: Delegation, ink: Ink) -> Text:
    """Return the letters of a delegation on its colour, and a space: room for them where both are meant."""
    if not delegation.code:
        return Text(" " * (CHIP if delegation is BOTH else 0))
    return Text.assemble((f"{delegation.code:^4}", ink[f"chip-{delegation.colour}"]), " ")
