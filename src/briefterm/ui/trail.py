"""Where one has been, like a browser's history: the places behind, the one where one is, those ahead."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefterm.ui.view import View

if TYPE_CHECKING:
    from briefterm.personal.anchors import Anchor

MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to come back to.

    With `anchor`, its item is found where the brief has changed meanwhile; with `id`, the brief where it was renamed.
    """

    path: str
    view: View
    pane: str
    anchor: "Anchor | None" = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """The places visited: `behind` the oldest first, `ahead` the nearest first."""

    behind: tuple[Spot, ...] = ()
    here: Spot | None = None
    ahead: tuple[Spot, ...] = ()

    def standing(self, spot: Spot) -> "Trail":
        """Return the trail of one who has moved about in the place where one is."""
        return replace(self, here=spot)

    def moved(self, old: str, new: str) -> "Trail":
        """Return the same trail once the brief at path `old` has moved to `new`."""

        def now(spot: Spot) -> Spot:
            return replace(spot, path=new) if spot.path == old else spot

        here = now(self.here) if self.here else None
        return Trail(tuple(map(now, self.behind)), here, tuple(map(now, self.ahead)))

    def visited(self, spot: Spot) -> "Trail":
        """Return the trail of one who has gone to another place; what was ahead is left."""
        return Trail((*self.behind, *self._here)[-MOST_KEPT:], spot)

    def back(self, there: Callable[[Spot], bool]) -> "Trail":
        """Return the trail one place back, over those that are not `there` now; the same where there is none.

        What is passed over keeps its place among the others: it may be there again.
        """
        at = next((at for at in reversed(range(len(self.behind))) if there(self.behind[at])), None)
        if at is None:
            return self
        return Trail(self.behind[:at], self.behind[at], (*self.behind[at + 1 :], *self._here, *self.ahead))

    def forward(self, there: Callable[[Spot], bool]) -> "Trail":
        """Return the trail one place on; otherwise as `back`."""
        at = next((at for at, spot in enumerate(self.ahead) if there(spot)), None)
        if at is None:
            return self
        return Trail((*self.behind, *self._here, *self.ahead[:at]), self.ahead[at], self.ahead[at + 1 :])

    @property
    def _here(self) -> tuple[Spot, ...]:
        return (self.here,) if self.here else ()
