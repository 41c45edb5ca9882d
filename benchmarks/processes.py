"""What a process has used so far, as Linux tells it: processor time to the microsecond, memory by kind."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Memory:
    """MiB of one process. `resident` counts pages of files that it has mapped too, `own` its own alone."""

    resident: float
    own: float


def cpu(pid: int) -> float:
    """Return the processor time used so far in milliseconds, by the threads that are alive."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e6


def memory(pid: int) -> Memory:
    """Return what a process has resident now, its children's apart."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    sizes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
    return Memory(sizes["Rss"] / 1024, sizes["Anonymous"] / 1024)


def peak(pid: int) -> float:
    """Return the most MiB that a process has had resident."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024
