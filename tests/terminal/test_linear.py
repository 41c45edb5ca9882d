"""The linear mode in a real terminal: where its own cursor is, and how little is drawn while one reads."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.test_terminal import Terminal

SHOW, HIDE = b"\x1b[?25h", b"\x1b[?25l"
TITLE = "5th India-US 2+2 Ministerial Dialogue"


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal("--linear", columns=80, lines=24)
    yield made
    made.close()


def line(terminal: Terminal) -> str:
    """What stands on the line of the terminal's cursor, from the cursor on."""
    cursor = terminal.screen.cursor
    return str(terminal.screen.display[cursor.y])[cursor.x :].rstrip()


def comes_to(terminal: Terminal, text: str) -> None:
    for _ in range(200):
        terminal.read(0.05)
        if line(terminal).startswith(text):
            return
    raise AssertionError(f"at {line(terminal)!r}, not at {text!r}\n" + "\n".join(terminal.screen.display))


def test_the_cursor_is_seen_and_goes_from_line_to_line(terminal: Terminal) -> None:
    comes_to(terminal, TITLE)
    terminal.sees("Briefs, 1 of 3")
    assert not terminal.screen.cursor.hidden
    terminal.type("\r")
    comes_to(terminal, "TLP:CLEAR, as of 8 Nov 2023")
    terminal.type("\x1b[B")
    comes_to(terminal, TITLE)
    terminal.type("2")
    comes_to(terminal, "AGENDA")
    terminal.type(")")
    comes_to(terminal, "2. ")
    assert "Agenda, item 2 of" in "\n".join(terminal.screen.display)
    terminal.type("\t")
    comes_to(terminal, "TIMELINE")
    terminal.type("q")
    assert terminal.ends() == 0


def test_a_step_draws_two_lines_and_no_more(terminal: Terminal) -> None:
    comes_to(terminal, TITLE)
    terminal.type("\r")
    comes_to(terminal, "TLP:CLEAR")
    terminal.sees("The brief itself")
    terminal.type("\x1b[B")
    comes_to(terminal, TITLE)
    terminal.read(0.5)
    terminal.type("\x1b[B")
    got = terminal.read(0.7)
    comes_to(terminal, "Date: 10 Nov 2023")
    shown = re.sub(rb"\x1b\[[0-9;?$]*[A-Za-z]", b"", got)
    assert b"Date: 10 Nov 2023" in shown
    assert b"Kind" not in shown
    assert b"SUMMARY" not in shown
    assert terminal.read(1.0) == b""


def test_where_one_types_the_cursor_is_there_and_down_leads_to_the_results(terminal: Terminal) -> None:
    comes_to(terminal, TITLE)
    terminal.type("/kamikawa")
    terminal.sees("Search, 1 brief")
    terminal.read(0.3)
    assert (terminal.screen.cursor.x, terminal.screen.cursor.y) == (len("kamikawa"), 0)
    terminal.type("\x1b[B")
    comes_to(terminal, "Second G7 Foreign Ministers' Meeting of 2023")
    terminal.type("\x1b[B\x1b[B")
    comes_to(terminal, "official: Kamikawa Yoko")
    terminal.type("\r")
    comes_to(terminal, "Kamikawa Yoko")


def test_the_key_turns_it_on_and_off() -> None:
    made = Terminal(columns=80, lines=24)
    try:
        made.sees("Military hardware cooperation")
        assert made.screen.cursor.hidden
        made.type("v")
        made.sees("Plain lines")
        assert not made.screen.cursor.hidden
        made.type("v")
        made.sees("Military hardware cooperation")
        assert made.screen.cursor.hidden
    finally:
        made.close()


def test_the_configuration_turns_it_on(own_folders: Path) -> None:
    file = own_folders / "config" / "briefterm" / "config.yaml"
    file.parent.mkdir()
    file.write_text("linear: true\n")
    made = Terminal(columns=80, lines=24)
    try:
        comes_to(made, TITLE)
        made.sees("Briefs, 1 of 3")
    finally:
        made.close()
    made = Terminal("--no-linear", columns=80, lines=24)
    try:
        made.sees("─ 2 Agenda ─")
    finally:
        made.close()
