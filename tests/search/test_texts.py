from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefterm.search.answering import answers
from briefterm.search.query import Phrase, Word
from briefterm.search.spans import spans_in
from briefterm.search.texts import Texts
from briefterm.search.words import of_token, tokens, words

LETTERS = "aAbéßİŁ-’'.+&* ·岸田मोदीوزيرال12\u0301ﬁ½"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=40)
SOUGHT = st.builds(
    Word,
    st.text(st.sampled_from("abesोद岸1l"), min_size=1, max_size=3),
    prefix=st.booleans(),
    inside=st.booleans(),
    edits=st.integers(0, 1),
    exact=st.booleans(),
)


def whole(*texts: str) -> Texts:
    return Texts(texts, [len(text) for text in texts])


@given(TEXTS)
def test_every_word_of_a_text_and_every_two_in_a_row_are_found_in_it(text: str) -> None:
    found = words(text)
    for token in found:
        assert whole("", text).having(Word(token.text, exact=True)) == {1: True}
    for first, second in pairwise(found):
        if second.position == first.position + 1:
            assert whole(text).having(Phrase((first.text, second.text))) == {0: True}


@given(st.lists(TEXTS, max_size=3), SOUGHT)
def test_a_word_is_found_where_one_answers_to_it(texts: list[str], sought: Word) -> None:
    answering = [any(answers(sought, token.text) for token in words(text)) for text in texts]
    assert whole(*texts).having(sought) == {number: True for number, found in enumerate(answering) if found}


def test_words_that_answer_by_their_other_forms_and_spellings_are_found() -> None:
    texts = whole("The ministers met", "a Ministry", "a minster")
    assert texts.having(Word("minister")).keys() == {0}
    assert texts.having(Word("minister", exact=True)) == {}
    assert texts.having(Word("minist", prefix=True)).keys() == {0, 1}
    assert texts.having(Word("minister", edits=1)).keys() == {0, 2}


@given(TEXTS, TEXTS, st.sampled_from("ab岸ก"))
def test_what_begins_in_the_part_that_is_told_is_told(told: str, codes: str, sought: str) -> None:
    text = f"{told} · {codes}"
    texts = Texts([text], [len(told)])
    for leaf in (Word(sought, prefix=True), Phrase((sought, "a"), prefix=True)):
        spans = spans_in(text, [leaf])
        assert texts.having(leaf) == ({0: any(start < len(told) for start, _ in spans)} if spans else {})


@given(TEXTS)
def test_the_words_of_a_text_are_those_of_its_tokens(text: str) -> None:
    assert {word for token in tokens(text) for word in of_token(token)} == {token.text for token in words(text)}
