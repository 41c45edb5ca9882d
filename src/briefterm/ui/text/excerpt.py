"""The lines of a file around a problem, as the person will find them in an editor."""

from pathlib import Path

from briefterm.brief.problems import Problem
from briefterm.brief.safe import safe_line, shorten
from briefterm.library.files import read_file

_AROUND = 3
_LONGEST = 160


def excerpt(file: Path, problem: Problem) -> tuple[str, ...]:
    """Return the lines around `problem`, numbered, a caret below its column; nothing if they cannot be read."""
    try:
        lines = read_file(file).decode("utf-8", "replace").split("\n")
    except OSError:
        return ()
    first = max(1, problem.line - _AROUND)
    shown: list[str] = []
    for number in range(first, min(len(lines), problem.line + _AROUND) + 1):
        raw = lines[number - 1].rstrip("\r").replace("\t", " ")
        indent = " " * (len(raw) - len(raw.lstrip(" ")))
        shown.append(f"{number:>6}  {indent}{shorten(raw, _LONGEST) if raw.strip() else ''}".rstrip())
        if number == problem.line and 0 < problem.column <= _LONGEST:
            before = safe_line(raw[: problem.column - 1]) if raw[: problem.column - 1].strip() else ""
            shown.append(" " * (8 + max(len(indent) + len(before), problem.column - 1)) + "^")
    return tuple(shown)
