from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from briefterm.ui.clusters import whole
from briefterm.ui.layout import breaks, cut
from briefterm.ui.text.line_rows import clipped

LETTERS = ("क्षि", "र्ति", "नी", "டி", "தௌ", "שָׁ", "é", "👩‍👩‍👧", "👍🏽", "🇮🇳", "岸", "ب", "c", "각")
"""What a reader takes for one letter each."""
TEXTS = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=40)


def ends(letters: list[str]) -> set[int]:
    """Where a text of these letters may be cut."""
    return {sum(map(len, letters[:count])) for count in range(len(letters) + 1)}


@given(TEXTS, st.integers(8, 30))
def test_no_letter_is_broken_where_a_line_ends(letters: list[str], width: int) -> None:
    text = "".join(letters)
    cuts = breaks(text, width)
    assert set(cuts) <= ends(letters)
    assert all(cell_len(text[start:end]) <= width for start, end in pairwise([0, *cuts, len(text)]))


@given(TEXTS, st.integers(0, 30))
def test_no_letter_is_broken_where_a_text_is_cut_short(letters: list[str], width: int) -> None:
    text = "".join(letters)
    short = cut(text, width)
    assert cell_len(short) <= width
    assert short == text or (short == "" and not width) or len(short) - 1 in ends(letters)
    assert clipped(Text(text), max(1, width)).plain == cut(text, max(1, width))


def test_marks_heaped_on_a_letter_do_not_hold_anything_up() -> None:
    text = "a" + "\u0301" * 100_000
    assert whole(text, 0, 50_000) == 50_000
    assert whole("🇮🇳🇺🇸", 0, 3) == 2
