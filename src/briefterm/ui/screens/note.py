"""A note being written: over the foot of the screen, kept while one types, never lost where it cannot be written."""

import time
from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import TextArea

from briefterm.personal.notes import Draft, Note
from briefterm.ui.commands import Place, bindings
from briefterm.ui.keymap import spelled
from briefterm.ui.widgets.in_turn import in_turn

_PAUSE = 1.0  # seconds without a key after which what is written is kept
_APART = "changed elsewhere meanwhile: both are kept, this as another note · {note.close} closes"
_KEPT = (
    "kept · {note.forget} drops what you typed · {note.close} closes",
    "kept · {note.forget} drops it · {note.close} closes",
)
_BEGUN = (
    "Markdown · {note.forget} drops what you typed · {note.close} keeps it",
    "{note.forget} drops it · {note.close} keeps it",
)
_ASIDE = "emptied, and put aside: {note.lost} brings it back · {note.close} closes"
_CORNERS = 6  # cells of a border beside what is written in it
_LONGEST = 3.0  # seconds of typing after which it is kept at all events


class NoteText(TextArea):
    """The text of a note. What one of its keys does is done before the next key is taken."""

    async def on_key(self, event: Key) -> None:
        """Edit the text before the next key is taken."""
        await in_turn(self, event)


class NoteEditor(ModalScreen[None]):
    """Edits one note. `keep` has it written, `drop` has what was typed put aside, in the order asked.

    `kept` is told how that went.
    `reason` says why the text could not be written when the editor was last closed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.NOTE)]

    def __init__(
        self, draft: Draft, keep: Callable[[Draft], None], drop: Callable[[Draft], None], reason: str = ""
    ) -> None:
        super().__init__()
        self._note = note = draft.note
        self._kept = draft
        self._keep = keep
        self._drop = drop
        self._reason = reason
        self._left = False
        self._failed = bool(reason)
        self._since: float | None = None
        """When the first change was made that is not kept yet, on a clock that never goes back."""
        self._handed_over = "" if reason else note.text
        self._draft = note.text
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Make the text area."""
        area = NoteText(self._note.text, id="note", soft_wrap=True, show_line_numbers=False)
        area.cursor_blink = False
        area.border_title = Content("Note on " + (self._note.on or "the brief as a whole")).markup
        yield area

    def on_mount(self) -> None:
        """Go to the end of the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
        self.kept(self._note, self._reason)

    def on_unmount(self) -> None:
        """Keep what is written when the app ends."""
        self._write()

    def on_text_area_changed(self) -> None:
        """Keep what is written once the person pauses."""
        if self._left:
            return
        self._draft = self.query_one(TextArea).text
        if self._pause is not None:
            self._pause.stop()
        now = time.monotonic()
        self._since = self._since or now
        left = self._since + _LONGEST - now
        if left > 0:
            self._pause = self.set_timer(min(_PAUSE, left), self._write)
        else:
            self._write()

    def action_close(self) -> None:
        """Keep the note and go back."""
        self._write()
        self.dismiss()

    def action_forget(self) -> None:
        """Go back to the note as it was opened; what was typed is put aside. What cannot be written is left at that."""
        self._left = True
        self._draft = self.query_one(TextArea).text
        typed = self._draft != self._kept.before or self._kept.note.text != self._kept.before
        if typed and not self._failed:
            self._drop(self._kept.with_text(self._draft))
        self.dismiss()

    def kept(self, note: Note, reason: str) -> None:
        """Take in how writing `note` went; where it could not be written, it is tried again with the next change."""
        self._failed = bool(reason)
        if reason:
            self._handed_over = ""
            keys = spelled(self.app, "{note.close} tries again · {note.forget} leaves without")
            said = f"not kept: {reason} · {keys}"
        elif note.aside:
            said = spelled(self.app, _ASIDE)
        elif note.file == self._kept.apart:
            said = spelled(self.app, _APART)
        else:
            ways = [spelled(self.app, way) for way in (_KEPT if note.text and note.text == self._draft else _BEGUN)]
            said = next((way for way in ways if cell_len(way) <= self.app.size.width - _CORNERS), ways[-1])
        for area in self.query(TextArea):  # there is none any more while the app ends
            area.border_subtitle = Content(said).markup

    def _write(self) -> None:
        self._since = None
        if not self._left and self._draft != self._handed_over:
            self._handed_over = self._draft
            self._kept = self._kept.with_text(self._draft)
            self._keep(self._kept)
