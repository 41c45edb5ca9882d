"""A program on a pseudo-terminal: when a text first stands on its screen, what that cost, what it sends while idle."""

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
from pathlib import Path

import pyte

_PATIENCE = 30.0


@dataclass(frozen=True)
class Paint:
    """Milliseconds from the start to the text: on the clock, and of processor time in all threads."""

    wall: float
    cpu: float


class Terminal:
    """A program started on a terminal of its own. Leave it as a context to end it."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], columns: int = 120, rows: int = 40) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.received = 0
        self._sent = b""
        self._began = time.perf_counter()
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.execvpe(command[0], list(command), {**os.environ, "TERM": "xterm-256color", **environment})
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._file)

    def until(self, text: str) -> Paint:
        """Read until `text` has been written, in one piece; the screen is worked out only afterwards."""
        self.text()
        while text.encode() not in self._sent:
            self.read(0.5)
            if time.perf_counter() - self._began > _PATIENCE:
                raise TimeoutError(f"no {text!r} on the screen:\n{self.text()}")
        return Paint((time.perf_counter() - self._began) * 1000, self.cpu())

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._file, keys.encode())

    def settle(self, quiet: float) -> None:
        """Read until nothing has come for `quiet` seconds."""
        while self.read(quiet):
            pass

    def read(self, patience: float) -> int:
        """Take in what comes within `patience` seconds; return how many bytes."""
        ready, _, _ = select.select([self._file], [], [], patience)
        if not ready:
            return 0
        try:
            data = os.read(self._file, 65536)
        except OSError:
            return 0
        self.received += len(data)
        self._sent += data
        return len(data)

    def text(self) -> str:
        """Return the screen as text, as it is after what was written since the last `until`."""
        self._stream.feed(self._sent)
        self._sent = b""
        return "\n".join(self._screen.display)

    def cpu(self) -> float:
        """Return the processor time used so far, in milliseconds: of its threads that are alive, to the microsecond."""
        threads = Path(f"/proc/{self._pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e6

    def memory(self) -> int:
        """Return the most memory it has had resident, in KiB."""
        status = Path(f"/proc/{self._pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
