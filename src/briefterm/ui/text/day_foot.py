"""What is said below a day of bars: the selected item, and what stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rich.text import Text

from briefterm.brief.now import clock_times, duration
from briefterm.brief.programme import Clash, Day, Engagement
from briefterm.locales import Locale
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block, lay_out
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.day_bars import CLASH
from briefterm.ui.text.marking import marked
from briefterm.ui.text.present import times

NO_CLOCK = "No clock times on this day."
_UNTIMED = 6


def item_blocks(day: Day, at: int, moment: datetime, ink: Ink, marking: str = "", brief: str = "") -> list[Block]:
    """Return what is selected: what, when on both clocks, where, with whom; its `brief`, if any; its conflicts."""
    one = day.engagements[at]
    title = Text.assemble((one.slot.text, ink["strong"]))
    if marking:
        title = Text.assemble(marked(marking, ink), " ", title)
    here, home = times(one.slot, moment, ink.locale)
    facts = Text.assemble((here, ink["date"]), (f" ({home} at home)" if home else "", ink["quiet"]))
    lasts = duration(one.slot.minutes) if one.slot.minutes else "no end is written"
    names = ", ".join(person.name for person in one.who)
    for part in (lasts, one.status, one.place, names, brief):
        if part:
            facts.append_text(Text.assemble((DOT, ink["quiet"]), (part, ink["warn"] if part == one.status else "")))
    blocks = [Block(title, Text(" "), 1), Block(facts, Text(" "), 1)]
    against = (Text.assemble((clash_words(clash, day, ink.locale), ink["error"])) for clash in day.clashes.get(at, ()))
    return [*blocks, *(Block(clash, Text(" "), 1) for clash in against)]


def day_lines(
    day: Day, moment: datetime, ink: Ink, markings: Mapping[tuple[int, str, int], str], briefs: Sequence[str]
) -> list[Row]:
    """Return a day in order of time: of each item what, when, where and with whom, and what stands against it.

    Its key is its place in the day; `briefs` are the titles that are said, by the number of the brief.
    """
    rows = []
    for at, one in enumerate(day.engagements):
        blocks = item_blocks(day, at, moment, ink, markings[one.item], briefs[one.brief])
        if one.begins <= moment < (one.ends or one.begins):
            blocks.insert(1, Block(Text("now", ink["now"])))
        rows += [
            Row(at, tuple(replace(block, body=_unsigned(block.body)) for block in blocks)),
            Row(None, (Block(Text()),)),
        ]
    none = () if rows else (Block(Text(NO_CLOCK)),)
    return [*rows, *(Row(None, (block,)) for block in (*none, *untimed_block(day, ink)))]


def _unsigned(line: Text) -> Text:
    """Return a line without the sign of a conflict: it says that in words too."""
    return line[len(CLASH) + 1 :] if line.plain.startswith(f"{CLASH} ") else line


def clash_words(clash: Clash, day: Day, locale: Locale) -> str:
    """Return a conflict in words: `! Lloyd Austin is also at Lunch, 13:00–14:00`."""
    when = locale.date(_when(clash.other, day))
    if clash.people:
        verb = "is" if len(clash.people) == 1 else "are"
        return f"{CLASH} conflict: {whose(clash)} {verb} also at {clash.other.slot.text}, {when}"
    return f"{CLASH} conflict: {clash.room} also has {clash.other.slot.text}, {when}"


def whose(clash: Clash) -> str:
    """Return who is wanted twice, else which room."""
    if len(clash.people) > 2:
        return f"{clash.people[0]} and {len(clash.people) - 1} more"
    return " and ".join(clash.people) or clash.room


def untimed_names(day: Day) -> list[str]:
    """Return what the items of the day are called whose time is not known, each once."""
    return list({slot.text.rstrip(". "): slot.text for slot in reversed(day.untimed)}.values())[::-1]


def empty_day(day: Day, width: int, ink: Ink) -> list[Text]:
    """Return the lines of a day that has no clock time: what is on it all the same."""
    blocks = [Block(Text(NO_CLOCK, ink["quiet"]), Text(" "), 1)]
    names = untimed_names(day)
    if names:
        blocks += [Block(Text()), Block(Text("Some time on it", ink["heading"]), Text(" "), 1)]
    return lay_out([*blocks, *(Block(Text(name), Text(" • ", ink["accent"]), 3) for name in names)], width)


def untimed_block(day: Day, ink: Ink) -> list[Block]:
    """Return a line with the items of the day whose time is not known."""
    if not day.untimed:
        return []
    every = untimed_names(day)
    names = every[:_UNTIMED]
    more = len(every) - len(names)
    said = "; ".join((*names, *((f"and {more} more",) if more else ())))
    return [Block(Text.assemble(("without a clock time: ", ink["quiet"]), (said, "")), Text(" "), 1)]


def _when(one: Engagement, day: Day) -> str:
    return clock_times(one.slot, day.zone, day.day)
