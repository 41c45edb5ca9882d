"""The person's own editor: which it is, and how it is told to begin at a line.

$VISUAL is asked before $EDITOR, as POSIX has it of programs for a screen; either may hold arguments, as a shell would
split them. The ways to name a line are each editor's own.
"""

import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from briefterm.brief.safe import shorten
from briefterm.errors import BrieftermError

DEFAULTS = ("nano", "vim", "vi")
_PLUS = frozenset((
    "vi", "vim", "nvim", "nvi", "vis", "view", "nano", "pico", "emacs", "emacsclient", "mg", "micro", "kak", "joe",
    "jed", "ne", "mcedit", "less", "more", "most",
))  # fmt: skip
_GOTO = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor"))
_COLON = frozenset(("hx", "helix", "subl", "zed", "zeditor"))
_WAIT = frozenset(("subl", "zed", "zeditor")) | _GOTO
_WAITING = ("--wait", "-w")


class NoEditorError(BrieftermError):
    """There is no editor to open a file in; the message says what to set."""


def command(
    environment: Mapping[str, str], file: Path, line: int, which: Callable[[str], str | None] = shutil.which
) -> list[str]:
    """Return the command that opens `file` at `line`, counted from 1, in the person's editor, and waits for its end.

    An editor we do not know is given the file alone. Raises NoEditorError.
    """
    words = _chosen(environment, which)
    name = Path(words[0]).name.removesuffix(".exe")
    path = str(file.absolute())
    if name in _WAIT and not any(word in _WAITING for word in words):
        words.append("--wait")
    if name in _PLUS:
        return [*words, f"+{line}", path]
    if name in _GOTO:
        return [*words, "--goto", f"{path}:{line}"]
    return [*words, f"{path}:{line}" if name in _COLON else path]


def _chosen(environment: Mapping[str, str], which: Callable[[str], str | None]) -> list[str]:
    for variable in ("VISUAL", "EDITOR"):
        written = environment.get(variable, "").strip()
        if not written:
            continue
        try:
            words = shlex.split(written)
        except ValueError as error:
            raise NoEditorError(
                f"${variable} cannot be understood ({str(error).lower()}): {shorten(written)}"
            ) from None
        if words and which(words[0]) is None:
            raise NoEditorError(f"${variable} names `{shorten(words[0])}`, which is not found")
        if words:
            return words
    found = next((name for name in DEFAULTS if which(name)), None)
    if found is None:
        raise NoEditorError("no editor is found; set $VISUAL or $EDITOR to yours")
    return [found]
