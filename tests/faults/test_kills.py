"""Killed at any moment of a build or an update, the next start answers what the files say.

BRIEFTERM_KILLS says how often; `python -m tests.faults` kills two hundred times.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.faults.world import World

KILLS = int(os.environ.get("BRIEFTERM_KILLS", "12"))


def start(world: World) -> "subprocess.Popen[bytes]":
    code = (
        "import sys\nfrom pathlib import Path\nfrom briefterm.archive import Archive\n"
        "from briefterm.library.library import Library\n"
        "print('.', flush=True)\n"
        "Archive(Library.at(Path(sys.argv[1])), Path(sys.argv[2])).refresh(lambda _: None)\n"
    )
    return subprocess.Popen([sys.executable, "-c", code, world.library, world.cache], stdout=subprocess.PIPE)


def time_of(world: World) -> float:
    """Return how many seconds an update takes that nothing cuts short."""
    process = start(world)
    assert process.stdout is not None
    with process.stdout:
        process.stdout.readline()
        began = time.monotonic()
        process.wait()
    return time.monotonic() - began


def test_what_is_killed_is_taken_up_again(tmp_path: Path) -> None:
    chance = random.Random(5)
    survived = cut_short = 0
    world = World(tmp_path / "0", chance, 60)
    start(world).communicate()
    world.change()
    undisturbed = time_of(world)
    for kill in range(KILLS):
        if kill % 6 == 0:
            world = World(tmp_path / f"{kill + 1}", chance, 60)
        else:
            world.change()
        process = start(world)
        assert process.stdout is not None
        with process.stdout:
            process.stdout.readline()
            time.sleep(chance.uniform(0.0, undisturbed))
            process.send_signal(signal.SIGKILL)
            cut_short += process.wait() == -signal.SIGKILL
        assert world.wrong(world.archive()) == []
        survived += 1
    print(f"kills: {KILLS}, in mid-work: {cut_short}, answered rightly afterwards: {survived}")
    assert survived == KILLS
    assert cut_short > KILLS / 3
