"""What has changed in a brief since its reader last read it, with the signs at its rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefterm.brief.changes import PANES, Changes, ItemChange, Kind, continued
from briefterm.brief.model import Brief
from briefterm.brief.when import shown_moment
from briefterm.locales import ENGLISH, Locale
from briefterm.ui.text.signs import ABOVE, Sign, Signs
from briefterm.ui.view import LISTS, View

PAGE = "changes"
NEW, GONE, OTHER, SHIFTED = "+", "\N{MINUS SIGN}", "±", "⇅"


@dataclass(frozen=True)
class Since:
    """What has changed in a brief since its reader last read it as `old`, at `when` (ISO 8601, to the minute).

    `stops` say where each change is seen, in the order of the screen: an item in its pane, all else on the page. At the
    `first` reading, `old` is the brief as it was opened.
    """

    old: Brief
    when: str
    changes: Changes
    signs: Signs
    stops: tuple[View, ...]
    first: bool = False

    @property
    def count(self) -> int:
        """How many items changed; the fields of the brief itself count as one each."""
        return len(self.stops)


def since_of(old: Brief, new: Brief, when: str, changes: Changes, key: str, *, first: bool = False) -> Since:
    """Return what has changed in `new`, ready to be shown: `changes` are those from `old` to it; `key` shows them."""
    below = _below(old, new, changes)
    signs = _signs(changes, below, "opened" if first else "last read", key)
    return Since(old, when, changes, signs, tuple(_stops(new, changes, below)), first)


def told(since: Since, key: str, locale: Locale = ENGLISH) -> str:
    """Return in a line how much has changed since when, and which `key` shows it; empty where nothing has."""
    if not since.count:
        return ""
    return f"{since.count} change{'' if since.count == 1 else 's'} since {locale.date(day_of(since.when))} ({key})"


def day_of(when: str) -> str:
    """Return a time as it is said; the words themselves where they are no time."""
    return shown_moment(when) or "last time"


def _below(old: Brief, new: Brief, changes: Changes) -> dict[ItemChange, int]:
    """The index of the item that each item now gone stood below as it was shown; ABOVE for the first of its pane."""
    gone = [item for item in changes.items if item.new is None and item.pane in LISTS]
    below = {}
    for pane in dict.fromkeys(item.pane for item in gone):
        follows, order = continued(old, new, pane), _order(old, pane)
        at, last = {}, ABOVE
        for index in order:
            last = follows.get(index, last)
            at[index] = last
        below.update({item: at.get(item.old, ABOVE) for item in gone if item.pane == pane and item.old is not None})
        if pane == "timeline":
            below.update(_at_dates(old, new, [item for item in gone if item.pane == pane], follows))
    return below


def _at_dates(
    old: Brief, new: Brief, gone: Sequence[ItemChange], follows: Mapping[int, int]
) -> Iterator[tuple[ItemChange, int]]:
    """Yield each event now gone that had a date with the last event before it in the new timeline, or ABOVE.

    Of those on the same date, what came after it as it was still does.
    """
    places = {index: place for place, index in enumerate(old.chronology)}
    came = {after: places[before] for before, after in follows.items()}
    for item in gone:
        date = old.timeline[item.old].date if item.old is not None else None
        if item.old is None or date is None:
            continue
        earlier = [ABOVE]
        for index in new.chronology:
            event = new.timeline[index]
            if event.date is None:
                before = event.after is not None and event.after.index in earlier
            else:
                before = (event.date.sort_key, came.get(index, ABOVE)) < (date.sort_key, places[item.old])
            earlier += [index] if before else []
        yield item, earlier[-1]


def _signs(changes: Changes, below: Mapping[ItemChange, int], done: str, key: str) -> Signs:
    """The signs at the items that changed; what was removed stands apart, below the item it followed.

    `done` is what the reader has done with the brief as it was; `key` shows the changes.
    """
    signs: dict[tuple[str, int], tuple[Sign, ...]] = {}
    for item in changes.items:
        if item in below:
            at, sign = below[item], Sign(GONE, f"{item.was} · removed", "warn", apart=True)
        elif item.pane in LISTS and item.new is not None:
            at, sign = item.new, _sign(item, done, key)
        else:
            continue
        signs[item.pane, at] = (*signs.get((item.pane, at), ()), sign)
    return signs


def _order(brief: Brief, pane: str) -> tuple[int, ...]:
    """The indices of a pane in the order it is shown in, but that delegations stand apart."""
    if pane == "officials":
        return brief.precedence
    return brief.chronology if pane == "timeline" else tuple(range(len(getattr(brief, pane))))


def _sign(item: ItemChange, done: str, key: str) -> Sign:
    mark, word = kind_of(item)
    if item.old is None:
        return Sign(mark, word, says=f"new since you {done} this brief")
    more = f": {', '.join(_fields(item))}" if _fields(item) else ""
    return Sign(mark, word, says=f"{word} since you {done} it{more} ({key})")


def _fields(item: ItemChange) -> list[str]:
    return [*(["wording"] if Kind.REWORDED in item.kinds else []), *(change.field for change in item.fields)]


def kind_of(item: ItemChange) -> tuple[str, str]:
    """Return the sign of how an item changed, and the word for it."""
    if item.new is None:
        return GONE, "removed"
    if item.old is None:
        return NEW, "new"
    return (SHIFTED, "moved") if item.kinds == (Kind.MOVED,) else (OTHER, "changed")


def _stops(new: Brief, changes: Changes, below: Mapping[ItemChange, int]) -> Iterator[View]:
    first = len(changes.fields)
    yield from (View(PAGE, number, PAGE) for number in range(first))
    places = {pane: {index: at for at, index in enumerate(_order(new, pane))} for pane in LISTS}
    found: list[tuple[int, int, bool, int, View]] = []
    for number, item in enumerate(changes.items):
        there = item.new if item.pane in LISTS else None
        view = View(PAGE, first + number, PAGE) if there is None else View(item.pane, there)
        shown = places.get(item.pane, {}).get(below.get(item, ABOVE) if there is None else there, ABOVE)
        found.append((PANES.index(item.pane), shown, item.new is None, number, view))
    yield from (view for *_, view in sorted(found, key=lambda stop: stop[:4]))
