"""A day as bars: what is drawn, and where on it each bar is."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from briefterm.brief.now import clock
from briefterm.brief.programme import Day, Engagement
from briefterm.locales import Locale
from briefterm.ui.layout import cut
from briefterm.ui.text.chips import titled
from briefterm.ui.text.day_ground import Ground, Look, head_of
from briefterm.ui.text.day_layout import Bar, Row, Told, followed, names_of, rows_of, scale_of, told
from briefterm.ui.text.day_letters import legend, letters_of
from briefterm.ui.text.line_rows import clipped, grounded

BEGIN, END, OPEN, BEFORE, AFTER, SELECTED = "▎", "▕", "▹", "◂", "▸", "▶"
CLASH = "!"
_LEAST_LABEL = 10


@dataclass(frozen=True, slots=True)
class Spot:
    """A bar as it is on the screen: its row, its engagement's place in the day, its first line and cells."""

    row: int
    at: int
    line: int
    height: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A day as drawn: lines that stay above, lines that scroll, and the bars on these in the order of rows and time."""

    head: tuple[Text, ...]
    lines: tuple[Text, ...]
    spots: tuple[Spot, ...]


def draw(day: Day, look: Look, chosen: tuple[int, int] | None = None) -> Drawing:
    """Return a day as seen by `look`; `chosen` is the row and the place in the day of the selected bar."""
    return _listed(day, look, chosen) if look.listed else _barred(day, look, chosen)


def _barred(day: Day, look: Look, chosen: tuple[int, int] | None) -> Drawing:
    """Rows of bars: two lines a bar and one between rows where there is room, else one and none; below, the letters."""
    names = names_of(day, look.by, look.people)
    label = min(max(_LEAST_LABEL, *map(cell_len, names), 0) + 3, max(16, look.width // 5)) if names else _LEAST_LABEL
    scale = scale_of(day, look.width - label - 1)
    rows = rows_of(day, look.by, scale, look.people)
    letters = letters_of(rows, scale.width, [cell_len(_title(one, signed=False)) for one in day.engagements])
    signed = frozenset[int]().union(*(row.signed for row in rows))
    titles = [_title(one, signed=at in signed) for at, one in enumerate(day.engagements)]
    below = legend(letters, titles, label + scale.width, look.ink)
    lanes, height = sum(row.lanes for row in rows), look.height - len(below)
    tall = 2 if 2 * lanes + len(rows) <= height else 1
    apart = 1 if tall * lanes + len(rows) <= height else 0
    head = head_of(day, scale, look, label)
    ground = Ground(scale, look)
    lines: list[Text] = []
    spots: list[Spot] = []
    for number, row in enumerate(rows):
        top = len(lines)
        heads = _names(row, day, label, look, row.lanes * tall)
        for lane in range(row.lanes):
            bars = [one for one in followed(row, scale.width) if one[0].lane == lane]
            for part in range(tall):
                at = chosen[1] if chosen and chosen[0] == number else None
                drawn = _lane(bars, row.signed, letters, day, look, ground, part, at)
                lines.append(Text.assemble(heads[lane * tall + part], drawn))
        spots += [
            Spot(number, bar.at, top + bar.lane * tall, tall, label + bar.left, label + bar.right) for bar in row.bars
        ]
        lines += [Text.assemble(" " * label, ground.between(0, scale.width))] * apart
    spare = [Text(" " * (label + scale.width))] if below and not apart and len(lines) < height else []
    return Drawing(head, (*lines, *spare, *below), tuple(spots))


def _listed(day: Day, look: Look, chosen: tuple[int, int] | None) -> Drawing:
    """A line an item below the name of each row, its bar in the right part of the line."""
    strip = max(12, look.width * 2 // 5)
    label = look.width - strip - 1
    scale = scale_of(day, strip)
    ground = Ground(scale, look)
    ink = look.ink
    lines: list[Text] = []
    spots: list[Spot] = []
    for number, row in enumerate(rows_of(day, look.by, scale, look.people)):
        twice = _twice(row, day)
        said = f"  {CLASH} conflict" if twice else ""
        name = cut(row.name, label - 2 - len(said))
        title = Text.assemble(" ", (name, ink["heading"]), (said, ink["error"]))
        lines.append(Text.assemble(title, " " * (label - title.cell_len), ground.between(0, scale.width)))
        for bar in row.bars:
            one, at = day.engagements[bar.at], chosen == (number, bar.at)
            sign = SELECTED if at else CLASH if bar.at in row.signed else " "
            begins = ink.locale.date(clock(max(one.begins, day.begins), day.zone, day.day))
            text = clipped(titled(one.slot.text, one.status, ink, "strong" if at else ""), label - 9)
            line = Text.assemble((sign, ink["now" if at else "error"]), " ", (begins, ink["date"]), " ", text)
            line.append(" " * (label - line.cell_len))
            if at:
                line = grounded(line, ink["cursor"])
            line.append_text(ground.between(0, bar.left))
            line.append_text(_bar(bar, "", _style(one, look, selected=at)))
            line.append_text(ground.between(bar.right, scale.width))
            spots.append(Spot(number, bar.at, len(lines), 1, 0, look.width))
            lines.append(line)
    return Drawing(head_of(day, scale, look, label), tuple(lines), tuple(spots))


def _names(row: Row, day: Day, label: int, look: Look, height: int) -> list[Text]:
    """Return the name of a row over so many lines; in the second, that two things are at once there."""
    first = Text.assemble(" ", (cut(row.name, label - 3), look.ink["heading"]))
    second = Text.assemble(" ", (f"{CLASH} conflict", look.ink["error"])) if _twice(row, day) else Text()
    if height == 1 and second:
        first = Text.assemble((CLASH, look.ink["error"]), (cut(row.name, label - 3), look.ink["heading"]))
    lines = [first, second, *[Text()] * height][:height]
    return [Text.assemble(line, " " * (label - line.cell_len)) for line in lines]


def _twice(row: Row, day: Day) -> bool:
    """Return whether two of the row stand against each other."""
    members = {day.engagements[bar.at].item for bar in row.bars}
    return any(clash.other.item in members for bar in row.bars for clash in day.clashes.get(bar.at, ()))


def _lane(
    bars: Sequence[tuple[Bar, int]],
    signed: Set[int],
    letters: Mapping[int, str],
    day: Day,
    look: Look,
    ground: Ground,
    part: int,
    chosen: int | None,
) -> Text:
    """Return one line of the bars of a lane: of the first `part` what they are, of the second when and with whom."""
    line = Text()
    at = 0
    for bar, following in bars:
        one, inside = day.engagements[bar.at], bar.right - bar.left - 2
        selected, clash = bar.at == chosen, f"{CLASH} " if bar.at in signed else ""
        title = _title(one, signed=False)
        where = told(bar, following, cell_len(title))
        said = _times(one, day, look.ink.locale) if part else f"{clash}{title}"
        sign = SELECTED if selected and part == 0 else ""
        if where is Told.NOT:
            letter = letters.get(bar.at, "") if part == 0 else ""
            said = f"{clash[:1]}{letter}" if clash and part == 0 and inside > len(letter) else letter
            sign = sign or (letter if inside < 1 else "")
        line.append_text(ground.between(at, bar.left))
        text = "" if where is Told.BESIDE else cut(said, inside)
        line.append_text(_bar(bar, text, _style(one, look, selected=selected), sign))
        at = bar.right
        if where is Told.BESIDE:
            said = f" {cut(said, following - bar.right - 2)}"
            style = look.ink["error"] if said.startswith(f" {CLASH}") else look.ink["now" if selected else "quiet"]
            line.append(said, style if part or selected or said.startswith(f" {CLASH}") else "")
            at += cell_len(said)
    return line.append_text(ground.between(at, ground.width))


def _title(one: Engagement, *, signed: bool) -> str:
    status = f"{one.status}: " if one.status == "cancelled" else ""
    return f"{f'{CLASH} ' if signed else ''}{status}{one.slot.text}"


def _times(one: Engagement, day: Day, locale: Locale) -> str:
    begins = clock(one.begins, day.zone, day.day)
    times = locale.date(begins if one.ends is None else f"{begins}–{clock(one.ends, day.zone, day.day)}")
    return "  ".join((times, ", ".join(person.name for person in one.who))).rstrip()


def _bar(bar: Bar, text: str, style: Style, sign: str = "") -> Text:
    """Return the cells of a bar with a text that fits; `sign` stands in place of its beginning."""
    cells = bar.right - bar.left
    begin = sign or (BEFORE if bar.before else BEGIN)
    end = AFTER if bar.after else OPEN if bar.open else END
    return Text.assemble((f"{begin}{text}{' ' * (cells - 2 - cell_len(text))}{end}", style))


def _style(one: Engagement, look: Look, *, selected: bool) -> Style:
    return look.ink["marking"] if selected else look.ink[f"chip-{look.colour(one)}"]
