"""What the detail pane says of one item, set as prose."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from briefterm.brief.certainty import certainty_in_words, reliability_in_words
from briefterm.brief.model import Brief, Event, Extra, Reference, Source
from briefterm.brief.sides import sides_of
from briefterm.locales import Locale
from briefterm.ui.ink import Ink
from briefterm.ui.layout import Block
from briefterm.ui.text.chips import DOT
from briefterm.ui.text.markdown import markdown
from briefterm.ui.text.marks import Marker

_MOST_LINES = 2_000
_SIDES = {"host": "host", "visitor": "visitor", "mentioned": "mentioned, not attending"}


def official_detail(brief: Brief, index: int, ink: Ink, mark: Marker) -> list[Block]:
    """Return all that is said of one official."""
    official = brief.officials[index]
    page = Page(ink, mark)
    page.title(official.name)
    page.facts(
        ("", ", ".join(part for part in (official.title, official.org) if part)),
        ("", _joined(ink.locale.country(official.country), _SIDES.get(official.side, official.side))),
        ("say", official.say),
        ("also", ", ".join(official.aliases)),
        ("role", official.role),
        ("since", ink.locale.date(official.since)),
        ("until", ink.locale.date(official.to)),
        ("last met", ink.locale.date(official.last_met)),
        ("marking", official.marking),
    )
    page.prose("", official.bio)
    page.prose("Note", official.note)
    page.bullets("Topics", [item.topic for item in brief.agenda if _named(item.who, index)])
    page.bullets("In the timeline", [entry(event, ink.locale) for event in _events(brief, index)])
    page.extra(official.extra)
    if any(one.sources for one in brief.officials):
        page.sources(brief, official.sources)
    return page.blocks


def agenda_detail(brief: Brief, index: int, ink: Ink, mark: Marker) -> list[Block]:
    """Return all that is said of one topic: the ask first, then the points."""
    item = brief.agenda[index]
    page = Page(ink, mark)
    page.title(item.topic)
    page.facts(
        ("", DOT.join(part for part in (_side(brief, item.by, ink.locale), item.marking) if part)),
        ("when", ink.locale.date(item.when)),
        ("where", ink.locale.place(item.place)),
        ("language", item.language),
        ("ask", item.ask),
        ("how sure", certainty_in_words(item.certainty)),
    )
    page.bullets("Points", item.points)
    page.bullets("If raised", item.if_raised)
    page.bullets("Avoid", item.avoid, "error")
    page.people(brief, item.who)
    page.prose("Background", item.background)
    page.prose("Note", item.note)
    page.extra(item.extra)
    page.sources(brief, item.sources)
    return page.blocks


def event_detail(brief: Brief, index: int, ink: Ink, mark: Marker) -> list[Block]:
    """Return all that is said of one entry of the timeline."""
    event = brief.timeline[index]
    after = brief.timeline[event.after.index].event if event.after and event.after.index is not None else ""
    page = Page(ink, mark)
    page.title(event.event)
    page.facts(
        ("", DOT.join(part for part in (event.status, event.marking) if part)),
        ("when", ink.locale.date(event.date)),
        ("after", after or (event.after.text if event.after else "")),
        ("where", ink.locale.place(event.place)),
        ("how sure", certainty_in_words(event.certainty)),
    )
    page.people(brief, event.who)
    page.prose("Note", event.note)
    page.extra(event.extra)
    page.sources(brief, event.sources)
    return page.blocks


class Page:
    """Paragraphs as they are written, one below the other."""

    def __init__(self, ink: Ink, mark: Marker) -> None:
        self.ink = ink
        self.mark = mark
        self.blocks: list[Block] = []

    def title(self, text: str) -> None:
        """Add the page's title."""
        self.blocks.append(Block(self.mark(Text(text, self.ink["strong"]))))

    def heading(self, text: str) -> None:
        """Add a heading after an empty line."""
        self.blocks.append(Block(Text()))
        self.blocks.append(Block(self.mark(Text(text, self.ink["heading"]))))

    def plain(self, text: str, ink: str = "quiet") -> None:
        """Add a line of text."""
        self.blocks.append(Block(self.mark(Text(text, self.ink[ink]))))

    def facts(self, *facts: tuple[str, str]) -> None:
        """Add short facts, each on its line, their labels aligned."""
        width = max((len(label) for label, text in facts if text and label), default=-2) + 2
        for label, text in facts:
            if text:
                lead = Text(f"{label:<{width}}" if label else "", self.ink["quiet"])
                style = self.ink["strong"] if label == "ask" else self.ink["quiet"] if not label else ""
                self.blocks.append(Block(self.mark(Text(text, style)), lead, width if label else 0))

    def prose(self, heading: str, text: str) -> None:
        """Add Markdown under a heading, or nothing where there is no text."""
        if text:
            if heading:
                self.heading(heading)
            else:
                self.blocks.append(Block(Text()))
            self.blocks.extend(markdown(text, self.ink, self.mark))

    def bullets(self, heading: str, lines: Sequence[str], ink: str = "accent") -> None:
        """Add a list under a heading, or nothing where it is empty."""
        if lines:
            self.heading(heading)
            self.blocks.extend(Block(self.mark(Text(line)), Text("• ", self.ink[ink]), 2) for line in lines)

    def people(self, brief: Brief, who: tuple[Reference, ...]) -> None:
        """Add the officials that an item names."""
        if not who:
            return
        self.heading("Who")
        sides = sides_of(brief)
        for reference in who:
            if reference.index is None:
                self.blocks.append(Block(self.mark(Text(f"{reference.text} (not among the officials)")), Text("▌ "), 2))
                continue
            official = brief.officials[reference.index]
            bar = Text("▌ ", self.ink[f"side-{sides.of_official(official).colour}"])
            line = Text.assemble(official.name, (f"  {official.title}" if official.title else "", self.ink["quiet"]))
            self.blocks.append(Block(self.mark(line), bar, 2))

    def extra(self, extras: tuple[Extra, ...]) -> None:
        """Add the fields the format does not know."""
        if extras:
            self.heading("Other")
            for extra in extras:
                lead = Text(f"{extra.name}  ", self.ink["quiet"])
                self.blocks.append(Block(self.mark(Text(_first_lines(extra.text))), lead, 2))

    def sources(self, brief: Brief, references: tuple[Reference, ...]) -> None:
        """Add who says so; that nobody is said to, where the brief lists sources."""
        if not references and not brief.sources:
            return
        self.heading("Sources")
        if not references:
            self.plain("∅ no source is given", "warn")
        for reference in references:
            if reference.index is None:
                self.blocks.append(Block(Text(f"{reference.text} (not among the sources)"), Text("– "), 2))
            else:
                self.source(reference.index + 1, brief.sources[reference.index], spaced=False)

    def source(self, number: int, source: Source, *, spaced: bool = True, sign: str = "") -> None:
        """Add one source with its number, what kind it is, how far it is to be trusted and its words."""
        if spaced:
            self.blocks.append(Block(Text()))
        lead = Text.assemble((sign, self.ink["now"]), (f"[{number}] ", self.ink["accent"]))
        facts = (source.kind, self.ink.locale.date(source.date), reliability_in_words(source.reliability))
        line = Text.assemble(source.name, (_between(facts), self.ink["quiet"]))
        self.blocks.append(Block(self.mark(line), lead, lead.cell_len))
        if source.quote:
            self.blocks.append(Block(self.mark(Text(f"“{source.quote}”")), indent=lead.cell_len))
        if source.url:
            self.blocks.append(Block(self.mark(Text(source.url, self.ink["link"])), indent=lead.cell_len))
        if source.note:
            self.blocks.append(Block(self.mark(Text(source.note, self.ink["quiet"])), indent=lead.cell_len))
        for extra in source.extra:
            lead = Text(f"    {extra.name}  ", self.ink["quiet"])
            self.blocks.append(Block(self.mark(Text(_first_lines(extra.text))), lead, 4))


def _first_lines(text: str) -> str:
    """Return a field we do not know as far as a page can hold it."""
    lines = text.split("\n", _MOST_LINES)
    if len(lines) <= _MOST_LINES:
        return text
    rest = lines.pop()
    return "\n".join([*lines, f"… and {rest.count(chr(10)) + 1:,} more lines"])


def _joined(*parts: str) -> str:
    return DOT.join(part for part in parts if part)


def _between(facts: Sequence[str]) -> str:
    return "".join(f"{DOT}{fact}" for fact in facts if fact)


def _named(who: tuple[Reference, ...], index: int) -> bool:
    return any(reference.index == index for reference in who)


def _events(brief: Brief, index: int) -> Iterator[Event]:
    for number in brief.chronology:
        if _named(brief.timeline[number].who, index):
            yield brief.timeline[number]


def entry(event: Event, locale: Locale) -> str:
    """Return an entry of the timeline on one line."""
    return f"{locale.date(event.date)}: {event.event}" if event.date else event.event


def _side(brief: Brief, by: str, locale: Locale) -> str:
    if not by:
        return ""
    delegation = sides_of(brief).of_side(by)
    return f"raised by {locale.side(delegation) or locale.country(by)}" if by != "both" else "both sides"
