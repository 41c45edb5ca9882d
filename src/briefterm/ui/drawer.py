"""The left side: the library's list, or what a search has found."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from briefterm.library.entry import Entry
from briefterm.ui.item_rows import ItemRows
from briefterm.ui.keymap import key_of, spelled
from briefterm.ui.shelf import Shelf
from briefterm.ui.text.library_rows import LibraryRows
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.library.refresh import Progress
    from briefterm.search.facets import Facet
    from briefterm.search.finder import Results
    from briefterm.ui.text.facet_rows import Choice
    from briefterm.ui.text.result_rows import Target
    from briefterm.ui.text.years import Years
    from briefterm.ui.widgets.year_bars import YearBars

LIST, RESULTS = "list", "results"
_SEARCHING, _NONE, _LOW = "-searching", "-none", "-low"
_LOWEST = 20  # lines of the list that leave room for the years below it
_ALIKE = "Nothing sets the matches apart. {results.leave} goes to the bar."
_EMPTY = (
    "No briefs in this folder. Put .yaml files in it and press {library.refresh}: `briefterm new > first.yaml` writes "
    "one to begin with. {library.open} opens another folder."
)


class Drawer(Container):
    """Lists in one place. Told what to show by `fill`, `answer` and `offer`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library: LibraryRows | None = None
        self._shelf: Shelf | None = None
        self._flagged: frozenset[str] = frozenset()
        self._targets: tuple[Target, ...] = ()
        self._choices: tuple[Choice, ...] = ()
        self._years: YearBars | None = None
        self._widths: Mapping[str, str] = {}
        self.gap: int | None = None
        """The row that the open brief had, where it has left the list; the one that followed it is there now."""
        self.found = ""
        """How much a search has found, in words; empty where nothing was asked."""

    def compose(self) -> ComposeResult:
        """Make the library's list; those of a search are made when one is opened."""
        briefs = RowList(id="briefs", empty="Reading the library …")
        briefs.border_title = "0 Briefs"
        yield briefs

    def fill(self, catalogue: Shelf, *, keep: str, done: bool) -> None:
        """Show what the catalogue knows now, the cursor on the brief at path `keep`, or where that was."""
        pane = self.query_one("#briefs", RowList)
        self._shelf = catalogue
        self._library = LibraryRows(catalogue, pane.ink, self._flagged)
        cursor = self._place(pane.current, catalogue.position(keep) if keep else None, keep)
        empty = spelled(self.app, _EMPTY) if done else "Reading the library …"
        pane.show(self._library, cursor, empty=empty, keep_scroll=True)
        pane.astray = self.gap is not None
        errors, _ = catalogue.problem_counts()
        count = f"{len(self._library):,}"
        pane.border_subtitle = f"{count} · {errors} unreadable" if errors else count
        self.point()

    def _place(self, before: int | None, position: int | None, path: str) -> int | None:
        """Return the row for the cursor, which was at `before`, once the brief at `path` is at `position`."""
        if position is not None or not path:
            self.gap = None
            return position
        if self.gap is None:
            self.gap = before
        return min(self.gap, self.entries() - 1) if self.gap is not None and self.entries() else None

    def plot(self, years: "Years") -> None:
        """Show below the list how many briefs there are of each year."""
        if self._years is None:
            from briefterm.ui.widgets.year_bars import YearBars

            self._years = YearBars(self._to_year, id="years")
            self.mount(self._years, after="#briefs")
        self._years.show(years)
        self.point()

    def point(self) -> None:
        """Mark the year of the brief under the cursor of the list."""
        if self._years is not None:
            entry = self.current
            self._years.point(date.fromordinal(entry.first).year if entry is not None and entry.first else None)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Follow the cursor in the years."""
        if event.list.id == "briefs":
            self.point()

    def _to_year(self, year: int) -> None:
        """Go to the newest brief of a year or before."""
        if self._years is not None:
            self.query_one("#briefs", RowList).go(self._years.years.after(year))

    def on_resize(self) -> None:
        """Leave the room to the list where there is little."""
        self.set_class(self.size.height < _LOWEST, _LOW)

    def flag(self, paths: frozenset[str]) -> None:
        """Sign the briefs at these paths as bookmarked."""
        if paths != self._flagged and self._shelf is not None:
            self._flagged = paths
            pane = self.query_one("#briefs", RowList)
            self._library = LibraryRows(self._shelf, pane.ink, paths)
            pane.show(self._library, pane.current, keep_scroll=True)

    def entry(self, key: int) -> Entry | None:
        """Return the brief in a row of the list."""
        return self._library.entry(key) if self._library is not None else None

    @property
    def current(self) -> Entry | None:
        """The brief under the cursor of the list."""
        key = self.query_one("#briefs", RowList).current
        return self.entry(key) if key is not None else None

    def entries(self) -> int:
        """Return how many briefs the list has."""
        return len(self._library) if self._library is not None else 0

    def answer(self, results: "Results", earlier: tuple[str, ...], progress: "Progress | None", *, keep: bool) -> None:
        """Show what a search has found, or without a query how to ask; with `keep`, the cursor stays on its result.

        `progress` says how much of the library could be searched.
        """
        from briefterm.ui.text.result_rows import found_so_far, nothing_rows, result_rows, targets
        from briefterm.ui.text.search_help import search_help

        pane = self.query_one("#results", RowList)
        asked = bool(results.query.strip())
        before = self.target(pane.current) if keep and pane.current is not None else None
        self._targets = targets(results) if asked else ()
        if not asked:
            rows = search_help(earlier, pane.ink, key_of(self.app, "results.up"))
        elif results.hits:
            rows = result_rows(results, pane.ink)
        else:
            rows = nothing_rows(results, progress, pane.ink, key_of(self.app, "search.leave"))
        cursor = self._targets.index(before) if before in self._targets else None
        pane.show(ItemRows(rows), cursor, keep_scroll=cursor is not None)
        self.found = found_so_far(results, progress) if asked else ""
        pane.border_subtitle = self.found
        if not asked:
            self.offer((), 0)

    def offer(self, facets: "tuple[Facet, ...]", total: int) -> None:
        """Offer values to narrow the search to; the cursor stays on the choice it is on."""
        from briefterm.ui.text.facet_rows import facet_rows

        pane = self.query_one("#facets", RowList)
        before = self._choices[pane.current] if pane.current is not None and self._choices else None
        rows, self._choices = facet_rows(facets, total, pane.ink)
        cursor = self._choices.index(before) if before in self._choices else None
        pane.show(ItemRows(rows), cursor, empty=spelled(self.app, _ALIKE))
        pane.set_class(not rows and not pane.has_focus, _NONE)

    def target(self, key: int) -> "Target | None":
        """Return where a result leads."""
        return self._targets[key] if key < len(self._targets) else None

    @property
    def shown(self) -> "Target | None":
        """Where the result under the cursor leads."""
        pane = self.query("#results").first(RowList)
        return self.target(pane.current) if pane.current is not None else None

    def choice(self, key: int) -> "Choice | None":
        """Return what the search is narrowed to by a row of the facets."""
        return self._choices[key] if key < len(self._choices) else None

    @property
    def targets(self) -> "tuple[Target, ...]":
        """Where all results lead, in order."""
        return self._targets

    @property
    def stops(self) -> tuple[str, ...]:
        """The lists of a search that the keys can go to."""
        return ("results", "facets") if self._choices else ("results",)

    async def search(self) -> None:
        """Show the results in place of the list."""
        if not self.query("#results"):
            results, facets = RowList(id="results", active=True), RowList(id="facets")
            results.border_title, facets.border_title = "Results", "Narrow"
            facets.add_class(_NONE)
            await self.mount(results, facets)
        self._turn(True)

    def leave_search(self) -> None:
        """Show the list in place of the results."""
        self._turn(False)

    @property
    def showing(self) -> str:
        """Which lists it shows: those of a search, or the library's."""
        return RESULTS if self.has_class(_SEARCHING) else LIST

    def fit(self, widths: "Mapping[str, str]") -> None:
        """Be as wide as `widths` says of what it is showing, as the style sheet says where that is nothing."""
        self._widths = widths
        self.styles.width = widths.get(self.showing)

    def _turn(self, searching: bool) -> None:
        self.set_class(searching, _SEARCHING)
        self.fit(self._widths)
