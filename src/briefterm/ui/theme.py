"""Themes as Textual has them: ours, the person's own, and Textual's made legible.

Text has a contrast of at least 4.5:1 with every ground it may stand on (WCAG 2.2), also in themes that others made:
what falls short there is moved towards black or white. Colours of sides are far enough apart for protanopia and
deuteranopia too. A test holds both.
"""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from briefterm.ui.contrast import legible, mixed
from briefterm.ui.looks import (
    DARK,
    GROUNDS,
    INKS,
    LIGHT,
    TERMINAL_DARK,
    TERMINAL_LIGHT,
    UserTheme,
)

_NAMED = (
    "primary", "secondary", "accent", "warning", "error", "success", "foreground", "background", "surface", "panel",
)  # fmt: skip
HOUSE_DARK = {
    "primary": "#8abcf4", "secondary": "#d3bd86", "accent": "#e3b95e", "warning": "#e3b95e", "error": "#f0a0a3",
    "success": "#63c9ae", "foreground": "#dde2ea", "background": "#12151b", "surface": "#161a22", "panel": "#1c222c",
    "chip-ink": "#12151b", "quiet": "#a4adbc", "date": "#d3bd86", "hit": "#ffe08a", "hit-ground": "#54430f",
    "lit-ground": "#1f2d42", "cursor-ground": "#263c5a", "cursor-quiet": "#222936", "rule": "#3a4352",
    "side-1": "#5daafa", "side-2": "#d79a63", "side-3": "#69d6bc", "side-4": "#d89ad6", "side-5": "#d6c75a",
    "side-6": "#e98b8f",
}  # fmt: skip
HOUSE_LIGHT = {
    "primary": "#1f5fa8", "secondary": "#6b5413", "accent": "#7a5000", "warning": "#7a5000", "error": "#a02f35",
    "success": "#0a6652", "foreground": "#1c222c", "background": "#fbfaf7", "surface": "#f4f2ec", "panel": "#eae7df",
    "chip-ink": "#ffffff", "quiet": "#566070", "date": "#6b5413", "hit": "#5c3d00", "hit-ground": "#ffe9a8",
    "lit-ground": "#e6effb", "cursor-ground": "#cfe1f7", "cursor-quiet": "#e4e8ee", "rule": "#c3cad4",
    "side-1": "#0961b9", "side-2": "#5f2a00", "side-3": "#096f59", "side-4": "#8a3b88", "side-5": "#6b5f00",
    "side-6": "#971d3a",
}  # fmt: skip
_PLAIN = dict.fromkeys((*INKS, *GROUNDS, "hit", "hit-ground", "chip-ink", "rule"), "ansi_default")
ANSI_DARK = _PLAIN | {
    "primary": "ansi_bright_cyan", "secondary": "ansi_bright_yellow", "accent": "ansi_bright_yellow",
    "warning": "ansi_bright_yellow", "error": "ansi_bright_red", "success": "ansi_bright_green",
    "date": "ansi_bright_yellow", "hit": "ansi_bright_yellow",
    "side-1": "ansi_bright_cyan", "side-2": "ansi_bright_magenta", "side-3": "ansi_bright_green",
    "side-4": "ansi_bright_yellow", "side-5": "ansi_white", "side-6": "ansi_bright_red",
}  # fmt: skip
ANSI_LIGHT = _PLAIN | {
    "primary": "ansi_blue", "secondary": "ansi_magenta", "accent": "ansi_blue", "warning": "ansi_magenta",
    "error": "ansi_red", "success": "ansi_blue", "date": "ansi_magenta", "hit": "ansi_red",
    "side-1": "ansi_blue", "side-2": "ansi_red", "side-4": "ansi_magenta",
}  # fmt: skip
ATTRIBUTES = "attributes"
"""The theme variable that says, where it is `yes`, that meanings are shown by bold, underline and reverse."""


def variables(theme: Theme, generated: Mapping[str, str]) -> dict[str, str]:
    """Return the colours of a theme that are not to be as Textual has `generated` them."""
    if theme.ansi:
        textuals = BUILTIN_THEMES["ansi-dark" if theme.dark else "ansi-light"].variables
        return textuals | (ANSI_DARK if theme.dark else ANSI_LIGHT) | {ATTRIBUTES: "yes"}
    if ATTRIBUTES in theme.variables:
        return dict(theme.variables)
    named = {name: Color.parse(generated[name]).rgb for name in _NAMED}
    colours = {name: f"#{red:02x}{green:02x}{blue:02x}" for name, (red, green, blue) in named.items()}
    return _fitted(colours, theme.dark, frozenset()) | {ATTRIBUTES: "no"}


def theme_of(own: UserTheme) -> Theme:
    """Return the person's theme: what it names as it is, all else made to fit."""
    return _theme(own.name, _fitted(own.colours, own.dark, frozenset(own.colours)), dark=own.dark)


def _fitted(named: Mapping[str, str], dark: bool, kept: frozenset[str]) -> dict[str, str]:
    """Return all colours of a theme of which some are `named`, with inks legible on all grounds but those `kept`."""
    house = HOUSE_DARK if dark else HOUSE_LIGHT
    colours = house | dict(named)
    back, fore = colours["background"], colours["foreground"]
    if "background" in named:
        colours |= {
            "surface": mixed(back, fore, 0.03),
            "panel": mixed(back, fore, 0.06),
            "lit-ground": mixed(back, colours["primary"], 0.12),
            "cursor-ground": mixed(back, colours["primary"], 0.22),
            "cursor-quiet": mixed(back, fore, 0.1),
            "rule": mixed(back, fore, 0.25),
            "hit-ground": mixed(back, colours["warning"], 0.25),
            "chip-ink": back,
        } | {name: named[name] for name in kept}
    grounds = [colours[ground] for ground in GROUNDS]
    for ink in INKS:
        if ink not in kept:
            colours[ink] = legible(colours[ink], grounds)
    if "hit" not in kept:
        colours["hit"] = legible(colours["hit"], [colours["hit-ground"]])
    return colours


def _theme(name: str, colours: Mapping[str, str], *, dark: bool, ansi: bool = False) -> Theme:
    rest = {key: colour for key, colour in colours.items() if key not in _NAMED}
    theme = Theme(
        name=name,
        primary=colours["primary"],
        dark=dark,
        ansi=ansi,
        variables=rest | {ATTRIBUTES: "yes" if ansi else "no"},
    )
    for role in _NAMED:
        setattr(theme, role, colours[role])
    return theme


THEMES = (
    _theme(DARK, HOUSE_DARK, dark=True),
    _theme(LIGHT, HOUSE_LIGHT, dark=False),
    _theme(TERMINAL_DARK, ANSI_DARK, dark=True, ansi=True),
    _theme(TERMINAL_LIGHT, ANSI_LIGHT, dark=False, ansi=True),
)
