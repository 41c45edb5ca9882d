"""What cannot be right, or cannot be trusted, in a plan that is well written: warnings beside those of the format.

Sparing on purpose. What may well be meant is left alone: a topic within its meeting, the topics of one session, a stay
that encloses its programme, history nobody gave a source for.
"""

from collections.abc import Iterator
from datetime import timedelta

from briefterm.brief.appointments import overlaps, too_long
from briefterm.brief.model import AgendaItem, Brief, Event
from briefterm.brief.problems import Level, Problem
from briefterm.brief.safe import shorten
from briefterm.brief.spellings import same_people

STALE = timedelta(days=7)


def plan_problems(brief: Brief) -> tuple[Problem, ...]:
    """Return what is doubtful in the plan of `brief`, in the file's order. All are warnings; columns are 1."""
    found = [*_stale(brief), *_twice(brief), *_unsourced(brief), *too_long(brief), *overlaps(brief)]
    return tuple(sorted(found, key=lambda problem: problem.line)) if found else ()


def _stale(brief: Brief) -> Iterator[Problem]:
    """The facts were gathered long before the brief's own date."""
    as_of, date = brief.as_of, brief.date
    if as_of is None or date is None or not as_of.known or not date.known:
        return
    if date.begins - as_of.ends <= STALE:
        return
    days = (date.begins.date() - as_of.ends.date()).days
    message = f"the facts are of {as_of.shown}, {days} days before {date.shown}; check them and set the day anew"
    yield Problem(dict(brief.lines).get("as_of", 1), 1, Level.WARNING, "as_of", message)


def _twice(brief: Brief) -> Iterator[Problem]:
    """One person listed under two spellings."""
    if len(brief.officials) < 2:
        return
    for first, second in same_people(brief.officials):
        one, other = brief.officials[first], brief.officials[second]
        message = (
            f"{shorten(other.name)} may be {shorten(one.name)} on line {one.line}; "
            "keep one entry and give the other spelling under `aliases`"
        )
        yield Problem(other.line, 1, Level.WARNING, f"officials[{second}].name", message)


def _unsourced(brief: Brief) -> Iterator[Problem]:
    """An item without source or certainty in a list where others have one."""
    if not brief.sources:
        return
    lists: tuple[tuple[str, tuple[AgendaItem | Event, ...]], ...] = (
        ("agenda", brief.agenda),
        ("timeline", brief.timeline),
    )
    for name, items in lists:
        bare = [index for index, item in enumerate(items) if not item.sources and not item.certainty]
        if len(bare) < len(items):
            for index in bare:
                message = "says neither who said so nor how sure it is; name one of `sources`, or a `certainty`"
                yield Problem(items[index].line, 1, Level.WARNING, f"{name}[{index}]", message)
