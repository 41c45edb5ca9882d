import os
import signal
import subprocess
import sys
import time
from itertools import islice

import pytest

from briefterm.library.processes import mapped


def doubled(numbers: list[int]) -> list[int]:
    return [number * 2 for number in numbers]


def whose(numbers: list[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


def failing(numbers: list[int]) -> list[int]:
    raise RuntimeError(numbers)


@pytest.mark.parametrize("worthwhile", [0, 1000])
def test_results_come_in_the_order_of_their_tasks(worthwhile: int) -> None:
    assert list(mapped(doubled, range(307), 10, worthwhile)) == list(range(0, 614, 2))


def test_few_tasks_stay_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert set(mapped(whose, range(9), 3, 10)) == {os.getpid()}
    assert os.getpid() not in set(mapped(whose, range(9), 3, 9))


def test_what_is_not_collected_is_dropped() -> None:
    assert list(islice(mapped(doubled, range(100_000), 10, 0), 3)) == [0, 2, 4]


def test_a_process_that_fails_is_noticed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with pytest.raises((EOFError, OSError)):
        list(mapped(failing, range(9), 3, 0))
    assert "RuntimeError" in capfd.readouterr().err


def test_none_outlives_its_master() -> None:
    code = (
        "import time\n"
        "from tests.library.test_processes import whose\n"
        "from briefterm.library.processes import mapped\n"
        "if __name__ == '__main__':\n"
        "    results = mapped(whose, range(99), 1, 0)\n"
        "    print(next(results), flush=True)\n"
        "    time.sleep(60)\n"
    )
    master = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert master.stdout is not None
    with master.stdout:
        worker = int(master.stdout.readline())
        master.send_signal(signal.SIGKILL)
        master.wait()
    deadline = time.monotonic() + 10
    while _alive(worker) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _alive(worker)


def _alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_one_processor_does_it_all_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert set(mapped(whose, range(9), 3, 0)) == {os.getpid()}
