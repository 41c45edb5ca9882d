from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from briefterm.ui.layout import Block, Column, breaks, hint, lay_out

_LETTERS = st.text(st.sampled_from("ab  é岸👨\u200d👩क्षि🇮🇳\u0301"), max_size=120)


@given(_LETTERS, st.integers(8, 40))
def test_a_line_is_cut_into_pieces_that_fit(line: str, width: int) -> None:
    cuts = breaks(line, width)
    assert cuts == sorted(set(cuts))
    ends = [0, *cuts, len(line)]
    pieces = [line[start:end] for start, end in pairwise(ends)]
    assert all(cell_len(piece.rstrip(" ")) <= width for piece in pieces)


@given(st.lists(_LETTERS | st.just("one\n\ntwo"), max_size=6), st.integers(8, 40))
def test_a_column_has_the_lines_of_its_paragraphs(texts: list[str], width: int) -> None:
    blocks = [Block(Text(text), Text("- "), indent=2) for text in texts]
    column = Column(blocks, width)
    assert list(column) == column[:] == lay_out(blocks, width)
    assert [column[top] for top in column.tops] == [block.lines(width)[0] for block in blocks]


def test_a_word_longer_than_any_screen_is_cut_where_it_must_be() -> None:
    assert breaks("a" * 100_000, 40) == list(range(40, 100_000, 40))
    assert breaks("岸" * 1_000, 41) == list(range(20, 1_000, 20))


def test_keys_named_in_a_border_leave_room_and_the_last_stays() -> None:
    text = "enter opens · d removes · u undoes · esc closes"
    assert hint(text, 60) == text
    assert hint(text, 40) == "enter opens · esc closes"
    assert hint(text, 10) == "esc closes"
