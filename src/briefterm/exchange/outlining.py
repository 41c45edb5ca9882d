"""From a brief to its outline: the one place that decides what a document says and in which order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefterm.brief.countries import country_name
from briefterm.brief.model import AgendaItem, Brief, Event, Extra, Official, Reference, Source
from briefterm.brief.sides import sides_of
from briefterm.brief.when import When
from briefterm.exchange.outline import Block, Group, Item, Note, Outline, Part, Passage, Place, Role, Run
from briefterm.exchange.own import EDITION, NOTHING, Own, attached, own_part
from briefterm.exchange.prose import blocks, bullets

_SIDE_WORDS = {"host": "host", "visitor": "visiting"}
_SELF_NAMED = frozenset({"Host", "Visitors"})


def outline_of(brief: Brief, own: Own = NOTHING) -> Outline:
    """Return the outline of `brief`, with what the reader has of their `own` on it only if that is given."""
    return Outline(
        title=brief.title,
        marking=brief.marking,
        edition=(*_edition(brief), *((EDITION,) if own else ())),
        facts=_facts(
            ("Date", _shown(brief.date)),
            ("Place", brief.place.shown if brief.place else ""),
            ("Kind", brief.kind),
            ("Countries", ", ".join(map(country_name, brief.countries))),
            ("Time zone", brief.timezone),
            ("Principal", _person(brief, brief.principal) if brief.principal else ""),
            ("Replaces", brief.supersedes),
            ("Related", ", ".join(brief.related)),
            ("Tags", ", ".join(brief.tags)),
        ),
        parts=(*_parts(brief, own), *own_part(own)),
        notes=tuple(_note(number, source) for number, source in enumerate(brief.sources, 1)),
        language=brief.language,
    )


def _edition(brief: Brief) -> Iterator[str]:
    if brief.as_of:
        yield f"as of {brief.as_of.shown}"
    if brief.version:
        yield f"version {brief.version}"
    if brief.status:
        yield brief.status


def _parts(brief: Brief, own: Own) -> Iterator[Part]:
    yield from _prose("Summary", ("summary", 0), Passage("", blocks(brief.summary)))
    objectives = brief.objectives
    yield from _prose(
        "Objectives",
        ("objectives", 0),
        Passage("", bullets(objectives.general)),
        Passage("What we want", bullets(objectives.ours)),
        Passage("What they want", bullets(objectives.theirs)),
    )
    if brief.officials:
        yield Part("Officials", Role.PEOPLE, groups=tuple(_delegations(brief, own)))
    if brief.agenda:
        topics = tuple(
            attached(topic_item(brief, item), own, "agenda", index) for index, item in enumerate(brief.agenda)
        )
        yield Part("Agenda", Role.TOPICS, groups=(Group("", topics),))
    if brief.timeline:
        order = (None, *brief.chronology)
        events = tuple(
            attached(event_item(brief, index, before), own, "timeline", index)
            for before, index in pairwise(order)
            if index is not None
        )
        yield Part("Timeline", Role.EVENTS, groups=(Group("", events),))
    yield from _prose("Background", ("background", 0), Passage("", blocks(brief.background)))
    for index, section in enumerate(brief.sections):
        yield from _prose(section.heading or "Further", ("sections", index), Passage("", blocks(section.text)))
    yield from _prose("Open questions", ("open_questions", 0), Passage("", bullets(brief.open_questions)))
    yield from _prose("Other", ("other", 0), *_others(brief.extra, ""))


def _prose(heading: str, place: Place, *passages: Passage) -> Iterator[Part]:
    said = tuple(passage for passage in passages if passage.blocks)
    if said:
        yield Part(heading, passages=said, place=place)


def _delegations(brief: Brief, own: Own) -> Iterator[Group]:
    """Officials by delegation, each in order of precedence; those only mentioned come last."""
    sides = sides_of(brief)
    groups: dict[str, list[int]] = {}
    for index in brief.precedence:
        official = brief.officials[index]
        name = "Mentioned" if official.side == "mentioned" else sides.of_official(official).name
        groups.setdefault(name, []).append(index)
    for name in sorted(groups, key=lambda name: name == "Mentioned"):
        members = groups[name]
        word = _SIDE_WORDS.get(brief.officials[members[0]].side, "")
        heading = (name or "Others") if len(groups) > 1 else name
        if word and name not in _SELF_NAMED:
            heading = f"{heading} ({word})" if heading else word
        items = (attached(official_item(brief.officials[index], name), own, "officials", index) for index in members)
        yield Group(heading, tuple(items))


def official_item(official: Official, delegation: str = "") -> Item:
    """Return what is said of one person, shown under the name of their `delegation`."""
    country = country_name(official.country)
    offices = (official.title, official.org, country if country != delegation else "")
    return Item(
        heading=official.name,
        lead=", ".join(part for part in offices if part),
        facts=_facts(
            ("Said", official.say),
            ("Also", ", ".join(official.aliases)),
            ("Role", official.role),
            ("In office", _term(official)),
            ("Last met", _shown(official.last_met)),
            ("Marking", official.marking),
        ),
        passages=_passages(("", official.bio), ("Note", official.note), extra=official.extra),
        cites=_cites(official.sources),
    )


def _term(official: Official) -> str:
    since, to = _shown(official.since), _shown(official.to)
    if since and to:
        return f"{since} to {to}"
    return f"since {since}" if since else f"until {to}" if to else ""


def topic_item(brief: Brief, item: AgendaItem) -> Item:
    """Return what is said of one topic."""
    lists = (("Points", item.points), ("If raised", item.if_raised), ("Avoid", item.avoid), ("Who", _who(brief, item)))
    return Item(
        heading=item.topic,
        when=_shown(item.when),
        lead=", ".join(part for part in (_raised(brief, item.by), item.certainty) if part),
        ask=item.ask,
        facts=_facts(
            ("Where", item.place.shown if item.place else ""),
            ("Language", item.language),
            ("Marking", item.marking),
        ),
        passages=tuple(Passage(heading, bullets(lines)) for heading, lines in lists if lines)
        + _passages(("Background", item.background), ("Note", item.note), extra=item.extra),
        cites=_cites(item.sources),
    )


def _raised(brief: Brief, by: str) -> str:
    if not by:
        return ""
    return "both sides" if by == "both" else f"raised by {sides_of(brief).of_side(by).name or country_name(by)}"


def event_item(brief: Brief, index: int, before: int | None = None) -> Item:
    """Return what is said of one entry of the timeline; `before` is the index of the entry it is shown below."""
    event = brief.timeline[index]
    after = _after(brief, event)
    follows = event.after is not None and event.after.index is not None and event.after.index == before
    undated = "after the one above" if follows else f"after {after}" if after else "no date"
    return Item(
        heading=event.event,
        when=_shown(event.date) or undated,
        lead=", ".join(part for part in (event.status, event.certainty) if part),
        facts=_facts(
            ("Where", event.place.shown if event.place else ""),
            ("After", after if event.date else ""),
            ("Who", "; ".join(_who(brief, event))),
            ("Marking", event.marking),
        ),
        passages=_passages(("", event.note), extra=event.extra),
        cites=_cites(event.sources),
    )


def _after(brief: Brief, event: Event) -> str:
    if event.after is None:
        return ""
    return event.after.text if event.after.index is None else brief.timeline[event.after.index].event


def _note(number: int, source: Source) -> Note:
    remarks = blocks(source.note) + tuple(block for passage in _others(source.extra, "") for block in passage.blocks)
    lead = ", ".join(part for part in (source.kind, _shown(source.date), source.reliability) if part)
    quote = tuple(replace(block, depth=block.depth + 1, quoted=block.quoted + 1) for block in blocks(source.quote))
    return Note(number, source.name, lead, quote, source.url, remarks)


def _passages(*proses: tuple[str, str], extra: tuple[Extra, ...]) -> tuple[Passage, ...]:
    said = tuple(Passage(heading, blocks(text)) for heading, text in proses if text)
    return said + tuple(_others(extra, "Other"))


def _others(extra: Sequence[Extra], heading: str) -> Iterator[Passage]:
    if extra:
        yield Passage(heading, tuple(_other(field) for field in extra))


def _other(field: Extra) -> Block:
    apart = "\n" if "\n" in field.text else " "
    return Block((Run(f"{field.name}:", strong=True), Run(f"{apart}{field.text}")))


def _who(brief: Brief, item: AgendaItem | Event) -> list[str]:
    return [_person(brief, reference) for reference in item.who]


def _person(brief: Brief, reference: Reference) -> str:
    if reference.index is None:
        return f"{reference.text} (not among the officials)"
    official = brief.officials[reference.index]
    return f"{official.name}, {official.title}" if official.title else official.name


def _cites(references: Iterable[Reference]) -> tuple[int | str, ...]:
    return tuple(ref.text if ref.index is None else ref.index + 1 for ref in references)


def _facts(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(fact for fact in facts if fact[1])


def _shown(when: When | None) -> str:
    return when.shown if when else ""
