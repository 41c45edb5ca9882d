"""A recording drawn again: when what was done stood on the screen."""

from collections.abc import Callable

from benchmarks.replay import Mark, Screen, latencies


def begins(text: str) -> Callable[[Screen], bool]:
    return lambda screen: screen.line(0).startswith(text)


def test_each_key_is_answered_by_the_first_screen_with_it() -> None:
    recording = [(0.9, b"\x1b[H/"), (1.01, b"a"), (1.2, b"\x1b[5;1Helsewhere"), (1.25, b"\x1b[1;3Hb")]
    marks = [Mark(1.0, begins("/a")), Mark(1.15, begins("/ab"))]
    taken = latencies(Screen(20, 5), recording, marks)
    assert [round(one, 6) for one in taken if one is not None] == [10.0, 100.0]


def test_what_stood_there_before_is_no_answer_and_a_screen_that_came_too_late_answers_the_last() -> None:
    recording = [(0.5, b"ab"), (3.0, b"c")]
    marks = [Mark(1.0, begins("ab")), Mark(2.0, begins("abc"))]
    assert latencies(Screen(20, 5), recording, marks) == [2000.0, 1000.0]


def test_letters_that_come_at_once_answer_both_keys() -> None:
    marks = [Mark(1.0, begins("a")), Mark(1.1, begins("ab"))]
    taken = latencies(Screen(20, 5), [(1.2, b"ab")], marks)
    assert [round(one or 0) for one in taken] == [200, 100]


def test_a_mark_that_is_never_answered_has_no_time() -> None:
    marks = [Mark(1.0, begins("x")), Mark(1.1, begins("ab"))]
    taken = latencies(Screen(20, 5), [(1.2, b"ab")], marks)
    assert taken[0] is None
    assert taken[1] is not None


def test_lines_are_counted_from_the_top_or_the_bottom() -> None:
    screen = Screen(10, 3)
    screen.draw("\x1b[3;2Hzwölf".encode())
    assert screen.line(-1) == screen.line(2) == " zwölf"
    assert screen.text() == "\n\n zwölf"


def test_sequences_that_set_modes_of_the_keyboard_are_no_colours() -> None:
    screen = Screen(10, 2)
    screen.draw(b"\x1b[>4;1ma\x1b[31mb\x1b[>4m")
    assert screen.line(0) == "ab"
