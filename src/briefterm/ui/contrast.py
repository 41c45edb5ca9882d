"""How well colours stand apart, as WCAG 2.2 defines it, and colours moved until they do.

Colours are `#rrggbb`. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from collections.abc import Iterable

TEXT = 4.5
"""The least contrast of text with its ground (success criterion 1.4.3)."""

_STEPS = 32
Rgb = tuple[float, float, float]


def channels(colour: str) -> Rgb:
    """Return red, green and blue from 0 to 1. Raises ValueError for what is no `#rrggbb`."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(colour)
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def linear(channel: float) -> float:
    """Return the light that a channel of sRGB gives."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Return relative luminance, from 0 for black to 1 for white."""
    red, green, blue = map(linear, channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, part: float) -> str:
    """Return `one` with the `part`, from 0 to 1, of `other` in it."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round((mine * (1 - part) + theirs * part) * 255):02x}" for mine, theirs in pairs)


def legible(ink: str, grounds: Iterable[str], least: float = TEXT) -> str:
    """Return `ink`, moved towards black or white no further than it needs for its contrast with all `grounds`.

    Where no colour is enough for all, black or white, whichever is the better.
    """
    on = tuple(grounds)
    best = max(("#000000", "#ffffff"), key=lambda end: min(contrast(end, ground) for ground in on))
    for step in range(_STEPS + 1):
        moved = mixed(ink, best, step / _STEPS)
        if all(contrast(moved, ground) >= least for ground in on):
            return moved
    return best
