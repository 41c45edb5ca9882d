"""What several test modules use: briefs from text, libraries from mappings, the command line as a process."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from briefterm.brief.model import Brief
from briefterm.brief.reader import Reading, read
from briefterm.brief.values import Fields

ROOT = Path(__file__).parents[1]

TALKS = """\
title: Coastal Security Talks
date: 2023-11-10
kind: ministerial
countries: [IN, US]
marking: TLP:AMBER
tags: [patrols]
officials:
  - id: singh
    name: Rajnath Singh
    title: Defence Minister
    country: IN
    side: host
  - Lloyd Austin, Defence Secretary (US)
agenda:
  - topic: Shared radar pictures
    by: US
    who: [singh, Austin]
    ask: A liaison officer at the fusion centre
  - US: Spare parts
timeline:
  - 2018: First round of talks
  - 2023-11-10: Talks in Delhi
background: |
  The two navies patrol the same lanes.
sources:
  - wire: A wire report
"""
LIBRARY: Mapping[str, str] = {
    "talks.yaml": TALKS,
    "2022/visit.yaml": "title: Visit to Nairobi\ndate: 2022-03\nplace: Nairobi\nofficials: [Amina Yusuf (KE)]\n",
    "people/amina.yml": "title: Amina Yusuf\nkind: bio\nbackground: Served in the navy and on the coast.\n",
    "torn.yaml": "title: [never closed\n",
}


def read_text(text: str, brief_id: str = "folder/name") -> Reading:
    return read(text.encode(), brief_id)


def brief_of(text: str) -> Brief:
    """Return the brief in `text`, which must have one."""
    brief = read_text(text).brief
    assert brief is not None
    return brief


def sound(text: str) -> Brief:
    """Return the brief in `text`, in which nothing may be wrong."""
    reading = read_text(text)
    assert reading.problems == ()
    assert reading.brief is not None
    return reading.brief


def problems_of(text: str) -> list[str]:
    """Return what is wrong in `text`, each as `line:column: level: field: message`."""
    return [problem.at("").removeprefix(":") for problem in read_text(text).problems]


def the_problem(text: str) -> str:
    """Return the one thing that is wrong in `text`."""
    (problem,) = problems_of(text)
    return problem


def write_library(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    root.mkdir(exist_ok=True)
    return root


def texts_in(value: object) -> Iterator[str]:
    """Yield every text in a model, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts_in(item)
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts_in(getattr(value, part.name))


def official_fields(name: str, **got: Any) -> Fields:
    return Fields("officials[0]", 1, {"name": name, **got})


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run_python(*arguments: str | bytes, **environment: str) -> Outcome:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8", **environment},
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def briefterm(*arguments: str | bytes | Path, **environment: str) -> Outcome:
    """Run a briefterm command as a person or a script does."""
    return run_python("-m", "briefterm", *(os.fspath(word) for word in arguments), **environment)


def inherited() -> dict[str, str]:
    """Return the environment without the size of a terminal: a test runner's is not that of the one a test opens."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


def at_terminal(*arguments: str | Path, columns: int = 100, lines: int = 40, **environment: str) -> Outcome:
    """Run a briefterm command whose input and output are a terminal; the answer's line ends are made plain."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    running = subprocess.Popen(
        [sys.executable, "-m", "briefterm", *(os.fspath(word) for word in arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={**inherited(), "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    written = b""
    while part := _read(ours):
        written += part
    os.close(ours)
    assert running.stderr is not None
    told = running.stderr.read()
    running.stderr.close()
    return Outcome(running.wait(120), written.decode().replace("\r\n", "\n"), told.decode())


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other side of a terminal has closed
        return b""
