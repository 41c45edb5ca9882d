"""People and time across the library: dossiers, the directory, the timeline, related briefs."""

from datetime import date
from typing import TYPE_CHECKING

from textual.timer import Timer

from briefterm.library.entry import UNDATED
from briefterm.library.ordinals import days_of
from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.ink import locale_in
from briefterm.ui.view import LISTS, view_of
from briefterm.ui.workers import Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefterm.brief.mentions import Who
    from briefterm.brief.model import Brief
    from briefterm.library.scales import Scale
    from briefterm.people.directory import Person, Sorting
    from briefterm.ui.desks.lookup import Ask, Lookup, Named
    from briefterm.ui.overview import Overview
    from briefterm.ui.screens.lookup import LookupScreen
    from briefterm.ui.screens.reader import Reader
    from briefterm.ui.text.dossier_rows import Leads
    from briefterm.ui.view import Opened

_IDLE = 0.5  # seconds after the first brief stands, or the library has been read, before its people are read


class PeopleDesk(Desk):
    """Opens the screens about the whole library, looks up beside them what they ask for, and leads back to briefs.

    Once the library has been read and nothing else is done, it has ready what the first of them would wait for.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._looking: Latest[Ask] = Latest("lookup", self._look, self._put_away)
        self._lookup: Lookup | None = None
        self._records: Overview | None = None
        self._tickets = 0
        self._answered = 0
        self._arriving = ""
        self._idle: Timer | None = None

    def do(self, what: str) -> None:
        """Open one of the screens."""
        match what:
            case "dossier":
                self._choose(
                    self._named(), "Nobody is named in this brief; {people.directory} lists everybody in the library"
                )
            case "directory":
                from briefterm.ui.screens.directory import DirectoryScreen

                self._push(DirectoryScreen(self))
            case "timeline":
                self._open_timeline()
            case "calendar":
                from briefterm.ui.screens.calendar import CalendarScreen

                self._push(CalendarScreen(self, self._day))
            case "related":
                self._open_related()

    def told(self, news: object) -> None:
        """Bring an answer to the screen that has asked; follow a name; say above what is wrong in people.yaml."""
        from briefterm.ui.desks.lookup import NotFound, PeopleRead
        from briefterm.ui.desks.news import Followed
        from briefterm.ui.screens.lookup import LookupScreen

        if isinstance(news, Followed):
            self._choose(self._meant(news.who), "Nobody of this brief is named here.")
            return
        if isinstance(news, PeopleRead):
            reader: Reader = self.room.app.screen_stack[0]
            reader.people_read(news.notice)
            return
        ticket = getattr(news, "ticket", 0)
        self._answered = max(self._answered, ticket)
        for screen in self.room.app.screen_stack:
            if isinstance(screen, LookupScreen) and screen.ticket == ticket:
                if isinstance(news, NotFound):
                    screen.fail(news.reason)
                else:
                    screen.take(news)

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Give the keys to the item that was led to; at the first brief, begin to get ready."""
        if before is None:
            self._get_ready_soon()
        if self._arriving and self._arriving == opened.path:
            self.room.navigator.enter()
            self.room.navigator.follow_in_list()
        self._arriving = ""

    def refreshed(self) -> None:
        """Show in the open screens what the library says now, and get ready for the next."""
        from briefterm.ui.screens.lookup import LookupScreen

        shown = [screen for screen in self.room.app.screen_stack if isinstance(screen, LookupScreen)]
        for screen in shown:
            screen.age(on_top=screen is shown[-1])
        self._get_ready_soon()

    def _get_ready_soon(self) -> None:
        """Have ready what the first screen would wait for, once nothing has happened for a while."""
        if self._idle is not None:
            self._idle.stop()
        self._idle = self.room.screen.set_timer(_IDLE, self._make_ready)

    def close(self) -> None:
        """Stop looking up."""
        self._looking.close()

    # What the screens ask for

    def ask_dossier(self, who: "Named | str", again: "Person | None" = None) -> int:
        """Ask for a dossier and return the number its answer will carry; with `again`, for that of a person shown."""
        from briefterm.ui.desks.lookup import AskDossier

        return self._ask(AskDossier(self._ticket(), who, self.room.now(), again))

    def ask_people(self, line: str, sorting: "Sorting", keep: "Person | None" = None) -> int:
        """Ask for those of the directory whom `line` asks for, and return the number of the answer.

        It says where among them `keep` is.
        """
        from briefterm.ui.desks.lookup import AskPeople

        return self._ask(AskPeople(self._ticket(), line, sorting, keep, locale_in(self.room.app)))

    def ask_times(self, query: str, scale: "Scale", first: int, last: int) -> int:
        """Ask for the timeline around the days `first` to `last`, and return the number of the answer."""
        from briefterm.ui.desks.lookup import AskTimes

        return self._ask(AskTimes(self._ticket(), query, scale, first, last))

    def ask_days(self, query: str, day: int) -> int:
        """Ask for the calendar and what is on `day`, an ordinal, and return the number of the answer."""
        from briefterm.ui.desks.lookup import AskDays

        return self._ask(AskDays(self._ticket(), query, day))

    def ask_related(self, path: str) -> int:
        """Ask for the briefs that belong to one, and return the number of the answer."""
        from briefterm.ui.desks.lookup import AskRelated

        return self._ask(AskRelated(self._ticket(), path))

    # Where the screens lead

    def follow(self, leads: "Leads") -> None:
        """Go where a line leads: to a person's dossier, or to an item in its brief."""
        if leads.person is not None:
            self.open_dossier(leads.person.key)
        else:
            self.go(leads.path, leads.pane, leads.index)

    def open_dossier(self, who: "Named | str") -> None:
        """Show the dossier of somebody a brief names, or of the person with a key."""
        from briefterm.ui.screens.dossier import DossierScreen

        self._push(DossierScreen(self, who))

    def go(self, path: str, pane: str = "", index: int = 0) -> None:
        """Close the screens, and show an item in its brief; without `pane`, the brief where its reading begins."""
        navigator = self.room.navigator
        self.room.leave_search()
        self.room.screen.pop_until_active()
        view = view_of(pane, index) if pane else None
        if view is not None and navigator.opened is not None and navigator.opened.path == path:
            navigator.travels.show(view)
            return
        self._arriving = path
        navigator.open(path, view)

    # Who and when the open brief says

    def _choose(self, found: "list[Named]", nobody: str) -> None:
        """Show the dossier of the one found; where there are several, ask which, and where none, say so."""
        if not found:
            self.room.say_keys(nobody)
        elif len(found) == 1:
            self.open_dossier(found[0])
        else:
            from briefterm.ui.screens.which import WhichScreen

            self.room.app.push_screen(
                WhichScreen(found), lambda at: None if at is None else self.open_dossier(found[at])
            )

    def _named(self) -> "list[Named]":
        """Return the selected official, or whom the selected item names; where nobody is, everybody in the brief."""
        from briefterm.ui.desks.lookup import Named

        navigator = self.room.navigator
        opened, view = navigator.opened, navigator.book.view
        brief = opened.brief if opened else None
        if opened is None or brief is None:
            return []
        path, among = opened.path, len(brief.officials)
        on_item = navigator.pane != "briefs" and not view.page and view.pane in LISTS
        if on_item and view.pane == "officials" and view.index < among:
            return [Named(brief.officials[view.index].name, path, view.index, among)]
        who = _who(brief, view.pane, view.index) if on_item else ()
        named = [
            Named(text if index is None else brief.officials[index].name, path, index, among) for text, index in who
        ]
        return named or [Named(brief.officials[at].name, path, at, among) for at in brief.precedence]

    def _meant(self, who: "Sequence[Who]") -> "list[Named]":
        """Return those whom a text of the open brief means."""
        from briefterm.ui.desks.lookup import Named

        opened = self.room.navigator.opened
        if opened is None or opened.brief is None:
            return []
        officials = opened.brief.officials
        return [
            Named(one, opened.path, None, len(officials))
            if isinstance(one, str)
            else Named(officials[one].name, opened.path, one, len(officials))
            for one in who
            if isinstance(one, str) or one < len(officials)
        ]

    def _open_timeline(self) -> None:
        from briefterm.ui.screens.times import TimesScreen

        self._push(TimesScreen(self, self._day.toordinal()))

    @property
    def _day(self) -> date:
        """The first day that the open brief may be of; today where it does not say one, or none is open."""
        brief = self.room.navigator.brief
        first, _ = days_of(brief.date if brief is not None else None)
        return date.fromordinal(first) if first != UNDATED else self.room.now().date()

    def _open_related(self) -> None:
        from briefterm.ui.screens.related import RelatedScreen

        brief, path = self.room.navigator.brief, self.room.navigator.path
        if brief is None:
            self.room.say_none_open()
            return
        self._push(RelatedScreen(self, path, brief.title))

    def _push(self, screen: "LookupScreen") -> None:
        self.room.app.push_screen(screen)

    # The worker

    def _ticket(self) -> int:
        self._tickets += 1
        return self._tickets

    def _ask(self, ask: "Ask") -> int:
        self._looking.submit(ask)
        return ask.ticket

    def _make_ready(self) -> None:
        from briefterm.ui.desks.lookup import MakeReady

        self._idle = None
        if self._answered == self._tickets:
            self._looking.submit(MakeReady())

    def _put_away(self) -> None:
        """Give back files, in the worker's thread."""
        if self._records is not None:
            self._records.close()

    def _look(self, ask: "Ask") -> None:
        """Look something up, in the worker's thread."""
        from briefterm.ui.desks.lookup import Lookup
        from briefterm.ui.overview import Overview

        if self._lookup is None:
            self._records = Overview(self.room.archive, self.room.services.finder)
            self._lookup = Lookup(self._records, lambda found: self.room.tell("people", found))
        self._lookup(ask)


def _who(brief: "Brief", pane: str, index: int) -> list[tuple[str, int | None]]:
    """Return whom an item names: the name as it stands there, and which official that is, if any."""
    items = brief.agenda if pane == "agenda" else brief.timeline if pane == "timeline" else ()
    if index >= len(items):
        return []
    return list(dict.fromkeys((one.text, one.index) for one in items[index].who))
