"""What stood on a screen when: a recording of what a program wrote, drawn again afterwards.

Drawing takes longer than what is measured, so that nothing is drawn while a program runs: what it writes is noted with
the time it came.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pyte

Chunk = tuple[float, bytes]
"""When it came, in seconds, and what."""


class _Lenient(pyte.Screen):
    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        """Set colours; what looks like that and sets keyboard modes is left alone."""
        if not private:
            super().select_graphic_rendition(*attributes)


class Screen:
    """A terminal's screen."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = _Lenient(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    def draw(self, data: bytes) -> None:
        """Take in what a program has written."""
        self._stream.feed(data)

    def line(self, row: int) -> str:
        """Return a line as text without the spaces at its end; rows below 0 count from the bottom."""
        row %= self._screen.lines
        cells = self._screen.buffer[row]
        return "".join(cells[column].data for column in range(self._screen.columns)).rstrip()

    def text(self) -> str:
        """Return all of it."""
        return "\n".join(self.line(row) for row in range(self._screen.lines))


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that was done at a time, in seconds, and how to see on the screen that it has been answered."""

    time: float
    answered: Callable[[Screen], bool]


def latencies(screen: Screen, recording: Iterable[Chunk], marks: Sequence[Mark]) -> list[float | None]:
    """Return the milliseconds from each mark to its answer, None where there was none before the next mark's.

    Marks are in order of time. What is written before the first is drawn first.
    """
    found: list[float | None] = [None] * len(marks)
    at = 0
    for time, data in recording:
        screen.draw(data)
        for later in range(at, len(marks)):
            if marks[later].time > time:
                break
            if marks[later].answered(screen):
                found[later] = (time - marks[later].time) * 1000
                at = later + 1
    return found
