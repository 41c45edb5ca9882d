"""What a reader makes of a file: drafts of briefs, and what could not be carried into them."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from briefterm.brief.encoding import NotTextError, decode

READ_LIMIT = 8 * 1024 * 1024
MOST_ENTRIES = 2000


class UnreadError(Exception):
    """The bytes are not what they were taken for, or too many; the message says what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief in the making: its fields as plain values, and phrases such as `2 alarms` for what is not in them."""

    values: dict[str, Any]
    lost: tuple[str, ...] = ()


class Losses:
    """Counts what could not be carried."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, noun: str, number: int = 1) -> None:
        """Count one more of a thing; `{s}` in its name is where several take an s."""
        if number:
            self._counts[noun] += number

    def told(self) -> tuple[str, ...]:
        """Return what was counted, in the order it was first met."""
        return tuple(
            f"{number:,} {noun.replace('{s}', '' if number == 1 else 's')}" for noun, number in self._counts.items()
        )


def text_of(data: bytes) -> str:
    """Return the text of a file. Raises UnreadError for what is none and for more than READ_LIMIT bytes."""
    if len(data) > READ_LIMIT:
        raise UnreadError(f"the file has more than {READ_LIMIT:,} bytes; split it")
    try:
        return decode(data)
    except NotTextError as error:
        raise UnreadError(f"line {error.line}: {error}") from None


def given(**fields: Any) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name.rstrip("_"): value for name, value in fields.items() if value not in ("", None, [], {})}
