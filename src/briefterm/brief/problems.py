"""What is wrong in a brief, where, and what to write instead."""

from collections.abc import Iterable
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


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `word` is most likely a slip for, or None."""
    if len(word) > 60:
        return None
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.7)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean X?` for the nearest of `known`, or an empty text where none is near."""
    found = nearest(word, known)
    return f"; did you mean `{found}`?" if found else ""
