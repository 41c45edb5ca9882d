"""Rows of the library: two lines a brief, read from the catalogue a page at a time."""

from collections import OrderedDict
from collections.abc import Sequence, Set

from rich.cells import cell_len
from rich.text import Text

from briefterm.brief.safe import safe_line
from briefterm.library.entry import Entry
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Rows
from briefterm.ui.layout import cut
from briefterm.ui.shelf import Shelf

_PAGE = 64
_PAGES = 8
HEIGHT = 2
_BOOKMARK = "⚑"


class LibraryRows:
    """The catalogue as rows; the item of a row is its place in the list."""

    def __init__(self, catalogue: Shelf, ink: Ink, flagged: Set[str] = frozenset()) -> None:
        """`flagged` are the paths of the briefs that are bookmarked."""
        self._catalogue = catalogue
        self._flagged = flagged
        self._ink = ink
        self._count = catalogue.count()
        self._pages: OrderedDict[int, list[Entry]] = OrderedDict()

    def __len__(self) -> int:
        return self._count

    def key(self, index: int) -> int | None:
        """Return the item of a row: every row has one."""
        return index

    def find(self, key: int) -> int | None:
        """Return the row of an item."""
        return key if 0 <= key < self._count else None

    def tops(self, width: int) -> Sequence[int]:
        """Return the first line of each row."""
        return range(0, HEIGHT * (self._count + 1), HEIGHT)

    def lines(self, index: int, width: int) -> list[Text]:
        """Return a brief's title, and below it when and of what kind."""
        entry = self.entry(index)
        if entry is None:
            return [Text()] * HEIGHT
        ink = self._ink
        sign = Text("! ", ink["error"]) if entry.errors else Text("  ")
        flag = f" {_BOOKMARK}" if entry.path in self._flagged else ""
        name = cut(entry.title, width - 2 - len(flag))
        title = Text.assemble(sign, (name, "" if entry.readable else ink["error"]), (flag, ink["accent"]))
        if not entry.readable:
            return [title, Text(f"  {cut(entry.problem, width - 2)}", ink["quiet"])]
        rest = "  ".join(
            part for part in (entry.kind, ink.locale.place(entry.place, entry.countries) or entry.countries) if part
        )
        date = f"{ink.locale.date(entry.date)}  " if entry.date else ""
        if not date and not rest:
            return [title, Text(f"  {cut(safe_line(entry.path), width - 2)}", ink["quiet"])]
        facts = Text.assemble("  ", (date, ink["date"]), (cut(rest, max(1, width - 2 - cell_len(date))), ink["quiet"]))
        return [title, facts]

    def plain(self, width: int) -> Rows:
        """Return the same as plain lines."""
        from briefterm.ui.text.plain import drawn_lines

        return drawn_lines(self, width)

    def entry(self, index: int) -> Entry | None:
        """Return the entry in a row, or None where the catalogue has grown shorter meanwhile."""
        number, offset = divmod(index, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._catalogue.page(number * _PAGE, _PAGE)
            self._pages[number] = page
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        return page[offset] if offset < len(page) else None
