"""A search as a person means it: words in, briefs out, each with the items that matched."""

from collections import OrderedDict
from dataclasses import dataclass

from briefterm.brief.model import Brief
from briefterm.library.library import Library
from briefterm.search.engine import Searcher
from briefterm.search.hits import Match, find_matches
from briefterm.search.parse import parse

_KEPT = 128


@dataclass(frozen=True, slots=True)
class Hit:
    """A brief that was found. `date` is as shown, empty without one; `score` orders hits of one search only."""

    id: str
    path: str
    title: str
    date: str
    score: int
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query. `total` counts all briefs that match; `hits` are those asked for, best first."""

    query: str
    total: int
    hits: tuple[Hit, ...]
    suggestion: str = ""


class Finder:
    """Searches one library. For one thread: each has its own."""

    def __init__(self, library: Library, searcher: Searcher) -> None:
        self._library = library
        self._searcher = searcher
        self._briefs: OrderedDict[str, tuple[tuple[int, int], Brief]] = OrderedDict()

    def search(self, text: str, *, offset: int = 0, limit: int = 20, typing: bool = False) -> Results:
        """Return what `text` finds. While `typing`, its last word may go on."""
        query = parse(text, typing=typing)
        answer = self._searcher.search(query, offset, limit)
        hits = []
        for found in answer.found:
            brief = self._brief(found.path)
            if brief is not None:
                matches = tuple(find_matches(brief, query))
                date = brief.date.shown if brief.date else ""
                hits.append(Hit(brief.id, found.path, brief.title, date, found.score, matches))
        return Results(text, answer.total, tuple(hits))

    def close(self) -> None:
        """Give back files and memory."""
        self._searcher.close()

    def _brief(self, path: str) -> Brief | None:
        """Return the brief at `path` as it is on disk now, or None where it is gone or no longer readable."""
        try:
            status = self._library.file(path).stat()
        except OSError:
            return None
        stamp = (status.st_mtime_ns, status.st_size)
        kept = self._briefs.get(path)
        if kept is not None and kept[0] == stamp:
            self._briefs.move_to_end(path)
            return kept[1]
        brief = self._library.read(path).brief
        if brief is not None:
            self._briefs[path] = (stamp, brief)
            if len(self._briefs) > _KEPT:
                self._briefs.popitem(last=False)
        return brief
