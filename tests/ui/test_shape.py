from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.ui.shape import Shape, load, save

NAMES = ("three columns", "three rows", "two columns", "two rows", "three list", "two results")
MOVES = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 2), st.integers(-2000, 2000)), max_size=20)


@given(MOVES)
def test_every_pane_keeps_room_and_the_whole_stays_whole(moves: list[tuple[str, int, int]]) -> None:
    shape = Shape()
    for name, border, by in moves:
        shape = shape.moved(name, min(border, len(shape.shares(name)) - 2), by)
        assert sum(shape.shares(name)) == 1000
        assert min(shape.shares(name)) >= 120


def test_the_last_column_grows_to_the_left_and_the_others_to_the_right() -> None:
    shape = Shape().widened("three columns", 0, 1).widened("three columns", 2, 1)
    assert shape.shares("three columns") == (326, 349, 325)
    assert shape.widened("three columns", 1, -2).shares("three columns") == (326, 269, 405)
    assert shape.reset("three columns") == Shape()


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    shape = Shape().moved("two rows", 0, 100).widened("two columns", 1, 1)
    save(tmp_path / "panes", shape)
    assert load(tmp_path / "panes") == shape
    assert load(tmp_path / "none") == Shape()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "three columns: 10 20 970\n",
        "two rows: 500 501\n",
        "two rows: 500\n",
        "two rows: a b\n",
        "x: 500 500\n",
        "\0",
    ],
)
def test_what_makes_no_sense_is_as_drawn(tmp_path: Path, text: str) -> None:
    (tmp_path / "panes").write_text(text)
    assert load(tmp_path / "panes") == Shape()
