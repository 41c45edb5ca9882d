"""A program on a pseudo-terminal that is recorded: what it writes, with the time it came."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks import processes
from benchmarks.replay import Chunk, Screen

COLUMNS, ROWS = 120, 40
_NEXT_TO_NOTHING = 20.0  # milliseconds of the processor a second
_PATIENCE = 30.0
_CURSOR = b"\x1b[6n"


@dataclass(frozen=True)
class Paint:
    """Milliseconds from the start to a text: on the clock, and of processor time."""

    wall: float
    cpu: float


class Terminal:
    """A program started on a terminal of its own. Leave it as a context to end it."""

    def __init__(self, command: Sequence[str], environment: dict[str, str] | None = None) -> None:
        self.recording: list[Chunk] = []
        self.received = 0
        self._screen = Screen(COLUMNS, ROWS)
        self._drawn = self._seen = 0
        self.ended = False
        self.began = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(command[0], list(command), {**os.environ, "TERM": "xterm-256color", **(environment or {})})

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if not self.ended:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._file)

    def until(self, text: str) -> Paint:
        """Read until `text` has been written in one piece since the last `until`. Raises TimeoutError."""
        data, end = b"", time.perf_counter() + _PATIENCE
        while text.encode() not in data:
            if self._seen == len(self.recording):
                self.read(0.5)
            data += b"".join(chunk for _, chunk in self.recording[self._seen :])
            self._seen = len(self.recording)
            if time.perf_counter() > end or self.ended:
                raise TimeoutError(f"no {text!r} on the screen:\n{self.text()}")
        return Paint((self.recording[-1][0] - self.began) * 1000, self.cpu())

    def press(self, keys: str) -> float:
        """Type, and return when."""
        now = time.perf_counter()
        os.write(self._file, keys.encode())
        return now

    def settle(self, quiet: float, most: float = _PATIENCE) -> None:
        """Read until nothing has come for `quiet` seconds, or for `most`."""
        end = time.perf_counter() + most
        while self.read(quiet) and time.perf_counter() < end:
            pass

    def rest(self, quiet: float, most: float = 60.0) -> None:
        """Read until the program has done next to nothing for `quiet` seconds, on the screen and beside it."""
        end = time.perf_counter() + most
        while time.perf_counter() < end:
            used, received = self.cpu(), self.received
            self.watch(quiet)
            if self.received == received and self.cpu() - used < _NEXT_TO_NOTHING * quiet:
                return

    def watch(self, seconds: float) -> None:
        """Read for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def read(self, patience: float) -> int:
        """Take in what comes within `patience` seconds; return how many bytes."""
        if self.ended or not select.select([self._file], [], [], patience)[0]:
            return 0
        try:
            data = os.read(self._file, 65536)
        except OSError:  # the program has closed its side
            self.ended = True
            os.waitpid(self.pid, 0)
            return 0
        self.recording.append((time.perf_counter(), data))
        self.received += len(data)
        for _ in range(data.count(_CURSOR)):  # any terminal answers; where, matters little here
            os.write(self._file, b"\x1b[1;3R")
        return len(data)

    def ends(self) -> float:
        """Wait for the end of the program and return when it came."""
        while not self.ended:
            self.read(_PATIENCE)
        return time.perf_counter()

    def text(self) -> str:
        """Return the screen as it is now."""
        for _, data in self.recording[self._drawn :]:
            self._screen.draw(data)
        self._drawn = len(self.recording)
        return self._screen.text()

    def forget(self) -> None:
        """Draw what has come and keep nothing of the recording."""
        self.text()
        self.recording.clear()
        self._drawn = self._seen = 0

    def cpu(self) -> float:
        """Return the processor time used so far, in milliseconds."""
        return processes.cpu(self.pid)

    def last(self) -> float:
        """Return when something came last."""
        return self.recording[-1][0]
