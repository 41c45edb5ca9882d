"""What of a brief is being looked at: light values that screen and panes pass to each other."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from briefterm.brief.model import Brief
    from briefterm.brief.problems import Problem
    from briefterm.personal.anchors import Anchor, Placed

LISTS = ("officials", "agenda", "timeline")
PANES = (*LISTS, "detail")
READING = "reading"
"""The one pane of the linear mode, which has all of the brief."""
INSIDE = (*PANES, READING)


@dataclass(frozen=True, slots=True)
class Opened:
    """A brief as it was read. `brief` is None where the file could not be read as one.

    `problems` are those of the file and of its plan, in order of lines, as `briefterm check` has them.
    """

    path: str
    brief: "Brief | None"
    problems: "tuple[Problem, ...]" = ()
    excerpt: tuple[str, ...] = ()
    notes: "tuple[Placed, ...]" = ()
    stale: str = ""
    """What to say where the file cannot be read any more, and `brief` is what it last held."""
    bookmarks: "tuple[Placed, ...]" = ()


@dataclass(frozen=True, slots=True)
class View:
    """The item selected in `pane`, or one of the long pages."""

    pane: str = "agenda"
    index: int = 0
    page: str = ""


def view_of(pane: str, index: int) -> View:
    """Return the view in which a passage found by search can be seen."""
    if pane in LISTS:
        return View(pane, index)
    return View(pane, index, page=pane if pane in ("sources", "notes") else "background")


def without_page(view: View, brief: "Brief | None") -> View:
    """Return the view of an item once a long page is left."""
    return replace(view, page="") if view.pane in LISTS else beginning(brief)


def followed(view: View, old: "Brief", new: "Brief") -> View:
    """Return the view of the same item in another version of its brief; of its neighbour where it has gone."""
    from briefterm.brief.changes import continued

    if view.pane not in LISTS:
        return view
    index = continued(old, new, view.pane).get(view.index)
    if index is None:
        count = len(getattr(new, view.pane))
        if not count:
            return beginning(new)
        index = min(view.index, count - 1)
    return replace(view, index=index)


def anchor_of(view: View, brief: "Brief | None") -> "Anchor | None":
    """Return what the item of a view is found by again; None where the view is of no item."""
    from briefterm.personal.anchors import Anchor, item_at

    item = item_at(brief, view.pane, view.index) if brief is not None else None
    return Anchor(item.pane, item.id, item.text, item.nth, item.country) if item else None


def found_again(view: View, anchor: "Anchor | None", brief: "Brief") -> View:
    """Return the view of the item that `anchor` is on in `brief` as it is now, of its neighbour where it has gone."""
    from briefterm.personal.anchors import found, items

    if view.pane not in LISTS or anchor == anchor_of(view, brief):
        return view
    item = found(anchor, tuple(items(brief))) if anchor is not None else None
    if item is not None:
        return replace(view, pane=item.pane, index=item.index)
    count = len(getattr(brief, view.pane))
    return replace(view, index=min(view.index, count - 1)) if count else beginning(brief)


def beginning(brief: "Brief | None") -> View:
    """Return where reading a brief begins: at its first topic, else its first official, else its first event."""
    if brief is None:
        return View(page="problems")
    if brief.agenda:
        return View("agenda", 0)
    if brief.officials:
        return View("officials", brief.precedence[0])
    return View("timeline", brief.chronology[0]) if brief.timeline else View(page="background")


def opening(brief: "Brief | None", moment: "datetime", *, whole: bool = False) -> View:
    """Return where a brief opens: on its day at what is under way or next, else where reading it begins.

    Read as a `whole` that is its title.
    """
    if brief is None:
        return beginning(brief)
    from briefterm.brief.now import now_in

    here = now_in(brief, moment).here
    if here:
        return View(here.pane, here.index)
    return View("title", 0, "background") if whole else beginning(brief)
