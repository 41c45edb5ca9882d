from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefterm.search.query import Phrase, Word
from briefterm.search.spans import Searched, spans_in
from briefterm.search.words import words

TEXTS = st.text(st.sampled_from("aAbéßİŁ-’'.+&* ·岸田มोदीوزيرال12\u0301ﬁ½"), max_size=40)


@given(TEXTS)
def test_every_word_of_a_text_is_found_in_it(text: str) -> None:
    tokens = words(text)
    for token in tokens:
        spans, matched = spans_in(Searched(text), [Word(token.text, exact=True)])
        assert matched == 1
        assert any(start <= token.start and token.end <= end for start, end in spans)
    for first, second in pairwise(tokens):
        if second.position == first.position + 1:
            assert spans_in(Searched(text), [Phrase((first.text, second.text))])[1] == 1


@given(TEXTS, st.sampled_from("ab岸ก"))
def test_what_is_marked_answers(text: str, sought: str) -> None:
    spans, matched = spans_in(Searched(text), [Word(sought, prefix=True)])
    assert bool(matched) is any(token.text.startswith(sought) for token in words(text))
    assert bool(spans) is bool(matched)
