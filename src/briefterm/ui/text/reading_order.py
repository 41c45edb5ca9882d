"""The whole brief as one text in reading order, as `briefterm show` prints it, with what the panes sign in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from rich.text import Text

from briefterm.brief.model import Brief
from briefterm.brief.now import clock_there, day_there
from briefterm.brief.when import MONTHS
from briefterm.exchange.outline import Outline, Place
from briefterm.exchange.outlining import outline_of
from briefterm.exchange.own import Own
from briefterm.exchange.writers.text import WIDTH, Begins, Line, flush_lines
from briefterm.personal.anchors import Placed
from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Rows
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.marks import Marker
from briefterm.ui.text.plain import PlainRows
from briefterm.ui.text.present import Present
from briefterm.ui.text.rows import some_sourced
from briefterm.ui.text.signs import ABOVE, Signs
from briefterm.ui.view import LISTS, Opened, View

TOP: Place = ("title", 0)
_SECTIONS = {"officials": "Officials", "agenda": "Agenda", "timeline": "Timeline", "sources": "Sources"}
_STYLES = {Begins.PART: "heading", Begins.GROUP: "quiet", Begins.ITEM: "strong"}
_PROSE = ("background", "sections", "summary", "objectives", "open_questions", "other")


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be said of an item besides the brief's own words: in a word or two, and in a line."""

    short: str
    line: str


Beside = Mapping[Place, tuple[Said, ...]]


def beside(brief: Brief, told: Present, signs: Signs, bookmarks: Iterable[Placed], moment: datetime) -> Beside:
    """Return what the panes show by signs, in words: what is now, done, changed, bookmarked, ahead, without source."""
    found: dict[Place, tuple[Said, ...]] = {}
    for place, said in (*_present(told), *_signed(brief, signs), *_own(bookmarks), *_unsaid(brief, moment)):
        found[place] = (*found.get(place, ()), replace(said, line=said.line[:1].upper() + said.line[1:]))
    return found


def about_file(opened: Opened, key: str) -> Iterator[Said]:
    """Say what is wrong with the file of a brief, below its title; `key` shows the problems."""
    if opened.stale:
        yield Said("", opened.stale)
    count = len(opened.problems)
    if count:
        yield Said("", f"{count} problem{'' if count == 1 else 's'} in this brief ({key})")


def _present(told: Present) -> Iterator[tuple[Place, Said]]:
    for mark in told.marks:
        state = mark.state.replace(DOT, ", ")
        yield (mark.pane, mark.index), Said(state, f"{state}; {mark.home} at home" if mark.home else state)


def _signed(brief: Brief, signs: Signs) -> Iterator[tuple[Place, Said]]:
    for (pane, index), those in signs.items():
        place = (pane, index if index != ABOVE else _first(brief, pane))
        for sign in those:
            line = (sign.word if sign.apart else sign.says or sign.word).replace(" · ", ", ")
            yield place, Said("" if sign.apart else sign.word, line)


def _own(bookmarks: Iterable[Placed]) -> Iterator[tuple[Place, Said]]:
    for placed in bookmarks:
        yield (placed.pane, placed.index), Said("bookmarked", "bookmarked")


def _unsaid(brief: Brief, moment: datetime) -> Iterator[tuple[Place, Said]]:
    """Say where what is ahead begins, and which items name no source where others do."""
    ahead = _ahead(brief, moment)
    if ahead is not None:
        today = day_there(brief, moment)
        yield ahead, Said("", f"ahead from here: today is {today.day} {MONTHS[today.month - 1]} {today.year}")
    for pane in LISTS:
        items = getattr(brief, pane)
        if some_sourced(items):
            yield from (((pane, at), Said("", "no source is given")) for at, one in enumerate(items) if not one.sources)


def _first(brief: Brief, pane: str) -> int:
    order = {"officials": brief.precedence, "timeline": brief.chronology}.get(pane, (0,))
    return order[0] if order else 0


def _ahead(brief: Brief, moment: datetime) -> Place | None:
    """Return the first entry of the timeline that is ahead, where others come before it."""
    for at, index in enumerate(brief.chronology):
        date = brief.timeline[index].date
        there = clock_there(date, brief, moment) if date is not None and date.known else None
        if date is not None and there is not None and date.begins > there:
            return ("timeline", index) if at else None
    return None


@dataclass(frozen=True)
class Whole:
    """The text of a brief at a width: its lines, and every place of it in order, by which lines have their keys.

    `names` are the headings of items in full, without their numbers.
    """

    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    keys: tuple[int, ...]
    beside: Beside = field(default_factory=dict)
    names: Mapping[Place, str] = field(default_factory=dict)

    def key_of(self, view: View) -> int | None:
        """Return the key of what a view is of; None for a page that is not part of the text."""
        if view.page == "background":
            prose = [place for name in _PROSE for place in self.places if place[0] == name]
            wanted = (view.pane, view.index)
            return self._key(wanted) if wanted[0] not in LISTS and wanted in self.places else self._key(*prose, TOP)
        if view.page == "sources":
            if view.pane == "sources":
                return self._key((view.pane, view.index))
            return self._key(*(place for place in self.places if place[0] == "sources"))
        return None if view.page else self._key((view.pane, view.index), TOP)

    def view_at(self, key: int) -> View:
        """Return the view of a place by its key."""
        pane, index = self.places[key]
        return View(pane, index, "" if pane in LISTS else "sources" if pane == "sources" else "background")

    def again(self, place: Place) -> int:
        """Return the key of a place of another version of the text; that of the beginning where it has gone."""
        return self._key(place, TOP) or 0

    def section(self, pane: str) -> int | None:
        """Return the line with the heading of a pane; None where the brief has none of it."""
        key = next((key for key, place in enumerate(self.places) if place[0] == pane), None)
        return None if key is None else self._heading(self.keys.index(key))

    def step(self, line: int, step: int) -> int:
        """Return the line of the next heading of a part, of the last part the end; or of the one before."""
        heads = [at for at, one in enumerate(self.lines) if one.begins is Begins.PART]
        if step > 0:
            return next((at for at in heads if at > line), len(self.lines) - 1)
        return next((at for at in reversed(heads) if at < line), 0)

    def where(self, line: int) -> str:
        """Say in words where a line is: its section, which item of how many, and what is to be said of that."""
        if not self.lines:
            return ""
        place = self.places[self.keys[line]]
        here = [key for key, one in enumerate(self.places) if one[0] == place[0]]
        said = [_SECTIONS[place[0]]] if place[0] in _SECTIONS else []
        if said:
            said.append(f"item {here.index(self.keys[line]) + 1} of {len(here)}")
        elif place == TOP:
            said.append("The brief itself")
        else:
            said.append(self.lines[self._heading(line)].text.capitalize())
        if place[0] == "officials":
            said += self._group(self.begin(self.keys[line]))
        said += [one.short for one in self.beside.get(place, ()) if one.short]
        return ", ".join(said)

    def heading_of(self, line: int) -> str:
        """Return the heading of the item that a line is within; empty where the line is that itself."""
        key = self.keys[line]
        return self.names.get(self.places[key], "") if self.begin(key) < line else ""

    def begin(self, key: int) -> int:
        """Return the line a place begins with: of an item its own first, not the heading above it."""
        first = self.keys.index(key)
        mine = range(first, len(self.lines))
        return next((at for at in mine if self.keys[at] == key and self.lines[at].begins is Begins.ITEM), first)

    def _group(self, line: int) -> list[str]:
        for one in reversed(self.lines[:line]):
            if one.begins is Begins.GROUP:
                return [one.text]
            if one.begins is Begins.PART:
                break
        return []

    def _heading(self, line: int) -> int:
        """Return the line of the heading that a line stands under."""
        return next((at for at in range(line, -1, -1) if self.lines[at].begins is Begins.PART), 0)

    def _key(self, *wanted: Place) -> int | None:
        return next((self.places.index(place) for place in wanted if place in self.places), None)


def whole_of(outline: Outline, said: Beside, width: int) -> Whole:
    """Return an outline as text of at most `width` cells a line, and no more than it is printed with."""
    words = {place: [one.line for one in those] for place, those in said.items()}
    lines = tuple(flush_lines(outline, min(width, WIDTH), words))
    places = tuple(dict.fromkeys([TOP, *(line.place for line in lines if line.place is not None)]))
    numbers = {place: key for key, place in enumerate(places)}
    keys = [len(places) - 1] * len(lines)  # what ends the text is of what comes before it
    following = keys[-1]
    for at in range(len(lines) - 1, -1, -1):  # a heading is of what it heads
        place = lines[at].place
        following = keys[at] = numbers[place] if place is not None else following
    for at, line in enumerate(lines):
        if not line.text:
            keys[at] = keys[at - 1] if at else 0
    return Whole(lines, places, tuple(keys), said, dict(_names(outline)))


def _names(outline: Outline) -> Iterator[tuple[Place, str]]:
    for part in outline.parts:
        yield from ((item.place, item.heading) for item in part.items if item.place is not None)
    yield from ((("sources", note.number - 1), note.name) for note in outline.notes)


class BriefRows:
    """The text of a brief as rows of a list, made anew for each width. Only its plain lines are ever shown."""

    def __init__(self, brief: Brief, own: Own, said: Beside, ink: Ink, mark: Marker | None = None) -> None:
        self._outline = outline_of(brief, own)
        self._said = said
        self._ink = ink
        self._mark = mark
        self.whole = Whole((), (TOP,), ())

    def __len__(self) -> int:
        return 0

    def key(self, index: int) -> int | None:
        """Return no item."""
        return None

    def find(self, key: int) -> int | None:
        """Return no row."""
        return None

    def tops(self, width: int) -> list[int]:
        """Return the end."""
        return [0]

    def lines(self, index: int, width: int) -> list[Text]:
        """Return no line."""
        return []

    def plain(self, width: int) -> Rows:
        """Return the text in lines of at most `width` cells; `whole` is that from now on."""
        self.whole = whole_of(self._outline, self._said, width)
        return PlainRows(list(self._texts()), self._mark)

    def _texts(self) -> Iterator[tuple[Text, int]]:
        for line, key in zip(self.whole.lines, self.whole.keys, strict=True):
            yield Text(line.text, self._ink[_STYLES[line.begins]] if line.begins else ""), key
