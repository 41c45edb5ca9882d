"""A note whose writer drops what was typed: it is again as it was opened, and the typed text is put aside."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from briefterm.atomic import alone
from briefterm.paths import private_folder
from briefterm.personal.notes import Draft, Note, held_by_another, lay_aside, save, text_in


@dataclass(frozen=True, slots=True)
class Dropped:
    """A draft whose writer drops it."""

    draft: Draft


def drop(folder: Path, draft: Draft) -> Note:
    """Give the note of a draft the text it was opened with, and put aside what was typed since, as `emptied` finds it.

    Return the note with where that lies, nowhere if nothing was typed. A file that holds what somebody else has written
    stays as it is. What was typed is aside before any file is changed. Raises OSError.
    """
    private_folder(folder)
    with alone(folder):
        beside = (folder / draft.apart).exists()
        note = replace(draft.note, file=draft.apart) if beside else draft.note
        before = "" if beside else draft.before
        typed = note.text if note.text.strip() else max(draft.known, key=lambda text: len(text.strip()))
        aside = lay_aside(folder, replace(note, text=typed)) if typed.strip() and typed != draft.before else ""
        there = text_in(folder / note.file)
        if there is None or not held_by_another(there, draft):
            _set(folder, replace(note, text=before))
        return replace(note, text=before, aside=aside)


def _set(folder: Path, note: Note) -> None:
    """Write a note into its file, or remove that where the note is empty."""
    file = folder / note.file
    if not note.text.strip():
        file.unlink(missing_ok=True)
    elif text_in(file) != note.text:
        save(folder, note, datetime.min)
