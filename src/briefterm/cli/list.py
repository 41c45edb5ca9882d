"""`briefterm list`: the briefs of a library, all or those a query finds, as the app lists them."""

import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from briefterm.archive import Archive
from briefterm.brief.fold import fold
from briefterm.brief.safe import safe_line
from briefterm.cli.narrate import up_to_date
from briefterm.cli.options import Parser, add_json, add_library, library_folder, parser, positive
from briefterm.cli.output import at_terminal, day_json, locale_here, path_json, print_json, print_pages
from briefterm.cli.search import add_order, narrate
from briefterm.library.catalogue import Catalogue
from briefterm.library.entry import UNDATED, Entry
from briefterm.search.finder import Paths
from briefterm.search.parse import Order

if TYPE_CHECKING:
    from rich.console import RenderableType

_COLUMNS = (("Date", "cyan", 24), ("Kind", "", 14), ("Marking", "yellow", 20), ("Id", "dim", 36))
_LEAST_TITLE, _GAP, _PART = 28, 2, 100
_NOTES = """\
Without a query the order is that of the app, the newest first; with one it is the query's. A brief that cannot be read
is listed with what is wrong.

Where stdout is no terminal, each line is one brief: id, date, title, kind and marking, with a tab between them.

Exit status 1 means that there is none."""


def command_parser() -> Parser:
    """Return the parser of `list`."""
    made = parser("list", "List the briefs of a library, all or those a query finds.", _NOTES)
    made.add_argument("query", nargs="*", metavar="QUERY", help="as in `briefterm search`; none lists all")
    add_library(made)
    add_json(made)
    add_order(made, "relevance (as the query ranks them)")
    made.add_argument("--limit", type=positive, default=sys.maxsize, metavar="N", help="at most N briefs (default all)")
    return made


def run(arguments: list[str]) -> int:
    """Print one line a brief; exit status 1 where there is none."""
    parsed = command_parser().parse_query(arguments)
    archive = up_to_date(library_folder(parsed))
    order = Order(parsed.sort) if parsed.sort else None
    catalogue = archive.catalogue()
    try:
        if parsed.query:
            found = _find(archive, parsed.query, order, 1 if parsed.count else parsed.limit)
            entries = [entry for path in found.paths if (entry := catalogue.entry(path)) is not None]
        else:
            entries = _all(catalogue, order)
            found = Paths(len(entries), ())
    finally:
        catalogue.close()
    _print(parsed.query, found, entries[: parsed.limit], as_json=parsed.json, count=parsed.count)
    return 0 if found.total else 1


def _find(archive: Archive, query: str, order: Order | None, limit: int) -> Paths:
    finder = archive.finder()
    try:
        return finder.paths(query, order=order, limit=limit)
    finally:
        finder.close()


def _all(catalogue: Catalogue, order: Order | None) -> list[Entry]:
    """Return every entry; sorted here, because what cannot be read is in no index."""
    entries = catalogue.page(0, catalogue.count())
    match order:
        case Order.OLDEST:
            dated = [entry for entry in entries if entry.first != UNDATED]
            return dated[::-1] + [entry for entry in entries if entry.first == UNDATED]
        case Order.TITLE:
            return sorted(entries, key=lambda entry: fold(entry.title))
        case _:
            return entries


def _print(query: str, found: Paths, entries: list[Entry], *, as_json: bool, count: bool) -> None:
    if as_json:
        head = {"query": query, "total": found.total}
        rest = {"suggestion": found.suggestion or None, "briefs": [_as_json(entry) for entry in entries]}
        print_json(head if count else head | rest)
        return
    narrate(found.notes, query, found.suggestion)
    if not found.total and not count:
        print(f"briefterm: {f'nothing for {safe_line(query)}' if query else 'no briefs here'}", file=sys.stderr)
    if count:
        print(found.total)
    elif at_terminal():
        print_pages(_styled(entries, get_terminal_size().columns))
    else:
        sys.stdout.writelines(_line(entry) + "\n" for entry in entries)


def _as_json(entry: Entry) -> dict[str, object]:
    """Return an entry as JSON values.

    `date` is as shown; `first` and `last` are the days it may be, null where there is none or the end is open.
    """
    values = asdict(entry)
    counts = {name: max(0, values[name]) for name in ("officials", "agenda", "timeline")}
    days = {"first": day_json(entry.first), "last": day_json(entry.last)}
    return values | days | counts | {"path": path_json(entry.path), "readable": entry.readable}


def _line(entry: Entry) -> str:
    title = entry.title if entry.readable else f"{entry.title} ({entry.problem})"
    return "\t".join((entry.id, entry.date, title, entry.kind, entry.marking))


def _styled(entries: list[Entry], width: int) -> Iterator["RenderableType"]:
    """A table where there is room for one, two lines a brief where there is not."""
    from rich.text import Text

    locale = locale_here()
    entries = [replace(entry, date=locale.date(entry.date)) for entry in entries]
    widths = _widths(entries)
    room = width - sum(widths) - _GAP * len(widths)
    if room >= _LEAST_TITLE:
        yield from _tables(entries, widths, room)
        return
    for entry in entries:
        yield Text.assemble((entry.title, "bold"), ("  " if entry.marking else "", ""), (entry.marking, "yellow"))
        if entry.problem:
            yield Text(f"  {entry.problem}", "red")
        yield Text.assemble(("  ", ""), (entry.date, "cyan"), ("  " if entry.date else "", ""), (entry.id, "dim"))


def _widths(entries: list[Entry]) -> list[int]:
    """Return the width of each column but the title's: what its widest text needs, within bounds."""
    from rich.cells import cell_len

    return [
        min(most, max(cell_len(text) for text in (name, *(getattr(entry, name.lower()) for entry in entries))))
        for name, _, most in _COLUMNS
    ]


def _tables(entries: list[Entry], widths: list[int], room: int) -> Iterator["RenderableType"]:
    """Yield one table in parts of equal columns, so that the first are on the screen while the last are being set."""
    from rich.table import Table
    from rich.text import Text

    for start in range(0, len(entries), _PART):
        table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, _GAP, 0, 0), show_header=not start)
        for (name, style, _), wide in zip(_COLUMNS, widths, strict=True):
            table.add_column(name, style=style, width=wide, overflow="fold")
            if name == "Date":
                table.add_column("Title", width=room, overflow="fold")
        for entry in entries[start : start + _PART]:
            title = Text(entry.title)
            if entry.problem:
                title.append(f"\n{entry.problem}", "red")
            table.add_row(Text(entry.date), title, Text(entry.kind), Text(entry.marking), Text(entry.id))
        yield table
