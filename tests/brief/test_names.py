import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.names import Name, Strength, agree, name_of, name_words, strength_of, words_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ACCENTS = {"a": "á", "e": "ë", "i": "ï", "o": "ö", "u": "ů", "s": "š", "c": "ç", "n": "ñ"}
WORDS = st.text(LETTERS, min_size=3, max_size=9).filter(  # no title, generation or numeral, wherever it stands
    lambda word: all(words_of(name(text)) == [word, "zzzz"] for text in (f"{word} zzzz", f"zzzz {word}"))
)


def name(text: str) -> Name:
    found = name_of(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "spellings",
    [
        ["Rajnath Singh", "SINGH, Rajnath", "Singh Rajnath", "Shri Rajnath Singh", "rajnath  singh"],
        ["Kim Dae-jung", "Dae Jung Kim", "KIM Dae Jung", "President Kim Dae Jung"],
        ["Shinzō Abe", "Abe Shinzo", "Prime Minister Abe Shinzō"],
        ["William Howard Taft III", "Taft, William Howard, III", "Taft, III, William Howard"],
        ["Surangel Whipps, Jr", "Surangel Whipps Jr.", "Whipps, Surangel, Jr."],
        ["Benigno S. Aquino, 3rd", "Benigno S Aquino III"],
        ["Tip O’Neill", "O'Neill, Tip"],
        ["Henry A. (Heinz Alfred) Kissinger", "Henry A. Kissinger", "Kissinger, Henry A."],
        ["Abdel Fattah al-Sisi", "Abdel Fattah Al Sisi"],
        ["President Bush", "Bush", "BUSH"],
        ["King Hussein", "Hussein"],
        ["Jacqueline du Pré", "du Pré, Jacqueline"],
    ],
)
def test_spellings_of_one_name(spellings: list[str]) -> None:
    assert len({name(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("William Howard Taft", "William Howard Taft III"),
        ("John Davis", "John Davis Jr."),
        ("John Davis Sr.", "John Davis Jr."),
        ("Abdullah I", "Abdullah II"),
        ("John Henry Hilldring", "John H. Hilldring"),
        ("Juan Carlos", "Juan Carlos I"),
        ("Martin Luther King", "Martin Luther"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert name(one) != name(other)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Bush", Strength.BARE),
        ("President Bush", Strength.BARE),
        ("Pope Francis", Strength.BARE),
        ("Prime Minister", Strength.BARE),
        ("J. Smith", Strength.HALF),
        ("H. W. Bush", Strength.HALF),
        ("Abdullah II", Strength.HALF),
        ("Sheikh Sabah", Strength.HALF),
        ("Sheikh Hasina Wazed", Strength.FULL),
        ("John Paul II", Strength.FULL),
        ("Martin Luther King", Strength.FULL),
        ("King, Martin Luther", Strength.FULL),
        ("金大中", Strength.FULL),
        ("To Lam", Strength.FULL),
    ],
)
def test_how_far_a_name_says_who_is_meant(text: str, strength: Strength) -> None:
    assert strength_of(name(text)) is strength


@pytest.mark.parametrize("text", ["", " ", "...", "-", "()"])
def test_what_is_no_name(text: str) -> None:
    assert name_of(text) is None


def test_words_are_folded_and_apart() -> None:
    assert name_words("Frank-Walter STEINMEIER (d’Avezac)") == ("frank", "walter", "steinmeier", "davezac")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("George W. Bush", "Bush", True),
        ("George W. Bush", "George Walker Bush", True),
        ("William Howard Taft III", "William Howard Taft", True),
        ("Rajnath Singh", "Manmohan Singh", False),
        ("Bill Clinton", "William J. Clinton", False),
        ("J. Smith", "John Brown", False),
        ("A. B.", "Alan Brown", False),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, expected: bool) -> None:
    assert agree(name(one), name(other)) is expected
    assert agree(name(other), name(one)) is expected


@given(st.lists(WORDS, min_size=2, max_size=4, unique=True), st.integers(0, 3), st.booleans())
def test_order_accents_and_case_do_not_matter(words: list[str], turned: int, upper: bool) -> None:
    at = turned % len(words)
    other = " ".join(words[at:] + words[:at])
    other = "".join(ACCENTS.get(letter, letter) for letter in other)
    assert name(other.upper() if upper else other.title()) == name(" ".join(words))


@given(st.lists(WORDS, min_size=2, max_size=3, unique=True))
def test_a_comma_after_the_family_name_does_not_matter(words: list[str]) -> None:
    assert name(f"{words[-1]}, {' '.join(words[:-1])}") == name(" ".join(words))


def test_a_name_of_any_length_is_read_in_no_time() -> None:
    assert name("word " * 500_000) == name("word " * 48)
    assert name_of("“" * 500_000) is None


@given(st.text(max_size=30))
def test_anything_is_a_name_or_none(text: str) -> None:
    found = name_of(text)
    if found is not None:
        assert words_of(found)
        assert "\t" not in found
        assert "|" not in found
        assert "\n" not in found
        assert "\x1f" not in found
