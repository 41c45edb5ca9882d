"""What the reader has of their own on a brief, set out with it: the read-out after a meeting.

Nothing of it is in an outline unless it is given; what cannot hold it says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefterm.exchange.outline import Block, Item, Part, Passage, Run
from briefterm.exchange.prose import blocks, bullets
from briefterm.exchange.written import counted

WHOLE = ("title", 0)
EDITION = "with the reader's notes"


@dataclass(frozen=True, slots=True)
class Remark:
    """A note of the reader's, in Markdown. `made` says when; `was_on` is the text of the item it was on, now gone."""

    text: str
    made: str = ""
    was_on: str = ""


@dataclass(frozen=True)
class Own:
    """Notes by pane and index, those on the brief itself at WHOLE; when topics were ticked off, by index.

    `gone` are the texts of topics that were ticked off and are not there any more, each with when.
    """

    remarks: Mapping[tuple[str, int], tuple[Remark, ...]] = field(default_factory=dict)
    done: Mapping[int, str] = field(default_factory=dict)
    gone: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.remarks or self.done or self.gone)

    @property
    def counts(self) -> str:
        """How much there is: `2 notes and 1 tick`; empty where there is nothing."""
        notes = sum(map(len, self.remarks.values()))
        ticks = len(self.done) + len(self.gone)
        parts = (counted(notes, "note") if notes else "", counted(ticks, "tick") if ticks else "")
        return " and ".join(part for part in parts if part)


NOTHING = Own()


def attached(item: Item, own: Own, pane: str, index: int) -> Item:
    """Return an item of the outline, now known by its place, with what is the reader's own on it.

    That is when it was done, then the notes.
    """
    item = replace(item, place=(pane, index))
    when = own.done.get(index, "") if pane == "agenda" else ""
    remarks = own.remarks.get((pane, index), ())
    if not when and not remarks:
        return item
    facts = (("Done", when), *item.facts) if when else item.facts
    return replace(item, facts=facts, passages=(*item.passages, *map(_passage, remarks)))


def own_part(own: Own) -> Iterator[Part]:
    """Yield the chapter of what is on the brief as a whole, and of what was on items that have gone."""
    passages = [_passage(remark) for remark in own.remarks.get(WHOLE, ())]
    if own.gone:
        passages.append(
            Passage("Done, and no longer on the agenda", bullets([f"{text}: {at}" for text, at in own.gone]))
        )
    if passages:
        yield Part("The reader's notes", passages=tuple(passages), place=WHOLE)


def lines_kept(text: str) -> str:
    """Return a note as Markdown whose lines stay lines, as whoever wrote it in a hurry meant them."""
    return "  \n".join(line.rstrip() for line in text.split("\n"))


def _passage(remark: Remark) -> Passage:
    head = ". ".join(part for part in (remark.made, f"It was on: {remark.was_on}" if remark.was_on else "") if part)
    dated = (Block((Run(head, emphasis=True),)),) if head else ()
    return Passage("Own note", (*dated, *blocks(lines_kept(remark.text))))
