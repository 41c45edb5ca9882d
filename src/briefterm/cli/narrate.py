"""Progress for a person on stderr, so that stdout holds data alone."""

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from briefterm.archive import Archive
from briefterm.brief.safe import safe_line
from briefterm.errors import CacheError

if TYPE_CHECKING:
    from briefterm.library.refresh import Progress

_SILENT_SECONDS = 0.3


class Narrator:
    """Shows how far a refresh has come: one line, redrawn, on a terminal; nothing where it is quick or nobody looks."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._shown = False

    def report(self, progress: "Progress") -> None:
        """Show `progress`."""
        if not sys.stderr.isatty() or (not self._shown and monotonic() - self._began < _SILENT_SECONDS):
            return
        if progress.done:
            if self._shown:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            return
        self._shown = True
        text = f"reading {progress.catalogued:,} and indexing {progress.indexed:,} of {progress.total:,} briefs"
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    def waiting(self) -> None:
        """Say that another briefterm is at work."""
        print("briefterm: another briefterm is indexing this library; waiting for it", file=sys.stderr)


def up_to_date(folder: Path) -> Archive:
    """Return the archive of the library in `folder`, brought up to date; in memory where nothing can be kept."""
    archive = Archive.of(folder)
    try:
        return _refreshed(archive)
    except CacheError as error:
        return _refreshed(archive.in_memory(str(error)))


def _refreshed(archive: Archive) -> Archive:
    narrator = Narrator()
    if archive.notice:
        print(f"briefterm: {safe_line(archive.notice)}; the whole library is read each time", file=sys.stderr)
    archive.refresh(narrator.report, waiting=narrator.waiting)
    return archive
