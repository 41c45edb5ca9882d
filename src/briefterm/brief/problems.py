"""What is wrong in a brief, where, and what to write instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is: with an error the file cannot be read as a brief at all; all else is a warning."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right. `line` and `column` count from 1; `field` is a path such as `agenda[2].when`."""

    line: int
    column: int
    level: Level
    field: str
    message: str

    def at(self, path: str) -> str:
        """Return the one-line form `path:line:column: level: field: message`."""
        return f"{path}:{self.line}:{self.column}: {self.level}: {self.field}: {self.message}"


_LONGEST_SLIP = 60


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `word` is most likely a slip for, or None."""
    if len(word) > _LONGEST_SLIP:
        return None
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in known if len(name) <= 2 * _LONGEST_SLIP}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.7)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean X?` for the nearest of `known`, or an empty text where none is near."""
    return asked(nearest(word, known))


def asked(meant: str | None) -> str:
    """Return `; did you mean X?`, or an empty text where nothing is `meant`."""
    return f"; did you mean `{meant}`?" if meant else ""


class Hints:
    """What the slips of one file are most likely meant for.

    Looked for at most `most` times: a file of nothing but slips would otherwise take minutes. The same slip of the
    same kind always has the same answer.
    """

    def __init__(self, most: int = 50) -> None:
        self._left = most
        self._found: dict[tuple[str, str], str | None] = {}

    def nearest(self, kind: str, word: str, known: Callable[[], Iterable[str]]) -> str | None:
        """Return the one of `known`, the words of one `kind`, that `word` is most likely a slip for, or None."""
        key = (kind, word)
        if key not in self._found and self._left and len(word) <= _LONGEST_SLIP:
            self._left -= 1
            self._found[key] = nearest(word, known())
        return self._found.get(key)

    def did_you_mean(self, kind: str, word: str, known: Callable[[], Iterable[str]]) -> str:
        """Return the same as `; did you mean X?`, or an empty text where none is near."""
        return asked(self.nearest(kind, word, known))
