"""An engine that keeps briefs in a dictionary and looks through all of them: the contract without an index."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from briefterm.brief.fold import fold
from briefterm.brief.model import Brief
from briefterm.search.answering import answers
from briefterm.search.card import Card, card_of
from briefterm.search.engine import Answer, Found, Stats
from briefterm.search.facets import Facet, count, facet_values
from briefterm.search.labels import labels
from briefterm.search.parse import Order
from briefterm.search.passages import note_passages, passages
from briefterm.search.query import And, Dates, Everything, Not, Or, Phrase, Query, Word
from briefterm.search.spelling import Vocabulary, suggestions
from briefterm.search.words import words


class ScanEngine:
    """Engine and searcher in one."""

    generation = "scan"

    def __init__(self) -> None:
        self.briefs: dict[str, Brief] = {}
        self.notes: list[tuple[str, str]] = []

    @property
    def prepare(self) -> Callable[[Brief], Brief]:
        return replace

    def update(self, put: Sequence[tuple[str, Brief | None]], remove: Sequence[str]) -> None:
        for path in [*remove, *(path for path, _ in put)]:
            self.briefs.pop(path, None)
        self.briefs.update({path: brief for path, brief in put if brief is not None})

    def close(self) -> None:
        pass

    def search(self, query: Query, offset: int = 0, limit: int = 20, order: Order = Order.RELEVANCE) -> Answer:
        found = [path for path, brief in self.briefs.items() if _holds(brief, self._notes(path), query)]
        found.sort(key=lambda path: self._key(path, order))
        return Answer(len(found), tuple(Found(path, 1) for path in islice(found, offset, offset + limit)))

    def _key(self, path: str, order: Order) -> tuple[object, ...]:
        brief = self.briefs[path]
        day = brief.date.first.toordinal() if brief.date else 0
        if order is Order.TITLE:
            return (fold(brief.title), -day)
        return (day == 0, day if order is Order.OLDEST else -day, path)

    def card(self, path: str) -> Card | None:
        return card_of(self.briefs[path]) if path in self.briefs else None

    def annotate(self, texts: Iterable[tuple[str, str]]) -> None:
        self.notes = list(texts)

    def suggest(self, word: Word) -> list[str]:
        known = [token.text for brief in self.briefs.values() for p in passages(brief) for token in words(p.text)]
        return suggestions(word.text, word.prefix, Vocabulary(set(known)), known.count)

    def warm(self) -> None:
        pass

    def rest(self) -> None:
        pass

    def facets(self, query: Query, most: int) -> tuple[Facet, ...]:
        values = [facet_values(brief) for path, brief in self.briefs.items() if _holds(brief, self._notes(path), query)]
        return count(Counter(f"{value.facet}{value.text}" for of in values for value in of), most)

    def _notes(self, path: str) -> list[str]:
        return [text for noted, text in self.notes if noted == path]

    def stats(self) -> Stats:
        return Stats(len(self.briefs), 1)


def _holds(brief: Brief, notes: list[str], query: Query) -> bool:
    match query:
        case Word():
            return any(answers(query, token.text) for text in _texts(brief, notes, query) for token in words(text))
        case Phrase(sought):
            return any(f" {' '.join(sought)} " in _spaced(text) for text in _texts(brief, notes, query))
        case Dates(first, last, events):
            whens = [event.date for event in brief.timeline] if events else [brief.date]
            return any(when is not None and when.overlaps(first, last) for when in whens)
        case And(parts):
            return all(_holds(brief, notes, part) for part in parts)
        case Or(parts):
            return any(_holds(brief, notes, part) for part in parts)
        case Not(part):
            return not _holds(brief, notes, part)
        case Everything():
            return True


def _texts(brief: Brief, notes: list[str], leaf: Word | Phrase) -> list[str]:
    if leaf.label:
        return [label.text for label in labels(brief) if label.name == leaf.label]
    return [p.text for p in (*passages(brief), *note_passages(notes)) if p.bit & leaf.panes]


def _spaced(text: str) -> str:
    return f" {' '.join(token.text for token in words(text))} "
