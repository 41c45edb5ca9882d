"""People and time across the library: dossiers, the directory, the timeline, related briefs."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.ink import locale_in
from briefterm.ui.view import LISTS, view_of
from briefterm.ui.workers import Latest

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.library.timeline import Scale
    from briefterm.people.directory import Sorting
    from briefterm.ui.desks.lookup import Ask, Lookup, Named
    from briefterm.ui.ink import locale_in
    from briefterm.ui.screens.lookup import LookupScreen
    from briefterm.ui.text.dossier_rows import Leads
from briefterm.ui.view import Opened

_IDLE = 0.5  # seconds after the library has been read before its people are


class PeopleDesk(Desk):
    """Opens the screens about the whole library, looks up beside them what they ask for, and leads back to briefs.

    Once the library has been read and nothing else is done, it has ready what the first of them would wait for.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._looking: Latest[Ask] = Latest("lookup", self._look)
        self._lookup: Lookup | None = None
        self._tickets = 0
        self._answered = 0
        self._arriving = ""
        self._idle: Timer | None = None

    def do(self, what: str) -> None:
        """Open one of the screens."""
        match what:
            case "dossier":
                self._choose()
            case "directory":
                from briefterm.ui.screens.directory import DirectoryScreen

                self._push(DirectoryScreen(self))
            case "timeline":
                self._open_timeline()
            case "related":
                self._open_related()

    def told(self, news: object) -> None:
        """Bring an answer to the screen that has asked."""
        from briefterm.ui.desks.lookup import NotFound
        from briefterm.ui.screens.lookup import LookupScreen

        ticket = getattr(news, "ticket", 0)
        self._answered = max(self._answered, ticket)
        for screen in self.room.app.screen_stack:
            if isinstance(screen, LookupScreen) and screen.ticket == ticket:
                if isinstance(news, NotFound):
                    screen.fail(news.reason)
                else:
                    screen.take(news)

    def opened(self, before: "Opened | None", opened: "Opened") -> None:
        """Give the keys to the item that was led to."""
        if self._arriving and self._arriving == opened.path:
            self.room.navigator.enter()
            self.room.navigator.follow_in_list()
        self._arriving = ""

    def refreshed(self) -> None:
        """Have ready what the first screen would wait for, once nothing has happened for a while."""
        if self._idle is not None:
            self._idle.stop()
        self._idle = self.room.screen.set_timer(_IDLE, self._make_ready)

    def close(self) -> None:
        """Stop looking up."""
        self._looking.close()

    # What the screens ask for

    def ask_dossier(self, who: "Named | str") -> int:
        """Ask for a dossier and return the number its answer will carry."""
        from briefterm.ui.desks.lookup import AskDossier

        return self._ask(AskDossier(self._ticket(), who, self.room.now().date()))

    def ask_people(self, line: str, sorting: "Sorting") -> int:
        """Ask for those of the directory whom `line` asks for, and return the number of the answer."""
        from briefterm.ui.desks.lookup import AskPeople

        return self._ask(AskPeople(self._ticket(), line, sorting, locale_in(self.room.app)))

    def ask_times(self, query: str, scale: "Scale", first: int, last: int) -> int:
        """Ask for the timeline around the days `first` to `last`, and return the number of the answer."""
        from briefterm.ui.desks.lookup import AskTimes

        return self._ask(AskTimes(self._ticket(), query, scale, first, last))

    def ask_related(self, path: str) -> int:
        """Ask for the briefs that belong to one, and return the number of the answer."""
        from briefterm.ui.desks.lookup import AskRelated

        return self._ask(AskRelated(self._ticket(), path))

    # Where the screens lead

    def follow(self, leads: "Leads") -> None:
        """Go where a line leads: to a person's dossier, or to an item in its brief."""
        if leads.person:
            self.open_dossier(leads.person)
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
            navigator.show(view)
            return
        self._arriving = path
        navigator.open(path, view)

    # Who and when the open brief says

    def _choose(self) -> None:
        """Show the dossier of whom the selected item is about; where there are several, ask which."""
        found = self._named()
        if not found:
            self.room.say("Nobody is named in this brief.")
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

    def _open_timeline(self) -> None:
        from briefterm.ui.screens.times import TimesScreen

        brief = self.room.navigator.brief
        dated = brief is not None and brief.date is not None and brief.date.known
        day = brief.date.first if brief is not None and brief.date is not None and dated else self.room.now().date()
        self._push(TimesScreen(self, day.toordinal()))

    def _open_related(self) -> None:
        from briefterm.ui.screens.related import RelatedScreen

        brief, path = self.room.navigator.brief, self.room.navigator.path
        if brief is None:
            self.room.say("There is no brief open.")
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

    def _look(self, ask: "Ask") -> None:
        """Look something up, in the worker's thread."""
        from briefterm.ui.desks.lookup import Lookup
        from briefterm.ui.overview import Overview

        if self._lookup is None:
            records = Overview(self.room.archive, self.room.services.finder)
            self._lookup = Lookup(records, lambda found: self.room.tell("people", found))
        self._lookup(ask)


def _who(brief: "Brief", pane: str, index: int) -> list[tuple[str, int | None]]:
    """Return whom an item names: the name as it stands there, and which official that is, if any."""
    items = brief.agenda if pane == "agenda" else brief.timeline if pane == "timeline" else ()
    if index >= len(items):
        return []
    return list(dict.fromkeys((one.text, one.index) for one in items[index].who))
