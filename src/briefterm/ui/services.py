"""What runs beside the screen: a thread that reads briefs, one that searches, a process that indexes.

Each says what it has by a message; nothing here touches a widget.
"""

import asyncio
import json
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.message import Message

from briefterm.errors import BrieftermError

if TYPE_CHECKING:
    from pathlib import Path

    from briefterm.archive import Archive
    from briefterm.brief.model import Brief
    from briefterm.brief.reader import Reading
    from briefterm.library.refresh import Progress
    from briefterm.library.watch import Watch
    from briefterm.personal.anchors import Placed
    from briefterm.personal.notes import Note
    from briefterm.search.facets import Facet
    from briefterm.search.finder import Finder, Results
    from briefterm.ui.screens.export import Export

Request = TypeVar("Request")
_PATIENCE = 5.0


class Latest(Generic[Request]):
    """A thread that does the newest thing asked of it; what was asked before and has not begun is dropped."""

    def __init__(self, name: str, work: Callable[[Request], None]) -> None:
        self._work = work
        self._ready = threading.Condition()
        self._request: list[Request] = []
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def submit(self, request: Request) -> None:
        """Ask for `request` in place of whatever is waiting."""
        with self._ready:
            self._request = [request]
            if not self._thread.ident:
                self._thread.start()
            self._ready.notify()

    def idle(self) -> bool:
        """Return whether nothing newer has been asked for."""
        return not self._request and not self._closed

    def close(self) -> None:
        """Stop after what is being done."""
        with self._ready:
            self._closed = True
            self._ready.notify()

    def _ended(self) -> bool:
        return self._closed

    def _run(self) -> None:
        while True:
            with self._ready:
                while not self._request and not self._closed:
                    self._ready.wait()
                if self._ended():
                    return
                request = self._request.pop()
            self._work(request)


class InOrder(Latest[Request]):
    """A thread that does everything asked of it, one after another, and finishes before it is closed."""

    def submit(self, request: Request) -> None:
        """Ask for `request` after whatever is waiting; once closed, it is done at once."""
        if self._closed:
            self._work(request)
            return
        with self._ready:
            self._request.insert(0, request)
            if not self._thread.ident:
                self._thread.start()
            self._ready.notify()

    def close(self) -> None:
        """Stop once all is done."""
        super().close()
        if self._thread.ident:
            self._thread.join(_PATIENCE)

    def _ended(self) -> bool:
        return self._closed and not self._request


@dataclass
class BriefRead(Message):
    """A brief has been read. `ticket` is the number of the request."""

    ticket: int
    path: str
    reading: "Reading"
    excerpt: tuple[str, ...]
    notes: "tuple[Placed, ...]" = ()


@dataclass
class Answered(Message):
    """A search has been answered."""

    ticket: int
    results: "Results"


@dataclass
class Faceted(Message):
    """What the matches of a search have in common. `ticket` is that of its answer."""

    ticket: int
    facets: "tuple[Facet, ...]"


@dataclass
class NoteKept(Message):
    """A note has been written, or could not be: then `reason` says why, for the person."""

    note: "Note"
    reason: str = ""


@dataclass
class SearchesRead(Message):
    """The searches made lately, the newest last."""

    queries: tuple[str, ...]


@dataclass
class SearchFailed(Message):
    """A search could not be answered; `reason` is for the person."""

    ticket: int
    reason: str


@dataclass
class Refreshed(Message):
    """The library has been read further."""

    progress: "Progress"


@dataclass
class Exported(Message):
    """A brief has been written to `path` without what `left_out` names, or could not be: then `reason` says why."""

    path: "Path"
    left_out: tuple[str, ...] = ()
    reason: str = ""


@dataclass
class Changed(Message):
    """Files of the library have changed: their paths in it, folders among them."""

    paths: frozenset[str]


@dataclass
class Unkept(Message):
    """Nothing can be kept in the cache folder; `reason` is for the person."""

    reason: str


@dataclass
class RefreshFailed(Message):
    """The library could not be brought up to date; `reason` is for the person."""

    reason: str


class _ClosedError(Exception):
    """The screen has gone; what is being done for it is not wanted any more."""


@dataclass(frozen=True, slots=True)
class Read:
    """A brief to read."""

    ticket: int
    path: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A search to make: `limit` results from `offset`, above 0 for more of the same."""

    ticket: int
    text: str
    offset: int
    limit: int


class Services:
    """The workers of one screen, over one archive. `post` takes their messages and may be called from any thread."""

    def __init__(self, archive: "Archive", post: Callable[[Message], object]) -> None:
        self._archive = archive
        self._post = post
        self._finder: Finder | None = None
        self._tickets = 0
        self.reading: Latest[Read] = Latest("read", self._read)
        self.searching: Latest[Ask] = Latest("search", self._search)
        self.remembering: InOrder[str] = InOrder("remember", self._remember)
        self.keeping: InOrder[Note] = InOrder("keep", self._keep)
        self.exporting: InOrder[Export] = InOrder("export", self._export)
        self._stale = False
        self._refreshing = self._again = self._wanted_anew = self._closed = self._moved = False
        self._starting: asyncio.Future[asyncio.subprocess.Process] | None = None
        self._watch: Watch | None = None

    def read(self, path: str) -> int:
        """Ask for a brief and return the number its answer will carry."""
        self._tickets += 1
        self.reading.submit(Read(self._tickets, path))
        return self._tickets

    def ask(self, text: str, offset: int, limit: int) -> int:
        """Ask for what `text` finds, as it is being typed, and return the number its answer will carry."""
        self._tickets += 1
        self.searching.submit(Ask(self._tickets, text, offset, limit))
        return self._tickets

    def read_searches(self) -> None:
        """Ask for the searches made lately."""
        self.remembering.submit("")

    def keep_search(self, query: str) -> None:
        """Have `query` remembered among the searches made lately."""
        self.remembering.submit(query)

    def keep_note(self, note: "Note") -> None:
        """Have a note written; NoteKept says how that went."""
        self.keeping.submit(note)

    def export(self, request: "Export") -> None:
        """Have a brief written to a new file; Exported says how that went."""
        self.exporting.submit(request)

    async def close(self) -> None:
        """Stop everything. Indexing can be cut short at any moment: the next start goes on from there."""
        self._closed = True
        if self._watch is not None:
            self._watch.close()
        self.reading.close()
        self.searching.close()
        self.remembering.close()
        self.keeping.close()
        self.exporting.close()
        if self._starting is not None:
            process = await self._starting
            if process.returncode is None:
                process.kill()
                await process.wait()

    def _read(self, request: Read) -> None:
        from briefterm.ui.text.excerpt import excerpt

        library = self._archive.library
        reading = library.read(request.path)
        lines = excerpt(library.file(request.path), reading.problems[0]) if reading.brief is None else ()
        notes = self._notes(reading.brief) if reading.brief is not None else ()
        self._post(BriefRead(request.ticket, request.path, reading, lines, notes))

    def _notes(self, brief: "Brief") -> "tuple[Placed, ...]":
        catalogue = self._archive.catalogue()
        try:
            return self._archive.notebook.on(brief, catalogue)
        finally:
            catalogue.close()

    def _search(self, request: Ask) -> None:
        from briefterm.search.finder import SupersededError

        try:
            if self._finder is None or self._moved:
                self._moved = False
                self._finder = self._archive.finder()
            elif self._stale:
                self._stale = False
                self._finder.annotate(self._archive.annotations())
            results = self._finder.search(
                request.text, offset=request.offset, limit=request.limit, typing=True, wanted=self.searching.idle
            )
            self._post(Answered(request.ticket, results))
            if not request.offset:
                self._post(Faceted(request.ticket, self._finder.facets(results.parsed, wanted=self.searching.idle)))
                if self.searching.idle():
                    self._finder.warm()
        except SupersededError:
            return
        except BrieftermError as error:
            self._post(SearchFailed(request.ticket, str(error)))
        except Exception as error:  # a damaged index raises anything; the person gets a line, the index is made anew
            self._finder = None
            self._post(SearchFailed(request.ticket, f"the index could not be read ({type(error).__name__})"))

    def _keep(self, note: "Note") -> None:
        try:
            self._archive.notebook.keep(note, datetime.now())
        except OSError as error:
            self._post(NoteKept(note, error.strerror or str(error)))
        else:
            self._stale = True
            self._post(NoteKept(note))

    def _export(self, request: "Export") -> None:
        from briefterm.atomic import create
        from briefterm.exchange.formats import write

        try:
            written = write(request.brief, request.format, datetime.now(UTC).replace(microsecond=0))
            if not written.data:
                self._post(
                    Exported(request.path, reason=f"there is nothing in this brief to write as {request.format}")
                )
                return
            create(request.path, written.data)
        except FileExistsError:
            self._post(Exported(request.path, reason=f"{request.path} exists already; choose another name"))
        except OSError as error:
            self._post(Exported(request.path, reason=f"not written: {(error.strerror or str(error)).lower()}"))
        else:
            self._post(Exported(request.path.absolute(), written.left_out))

    def _remember(self, query: str) -> None:
        from briefterm import paths
        from briefterm.personal import searches

        file = paths.searches_file()
        try:
            queries = searches.add(file, query) if query else searches.load(file)
        except OSError:  # a convenience: the searches of this session are still recalled
            return
        self._post(SearchesRead(queries))

    def watch(self) -> None:
        """Have it told when files of the library change."""
        from briefterm.library.watch import Watch

        self._watch = Watch(self._archive.library.root, lambda paths: self._post(Changed(paths)))

    def use(self, archive: "Archive") -> None:
        """Read and search another archive of the same library from now on."""
        self._archive = archive
        self._moved = True

    async def refresh(self, *, anew: bool = False) -> None:
        """Bring catalogue and index up to date, with `anew` from nothing.

        In a process of its own, which keeps this one free for the keys; where nothing can be written, in a thread.
        Asked for while one is at work, it is done once more afterwards: that one may have looked already.
        """
        self._wanted_anew |= anew
        if self._refreshing:
            self._again = True
            return
        self._refreshing = self._again = True
        try:
            while self._again and not self._closed:
                self._again = False
                anew, self._wanted_anew = self._wanted_anew, False
                await (self._refresh_in_memory() if self._archive.cache is None else self._refresh_beside(anew))
        finally:
            self._refreshing = False

    async def _refresh_in_memory(self) -> None:
        loop, done = asyncio.get_running_loop(), asyncio.Event()

        def work() -> None:
            try:
                self._archive.refresh(self._report)
            except _ClosedError:
                return
            except BrieftermError as error:
                self._post(RefreshFailed(str(error)))
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(done.set)

        threading.Thread(target=work, name="refresh", daemon=True).start()
        await done.wait()

    def _report(self, progress: "Progress") -> None:
        if self._closed:
            raise _ClosedError
        self._post(Refreshed(progress))

    async def _refresh_beside(self, anew: bool) -> None:
        from briefterm.library.refresh import Progress

        root = str(self._archive.library.root)
        command = [sys.executable, "-m", "briefterm", "index", "--events", "--library", root]
        if anew:
            command.append("--rebuild")
        self._starting = asyncio.ensure_future(
            asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
        )
        process = await asyncio.shield(self._starting)
        while process.stdout is not None and (line := await process.stdout.readline()):
            said = json.loads(line)
            if "unkept" in said:
                self._post(Unkept(said["unkept"]))
                return
            self._post(Refreshed(Progress(**said)))
        status = await process.wait()
        if status > 0:
            self._post(RefreshFailed(f"indexing stopped with status {status}; press r to try again"))
