"""The open brief: officials, agenda, timeline and detail, linked to each other."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from briefterm.ui.ink import locale_in
from briefterm.ui.item_rows import ItemRows
from briefterm.ui.keymap import spelled
from briefterm.ui.view import LISTS, Opened, View, opening
from briefterm.ui.widgets.prose import Prose
from briefterm.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from briefterm.brief.mentions import Mentions
    from briefterm.brief.model import Brief
    from briefterm.locales import Locale
    from briefterm.personal.notes import Note
    from briefterm.search.query import Query
    from briefterm.ui.ink import Ink
    from briefterm.ui.layout import Block
    from briefterm.ui.text.marks import Marker
    from briefterm.ui.text.present import Present
    from briefterm.ui.text.signs import Signs
    from briefterm.ui.whole import WholeBrief

    MakePage = Callable[[Ink, Marker], tuple[list[Block], dict[tuple[str, int], int]]]

TITLES = {"officials": "1 Officials", "agenda": "2 Agenda", "timeline": "3 Timeline", "detail": "4 Detail"}
PAGES = {"background": "4 Background", "sources": "4 Sources", "problems": "4 Problems", "notes": "4 Notes"}
TIMED = ("agenda", "timeline")
_PAGING = "-paging"
_EMPTY = {
    "officials": "No officials in this brief. {brief.edit} opens its file: `officials:`, then `- Name, Title (IN)`.",
    "agenda": "No agenda in this brief. {brief.edit} opens its file: `agenda:`, then `- A topic`.",
    "timeline": "No timeline in this brief. {brief.edit} opens its file: `timeline:`, then `- 2023-11: An event`.",
}
_ADD = "{brief.edit} opens its file to add some, {app.back} goes back."
_NONE = "No brief is open. {pane.briefs} leads to the list of this folder, {library.open} to another folder."
_WRITE = "{note.write} writes one on the selected item, {app.back} goes back."


class Book(Container):
    """The four panes. Told what to show by `open`, `look` and `mark`; `view` is what the person has selected.

    `moment` is the clock, with the reader's zone; `present` is what was last told by it.
    """

    def __init__(self, *, id: str | None = None, moment: Callable[[], datetime]) -> None:
        super().__init__(id=id)
        self._moment = moment
        self.present: Present | None = None
        self.opened: Opened | None = None
        self.view = View()
        self._query: Query | None = None
        self._signs: dict[str, Signs] = {}
        self._pages: dict[str, tuple[str, MakePage]] = {}
        self._mentions: tuple[Brief, Mentions] | None = None
        self._vacant = False
        self.whole: WholeBrief | None = None
        """In the linear mode, the brief as one text in place of the panes."""

    def compose(self) -> ComposeResult:
        """Make the panes; the grid places them by their order."""
        for pane in LISTS:
            made = RowList(id=pane)
            made.border_title = TITLES[pane]
            yield made
        detail = Prose(id="detail")
        detail.border_title = TITLES["detail"]
        yield detail

    def linear(self, on: bool) -> "WholeBrief | None":
        """Show the brief as one text, which is returned, or in its panes again."""
        if self.whole is not None:
            self.whole.remove()
            self.whole = None
        if on:
            from briefterm.ui.whole import WholeBrief

            self.whole = WholeBrief()
            self.mount(self.whole)
        return self.whole

    def open(self, opened: Opened, view: View | None, query: "Query | None", *, again: bool = False) -> None:
        """Show another brief, or with `again` the same one as it is now, at `view` or where its reading begins."""
        self.opened = opened
        self._query = query
        if not again:
            self._signs, self._pages = {}, {}
        self.view = view or opening(opened.brief, self._moment(), whole=self.whole is not None)
        self._fill(keep_scroll=again)

    def vacate(self) -> None:
        """Say in every pane that no brief is open: there is none that could be."""
        if self.opened is None and not self._vacant:
            self._vacant = True
            self._fill()

    @property
    def vacant(self) -> bool:
        """Whether no brief is open and none could be."""
        return self._vacant and self.opened is None

    def look(self, view: View) -> None:
        """Look at another item or page of the open brief."""
        self.view = view
        if view.pane in LISTS:
            self.query_one(f"#{view.pane}", RowList).select(view.index)
        self._light()
        self._fill_detail()

    def mark(self, query: "Query | None") -> None:
        """Mark what `query` matches, or nothing."""
        if query != self._query:
            self._query = query
            self._fill(keep_scroll=True)

    def sign(self, desk: str, signs: "Signs") -> None:
        """Show the signs of a desk at the items of the open brief, in place of those it had there."""
        if signs != self._signs.get(desk, {}):
            self._signs[desk] = signs
            self._fill(keep_scroll=True)

    def offer(self, page: str, title: str, make: "MakePage") -> None:
        """Have a long page of a desk on the open brief.

        `make` gives its paragraphs, and at which of them each pane and index begins.
        """
        self._pages[page] = (title, make)
        if self.view.page == page:
            self._fill_detail(keep_scroll=True)

    @property
    def opens_here(self) -> bool:
        """Whether what is selected is under way or next on this day."""
        told = self.present
        return told is not None and any(
            (one.pane, one.index) == (self.view.pane, self.view.index) for one in told.marks
        )

    @property
    def page_title(self) -> str:
        """The title of what stands in the detail pane."""
        return str(self.query_one("#detail", Prose).border_title)

    @property
    def searched(self) -> "Query | None":
        """What the words marked were searched for by."""
        return self._query

    @property
    def marked(self) -> bool:
        """Whether words of a search are marked."""
        return self._query is not None

    def redraw(self) -> None:
        """Set everything anew: the theme or the day has changed."""
        if self.opened is not None:
            self._fill(keep_scroll=True)

    def tick(self) -> bool:
        """Tell what time it is in the panes, where that looks different; return whether it does."""
        from briefterm.ui.text.present import present

        brief = self.opened.brief if self.opened else None
        if brief is None or present(brief, self._moment(), locale_in(self.app)) == self.present:
            return False
        self._fill(TIMED, keep_scroll=True)
        return True

    def on_descendant_focus(self) -> None:
        """Select the item under the cursor of the list that is entered."""
        pane = self.screen.focused
        if (
            self.whole is None
            and isinstance(pane, RowList)
            and (pane.id != self.view.pane or self.view.page)
            and pane.current is not None
        ):
            self.look(View(pane.id or "", pane.current))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Follow the cursor: light up what belongs to the item, and say all of it in the detail pane."""
        if self.whole is None:
            self.look(View(event.list.id or "", event.key))
        elif self.whole.view is not None:
            self.look(self.whole.view)

    def linking(self, pane: Prose) -> "Marker":
        """Return what marks in a text of the open brief what was searched for, and whom it names."""
        from briefterm.brief.mentions import Mentions
        from briefterm.ui.text.names import linked

        brief, mark = self.opened.brief if self.opened else None, self._marker(pane)
        if brief is None:
            return mark
        if self._mentions is None or self._mentions[0] is not brief:
            self._mentions = (brief, Mentions(brief))
        return linked(self._mentions[1], pane.ink["name"], mark)

    def _marker(self, pane: RowList | Prose) -> "Marker":
        from briefterm.ui.text.marks import marker, unmarked

        return marker(self._query, pane.ink["hit"]) if self._query is not None else unmarked

    def _fill(self, panes: tuple[str, ...] = LISTS, *, keep_scroll: bool = False) -> None:
        from briefterm.ui.text import rows
        from briefterm.ui.text.note_blocks import BOOKMARK, noted
        from briefterm.ui.text.present import marked_now, present
        from briefterm.ui.text.signs import signed

        brief, moment = self.opened.brief if self.opened else None, self._moment()
        self.present = present(brief, moment, locale_in(self.app)) if brief is not None else None
        for name in panes:
            pane = self.query_one(f"#{name}", RowList)
            mark = self._marker(pane)
            found = []
            if brief is not None and name == "officials":
                found = rows.official_rows(brief, pane.ink, mark)
            elif brief is not None and name == "agenda":
                found = rows.agenda_rows(brief, pane.ink, mark)
            elif brief is not None:
                found = rows.timeline_rows(brief, pane.ink, mark, moment)
            cursor = self.view.index if self.view.pane == name else None
            count = sum(row.key is not None for row in found)
            bare = brief is not None and rows.unsourced(brief, name)
            pane.border_subtitle = f"{count}{' · no sources' if bare else ''}" if count else ""
            if self.present is not None:
                found = marked_now(found, name, self.present, pane.ink)
            if self.opened and self.opened.notes:
                found = noted(found, name, self.opened.notes, pane.ink)
            if self.opened and self.opened.bookmarks:
                found = noted(found, name, self.opened.bookmarks, pane.ink, BOOKMARK)
            if self._signs:
                found = signed(found, name, self._all_signs(), pane.ink)
            if cursor is None and keep_scroll:
                cursor = pane.current
            says = _EMPTY[name] if brief is not None else _NONE if self.vacant else ""
            pane.show(ItemRows(found), cursor, empty=spelled(self.app, says), keep_scroll=keep_scroll)
        self._light()
        self._fill_detail(keep_scroll=keep_scroll)

    def _all_signs(self) -> "Signs":
        places = dict.fromkeys(place for signs in self._signs.values() for place in signs)
        desks = sorted(self._signs)
        return {place: tuple(sign for desk in desks for sign in self._signs[desk].get(place, ())) for place in places}

    def _light(self) -> None:
        from briefterm.brief.sides import lit_by

        brief = self.opened.brief if self.opened else None
        if brief is None:
            return
        lit = lit_by(brief, self.view.pane, self.view.index)
        for name, keys in (("officials", lit.officials), ("agenda", lit.agenda), ("timeline", lit.timeline)):
            pane = self.query_one(f"#{name}", RowList)
            pane.light(keys)
            pane.hold(name == self.view.pane)

    def _make_room(self) -> None:
        """Say on which pane and beside which one is, for the layouts that have room for few."""
        brief = self.opened.brief if self.opened else None
        self.set_class(bool(self.view.page), _PAGING)
        for name in TIMED:
            beside = name == self.view.pane and brief is not None and self.view.index < len(getattr(brief, name))
            self.set_class(beside, f"-by-{name}")
        for name in LISTS:
            self.set_class(name == self.view.pane and not self.view.page, f"-at-{name}")

    def _fill_detail(self, *, keep_scroll: bool = False) -> None:
        from briefterm.ui.text import note_blocks, pages, sources
        from briefterm.ui.text.signs import said

        pane = self.query_one("#detail", Prose)
        self._make_room()
        pane.border_title = PAGES.get(self.view.page, TITLES["detail"])
        at = 0
        blocks: list[Block] = []
        opened = self.opened
        if self.vacant:
            blocks = [pages.said_alone(spelled(self.app, _NONE), pane.ink)]
        if opened is not None:
            mark = self.linking(pane)
            if self.view.page == "problems" or opened.brief is None:
                pane.border_title = PAGES["problems"]
                blocks = pages.problems(opened.problems, opened.path, pane.ink, opened.excerpt)
            elif self.view.page == "background":
                blocks, starts = pages.background(opened.brief, pane.ink, mark, spelled(self.app, _ADD))
                blocks += said(self._all_signs(), "title", 0, pane.ink)
                blocks += note_blocks.notes_on(opened.notes, "title", 0, pane.ink, mark, self._when_made)
                at = starts.get((self.view.pane, self.view.index), 0)
            elif self.view.page == "sources":
                blocks, at = sources.sources(
                    opened.brief, self.view.pane, self.view.index, pane.ink, mark, spelled(self.app, _ADD)
                )
            elif self.view.page == "notes":
                blocks = note_blocks.all_notes(
                    opened.brief, opened.notes, pane.ink, mark, spelled(self.app, _WRITE), self._when_made
                )
            elif self.view.page in self._pages:
                pane.border_title, make = self._pages[self.view.page]
                blocks, starts = make(pane.ink, mark)
                at = starts.get((self.view.pane, self.view.index), 0)
            else:
                blocks = self._item(opened.brief, pane, mark)
                blocks[1:1] = said(self._all_signs(), self.view.pane, self.view.index, pane.ink)
                blocks += note_blocks.notes_on(
                    opened.notes, self.view.pane, self.view.index, pane.ink, mark, self._when_made
                )
        pane.show(blocks, at=None if keep_scroll else at)
        if self.whole is not None and opened is not None:
            self.whole.tell(opened, self.present, self._all_signs(), self._query, self._moment())
            self.whole.look(self.view, blocks, None if keep_scroll else at)

    def _when_made(self, note: "Note", locale: "Locale") -> str:
        from briefterm.brief.when import shown_moment
        from briefterm.personal.readout import when_made

        brief, home = self.opened.brief if self.opened else None, self._moment().tzinfo
        if brief is None or home is None:
            return locale.date(shown_moment(note.made))
        return when_made(note, brief, home, locale)

    def _item(self, brief: "Brief", pane: Prose, mark: "Marker") -> "list[Block]":
        from briefterm.ui.text import details, pages

        make, items = {
            "officials": (details.official_detail, brief.officials),
            "agenda": (details.agenda_detail, brief.agenda),
            "timeline": (details.event_detail, brief.timeline),
        }.get(self.view.pane, (details.agenda_detail, ()))
        if self.view.index < len(items):
            return make(brief, self.view.index, pane.ink, mark)
        return pages.background(brief, pane.ink, mark, spelled(self.app, _ADD))[0]
