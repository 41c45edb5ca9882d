from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefterm.search.query import Phrase, Word
from briefterm.search.spans import Searched, holds, spans_in, tells
from briefterm.search.words import vocabulary, words

TEXTS = st.text(st.sampled_from("aAbéßİŁ-’'.+&* ·岸田มोदीوزيرال12\u0301ﬁ½"), max_size=40)


@given(TEXTS)
def test_every_word_of_a_text_is_found_in_it(text: str) -> None:
    tokens = words(text)
    for token in tokens:
        sought = Word(token.text, exact=True)
        spans = spans_in(Searched(text), [sought])
        assert holds(Searched(text), sought)
        assert any(start <= token.start and token.end <= end for start, end in spans)
    for first, second in pairwise(tokens):
        if second.position == first.position + 1:
            assert holds(Searched(text), Phrase((first.text, second.text)))


@given(TEXTS, st.sampled_from("ab岸ก"))
def test_what_is_marked_answers(text: str, sought: str) -> None:
    word = Word(sought, prefix=True)
    held = holds(Searched(text), word)
    assert held is any(token.text.startswith(sought) for token in words(text))
    assert held is bool(spans_in(Searched(text), [word]))


@given(TEXTS, TEXTS, st.sampled_from("ab岸ก"))
def test_what_begins_in_the_part_that_is_told_is_told(told: str, codes: str, sought: str) -> None:
    searched = Searched(f"{told} · {codes}", len(told))
    assert searched.vocabulary == {token.text for token in searched.tokens}
    for leaf in (Word(sought, prefix=True), Phrase((sought, "a"), prefix=True)):
        spans = spans_in(searched, [leaf])
        assert holds(searched, leaf) is bool(spans)
        assert tells(searched, leaf) is any(start < len(told) for start, _ in spans)


@given(TEXTS)
def test_the_words_of_a_text_are_the_same_however_they_are_taken(text: str) -> None:
    assert vocabulary(text) == {token.text for token in words(text)}
    plain = text.encode("ascii", "ignore").decode()
    assert words(plain) == words(f"{plain} é")[:-1]
