"""The comments of a YAML text and where they stand between its values, found from the scanner's tokens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as _Scanner
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Scanner  # type: ignore[assignment]

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)
_BLOCK = "|>"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its text from `#` on, the values before it in the file, its line and column from 0."""

    text: str
    before: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Remarks:
    """The comments of a text, and the numbers from 0 of the lines that lie within values and are not ours to touch."""

    comments: tuple[Comment, ...]
    inside: frozenset[int]


def remarks(text: str) -> Remarks:
    """Return the comments in `text`, which has line feeds alone for line ends. Raises yaml.YAMLError."""
    comments: list[Comment] = []
    inside: set[int] = set()
    at, count = 0, 0
    for start, end, style in _scalars(text):
        comments += _found(text, at, start, count)
        count += 1
        body = start
        if style in _BLOCK:
            body = text.find("\n", start)
            body = len(text) if body < 0 else body
            comments += _found(text, start, body, count)
        inside.update(range(text.count("\n", 0, body) + 1, text.count("\n", 0, end) + 1))
        at = end
    comments += _found(text, at, len(text), count)
    return Remarks(tuple(comments), frozenset(inside))


def _scalars(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each scalar begins and ends in `text`, and its style: empty, a quotation mark, `|` or `>`."""
    token: Any
    for token in yaml.scan(text, Loader=_Scanner):
        if isinstance(token, yaml.ScalarToken):
            yield token.start_mark.index, token.end_mark.index, token.style or " "


def _found(text: str, start: int, end: int, before: int) -> Iterator[Comment]:
    for match in _COMMENT.finditer(text, start, end):
        line = text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        yield Comment(match.group().rstrip(), before, line, column)
