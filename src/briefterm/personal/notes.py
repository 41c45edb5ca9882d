"""Notes: each a readable file of its own. What somebody else has written into one meanwhile is never overwritten.

A file is a few `name: value` lines that say what the note is on, a line `---`, and the note in Markdown. A file without
that head is a note all the same, on the brief that its folder is named for.
"""

import contextlib
import os
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

from briefterm.atomic import alone, write_atomically
from briefterm.brief.safe import safe_line, safe_text
from briefterm.brief.when import written_moment
from briefterm.paths import private_folder
from briefterm.personal.lines import name_for, values_in

SUFFIX = ".md"
LIMIT = 8 * 1024 * 1024
_RULE = "---"
_Stamp = tuple[int, int, int, int]
_LONGEST_NAME = 120
_LONGEST_FILE = 200
_ASIDE = ".deleted"
_HEAD = ("brief", "title", "pane", "item", "on", "made", "library", "country", "beside")
_NTH = "nth"
_SETTLED = 2_000_000_000  # nanoseconds: what was changed so lately may change again within one tick of the file system


@dataclass(frozen=True, slots=True)
class Note:
    """A note. `brief` is the id of its brief and `title` that brief's title when it was made.

    `pane`, `item` and `on` are the pane, the id and the text of the item it is on, empty for the brief as a whole, and
    `nth` says which it is of several in that pane with the same text.
    `made` is local time to the minute as ISO 8601. `file` is where it lies in the folder of notes, empty until saved.
    `library` is the name of the library it was made in (see `owners`), empty where that is not known. `country` is that
    of an official. `beside` tells which items like it stood beside its own (see
    `matching.beside`). `aside` is where it lies under `.deleted`, empty where it was not put aside.
    """

    brief: str
    text: str
    title: str = ""
    pane: str = ""
    item: str = ""
    on: str = ""
    made: str = ""
    file: str = ""
    library: str = ""
    nth: int = 1
    country: str = ""
    beside: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as its writer has it. `known` are the texts they know to be in its file, or have put there.

    `before` is the text it was opened with.
    Where the file holds another, somebody else has written it: then the draft goes into the file `apart`.
    """

    note: Note
    known: frozenset[str]
    apart: str
    before: str = ""

    @classmethod
    def of(cls, note: Note) -> "Draft":
        """Return a draft that changes nothing yet of a note that has a file."""
        apart = f"{note.file.removesuffix(SUFFIX)}_{secrets.token_hex(3)}{SUFFIX}"
        return cls(note, frozenset({note.text}), apart, note.text)

    def with_text(self, text: str) -> "Draft":
        """Return this draft with another text; the one before it may be in its file by now."""
        return replace(self, note=replace(self.note, text=text), known=self.known | {self.note.text})


def keep(folder: Path, draft: Draft, now: datetime) -> Note:
    """Write a draft, and return the note it has become. Raises OSError.

    One left empty is put aside, with the longest text it had while it was written.
    """
    private_folder(folder)
    with alone(folder):
        note = draft.note if draft.note.file else begun(draft.note, now)
        there = text_in(folder / note.file)
        if there is not None and held_by_another(there, draft):
            note = replace(note, file=draft.apart)
        if note.text.strip():
            return save(folder, note, now)
        if there is None:
            return note
        fullest = max((*draft.known, there), key=lambda text: len(text.strip()))
        if fullest.strip():
            save(folder, replace(note, text=fullest), now)
        return replace(note, aside=delete(folder, note))


def emptied(folder: Path) -> list[Note]:
    """Return the notes that were put aside, the one put there last first; what cannot be read is passed over."""
    found: list[tuple[int, Note]] = []
    for file in _put_aside(folder):
        try:
            status = file.stat()
            if status.st_size > LIMIT:
                continue
            text = file.read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        note = read(text, file.name.partition("-")[2].replace("+", "/"))
        if note.text.strip():
            found.append((status.st_ctime_ns, replace(note, aside=file.name)))
    return [note for _, note in sorted(found, key=lambda one: (-one[0], one[1].aside))]


def _put_aside(folder: Path) -> list[Path]:
    try:
        return [file for file in (folder / _ASIDE).iterdir() if file.name.endswith(SUFFIX)]
    except OSError:
        return []


def bring_back(folder: Path, note: Note, now: datetime) -> Note:
    """Take a note that `emptied` has returned back to where it was, or where another is by now beside it.

    Raises OSError.
    """
    private_folder(folder)
    with alone(folder):
        taken = "/" not in note.file or (folder / note.file).exists()
        back = replace(note, aside="", file=begun(note, now).file if taken else note.file)
        put_back(folder, back, note.aside)
    return back


def save(folder: Path, note: Note, now: datetime) -> Note:
    """Write a note below `folder` and return it with its file; a new one gets a name of its own. Raises OSError."""
    note = note if note.file else begun(note, now)
    file = folder / note.file
    private_folder(file.parent)
    write_atomically(file, written(note).encode("utf-8", "replace"))
    return note


def begun(note: Note, now: datetime) -> Note:
    """Return a new note with its time and the name of its file, so that however often it is saved it stays one."""
    name = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}{SUFFIX}"
    return replace(note, made=written_moment(now), file=f"{_folder_name(note.brief)}/{name}")


def delete(folder: Path, note: Note) -> str:
    """Put a note aside, under `.deleted`, and return where it lies there, for `put_back`. Raises OSError.

    One that was never saved, or is gone already, is left at that.
    """
    aside = private_folder(folder / _ASIDE)
    name = _name_aside(note)
    with contextlib.suppress(FileNotFoundError):
        (folder / note.file).replace(aside / name)
        return name
    return ""


def lay_aside(folder: Path, note: Note) -> str:
    """Write a note under `.deleted` beside its file, and return where it lies there. Raises OSError."""
    name = _name_aside(note)
    write_atomically(private_folder(folder / _ASIDE) / name, written(note).encode("utf-8", "replace"))
    return name


def _name_aside(note: Note) -> str:
    return f"{secrets.token_hex(3)}-{note.file.replace('/', '+')[-_LONGEST_FILE:]}"


def put_back(folder: Path, note: Note, aside: str) -> None:
    """Take back a note that `delete` has put aside. Raises OSError."""
    private_folder((folder / note.file).parent)
    (folder / _ASIDE / aside).replace(folder / note.file)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Notes as they were read, with what their files and folders were like then: for reading only what has changed.

    `files` are times, size and number of each file, with the note in it if it is one; `folders` the time and the names
    of each folder. What was changed too lately to be sure is not remembered.
    """

    notes: tuple[Note, ...] = ()
    files: Mapping[str, tuple[_Stamp, Note | None]] = field(default_factory=dict)
    folders: Mapping[str, tuple[_Stamp, tuple[str, ...]]] = field(default_factory=dict)


def load(folder: Path) -> list[Note]:
    """Return every note below `folder`, the oldest first. What cannot be read is passed over, and stays where it is."""
    return list(reload(folder, Loaded()).notes)


def reload(folder: Path, before: Loaded) -> Loaded:
    """Return the notes below `folder` as `load` does, reading only what is not as it was in `before`."""
    return _Look(folder, before, time.time_ns()).loaded()


class _Look:
    """One look at a folder of notes."""

    def __init__(self, folder: Path, before: Loaded, now: int) -> None:
        self._root = os.fspath(folder)
        self._before = before
        self._settled = now - _SETTLED
        self._files: dict[str, tuple[_Stamp, Note | None]] = {}
        self._folders: dict[str, tuple[_Stamp, tuple[str, ...]]] = {}

    def loaded(self) -> Loaded:
        """Return what is there."""
        found = [
            note
            for home in self._listed("")
            for name in self._listed(home)
            if name.endswith(SUFFIX) and (note := self._note(f"{home}/{name}")) is not None
        ]
        return Loaded(tuple(sorted(found, key=lambda note: (note.made, note.file))), self._files, self._folders)

    def _listed(self, name: str) -> tuple[str, ...]:
        """The names in a folder but hidden ones; none where it is not to be listed."""
        folder = f"{self._root}/{name}"
        try:
            stamp = _stamp(folder)
            known = self._before.folders.get(name)
            names = known[1] if known and known[0] == stamp else tuple(sorted(os.listdir(folder)))  # noqa: PTH208
        except OSError:
            return ()
        if stamp[0] < self._settled:
            self._folders[name] = (stamp, names)
        return tuple(name for name in names if not name.startswith("."))

    def _note(self, name: str) -> Note | None:
        try:
            stamp = _stamp(f"{self._root}/{name}")
            known = self._before.files.get(name)
            note = known[1] if known and known[0] == stamp else self._read(name, stamp)
        except OSError:
            return None
        if stamp[0] < self._settled:
            self._files[name] = (stamp, note)
        return note

    def _read(self, name: str, stamp: _Stamp) -> Note | None:
        if stamp[2] > LIMIT:
            return None
        return read(Path(self._root, name).read_bytes().decode("utf-8", "replace"), name)


def _stamp(path: str) -> _Stamp:
    status = os.stat(path)  # noqa: PTH116 - thousands of them
    return max(status.st_mtime_ns, status.st_ctime_ns), status.st_mtime_ns, status.st_size, status.st_ino


def held_by_another(text: str, draft: Draft) -> bool:
    """Return whether the text a file holds is none that the writer of the draft knows or has put there."""
    return text not in {_as_read(known) for known in (*draft.known, draft.note.text)}


def text_in(file: Path) -> str | None:
    """Return the text of the note in a file; None where there is none."""
    try:
        return read(file.read_bytes().decode("utf-8", "replace"), file.name).text
    except FileNotFoundError:
        return None


def _as_read(text: str) -> str:
    """Return the text of a note as it is read once it has been written."""
    return read(written(Note("", text)), "").text


def written(note: Note) -> str:
    """Return the text of a note's file."""
    values = ((name, safe_line(getattr(note, name))) for name in _HEAD)
    head = "".join(f"{name}: {value}\n" for name, value in values if value)
    if note.nth > 1:
        head += f"{_NTH}: {note.nth}\n"
    return f"{head}{_RULE}\n{note.text.rstrip()}\n"


def read(text: str, file: str) -> Note:
    """Return the note in a file's text; what is no head belongs to the note."""
    brief = safe_line(unquote(file.partition("/")[0]))
    lines = text.replace("\r\n", "\n").split("\n")
    if _RULE not in lines:
        return Note(brief, safe_text(text).strip("\n"), file=file)
    at = lines.index(_RULE)
    head = values_in(lines[:at])
    nth = head.pop(_NTH, "1").strip()
    if not set(head) <= set(_HEAD):
        return Note(brief, safe_text(text).strip("\n"), file=file)
    values = {name: safe_line(value).strip() for name, value in head.items()}
    values["brief"] = values.get("brief") or brief
    values["text"] = safe_text("\n".join(lines[at + 1 :])).strip("\n")
    return Note(file=file, nth=int(nth) if re.fullmatch("[1-9][0-9]{0,4}", nth) else 1, **values)


def _folder_name(brief: str) -> str:
    """Return a brief's id as the name of one folder; long ones are cut, their notes name them in full."""
    return name_for(brief, _LONGEST_NAME) or "-"
