"""Plots as SVG: panels with both axes logarithmic, legible on light and dark pages."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, float]

WIDTH, HEIGHT = 420, 270
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 34, 44, 66
_NEAR = 40  # labels of the horizontal axis, nearer to each other, move apart
_LONG = 24  # letters of a name beside which no other has room
_ACROSS = 2
_MARKS = ("circle", "square", "diamond", "ring")
_STYLE = """<style>
text { font: 12px system-ui, sans-serif; fill: #333 } .title { font-weight: 600; font-size: 13px } .tick { fill: #666 }
.grid { stroke: #ccc; stroke-width: 1 } .budget { stroke-dasharray: 4 4; stroke-width: 1.5; fill: none }
.line { fill: none; stroke-width: 2 } .s0 { stroke: #0072b2 } .s1 { stroke: #b34700 } .s2 { stroke: #007a5a }
.s3 { stroke: #96527f } .s0.dot { fill: #0072b2 } .s1.dot { fill: #b34700 } .s2.dot { fill: #007a5a }
.s3.dot { fill: none }
@media (prefers-color-scheme: dark) { text { fill: #ddd } .tick { fill: #aaa } .grid { stroke: #444 }
.s0 { stroke: #56b4e9 } .s1 { stroke: #e69f00 } .s2 { stroke: #2cc295 } .s3 { stroke: #d691b8 }
.s0.dot { fill: #56b4e9 } .s1.dot { fill: #e69f00 } .s2.dot { fill: #2cc295 } }
</style>"""


@dataclass(frozen=True)
class Series:
    """Values by size, both above 0, in order of size; `budget` are those they should not exceed, in the same way."""

    name: str
    points: tuple[Point, ...]
    budget: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Panel:
    """One plot of up to four series in the same unit."""

    title: str
    unit: str
    series: tuple[Series, ...]


@dataclass(frozen=True)
class Scale:
    """A logarithmic axis: values from `low` to `high` lie from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value lies."""
        span = math.log(self.high / self.low)
        return self.start + (self.end - self.start) * math.log(value / self.low) / span

    def ticks(self) -> list[float]:
        """Return the powers of ten, and twos and fives too where these are few."""
        powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        steps = (1,) if self.high / self.low >= 500 else (1, 2, 5)
        return [tick for power in powers for step in steps if self.low <= (tick := step * 10.0**power) <= self.high]


def svg(panels: Sequence[Panel], title: str) -> str:
    """Return panels as one picture, two in a row."""
    rows = -(-len(panels) // _ACROSS)
    width, height = WIDTH * min(_ACROSS, max(1, len(panels))), HEIGHT * rows
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(title)}</title>",
        _STYLE,
    ]
    for number, panel in enumerate(panels):
        x, y = number % _ACROSS * WIDTH, number // _ACROSS * HEIGHT
        parts += [f'<g transform="translate({x} {y})">', *_panel(panel), "</g>"]
    return "\n".join((*parts, "</svg>")) + "\n"


def scale(values: Sequence[float], start: float, end: float) -> Scale:
    """Return an axis on which all values have a place with some room around them."""
    low, high = min(values) / 1.3, max(values) * 1.3
    return Scale(low, max(high, low * 4), start, end)


def _panel(panel: Panel) -> Iterator[str]:
    sizes = [x for series in panel.series for x, _ in series.points]
    values = [y for series in panel.series for _, y in series.points]
    values += [y for series in panel.series for _, y in series.budget]
    across = scale(sizes, _LEFT, WIDTH - _RIGHT)
    up = scale(values, HEIGHT - _BOTTOM, _TOP)
    yield f'<text class="title" x="{_LEFT}" y="18">{escape(panel.title)}</text>'
    yield f'<text class="tick" x="{_LEFT}" y="34">{escape(panel.unit)}</text>'
    for tick in up.ticks():
        y = up.at(tick)
        yield f'<path class="grid" d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"/>'
        yield f'<text class="tick" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_short(tick)}</text>'
    yield from _sizes(sorted(set(sizes)), across)
    for number, series in enumerate(panel.series):
        yield from _line(series, number, across, up)
    yield from _legend(panel)


def _sizes(sizes: Sequence[float], across: Scale) -> Iterator[str]:
    places = [across.at(size) for size in sizes]
    for at, (size, x) in enumerate(zip(sizes, places, strict=True)):
        yield f'<path class="grid" d="M{x:.1f} {_TOP}V{HEIGHT - _BOTTOM}"/>'
        anchor, moved = "middle", x
        if at and x - places[at - 1] < _NEAR:
            anchor, moved = "start", x - 6
        elif at + 1 < len(places) and places[at + 1] - x < _NEAR:
            anchor, moved = "end", x + 6
        y = HEIGHT - _BOTTOM + 16
        yield f'<text class="tick" x="{moved:.1f}" y="{y}" text-anchor="{anchor}">{_short(size)}</text>'


def _line(series: Series, number: int, across: Scale, up: Scale) -> Iterator[str]:
    places = [(across.at(x), up.at(y)) for x, y in series.points]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    yield f'<path class="line s{number}" d="M{path}"/>'
    for (x, y), (size, value) in zip(places, series.points, strict=True):
        told = f"<title>{escape(series.name)}, {size:,.0f} briefs: {value:,.4g}</title>"
        yield f"<g>{_dot(x, y, number)}{told}</g>"
    if series.budget:
        bounds = [(across.at(x), up.at(y)) for x, y in series.budget]
        first = bounds[0][1]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in bounds)
        yield f'<path class="budget s{number}" d="M{_LEFT} {first:.1f}L{path}"/>'
        yield f'<text class="tick" x="{_LEFT + 4}" y="{first - 4:.1f}">budget {_short(series.budget[0][1])}</text>'


def _legend(panel: Panel) -> Iterator[str]:
    across = 1 if max(len(series.name) for series in panel.series) > _LONG and len(panel.series) < 3 else 2
    for number, series in enumerate(panel.series):
        x, y = _LEFT + number % across * 180, HEIGHT - 26 + number // across * 17
        yield _dot(x + 4, y - 4, number)
        yield f'<text x="{x + 14}" y="{y}">{escape(series.name)}</text>'


def _dot(x: float, y: float, number: int) -> str:
    """Return the sign of a series: told apart by its form too."""
    match _MARKS[number % len(_MARKS)]:
        case "square":
            return f'<rect class="dot s{number}" x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7"/>'
        case "diamond":
            return f'<path class="dot s{number}" d="M{x - 5:.1f} {y:.1f}l5 -5l5 5l-5 5z"/>'
        case _:
            return f'<circle class="dot s{number}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'


def _short(value: float) -> str:
    return f"{value / 1000:,g}k" if value >= 10_000 else f"{value:,g}"
