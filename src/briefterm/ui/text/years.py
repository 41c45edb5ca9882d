"""How many briefs there are of each year, as a line of blocks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from briefterm.ui.ink import Ink

LEVELS = "▁▂▃▄▅▆▇█"
_NONE = "·"
_MARK = "▲"
_WIDEST = 3  # cells of a year, where there are few
_LEAST_YEARS, _LEAST_BRIEFS = 3, 8
_ENDS = 12  # cells for the years at both ends, and around them


@dataclass(frozen=True, slots=True)
class Years:
    """How many briefs there are by the year of the first day they may be of, without those of no date."""

    first: int = 0
    counts: tuple[int, ...] = ()

    @property
    def last(self) -> int:
        """The last year with any."""
        return self.first + len(self.counts) - 1

    @property
    def telling(self) -> bool:
        """Whether there is enough to look at: briefs of three years at least, and eight of them."""
        return sum(count > 0 for count in self.counts) >= _LEAST_YEARS and sum(self.counts) >= _LEAST_BRIEFS

    def after(self, year: int) -> int:
        """Return how many are of a later year: in a list with the newest first, they stand above it."""
        return sum(self.counts[max(0, year + 1 - self.first) :])


@dataclass(frozen=True, slots=True)
class Bars:
    """Years in `counts`, `size` of them in each, up to the year `last`; each is `cells` wide. The first may be cut."""

    last: int
    size: int
    cells: int
    counts: tuple[int, ...]

    def of(self, at: int) -> tuple[int, int]:
        """Return the first and the last year of a bar."""
        last = self.last - (len(self.counts) - 1 - at) * self.size
        return last - self.size + 1, last

    def at(self, year: int) -> int | None:
        """Return which bar a year is in."""
        at = len(self.counts) - 1 - (self.last - year) // self.size
        return at if 0 <= at < len(self.counts) and year <= self.last else None


def years_of(days: Iterable[int]) -> Years:
    """Return the years of `days`, ordinals."""
    found = Counter(date.fromordinal(day).year for day in days)
    if not found:
        return Years()
    first = min(found)
    return Years(first, tuple(found[year] for year in range(first, max(found) + 1)))


def bars_of(years: Years, width: int) -> Bars:
    """Return the years in bars that fit into `width` cells: as few years in one as that needs."""
    count = len(years.counts)
    size = max(1, -(-count // max(1, width)))
    bars = -(-count // size)
    padded = (0,) * (bars * size - count) + years.counts
    counts = tuple(sum(padded[at : at + size]) for at in range(0, len(padded), size))
    return Bars(years.last, size, max(1, min(_WIDEST, width // max(1, bars))), counts)


def level(count: int, most: int) -> str:
    """Return the block for a count: the lowest for whatever is not nothing."""
    return LEVELS[max(0, round(count / most * len(LEVELS)) - 1)] if count else _NONE


def year_lines(years: Years, year: int | None, width: int, ink: Ink) -> list[Text]:
    """Return two lines: the years as bars between the first and the last; below that of `year` a sign and its count."""
    bars = bars_of(years, width - _ENDS)
    most, here = max(bars.counts), bars.at(year) if year is not None else None
    quiet = ink["quiet"]
    line = Text.assemble("  ", (f"{years.first}", quiet), " ")
    for at, count in enumerate(bars.counts):
        line.append(level(count, most) * bars.cells, ink["now" if at == here else "quiet" if count else "rule"])
    line.append_text(Text.assemble(" ", (f"{years.last}", quiet)))
    return [line, Text() if here is None else _marked(bars, here, f"{years.first}", width, ink)]


def _marked(bars: Bars, at: int, lead: str, width: int, ink: Ink) -> Text:
    """Return the sign below a bar, with its years and count beside it where there is room: right of it, or left."""
    first, last = bars.of(at)
    said = f"{max(first, int(lead))}–{last}" if bars.size > 1 else f"{last}"
    said = f"{said} · {bars.counts[at]:,}"
    column = 3 + len(lead) + at * bars.cells + bars.cells // 2
    mark = (_MARK, ink["now"])
    if column + 2 + len(said) <= width:
        return Text.assemble(" " * column, mark, " ", (said, ink["quiet"]))
    if column - 1 - len(said) >= 0:
        return Text.assemble(" " * (column - 1 - len(said)), (said, ink["quiet"]), " ", mark)
    return Text.assemble(" " * column, mark)


def bar_at(years: Years, column: int, width: int) -> tuple[int, int] | None:
    """Return the first and last year of the bar in a column of the first line."""
    bars = bars_of(years, width - _ENDS)
    at = (column - 3 - len(f"{years.first}")) // bars.cells
    return bars.of(at) if 0 <= at < len(bars.counts) else None
