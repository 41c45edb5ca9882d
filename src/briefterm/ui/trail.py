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
        """Return the trail one place back, over those that are not `there` any more; the same where there is none."""
        behind = tuple(spot for spot in self.behind if there(spot))
        return Trail(behind[:-1], behind[-1], (*self._here, *self.ahead)) if behind else self

    def forward(self, there: Callable[[Spot], bool]) -> "Trail":
        """Return the trail one place on; otherwise as `back`."""
        ahead = tuple(spot for spot in self.ahead if there(spot))
        return Trail((*self.behind, *self._here), ahead[0], ahead[1:]) if ahead else self

    @property
    def _here(self) -> tuple[Spot, ...]:
        return (self.here,) if self.here else ()
