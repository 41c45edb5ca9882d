"""What the catalogue is to remember of a brief beside its entry, made where the brief is read."""

from typing import TYPE_CHECKING

from briefterm.library import appearances, items, links, rolls
from briefterm.library.sheets import Memory

if TYPE_CHECKING:
    from briefterm.brief.reader import Reading

NOTHING = Memory()


def memory_of(reading: "Reading") -> Memory:
    """Return what is to be remembered of what a file holds; nothing where it could not be read."""
    brief = reading.brief
    if brief is None:
        return NOTHING
    topics, days = items.pack(brief)
    return Memory(rolls.pack(brief), days, links.pack(brief), appearances.pack(brief), topics)
