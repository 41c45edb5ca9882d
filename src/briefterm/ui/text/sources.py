"""The sources of a brief: first those behind the selected item, then all of them."""

from rich.text import Text

from briefterm.brief.model import AgendaItem, Brief, Event, Official
from briefterm.ui.ink import Ink
from briefterm.ui.layout import Block
from briefterm.ui.text.details import Page
from briefterm.ui.text.marks import Marker

BEHIND = "»"


def sources(brief: Brief, pane: str, index: int, ink: Ink, mark: Marker, hint: str = "") -> tuple[list[Block], int]:
    """Return the page, and the block to begin at: that of a source which is itself what is selected.

    Where there are none, `hint` says what to do.
    """
    page = Page(ink, mark)
    item, text = _item(brief, pane, index)
    behind = {reference.index for reference in item.sources} if item is not None else set()
    if item is not None:
        page.title("Behind this line")
        page.plain(text)
        _behind(page, brief, item)
        page.heading("All sources of this brief")
    else:
        page.title("Sources")
    if not brief.sources:
        page.plain(f"This brief names no sources. {hint}".rstrip())
    at = 0
    for number, source in enumerate(brief.sources, 1):
        if (pane, index) == ("sources", number - 1):
            at = len(page.blocks) + 1
        sign = "" if item is None else f"{BEHIND} " if number - 1 in behind else "  "
        page.source(number, source, sign=sign)
    return page.blocks, at


def _item(brief: Brief, pane: str, index: int) -> tuple[Official | AgendaItem | Event | None, str]:
    """Return the selected item and its text, or nothing where none is selected."""
    if pane == "officials" and index < len(brief.officials):
        return brief.officials[index], brief.officials[index].name
    if pane == "agenda" and index < len(brief.agenda):
        return brief.agenda[index], brief.agenda[index].topic
    if pane == "timeline" and index < len(brief.timeline):
        return brief.timeline[index], brief.timeline[index].event
    return None, ""


def _behind(page: Page, brief: Brief, item: Official | AgendaItem | Event) -> None:
    """Add the sources of one item, each with how far it can be trusted."""
    if not item.sources:
        page.blocks.append(Block(Text()))
        page.plain("∅ no source is given", "warn")
    for reference, source in brief.sources_of(item):
        page.blocks.append(Block(Text()))
        if source is None or reference.index is None:
            page.blocks.append(Block(page.mark(Text(f"{reference.text} (not among the sources)")), Text("– "), 2))
            continue
        page.source(reference.index + 1, source, spaced=False)
        if not source.reliability:
            page.blocks.append(Block(Text("how reliable it is, is not said", page.ink["quiet"]), indent=4))
