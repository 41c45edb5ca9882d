"""The linear mode on the screen: one pane at a time as plain lines, the terminal's own cursor on the line one is at."""

from typing import TYPE_CHECKING

from briefterm.ui.drawer import Drawer
from briefterm.ui.navigator import LISTED, SEARCHING, WIDE, Navigator
from briefterm.ui.view import LISTS, PANES, View
from briefterm.ui.widgets.inked import LINEAR
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.ui.app import BrieftermApp
    from briefterm.ui.screens.reader import Reader

SHOW, HIDE = "\x1b[?25h", "\x1b[?25l"
"""DECTCEM: the terminal's cursor can be seen, or cannot."""
BREAKPOINTS = [(0, "-narrow"), (1_000_000, "-middle"), (1_000_000, "-wide")]
_NONE = {"officials": "No officials in this brief.", "agenda": "No agenda in this brief."}


class LinearMode:
    """Turns the mode on and off, goes about the text of the brief, and says in words where one is."""

    def __init__(self, app: "BrieftermApp", screen: "Reader", navigator: Navigator) -> None:
        self._app = app
        self._screen = screen
        self._navigator = navigator
        self._origin: tuple[str, str, View] | None = None

    def turn(self, on: bool) -> None:
        """Begin the mode where one is, or end it there."""
        navigator = self._navigator
        pane = navigator.pane
        self._app.set_class(on, LINEAR)
        self._screen.set_class(on, LINEAR)
        self._narrow(on)
        whole = navigator.book.linear(on)
        if whole is not None and pane in PANES:
            self._screen.set_focus(whole, scroll_visible=False)
        elif pane in PANES:
            navigator.enter()
        self._app.tell_terminal(SHOW if on else HIDE)

    def _narrow(self, on: bool) -> None:
        """Have the screen laid out as a narrow one at any width, or by its width again."""
        screen = self._screen
        breakpoints = BREAKPOINTS if on else type(screen).HORIZONTAL_BREAKPOINTS
        screen.HORIZONTAL_BREAKPOINTS = breakpoints
        at = screen.layout_at(self._app.size.width)
        screen.update_classes({name: name == at for _, name in breakpoints}, animate=False)
        self._navigator.fit(wide=at == WIDE)

    def section(self, pane: str) -> str:
        """Go to the heading of a pane of the open brief, or to the beginning of the item; return what to say."""
        navigator, whole = self._navigator, self._navigator.book.whole
        if whole is None or navigator.brief is None:
            return "No brief is open."
        if whole.paging:
            navigator.book.look(View("title", 0, "background"))
        view = whole.section(pane) if pane in LISTS else navigator.book.view
        if view is None:
            return _NONE.get(pane, "No timeline in this brief.")
        if pane not in LISTS:
            whole.begin()
        navigator.book.look(view)
        navigator.go("detail" if view.page else view.pane)
        return ""

    def page(self, page: str) -> None:
        """Go to a long page, which may be a part of the text; where one has come by this, back to where one was."""
        navigator, view = self._navigator, self._navigator.book.view
        path = navigator.path
        origin, self._origin = self._origin, None
        if view.page == page and origin is not None and origin[:2] == (path, page):
            navigator.show(origin[2])
            return
        if navigator.book.whole is None or not navigator.book.whole.paging:
            self._origin = (path, page, view)
        elif origin is not None:
            self._origin = (path, page, origin[2])
        navigator.show(View(page, 0, page) if page == "background" else View(view.pane, view.index, page))

    def leave_page(self) -> bool:
        """Go back from a page that is not part of the text; return whether there was one."""
        whole = self._navigator.book.whole
        if whole is None or not whole.paging or self._navigator.brief is None:
            return False
        origin, self._origin = self._origin, None
        here = origin is not None and origin[0] == self._navigator.path
        view = self._navigator.book.view
        item = View(view.pane, view.index) if view.pane in LISTS else View("title", 0, "background")
        self._navigator.show(origin[2] if origin is not None and here else item)
        return True

    def step(self, step: int) -> None:
        """Go to the next heading of the brief, or the one before; from the list into the brief."""
        whole = self._navigator.book.whole
        if self._navigator.pane not in PANES:
            self._navigator.enter()
        elif whole is not None:
            whole.step_section(step)

    def moved(self) -> None:
        """Take in that the cursor has come to what another view is of."""
        view = self._navigator.book.view
        pane = view.pane if view.pane in LISTS and not view.page else "detail"
        if pane != self._navigator.pane:
            self._navigator.focused(pane)

    def says(self, happened: str) -> str:
        """Return what is said at the foot of the screen: what happened, and where one is."""
        return ". ".join(part.rstrip(".") for part in (happened, self._where()) if part)

    def _where(self) -> str:
        focused = self._screen.focused
        name = focused.id if focused is not None else ""
        drawer = self._screen.query_one(Drawer)
        if self._screen.has_class(SEARCHING):
            if isinstance(focused, RowList) and focused.current is not None and name == "facets":
                return f"Narrow the search, {focused.current + 1}"
            return f"Search, {drawer.found}" if drawer.found else "Search: type words, then the down arrow"
        if self._screen.has_class(LISTED) and name == "briefs":
            at = self._screen.query_one("#briefs", RowList).current
            return f"Briefs, {at + 1:,} of {drawer.entries():,}" if at is not None else "Briefs"
        whole = self._navigator.book.whole
        if whole is None:
            return ""
        page = self._navigator.book.page_title
        return page.lstrip("4 ") if whole.paging else whole.where
