"""The house themes, and the colours of delegations that every other theme gets as well."""

from textual.theme import Theme

SIDE_COLOURS_DARK = ("#7db3f0", "#f0a860", "#63c9ae", "#d89ad6", "#d6c75a", "#e5868a")
SIDE_COLOURS_LIGHT = ("#1f5fa8", "#9a5200", "#0b6e58", "#8a3b88", "#6b5f00", "#a83238")


def variables(dark: bool) -> dict[str, str]:
    """Return the variables our styles use, for themes that do not set them."""
    colours = SIDE_COLOURS_DARK if dark else SIDE_COLOURS_LIGHT
    return {f"side-{number}": colour for number, colour in enumerate(colours, 1)} | {
        "chip-ink": "#12151b" if dark else "#ffffff",
        "quiet": "#8d97a8" if dark else "#5a6372",
        "date": "#c9b27a" if dark else "#735a14",
        "hit": "#ffe08a" if dark else "#5c3d00",
        "hit-ground": "#54430f" if dark else "#ffe9a8",
        "lit-ground": "#1f2d42" if dark else "#dfeafa",
        "cursor-ground": "#2c4a70" if dark else "#bcd6f5",
        "cursor-quiet": "#222936" if dark else "#e4e8ee",
        "rule": "#3a4352" if dark else "#c3cad4",
    }


DARK = Theme(
    name="briefterm-dark",
    primary="#7db3f0",
    secondary="#c9b27a",
    accent="#e3b95e",
    warning="#e3b95e",
    error="#e5868a",
    success="#63c9ae",
    foreground="#dde2ea",
    background="#12151b",
    surface="#161a22",
    panel="#1c222c",
    dark=True,
    variables=variables(dark=True),
)
LIGHT = Theme(
    name="briefterm-light",
    primary="#1f5fa8",
    secondary="#735a14",
    accent="#8a5b00",
    warning="#8a5b00",
    error="#a83238",
    success="#0b6e58",
    foreground="#1c222c",
    background="#fbfaf7",
    surface="#f4f2ec",
    panel="#eae7df",
    dark=False,
    variables=variables(dark=False),
)
THEMES = (DARK, LIGHT)
