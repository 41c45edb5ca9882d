"""What is opened over the screen to write something: a note, or the brief in another format."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from briefterm.ui.navigator import Navigator

if TYPE_CHECKING:
    from textual.app import App

    from briefterm.personal.notes import Note
    from briefterm.ui.messages import Exported, NoteKept
    from briefterm.ui.screens.export import ExportScreen
    from briefterm.ui.screens.note import NoteEditor
    from briefterm.ui.services import Services


class Dialogs:
    """Opens one at a time, and hands on how the writing went. `say` tells the person."""

    def __init__(
        self, app: "App[None]", navigator: Navigator, services: "Services", say: Callable[[str], None]
    ) -> None:
        self._app = app
        self._navigator = navigator
        self._services = services
        self._say = say
        self._editor: NoteEditor | None = None
        self._exporter: ExportScreen | None = None

    def note(self, now: datetime) -> None:
        """Write a note on the selected item; on the brief as a whole from the list or one of its long pages."""
        from briefterm.personal.notebook import note_on

        opened, view = self._navigator.opened, self._navigator.book.view
        if opened is None or opened.brief is None:
            self._say("There is no brief to write a note on.")
            return
        whole = view.page or self._navigator.pane == "briefs"
        pane, index = ("title", 0) if whole else (view.pane, view.index)
        self._edit(note_on(opened.brief, pane, index, opened.notes, now))

    def note_kept(self, event: "NoteKept") -> None:
        """Take in how a note was written; one that could not be goes back to where it was typed."""
        if self._editor is not None and self._editor in self._app.screen_stack:
            self._editor.kept(event.note, event.reason)
        elif event.reason:
            self._edit(event.note, event.reason)

    def export(self) -> None:
        """Write the open brief in another format."""
        from briefterm.ui.screens.export import ExportScreen

        brief = self._navigator.brief
        if brief is None:
            self._say("There is no brief to export.")
            return
        self._exporter = ExportScreen(brief, self._services.export)
        self._app.push_screen(self._exporter, lambda said: self._say(said or ""))

    def exported(self, event: "Exported") -> None:
        """Say how an export went."""
        if self._exporter is not None and self._exporter in self._app.screen_stack:
            self._exporter.done(event)
        else:
            self._say(event.reason or f"written to {event.path}")

    def _edit(self, note: "Note", reason: str = "") -> None:
        from briefterm.ui.screens.note import NoteEditor

        self._editor = NoteEditor(note, self._services.keep_note, reason)
        self._app.push_screen(self._editor)
