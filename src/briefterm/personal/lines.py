"""What the readable files of the reader's own have in common: `name: value` lines, and names that tell of a brief."""

from collections.abc import Iterable
from urllib.parse import quote


def values_in(lines: Iterable[str]) -> dict[str, str]:
    """Return what lines say, by name; one that has no value says an empty one."""
    return dict(line.partition(": ")[::2] for line in lines)


def name_for(brief_id: str, longest: int) -> str:
    """Return an id as a name of a file or folder, or the first `longest` characters of it; it never begins hidden."""
    return quote(brief_id, safe=" ")[:longest].replace(".", "%2E")
