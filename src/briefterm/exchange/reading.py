"""The formats a brief can be made of, and how a file's own is guessed."""

from importlib import import_module
from pathlib import PurePath

from briefterm.exchange.draft import Draft, UnreadError

IN = {
    "ics": "iCalendar: the events of a calendar and who attends them",
    "vcf": "vCard 3 and 4: people",
    "md": "Markdown, with front matter or without",
    "json": "our own JSON",
    "csv": "a table of people",
}
_SUFFIXES = {
    "ics": "ics", "ical": "ics", "ifb": "ics", "vcf": "vcf", "vcard": "vcf", "md": "md", "markdown": "md",
    "json": "json", "csv": "csv", "tsv": "csv",
}  # fmt: skip
_OPENINGS = ((b"BEGIN:VCALENDAR", "ics"), (b"BEGIN:VCARD", "vcf"), (b"{", "json"), (b"[", "json"), (b"---", "md"))
_MARKS = b"\xef\xbb\xbf"


def guess(data: bytes, name: str) -> str:
    """Return the format of a file by its first bytes, else by its name's suffix. Raises UnreadError."""
    start = data[:200].removeprefix(_MARKS).lstrip().upper()
    for opening, form in _OPENINGS[:2]:
        if start.startswith(opening):
            return form
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    for opening, form in _OPENINGS[2:]:
        if start.startswith(opening):
            return form
    raise UnreadError(f"neither its name nor its beginning tells what this is; say `--from` {', '.join(IN)}")


def read(data: bytes, form: str, name: str) -> list[Draft]:
    """Return the drafts in a file of a format; `name` is a title for what has none. Raises UnreadError."""
    reader = import_module(f"briefterm.exchange.readers.{form}")
    drafts: list[Draft] = reader.read(data, name)
    return drafts
