"""The index answers what looking through the files answers, for several hundred generated queries.

BRIEFTERM_CORPUS names a folder of real briefs to compare on as well.
"""

import os
import random
from pathlib import Path

import pytest

from briefterm.archive import Archive
from briefterm.library.library import Library
from briefterm.search.finder import Finder
from briefterm.search.parse import parse
from tests.search.naive import Page, load, scan, vocabulary_of
from tests.support import write_library

QUERIES = 400
RANGE = "[1961-06-05 TO 1961-07-01]"
NAMES = (
    "Ana Kovačević",
    "Juan Guaidó",
    "Rajnath Singh",
    "Lê Thị Hoa",
    "Mary O’Brien",
    "Ólafur Ragnar",
    "Kishida Fumio",
)
TITLES = ("Defence Minister", "Secretary of State", "Prime Minister", "Foreign Secretary", "Chargé d’Affaires")
TOPICS = ("Treaty of Peace", "Indo-Pacific dialogue", "2+2 talks", "R&D on C++", "grain and oil", "the colour of money")
PLACES = ("N’Djamena", "New Delhi", "Tōkyō", "Reykjavík", "Paris", "The Hague")
COUNTRIES = ("IN", "US", "NO", "FR", "IS", "JP")
WORDS = (
    "visit",
    "visits",
    "talks",
    "treaty",
    "treaties",
    "navy",
    "armed",
    "labour",
    "peace",
    "राजनाथ",
    "岸田文雄",
    "الوزير",
)
DATES = ("1961", "1961-06", "1961-06-03", "1961-06-03/1961-06-10", "196X", "19XX", "../1962", "1962/..", "1963-06~")


def brief(chance: random.Random) -> str:
    def sentence() -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(2, 9)))

    lines = [f"title: {chance.choice(TOPICS)} in {chance.choice(PLACES)}", f"id: b-{chance.randrange(10**9)}"]
    if chance.random() < 0.9:
        dates = [chance.choice(DATES[:5]), chance.choice(DATES[:3])]
        lines.append(f"date: [{', '.join(dates)}]" if chance.random() < 0.2 else f"date: {chance.choice(DATES)}")
    lines.append(f"kind: {chance.choice(('visit', 'summit', 'call'))}")
    lines.append(f"countries: [{', '.join(chance.sample(COUNTRIES, 2))}]")
    lines.append(f"tags: [{chance.choice(WORDS)}]")
    lines.append("officials:")
    lines += [
        f"  - {{name: {chance.choice(NAMES)}, title: {chance.choice(TITLES)}}}" for _ in range(chance.randint(1, 3))
    ]
    lines.append("agenda:")
    lines += [f"  - topic: {chance.choice(TOPICS)}\n    ask: {sentence()}" for _ in range(chance.randint(1, 3))]
    lines.append("timeline:")
    lines += [f"  - {chance.choice(DATES)}: {sentence()}" for _ in range(chance.randint(1, 4))]
    lines.append(f"background: {sentence()}")
    return "\n".join(lines) + "\n"


def queries(chance: random.Random, known: list[str]) -> list[str]:
    fields = ("", "", "", "title:", "officials:", "agenda:", "timeline:", "background:", "tag:", "kind:")

    def leaf() -> str:
        word = chance.choice(known)
        ways = [
            f"{chance.choice(fields)}{word}",
            f"{chance.choice(fields)}{word}",
            f"{word[: chance.randint(1, 5)]}*",
            f'"{word} {chance.choice(known)}"',
            f"{word}~{chance.choice(('', '1', '2'))}",
            f"country:{chance.choice(COUNTRIES)}",
            f"date:{chance.choice(('1961', '1961-06-09', '1962/1963', '..1960', '1970..', RANGE))}",
            f"{chance.choice(('before', 'after'))}:{chance.choice(('1961', '1961-06', '1962'))}",
            f"event:{chance.choice(('1961', '1961-06-03', '1963..'))}",
        ]
        return chance.choice(ways)

    def some() -> str:
        shapes = ("{}", "{}", "{} {}", "{} -{}", "{} OR {}", "NOT {}", "({} OR {}) {}", "{} NOT {} OR {}", "-({} {})")
        shape = chance.choice(shapes)
        return shape.format(*(leaf() for _ in range(shape.count("{}"))))

    return [some() for _ in range(QUERIES)]


def compare(finder: Finder, pages: list[Page], chance: random.Random) -> None:
    known = sorted(
        {word for page in chance.sample(pages, min(200, len(pages))) for word in set().union(*page.words.values())}
    )
    known += list(WORDS) * 5
    vocabulary = vocabulary_of(pages)
    matched = 0
    for query in queries(chance, known):
        meant = parse(query).query
        answer = finder._searcher.search(meant, 0, len(pages))
        expected = scan(pages, vocabulary, meant)
        matched += bool(expected)
        assert {found.path for found in answer.found} == expected, query
        assert answer.total == len(expected), query
    assert matched > QUERIES / 3


def test_the_index_answers_what_a_scan_answers(tmp_path: Path) -> None:
    chance = random.Random(11)
    write_library(tmp_path / "library", {f"{number}.yaml": brief(chance) for number in range(150)})
    archive = Archive(Library.at(tmp_path / "library"), tmp_path)
    archive.refresh(lambda _: None)
    finder = archive.finder()
    compare(finder, load(tmp_path / "library"), chance)
    finder.close()


@pytest.mark.skipif("BRIEFTERM_CORPUS" not in os.environ, reason="BRIEFTERM_CORPUS names no folder of briefs")
def test_it_does_so_on_a_real_corpus() -> None:
    folder = Path(os.environ["BRIEFTERM_CORPUS"])
    archive = Archive.of(folder)
    archive.refresh(lambda _: None)
    finder = archive.finder()
    compare(finder, load(folder), random.Random(12))
    finder.close()
