"""The left side: the library's list, or what a search has found."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import Entry
from briefterm.ui.text.library_rows import LibraryRows
from briefterm.ui.widgets.row_list import ItemRows, RowList

if TYPE_CHECKING:
    from briefterm.search.finder import Results
    from briefterm.ui.text.result_rows import Target

_SEARCHING = "-searching"
_HINT = "Type names or words. Every brief that has them all is shown, each with the items where they stand."


class Drawer(Container):
    """Two lists in one place. Told what to show by `fill` and `answer`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library: LibraryRows | None = None
        self._targets: tuple[Target, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the lists."""
        briefs = RowList(id="briefs", empty="Reading the library …")
        briefs.border_title = "0 Briefs"
        yield briefs
        results = RowList(id="results", empty=_HINT, active=True)
        results.border_title = "Results"
        yield results

    def fill(self, catalogue: Catalogue, *, keep: str, done: bool) -> None:
        """Show what the catalogue knows now, the cursor on the brief at path `keep`."""
        pane = self.query_one("#briefs", RowList)
        self._library = LibraryRows(catalogue, pane.ink)
        cursor = catalogue.position(keep) if keep else None
        empty = "No briefs in this folder. Put .yaml files in it and press r." if done else "Reading the library …"
        pane.show(self._library, cursor, empty=empty, keep_scroll=True)
        errors, _ = catalogue.problem_counts()
        count = f"{len(self._library):,}"
        pane.border_subtitle = f"{count} · {errors} unreadable" if errors else count

    def entry(self, key: int) -> Entry | None:
        """Return the brief in a row of the list."""
        return self._library.entry(key) if self._library is not None else None

    def entries(self) -> int:
        """Return how many briefs the list has."""
        return len(self._library) if self._library is not None else 0

    def answer(self, results: "Results") -> None:
        """Show what a search has found."""
        from briefterm.ui.text.result_rows import result_rows, targets

        pane = self.query_one("#results", RowList)
        self._targets = targets(results)
        empty = f"Nothing for {results.query}. All words must occur in one brief." if results.query.strip() else ""
        pane.show(ItemRows(result_rows(results, pane.ink)), empty=empty or _HINT)
        pane.border_subtitle = f"{results.total:,} brief{'' if results.total == 1 else 's'}"

    def target(self, key: int) -> "Target | None":
        """Return where a result leads."""
        return self._targets[key] if key < len(self._targets) else None

    @property
    def targets(self) -> "tuple[Target, ...]":
        """Where all results lead, in order."""
        return self._targets

    def search(self, on: bool) -> None:
        """Show the results, or the list again."""
        self.set_class(on, _SEARCHING)
