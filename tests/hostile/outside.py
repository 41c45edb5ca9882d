"""The corpus as a folder, and what the program writes about it: its commands, and the app in a real pseudo-terminal."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.controls import SEQUENCES
from tests.hostile.disk import Thing, lay
from tests.hostile.unsafe import leaked, unsafe_in
from tests.support import ROOT
from tests.terminal.test_terminal import Terminal

SOUND = {
    "0-first.yaml": "title: Quokka talks\ndate: 2023-11-10\nofficials: [Ann Lee (IN)]\nagenda: [IN: Saltmarsh]\n",
    "m/middle.yaml": "title: Second talks\ndate: 2022\nbackground: The quokka was named by a navigator.\n",
    "zz-last.yml": "title: Third talks\ntimeline: [2018: A quokka is seen]\n",
}
BYTES = tuple(sequence for _, sequence, _ in SEQUENCES)


def lay_corpus(folder: Path, cases: Iterable[tuple[str, Case]], *, things: bool = True) -> tuple[int, list[Thing]]:
    """Write every case as a file, with all things on disk, among three sound briefs; return their number."""
    count = 0
    for theme, case in cases:
        (folder / theme).mkdir(parents=True, exist_ok=True)
        (folder / theme / f"{case.name}.yaml").write_bytes(case.data())
        count += 1
    for name, text in SOUND.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
        count += 1
    if not things:
        return count, []
    (folder / "disk").mkdir()
    laid = lay(folder / "disk")
    return count + len(laid) + 1, laid  # one more lies deep below


def ran(*arguments: str | bytes | Path) -> tuple[int, bytes, bytes]:
    """Run a command of briefterm; return its exit status, stdout and stderr."""
    done = subprocess.run(
        [sys.executable, "-m", "briefterm", *(os.fspath(word) for word in arguments)],
        capture_output=True,
        timeout=600,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    return done.returncode, done.stdout, done.stderr


def commands(folder: Path) -> Iterator[tuple[str, int, bytes, bytes]]:
    """Yield the name, exit status, stdout and stderr of every command on a folder."""
    library = ("--library", folder)
    yield "index", *ran("index", *library)
    yield "check", *ran("check", folder)
    yield "check --json", *ran("check", folder, "--json")
    yield "search", *ran("search", "quokka", *library, "--limit", "9999")
    yield "search --json", *ran("search", "owned", *library, "--json", "--limit", "9999")
    yield "search of controls", *ran("search", b"\x1b]0;owned\x07\xff\xc2\x9b", *library)


def leaked_by_command(written: bytes) -> bytes:
    """Return the unsafe bytes a command wrote to a stream that is no terminal."""
    return unsafe_in(written.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def looked_through(folder: Path, steps: int) -> bytes:
    """Open the app on a folder, step through `steps` briefs with a page of each, search; return all that it wrote."""
    terminal = Terminal(str(folder))
    try:
        terminal.sees("Quokka talks")
        for step in range(steps):
            for key in ("J", "pbs13"[step % 5]):
                _pressed(terminal, key)
        _pressed(terminal, "/owned")
        terminal.read(2.0)
        for _ in range(4):
            _pressed(terminal, "\x1b[B")
        for key in ("\x1b", "q", "q"):
            _pressed(terminal, key, 1.0)
        terminal.ends()
        return terminal.written
    finally:
        terminal.close()


def _pressed(terminal: Terminal, keys: str, quiet: float = 0.03) -> None:
    """Type, and read until nothing has come for `quiet` seconds."""
    terminal.type(keys)
    while terminal.read(quiet):
        pass


def leaked_on_screen(written: bytes) -> bytes:
    """Return what of the briefs acted on the terminal."""
    return leaked(written, BYTES)
