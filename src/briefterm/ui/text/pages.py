"""The long pages of a brief: its background with all further prose, its sources, its problems."""

from collections.abc import Sequence

from rich.text import Text

from briefterm.brief.model import Brief
from briefterm.brief.problems import Level, Problem
from briefterm.brief.safe import safe_line
from briefterm.ui.ink import Ink
from briefterm.ui.layout import Block
from briefterm.ui.text import details
from briefterm.ui.text.details import Page
from briefterm.ui.text.marks import Marker

_MOST = 12


def said_alone(text: str, ink: Ink) -> Block:
    """Return what is said where there is nothing to show."""
    return Block(Text(text, ink["quiet"]))


def background(brief: Brief, ink: Ink, mark: Marker, hint: str = "") -> tuple[list[Block], dict[tuple[str, int], int]]:
    """Return all prose of a brief, and at which block each passage of it begins, by pane and index.

    Where there is none, `hint` says what to do.
    """
    page = Page(ink, mark)
    starts: dict[tuple[str, int], int] = {}
    page.title(brief.title)
    facts = [
        ("as of", ink.locale.date(brief.as_of)),
        ("version", brief.version),
        ("place", ink.locale.place(brief.place)),
        ("tags", ", ".join(brief.tags)),
        ("replaces", brief.supersedes),
        ("related", ", ".join(brief.related)),
    ]
    page.facts(*facts)
    starts["summary", 0] = len(page.blocks)
    page.prose("Summary", brief.summary)
    starts["sections", len(brief.sections)] = len(page.blocks)
    page.bullets("Objectives", brief.objectives.general)
    page.bullets("What we want", brief.objectives.ours)
    page.bullets("What they want", brief.objectives.theirs)
    starts["background", 0] = len(page.blocks)
    page.prose("Background", brief.background)
    for index, section in enumerate(brief.sections):
        starts["sections", index] = len(page.blocks)
        page.prose(section.heading or "Further", section.text)
    page.bullets("Open questions", brief.open_questions, "warn")
    page.extra(brief.extra)
    aims = brief.objectives
    prose = (brief.summary, brief.background, brief.sections, brief.open_questions, brief.extra)
    if not any((*prose, aims.general, aims.ours, aims.theirs)):
        _contents(page, brief, hint)
    return page.blocks, starts


def _contents(page: Page, brief: Brief, hint: str) -> None:
    """Add what else there is of a brief without prose, in few words, after a `hint` of what to do."""
    page.plain(f"This brief has no background. {hint}".rstrip())
    topics = [item.topic for item in brief.agenda]
    people = [", ".join(part for part in (one.name, one.title) if part) for one in brief.officials]
    events = [details.entry(brief.timeline[index], page.ink.locale) for index in brief.chronology]
    for heading, lines in (("Topics", topics), ("Officials", people), ("Timeline", events)):
        page.bullets(heading, lines[:_MOST])
        if len(lines) > _MOST:
            page.plain(f"and {len(lines) - _MOST:,} more")


def problems(found: Sequence[Problem], path: str, ink: Ink, excerpt: Sequence[str] = ()) -> list[Block]:
    """Return the problems of a file, each with its line, and around the first the lines of the file themselves."""
    blocks = [Block(Text("Problems", ink["strong"])), Block(Text(safe_line(path), ink["quiet"]))]
    if not found:
        blocks.append(Block(Text("None: every field was understood.", ink["good"])))
    for problem in found:
        style = ink["error"] if problem.level is Level.ERROR else ink["warn"]
        blocks.append(Block(Text()))
        where = f"line {problem.line}, column {problem.column}"
        blocks.append(Block(Text.assemble((where, style), (f"  {problem.field}", ink["quiet"]))))
        blocks.append(Block(Text(problem.message), Text("  "), 2))
    if excerpt:
        blocks.append(Block(Text()))
        blocks.extend(Block(Text(line, ink["code"]), indent=8) for line in excerpt)
    return blocks
