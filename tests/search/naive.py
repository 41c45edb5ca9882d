"""Search without an index: every file is loaded by PyYAML's own loader and looked through from top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from briefterm.brief.countries import code_of
from briefterm.brief.edtf import DateError, parse_set
from briefterm.brief.fields import BRIEF
from briefterm.brief.reader import read
from briefterm.brief.when import When
from briefterm.search.answering import answers
from briefterm.search.labels import labels
from briefterm.search.passages import passages
from briefterm.search.query import And, Dates, Not, Or, Phrase, Query, Word
from briefterm.search.words import words

PANES = {128: "title", 64: "officials", 32: "agenda", 16: "timeline", 8: "background"}
_FIELDS = set(BRIEF.by_name)
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Page:
    """One file, loaded and taken apart: words by top-level field, items as word sequences, dates."""

    path: str
    words: dict[str, set[str]]
    items: list[tuple[int, str, list[set[str]]]]
    dates: When | None
    events: list[When]


def load(root: Path) -> list[Page]:
    return [_page(root, file) for file in sorted(root.rglob("*.yaml"))]


def _page(root: Path, file: Path) -> Page:
    data = file.read_bytes()
    loaded = yaml.load(data, _LOADER)
    by_field: dict[str, set[str]] = {}
    for key, value in loaded.items():
        if key == "brief":  # the format's version says nothing of the brief
            continue
        texts = [*_texts(value)] + ([] if key in _FIELDS else [key])
        if key == "countries":
            texts = [code_of(text) or text for text in texts]
        by_field[key] = {token.text for text in texts for token in words(text)}
    brief = read(data, loaded.get("id", "")).brief
    assert brief is not None
    items = [(passage.bit, "", _sequence(passage.text)) for passage in passages(brief)]
    items += [(0, label.name, _sequence(label.text)) for label in labels(brief)]
    events = [_when(entry.get("date", next(iter(entry)))) for entry in loaded.get("timeline", ())]
    return Page(file.relative_to(root).as_posix(), by_field, items, _when(loaded.get("date")), [e for e in events if e])


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a loaded value; of keys, those that are no field's name but a date, a side or a source."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if len(value) == 1 or key.startswith("x-"):
                yield key
            yield from _texts(item)


def _when(value: Any) -> When | None:
    try:
        return parse_set(value if isinstance(value, list) else [value]) if value else None
    except DateError:
        return None


def _sequence(text: str) -> list[set[str]]:
    places: dict[int, set[str]] = {}
    for token in words(text):
        places.setdefault(token.position, set()).add(token.text)
    return [places.get(position, set()) for position in range(max(places, default=-1) + 1)]


def vocabulary_of(pages: list[Page]) -> set[str]:
    return set().union(*(words for page in pages for words in page.words.values()))


def scan(pages: list[Page], vocabulary: set[str], query: Query) -> set[str]:
    answering = {leaf: {word for word in vocabulary if answers(leaf, word)} for leaf in _leaves(query)}
    return {page.path for page in pages if _matches(page, query, answering)}


def _leaves(query: Query) -> Iterator[Word]:
    match query:
        case Word():
            yield query
        case And(parts) | Or(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)


def _matches(page: Page, query: Query, answering: dict[Word, set[str]]) -> bool:
    match query:
        case Word():
            return not answering[query].isdisjoint(_field(page, query))
        case Phrase(sought):
            return any(
                all(sought[offset] in item[start + offset] for offset in range(len(sought)))
                for bit, label, item in page.items
                if (label == query.label if query.label else bit & query.panes)
                for start in range(len(item) - len(sought) + 1)
            )
        case Dates(first, last, events):
            return any(_overlap(when, first, last) for when in (page.events if events else [page.dates]) if when)
        case And(parts):
            return all(_matches(page, part, answering) for part in parts)
        case Or(parts):
            return any(_matches(page, part, answering) for part in parts)
        case Not(part):
            return not _matches(page, part, answering)
        case _:
            return True


def _field(page: Page, word: Word) -> set[str]:
    if word.label:
        name = {"country": "countries", "tag": "tags", "source": "sources"}.get(word.label, word.label)
        return page.words.get(name, set())
    if word.panes in PANES:
        return page.words.get(PANES[word.panes], set())
    return set().union(*page.words.values())


def _overlap(when: When, first: date, last: date) -> bool:
    return any(span.begins.date() <= last and span.ends.date() >= first for span in when.spans)
