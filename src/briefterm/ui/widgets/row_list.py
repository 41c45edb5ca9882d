"""A list drawn through the line API: its cost is that of the rows on the screen, however many there are."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from briefterm.ui.commands import Place, bindings
from briefterm.ui.item_rows import ItemRows, Rows
from briefterm.ui.layout import Block
from briefterm.ui.widgets.inked import InkedScroll


class RowList(InkedScroll):
    """A list with a cursor. Says where the cursor is by messages; is told what to show by `show` and `light`.

    In the linear mode its rows are plain lines, and the cursor stands on every one of them that is not empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LIST)]

    @dataclass
    class Moved(Message):
        """The person has moved the cursor to the item `key`."""

        list: "RowList"
        key: int

        @property
        def control(self) -> "RowList":
            return self.list

    @dataclass
    class Chosen(Message):
        """The person has chosen the item `key`."""

        list: "RowList"
        key: int

        @property
        def control(self) -> "RowList":
            return self.list

    def __init__(self, *, id: str | None = None, empty: str = "", active: bool = False, can_focus: bool = True) -> None:
        """With `active`, the cursor is drawn as with focus though the keys go elsewhere.

        Where they never come here, not after a click either, `can_focus` is false.
        """
        super().__init__(id=id)
        self.can_focus = can_focus
        self._active = active
        self._given: Rows = ItemRows()
        self._rows: Rows = self._given
        self._plain_at = 0
        self._cursor = -1
        self.astray = False
        """Whether another item than the one under the cursor is shown: to go to this one is a move, then."""
        self._lit: frozenset[int] = frozenset()
        self._selected = True
        self._empty = empty
        self._says: tuple[str, int, list[Text]] = ("", 0, [])

    def show(
        self, rows: Rows, cursor: int | None = None, *, empty: str | None = None, keep_scroll: bool = False
    ) -> None:
        """Show other rows with the cursor on the item `cursor`, or on the first there is."""
        self._given = rows
        self._lay()
        rows = self._rows
        self._led = False
        self.unselect()
        if empty is not None:
            self._empty = empty
        self._lit = frozenset()
        found = rows.find(cursor) if cursor is not None else None
        self._cursor = found if found is not None else self._selectable(0, 1)
        self._measure()
        if not keep_scroll:
            self.jump(0)
        self._reveal()
        self.refresh()

    def light(self, keys: frozenset[int]) -> None:
        """Light up the items that belong to what is selected elsewhere."""
        if keys != self._lit:
            self._lit = keys
            self.refresh()

    def hold(self, selected: bool) -> None:
        """Say whether the item under the cursor is what is selected; without focus, only then the cursor is seen."""
        if selected != self._selected:
            self._selected = selected
            self.refresh()

    def select(self, key: int) -> None:
        """Put the cursor on the item `key`, without saying so."""
        found = self._rows.find(key)
        self.astray = False
        if found is not None and found != self._cursor:
            self._cursor = found
            self._reveal()
            self.refresh()

    def go(self, key: int) -> None:
        """Move the cursor to the item `key`, as the person does."""
        found = self._rows.find(key)
        if found is not None:
            self._move(found)

    def in_sight(self) -> Iterator[tuple[int, Offset]]:
        """Yield the items that begin on the screen, each with its place there."""
        tops = self._rows.tops(self._text_width)
        first = self.scroll_offset.y
        if not len(self._rows):
            return
        for row in range(max(0, bisect_right(tops, first) - 1), len(self._rows)):
            line = tops[row] - first
            if line >= self.scrollable_content_region.height:
                return
            key = self._rows.key(row)
            if line >= 0 and key is not None:
                yield key, Offset(0, line)

    def action_cursor(self, step: int) -> None:
        """Move the cursor by so many items, as far as there are any; in the linear mode by lines."""
        if self.come():
            return
        row = self._cursor
        for _ in range(abs(step)):
            found = self._selectable(row + (1 if step > 0 else -1), step)
            if found < 0:
                break
            row = found
        self._move(row)

    def action_item_step(self, step: int) -> None:
        """Move the cursor to where the next item begins, or the one before, so many times."""
        if self.come():
            return
        for _ in range(abs(step)):
            row, key = self._cursor, self.current
            while (row := self._selectable(row + (1 if step > 0 else -1), step)) >= 0:
                begins = self._selectable(row - 1, -1)
                if self._rows.key(row) != (key if step > 0 else self._key(begins)):
                    break
            if row < 0:
                self._move(self._cursor)
                return
            if self.linear and not self.in_view(row):
                self.jump(row)
            self._move(row)

    def action_page(self, step: int) -> None:
        """Move the cursor by a screenful."""
        self.come()
        tops = self._rows.tops(self._text_width)
        if not len(self._rows):
            return
        target = tops[self._cursor] + step * max(1, self.scrollable_content_region.height - 1)
        row = min(len(self._rows) - 1, max(0, bisect_right(tops, target) - 1))
        if row == self._cursor:
            row += step
        found = self._selectable(row, step)
        self._move(found if found >= 0 else self._selectable(row, -step))

    def action_end(self, step: int) -> None:
        """Move the cursor to the first or the last item."""
        self._move(self._selectable(0 if step < 0 else len(self._rows) - 1, -step))

    def action_item(self, number: int) -> None:
        """Move the cursor to an item by its number, which counts from 1; to the last where there are fewer."""
        row = self._selectable(0, 1)
        for _ in range(number - 1):
            following = self._selectable(row + 1, 1)
            while following >= 0 and self._rows.key(following) == self._rows.key(row):
                following = self._selectable(following + 1, 1)
            if following < 0:
                break
            row = following
        self._move(row)

    def action_choose(self) -> None:
        """Say that the item under the cursor is chosen."""
        if self.current is not None:
            self.post_message(self.Chosen(self, self.current))

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse is; choose on a double click."""
        offset = event.get_content_offset(self)
        if offset is None or self.screen.selections:  # the end of a drag over text
            return
        tops = self._rows.tops(self._text_width)
        row = bisect_right(tops, offset.y + self.scroll_offset.y) - 1
        if 0 <= row < len(self._rows) and self._selectable(row, 1) == row:
            self._move(row)
            if event.chain > 1:
                self.action_choose()

    def fit(self) -> None:
        """Set the text anew and keep the cursor in sight."""
        if self.linear and self._plain_at != self._text_width:
            key = self.current
            self._lay()
            found = self._rows.find(key) if key is not None else None
            self._cursor = found if found is not None else self._selectable(0, 1)
        self._measure()
        self._reveal()

    def notify_style_update(self) -> None:
        """Draw in the new theme."""
        super().notify_style_update()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        tops = self._rows.tops(self._text_width)
        hint = self.hint_line(y, tops[-1] if len(self._rows) else self._empty_height(width), width)
        if hint is not None:
            return hint
        if not len(self._rows):
            return self._empty_line(y, width)
        row = bisect_right(tops, line) - 1
        if row >= len(self._rows) or line >= tops[-1]:
            return Strip.blank(width, self.base)
        lines = self._rows.lines(row, self._text_width)
        under = None
        if row == self._cursor and (self._selected or self.has_focus):
            under = self.ink["cursor" if self.has_focus or self._active else "cursor-quiet"]
        elif self._rows.key(row) in self._lit:
            under = self.ink["lit"]
        return self.selectable(lines[line - tops[row]], line, width, under)

    def text_at(self, line: int) -> Text:
        """Return the text of a line."""
        tops = self._rows.tops(self._text_width)
        row = bisect_right(tops, line) - 1
        return self._rows.lines(row, self._text_width)[line - tops[row]] if 0 <= row < len(self._rows) else Text()

    @property
    def _text_width(self) -> int:
        """Cells a row may fill: one is left free at the right, so that text never touches the border."""
        return max(8, self.scrollable_content_region.width - 1)

    def _lay(self) -> None:
        """Set the rows given as they are shown: as plain lines in the linear mode."""
        self._rows = self._given
        if self.linear:
            self._plain_at = self._text_width
            self._rows = self._given.plain(self._plain_at)

    @property
    def cursor_line(self) -> int | None:
        """The line the cursor is on."""
        if 0 <= self._cursor < len(self._rows):
            return self._rows.tops(self._text_width)[self._cursor]
        return 0

    @property
    def at_first(self) -> bool:
        """Whether the cursor cannot go further up."""
        return self._selectable(self._cursor - 1, -1) < 0

    def _empty_line(self, y: int, width: int) -> Strip:
        if not self._empty:
            return Strip.blank(width, self.base)
        lines = self._empty_lines(width)
        if y >= len(lines):
            return Strip.blank(width, self.base)
        return self.strip_of(lines[y], width, self.ink["quiet"])

    def _empty_lines(self, width: int) -> list[Text]:
        if self._says[:2] != (self._empty, width):
            margin = 0 if self.linear else 1
            block = Block(Text(self._empty), indent=margin, lead=Text(" " * margin))
            self._says = (self._empty, width, block.lines(width - 1))
        return self._says[2]

    def _empty_height(self, width: int) -> int:
        return len(self._empty_lines(width)) if self._empty else 0

    def _measure(self) -> None:
        width = self._text_width
        self.set_height(self._rows.tops(width)[-1] if len(self._rows) else 0)

    @property
    def current(self) -> int | None:
        """The item under the cursor."""
        return self._key(self._cursor)

    def _key(self, row: int) -> int | None:
        return self._rows.key(row) if 0 <= row < len(self._rows) else None

    def _selectable(self, row: int, step: int) -> int:
        """Return the first row from `row` on, going by `step`, that the cursor can stand on; -1 where there is none."""
        linear = self.linear
        while 0 <= row < len(self._rows):
            if self._rows.lines(row, self._text_width)[0] if linear else self._rows.key(row) is not None:
                return row
            row += 1 if step > 0 else -1
        return -1

    def _move(self, row: int) -> None:
        if row < 0 or (row == self._cursor and not self.astray):
            self._reveal_edge()
            return
        before, key = self._cursor, None if self.astray else self.current
        self.astray = False
        self._cursor = row
        self._reveal()
        if self.linear:
            self.refresh_lines_of(before, row)
        else:
            self.refresh()
        if self.current is not None and self.current != key:
            self.post_message(self.Moved(self, self.current))

    def _reveal(self) -> None:
        if 0 <= self._cursor < len(self._rows):
            tops = self._rows.tops(self._text_width)
            first = tops[self._cursor]
            above = 0 if self._selectable(self._cursor - 1, -1) >= 0 else first
            top = first - above
            region = Region(0, top, 1, min(tops[self._cursor + 1] - top, max(1, self.scrollable_content_region.height)))
            self.scroll_to_region(region, animate=False, force=True)

    def _reveal_edge(self) -> None:
        """At the first or last item, show the headings or rules beyond it."""
        tops = self._rows.tops(self._text_width)
        if not len(self._rows) or self._cursor < 0:
            return
        if self._selectable(self._cursor + 1, 1) < 0:
            self.jump(tops[-1])
        elif self._selectable(self._cursor - 1, -1) < 0:
            self.jump(0)
