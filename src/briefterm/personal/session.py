"""Where the reader was when the app ended: a few `name: value` lines, read before the first screen stands."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from briefterm.atomic import write_atomically
from briefterm.brief.safe import safe_line
from briefterm.paths import private_folder
from briefterm.personal.lines import values_in

FILE_NAME = "session"
SEARCHING, MARKED = "open", "marked"
_TEXTS = ("id", "at", "pane", "page", "item", "on", "query", "search")
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Session:
    """A brief and the place in it.

    `path` is that of the brief in its library, `id` its id, empty in files of old. `pane` and `index` are the item
    selected, with its id and text and as the `nth` of that text, `page` the long page shown. `at` is the pane that had
    the keys, `listed` whether the library's list stood beside it. `query` was searched for last; `search` is SEARCHING
    while the search was open, MARKED while its words were marked. `scroll` is how many lines each list and text was
    scrolled by.
    """

    path: str
    at: str = ""
    pane: str = ""
    index: int = 0
    page: str = ""
    item: str = ""
    on: str = ""
    listed: bool = True
    query: str = ""
    search: str = ""
    scroll: Mapping[str, int] = field(default_factory=dict)
    id: str = ""
    nth: int = 1


def load(file: Path, root: Path) -> Session | None:
    """Return the session kept in `file` of the library in `root`; None where there is none.

    None also where its brief's file has gone and there is no id to find it by elsewhere.
    """
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - no more of it than that
            text = opened.read(_LARGEST).decode("utf-8", "replace")
        kept = values_in(text.split("\n"))
        path = os.fsdecode(unquote_to_bytes(kept.get("brief", "")))
        if not path or ".." in Path(path).parts:
            return None
        if not (root / path).is_file() and not kept.get("id"):
            return None
    except (OSError, ValueError):
        return None
    texts = {name: safe_line(kept.get(name, "")) for name in _TEXTS}
    pairs = (pair.rpartition(" ")[::2] for pair in kept.get("scroll", "").split(", "))
    scroll = {name: _number(lines) for name, lines in pairs if name}
    return Session(
        path,
        index=_number(kept.get("index", "")),
        nth=_number(kept.get("nth", "")) or 1,
        listed=kept.get("listed") == "yes",
        scroll=scroll,
        **texts,
    )


def save(file: Path, session: Session) -> None:
    """Write a session. Raises OSError."""
    values = {name: safe_line(getattr(session, name)) for name in _TEXTS}
    values["brief"] = quote_from_bytes(os.fsencode(session.path), safe="/")
    values["index"] = str(session.index)
    values["nth"] = str(session.nth) if session.nth > 1 else ""
    values["listed"] = "yes" if session.listed else "no"
    values["scroll"] = ", ".join(f"{name} {lines}" for name, lines in session.scroll.items() if lines)
    private_folder(file.parent)
    lines = (f"{name}: {value}\n" for name, value in values.items() if value)
    write_atomically(file, "".join(lines).encode("utf-8", "replace"))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else 0
