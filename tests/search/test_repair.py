from pathlib import Path

import pytest

from briefterm.archive import Archive
from briefterm.library.library import Library
from briefterm.search.finder import Finder
from briefterm.search.spelling import Vocabulary, suggestions
from briefterm.search.spellings import other_forms
from tests.support import write_library

BRIEFS = {
    "a.yaml": "title: Visit of S Jaishankar\nofficials: [S Jaishankar, John Kerry]\nagenda: [Foreign affairs]\n",
    "b.yaml": "title: Muammar Gaddafi\nbackground: Jon Snow, ministers of defence.\n",
}


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    folder: Path = tmp_path_factory.mktemp("repair")
    archive = Archive(Library.at(write_library(folder / "library", BRIEFS)), folder)
    archive.refresh(lambda _: None)
    return archive.finder()


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("Jaishanker", "Jaishankar"),
        ("jaisahnkar visit", "jaishankar visit"),
        ("Kadafi", "Gaddafi"),
        ("forein afairs", "foreign affairs"),
        ("jon kerri", "john kerry"),
        ("who:jaishanker", "who:jaishankar"),
        ('"foreign afairs"', '"foreign affairs"'),
        ("xyzzyqq", ""),
        ("kerry snow", ""),
        ("kerry", ""),
    ],
)
def test_what_finds_nothing_is_repaired_from_the_words_of_the_index(finder: Finder, typed: str, repaired: str) -> None:
    results = finder.search(typed)
    assert results.suggestion == repaired
    assert results.query == typed
    assert bool(results.total) is bool(repaired or typed == "kerry")


def test_while_typing_the_beginning_is_repaired(finder: Finder) -> None:
    assert finder.search("jaishunk", typing=True).suggestion == "jaishankar"


def test_the_nearest_and_then_the_commonest_is_suggested_first() -> None:
    known = {"kissinger": 9, "kisinger": 1, "singer": 80, "kissing": 2, "kiss": 5}
    assert suggestions(
        "kisinger", False, Vocabulary(word for word in known if word != "kisinger"), known.__getitem__
    ) == [
        "kissinger",
        "singer",
    ]
    assert suggestions("ab", False, Vocabulary(["ac"]), lambda _: 1) == []


def test_a_whole_word_comes_before_the_beginning_of_another() -> None:
    known = {"sarkisian": 50, "sarkozy": 14}
    assert suggestions("sarkosi", True, Vocabulary(known), known.__getitem__) == ["sarkozy", "sarkisian"]
    assert suggestions("sarkosyan", True, Vocabulary(known), known.__getitem__) == ["sarkisian"]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("defense", "defence"),
        ("labour", "labor"),
        ("programme", "programs"),
        ("organisation", "organizations"),
        ("travelled", "traveled"),
        ("centre", "centers"),
        ("analyse", "analyze"),
        ("treaty", "treaties"),
        ("process", "processes"),
        ("minister", "ministers"),
    ],
)
def test_other_forms_go_both_ways(word: str, other: str) -> None:
    assert other in other_forms(word)
    assert word in other_forms(other)


@pytest.mark.parametrize("word", ["us", "g7", "2+2", "मोदी", "no"])
def test_what_is_no_english_word_has_none(word: str) -> None:
    assert other_forms(word) == ()


@pytest.mark.parametrize("word", ["four", "hour", "for", "filled"])
def test_words_that_only_look_alike_stay_apart(word: str) -> None:
    assert not {"for", "hor", "four", "filed"}.intersection(other_forms(word))


def test_one_word_wanted_in_two_places_is_spelt_once(finder: Finder) -> None:
    assert finder.search("jaishanker who:jaishanker").suggestion == "jaishankar who:jaishankar"


def test_a_phrase_may_have_any_number_of_words(finder: Finder) -> None:
    assert finder.search('"' + "visit " * 400 + '"').total == 0
