"""A handling marking as a chip."""

from rich.text import Text

from briefterm.ui.ink import Ink

_LIGHTS = ("red", "green", "clear")


def marked(marking: str, ink: Ink) -> Text:
    """Return a handling marking as a chip, one of the Traffic Light Protocol in its colour (FIRST, TLP 2.0)."""
    colour = marking.casefold().removeprefix("tlp:") if marking.casefold().startswith("tlp:") else ""
    return Text(f" {marking} ", ink[f"marking-{colour}" if colour in _LIGHTS else "marking"])
