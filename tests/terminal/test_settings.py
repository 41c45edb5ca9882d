"""What the person has set, in a real terminal."""

import base64
import re
from pathlib import Path

import pytest

from tests.terminal.test_terminal import Terminal

TOPIC = "Military hardware cooperation"


def test_a_broken_configuration_keeps_nobody_out(own_folders: Path) -> None:
    file = own_folders / "config" / "briefterm" / "config.yaml"
    file.parent.mkdir()
    file.write_text("libary: x\nkeys: {app.quit: Q, serch.open: s}\n")
    made = Terminal()
    try:
        made.sees(TOPIC)
        made.sees("config.yaml:1:1: error: libary: unknown setting")
        made.sees("Q quit")
        made.type("/kamikawa")
        made.sees("Kamikawa Yoko")
        file.write_text("keys: {app.quit: X}\n")
        made.type("\x1b")
        made.sees("X quit")
        made.type("X")
        assert made.ends() == 0
    finally:
        made.close()


@pytest.mark.parametrize(("variable", "wrapped"), [("", False), ("TMUX", True)])
def test_what_is_copied_reaches_the_terminal(variable: str, wrapped: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")
    if variable:
        monkeypatch.setenv(variable, "/no/such/socket,1,0")
    made = Terminal()
    try:
        made.sees(TOPIC)
        made.type("2y")
        made.sees("copied by the terminal (OSC 52")
    finally:
        made.close()
    found = re.search(rb"(\x1b+)\]52;c;([A-Za-z0-9+/=]+)\x07", made.written)
    assert found is not None
    assert (len(found[1]) == 2) == wrapped
    assert TOPIC in base64.b64decode(found[2]).decode()


@pytest.mark.parametrize(("term", "variables"), [("xterm-256color", {"NO_COLOR": "1"}), ("vt100", {})])
def test_without_colours_none_are_sent(term: str, variables: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORTERM", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    made = Terminal(term=term)
    try:
        made.sees(TOPIC)
        made.type("2")
        made.sees("raised by United States")
        made.sees("┏")
    finally:
        made.close()
    codes = {code for found in re.findall(rb"\x1b\[([0-9;]*)m", made.written) for code in found.split(b";")}
    assert b"7" in codes
    assert not codes & {b"38", b"48", *(str(number).encode() for number in (*range(30, 38), *range(90, 98)))}
