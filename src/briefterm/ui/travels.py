"""Getting about between briefs: jumps into a place, and back and forward through those visited."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefterm.ui.trail import Spot, Trail
from briefterm.ui.view import View, found_again

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.ui.navigator import Navigator
    from briefterm.ui.shelf import Shelf


def _nothing() -> None:
    """What is done where nothing is to be done."""


class Travels:
    """Notes which briefs are gone into to be read, however one comes there, and leads back.

    Briefs that are merely shown while the cursor passes over a list or over results are not visited. `before_jump` is
    done before one goes elsewhere; `on_visit` once a brief that is open has been gone into.
    """

    def __init__(self, navigator: "Navigator", shelf: "Shelf") -> None:
        self._navigator = navigator
        self._shelf = shelf
        self._trail = Trail()
        self._jumped = False
        self.before_jump: Callable[[], None] = _nothing
        self.on_visit: Callable[[], None] = _nothing

    @property
    def inside(self) -> bool:
        """Whether the open brief has been gone into."""
        here = self._trail.here
        return here is not None and here.path == self._navigator.path

    def jump(self, path: str, find: "Callable[[Brief], View | None] | None" = None) -> None:
        """Go into a brief, to the place that `find` says of it or where reading it begins; back leads here again."""
        self.before_jump()
        self._navigator.open(path, find=find, then=self._enter)

    def show(self, view: View) -> None:
        """Go to another place in the open brief; back leads here again."""
        self.stand()
        self._navigator.show(view)
        self._jumped = True
        self.arrive()

    def jumped(self) -> None:
        """Take in that what is gone into next is another place, though it may be in the same brief."""
        self._jumped = True

    def stand(self) -> None:
        """Take in where in the open brief one is, before it is left."""
        if self._navigator.reading and self.inside:
            self._trail = self._trail.standing(self._navigator.spot)

    def arrive(self) -> None:
        """Take in where one is, once the keys are in a pane of the brief that was asked for."""
        navigator, here = self._navigator, self._trail.here
        if not navigator.reading or not navigator.settled or navigator.brief is None:
            return
        spot = navigator.spot
        elsewhere = here is None or here.path != spot.path
        if elsewhere or (self._jumped and here is not None and here.view != spot.view):
            self._trail = self._trail.visited(spot)
        else:
            self._trail = self._trail.standing(spot)
        self._jumped = False
        if elsewhere:
            self.on_visit()

    def moved(self, old: str, new: str) -> None:
        """Take in that the file of a brief has another path now."""
        self._trail = self._trail.moved(old, new)

    def travel(self, step: int) -> bool:
        """Go back to where one was, or on again; from the list, back to where one read. Return whether one can."""
        self.stand()
        trail, here = self._trail, self._trail.here
        outside = step < 0 and not self._navigator.reading and here is not None and self._there(here)
        gone_to = trail if outside else trail.back(self._there) if step < 0 else trail.forward(self._there)
        spot = gone_to.here
        if spot is None or (gone_to is trail and not outside):
            return False
        self.before_jump()
        self._trail = gone_to
        self._navigator.open(
            spot.path,
            brief_id=spot.id,
            find=lambda brief: found_again(spot.view, spot.anchor, brief),
            then=lambda: self._return(spot),
        )
        return True

    def _there(self, spot: Spot) -> bool:
        """Return whether a brief is where it was, or somewhere under another name."""
        return self._shelf.position(spot.path) is not None or bool(spot.id and self._shelf.knows(spot.id))

    def _enter(self) -> None:
        self._jumped = True
        self._navigator.follow_in_list()
        self._navigator.enter()

    def _return(self, spot: Spot) -> None:
        self._navigator.follow_in_list()
        self._navigator.go("detail" if self._navigator.book.view.page else spot.pane)
        self.on_visit()
