"""Where running text names the officials of its brief."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from briefterm.brief.fold import fold
from briefterm.brief.model import Brief

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[ \u00a0.,'’\-‐‑]{1,2}")
_MOST_WORDS = 8
_SHORTEST = 3  # letters of a part of a name that stands for all of it
_ENGLISH = frozenset(
    {"april", "art", "august", "bill", "faith", "grace", "grant", "hope", "june", "mark", "may", "rose", "will"}
)
"""Given names that begin sentences as other words."""

Who = int | str
"""An official by index, or a name that items give which no official has."""


class Mentions:
    """Finds whom a text means: full names and aliases, and first or last words of names that only one person has.

    Words are compared folded, without regard to what joins them; a part of a name counts only with its capital letter,
    and not of names such as `Embassy of India`, which are none of a person.
    """

    def __init__(self, brief: Brief) -> None:
        self._known: dict[str, list[tuple[tuple[str, ...], Who]]] = {}
        self._parts: dict[str, Who | None] = {}
        first: dict[tuple[str, ...], int] = {}  # who is listed with two posts is one person
        for number, official in enumerate(brief.officials):
            index = first.setdefault(_words(official.name), number)
            for name in (official.name, *official.aliases):
                self._know(_words(name), index)
            self._know_parts(official.name, index)
        for one in (*chain(*[item.who for item in brief.agenda]), *chain(*[event.who for event in brief.timeline])):
            words = _words(one.text) if one.index is None else ()
            if len(words) > 1:
                self._know(words, one.text)
        for found in self._known.values():
            found.sort(key=lambda one: -len(one[0]))

    def find(self, text: str) -> Iterator[tuple[int, int, Who]]:
        """Yield the first and the last place of each name in `text`, and whose it is, in order."""
        spans = [match.span() for match in _WORD.finditer(text)] if self._known else []
        at = 0
        while at < len(spans):
            start, end = spans[at]
            word = fold(text[start:end])
            for words, who in self._known.get(word, ()):
                last = self._fits(text, spans, at, words)
                if last:
                    yield start, last, who
                    at += len(words)
                    break
            else:
                whose = self._parts.get(word)
                if whose is not None and text[start] != text[start].lower():
                    yield start, end, whose
                at += 1

    def _fits(self, text: str, spans: Sequence[tuple[int, int]], at: int, words: tuple[str, ...]) -> int:
        """Return where `words` end that begin at the word numbered `at`, 0 where others stand there."""
        found = spans[at : at + len(words)]
        if len(found) < len(words):
            return 0
        for (_, end), (start, _) in pairwise(found):
            if not _BETWEEN.fullmatch(text, end, start):
                return 0
        return found[-1][1] if all(fold(text[a:b]) == word for (a, b), word in zip(found, words, strict=True)) else 0

    def _know(self, words: tuple[str, ...], who: Who) -> None:
        """Take in a name; the first who has it is meant."""
        if not words or len(words) > _MOST_WORDS or (len(words) == 1 and len(words[0]) < _SHORTEST):
            return
        others = self._known.setdefault(words[0], [])
        if all(words != known for known, _ in others):
            others.append((words, who))

    def _know_parts(self, name: str, who: Who) -> None:
        """Take in every word of a name, so that one that two have means nobody; but its ends only for this one."""
        words = _WORD.findall(name)
        whole = len(words) > 1 and all(word[0] != word[0].lower() for word in words)
        for at, word in enumerate(words):
            folded = fold(word)
            end = whole and at in (0, len(words) - 1) and len(word) >= _SHORTEST and folded not in _ENGLISH
            same = self._parts.get(folded, who) == who
            self._parts[folded] = who if end and same else None


def _words(name: str) -> tuple[str, ...]:
    return tuple(map(fold, _WORD.findall(name)))
