"""Phrases are found where they stand, in segments as they were written or joined, and however they come to be typed."""

import random
from itertools import count, product

import pytest

from briefterm.search.home import MemoryHome
from briefterm.search.layout import trace
from briefterm.search.query import Phrase, Query
from briefterm.search.whoosh_engine import WhooshEngine, WhooshSearcher
from tests.support import brief_of

ALIKE = next(word for word in map("w{}".format, count()) if trace(word) == trace("prime"))
"""A word whose trace is that of another."""

WORDS = ("prime", "primate", ALIKE, "minister", "ministry", "of", "state")
BRIEFS = 44
STEP = 4
"""Briefs of a commit: small enough that segments are joined, with what was deleted in them left out."""

Text = list[str]
Library = tuple[dict[str, Text], MemoryHome]


@pytest.fixture(scope="module")
def library() -> Library:
    drawn = random.Random(4)
    home = MemoryHome()
    engine = WhooshEngine.open(home)
    kept: dict[str, Text] = {}
    for start in range(0, BRIEFS, STEP):
        texts = {f"{start + at}": drawn.choices(WORDS, k=drawn.choice((1, 3, 6, 9, 400))) for at in range(STEP)}
        gone = [path for path in kept if drawn.random() < 0.05]
        engine.update([(path, engine.prepare(brief_of(_written(text)))) for path, text in texts.items()], gone)
        kept = {path: text for path, text in kept.items() if path not in gone} | texts
    engine.close()
    return kept, home


def _written(text: Text) -> str:
    return f"title: Brief\nbackground: {' '.join(text)} .\n"


def _found(searcher: WhooshSearcher, query: Query) -> set[str]:
    return {found.path for found in searcher.search(query, 0, BRIEFS).found}


def _stands(text: Text, phrase: Phrase) -> bool:
    *head, last = phrase.words
    size = len(phrase.words)
    return any(
        text[start : start + size - 1] == head
        and (text[start + size - 1].startswith(last) if phrase.prefix else text[start + size - 1] == last)
        for start in range(len(text) - size + 1)
    )


def test_segments_were_joined(library: Library) -> None:
    kept, home = library
    stats = WhooshSearcher(home).stats()
    assert stats.briefs == len(kept) < BRIEFS
    assert 1 < stats.segments < BRIEFS // STEP


def test_every_phrase_is_found_where_it_stands(library: Library) -> None:
    kept, home = library
    searcher = WhooshSearcher(home)
    for words in (*product(WORDS, repeat=2), *product(WORDS, repeat=3)):
        for prefix in (False, True):
            phrase = Phrase((*words[:-1], words[-1][:3]) if prefix else words, prefix)
            assert _found(searcher, phrase) == {path for path, text in kept.items() if _stands(text, phrase)}, phrase


def test_a_phrase_typed_and_taken_back_is_found_as_one_asked_for_at_once(library: Library) -> None:
    _, home = library
    typed = WhooshSearcher(home)
    steps = [
        Phrase(("prime", "min"), True),
        Phrase(("prime", "minist"), True),
        Phrase(("prime", "ministe"), True),
        Phrase(("prime", "minister")),
        Phrase(("prime", "minister", "of")),
        Phrase(("prime", "minister", "of", "sta"), True),
        Phrase(("prime", "ministry"), True),
        Phrase(("prime", "minis"), True),
        Phrase(("primate", "minister")),
        Phrase(("state", "minister"), True),
        Phrase(("state", "m"), True),
    ]
    for phrase in steps:
        assert _found(typed, phrase) == _found(WhooshSearcher(home), phrase), phrase


def test_no_phrase_goes_from_one_pane_to_another(library: Library) -> None:
    _, home = library
    searcher = WhooshSearcher(home)
    assert len(_found(searcher, Phrase(("brief",), True))) == searcher.stats().briefs
    assert not any(_found(searcher, Phrase(("brief", word))) for word in WORDS)


def test_either_of_two_words_at_one_place_may_come_before() -> None:
    home = MemoryHome()
    engine = WhooshEngine.open(home)
    engine.update([("1", engine.prepare(brief_of("title: The Indo-Pacific region\n")))], [])
    searcher = WhooshSearcher(home)
    for words in (("the", "indo", "pacific", "region"), ("the", "indopacific"), ("indopacific", "pacific", "region")):
        assert _found(searcher, Phrase(words)) == {"1"}
    assert not _found(searcher, Phrase(("the", "pacific")))
