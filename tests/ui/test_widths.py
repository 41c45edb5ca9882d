"""The widths a terminal draws are asked of it, and what is typed meanwhile is kept."""

import pytest

from briefterm.ui.widths import Answer, Widths, read
from tests.support import run_python

COUNT = """
from rich.cells import cell_len
from textual._wrap import get_character_cell_size
from briefterm.ui.widths import Widths, apply
before = [cell_len(text) for text in TEXTS]
apply(WIDTHS)
print(*before, *(cell_len(text) for text in TEXTS), get_character_cell_size("x"))
"""
TEXTS = ["राज", "👍🏽", "❤️", "abc", "岸田"]


def places(*columns: int) -> bytes:
    return b"".join(b"\x1b[7;%dR" % column for column in columns)


@pytest.mark.parametrize(
    ("received", "answer"),
    [
        (places(3, 5, 2), Answer(Widths(1, 4, 1))),
        (places(2, 3, 3), Answer(Widths(0, 2, 2))),
        (b"/ki" + places(3, 3) + b"s" + places(3) + b"h", Answer(Widths(1, 2, 2), b"/kish")),
        (b"q", Answer(Widths(), b"q")),
        (b"", Answer(Widths())),
        (places(3), Answer(Widths())),
        (places(1, 1, 1), Answer(Widths())),
    ],
)
def test_the_answer_is_told_from_what_is_typed(received: bytes, answer: Answer) -> None:
    assert read(received) == answer


@pytest.mark.parametrize(
    ("widths", "counted"),
    [
        (Widths(1, 4, 1), "3 4 1 3 4"),
        (Widths(0, 2, 2), "2 2 2 3 4"),
    ],
)
def test_rich_counts_as_the_terminal_does(widths: Widths, counted: str) -> None:
    done = run_python("-c", f"TEXTS = {TEXTS!r}\n{COUNT}".replace("WIDTHS)", f"{widths!r})"))
    assert done.err == ""
    assert done.out.strip() == f"2 2 2 3 4 {counted} 1"
