"""What is over and what is ahead, by the clock where the lines of a dossier have clock times, else by the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from briefterm.brief.now import LAST, in_utc, over_without_end
from briefterm.people.page import Line


@dataclass(frozen=True, slots=True)
class Clock:
    """The `day` (date.toordinal), and the `moment` in the reader's zone; None where only the day counts."""

    day: int
    moment: datetime | None = None

    def begun(self, line: Line) -> Line | None:
        """Return a line with the latest of its dates that has begun, None where none has."""
        return max((one for one, _ in line.each() if not self.is_ahead(one)), key=self.latest, default=None)

    def is_ahead(self, line: Line) -> bool:
        """Return whether a line has not begun."""
        if self.moment is None or line.begins is None:
            return line.first > self.day
        return self._instant(line.begins) > in_utc(self.moment)

    def around(self, lines: Iterable[Line]) -> tuple[Line | None, Line | None]:
        """Return the line that was over last, and the first that is not over.

        One that spans the day is next where its days are written; a month or a year that is not over yet may be
        either, and is neither. Of a set each date counts for itself: a line has the days of the one that is meant. Of
        the lines of one day those with a clock time come first.
        """
        lines = list(lines)
        starts = sorted(self._instant(line.begins) for line in lines if line.begins is not None)
        before: list[Line] = []
        after: list[Line] = []
        for line in lines:
            for one, vague in line.each():
                if self._is_over(one, starts):
                    before.append(one)
                elif one.first >= self.day or not vague:
                    after.append(one)
        return max(before, key=self.latest, default=None), min(after, key=self._soonest, default=None)

    def _is_over(self, line: Line, starts: list[datetime]) -> bool:
        if self.moment is None or line.begins is None:
            return line.last < self.day
        return self._over_at(line.begins, line.ends, starts) <= in_utc(self.moment)

    def _over_at(self, begins: datetime, ends: datetime | None, starts: list[datetime]) -> datetime:
        """Return when it is over: at its end, else when the next of `starts` is, or at midnight there."""
        if ends is not None:
            return self._instant(ends)
        return over_without_end(self._instant(begins), begins.date(), self._zone(begins), starts)

    def latest(self, line: Line) -> tuple[int, datetime, int]:
        """Return what lines are compared by where the last one is wanted: by the clock those of one day."""
        end = line.ends or line.begins
        return line.last, _NEVER if end is None else self._instant(end), line.first

    def _soonest(self, line: Line) -> tuple[int, datetime, int]:
        begins = LAST if line.begins is None else self._instant(line.begins)
        return max(line.first, self.day), begins, line.last

    def _instant(self, local: datetime) -> datetime:
        """Return a moment in UTC: on the reader's clock where it has no zone."""
        return in_utc(local.replace(tzinfo=self._zone(local)))

    def _zone(self, local: datetime) -> tzinfo:
        return local.tzinfo or (self.moment.tzinfo if self.moment else None) or UTC


_NEVER = datetime.min.replace(tzinfo=UTC)
