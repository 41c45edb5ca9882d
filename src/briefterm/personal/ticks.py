"""What has been ticked off in the agendas of one library: a readable file a brief, one line a tick.

A file is a few `name: value` lines that say of which brief, a line `---`, and then for each tick, with tabs between,
when it was made, the id of its topic, that topic's text, which of several topics of that text it is,
and what tells those like it that stood beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from briefterm.brief.fold import fold_line
from briefterm.brief.matching import Item, beside, match, may_continue
from briefterm.brief.model import Brief
from briefterm.brief.safe import safe_line
from briefterm.brief.when import read_moment, written_moment
from briefterm.personal.lines import values_in
from briefterm.personal.records import Head, Others, Records

SUFFIX = ".txt"
LIMIT = 1024 * 1024
_RULE = "---"


@dataclass(frozen=True, slots=True)
class Tick:
    """A topic was dealt with at `made`, to the minute as ISO 8601, by the clock of the brief's own zone.

    `item` and `on` are the id and the text of the topic then; `nth` says which it was of several of the same text,
    `beside` which topics like it stood beside it (see `matching.beside`).
    """

    made: str
    item: str
    on: str
    nth: int = 1
    beside: str = ""


@dataclass(frozen=True)
class Ticked:
    """The ticks of a brief as it is now: those on its topics by index, and those whose topic has gone."""

    done: Mapping[int, Tick] = field(default_factory=dict)
    gone: tuple[Tick, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.done or self.gone)


class Ticks:
    """The ticks in `folder`, read afresh at each call; of a brief, `path` is that of its file in the library.

    What else the library has is asked of `others`.
    """

    def __init__(self, folder: Path, others: Others) -> None:
        self._records = Records(folder, SUFFIX, LIMIT, others)

    def on(self, brief: Brief, path: str = "") -> Ticked:
        """Return the ticks of `brief` and where they belong in it."""
        return place(self._load(brief, path)[1], brief)

    def tick(self, brief: Brief, index: int, now: datetime, path: str = "") -> Ticked:
        """Tick off the topic at `index`, if it is not, and return what is ticked off then. Raises OSError."""
        with self._records.alone():
            file, known = self._load(brief, path)
            ticked = place(known, brief)
            if index in ticked.done:
                return ticked
            anchor = _anchors(brief)[index]
            made = Tick(written_moment(now), anchor.id, anchor.text, int(anchor.detail), _beside(brief, index))
            return self._put(brief, path, file, [*known, made])

    def untick(self, brief: Brief, index: int, path: str = "") -> Ticked:
        """Take back that the topic at `index` is ticked off, if it is, and return what is then. Raises OSError."""
        with self._records.alone():
            file, known = self._load(brief, path)
            ticked = place(known, brief)
            tick = ticked.done.get(index)
            if tick is None:
                return ticked
            return self._put(brief, path, file, [other for other in known if other is not tick])

    def _put(self, brief: Brief, path: str, file: Path | None, ticks: list[Tick]) -> Ticked:
        text = written(brief, ticks, self._records.head(brief, path))
        self._records.write(brief, path, text.encode("utf-8", "replace"), file)
        return place(ticks, brief)

    def _load(self, brief: Brief, path: str) -> tuple[Path | None, list[Tick]]:
        for file, data in self._records.find(brief, path, _head_in):
            return file, read(data.decode("utf-8", "replace"))
        return None, []


def place(ticks: Sequence[Tick], brief: Brief) -> Ticked:
    """Return where `ticks` belong in `brief`: on the topic of the same id, else text, else of the likest text.

    No topic takes two: what would be ticked off by its likeness to another is not, as long as that one is there; nor is
    a topic that another word tells from the one ticked off.
    """
    known: dict[str, set[str]] = {}
    for tick in ticks:
        known.setdefault(tick.on, set()).add(tick.beside)

    def may_be(was: str, now: str) -> bool:
        return all(may_continue(was, now, one) for one in known[was])

    old = [Item(tick.item, tick.on, str(tick.nth)) for tick in ticks]
    found = match(old, _anchors(brief), may_be) if ticks else {}
    placed = frozenset(found.values())
    gone = tuple(tick for number, tick in enumerate(ticks) if number not in placed)
    return Ticked({index: ticks[number] for index, number in sorted(found.items())}, gone)


def _anchors(brief: Brief) -> list[Item]:
    """What each topic is known by; the detail tells those of the same text apart by their order."""
    seen: dict[str, int] = {}
    anchors = []
    for topic in brief.agenda:
        text = fold_line(topic.topic)
        seen[text] = seen.get(text, 0) + 1
        anchors.append(Item(topic.id, topic.topic, str(seen[text])))
    return anchors


def _beside(brief: Brief, index: int) -> str:
    return beside(brief.agenda[index].topic, (topic.topic for topic in brief.agenda))


def written(brief: Brief, ticks: Iterable[Tick], more: Mapping[str, str] | None = None) -> str:
    """Return the text of the file on `brief`, with these values in its head too."""
    values = {"brief": brief.id, "title": brief.title} | dict(more or {})
    lines = [*(f"{name}: {safe_line(value)}" for name, value in values.items()), _RULE]
    for tick in ticks:
        last = [str(tick.nth), tick.beside] if tick.beside else [str(tick.nth)] if tick.nth > 1 else []
        lines.append("\t".join((tick.made, safe_line(tick.item), safe_line(tick.on), *last)))
    return "\n".join(lines) + "\n"


def read(text: str) -> list[Tick]:
    """Return the ticks in a file's text; a line that is none is passed over."""
    _, _, below = text.replace("\r\n", "\n").partition(f"\n{_RULE}\n")
    return [tick for line in below.split("\n") if (tick := _tick(line)) is not None]


def _tick(line: str) -> Tick | None:
    made, *rest = line.split("\t")
    if len(rest) not in (2, 3, 4):
        return None
    nth = rest[2] if len(rest) > 2 else "1"
    known = rest[3] if len(rest) > 3 else ""
    if read_moment(made) is None:
        return None
    try:
        return Tick(made, safe_line(rest[0]), safe_line(rest[1]), max(1, int(nth)), safe_line(known))
    except ValueError:
        return None


def _head_in(data: bytes) -> Head:
    head = data.decode("utf-8", "replace").partition(f"\n{_RULE}\n")[0]
    values = values_in(head.split("\n"))
    return Head.of(values, values.get("brief", ""))
