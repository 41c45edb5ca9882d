"""A child process with limits on memory and processor time, that says what it found and what that cost."""

import os
import pickle
import resource
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024
_PAGE = resource.getpagesize()


@dataclass(frozen=True)
class Outcome:
    """What a child left. `result` is what its work returned, or None where it did not return: then `died` says how.

    `peak` is the most memory it held, in bytes, its start included.
    """

    result: object
    died: str
    peak: int


def confined(work: Callable[[], object], memory: int, seconds: int) -> Outcome:
    """Do `work` in a child that may take `memory` bytes more than this process has and `seconds` of the processor."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _child(work, memory, seconds, writer)
    os.close(writer)
    with open(reader, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        sent = file.read()
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == 0 and sent:
        return Outcome(pickle.loads(sent), "", usage.ru_maxrss * 1024)
    return Outcome(
        None, f"ended by {signal.Signals(-code).name}" if code < 0 else sent.decode(), usage.ru_maxrss * 1024
    )


def _child(work: Callable[[], object], memory: int, seconds: int, writer: int) -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * _PAGE + memory,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    code = 0
    try:
        sent = pickle.dumps(work())
    except BaseException as error:  # whatever it is, the parent says so
        sent, code = f"{type(error).__name__}: {error}".encode("utf-8", "replace"), 1
    with open(writer, "wb") as file:
        file.write(sent)
    os._exit(code)


def timed(work: Callable[[], object]) -> tuple[object, float]:
    """Return what `work` returns, and the seconds of processor time it took."""
    began = time.process_time()
    result = work()
    return result, time.process_time() - began
