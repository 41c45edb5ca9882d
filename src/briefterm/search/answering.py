"""Whether a word of a text answers to a word of a query, and how well: the one rule for the index and for marks."""

from collections.abc import Callable
from functools import cache

from briefterm.search.query import Word
from briefterm.search.spellings import other_forms

EXACT, FORM, PREFIX, SPELLING = 3, 2, 1, 0


def answers(word: Word, text: str) -> bool:
    """Return whether `text`, a folded word of a brief, answers to `word`."""
    if text == word.text:
        return True
    if word.prefix and text.startswith(word.text):
        return True
    if word.inside and word.text in text:
        return True
    if not word.exact and text in other_forms(word.text):
        return True
    return bool(word.edits) and near(word.text, text, word.edits)


def near(word: str, text: str, edits: int) -> bool:
    """Return whether `text` begins like `word` and at most `edits` letters differ; two exchanged count as one."""
    if text[:1] != word[:1] or abs(len(text) - len(word)) > edits:
        return False
    return bool(_distance()(word, text, score_cutoff=edits) <= edits)


@cache
def _distance() -> Callable[..., int]:
    """Optimal string alignment, imported when a spelling is first in question."""
    from rapidfuzz.distance import OSA

    return OSA.distance
