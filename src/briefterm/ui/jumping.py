"""Going to any pane or item that is on the screen by two letters: what can be gone to, and going there."""

from collections.abc import Callable, Iterator
from typing import Any

from textual.screen import Screen

from briefterm.ui.screens.jump import JumpScreen, Target
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.inked import LINEAR, Inked

_SEEN_ONLY = "Letters on the screen are for the eyes"
_NONE = "There is nothing here to jump to"


def label(screen: Screen[Any], go: Callable[[Target], object], say: Callable[[str], object]) -> None:
    """Put letters on all that can be seen on `screen`, and `go` where they lead; `say` why there are none."""
    if screen.app.has_class(LINEAR):
        say(_SEEN_ONLY)
        return
    found = tuple(targets(screen))
    if not found:
        say(_NONE)
        return
    footer = next(iter(screen.query(Keys)), None)

    def chosen(target: Target | None) -> None:
        if target is not None:
            go(target)

    screen.app.push_screen(JumpScreen(found, footer), chosen)


def targets(screen: Screen[Any]) -> Iterator[Target]:
    """Yield the panes of a screen that have a line of their own to be labelled in, then the items in sight."""
    panes = [pane for pane in screen.query(Inked) if pane.can_focus and pane.id and pane.region.area]
    for pane in panes:
        if pane.region.y < pane.content_region.y:  # without one it is the only one there is
            yield Target(pane.id or "", None, pane.region.x, pane.region.y)
    for pane in panes:
        at = pane.content_region
        for key, place in pane.in_sight():
            yield Target(pane.id or "", key, at.x + place.x, at.y + place.y)


def land(screen: Screen[Any], target: Target) -> None:
    """Give the keys to the pane of a target, and go to its item."""
    pane = screen.query_one(f"#{target.pane}", Inked)
    screen.set_focus(pane, scroll_visible=False)
    if target.key is not None:
        pane.go(target.key)
