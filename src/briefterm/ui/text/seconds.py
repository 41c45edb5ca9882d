"""A brief for whoever has two seconds, or thirty for each topic."""

from datetime import datetime

from rich.cells import cell_len
from rich.text import Text

from briefterm.brief.model import AgendaItem, Brief
from briefterm.brief.now import duration, now_in, slot_of
from briefterm.brief.sides import NOBODY, opposite, our_side, sides_of
from briefterm.locales import ENGLISH, Locale
from briefterm.ui.ink import Ink
from briefterm.ui.layout import Block, lay_out
from briefterm.ui.text.chips import CHIP, DOT, GUTTER, chip, gutter
from briefterm.ui.text.details import Page
from briefterm.ui.text.heading import without_end
from briefterm.ui.text.marking import marked
from briefterm.ui.text.marks import Marker
from briefterm.ui.text.present import Present, standing, times
from briefterm.ui.text.rows import hedges, some_sourced

_MOST_OPPOSITE = 6
_ANY = 10_000


def two_seconds(told: Present, ink: Ink, mark: Marker) -> list[Block]:
    """Return what is under way or next, with whom, when and where, and in a line what follows."""
    here = told.ahead
    if here is None:
        return [Block(Text("Nothing of this brief is under way or ahead.", ink["quiet"]))]
    blocks = [
        Block(Text(f"{here.sign} {here.short}".upper(), ink["now"])),
        Block(Text()),
        Block(mark(Text(here.text, ink["strong"]))),
    ]
    if here.whom:
        blocks.append(Block(mark(Text(here.whom)), Text("with ", ink["quiet"]), 5))
    blocks.append(Block(Text()))
    blocks.append(Block(Text(here.when, ink["date"])))
    if here.place:
        blocks.append(Block(mark(Text(here.place))))
    if told.then is not None:
        blocks.append(Block(Text()))
        then = Text.assemble((f"then {told.then.short.removeprefix(f'next{DOT}')}", ink["quiet"]), "  ", told.then.text)
        blocks.append(Block(then))
    return blocks


def centred(blocks: list[Block], width: int, height: int) -> list[Block]:
    """Return the blocks with room above, a third of what is free; the last is left out where not even one line is."""
    fitting = fitted(blocks, width, height)
    free = height - len(lay_out(fitting, width))
    return [Block(Text())] * (free // 3) + fitting if free >= 0 else fitting[:-1]


def fitted(blocks: list[Block], width: int, height: int) -> list[Block]:
    """Return the blocks; where they are too high, without empty lines."""
    return blocks if len(lay_out(blocks, width)) <= height else [block for block in blocks if block.body]


def allotted(brief: Brief, index: int, moment: datetime, locale: Locale = ENGLISH, room: int = _ANY) -> str:
    """Return which topic of how many this is, where it stands, how long it may take, and when on both clocks.

    Where `room` cells are too few, the times stay longest; of what is under way, the time that is left.
    """
    number = f"{index + 1} of {len(brief.agenda)}"
    slot = slot_of(brief, index, moment)
    when = brief.agenda[index].when
    if slot is None:
        ways: list[tuple[str, ...]] = [(number, locale.date(when) if when is not None else "")]
    else:
        here, home = times(slot, moment, locale)
        stands = standing(slot, now_in(brief, moment), locale)
        lasts = duration(slot.minutes) if slot.minutes else ""
        both = (here, f"{home} at home" if home else "")
        begins = (without_end(here), f"{without_end(home)} at home" if home else "")
        ways = [(number, *stands, lasts, *both), (number, *stands, *both), (number, stands[-1], *both)]
        ways += [(stands[-1], *both), (stands[-1], *begins), stands[-1:] if stands[0] == "now" else begins]
    told = [DOT.join(dict.fromkeys(part for part in parts if part)) for parts in ways]
    return next((one for one in told if cell_len(one) <= room), told[-1])


def thirty_seconds(brief: Brief, index: int, ink: Ink, mark: Marker) -> list[Block]:
    """Return one topic: what is asked, by us or of us, the points, what to say if it is raised, what to avoid, who."""
    item = brief.agenda[index]
    delegation = sides_of(brief).of_side(item.by)
    lead = Text.assemble(gutter(delegation, ink), chip(delegation, ink)) if item.by else Text()
    title = mark(Text(item.topic, ink["strong"]))
    if item.marking:
        title = Text.assemble(title, " ", marked(item.marking, ink))
    page = Page(ink, mark)
    page.blocks.append(Block(title, lead, lead.cell_len))
    doubts = Text(DOT).join(hedges(item.certainty, item.sources, brief, ink, bare=some_sourced(brief.agenda)))
    if doubts:
        page.blocks.append(Block(doubts, Text(), lead.cell_len))
    if item.ask:
        page.heading(asks(brief, item, ink.locale))
        page.blocks.append(Block(mark(Text(item.ask, ink["strong"]))))
    page.bullets("Points", item.points)
    page.bullets("If raised", item.if_raised)
    page.bullets("Avoid", item.avoid, "error")
    _opposite(page, brief, item)
    return page.blocks


def asks(brief: Brief, item: AgendaItem, locale: Locale = ENGLISH) -> str:
    """Return whose ask it is: ours, theirs, or by name where the brief does not say whom it is for."""
    if item.by == "both":
        return "Both ask"
    ours, theirs = our_side(brief), sides_of(brief).of_side(item.by)
    if theirs is NOBODY:
        return "Ask"
    if ours is NOBODY:
        return f"{locale.side(theirs)} asks"
    return "We ask" if theirs == ours else f"They ask{DOT}{locale.side(theirs)}"


def _opposite(page: Page, brief: Brief, item: AgendaItem) -> None:
    """Add who sits across the table; where the brief does not say who we are, all whom it seats there."""
    named = any(reference.index is not None for reference in item.who)
    strangers = [reference.text for reference in item.who if reference.index is None]
    ours = our_side(brief)
    across = opposite(brief, item.who)
    if ours is NOBODY and not named:
        across = tuple(index for index in across if brief.officials[index].side)
    if not across and not strangers:
        return
    page.heading("Opposite" if ours is not NOBODY else "Who" if named or strangers else "At the table")
    sides = sides_of(brief)
    for index in across[:_MOST_OPPOSITE]:
        official = brief.officials[index]
        delegation = sides.of_official(official)
        lead = Text.assemble(gutter(delegation, page.ink), chip(delegation, page.ink))
        line = Text.assemble(official.name, (f"  {official.title}" if official.title else "", page.ink["quiet"]))
        page.blocks.append(Block(page.mark(line), lead, GUTTER + CHIP, gutter(delegation, page.ink)))
    for text in strangers:
        page.blocks.append(Block(page.mark(Text(text)), Text("▌ "), GUTTER + CHIP))
    if len(across) > _MOST_OPPOSITE:
        page.plain(f"and {len(across) - _MOST_OPPOSITE} more")
