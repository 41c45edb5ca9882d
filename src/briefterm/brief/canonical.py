"""The canonical layout of a brief: one indentation, one spacing, the same words, the same comments.

Keys stay in their order and texts in their quotes. What is written is read again and compared, value by value and
comment by comment, before anyone sees it: whatever cannot be kept is a reason to change nothing.
"""

import re

import yaml

from briefterm.brief.comments import Comment, Remarks, remarks
from briefterm.brief.encoding import decode
from briefterm.brief.problems import Level
from briefterm.brief.reader import read
from briefterm.brief.roundtrip import CannotKeepError, dump, load, unfold
from briefterm.brief.safe import shorten
from briefterm.brief.tree import Mapping, Node, Scalar, Sequence, UnreadableError, parse

_BREAKS = re.compile(r"\r\n?")
_START = re.compile(r"\A((?:[ \t]*(?:#[^\n]*)?\n)*)---[ \t]*(#[^\n]*)?(?:\n|$)")
_ROUNDS = 3


def canonical(data: bytes) -> str:
    """Return the bytes of a brief as text in the canonical layout, ending in a line feed.

    Raises CannotKeepError where the file is no brief, or where a value or a comment would change, go or move.
    """
    reading = read(data, "brief")
    worst = next((problem for problem in reading.problems if problem.level is Level.ERROR), None)
    if reading.brief is None and worst is not None:
        raise CannotKeepError(f"line {worst.line}: {worst.message}")
    before = _BREAKS.sub("\n", decode(data))
    text = _once(before)
    for _ in range(_ROUNDS):
        again = _once(text)
        if again == text:
            break
        text = again
    else:
        raise CannotKeepError("its layout does not settle")
    ensure_same(before, text)
    return text


def ensure_same(before: str, after: str) -> None:
    """Raise CannotKeepError unless two texts hold the same values and the same comments at the same places."""
    try:
        was, _ = parse(before.encode())
        now, _ = parse(after.encode())
    except UnreadableError as error:
        raise CannotKeepError(f"what would be written cannot be read ({error.problem.message})") from None
    changed = None if was is None or now is None else _changed(was, now)
    if changed is not None:
        raise CannotKeepError(f"line {changed.line}: the value would change")
    old, new = remarks(before).comments, remarks(after).comments
    lost = next((one for one, other in zip(old, new, strict=False) if _mark(one) != _mark(other)), None)
    if lost is None and len(old) != len(new):
        lost = old[len(new)] if len(old) > len(new) else old[-1] if old else new[0]
    if lost is not None:
        raise CannotKeepError(f"line {lost.line + 1}: the comment `{shorten(lost.text)}` would be lost or moved")


def _mark(comment: Comment) -> tuple[str, int]:
    return comment.text, comment.before


def _once(text: str) -> str:
    text = _START.sub(lambda found: found[1] + (f"{found[2]}\n" if found[2] else ""), text)
    document = load(text)
    unfold(document)
    try:
        return _tidied(dump(document), text)
    except yaml.YAMLError:
        raise CannotKeepError("what would be written cannot be read") from None


def _tidied(after: str, before: str) -> str:
    """Return dumped text with comments in line with what they stood in line with, and blank lines one at a time."""
    was, now = remarks(before), remarks(after)
    old_lines, lines = before.split("\n"), after.split("\n")
    for old, new in zip(was.comments, now.comments, strict=False):
        if not lines[new.line][: new.column].strip():
            column = _in_line_with(old, _beginnings(old_lines, was, old.line), _beginnings(lines, now, new.line))
            lines[new.line] = " " * (new.column if column is None else column) + new.text
    return "\n".join(_without_gaps(lines, now)).rstrip("\n") + "\n"


def _in_line_with(old: Comment, was: tuple[int | None, ...], now: tuple[int | None, ...]) -> int | None:
    """Return the column where that line now begins, below or above a comment, in line with which it stood."""
    return next((column for before, column in zip(was, now, strict=True) if before == old.column), None)


def _beginnings(lines: list[str], found: Remarks, at: int) -> tuple[int | None, int | None]:
    """Return the columns at which the nearest lines with a value of their own begin, below and above line `at`."""
    return _beginning(lines, found, range(at + 1, len(lines))), _beginning(lines, found, range(at - 1, -1, -1))


def _beginning(lines: list[str], found: Remarks, numbers: range) -> int | None:
    for number in numbers:
        text = lines[number].lstrip()
        if text and not text.startswith("#") and number not in found.inside:
            return len(lines[number]) - len(text)
    return None


def _without_gaps(lines: list[str], found: Remarks) -> list[str]:
    kept: list[str] = []
    for number, line in enumerate(lines):
        if number in found.inside:
            kept.append(line)
        elif line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip())
    return kept


def _changed(one: Node, other: Node) -> Node | None:
    """Return the first node of a tree that another says differently, or None.

    Recursion is safe: depth was limited when they were built.
    """
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return None if one.text == other.text and (one.text or one.quoted is other.quoted) else one
    if isinstance(one, Sequence) and isinstance(other, Sequence) and len(one.items) == len(other.items):
        pairs = zip(one.items, other.items, strict=True)
    elif isinstance(one, Mapping) and isinstance(other, Mapping) and list(one.entries) == list(other.entries):
        pairs = zip((value for _, value in one.entries.values()), (v for _, v in other.entries.values()), strict=True)
    else:
        return one
    return next((changed for pair in pairs if (changed := _changed(*pair)) is not None), None)
