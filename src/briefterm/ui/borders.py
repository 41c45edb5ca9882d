"""The borders between the panes of a brief: moved with the mouse or by keys, and kept for the next start."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region

from briefterm import paths

if TYPE_CHECKING:
    from textual.containers import Container
    from textual.events import MouseEvent

    from briefterm.ui.shape import Shape

_COLUMNS, _ROWS = "columns", "rows"
ALONE = "Nothing stands beside this pane."


@dataclass(frozen=True, slots=True)
class _Held:
    """A border that is being moved: which, where the mouse took it, and the shape there was."""

    name: str
    border: int
    at: int
    shape: "Shape"


class Borders:
    """Moves the borders of one `book`. What was kept is read where there is anything, and not before it is used."""

    def __init__(self, book: "Container") -> None:
        self._book = book
        self._shape: Shape | None = None
        self._held: _Held | None = None
        self._kept: Shape | None = None

    def apply(self) -> None:
        """Give the panes the sizes that hold in the layout there is now."""
        if self._shape is None and not paths.shape_file().exists():
            return
        for kind in (_COLUMNS, _ROWS):
            name = f"{self._layout} {kind}"
            shares = " ".join(f"{share}fr" for share in self._now.shares(name))
            changed = shares if name in self._now.changed else None
            if kind == _COLUMNS:
                self._book.styles.grid_columns = changed
            else:
                self._book.styles.grid_rows = changed

    def widen(self, pane: str, step: int) -> str:
        """Make a pane wider by a step, or narrower, and return what is to be said: nothing where it is seen."""
        regions = self._regions()
        lefts = sorted({region.x for region in regions.values()})
        if pane not in regions or len(lefts) < 2:
            return ALONE
        self._set(self._now.widened(f"{self._layout} {_COLUMNS}", lefts.index(regions[pane].x), step))
        return ""

    def take(self, event: "MouseEvent") -> bool:
        """Take hold of the border under the mouse; return whether there is one."""
        found = self._found(event.screen_x, event.screen_y)
        if found is not None:
            kind, border = found
            at = event.screen_x if kind == _COLUMNS else event.screen_y
            self._held = _Held(f"{self._layout} {kind}", border, at, self._now)
        return found is not None

    def drag(self, event: "MouseEvent") -> bool:
        """Move the border that is held; return whether there is one."""
        held = self._held
        if held is None:
            return False
        across = held.name.endswith(_COLUMNS)
        at, room = (event.screen_x, self._book.size.width) if across else (event.screen_y, self._book.size.height)
        self._set(held.shape.moved(held.name, held.border, round(1000 * (at - held.at) / max(1, room))))
        return True

    def drop(self) -> bool:
        """Let go of the border that is held; return whether there was one."""
        held, self._held = self._held, None
        return held is not None

    def reset(self, event: "MouseEvent") -> bool:
        """Put the borders like the one under the mouse where they were; return whether there is one."""
        found = self._found(event.screen_x, event.screen_y)
        if found is not None:
            self._set(self._now.reset(f"{self._layout} {found[0]}"))
        return found is not None

    def keep(self) -> str:
        """Write where the borders are, if they were moved; return why that could not be, for the person."""
        if self._shape is None or self._shape == self._kept:
            return ""
        from briefterm.ui.shape import save

        try:
            save(paths.shape_file(), self._shape)
        except OSError as error:
            return f"the widths of the panes are not kept: {(error.strerror or str(error)).lower()}"
        return ""

    @property
    def _layout(self) -> str:
        return "three" if self._book.screen.has_class("-wide") else "two"

    @property
    def _now(self) -> "Shape":
        if self._shape is None:
            from briefterm.ui.shape import load

            self._shape = self._kept = load(paths.shape_file())
        return self._shape

    def _set(self, shape: "Shape") -> None:
        if shape != self._now:
            self._shape = shape
            self.apply()

    def _regions(self) -> dict[str, Region]:
        """Return where the panes stand that are on the screen."""
        shown = (pane for pane in self._book.children if pane.display and pane.region)
        return {pane.id or "": pane.region for pane in shown}

    def _found(self, x: int, y: int) -> tuple[str, int] | None:
        """Return the border at a place of the screen: of columns or rows, and after which of them."""
        regions = self._regions().values()
        here = next((region for region in regions if region.contains(x, y)), None)
        if here is None:
            return None
        lefts = sorted({region.x for region in regions})
        tops = sorted({region.y for region in regions})
        for border, left in enumerate(lefts[1:]):
            if (x == left and here.x == left) or (x == left - 1 and here.right == left):
                return _COLUMNS, border
        for border, top in enumerate(tops[1:]):
            if (y == top and here.y == top) or (y == top - 1 and here.bottom == top):
                return _ROWS, border
        return None
