"""What runs beside the screen: threads that read briefs, search, and write what is the person's own.

Each says what it has by a message; nothing here touches a widget.
"""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from briefterm import config
from briefterm.errors import BrieftermError
from briefterm.ui.desks.news import NoteKept
from briefterm.ui.messages import (
    Answered,
    BriefRead,
    Changed,
    Faceted,
    OwnChanged,
    Rested,
    SearchesRead,
    SearchFailed,
    Told,
)
from briefterm.ui.refresher import Refresher
from briefterm.ui.workers import InOrder, Latest

if TYPE_CHECKING:
    from briefterm.archive import Archive
    from briefterm.brief.model import Brief
    from briefterm.library.watch import Watch
    from briefterm.personal.anchors import Placed
    from briefterm.personal.dropped import Dropped
    from briefterm.personal.notes import Draft
    from briefterm.search.finder import Finder
    from briefterm.search.query import Query

REST = 0.1
"""Seconds without a key after which no more is being typed."""


@dataclass(frozen=True, slots=True)
class Read:
    """A brief to read, at `path` or where the one with its id lies by now; `last` is what that last held."""

    ticket: int
    path: str
    id: str = ""
    last: "Brief | None" = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A search to make: `limit` results from `offset`, above 0 for more of the same."""

    ticket: int
    text: str
    offset: int
    limit: int


class Services:
    """The workers of one screen, over one archive. `post` takes their messages.

    It may be called from any thread, and so may `today`, which says which day it is.
    """

    def __init__(self, archive: "Archive", post: Callable[[Message], object], today: Callable[[], date]) -> None:
        self._today = today
        self._archive = archive
        self._post = post
        self._finder: Finder | None = None
        self._lending = threading.Lock()
        self._tickets = 0
        self.reading: Latest[Read] = Latest("read", self._read)
        self.searching: Latest[Ask] = Latest("search", self._search)
        self.remembering: InOrder[str] = InOrder("remember", self._remember)
        self.keeping: InOrder[Draft | Dropped] = InOrder("keep", self._keep)
        self._unfaceted: tuple[int, Query] | None = None
        """The newest search, as long as it is not known what its matches have in common."""
        self._stale = self._moved = self._closed = False
        self._refresher = Refresher(archive, post)
        self._watch: Watch | None = None
        self._own: Watch | None = None

    def read(self, path: str, brief_id: str = "", last: "Brief | None" = None) -> int:
        """Ask for a brief and return the number its answer will carry.

        With `brief_id`, the answer is of the brief with that id where its file has gone from `path`. `last` is what the
        file last held: the notes are those on that where it cannot be read any more.
        """
        self._tickets += 1
        self.reading.submit(Read(self._tickets, path, brief_id, last))
        return self._tickets

    def ask(self, text: str, offset: int, limit: int) -> int:
        """Ask for what `text` finds, as it is being typed, and return the number its answer will carry."""
        self._tickets += 1
        self.searching.submit(Ask(self._tickets, text, offset, limit))
        return self._tickets

    def unask(self) -> None:
        """Have the search that is being made stopped: another will be asked for."""
        self.searching.drop()

    def read_searches(self) -> None:
        """Ask for the searches made lately."""
        self.remembering.submit("")

    def keep_search(self, query: str) -> None:
        """Have `query` remembered among the searches made lately."""
        self.remembering.submit(query)

    def keep_note(self, draft: "Draft") -> None:
        """Have a note written; NoteKept says how that went."""
        self.keeping.submit(draft)

    def drop_note(self, draft: "Draft") -> None:
        """Have what was typed into a note put aside; NoteKept says how that went."""
        from briefterm.personal.dropped import Dropped

        self.keeping.submit(Dropped(draft))

    def renew_notes(self) -> None:
        """Have notes searched as they are now: they were changed beside this."""
        self._stale = True

    @contextmanager
    def finder(self) -> "Iterator[Finder]":
        """Lend the one search there is to the calling thread; others wait for it. One that has failed is not kept.

        Nor is what it has read of the index: the system has it at hand.
        """
        from briefterm.search.finder import SupersededError

        with self._lending:
            if self._closed:
                raise BrieftermError("this library is not open any more")
            if self._finder is None or self._moved:
                self._moved = False
                if self._finder is not None:
                    self._finder.close()
                self._finder = self._archive.finder(config.read().config, self._today)
            elif self._stale:
                self._stale = False
                self._finder.annotate(self._archive.annotations())
            try:
                yield self._finder
            except (BrieftermError, SupersededError):
                raise
            except Exception:
                self._finder.close()
                self._finder = None
                raise
            finally:
                if self._finder is not None:
                    self._finder.rest()

    async def close(self) -> None:
        """Stop everything."""
        for watch in filter(None, (self._watch, self._own)):
            watch.close()
        self.reading.close()
        self.searching.close()
        self.remembering.close()
        self.keeping.close()
        await self._refresher.close()
        await asyncio.to_thread(self._put_away)

    def _put_away(self) -> None:
        """Give back the files of the search, once nobody uses it."""
        with self._lending:
            self._closed = True
            if self._finder is not None:
                self._finder.close()
                self._finder = None

    def _read(self, request: Read) -> None:
        from briefterm.brief.plan import plan_problems
        from briefterm.ui.text.excerpt import excerpt

        library, path = self._archive.library, self._archive.whereabouts(request.path, request.id)
        reading = library.read(path)
        lines = excerpt(library.file(path), reading.problems[0]) if reading.brief is None else ()
        doubts = plan_problems(reading.brief) if reading.brief is not None else ()
        held = reading.brief or request.last
        notes, bookmarks = self._notes(held) if held is not None else ((), ())
        self._post(BriefRead(request.ticket, path, reading, lines, notes, bookmarks, doubts))

    def _notes(self, brief: "Brief") -> "tuple[tuple[Placed, ...], tuple[Placed, ...]]":
        """Return the notes and the bookmarks on a brief."""
        catalogue = self._archive.catalogue()
        try:
            return self._archive.notebook.on(brief, catalogue), self._archive.bookmarks.on(brief, catalogue)
        finally:
            catalogue.close()

    def _search(self, request: Ask) -> None:
        from briefterm.search.finder import SupersededError

        try:
            with self.finder() as finder:
                results = finder.search(
                    request.text, offset=request.offset, limit=request.limit, typing=True, wanted=self.searching.idle
                )
            self._post(Answered(request.ticket, results))
            if not request.offset:
                self._unfaceted = (request.ticket, results.parsed)
            if self._unfaceted is not None and self.searching.rests(REST):
                self._facet(*self._unfaceted)
        except SupersededError:
            return
        except BrieftermError as error:
            self._post(SearchFailed(request.ticket, str(error)))
        except Exception as error:  # a damaged index raises anything; the person gets a line, the index is made anew
            self._post(SearchFailed(request.ticket, f"the index could not be read ({type(error).__name__})"))

    def _facet(self, ticket: int, query: "Query") -> None:
        """Say that nothing more is being typed, and what the matches have in common."""
        self._post(Rested(ticket))
        with self.finder() as finder:

            def wanted() -> bool:
                """Ask between two steps, which read other parts of the index: what one has read is not kept."""
                finder.rest()
                return self.searching.idle()

            self._post(Faceted(ticket, finder.facets(query, wanted=wanted)))
            self._unfaceted = None
            if wanted():
                finder.warm()

    def _keep(self, request: "Draft | Dropped") -> None:
        from briefterm.personal.dropped import Dropped

        notebook, dropped = self._archive.notebook, isinstance(request, Dropped)
        draft = request.draft if isinstance(request, Dropped) else request
        try:
            note = notebook.drop(draft) if dropped else notebook.keep(draft, datetime.now())
        except OSError as error:
            self._post(Told("notes", NoteKept(draft.note, error.strerror or str(error), draft)))
        else:
            self._stale = True
            self._post(Told("notes", NoteKept(note, dropped=dropped)))
            self._watch_own()

    def _remember(self, query: str) -> None:
        from briefterm import paths
        from briefterm.personal import searches

        file = paths.library_data(self._archive.library.root) / searches.FILE_NAME
        shared = paths.searches_file()
        try:
            queries = searches.add(file, query, shared) if query else searches.load(file, shared)
        except OSError:  # a convenience: the searches of this session are still recalled
            return
        self._post(SearchesRead(queries))

    def watch(self) -> None:
        """Have it told when files of the library change."""
        from briefterm.library.watch import WHOLE, Watch

        def tell(paths: frozenset[str]) -> None:
            self._post(Changed(None if WHOLE in paths else paths))

        self._watch = Watch(self._archive.library.root, tell)
        self._watch_own()

    def _watch_own(self) -> None:
        """Have it told when notes, bookmarks or ticks change, by another briefterm or by hand; once there are any."""
        from briefterm import paths
        from briefterm.library.watch import WHOLE, Watch
        from briefterm.personal import notes, ticks

        if self._own is None and not self._closed and paths.data_folder().is_dir():
            data = paths.data_folder()
            mine = paths.ticks_folder(self._archive.library.root).relative_to(data)
            shown = tuple(Path(name) for name in (paths.notes_folder().name, paths.bookmarks_folder().name, mine))

            def tell(found: frozenset[str]) -> None:
                if WHOLE in found or any(Path(path).is_relative_to(one) for path in found for one in shown):
                    self._own_changed()

            self._own = Watch(data, tell, (notes.SUFFIX, ticks.SUFFIX))

    def _own_changed(self) -> None:
        self._stale = True
        self._post(OwnChanged())

    def use(self, archive: "Archive") -> None:
        """Read and search another archive of the same library from now on."""
        self._archive = archive
        self._refresher.use(archive)
        self._moved = True

    async def refresh(self, *, anew: bool = False, only: frozenset[str] | None = None) -> None:
        """Bring catalogue and index up to date, with `anew` from nothing; with `only`, no other paths have changed."""
        await self._refresher.refresh(anew=anew, only=only)
