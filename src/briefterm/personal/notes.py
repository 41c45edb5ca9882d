"""Notes: each a readable file of its own, so that two briefterms never overwrite each other's, nor one a hand's edit.

A file is a few `name: value` lines that say what the note is on, a line `---`, and the note in Markdown. A file without
that head is a note all the same, on the brief that its folder is named for.
"""

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, unquote

from briefterm.atomic import write_atomically
from briefterm.brief.safe import safe_line, safe_text
from briefterm.paths import private_folder

SUFFIX = ".md"
LIMIT = 8 * 1024 * 1024
_RULE = "---"
_LONGEST_NAME = 120
_LONGEST_FILE = 200
_HEAD = ("brief", "title", "pane", "item", "on", "made")


@dataclass(frozen=True, slots=True)
class Note:
    """A note. `brief` is the id of its brief and `title` that brief's title when it was made.

    `pane`, `item` and `on` are the pane, the id and the text of the item it is on, empty for the brief as a whole.
    `made` is local time to the minute as ISO 8601. `file` is where it lies in the folder of notes, empty until saved.
    """

    brief: str
    text: str
    title: str = ""
    pane: str = ""
    item: str = ""
    on: str = ""
    made: str = ""
    file: str = ""


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
    return replace(note, made=now.strftime("%Y-%m-%dT%H:%M"), file=f"{_folder_name(note.brief)}/{name}")


def delete(folder: Path, note: Note) -> None:
    """Put a note aside, under `.deleted`, from where it can be taken back by hand. Raises OSError.

    One that was never saved, or is gone already, is left at that.
    """
    aside = private_folder(folder / ".deleted")
    name = f"{secrets.token_hex(3)}-{note.file.replace('/', '+')[-_LONGEST_FILE:]}"
    with contextlib.suppress(FileNotFoundError):
        (folder / note.file).replace(aside / name)


def load(folder: Path) -> list[Note]:
    """Return every note below `folder`, the oldest first. What cannot be read is passed over, and stays where it is."""
    return sorted(_load(folder), key=lambda note: (note.made, note.file))


def _load(folder: Path) -> Iterator[Note]:
    for home in _listed(folder):
        for file in _listed(folder / home):
            if file.endswith(SUFFIX):
                data = _data(folder / home / file)
                if data is not None:
                    yield read(data.decode("utf-8", "replace"), f"{home}/{file}")


def _listed(folder: Path) -> list[str]:
    """The names in a folder but hidden ones; none where it is not to be listed."""
    try:
        return sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        return []


def _data(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.stat().st_size <= LIMIT else None
    except OSError:
        return None


def written(note: Note) -> str:
    """Return the text of a note's file."""
    values = ((name, safe_line(getattr(note, name))) for name in _HEAD)
    head = "".join(f"{name}: {value}\n" for name, value in values if value)
    return f"{head}{_RULE}\n{note.text.rstrip()}\n"


def read(text: str, file: str) -> Note:
    """Return the note in a file's text; what is no head belongs to the note."""
    brief = safe_line(unquote(file.partition("/")[0]))
    lines = text.replace("\r\n", "\n").split("\n")
    if _RULE not in lines:
        return Note(brief, safe_text(text).strip("\n"), file=file)
    at = lines.index(_RULE)
    head = dict(line.partition(": ")[::2] for line in lines[:at])
    if not set(head) <= set(_HEAD):
        return Note(brief, safe_text(text).strip("\n"), file=file)
    values = {name: safe_line(value).strip() for name, value in head.items()}
    values["brief"] = values.get("brief") or brief
    return Note(text=safe_text("\n".join(lines[at + 1 :])).strip("\n"), file=file, **values)


def _folder_name(brief: str) -> str:
    """Return a brief's id as the name of one folder; long ones are cut, their notes name them in full."""
    return quote(brief, safe=" ")[:_LONGEST_NAME].replace(".", "%2E") or "-"
