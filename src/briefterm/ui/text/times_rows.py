"""The timeline of a library as rows: stretches of time with how much is in each, and the events of one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from briefterm.library.scales import LEAST, about
from briefterm.locales import Locale
from briefterm.ui.desks.lookup import is_faint
from briefterm.ui.ink import Ink
from briefterm.ui.text.chips import DOT, titled
from briefterm.ui.text.line_rows import LineRows, clipped, columns, padded
from briefterm.ui.text.marking import marked

if TYPE_CHECKING:
    from briefterm.library.scales import Bucket
    from briefterm.library.timeline import Happening, Page

_EIGHTHS = "▏▎▍▌▋▊▉█"
SURE, VAGUE = "█", "░"
_NAME = 13
_NUMBER = 7
_STRIP = 16
_WHO_FROM = 70  # cells from which those who take part are named


@dataclass(frozen=True, slots=True)
class Gap:
    """So many buckets one after the other with nothing in them for sure; `vague` is what imprecise dates may add."""

    count: int
    vague: float


def folded(buckets: "Sequence[Bucket]", kept: int) -> list[int | Gap]:
    """Return the buckets with anything in them by index, and the one `kept`; those between them as one gap each.

    The first of all is one with anything in it where an event may be there: one can stand on the first day there is.
    """
    lines = {kept, 0} if buckets and buckets[0].density > 0 else {kept}
    rows: list[int | Gap] = []
    for faint, run in groupby(enumerate(buckets), key=lambda one: one[0] not in lines and is_faint(one[1])):
        found = list(run)
        if faint:
            rows.append(Gap(len(found), sum(bucket.density for _, bucket in found)))
        else:
            rows += [at for at, _ in found]
    return rows


class BucketRows(LineRows):
    """A line a bucket; its key is its index. Bars are as long as the density, the longest for the densest.

    Buckets with next to nothing in them are one line, but for the one that is `kept`.
    """

    def __init__(self, buckets: "Sequence[Bucket]", kept: int, ink: Ink) -> None:
        self._buckets = buckets
        self._ink = ink
        self._rows = folded(buckets, kept)
        self._row_of = {row: at for at, row in enumerate(self._rows) if isinstance(row, int)}
        self._most = max((bucket.density for bucket in buckets), default=0.0)
        super().__init__(len(self._rows), self._drawn)

    def key(self, index: int) -> int | None:
        """Return the bucket of a row, None for a gap."""
        row = self._rows[index]
        return row if isinstance(row, int) else None

    def find(self, key: int) -> int | None:
        """Return the row of a bucket."""
        return self._row_of.get(key)

    def _drawn(self, at: int, width: int) -> list[Text]:
        row, ink = self._rows[at], self._ink
        if isinstance(row, Gap):
            name = f"⋮ {row.count:,} {self._buckets[0].scale}{'' if row.count == 1 else 's'}"
            sure, density, style = 0.0, row.vague, ink["quiet"]
        else:
            name, style = name_of(self._buckets[row], ink.locale), Style.null()
            sure, density = self._buckets[row].within, self._buckets[row].density
        many = about(density) if density >= LEAST else ""
        head = Text.assemble(" ", (padded(name, _NAME), style), (f"{many:>{_NUMBER}}  ", ink["date"]))
        solid, vague = bar(sure, density if many else 0.0, self._most, max(1, width - head.cell_len))
        return [Text.assemble(head, (solid, ink["accent"]), (vague, ink["quiet"]))]


def name_of(bucket: "Bucket", locale: Locale) -> str:
    """Return a bucket's name, of a day with that of the weekday."""
    if bucket.first == bucket.last:
        return f"{bucket.name} {locale.weekday(date.fromordinal(bucket.first).weekday())}"
    return bucket.name


def bar(within: float, density: float, most: float, room: int) -> tuple[str, str]:
    """Return the two parts of a bar of at most `room` cells: what is sure, and what imprecise dates may add.

    Whatever is not nothing is seen: an eighth of a cell at least, of a bar that is all vague a cell. Beside what is
    sure the vague is drawn from half a cell on, and both are whole cells then, so that nothing gapes between them.
    """
    if most <= 0 or density <= 0:
        return "", ""
    a_cell = most / room
    if within >= LEAST and density - within < a_cell / 2:
        return _solid(max(1, round(min(within, most) / a_cell * 8))), ""
    sure = SURE * min(room - 1, max(1 if within >= LEAST else 0, round(within / a_cell)))
    return sure, VAGUE * (min(room, max(len(sure) + 1, round(density / a_cell))) - len(sure))


def _solid(eighths: int) -> str:
    return SURE * (eighths // 8) + (_EIGHTHS[eighths % 8 - 1] if eighths % 8 else "")


def event_rows(page: "Page", low: int, high: int, ink: Ink, zoom: str) -> LineRows:
    """Return two lines an event: when and what; how its days lie between `low` and `high`, and in which brief.

    `zoom` is the key that zooms in, where there are too many.
    """
    more = page.total - len(page.events)

    def drawn(at: int, width: int) -> list[Text]:
        if at == len(page.events):
            return [Text(f" and {more:,} more: {zoom} zooms in", ink["quiet"]), Text()]
        return _event(page.events[at], low, high, width, ink)

    count = len(page.events)
    return LineRows(count + (more > 0), drawn, height=2, passed=frozenset({count}))


def kept(before: "Page", at: int | None, page: "Page") -> int | None:
    """Return where the event that was `at` on one version of a page is on another, else the one in its place."""
    if at is None or at >= len(before.events) or not page.events:
        return None
    event = before.events[at]
    seats = [(one.entry.path, one.item.text) for one in page.events]
    seat = (event.entry.path, event.item.text)
    return seats.index(seat) if seat in seats else min(at, len(seats) - 1)


def _event(event: "Happening", low: int, high: int, width: int, ink: Ink) -> list[Text]:
    item, entry = event.item, event.entry
    marking = item.marking or entry.marking
    what = titled(item.text, item.status_in(entry), ink)
    first = Text.assemble(" ", (f"{ink.locale.date(item.date)}  ", ink["date"]), what)
    strip = Text.assemble(" ", (span_strip(item.first, item.last, low, high, _STRIP), ink["accent"]), "  ")
    if marking:
        strip.append_text(Text.assemble(marked(marking, ink), " "))
    about = [entry.title, *event.who] if width >= _WHO_FROM else [entry.title]
    second = Text.assemble(strip, (DOT.join(about), ink["quiet"]))
    return [clipped(first, width), columns(second, Text(), width)]


def span_strip(first: int, last: int, low: int, high: int, width: int) -> str:
    """Return days `first` to `last` on a strip of `width` cells from day `low` to `high`; arrows where they go beyond.

    The days must have one in common with the strip.
    """
    days = high - low + 1
    begins = (max(first, low) - low) * width // days
    ends = max(begins, ceil((min(last, high) + 1 - low) * width / days) - 1)
    cells = ["·"] * width
    cells[begins : ends + 1] = "━" * (ends + 1 - begins)
    if first < low:
        cells[begins] = "◂"
    if last > high:
        cells[ends] = "▸"
    return "".join(cells)
