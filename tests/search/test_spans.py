from hypothesis import given
from hypothesis import strategies as st

from briefterm.search.query import Phrase, Word
from briefterm.search.spans import spans_in
from briefterm.search.words import words

TEXTS = st.text(st.sampled_from("aAbéßİŁ-’'.+&* ·岸田मोदीوزيرال12\u0301ﬁ½"), max_size=40)


@given(TEXTS)
def test_every_word_of_a_text_is_marked_where_it_stands(text: str) -> None:
    for token in words(text):
        spans = spans_in(text, [Word(token.text, exact=True)])
        assert any(start <= token.start and token.end <= end for start, end in spans)


@given(TEXTS, st.sampled_from("ab岸ก"))
def test_what_is_marked_answers(text: str, sought: str) -> None:
    marked = spans_in(text, [Word(sought, prefix=True)])
    assert bool(marked) is any(token.text.startswith(sought) for token in words(text))


def test_what_stands_side_by_side_is_marked_as_one() -> None:
    assert spans_in("the 2+2 talks", [Word("2"), Word("2+2"), Phrase(("2", "talks"))]) == [(4, 13)]


@given(TEXTS)
def test_the_words_of_a_text_are_the_same_beside_other_scripts(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert words(plain) == words(f"{plain} é")[:-1]
