"""One hostile case: its bytes, what must come of them, and why it is tried."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefterm.brief.fields import AGENDA, BRIEF, OBJECTIVES, OFFICIAL, PLACE, SOURCE, TABLES, TIMELINE, Field, Table

Bytes = bytes | Callable[[], bytes]


@dataclass(frozen=True)
class Case:
    """A file and what is expected of it.

    `says` are parts of messages in the form `line:column: level: field: message`; each must stand in one of them.
    `opens` says whether it is shown as a brief or refused; a refusal must say something. A `silent` case has no
    message at all. `shows` are texts that must be in the model as they stand here.
    """

    name: str
    why: str
    source: Bytes
    says: tuple[str, ...] = ()
    opens: bool = True
    silent: bool = False
    shows: tuple[str, ...] = ()

    def data(self) -> bytes:
        """Return the bytes; large ones are made only now."""
        return self.source if isinstance(self.source, bytes) else self.source()


Cases = Iterator[Case]


def opens(name: str, why: str, text: str | Bytes, *says: str, shows: Iterable[str] = ()) -> Case:
    """Return a case that opens with these messages."""
    return Case(name, why, _bytes(text), says, shows=tuple(shows))


def silent(name: str, why: str, text: str | Bytes, *shows: str) -> Case:
    """Return a case that opens without any message: what looks like a trick is plain text."""
    return Case(name, why, _bytes(text), silent=True, shows=shows)


def refused(name: str, why: str, text: str | Bytes, says: str) -> Case:
    """Return a case that is no brief, for a reason that names its place."""
    return Case(name, why, _bytes(text), (says,), opens=False)


def _bytes(text: str | Bytes) -> Bytes:
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


@dataclass(frozen=True)
class Slot:
    """A field in a brief that is sound but for it."""

    table: Table
    field: Field

    @property
    def name(self) -> str:
        return f"{self.table.name}-{self.field.name}"

    def filled(self, written: str) -> str:
        """Return a brief with `written`, on one line, as the field's value."""
        return "\n".join([*self._before(), self._line(written), ""])

    def at(self) -> str:
        """Return `line:column` of the value."""
        return f"{len(self._before()) + 1}:{self._line('x').index(': ') + 3}"

    def _line(self, written: str) -> str:
        if self.table is BRIEF:
            return f"{self.field.name}: {written}"
        if self.table in (PLACE, OBJECTIVES):
            return f"  {self.field.name}: {written}"
        return f"    {self.field.name}: {written}"

    def _before(self) -> list[str]:
        if self.table is BRIEF:
            return [] if self.field.name == "title" else ["title: T"]
        if self.table in (PLACE, OBJECTIVES):
            return ["title: T", f"{self.table.name}:"]
        others = [f"    {known}: {value}" for known, value in _REQUIRED[self.table.name] if known != self.field.name]
        return ["title: T", f"{self.table.name}:", "  - x-own: kept", *others]


_REQUIRED = {
    OFFICIAL.name: [("name", "N")],
    AGENDA.name: [("topic", "T")],
    TIMELINE.name: [("date", "2018"), ("event", "E")],
    SOURCE.name: [("name", "N")],
}
SLOTS = tuple(Slot(table, field) for table in TABLES for field in table.fields)
