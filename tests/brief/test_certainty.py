import pytest

from briefterm.brief.certainty import certainty_in_words, reliability_in_words
from briefterm.brief.fields import CERTAINTY


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("B2", "B2: usually reliable, probably true"),
        ("b-2", "b-2: usually reliable, probably true"),
        ("F6", "F6: reliability cannot be judged, truth cannot be judged"),
        ("A", "A: completely reliable"),
        ("official", "official"),
        ("B7", "B7"),
        ("", ""),
    ],
)
def test_a_grade_of_reliability_is_told_in_words(written: str, shown: str) -> None:
    assert reliability_in_words(written) == shown


def test_a_certainty_is_told_in_words() -> None:
    assert certainty_in_words("possible") == "possible: may be so, no more"
    assert certainty_in_words("rumoured") == "rumoured"
    assert certainty_in_words("") == ""


@pytest.mark.parametrize("word", CERTAINTY)
def test_every_certainty_of_the_format_has_a_meaning(word: str) -> None:
    assert certainty_in_words(word).startswith(f"{word}: ")
