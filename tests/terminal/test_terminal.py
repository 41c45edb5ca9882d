"""The program in a real pseudo-terminal: started, resized, quit and killed."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

from tests.support import ROOT, TALKS, inherited, write_library
from tests.ui.day import DAY

PATIENCE = 60.0
LEFT_CLEAN = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")


class Terminal:
    """A pseudo-terminal with the program in it."""

    def __init__(
        self, *arguments: str, columns: int = 120, lines: int = 40, code: str = "", term: str = "xterm-256color"
    ) -> None:
        """Run `briefterm` with `arguments`, or Python's `code` in its place, in a terminal that says it is a `term`."""
        self.screen = pyte.Screen(columns, lines)
        self.written = b""
        self.status: int | None = None
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            environment = inherited() | {"TERM": term, "PYTHONPATH": str(ROOT / "src")}
            run = ["-c", code] if code else ["-m", "briefterm"]
            os.execve(sys.executable, [sys.executable, *run, *arguments], environment)
        self.resize(columns, lines)

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def type(self, keys: str | bytes) -> None:
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            data = data[os.write(self._master, data[:4096]) :]
            self.read(0)

    def read(self, seconds: float) -> bytes:
        """Read what the program writes within `seconds`."""
        got = b""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self._master], [], [], left)[0]:
                break
            try:
                part = os.read(self._master, 65536)
            except OSError:
                break
            if not part:
                break
            got += part
            self._stream.feed(part)
        self.written += got
        return got

    def sees(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text not in "\n".join(self.screen.display):
            assert time.monotonic() < end, "\n".join(self.screen.display)
            self.read(0.1)

    def ends(self) -> int:
        """Wait for the program's end and return its exit status, negative for a signal."""
        end = time.monotonic() + PATIENCE
        while self.status is None:
            assert time.monotonic() < end, "the program does not end"
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        self.read(0.2)
        return self.status

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        os.close(self._master)
        self._master = -1

    def close(self) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._master >= 0:
            os.close(self._master)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal()
    yield made
    made.close()


def test_it_starts_answers_keys_and_quits_clean(terminal: Terminal) -> None:
    terminal.sees("5th India-US 2+2 Ministerial Dialogue")
    terminal.sees("Military hardware cooperation")
    terminal.type("/kamikawa")
    terminal.sees("Kamikawa Yoko")
    terminal.type("\r")
    terminal.sees("1 Officials")
    terminal.type("q")
    assert terminal.ends() == 0
    assert all(sequence in terminal.written for sequence in LEFT_CLEAN)


def test_it_follows_the_size_of_the_terminal(terminal: Terminal) -> None:
    terminal.sees("Military hardware cooperation")
    for columns, lines in ((160, 45), (60, 20), (20, 5), (100, 30)):
        terminal.resize(columns, lines)
        terminal.read(0.2)
    terminal.type("2")
    terminal.sees("2 Agenda")
    terminal.sees("High-level review of progress")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_the_terminal_clean(terminal: Terminal, number: signal.Signals) -> None:
    terminal.sees("Military hardware cooperation")
    os.kill(terminal.pid, number)
    assert terminal.ends() == 128 + number
    assert all(sequence in terminal.written for sequence in LEFT_CLEAN)


@pytest.mark.parametrize("end", ["q", signal.SIGTERM, signal.SIGHUP])
def test_it_begins_where_it_was_left_unless_told_otherwise(end: str | signal.Signals) -> None:
    def run(text: str, *arguments: str) -> Terminal:
        made = Terminal(*arguments)
        made.sees(text)
        return made

    def finish(made: Terminal) -> None:
        if isinstance(end, str):
            made.type(end)
        else:
            os.kill(made.pid, end)
        made.ends()
        made.close()

    made = run("Military hardware cooperation")
    made.type("J2")
    made.sees("Building on the commitments")
    made.type("G")
    made.sees("Kishida Fumio  Japanese PM")
    finish(made)
    made = run("Kishida Fumio  Japanese PM")
    finish(made)
    made = run("Military hardware cooperation", "--fresh")
    assert "Kishida Fumio  Japanese PM" not in "\n".join(made.screen.display)
    made.type("Jq")
    made.ends()
    made = run("Military hardware cooperation", "india-us-2plus2-2023")
    finish(made)


def test_where_it_was_left_cannot_be_kept_is_said_in_one_line(own_folders: Path) -> None:
    (own_folders / "data" / "briefterm").write_text("")
    made = Terminal()
    made.sees("Military hardware cooperation")
    made.type("2q")
    assert made.ends() == 0
    said = made.written.rpartition(b"\x1b[?1049l")[2]
    assert said.count(b"briefterm: where you were is not kept: not a directory") == 1
    made.close()


def test_at_rest_it_sends_nothing(terminal: Terminal) -> None:
    terminal.sees("Military hardware cooperation")
    terminal.read(2.0)
    assert terminal.read(2.0) == b""


def test_at_rest_on_the_day_it_sends_nothing_within_a_minute(tmp_path: Path) -> None:
    (tmp_path / "day.yaml").write_text(DAY)
    made = Terminal(str(tmp_path), "--now", "2023-11-10T09:05[Asia/Kolkata]")
    try:
        made.sees("Shared radar pictures")
        made.sees("next")
        made.read(2.0)
        assert made.read(2.0) == b""
    finally:
        made.close()


def test_a_blank_screen_shows_nothing_of_the_brief_and_stays_so(tmp_path: Path) -> None:
    file = tmp_path / "day.yaml"
    file.write_text(DAY)
    made = Terminal(str(tmp_path))
    try:
        made.sees("Shared radar pictures")
        made.read(2.0)
        made.type("B")
        made.read(1.0)
        assert [line.rstrip() for line in made.screen.display if line.strip()] == ["$ ▏"]
        file.write_text(DAY.replace("Any other business", "A surprise"))
        assert made.read(2.0) == b""
        made.type("x")
        made.sees("enter")
        assert "".join(made.screen.display).split() == ["$", "▏", "enter"]
        made.type("\r")
        made.sees("A surprise")
        made.sees("Shared radar pictures")
        made.type("/radar")
        made.sees("Results")
        made.type("\x0c")
        made.read(1.0)
        assert [line.rstrip() for line in made.screen.display if line.strip()] == ["$ ▏"]
        assert not re.search(rb"\x1b\][012];", made.written)
    finally:
        made.close()


def test_control_sequences_in_a_brief_never_reach_the_terminal(tmp_path: Path) -> None:
    hostile = '"a \\e]0;owned\\a \\e[31m \\x9b1m \\u202e z"'
    (tmp_path / "hostile.yaml").write_text(
        f"title: {hostile}\nmarking: {hostile}\nofficials: [{hostile}]\nagenda: [{hostile}]\nsummary: {hostile}\n"
    )
    made = Terminal(str(tmp_path))
    try:
        made.sees("␛]0;owned␇")
        made.type("b")
        made.read(1.0)
        assert b"owned\x07" not in made.written
        assert b"]0;owned" in made.written
        assert b"\x1b]0;owned" not in made.written
        assert "\x9b".encode() not in made.written
        assert "\u202e".encode() not in made.written
    finally:
        made.close()


CRASH = """
import sys
from briefterm.cli import run
from briefterm.ui.screens.reader import Reader
def fail(self):
    secret = self._navigator.brief.title
    raise ValueError(secret)
Reader.action_help = fail
sys.exit(run(sys.argv[1:]))
"""


def test_a_crash_leaves_the_terminal_clean_and_a_report_without_the_brief(own_folders: Path) -> None:
    made = Terminal(code=CRASH)
    try:
        made.sees("Military hardware cooperation")
        made.type("?")
        assert made.ends() == 1
        assert all(sequence in made.written for sequence in LEFT_CLEAN)
        said = made.written.rpartition(b"\x1b[?1049l")[2]
        assert b"briefterm has failed; what happened is in " in said
        (report,) = (own_folders / "state").rglob("crash-*.txt")
        text = report.read_text()
        assert "ValueError" in text
        assert "in fail" in text
        assert "Dialogue" not in text
        assert b"Dialogue" not in said
    finally:
        made.close()


def test_keys_pressed_before_it_stands_are_kept(terminal: Terminal) -> None:
    terminal.type("/kamikawa")
    terminal.sees("Kamikawa Yoko")


def test_bytes_that_are_no_text_end_nothing(terminal: Terminal) -> None:
    terminal.sees("Military hardware cooperation")
    terminal.type(b"\xff\xfe\x80/kam\xe9ikawa")
    terminal.read(0.5)
    terminal.type("\x1b")
    terminal.read(0.5)
    terminal.type("q")
    assert terminal.ends() == 0


def test_it_goes_to_the_shell_and_comes_back(terminal: Terminal) -> None:
    terminal.sees("Military hardware cooperation")
    terminal.type("\x1a")
    deadline = time.monotonic() + PATIENCE
    while _state(terminal.pid) != "T":
        assert time.monotonic() < deadline
        terminal.read(0.05)
    terminal.read(0.5)
    assert LEFT_CLEAN[0] in terminal.written
    terminal.screen.reset()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.sees("Military hardware cooperation")
    terminal.sees("? help")
    terminal.type("2")
    terminal.sees("High-level review of progress")
    terminal.type("q")
    assert terminal.ends() == 0


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def test_a_closed_terminal_ends_it(terminal: Terminal) -> None:
    terminal.sees("Military hardware cooperation")
    terminal.hang_up()
    deadline = time.monotonic() + PATIENCE
    while not os.waitpid(terminal.pid, os.WNOHANG)[0]:
        assert time.monotonic() < deadline, "the program does not end"
        time.sleep(0.05)
    terminal.status = -1


def test_a_million_letters_pasted_into_the_bar_are_survived(terminal: Terminal) -> None:
    terminal.sees("Military hardware cooperation")
    terminal.type("/")
    terminal.sees("who:kishida")
    terminal.type("\x1b[200~" + "radar \x07xyz " * 90_000 + "\x1b[201~")
    terminal.sees("Nothing for radar")
    terminal.type("\x1b")
    terminal.read(0.5)
    terminal.type("q")
    assert terminal.ends() == 0


def test_nothing_pasted_presses_a_key(terminal: Terminal) -> None:
    terminal.sees("Military hardware cooperation")
    terminal.type("/")
    terminal.sees("who:kishida")
    terminal.type("\x1b[200~kishi\x1b[A\x1b\x1bOSda\x1b[200~\x1b[201~")
    terminal.sees("kishi␛[A␛␛OSda␛[200~")
    terminal.type("\x1b")
    terminal.sees("? help")
    terminal.type("q")
    assert terminal.ends() == 0


def test_a_storm_of_sizes_is_survived(terminal: Terminal) -> None:
    terminal.sees("Military hardware cooperation")
    for step in range(120):
        terminal.resize(20 + step * 7 % 180, 5 + step * 5 % 60)
        terminal.read(0.01)
    terminal.resize(100, 30)
    terminal.type("2")
    terminal.sees("High-level review of progress")


EDITOR = """\
import os, signal, sys, time
line, path = sys.argv[1:]
print("EDITOR AT", line, os.path.basename(path), "cooked" if os.get_terminal_size() else "", flush=True)
os.kill(os.getppid(), signal.SIGINT)
assert input() == "save"
text = open(path).read()
text = text.replace("agenda:\\n", "agenda:\\n  - Written in the editor\\n")
open(path, "w").write(text.replace("TLP:AMBER", "TLP:AMBER\\ntimezone: Nowhere/X"))
"""


def test_the_editor_has_the_terminal_and_gives_it_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = write_library(tmp_path / "library", {"talks.yaml": TALKS})
    script = tmp_path / "vi"
    script.write_text(f"#!{sys.executable}\n{EDITOR}")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", f"'{script}'")
    made = Terminal(str(library))
    try:
        made.sees("Shared radar pictures")
        made.type("2j")
        made.sees("raised by United States")
        made.read(0.5)
        made.written = b""
        made.type("e")
        line = TALKS.split("\n").index("  - US: Spare parts") + 1
        made.sees(f"EDITOR AT +{line} talks.yaml cooked")
        assert all(sequence in made.written for sequence in LEFT_CLEAN)
        made.type("save\n")
        made.sees("Written in the editor")
        made.sees("1 problem in the file now")
        made.type("4")
        made.sees("Spare parts")
        made.type("\x1b")
        made.read(0.3)
        made.type("q")
        assert made.ends() == 0
    finally:
        made.close()
