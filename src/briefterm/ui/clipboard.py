"""The clipboard: by a program of the system where the session is local, else by the terminal itself (OSC 52).

OSC 52 is the control sequence by which a terminal, and so the machine a person sits at, takes text over SSH (xterm,
"Operating System Commands"). tmux and screen keep it to themselves unless it is wrapped for them.
"""

import base64
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

LARGEST = 74_994
"""Bytes that fit a sequence of 100,000 characters, the most that common terminals take."""

_PATIENCE = 3.0  # seconds
_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_SCREENS_MOST = 700  # characters of one string that GNU screen passes on
_Find = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Program:
    """A program that takes text on its stdin. `way` names it, for the person."""

    command: tuple[str, ...]
    way: str
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Handed:
    """Which way a text went, or why it went nowhere. `sequence` is what the terminal is still to be told."""

    way: str = ""
    sequence: str = ""
    reason: str = ""


def programs(environ: Mapping[str, str], find: _Find = shutil.which, platform: str = sys.platform) -> Iterator[Program]:
    """Yield the programs that could take a text here, the best first."""
    if not any(environ.get(name) for name in _REMOTE):
        wsl = bool(environ.get("WSL_DISTRO_NAME") or environ.get("WSL_INTEROP"))
        known = (
            (platform == "darwin", ("pbcopy",), "utf-8"),
            (wsl, ("clip.exe",), "utf-16-le"),
            (bool(environ.get("WAYLAND_DISPLAY")), ("wl-copy",), "utf-8"),
            (bool(environ.get("DISPLAY")), ("xclip", "-selection", "clipboard"), "utf-8"),
            (bool(environ.get("DISPLAY")), ("xsel", "--clipboard", "--input"), "utf-8"),
        )
        for here, (name, *rest), encoding in known:
            if here and (path := find(name)):
                yield Program((path, *rest), name, encoding)
    if environ.get("TMUX") and (path := find("tmux")):
        yield Program((path, "load-buffer", "-w", "-"), "tmux")


def hand_over(text: str, environ: Mapping[str, str], find: _Find = shutil.which) -> Handed:
    """Give `text`, which is safe, to the first program that takes it, else to the terminal."""
    for program in programs(environ, find):
        try:
            done = subprocess.run(  # noqa: S603 - found in PATH, and no word of the text among the arguments
                program.command,
                input=text.encode(program.encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return Handed(program.way)
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST:
        return Handed(reason=f"not copied: {len(data):,} bytes, and a terminal takes {LARGEST:,}; x exports the brief")
    sequence, through = wrapped(f"\x1b]52;c;{base64.b64encode(data).decode()}\x07", environ)
    return Handed(f"the terminal (OSC 52{through})", sequence)


def wrapped(sequence: str, environ: Mapping[str, str]) -> tuple[str, str]:
    """Return a control sequence so that tmux or screen passes it on, and what to say of that."""
    if environ.get("TMUX"):
        doubled = sequence.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\", " through tmux"
    if environ.get("STY"):
        parts = (sequence[at : at + _SCREENS_MOST] for at in range(0, len(sequence), _SCREENS_MOST))
        return "".join(f"\x1bP{part}\x1b\\" for part in parts), " through screen"
    return sequence, ""
