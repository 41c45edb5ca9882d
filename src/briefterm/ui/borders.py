"""The borders between the panes: moved with the mouse or by keys, and kept for the next start."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region

from briefterm import paths
from briefterm.ui.drawer import LIST, RESULTS, Drawer

if TYPE_CHECKING:
    from textual.events import MouseEvent
    from textual.widget import Widget

    from briefterm.ui.shape import Shape

_COLUMNS, _ROWS = "columns", "rows"
_BESIDE = ("briefs", "results", "facets")
ALONE = "Nothing stands beside this pane."


@dataclass(frozen=True, slots=True)
class _Edge:
    """A border: what it parts, by its name in a shape, after which part it is, and how many cells the parts have."""

    name: str
    border: int
    room: int

    @property
    def lies(self) -> bool:
        """Whether it lies: what it parts stands one above the other."""
        return self.name.endswith(_ROWS)


@dataclass(frozen=True, slots=True)
class _Held:
    """A border that is being moved, where the mouse took it, and the shape there was."""

    edge: _Edge
    at: int
    shape: "Shape"


class Borders:
    """Moves the borders of all panes within `desk`. What was kept is read where there is anything, and not before."""

    def __init__(self, desk: "Widget") -> None:
        self._desk = desk
        self._shape: Shape | None = None
        self._held: _Held | None = None
        self._kept: Shape | None = None

    def apply(self) -> None:
        """Give the panes the sizes that hold in the layout there is now."""
        if self._shape is None and not paths.shape_file().exists():
            return
        book, changed, narrow = self._book, self._now.changed, self._desk.screen.has_class("-narrow")
        sizes = {kind: changed.get(f"{self._layout} {kind}") for kind in (_COLUMNS, _ROWS, LIST, RESULTS)}
        grid = {kind: " ".join(f"{share}fr" for share in sizes[kind] or ()) or None for kind in (_COLUMNS, _ROWS)}
        book.styles.grid_columns, book.styles.grid_rows = grid[_COLUMNS], grid[_ROWS]
        beside = {kind: shares[0] for kind in (LIST, RESULTS) if (shares := sizes[kind]) and not narrow}
        self._drawer.fit({kind: f"{share / 10}%" for kind, share in beside.items()})

    def widen(self, pane: str, step: int) -> str:
        """Make a pane wider by a step, or narrower, and return what is to be said: nothing where it is seen."""
        regions = self._regions()
        lefts = sorted({region.x for region in regions.values()})
        if pane in _BESIDE and self._side is not None:
            edge, column = self._side, 0
        elif pane in regions and len(lefts) > 1:
            edge, column = self._edge(_COLUMNS, 0), lefts.index(regions[pane].x)
        else:
            return ALONE
        self._set(self._begun(edge).widened(edge.name, column, step))
        return ""

    def under(self, x: int, y: int) -> _Edge | None:
        """Return the border at a place of the screen, None where there is none."""
        edges = [edge for edge, region in self._edges() if region.contains(x, y)]
        return edges[0] if edges else None

    def take(self, event: "MouseEvent") -> bool:
        """Take hold of the border under the mouse; return whether there is one."""
        edge = self.under(event.screen_x, event.screen_y)
        if edge is not None:
            self._held = _Held(edge, event.screen_y if edge.lies else event.screen_x, self._begun(edge))
        return edge is not None

    def drag(self, event: "MouseEvent") -> bool:
        """Move the border that is held; return whether there is one."""
        held = self._held
        if held is None:
            return False
        by = (event.screen_y if held.edge.lies else event.screen_x) - held.at
        thousandths = round(1000 * by / max(1, held.edge.room))
        self._set(held.shape.moved(held.edge.name, held.edge.border, thousandths))
        return True

    def drop(self) -> bool:
        """Let go of the border that is held; return whether there was one."""
        held, self._held = self._held, None
        return held is not None

    def reset(self, event: "MouseEvent") -> bool:
        """Put the borders like the one under the mouse where they were; return whether there is one."""
        edge = self.under(event.screen_x, event.screen_y)
        if edge is not None:
            self._set(self._now.reset(edge.name))
        return edge is not None

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
    def _book(self) -> "Widget":
        return self._desk.query_one("#book")

    @property
    def _drawer(self) -> Drawer:
        return self._desk.query_one(Drawer)

    @property
    def _layout(self) -> str:
        return "three" if self._desk.screen.has_class("-wide") else "two"

    @property
    def _now(self) -> "Shape":
        if self._shape is None:
            from briefterm.ui.shape import load

            self._shape = self._kept = load(paths.shape_file())
        return self._shape

    def _begun(self, edge: _Edge) -> "Shape":
        """Return the shape there is, with the list as wide as it is seen."""
        if not edge.name.endswith((LIST, RESULTS)):
            return self._now
        share = round(1000 * self._drawer.outer_size.width / max(1, edge.room))
        return self._now.begun(edge.name, (share, 1000 - share))

    def _set(self, shape: "Shape") -> None:
        if shape != self._now:
            self._shape = shape
            self.apply()

    def _edge(self, kind: str, border: int) -> _Edge:
        size = self._book.size
        return _Edge(f"{self._layout} {kind}", border, size.height if kind == _ROWS else size.width)

    @property
    def _side(self) -> _Edge | None:
        """The border between the list, or results, and the brief, where both are on the screen."""
        if not all(widget.display and widget.region.area for widget in (self._drawer, self._book)):
            return None
        return _Edge(f"{self._layout} {self._drawer.showing}", 0, self._desk.size.width)

    def _regions(self) -> dict[str, Region]:
        """Return where the panes of the brief stand that are on the screen."""
        shown = (pane for pane in self._book.children if pane.display and pane.region)
        return {pane.id or "": pane.region for pane in shown}

    def _edges(self) -> Iterator[tuple[_Edge, Region]]:
        """Yield every border with where it is: the last line of one pane and the first of the next."""
        if self._side is not None:
            yield self._side, Region(self._book.region.x - 1, self._book.region.y, 2, self._book.region.height)
        regions = self._regions().values()
        lefts, tops = (sorted(set(found)) for found in ([each.x for each in regions], [each.y for each in regions]))
        for region in regions:
            if region.x in lefts[1:]:
                yield self._edge(_COLUMNS, lefts.index(region.x) - 1), Region(region.x - 1, region.y, 2, region.height)
            if region.y in tops[1:]:
                yield self._edge(_ROWS, tops.index(region.y) - 1), Region(region.x, region.y - 1, region.width, 2)
