"""Where in its file the parts of a brief stand."""

from briefterm.brief.changes import PANES
from briefterm.brief.model import Brief


def line_of(brief: Brief, part: str, index: int = 0) -> int:
    """Return the line, counted from 1, of an item of one of PANES or of a field of the brief; 1 where there is none.

    A line is that of the file the brief was read from. An item that is not there gives the line of its list.
    """
    items = getattr(brief, part) if part in PANES else ()
    line = items[index].line if 0 <= index < len(items) else 0
    return line or dict(brief.lines).get(part, 1)
