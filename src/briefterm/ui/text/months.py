"""Months as grids of days: each with its number, how much there is on it, and signs for today and the cursor."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from rich.cells import cell_len
from rich.text import Text

from briefterm.brief.when import MONTHS, WEEKDAYS
from briefterm.library.calendar import month_length
from briefterm.locales import Locale
from briefterm.ui.ink import Ink
from briefterm.ui.layout import cut
from briefterm.ui.text.line_rows import grounded, padded
from briefterm.ui.text.years import LEVELS

TODAY = "◆"
CELL, CLOSE, WEEK = 7, 5, 7
"""Cells of a day, and where there is little room; days of a week."""
WIDTH = CELL * WEEK
"""Cells of a month."""
HEIGHT = 8
"""Lines of a month: its name, the weekdays, six weeks."""
GAP, _WIDEST_GAP = 2, 6  # cells between months side by side; one line between those one below the other
MOST = 99
_STEPS = (1, 2, 3, 5, 8, 13, 21, 41)
"""How much there is at least on a day with each block: small numbers are told apart, large ones are not many."""


@dataclass(frozen=True, slots=True)
class Frame:
    """So many months side by side, and so many such rows, from that of `first` on.

    `begin` is the first weekday, `gap` the cells between months, `cell` those of a day.
    """

    first: date
    columns: int
    rows: int
    begin: int = 0
    gap: int = GAP
    cell: int = CELL

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month, in order; beyond the calendar's end there are none."""
        shown = (shifted(self.first, number) for number in range(self.columns * self.rows))
        return tuple(dict.fromkeys(shown))

    def holds(self, day: date) -> bool:
        """Return whether a day is on it."""
        return day.replace(day=1) in self.months

    def near(self, day: date) -> bool:
        """Return whether a day is on it, or in the month before or after."""
        return shifted(self.first, -1) <= day.replace(day=1) <= shifted(self.first, self.columns * self.rows)

    def day_at(self, x: int, y: int) -> date | None:
        """Return the day in a cell of the screen, counted from its left top."""
        wide = self.cell * WEEK
        column, inside = divmod(x, wide + self.gap)
        row, line = divmod(y, HEIGHT + 1)
        at = row * self.columns + column
        months = self.months
        if not (0 <= column < self.columns and 0 <= at < len(months)) or inside >= wide or line < 2 or line >= HEIGHT:
            return None
        month = months[at]
        number = (line - 2) * WEEK + inside // self.cell - offset(month, self.begin) + 1
        return month.replace(day=number) if 1 <= number <= month_length(month) else None


def framed(width: int, height: int, day: date, before: Frame | None, begin: int = 0) -> Frame:
    """Return the months that fit, with `day` among them: the same ones as `before` as long as it is on these.

    At least one is shown, at most three side by side; its days are `CLOSE` where they would be wider than the room.
    """
    columns = max(1, min(3, (width + GAP) // (WIDTH + GAP)))
    rows = max(1, (height + 1) // (HEIGHT + 1))
    month, count = day.replace(day=1), columns * rows
    gap = min(_WIDEST_GAP, (width - columns * WIDTH) // (columns - 1)) if columns > 1 else GAP
    cell = CELL if width >= WIDTH else CLOSE
    shape = (columns, rows, gap, cell)
    if before is None or (before.columns, before.rows, before.gap, before.cell) != shape or not before.near(day):
        return Frame(shifted(month, -(count // 2)), columns, rows, begin, gap, cell)
    if before.holds(day):
        return before
    first = month if month < before.first else shifted(month, 1 - count)
    return Frame(first, columns, rows, begin, gap, cell)


def shifted(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of a month that is shorter; within years 1 to 9999."""
    number = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, month_length(date(year, month + 1, 1))))


def moved(day: date, days: int) -> date:
    """Return the day so many days later; within years 1 to 9999."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def offset(month: date, begin: int) -> int:
    """Return how many cells of the first week stand empty before its first day."""
    return (month.replace(day=1).weekday() - begin) % WEEK


def density(count: int) -> str:
    """Return the block for so much on a day: a space for nothing."""
    return LEVELS[bisect_right(_STEPS, count) - 1] if count > 0 else " "


def frame_lines(
    frame: Frame, counts: Callable[[int], int], day: date, today: date, ink: Ink, *, focused: bool = True
) -> list[Text]:
    """Return the lines of all months of a frame; `counts` says how much is on a day, an ordinal."""
    lines: list[Text] = []
    months = frame.months
    for row in range(0, len(months), frame.columns):
        if lines:
            lines.append(Text())
        drawn = [
            month_lines(month, counts, day, today, ink, begin=frame.begin, cell=frame.cell, focused=focused)
            for month in months[row : row + frame.columns]
        ]
        lines += [Text(" " * frame.gap).join(parts) for parts in zip(*drawn, strict=True)]
    return lines


def month_lines(
    month: date,
    counts: Callable[[int], int],
    day: date,
    today: date,
    ink: Ink,
    *,
    begin: int = 0,
    cell: int = CELL,
    focused: bool = True,
) -> list[Text]:
    """Return the 8 lines of a month, each a week of `cell`s wide, with the cursor on `day` if it is in it."""
    here = (month.year, month.month) == (day.year, day.month)
    name = cut(ink.locale.month(month), cell * WEEK)
    before = " " * ((cell * WEEK - cell_len(name)) // 2)
    lines = [Text(padded(before + name, cell * WEEK), ink["heading" if here else "strong"])]
    weekdays = [cut(_weekday((begin + at) % WEEK, ink.locale), cell - 1) for at in range(WEEK)]
    lines.append(Text("".join(padded(f" {weekday}", cell) for weekday in weekdays), ink["quiet"]))
    cells: list[Text] = [Text(" " * cell)] * offset(month, begin)
    first = month.replace(day=1)
    for number in range(month_length(month)):
        one = first + timedelta(days=number)
        count, is_today = counts(one.toordinal()), one == today
        cells.append(_cell(one, count, ink, cell, is_today=is_today, at=one == day, focused=focused))
    cells += [Text(" " * cell)] * ((HEIGHT - 2) * WEEK - len(cells))
    lines += [Text.assemble(*cells[week : week + WEEK]) for week in range(0, len(cells), WEEK)]
    return lines


def _weekday(number: int, locale: Locale) -> str:
    return locale.weekday(number) if locale.name else WEEKDAYS[number]


def _cell(day: date, count: int, ink: Ink, cells: int, *, is_today: bool, at: bool, focused: bool) -> Text:
    """Return a day: `[12▅9 ]`, close `[12▅]`. The brackets are the cursor's; a number that does not fit ends in `+`."""
    lead = "[" if at else TODAY if is_today else " "
    tail = "]" if at else "+" if count > MOST and cells == CELL else " "
    number = f"{min(count, MOST) if count else '':<2}" if cells == CELL else ""
    cell = Text.assemble(
        (lead, ink["now"]),
        (f"{day.day:>2}", ink["now" if is_today else "strong" if count else "quiet"]),
        (density(count), ink["accent"]),
        (number, ink["date"]),
        (tail, ink["now" if at else "date"]),
    )
    return grounded(cell, ink["cursor" if focused else "cursor-quiet"]) if at else cell


def day_name(day: date) -> str:
    """Return a day in words: `Sat 3 Jun 1961`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
