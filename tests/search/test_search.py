import os
from pathlib import Path

import pytest
from fuzz.queries import queries
from hypothesis import given
from hypothesis import strategies as st

from briefterm.archive import Archive
from briefterm.search.finder import Finder, Results
from briefterm.search.parse import parse
from briefterm.search.words import words
from tests.support import write_library

BRIEFS = {
    "title.yaml": "title: Radar\ndate: 2020\n",
    "official.yaml": "title: A\nofficials: [Ada Radar]\ndate: 2021\n",
    "agenda.yaml": "title: B\nagenda: [Radar pictures]\ndate: 2022\n",
    "timeline.yaml": "title: C\ntimeline: [2018: Radar bought]\ndate: 2023\n",
    "prose.yaml": "title: D\nbackground: The radar is old.\ndate: 2024\n",
    "newer.yaml": "title: Radar\ndate: 2019-05\n",
    "names.yaml": "title: Names\nofficials: [Dimitar Kovačevski, Kishida Fumio, Juan Guaidó, Mary O’Brien]\n",
    "signs.yaml": "title: 2+2 in N’Djamena, U.S. and Türkiye, R&D on C++ and the Indo-Pacific\n",
    "scripts.yaml": "title: 日本の岸田文雄 総理\nbackground: नरेन्द्र मोदी और الوزير\n",
}


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    return finder_on(tmp_path_factory.mktemp("search"))


def finder_on(folder: Path) -> Finder:
    from briefterm.library.library import Library

    write_library(folder / "library", BRIEFS)
    archive = Archive(Library.at(folder / "library"), folder)
    archive.refresh(lambda _: None)
    return archive.finder()


def paths(results: Results) -> list[str]:
    return [hit.path.removesuffix(".yaml") for hit in results.hits]


def test_the_better_place_comes_first_and_the_newer_brief_among_equals(finder: Finder) -> None:
    assert paths(finder.search("radar")) == ["title", "newer", "official", "agenda", "timeline", "prose"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Kovacevski", ["names"]),
        ("guaido", ["names"]),
        ("fumio kishida", ["names"]),
        ("o'brien", ["names"]),
        ("OBrien", ["names"]),
        ("brien", ["names"]),
        ("2+2", ["signs"]),
        ("R&D", ["signs"]),
        ("c++", ["signs"]),
        ("US", ["signs"]),
        ("U.S.", ["signs"]),
        ("n'djamena", ["signs"]),
        ("ndjamena", ["signs"]),
        ("Turkiye", ["signs"]),
        ("indo-pacific", ["signs"]),
        ("indo pacific", ["signs"]),
        ("indopacific", ["signs"]),
        ("岸田", ["scripts"]),
        ("मोदी", ["scripts"]),
        ("وزير", ["scripts"]),
        ('"radar pictures"', ["agenda"]),
        ('"pictures radar"', []),
        ("radar -bought -old -ada -pictures", ["title", "newer"]),
        ("kova*", ["names"]),
        ("kova", []),
        ("nothing radar", []),
    ],
)
def test_words_are_found_however_they_are_spelt(finder: Finder, query: str, found: list[str]) -> None:
    assert paths(finder.search(query)) == found


@pytest.mark.parametrize("typed", ["k", "ko", "kov", "kovač", "Kovacevsk"])
def test_while_typing_the_last_word_may_go_on(finder: Finder, typed: str) -> None:
    assert "names" in paths(finder.search(typed, typing=True))


def test_a_match_marks_the_words_as_they_stand(finder: Finder) -> None:
    (match,) = finder.search("kovacevski").hits[0].matches
    assert (match.pane, match.index) == ("officials", 0)
    assert [match.text[start:end] for start, end in match.spans] == ["Kovačevski"]


def test_no_words_find_everything(finder: Finder) -> None:
    assert finder.search("").total == len(BRIEFS)


def test_a_changed_brief_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    folder = tmp_path
    finder = finder_on(folder)
    assert finder.search("bought").total == 1
    (folder / "library" / "timeline.yaml").write_text("title: Rewritten\n")
    (folder / "library" / "prose.yaml").unlink()
    from briefterm.library.library import Library

    Archive(Library.at(folder / "library"), folder).refresh(lambda _: None)
    assert finder.search("bought").total == 0
    assert finder.search("old").total == 0
    assert paths(finder.search("rewritten")) == ["timeline"]
    finder.close()


@pytest.mark.parametrize("victim", ["CURRENT", "toc"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, victim: str) -> None:
    finder_on(tmp_path).close()
    index = tmp_path / "index"
    file = index / "CURRENT" if victim == "CURRENT" else next(index.glob("gen-*/*.toc"))
    file.write_bytes(b"damaged")
    finder = finder_on(tmp_path)
    assert finder.search("radar").total == 6
    finder.close()


def test_words_keep_the_characters_they_were_written_with() -> None:
    text = "The Indo-Pacific, Türkiye"
    assert [(word.text, text[word.start : word.end]) for word in words(text)] == [
        ("the", "The"),
        ("indopacific", "Indo-Pacific"),
        ("indo", "Indo"),
        ("pacific", "Pacific"),
        ("turkiye", "Türkiye"),
    ]


@given(st.text(max_size=80), st.booleans())
def test_any_text_is_a_query(finder: Finder, text: str, typing: bool) -> None:
    parse(text, typing=typing)
    assert finder.search(text, typing=typing).total >= 0


@pytest.mark.parametrize("query", ["id:talks", 'id:"talks"', "id:Talks", "id:talks-delhi"])
@pytest.mark.parametrize("typing", [True, False])
def test_the_brief_whose_id_it_is_comes_before_newer_ones_whose_ids_go_on(
    tmp_path: Path, query: str, typing: bool
) -> None:
    from briefterm.library.library import Library

    files = {
        "talks.yaml": "title: Old\ndate: 1990\n",
        "talks-delhi.yaml": "title: Newer\ndate: 2010\n",
        "talks-delhi-2.yaml": "title: Newest\ndate: 2020\n",
        "a.yaml": "title: Named\nid: talks/delhi/3\ndate: 2021\n",
        "talksmore.yaml": "title: Other\ndate: 2022\n",
    }
    write_library(tmp_path / "library", files)
    archive = Archive(Library.at(tmp_path / "library"), tmp_path)
    archive.refresh(lambda _: None)
    results = archive.finder().search(query, typing=typing)
    assert results.hits[0].id == query.strip('"').lower().removeprefix("id:").strip('"')
    assert results.total > 1


@pytest.mark.parametrize("text", ["id:\ud800x", 'path:"b\udcff"', "file:\ud800 OR radar"])
def test_half_a_character_is_searched_for_like_any_other(finder: Finder, text: str) -> None:
    assert finder.search(text).total == (6 if "radar" in text else 0)


def test_a_date_among_words_finds_first_what_has_it_together(tmp_path: Path) -> None:
    from briefterm.library.library import Library

    files = {
        "apart.yaml": "title: 10 points\ndate: 2024\nofficials: [November Bell]\nbackground: Written in 2023.\n",
        "day.yaml": "title: A trip\ndate: 2023-11-03/2023-11-20\n",
        "words.yaml": "title: W\ndate: 2020\nbackground: |\n  In 2023, on the 10th, or November, and 10 more.\n\n"
        "  What was signed on 10 November 2023 holds.\n",
        "event.yaml": "title: E\ndate: 2019\ntimeline:\n- 2023-11-10: Signed\n",
        "printed.yaml": "title: P\ndate: 2018\nagenda: ['Of Nov 10, 2023']\n",
        "other.yaml": "title: 10 November\ndate: 2022\n",
    }
    archive = Archive(Library.at(write_library(tmp_path / "library", files)), tmp_path)
    archive.refresh(lambda _: None)
    finder = archive.finder()
    for query in ("10 November 2023", "November 10, 2023", "10 Nov 2023"):
        results = finder.search(query)
        assert results.suggestion == ""
        assert set(paths(results)[:3]) == {"words", "event", "printed"}
        assert paths(results)[3] == "day"
    assert paths(finder.search("10 November 2023"))[4:] == ["apart"]
    found = {hit.path: hit for hit in finder.search("10 November 2023").hits}["words.yaml"]
    match = found.matches[0]
    assert [match.text[start:end] for start, end in match.spans] == ["10 November 2023"]
    assert paths(finder.search("10 November 2023 holds")) == ["words"]
    assert finder.search("11 Nov 1999").suggestion == ""


def test_random_queries_are_all_answered(finder: Finder) -> None:
    """A hundred thousand of them: python -m fuzz queries --library FOLDER."""
    for text in queries(1_000, seed=3):
        assert finder.search(text, typing=True).total >= 0


def test_a_brief_is_found_whose_file_has_a_name_that_cannot_be_read(tmp_path: Path) -> None:
    from briefterm.library.library import Library

    folder = tmp_path / "library"
    write_library(folder, {"talks.yaml": "title: Talks\n"})
    (folder / "talks.yaml").rename(folder / os.fsdecode(b"b\xff.yaml"))
    archive = Archive(Library.at(folder), tmp_path)
    archive.refresh(lambda _: None)
    assert archive.finder().search("talks").total == 1
