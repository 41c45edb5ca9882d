"""Chips, gutters and signs: whose an item is, in a colour and in letters, and that it is not to be."""

from rich.style import Style
from rich.text import Text

from briefterm.brief.sides import BOTH, Delegation
from briefterm.library.entry import CANCELLED
from briefterm.ui.ink import Ink

BAR = "▌"
GUTTER = 2
CHIP = 5
CALLED_OFF = "✕"
DOT = "\N{NO-BREAK SPACE}· "


def gutter(delegation: Delegation, ink: Ink) -> Text:
    """Return the coloured bar at the left of a row."""
    return Text.assemble((BAR, ink[f"side-{delegation.colour}"]), " ")


def chip(delegation: Delegation, ink: Ink) -> Text:
    """Return the letters of a delegation on its colour, and a space: room for them where both are meant."""
    if not delegation.code:
        return Text(" " * (CHIP if delegation is BOTH else 0))
    return Text.assemble((f"{delegation.code:^4}", ink[f"chip-{delegation.colour}"]), " ")


def struck(text: str, ink: Ink) -> Text:
    """Return what is cancelled, as it looks wherever it stands."""
    return Text(text, ink["quiet"] + Style(strike=True))


def titled(text: str, status: str, ink: Ink, style: str = "strong") -> Text:
    """Return what an item is called in a list, with a sign and struck out where it is cancelled."""
    if status != CANCELLED:
        return Text(text, ink.get(style, ""))
    return Text.assemble((CALLED_OFF, ink["error"]), " ", struck(text, ink))
