"""Notes, written in place."""

from typing import TYPE_CHECKING

from briefterm.ui.desks.desk import Desk, Room
from briefterm.ui.desks.news import NoteKept

if TYPE_CHECKING:
    from briefterm.personal.notes import Draft
    from briefterm.ui.screens.note import NoteEditor


class NotesDesk(Desk):
    """Opens one editor at a time, and hands it how the writing went."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._editor: NoteEditor | None = None

    def do(self, what: str) -> None:
        """Write a note on the selected item; on the brief as a whole from the list or one of its long pages."""
        from briefterm.personal.notebook import note_on
        from briefterm.personal.notes import Draft

        navigator = self.room.navigator
        opened, view = navigator.opened, navigator.book.view
        if opened is None or opened.brief is None:
            self.room.say_none_open()
            return
        library = self.room.archive().notebook.library
        whole = view.page or navigator.pane == "briefs"
        pane, index = ("title", 0) if whole else (view.pane, view.index)
        self._edit(Draft.of(note_on(opened.brief, pane, index, opened.notes, self.room.now(), library)))

    def told(self, news: object) -> None:
        """Show a note that has been written; one that could not be goes back to where it was typed."""
        from briefterm.personal.notes import Draft

        if not isinstance(news, NoteKept):
            return
        if self._editor is not None and self._editor in self.room.app.screen_stack:
            self._editor.kept(news.note, news.reason)
        elif news.reason:
            self._edit(news.draft or Draft.of(news.note), news.reason)
        if news.note.aside:
            what = "What you typed" if news.dropped else "The emptied note"
            self.room.say_keys(f"{what} is put aside: {{note.lost}} brings it back")
        if not news.reason:
            self.room.reopen()

    def _edit(self, draft: "Draft", reason: str = "") -> None:
        from briefterm.ui.screens.note import NoteEditor

        services = self.room.services
        self._editor = NoteEditor(draft, services.keep_note, services.drop_note, reason)
        self.room.app.push_screen(self._editor)
