"""What is looked at, or the whole brief, copied as text with its marking."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefterm.brief.safe import safe_text
from briefterm.exchange import excerpts
from briefterm.exchange.outlining import outline_of
from briefterm.exchange.writers import text
from briefterm.ui.clipboard import hand_over
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.news import Copied
from briefterm.ui.view import LISTS, View
from briefterm.ui.widgets.row_list import RowList
from briefterm.ui.workers import InOrder

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.exchange.outline import Outline

_NOTHING = "There is no item here to copy; {copy.brief} copies the brief."
_NAMES = {"officials": "official", "agenda": "topic", "timeline": "event"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to copy of a brief: all of it, its `heading`, what `view` shows, or the text `selected` with the mouse."""

    brief: "Brief"
    view: "View"
    what: str
    selected: str = ""


class CopyDesk(Desk):
    """Makes the text and hands it over beside the screen; says which way it went."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._copying: InOrder[Wanted] = InOrder("copy", lambda wanted: room.tell("copy", copied(wanted)))

    def do(self, what: str) -> None:
        """Copy the `brief` or the `item`: text that is selected before all; in the list a brief's heading."""
        navigator = self.room.navigator
        brief = navigator.brief
        selected = self.room.screen.get_selected_text() if what == "item" else ""
        if brief is None:
            self.room.say_none_open()
            return
        view, pane = navigator.book.view, self.room.screen.focused
        if isinstance(pane, RowList):  # asked of the list itself: the view follows the keys a moment later
            if pane.id == "briefs" and what == "item":
                what = "heading"
            elif pane.id in LISTS and pane.current is not None:
                view = View(pane.id, pane.current)
        self._copying.submit(Wanted(brief, view, what, selected or ""))

    def told(self, news: object) -> None:
        """Tell the terminal, and say how it went."""
        if isinstance(news, Copied):
            if news.sequence:
                self.room.app.tell_terminal(news.sequence)
            if not news.what:
                self.room.say_keys(_NOTHING)
            else:
                self.room.say(news.reason or f"copied by {news.way}: {news.what}")

    def close(self) -> None:
        """Finish what is being copied."""
        self._copying.close()


def copied(wanted: Wanted) -> Copied:
    """Copy what is `wanted`, and return how that went: where there is nothing of it, without saying what."""
    name, said = _text(wanted)
    if not said:
        return Copied("")
    handed = hand_over(said, os.environ)
    what = f"{name}, {len(said):,} characters"
    return Copied(what, handed.way, handed.sequence, handed.reason)


def _text(wanted: Wanted) -> tuple[str, str]:
    """Return what is wanted in a word, and as text; the latter is empty where there is no such thing."""
    if wanted.selected:
        marking = wanted.brief.marking
        return "text", safe_text(f"{marking}\n\n{wanted.selected}\n" if marking else f"{wanted.selected}\n")
    name, outline = _excerpt(wanted)
    return name, "" if outline is None else safe_text(text.write(outline))


def _excerpt(wanted: Wanted) -> "tuple[str, Outline | None]":
    brief, view = wanted.brief, wanted.view
    if wanted.what == "brief":
        return "brief", outline_of(brief)
    if wanted.what == "heading":
        return "heading", excerpts.heading_excerpt(brief)
    if view.page == "background":
        return "background", excerpts.prose_excerpt(brief)
    if view.page == "sources":
        return "sources", excerpts.sources_excerpt(brief)
    if view.page:
        return "", None
    return _NAMES.get(view.pane, ""), excerpts.item_excerpt(brief, view.pane, view.index)
