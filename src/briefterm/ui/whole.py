"""The open brief in the linear mode: one text in reading order, gone through line by line."""

from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING

from briefterm.ui.item_rows import ItemRows, Row
from briefterm.ui.keymap import key_of
from briefterm.ui.view import READING
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from datetime import datetime

    from briefterm.search.query import Query
    from briefterm.ui.layout import Block
    from briefterm.ui.text.present import Present
    from briefterm.ui.text.reading_order import BriefRows, Whole
    from briefterm.ui.text.signs import Signs
    from briefterm.ui.view import Opened, View


class WholeBrief(RowList):
    """Shows the text of a brief, or in its place a page that is not part of it, such as its problems.

    It is told what to show by `tell`, and where to go by `go_to`; where the cursor is, it says as every list does.
    """

    def __init__(self) -> None:
        super().__init__(id=READING, empty="No brief is open.")
        self._told: tuple[object, ...] = ()
        self._text: BriefRows | None = None
        self._shown: Whole | None = None
        self._page = ""
        self._query: Query | None = None

    def tell(
        self,
        opened: "Opened",
        told: "Present | None",
        signs: "Signs",
        query: "Query | None",
        moment: "datetime",
    ) -> None:
        """Take in the brief that is open and all that is to be said of it; the cursor stays on its line."""
        now = (opened, told, dict(signs), query, self.ink)
        if opened.brief is None:
            self._text, self._told = None, ()
            return
        before = self._told[0] if self._told else None
        if before is opened and self._told[1:] == now[1:]:
            return
        from briefterm.personal.readout import own_of
        from briefterm.personal.ticks import Ticked
        from briefterm.ui.text.marks import marker
        from briefterm.ui.text.reading_order import TOP, BriefRows, about_file, beside

        said = beside(opened.brief, told, signs, opened.bookmarks, moment) if told is not None else {}
        said = {**said, TOP: (*about_file(opened, key_of(self.app, "text.problems")), *said.get(TOP, ()))}
        mark = marker(query, self.ink["hit"]) if query is not None else None
        again = getattr(before, "path", None) == opened.path
        self._told, self._query = now, query
        own = own_of(opened.notes, Ticked(), opened.brief, moment.tzinfo or UTC)
        self._text = BriefRows(opened.brief, own, said, self.ink, mark)
        if self._page:
            self._text.plain(self._text_width)
        else:
            self._lay_out(again)

    def look(self, view: "View", blocks: "Sequence[Block]", at: int | None) -> None:
        """Go to what a view is of. Where that is not part of the text, show `blocks` from the one numbered `at` on."""
        text = self._text
        if text is not None and self._page and self._in_text(view):
            self._page = ""
            self._lay_out(False)
        key = text.whole.key_of(view) if text is not None else None
        if key is None or text is None or not self._in_text(view):
            self._page = view.page or "problems"
            rows = ItemRows([Row(number, (block,)) for number, block in enumerate(blocks)])
            cursor = at if at is not None else self.current
            self.show(rows, cursor, keep_scroll=at is None)
        elif self.current != key:
            self.go_to(key)

    def _in_text(self, view: "View") -> bool:
        """Whether what a view is of is a part of the text."""
        return self._text is not None and (not view.page or self._text.whole.key_of(view) is not None)

    def go_to(self, key: int) -> None:
        """Put the cursor on the line a place begins with; where words are marked, on the first that has any."""
        if self._text is None:
            return
        whole = self._text.whole
        line = whole.begin(key)
        if self._query is not None:
            mine = (at for at in range(line, len(whole.lines)) if whole.keys[at] == key)
            line = next((at for at in mine if self._rows.lines(at, self._text_width)[0].spans), line)
        self._stand(line)

    def section(self, pane: str) -> "View | None":
        """Put the cursor on the heading of a pane and return its view; None where the brief has none of it."""
        line = self._text.whole.section(pane) if self._text is not None else None
        if line is None or self._text is None:
            return None
        self._stand(line)
        return self.view

    def begin(self) -> None:
        """Put the cursor on the line that the item under it begins with."""
        if self._text is not None and self.current is not None and not self._page:
            self._stand(self._text.whole.begin(self.current))

    def step_section(self, step: int) -> None:
        """Go to the next heading, or the one before, as the person does."""
        if self._text is not None and not self._page:
            line = self._text.whole.step(self._cursor, step)
            if not self.in_view(line):
                self.jump(line)
            self._move(line)

    @property
    def paging(self) -> bool:
        """Whether a page is shown in place of the text."""
        return bool(self._page)

    @property
    def view(self) -> "View | None":
        """What the line under the cursor is of; None on a page that is not part of the text."""
        key = self.current
        return self._text.whole.view_at(key) if self._text is not None and key is not None and not self._page else None

    @property
    def where(self) -> str:
        """Where the cursor is, in words: with the item's own where the cursor is further down in it."""
        if self._text is None or self._page:
            return ""
        at = self._text.whole.where(self._cursor)
        item = self._text.whole.heading_of(self._cursor)
        return f"{at}: {item}" if item else at

    def fit(self) -> None:
        """Set the text anew, the cursor as far down in its item as it was."""
        if self._text is None or self._page:
            super().fit()
            return
        if self._plain_at != self._text_width:
            self._lay_out(True)
        self._measure()
        if not self.in_view(self._cursor):
            self.jump(self._cursor)

    def _lay_out(self, again: bool) -> None:
        """Show the text; with `again` the cursor stays as far down in its item as it was, else it is at the top."""
        if self._text is None:
            return
        key, row, before = self.current, self._cursor, self._shown
        if not again or key is None or before is None:
            self.show(self._text)
            self._shown = self._text.whole
            return
        above = row - self.scroll_offset.y
        self._given = self._text
        self._lay()
        self._shown = self._text.whole
        self._cursor = self._within(self._shown.again(before.places[key]), row - before.begin(key))
        self._measure()
        self.jump(self._cursor - above)
        if not self.in_view(self._cursor):
            self.jump(self._cursor)
        self.refresh()

    def _within(self, key: int, offset: int) -> int:
        """Return the line so far below the first of an item, as far as the item goes; above it are its headings."""
        if self._shown is None:
            return self._selectable(0, 1)
        begin = self._shown.begin(key)
        row = max(0, min(begin + offset, len(self._rows) - 1))
        while row != begin and (self._rows.key(row) != key or self._selectable(row, 1) != row):
            row -= 1 if offset > 0 else -1
        return row

    def _stand(self, line: int) -> None:
        if line != self._cursor:
            before, self._cursor = self._cursor, line
            if self.in_view(line):
                self.refresh_lines_of(before, line)
            else:
                self.jump(line)
                self.refresh()
