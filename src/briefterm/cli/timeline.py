"""`briefterm timeline`: the events of a whole library in time, how many there are and which."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from shutil import get_terminal_size

from briefterm.archive import Archive
from briefterm.brief.edtf import DateError, parse_when
from briefterm.cli.narrate import up_to_date
from briefterm.cli.options import Parser, add_json, add_library, library_folder, parser, positive
from briefterm.cli.output import at_terminal, counted, day_json, locale_here, path_json, print_json
from briefterm.cli.roster import Segments, print_lines
from briefterm.cli.search import narrate
from briefterm.library.entry import CANCELLED
from briefterm.library.scales import LEAST, Bucket, Scale, about
from briefterm.library.timeline import Happening, Page, Timeline
from briefterm.locales import Locale
from briefterm.search.finder import Paths

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_WIDEST, _NARROWEST, _BESIDE = 60, 10, 24
_ALL = Paths(0, ())
_SHARES = "~6 is about six: a date that names no day counts in part in each of the lines it may belong to"
_NOTES = """\
An event counts once in each stretch it is in for sure: one that lasts from the 3rd to the 10th on each of these days,
and once for its month. One dated 1974 counts for that year; by the month it is spread over twelve. So the lines may add
up to more than the number of events, which is told apart. Stretches with next to nothing in them are left out of the
text.

  briefterm timeline --by decade
  briefterm timeline who:blinken --by month --within 2023
  briefterm timeline --within 1973-10 --events

With --events the events themselves are printed: those within in order of time, then those that reach beyond.

Exit status 1 means that there is none."""


def command_parser() -> Parser:
    """Return the parser of `timeline`."""
    made = parser(
        "timeline", "Show how the events of a library lie in time, of all briefs or those a query finds.", _NOTES
    )
    made.add_argument("query", nargs="*", metavar="QUERY", help="as in `briefterm search`; none takes all briefs")
    add_library(made)
    add_json(made)
    made.add_argument(
        "--by",
        choices=[str(scale) for scale in Scale],
        default=str(Scale.YEAR),
        metavar="SCALE",
        help="a line for each decade, year (the default), month, week or day",
    )
    made.add_argument(
        "--within", type=_days, metavar="DATE", help="only this date or span: 2023, 2023-06/2023-09, 197X"
    )
    made.add_argument("--events", action="store_true", help="print the events instead of how many there are")
    made.add_argument("--limit", type=positive, default=sys.maxsize, metavar="N", help="at most N events (default all)")
    return made


def run(arguments: list[str]) -> int:
    """Print a line a stretch of time, or an event; exit status 1 where there is nothing."""
    parsed = command_parser().parse_query(arguments)
    archive = up_to_date(library_folder(parsed))
    found = _find(archive, parsed.query) if parsed.query else _ALL
    catalogue = archive.catalogue()
    try:
        timeline = Timeline(catalogue, found.paths if parsed.query else None)
        first, last = parsed.within or (timeline.first, timeline.last)
        if not parsed.json:
            narrate(found.notes, parsed.query, found.suggestion)
            _narrate(timeline)
        if parsed.events:
            return _print_events(timeline.page(catalogue, first, last, 0, parsed.limit), parsed)
        return _print_buckets(timeline, timeline.buckets(Scale(parsed.by), first, last), parsed, found)
    finally:
        catalogue.close()


def _days(text: str) -> tuple[int, int]:
    """Return the first and last day of a date, for argparse's `type`."""
    try:
        when = parse_when(text)
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return when.first.toordinal(), when.last.toordinal()


def _find(archive: Archive, query: str) -> Paths:
    finder = archive.finder()
    try:
        return finder.paths(query)
    finally:
        finder.close()


def _narrate(timeline: Timeline) -> None:
    undated = f", {timeline.undated:,} of them without a date" if timeline.undated else ""
    told = f"{counted(timeline.total, 'event')} in {counted(timeline.briefs, 'brief')}{undated}"
    print(f"briefterm: {told}", file=sys.stderr)


def _print_buckets(timeline: Timeline, buckets: list[Bucket], parsed: argparse.Namespace, found: Paths) -> int:
    full = [bucket for bucket in buckets if bucket.density >= LEAST]
    if parsed.json:
        told = {"query": parsed.query, "suggestion": found.suggestion or None, "by": parsed.by}
        counts = {"total": timeline.total, "undated": timeline.undated}
        print_json(told | counts | {"buckets": [_bucket_json(bucket) for bucket in buckets if bucket.density]})
    else:
        if any(bucket.spread >= LEAST for bucket in full):
            print(f"briefterm: {_SHARES}", file=sys.stderr)
        print_lines(_bars(full))
    return 0 if full else 1


def _bars(buckets: list[Bucket]) -> Iterator[Segments]:
    """Yield each bucket with its density as a bar, the longest for the densest."""
    most = max((bucket.density for bucket in buckets), default=0)
    room = get_terminal_size().columns - _BESIDE if at_terminal() else _WIDEST
    width = max(_NARROWEST, min(_WIDEST, room))
    blocks = _can_show(_EIGHTHS)
    digits = max((len(about(bucket.density)) for bucket in buckets), default=0)
    for bucket in buckets:
        bar = _bar(bucket.density / most * width, blocks)
        yield ((f"{bucket.name:<10} ", ""), (f"{about(bucket.density):>{digits}} ", "cyan"), (bar, "green"))


def _bar(length: float, blocks: bool) -> str:
    """Return a bar of so many cells; one that is not empty is never nothing."""
    if not blocks:
        return "#" * max(1, round(length))
    eighths = max(1, round(length * 8))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _can_show(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _print_events(page: Page, parsed: argparse.Namespace) -> int:
    if parsed.json:
        events = [_event_json(event) for event in page.events]
        print_json({"query": parsed.query, "total": page.total, "events": events})
    else:
        locale = locale_here()
        print_lines(_event(event, locale) for event in page.events)
    return 0 if page.total else 1


def _event(event: Happening, locale: Locale) -> Segments:
    marking = event.item.marking or event.entry.marking
    return (
        (f"{locale.date(event.item.date)}  ", "cyan"),
        (event.item.text, ""),
        (f"  {', '.join(event.who)}" if event.who else "", "bold"),
        (f" · {CANCELLED}" if event.item.status_in(event.entry) == CANCELLED else "", "yellow"),
        (f" · {marking}" if marking else "", "yellow"),
        (f"  {event.entry.id}, timeline {event.index + 1}", "dim"),
    )


def _bucket_json(bucket: Bucket) -> dict[str, object]:
    return {
        "name": bucket.name,
        "first": date.fromordinal(bucket.first).isoformat(),
        "last": date.fromordinal(bucket.last).isoformat(),
        "within": _rounded(bucket.within),
        "spread": _rounded(bucket.spread),
    }


def _rounded(number: float) -> int | float:
    return int(number) if number == int(number) else round(number, 6)


def _event_json(event: Happening) -> dict[str, object]:
    item = event.item
    return {
        "id": event.entry.id,
        "path": path_json(event.entry.path),
        "title": event.entry.title,
        "index": event.index,
        "date": item.date,
        "first": day_json(item.first),
        "last": day_json(item.last),
        "event": item.text,
        "place": item.place,
        "status": item.status,
        "certainty": item.certainty,
        "who": list(event.who),
        "marking": item.marking or event.entry.marking,
    }
