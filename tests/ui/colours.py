"""How colours look to those who see two kinds of them, and how far apart they are.

Dichromacy is simulated as by Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009: their matrices for severity
1.0, applied to linear RGB. Distances are CIE 1976 (L*a*b*, D65), in which about 2.3 can just be noticed.
"""

from math import dist

from briefterm.ui.contrast import Rgb, channels, linear

PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)
Matrix = tuple[Rgb, Rgb, Rgb]


def apart(one: str, other: str, sight: Matrix = NORMAL) -> float:
    """Return the distance of two colours as they are seen by `sight`."""
    return dist(_lab(one, sight), _lab(other, sight))


def _lab(colour: str, sight: Matrix) -> Rgb:
    red, green, blue = (linear(channel) for channel in channels(colour))
    seen = [min(1.0, max(0.0, value)) for value in _through(sight, (red, green, blue))]
    x, y, z = (
        _cube_root(value / white)
        for value, white in zip(_through(_XYZ, (seen[0], seen[1], seen[2])), _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _through(matrix: Matrix, light: Rgb) -> Rgb:
    first, second, third = (sum(part * value for part, value in zip(row, light, strict=True)) for row in matrix)
    return first, second, third


def _cube_root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
