"""A brief for whoever has two seconds, or thirty for each topic."""

from collections.abc import Sequence
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
from briefterm.ui.text.marks import Marker, unmarked
from briefterm.ui.text.present import NEXT, Moment, Present, standing, times
from briefterm.ui.text.rows import NBSP, hedges, some_sourced

_MOST_OPPOSITE = 6
_MOST_TOLD = 40
_MOST_UNBROKEN = 24
_ANY = 10_000


def two_seconds(told: Present, ink: Ink, mark: Marker, width: int = _ANY, height: int = _ANY) -> list[Block]:
    """Return what is under way or next, its topics, who is there, when and where, and in a line what follows.

    Of what does not fit `height` lines of `width` cells, the least important goes: empty lines, what follows, and from
    the end, with their number in place of them, our people, the topics, those across the table.
    """
    here, table = told.ahead, told.table
    if here is None:
        return [Block(Text("Nothing of this brief is under way or ahead.", ink["quiet"]))]
    across = table.across or ((here.whom,) if here.whom else ())
    every = (across, table.topics, table.ours)
    kept = [min(_MOST_TOLD, len(one)) for one in every]

    def page(marker: Marker, *, then: bool = False, airy: bool = False) -> list[Block]:
        blocks = _glance(told, here, _rows(told, every, kept), ink, marker, then=then)
        return blocks if airy else [block for block in blocks if block.body]

    def fits(*, then: bool = False, airy: bool = False) -> bool:
        return len(lay_out(page(unmarked, then=then, airy=airy), width)) <= height

    for airy in (True, False):
        if fits(then=True, airy=airy):
            return page(mark, then=True, airy=airy)
    while any(kept) and not fits():
        kept[next(at for at in (2, 1, 0) if kept[at])] -= 1
    return page(mark)


def _rows(told: Present, every: Sequence[tuple[str, ...]], kept: Sequence[int]) -> list[tuple[str, str]]:
    """Return what is said of across, topics and ours, as many of each as are `kept`, each line with its label."""
    (across, topics, ours), (of_across, of_topics, of_ours) = every, kept
    label = "also" if told.ahead and told.ahead.pane == "agenda" else "topics" if len(topics) > 1 else "topic"
    more = (f"and {len(topics) - of_topics} more",) if 0 < of_topics < len(topics) else ()
    rows = [(label if at == 0 else "", topic) for at, topic in enumerate((*topics[:of_topics], *more))]
    if told.table.meeting:
        rows.append(("at", told.table.meeting))
    for who, names, count in (("with", across, of_across), ("for us", ours, of_ours)):
        if count:
            rest = f" and {len(names) - count} more" if len(names) > count else ""
            rows.append((who, ", ".join(_unbroken(name) for name in names[:count]) + rest))
    return rows


def _unbroken(name: str) -> str:
    """Return a name that stays on one line where it is short enough for any."""
    return name.replace(" ", NBSP) if cell_len(name) <= _MOST_UNBROKEN else name


def _glance(
    told: Present, here: Moment, rows: Sequence[tuple[str, str]], ink: Ink, mark: Marker, *, then: bool
) -> list[Block]:
    indent = max((len(label) + 1 for label, _ in rows), default=0)
    blocks = [
        Block(Text(f"{here.sign} {here.short}".upper(), ink["now"])),
        Block(Text()),
        Block(mark(Text(here.text, ink["strong"]))),
        *(Block(mark(Text(said)), Text(label, ink["quiet"]), indent) for label, said in rows),
        Block(Text()),
        Block(Text(here.when, ink["date"])),
    ]
    if here.place:
        blocks.append(Block(mark(Text(here.place))))
    if then and told.then is not None:
        blocks.append(Block(Text()))
        short = told.then.short.removeprefix(f"next{DOT}")
        word = "also" if here.sign == NEXT else "then"
        blocks.append(Block(Text.assemble((f"{word} {short}", ink["quiet"]), "  ", told.then.text)))
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
        lasts = duration(slot.minutes) if slot.minutes and stands[0] != "over" else ""
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
    if place := ink.locale.place(item.place):
        where = Text.assemble(" " * lead.cell_len, ("where ", ink["quiet"]))
        page.blocks.append(Block(mark(Text(place)), where, where.cell_len))
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
    """Add who sits across the table, then our own that are named; of a brief that does not say who we are, all."""
    named = any(reference.index is not None for reference in item.who)
    strangers = [reference.text for reference in item.who if reference.index is None]
    ours = our_side(brief)
    across = opposite(brief, item.who)
    if ours is NOBODY and not named:
        across = tuple(index for index in across if brief.officials[index].side)
    if across or strangers:
        page.heading("Opposite" if ours is not NOBODY else "Who" if named or strangers else "At the table")
        _seat(page, brief, across if named else across[:_MOST_OPPOSITE])
        for text in strangers:
            page.blocks.append(Block(page.mark(Text(text)), Text("▌ "), GUTTER + CHIP))
        if not named and len(across) > _MOST_OPPOSITE:
            page.plain(f"and {len(across) - _MOST_OPPOSITE} more")
    us = tuple(dict.fromkeys(one.index for one in item.who if one.index is not None and one.index not in across))
    if us:
        page.heading("For us")
        _seat(page, brief, us)


def _seat(page: Page, brief: Brief, officials: Sequence[int]) -> None:
    sides = sides_of(brief)
    for index in officials:
        official = brief.officials[index]
        delegation = sides.of_official(official)
        lead = Text.assemble(gutter(delegation, page.ink), chip(delegation, page.ink))
        line = Text.assemble(official.name, (f"  {official.title}" if official.title else "", page.ink["quiet"]))
        page.blocks.append(Block(page.mark(line), lead, GUTTER + CHIP, gutter(delegation, page.ink)))
